"""The program as a person starts it: a process of its own, in another folder, told by arguments and environment."""

from __future__ import annotations

import asyncio
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import zipfile
from asyncio.subprocess import PIPE, STDOUT
from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.channels.terminal import to_input
from bot.content.content import Content, read_content
from bot.desk import Desk
from bot.documents import FORMS
from bot.storage.invites import make_invite
from bot.storage.opening import open_database
from bot.storage.store import Store
from tests.botapi import BotApi
from tests.conftest import AT

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "prompts" / "law_based_government" / "sample.yaml"
GOLDEN = (ROOT / "tests" / "documents" / "白土乡.txt").read_bytes()
TOKEN = "110201543:" + "A" * 35
KEYS = ["id", "section", "kind", "units", "ask", "choices", "required", "group", "holder", "last_year", "documents"]

Done = subprocess.CompletedProcess[str]


@pytest.fixture(scope="session")
def content() -> Content:
    """The commands are run with the shipped content."""
    return read_content()


def environment(settings: dict[str, str], home: Path = ROOT) -> dict[str, str]:
    """Give this process's environment without settings of ours but these; the program is the one in `home`."""
    ours = {key: value for key, value in os.environ.items() if not key.startswith(("WENGAO_", "PYTHON"))}
    return ours | {"PYTHONPATH": str(home), "PYTHONUTF8": "1"} | settings


def python(folder: Path, *arguments: str, home: Path = ROOT, settings: dict[str, str] | None = None) -> Done:
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, *arguments],
        cwd=folder,
        env=environment(settings or {}, home),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


def wengao(folder: Path, *arguments: str, **settings: str) -> Done:
    return python(folder, "-m", "bot", *arguments, settings=settings)


def refused(done: Done, sentence: str) -> bool:
    """Tell whether a command ended with 1 and this one sentence, and no traceback."""
    lines = done.stderr.splitlines()
    return (done.returncode, done.stdout, len(lines)) == (1, "", 1) and sentence in lines[0] and lines[0][-1] == "。"


def test_the_demo_tells_of_every_section_and_writes_what_the_sample_assembles_to(
    tmp_path: Path, content: Content
) -> None:
    demo = wengao(tmp_path, "demo", "-o", "deep/demo")
    assert (demo.returncode, demo.stderr) == (0, "")
    lines = demo.stdout.splitlines()
    asked = [s.title for s in content.pack.sections if not all(question.optional for question in s.questions)]
    sections, told = lines[: len(asked)], lines[len(asked) :]
    assert [line.split("：")[0] for line in sections] == asked
    assert all(re.fullmatch(r"\S+：问了\d+题，答了\d+题", line) for line in sections)
    wanted = [
        (f"写好了{form.name}", f"{id_}.{extension}")
        for id_, form in content.prose.documents.items()
        for extension in ("txt", "docx", "xlsx" if form.columns else "pdf")
    ]
    for line, (says, file) in zip(told, wanted, strict=True):
        assert line.startswith((f"{says}：", "没有写 ")), line
        assert file in line
    assembled = wengao(tmp_path, "assemble", str(SAMPLE), "-o", "work_summary.txt")
    assert (assembled.returncode, assembled.stderr) == (0, "")
    written = (tmp_path / "deep" / "demo" / "work_summary.txt").read_bytes()
    assert written == (tmp_path / "work_summary.txt").read_bytes() == GOLDEN
    assert not list(tmp_path.glob("*.db"))


def test_every_question_is_listed_with_all_that_is_known_of_it(tmp_path: Path, content: Content) -> None:
    rows = json.loads(wengao(tmp_path, "questions", "--json").stdout)
    assert [row["id"] for row in rows] == list(content.pack.questions)
    assert all(set(KEYS) <= set(row) for row in rows)
    row = next(row for row in rows if row["id"] == "publicity_events")
    assert (row["section"], row["kind"], row["units"], row["required"]) == (
        "publicity",
        "count",
        ["次", "场", "个"],
        True,
    )
    assert (row["holder"], row["last_year"], row["documents"]) == (
        "司法所",
        "show",
        ["annual_report", "annual_report_public", "brief", "data_sheet", "work_summary"],
    )
    plain = wengao(tmp_path, "questions").stdout.splitlines()
    assert [line.split("\t")[0] for line in plain] == list(content.pack.questions)


def test_json_of_a_document_ties_figures_to_their_questions(tmp_path: Path) -> None:
    done = wengao(tmp_path, "assemble", str(SAMPLE), "-f", "json", "-o", "out.json")
    assert done.returncode == 0
    written = (tmp_path / "out.json").read_text(encoding="utf-8")
    assert json.loads(written)[0]["block"] == "Title"
    assert '"publicity_events"' in written


BEGINS = {"text": "黔江区".encode(), "json": b"[", "docx": b"PK", "pdf": b"%PDF", "xlsx": b"PK"}


DOCUMENT = defaultdict(lambda: "work_summary", xlsx="data_sheet")


@pytest.mark.parametrize("form", FORMS)
def test_the_same_answers_give_the_same_bytes_wherever_and_whenever_they_are_written(tmp_path: Path, form: str) -> None:
    made = []
    for folder, zone in (("甲", "Asia/Shanghai"), ("b/c", "America/St_Johns")):
        (tmp_path / folder).mkdir(parents=True)
        settings = {"PYTHONHASHSEED": str(len(folder)), "TZ": zone, "LC_ALL": "C"}
        done = wengao(
            tmp_path / folder, "assemble", str(SAMPLE), "-d", DOCUMENT[form], "-f", form, "-o", "out", **settings
        )
        if form == "pdf" and done.returncode:
            pytest.skip(done.stderr.strip())
        assert (done.returncode, done.stderr) == (0, "")
        made.append((tmp_path / folder / "out").read_bytes())
    assert made[0] == made[1]
    assert made[0].startswith(BEGINS[form])


def test_without_what_draws_the_page_all_but_the_pdf_is_written_and_it_is_said_what_to_install(
    tmp_path: Path, content: Content
) -> None:
    (tmp_path / "typst.py").write_text("raise ImportError", encoding="utf-8")
    demo = wengao(tmp_path, "demo")
    assert (demo.returncode, demo.stderr) == (0, "")
    assert re.search(r"没有写 demo.work_summary\.pdf：.*wengao\[preview\]", demo.stdout)
    assert sorted(file.name for file in (tmp_path / "demo").iterdir()) == sorted(
        f"{id_}.{extension}"
        for id_, form in content.prose.documents.items()
        for extension in ("txt", "docx", *(["xlsx"] if form.columns else []))
    )
    assert refused(wengao(tmp_path, "assemble", str(SAMPLE), "-f", "pdf", "-o", "out.pdf"), "wengao[preview]")
    assert not (tmp_path / "out.pdf").exists()


def test_the_shipped_content_has_no_fault(tmp_path: Path) -> None:
    checked = wengao(tmp_path, "check")
    assert (checked.returncode, checked.stderr) == (0, "")
    assert checked.stdout.startswith("没有毛病：")


def test_a_broken_copy_of_the_content_is_refused_with_file_and_line_of_every_fault(tmp_path: Path) -> None:
    for part in ("prompts", "templates"):
        shutil.copytree(ROOT / part, tmp_path / "own" / part)
    faults = {"publicity.yaml": ("example: 16次", "exampel: 16次"), "closing.yaml": ("kind: date", "kind: day")}
    lines = {}
    for name, (good, bad) in faults.items():
        file = tmp_path / "own" / "prompts" / "law_based_government" / name
        broken = file.read_text(encoding="utf-8").replace(good, bad)
        file.write_text(broken, encoding="utf-8")
        lines[name] = broken[: broken.index(bad)].count("\n") + 1
    for arguments in (("check", "--content", "own"), ("--content", "own", "check"), ("--content", "own", "questions")):
        checked = wengao(tmp_path, *arguments)
        assert (checked.returncode, checked.stdout) == (1, "")
        assert "Traceback" not in checked.stderr
        for name, line in lines.items():
            assert f"law_based_government/{name}:{line}: " in checked.stderr


def test_an_answers_file_is_refused_with_the_line_of_every_fault(tmp_path: Path) -> None:
    text = "pack: law_based_government\nyear: 2025\nnotes: 多\nanswers:\n  leaflet: 5份\n  publicity_events: 很多次\n"
    (tmp_path / "answers.yaml").write_text(text, encoding="utf-8")
    done = wengao(tmp_path, "assemble", "answers.yaml", "-o", "out.txt")
    assert (done.returncode, done.stdout) == (1, "")
    assert [line.split(" ")[0] for line in done.stderr.splitlines()] == [f"answers.yaml:{at}:" for at in (3, 5, 6)]
    for words in ("“notes”", "“leaflet”，是不是“leaflets”", "“很多次”说不准是多少"):
        assert words in done.stderr
    assert not (tmp_path / "out.txt").exists()


def test_an_answers_file_with_a_telephone_number_is_written_and_told_of(tmp_path: Path) -> None:
    body = "pack: law_based_government\nyear: 2025\nanswers:\n  problems:\n    - 联系13812345678\n"
    (tmp_path / "answers.yaml").write_text(body, encoding="utf-8")
    done = wengao(tmp_path, "assemble", "answers.yaml", "-o", "out.txt")
    assert done.returncode == 0
    assert done.stderr.startswith("提醒：answers.yaml:5: 题“problems”：里面有像电话号码的数字（138******78）")
    assert "联系13812345678" in (tmp_path / "out.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ("run", "WENGAO_BOT_TOKEN"),
        ("nonsense", "nonsense"),
        ("invite", "--unit"),
        ("invite --unit 白土👍乡", "“👍”在公文里印不出来"),
        ("members --remove 1", "--unit"),
        ("members --unit 没有的乡", "没有单位“没有的乡”"),
        ("export --unit 没有的乡 -o out", "没有单位“没有的乡”"),
        ("erase --unit 没有的乡 --yes", "没有单位“没有的乡”"),
        ("demo --nonsense", "--nonsense"),
        ("--content nowhere check", "nowhere 里没有 prompts/"),
        (f"assemble {SAMPLE} -d nonsense -o out.txt", "work_summary"),
        (f"assemble {SAMPLE} -f xlsx -o out.xlsx", "-d data_sheet"),
        (f"assemble {SAMPLE} -o nowhere/out.txt", "nowhere/out.txt 写不进去"),
    ],
)
def test_what_a_person_can_mend_is_said_in_one_sentence(tmp_path: Path, arguments: str, sentence: str) -> None:
    assert refused(wengao(tmp_path, *arguments.split()), sentence)


def test_a_database_that_cannot_be_opened_is_said_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "wengao.db").write_bytes(b"no database " * 100)
    for arguments in (("chat",), ("invite", "--unit", "白土乡人民政府")):
        assert refused(wengao(tmp_path, *arguments), "数据库 wengao.db 打不开")


# Invites, the token, and the bot as a process.


def test_an_invite_is_printed_and_is_nowhere_in_the_database(tmp_path: Path) -> None:
    done = wengao(tmp_path, "invite", "--unit", "白土乡人民政府")
    assert (done.returncode, done.stderr) == (0, "")
    code = re.findall("[0-9A-Z]{16}", done.stdout)
    assert code == [code[0], code[0]]
    files = list(tmp_path.glob("wengao.db*"))
    assert any("白土乡人民政府".encode() in file.read_bytes() for file in files)
    assert not any(code[0].encode() in file.read_bytes() for file in files)


def unit_of_two(folder: Path, content: Content) -> Desk:
    """A unit with an owner and an editor who answered."""
    desk = Desk(Store(open_database(folder / "wengao.db"), content.pack.id), content)
    for name in ("小李", "小王"):
        code = make_invite(desk.store.db, "白土乡人民政府", datetime.now(UTC))
        for text in (f"/start {code}", name, "2025"):
            desk.receive(f"telegram:{name}", desk.store.next_key(), to_input(text, AT))
    for text in ("/menu", "11", "人手不够"):
        desk.receive("telegram:小李", desk.store.next_key(), to_input(text, AT))
    return desk


def test_an_administrator_lists_members_changes_the_owner_and_puts_one_out(tmp_path: Path, content: Content) -> None:
    desk = unit_of_two(tmp_path, content)
    joined = "2026-01-08"
    listed = wengao(tmp_path, "members")
    assert listed.stdout == f"白土乡人民政府\n1\t负责人\t小李\t{joined}\n2\t编辑\t小王\t{joined}\n"
    unit = ("members", "--unit", "白土乡人民政府")
    assert refused(wengao(tmp_path, *unit, "--remove", "1"), "请先用 --owner 换一位负责人")
    assert refused(wengao(tmp_path, *unit, "--owner", "7"), "没有编号7的成员")
    assert refused(wengao(tmp_path, *unit, "--remove", "7"), "没有编号7的成员")
    assert wengao(tmp_path, *unit).stdout == listed.stdout
    done = wengao(tmp_path, *unit, "--owner", "2", "--remove", "1")
    assert (done.stdout, done.stderr) == (f"白土乡人民政府\n2\t负责人\t小王\t{joined}\n", "")
    told = {chat: desk.message(desk.store.unsent(chat)[-1]).text for chat in ("telegram:小李", "telegram:小王")}
    phrases = content.pack.phrases
    assert told == {"telegram:小李": phrases["removed_you"], "telegram:小王": phrases["made_owner"]}
    desk.store.db.close()


def test_an_administrator_exports_a_unit_and_erases_it(tmp_path: Path, content: Content) -> None:
    desk = unit_of_two(tmp_path, content)
    done = wengao(tmp_path, "export", "--unit", "白土乡人民政府", "-o", "deep/out")
    names = ["wengao.json", "law_based_government_2025.csv"]
    assert done.stdout.splitlines() == [f"写好了：deep/out/{name}" for name in names]
    assert [answer["typed"] for answer in json.loads((tmp_path / "deep/out" / names[0]).read_bytes())["answers"]] == [
        "人手不够"
    ]
    assert "人手不够" in (tmp_path / "deep/out" / names[1]).read_text(encoding="utf-8-sig")
    shutil.rmtree(tmp_path / "deep")
    erase = ("erase", "--unit", "白土乡人民政府")
    assert refused(wengao(tmp_path, *erase), "--yes")
    assert desk.store.dossier_of("telegram:小李").answers
    done = wengao(tmp_path, *erase, "--yes")
    assert (done.returncode, done.stdout.strip()) == (0, content.pack.phrases["erased"])
    assert wengao(tmp_path, "members").stdout == ""
    assert [row.chat for row in desk.store.unsent()] == ["telegram:小李", "telegram:小王"]
    assert not any("人手不够".encode() in path.read_bytes() for path in tmp_path.iterdir())
    desk.store.db.close()


def test_the_token_is_never_printed_where_telegram_cannot_be_reached(tmp_path: Path) -> None:
    settings = {"WENGAO_BOT_TOKEN": TOKEN, "WENGAO_API_URL": "http://127.0.0.1:9"}
    done = wengao(tmp_path, "invite", "--unit", "白土乡人民政府", **settings)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "A" * 35 not in done.stdout + done.stderr


async def test_a_token_that_telegram_refuses_is_said_in_one_sentence_without_the_token(tmp_path: Path) -> None:
    async with BotApi() as api:
        settings = {"WENGAO_BOT_TOKEN": TOKEN[:-1] + "B", "WENGAO_API_URL": api.url}
        done = await asyncio.to_thread(wengao, tmp_path, "run", **settings)
    assert refused(done, "WENGAO_BOT_TOKEN")
    assert "A" * 34 not in done.stderr


async def life(api: BotApi, folder: Path, awaited: str, number: int) -> tuple[int | None, str]:
    """Run the bot as a process until the chat holds these words, then send it this signal; give how it ended."""
    environ = environment({"WENGAO_BOT_TOKEN": TOKEN, "WENGAO_API_URL": api.url.removesuffix("/bot")})
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", cwd=folder, env=environ, stdout=PIPE, stderr=STDOUT
    )
    chat = api.world.chats[4711]
    try:
        await api.until(lambda: any(awaited in message.text for _, message in chat.news), timeout=30, what=awaited)
        await api.settled()
    except TimeoutError:
        process.kill()
        raise
    process.send_signal(number)
    said, _ = await process.communicate()
    return process.returncode, said.decode()


async def test_the_bot_killed_and_started_again_goes_on_and_ends_well_when_told_to(tmp_path: Path) -> None:
    async with BotApi() as api:
        settings = {"WENGAO_BOT_TOKEN": TOKEN, "WENGAO_API_URL": api.url}
        invite = await asyncio.to_thread(wengao, tmp_path, "invite", "--unit", "白土乡人民政府", **settings)
        (code,) = re.findall(r"https://t\.me/wengao_test_bot\?start=(\w+)", invite.stdout)
        user = api.user(4711)
        user.say(f"/start {code}")
        killed, first = await life(api, tmp_path, "怎么称呼您", signal.SIGKILL)
        user.say("小李")
        ended, second = await life(api, tmp_path, "好的，小李", signal.SIGTERM)
    assert (killed, ended) == (-signal.SIGKILL, 0)
    assert "A" * 35 not in first + second
    assert "Traceback" not in first + second


# The wheel.


def test_the_wheel_alone_runs_from_anywhere(tmp_path: Path) -> None:
    built = python(ROOT, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path))
    assert built.returncode == 0, built.stderr
    (wheel,) = tmp_path.glob("wengao-*.whl")
    home, folder = tmp_path / "unpacked", tmp_path / "elsewhere"
    folder.mkdir()
    zipfile.ZipFile(wheel).extractall(home)
    found = python(folder, "-c", "from bot.content.content import shipped; print(shipped())", home=home)
    assert found.stdout.strip() == str(home / "bot" / "shipped")
    listed = python(folder, "-m", "bot", "questions", home=home)
    assert listed.stdout == wengao(folder, "questions").stdout
    parts = python(folder, "-c", "from bot.report.docx_base import base; print(len(base()) > 0)", home=home)
    assert parts.stdout.strip() == "True", parts.stderr
    demo = python(folder, "-m", "bot", "demo", home=home)
    assert (demo.returncode, demo.stderr) == (0, "")
    assert (folder / "demo" / "work_summary.txt").read_bytes() == GOLDEN
