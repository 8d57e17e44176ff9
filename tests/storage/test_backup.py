"""What a backup promises: one moment of a database in use, in a private file, proved before it has its name."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlite_utils import Database

from bot.content.content import Content
from bot.desk import Desk
from bot.errors import StoreError
from bot.storage.backup import Backup, back_up
from bot.storage.opening import open_database
from bot.storage.store import Store
from bot.storage.tables import table
from tests.conftest import AT
from tests.storage.test_migrations import STEPS, go_on, left_at, rows_of

ROOT = Path(__file__).parent.parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
NAME = "wengao-20260108-093000.db"

# Commits without a pause: an update and an answer each, and says each number once it is committed.
WRITER = """
import sys
from bot.storage.opening import open_database
from bot.storage.store import Store
store = Store(open_database(sys.argv[1]), "law_based_government")
for number in range(10**6):
    with store.transaction():
        store.db.execute("INSERT INTO updates (key, chat) VALUES (?, 'writer')", [f"writer:{number}"])
        sql = "INSERT INTO answers (unit, question, item, position, typed, source, at) VALUES (1, 'w', ?, 0, ?, '', '')"
        store.db.execute(sql, [number, "字" * 500])
    print(number, flush=True)
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A database with rows, of the newest shape, in a folder of its own."""
    folder = tmp_path / "data"
    folder.mkdir()
    left_at(STEPS[-1], folder / "wengao.db")
    open_database(folder / "wengao.db").close()
    return folder / "wengao.db"


def run(*command: str, folder: Path, typed: str = "") -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("WENGAO_")}
    environment |= {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    return subprocess.run(  # noqa: S603 - our own program
        command,
        cwd=folder,
        env=environment,
        input=typed,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


@contextmanager
def writing(source: Path) -> Iterator[Callable[[int], int]]:
    """Have another process write; gives what waits for so many commits more and tells the last one's number."""
    with subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", WRITER, str(source)],
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        encoding="utf-8",
    ) as process:
        assert process.stdout
        lines = iter(process.stdout.readline, "")
        try:
            yield lambda commits: [int(next(lines)) for _ in range(commits)][-1]
        finally:
            process.kill()


def written(path: Path) -> int:
    """How many commits of the writer a database holds, all of them whole."""
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        updates = db.execute("SELECT key FROM updates WHERE chat = 'writer' ORDER BY rowid").fetchall()
        answers = db.execute("SELECT item FROM answers WHERE question = 'w' ORDER BY id").fetchall()
    assert updates == [(f"writer:{number}",) for number in range(len(answers))]
    assert answers == [(number,) for number in range(len(answers))]
    return len(answers)


def test_a_copy_is_of_one_moment_while_another_process_goes_on_writing(source: Path) -> None:
    with writing(source) as wait:
        before = wait(50)
        made = [back_up(source, f"{source.parent}/{number}.db", AT) for number in range(3)]
        after = wait(50)
    counts = [written(each.path) for each in made]
    assert before < counts[0] <= counts[1] <= counts[2]
    assert all(each.path.stat().st_mode & 0o777 == 0o600 for each in made)
    assert written(source) > after
    assert {path.name for path in source.parent.iterdir()} == {"0.db", "1.db", "2.db", source.name}


def test_a_copy_holds_what_a_killed_program_had_committed(source: Path) -> None:
    with writing(source) as wait:
        last = wait(20)
    assert source.with_name("wengao.db-wal").stat().st_size
    assert written(back_up(source, "", AT).path) > last


@pytest.mark.parametrize(
    ("output", "target"),
    [("", NAME), ("/elsewhere", f"elsewhere/{NAME}"), ("/elsewhere/", f"elsewhere/{NAME}"), ("/my.db", "my.db")],
)
def test_a_copy_goes_beside_the_database_or_into_a_folder_or_file_named(source: Path, output: str, target: str) -> None:
    (source.parent / "elsewhere").mkdir()
    made = back_up(source, output and f"{source.parent}{output}", AT)
    assert made == Backup(source.parent / target, 2, 2, made.answers)
    with closing(Database(source)) as db, closing(Database(made.path)) as copy:
        assert rows_of(copy) == rows_of(db)
        assert made.answers == table(copy, "answers").count > 20


def test_a_copy_overwrites_nothing(source: Path) -> None:
    back_up(source, "", AT)
    before = (source.parent / NAME).read_bytes()
    for output in ("", f"{source.parent}/{NAME}", str(source.parent), str(source)):
        with pytest.raises(StoreError, match=r"已经有了，备份不覆盖任何文件，请换一个名字。$"):
            back_up(source, output, AT)
    assert (source.parent / NAME).read_bytes() == before
    assert {path.name for path in source.parent.iterdir()} == {NAME, source.name}


def test_a_database_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    for missing in (tmp_path / "wengao.db", tmp_path / "nowhere" / "wengao.db", tmp_path):
        with pytest.raises(StoreError, match=r"^没有数据库 .+，请用 WENGAO_DB 写明它在哪里。$"):
            back_up(missing, f"{tmp_path}/copy.db", AT)
    assert list(tmp_path.iterdir()) == []


def spoil(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        (page,) = db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'answers'").fetchone()
    content = bytearray(path.read_bytes())
    content[page * 4096 - 2048 : page * 4096] = b"\xff" * 2048
    path.write_bytes(content)


def orphan(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("INSERT INTO members (unit, chat, role, name) VALUES (77, 'x', 'owner', '')")
        db.commit()


def forget(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("DELETE FROM _sqlite_migrations")
        db.commit()


@pytest.mark.parametrize(
    ("harm", "sentence"),
    [
        (spoil, r"已损坏（.+），没有留下备份，请停下程序，改用最近一次好的备份。$"),
        (orphan, r"已损坏（members 第\d+行），没有留下备份，.+。$"),
        (forget, r"不是问稿的数据库，请用 WENGAO_DB 写明它在哪里。$"),
        (lambda path: path.write_bytes(b""), r"不是问稿的数据库，.+。$"),
        (lambda path: path.write_bytes(b"no database" * 99), r"没能把 .+ 备份到 .+（.+not a database），请检查.+。$"),
    ],
)
def test_what_is_not_a_sound_database_of_ours_leaves_no_copy(
    source: Path, harm: Callable[[Path], object], sentence: str
) -> None:
    harm(source)
    with pytest.raises(StoreError, match=sentence):
        back_up(source, "", AT)
    assert {path.name for path in source.parent.iterdir()} == {source.name}


@pytest.mark.parametrize("output", ["nowhere/copy.db", "nowhere/", "wengao.db/copy.db"])
def test_a_place_that_cannot_be_written_is_told_in_a_sentence(source: Path, output: str) -> None:
    with pytest.raises(StoreError, match=r"^没能把 .+ 备份到 .+（.+），请检查路径、权限和磁盘空间。$"):
        back_up(source, f"{source.parent}/{output}", AT)
    assert {path.name for path in source.parent.iterdir()} == {source.name}


def test_a_disk_that_fills_up_is_told_in_a_sentence_and_nothing_half_is_left(source: Path) -> None:
    assert source.stat().st_size > 64 * 512
    done = run("sh", "-c", f"ulimit -f 64; exec {sys.executable} -m bot backup", folder=source.parent)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("没能把 wengao.db 备份到 wengao-")
    assert done.stderr.endswith("，请检查路径、权限和磁盘空间。\n")
    assert {path.name for path in source.parent.iterdir()} == {source.name}


def test_a_conversation_on_a_disk_that_fills_up_ends_with_a_sentence(source: Path) -> None:
    limited = ("sh", "-c", f"ulimit -f 400; exec {sys.executable} -m bot chat")
    done = run(*limited, folder=source.parent, typed="2025\n" * 20)
    assert done.returncode == 1
    assert done.stderr.startswith("数据库现在用不了（")
    assert done.stderr.endswith("，再试一次。\n")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("step", STEPS)
def test_the_program_to_come_copies_an_older_database_without_changing_it(tmp_path: Path, step: str) -> None:
    rows = left_at(step, tmp_path / "wengao.db")
    before = (tmp_path / "wengao.db").read_bytes()
    made = back_up(tmp_path / "wengao.db", "", AT)
    assert (tmp_path / "wengao.db").read_bytes() == before
    assert (made.units, made.drafts, made.answers) == (
        len(rows["units"]),
        len(rows.get("drafts", [])),
        len(rows.get("answers", [])),
    )
    with closing(Database(made.path)) as copy:
        assert rows_of(copy) == rows


def test_the_command_tells_where_the_copy_is_and_what_is_in_it(source: Path) -> None:
    done = run(sys.executable, "-m", "bot", "backup", "-o", "copy.db", folder=source.parent)
    with closing(Database(source.parent / "copy.db")) as copy:
        answers = table(copy, "answers").count
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"备份好了：copy.db（单位2个，草稿2份，答案{answers}条）\n"


def test_the_steps_of_the_readme_bring_a_backup_back(source: Path, content: Content) -> None:
    """After a kill the old -wal is still there, with later commits in it; they must not get into what comes back."""
    kept = source.parent.parent / "kept"
    kept.mkdir()
    made = back_up(source, str(kept), AT)
    with writing(source) as wait:
        wait(20)
    (block,) = (
        part.split("```")[0] for part in README.split("```sh\n")[1:] if f"{NAME} wengao.db" in part.split("```")[0]
    )
    lines = (line.removeprefix("sudo -u wengao ") for line in block.splitlines())
    steps = [
        line.replace("/var/lib/wengao-backup", str(kept)) for line in lines if line.startswith(("mkdir", "mv", "cp"))
    ]
    assert len(steps) == 3
    done = run("sh", "-euc", "\n".join(steps), folder=source.parent)
    assert (done.returncode, done.stderr) == (0, "")
    with closing(open_database(source)) as db:
        assert written(source) == 0
        with closing(Database(made.path)) as copy:
            assert rows_of(db) == rows_of(copy)
        answers = table(db, "answers").count
        go_on(Desk(Store(db, content.pack.id), content))
        assert table(db, "answers").count == answers + 1
