"""The conversation in a terminal: a line typed is a message, a screen is printed with its buttons' words."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from itertools import chain, count
from pathlib import Path

from bot.desk import Desk
from bot.errors import PreviewError
from bot.interview.inputs import Commanded, Fetched, Input, Said
from bot.interview.orders import Issue
from bot.messages import File, Message
from bot.storage.store import Outgoing

log = logging.getLogger(__name__)

CHAT = "terminal"


def talk(desk: Desk, typed: Iterable[str], print_: Callable[[str], None], now: Callable[[], datetime]) -> None:
    """Hold the conversation over lines typed, from greeting to the end of input; the person owns a local unit."""
    with desk.store.transaction():
        desk.store.ensure_local(CHAT, now())
    deliver(desk, CHAT, print_, now)
    turn(desk, CHAT, Commanded(now(), "start"), print_, now)
    for line in typed:
        turn(desk, CHAT, to_input(line, now()), print_, now)
    print_(desk.content.pack.phrases["goodbye"])


def turn(desk: Desk, chat: str, given: Input, print_: Callable[[str], None], now: Callable[[], datetime]) -> None:
    """Take one input and print the replies; `/sheet FILE` hands in a file, which a messenger would have sent."""
    if isinstance(given, Commanded) and given.name == "sheet" and given.text:
        read = _read(desk, given)
        if isinstance(read, Message):
            print_(shown(read))
            return
        given = read
    desk.receive(chat, f"{chat}:{desk.store.next_key()}", given)
    deliver(desk, chat, print_, now)


def _read(desk: Desk, given: Commanded) -> Fetched | Message:
    try:
        found = desk.read(Path(given.text).read_bytes())
    except OSError as error:
        return desk.say("file_unopened", path=given.text, reason=str(error.strerror))
    return found if isinstance(found, Message) else Fetched(given.at, found)


def deliver(desk: Desk, chat: str, print_: Callable[[str], None], now: Callable[[], datetime]) -> None:
    """Print everything that is still to be sent to a chat, in order."""
    for outgoing in desk.store.unsent(chat):
        message = desk.message(outgoing)
        print_(shown(message))
        for file in _files(desk, outgoing, message):
            print_(_written(desk, file))
        desk.store.mark_sent(outgoing, outgoing.id, now())


def _files(desk: Desk, outgoing: Outgoing, message: Message) -> Iterator[File]:
    """Give the files of a message; with a document its pages too, as there is no button to press for them."""
    yield from (file for file in message.files if isinstance(file, File))
    if isinstance(outgoing.reply, Issue) and message.files:
        drawn = desk.drawn(outgoing.chat, outgoing.reply)
        yield from (drawn,) if drawn else ()


def _written(desk: Desk, file: File) -> str:
    """Write a file to the working directory and tell where it is, or why it is not."""
    path = Path(file.name).absolute()
    try:
        data = file.make()
        path = _free(path, data)
        write_private(path, data)
    except OSError as error:
        said = desk.say("file_refused", path=str(path), reason=str(error.strerror))
    except PreviewError as error:
        said = desk.say("file_skipped", path=str(path), reason=str(error).rstrip("。"))
    except Exception:
        log.exception("a file cannot be written")
        said = desk.say("file_not_written")
    else:
        said = desk.say("file_written", path=str(path))
    return f"{said.text}\n"


def _free(path: Path, data: bytes) -> Path:
    """Give a name under which nothing else stands: a file somebody went on writing in is not written over."""
    others = (path.with_stem(f"{path.stem}-{number}") for number in count(2))
    return next(each for each in chain((path,), others) if not each.exists() or each.read_bytes() == data)


def write_private(path: Path, data: bytes) -> None:
    """Write a file that nobody else on this machine can read."""
    path.touch(mode=0o600)
    path.chmod(0o600)
    path.write_bytes(data)


def to_input(line: str, at: datetime) -> Input:
    """Turn a line into an input: /back is a command, anything else was said."""
    name, _, text = line.strip().removeprefix("/").partition(" ")
    if line.startswith("/") and name:
        return Commanded(at, name.lower(), text.strip())
    return Said(at, line)


def shown(message: Message) -> str:
    """Write a message as lines, a row of buttons as [是] [否]."""
    rows = (" ".join(f"[{button.label}]" for button in row) for row in message.rows)
    return "\n".join([*(line.text for line in message.told), *rows]) + "\n"
