"""Bytes into the parts of a Word file that are looked at, within bounds, or why not; knows no rule of the page."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from bot.examine.xml import Unsafe, parsed

LARGEST = 10 * 2**20
"""Bytes of a file; a report is 10 kB, one with scanned pictures a few megabytes."""

MOST_PARTS = 2000
LARGEST_PART, LARGEST_WHOLE = 16 * 2**20, 100 * 2**20
MOST_RATIO = 250
"""Expanded bytes for each packed one, in a part over a megabyte; Word's own parts stay under a hundred."""

_CENTRAL = b"PK\x01\x02"
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_MAGIC = (
    (b"%PDF", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"BM", "image"),
    (b"II*\0", "image"),
    (b"MM\0*", "image"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"\x1f\x8b", "archive"),
)
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    OverflowError,
    IndexError,
    KeyError,
    NotImplementedError,
    RuntimeError,
)
"""What zipfile raises for bytes that are no good archive."""

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."


@dataclass(frozen=True, slots=True)
class Unfit:
    """Why a file cannot be examined: the key of a sentence."""

    code: str


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a Word file, each as a tree; footers and headers by the relation the document names them with."""

    document: Element
    styles: Element | None
    numbering: Element | None
    settings: Element | None
    footers: Mapping[str, Element]


def opened(data: bytes) -> Package | Unfit:
    """Open a file: never raises, whatever the bytes are."""
    try:
        if code := _not_a_package(data):
            return Unfit(code)
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _package(archive)
    except Unsafe as unsafe:
        return Unfit(unsafe.code)
    except _BROKEN:
        return Unfit("broken")


def _not_a_package(data: bytes) -> str:
    """Name what else the bytes are; "" for a zip archive of bearable size."""
    if not data:
        return "empty"
    if len(data) > LARGEST:
        return "too_large"
    if data.startswith(_OLE):
        return "encrypted" if "EncryptedPackage".encode("utf-16-le") in data else "old"
    if data.startswith(b"PK"):
        return "bomb" if data.count(_CENTRAL) > MOST_PARTS else ""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image"
    code = next((code for magic, code in _MAGIC if data.startswith(magic)), "")
    return code or ("text" if _is_text(data) else "unknown")


def text_of(data: bytes) -> str | None:
    """Read plain text as an editor on any system saves it; None where the bytes are none."""
    if len(data) > LARGEST or _not_a_package(data) != "text":
        return None
    encodings = ("utf-16",) if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _is_text(data: bytes) -> bool:
    for encoding in ("utf-8", "gb18030", "utf-16"):
        try:
            text = data[:4096].decode(encoding, "ignore" if len(data) > 4096 else "strict")
        except UnicodeDecodeError:
            continue
        return not any(char < " " and char not in "\t\r\n\f" for char in text)
    return False


def _package(archive: zipfile.ZipFile) -> Package:
    infos = archive.infolist()
    names = {info.filename for info in infos}
    _bounded(infos)
    if any(info.flag_bits & 1 for info in infos):
        raise Unsafe("encrypted")
    if "[Content_Types].xml" not in names:
        raise Unsafe("odt" if "content.xml" in names and "mimetype" in names else "not_word")
    types = _read(archive, "[Content_Types].xml")
    if b"macroEnabled" in types or any("vbaproject" in name.lower() for name in names):
        raise Unsafe("macros")
    if _WORD.encode() not in types:
        raise Unsafe("not_word")
    main = _related(archive, names, "").get("officeDocument", {})
    document = next(iter(main.values()), "word/document.xml")
    if document not in names:
        raise Unsafe("incomplete")
    others = _related(archive, names, document)
    tree = _tree(archive, document, "document")
    named = {reference.get("id") for reference in tree.iter("footerReference")}
    return Package(
        tree,
        _one(archive, names, others, "styles"),
        _one(archive, names, others, "numbering"),
        _one(archive, names, others, "settings"),
        {
            id_: _tree(archive, name, "ftr")
            for id_, name in others.get("footer", {}).items()
            if name in names and id_ in named
        },
    )


def _bounded(infos: list[zipfile.ZipInfo]) -> None:
    """Refuse an archive that would grow past all bounds; zipfile itself reads no more than a part declares."""
    if any(info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for info in infos):
        raise Unsafe("broken")
    if len(infos) > MOST_PARTS or sum(info.file_size for info in infos) > LARGEST_WHOLE:
        raise Unsafe("bomb")
    for info in infos:
        if info.file_size > 2**20 and info.file_size > MOST_RATIO * max(info.compress_size, 1):
            raise Unsafe("bomb")


def _read(archive: zipfile.ZipFile, name: str) -> bytes:
    """Read a part, one byte more than allowed at most."""
    with archive.open(name) as part:
        data = part.read(LARGEST_PART + 1)
    if len(data) > LARGEST_PART:
        raise Unsafe("bomb")
    return data


def _tree(archive: zipfile.ZipFile, name: str, root: str) -> Element:
    tree = parsed(_read(archive, name))
    if tree.tag != root:
        raise Unsafe("incomplete")
    return tree


def _one(
    archive: zipfile.ZipFile, names: set[str], others: Mapping[str, Mapping[str, str]], kind: str
) -> Element | None:
    """Read the part of a kind, whose root has the same name, where the document has one."""
    name = next((name for name in others.get(kind, {}).values() if name in names), None)
    return _tree(archive, name, kind) if name else None


def _related(archive: zipfile.ZipFile, names: set[str], source: str) -> dict[str, dict[str, str]]:
    """Read what a part names others for: kind → relation id → name of the part."""
    folder, file = posixpath.split(source)
    rels = posixpath.join(folder, "_rels", f"{file}.rels")
    kinds: dict[str, dict[str, str]] = {}
    if rels in names:
        for relation in parsed(_read(archive, rels)):
            kind, target = relation.get("Type", "").rpartition("/")[2], relation.get("Target", "")
            if relation.get("TargetMode") != "External":
                path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                kinds.setdefault(kind, {})[relation.get("Id", "")] = path
    return kinds
