"""Files that went over the wire, kept in memory by their id; knows nothing of the messages they came with."""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass
from typing import Any

from tests.botapi.errors import bad

DOWNLOAD_LIMIT = 20 * 2**20
UPLOAD_LIMIT = 50 * 2**20
PIXEL = bytes.fromhex(  # a white PNG of 1 x 1
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550"
    "000000a49444154789c63f80f0001010100b138f6140000000049454e44ae426082"
)


@dataclass(frozen=True)
class Upload:
    """A part of a multipart request: `Upload("总结.docx", b"PK...")`."""

    name: str
    content: bytes


@dataclass(frozen=True)
class File:
    """A kept file and the id it can be asked for or sent again by."""

    id: str
    kind: str
    name: str
    content: bytes

    @property
    def path(self) -> str:
        suffix = self.name.rpartition(".")[2] if "." in self.name else "bin"
        return f"{self.kind}s/{self.id}.{suffix}"

    @property
    def payload(self) -> dict[str, Any]:
        size = len(self.content)
        return {"file_id": self.id, "file_unique_id": f"unique-{self.id}", "file_size": size}

    @property
    def media(self) -> Any:
        """What a message that carries the file says of it."""
        if self.kind == "photo":
            width, height = _dimensions(self.content)
            return [self.payload | {"width": width, "height": height}]
        kind = mimetypes.guess_type(self.name)[0] or "application/octet-stream"
        if self.kind == "voice":
            return self.payload | {"duration": 3, "mime_type": "audio/ogg"}
        return self.payload | {"file_name": self.name, "mime_type": kind}


class Files:
    def __init__(self) -> None:
        self._kept: dict[str, File] = {}

    def keep(self, kind: str, upload: Upload) -> File:
        if not upload.content:
            raise bad("file must be non-empty")
        if kind == "photo":
            width, height = _dimensions(upload.content)
            if width + height > 10_000 or max(width, height) > 20 * min(width, height):
                raise bad("PHOTO_INVALID_DIMENSIONS")
        file = File(f"file-{len(self._kept) + 1}", kind, upload.name, upload.content)
        self._kept[file.id] = file
        return file

    def by_id(self, file_id: str, kind: str | None = None) -> File:
        file = self._kept.get(file_id)
        if file is None:
            raise bad("wrong file identifier/HTTP URL specified" if kind else "invalid file_id")
        if kind and file.kind != kind:
            raise bad(f"can't use file of type {file.kind.title()} as {kind.title()}")
        if not kind and len(file.content) > DOWNLOAD_LIMIT:
            raise bad("file is too big")
        return file

    def by_path(self, path: str) -> File | None:
        return next((file for file in self._kept.values() if file.path == path), None)


def _dimensions(image: bytes) -> tuple[int, int]:
    if image.startswith(b"\x89PNG"):
        return int.from_bytes(image[16:20], "big"), int.from_bytes(image[20:24], "big")
    if image.startswith(b"\xff\xd8"):
        return 800, 600  # a JPEG's size is not read
    raise bad("IMAGE_PROCESS_FAILED")
