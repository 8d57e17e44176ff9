"""The questions are changed between two messages: every answer stays, what changed is told once, nothing is misread."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.channels.terminal import CHAT, to_input, turn
from bot.content.content import Content, read_content
from bot.desk import Desk
from bot.interview.inputs import Commanded, Pressed, Said
from bot.interview.pack import Choice, Kind, Pack, Question
from bot.interview.scene import Scene
from bot.interview.screens import keyboard
from bot.interview.session import State
from bot.storage.export import exported
from bot.storage.opening import open_database
from bot.storage.packs import remember
from bot.storage.store import Store
from tests.conftest import AT
from tests.short import CONTENT, HOME

Change = tuple[str, str, str]

_CODE, _CONSTITUTION = "      civil_code: 《民法典》\n", "      constitution: 《宪法》\n"

EDITS: tuple[Change, ...] = (
    ("pack.yaml", "# 随答案变化的词", "renamed: {publicity_events: law_events}\n\n# 随答案变化的词"),
    ("publicity.yaml", "- id: publicity_events", "- id: law_events"),
    ("publicity.j2", "{{ publicity_events }}", "{{ law_events }}"),
    ("sample.yaml", "publicity_events:", "law_events:"),
    ("publicity.yaml", "      petition: 《信访工作条例》\n", ""),
    ("publicity.yaml", _CODE + _CONSTITUTION, _CONSTITUTION + _CODE),
    ("publicity.yaml", "    example: 3000余人次\n", ""),
    ("publicity.yaml", "    kind: count\n    units: [人次, 人]\n", "    kind: yes_no\n"),
    ("opening.yaml", "id: slogan", "id: motto"),
    ("opening.yaml", "本地{year}年的法治工作口号（抓手）是什么？没有就跳过。", "本地法治工作的抓手是什么？"),
    ("opening.yaml", "label: 口号（抓手）", "label: 抓手"),
    ("opening.j2", "{{ slogan | quoted }}", "{{ motto | quoted }}"),
    ("sample.yaml", "slogan:", "motto:"),
    ("sample.yaml", "民法典、宪法、信访工作条例", "民法典、宪法"),
    ("sample.yaml", "audience: 3000余人次", "audience: 是"),
)
"""A rename, a question gone and one come in its place, choices gone and reordered, a kind changed."""


def edited(home: Path, *edits: Change) -> Content:
    """The short content with changes, as an operator's own."""
    for name in ("prompts", "templates"):
        if not (home / name).exists():
            shutil.copytree(HOME / name, home / name)
    for name, old, new in edits:
        (path,) = home.rglob(name)
        text = path.read_text(encoding="utf-8")
        assert old in text, (name, old)
        path.write_text(text.replace(old, new), encoding="utf-8")
    return read_content(home)


def opened(content: Content, path: Path) -> Desk:
    """A desk as `open_desk` opens it."""
    db = open_database(path)
    remember(db, content.pack)
    return Desk(Store(db, content.pack.id, content.pack.version, content.pack.called_now), content)


@dataclass
class Talk:
    """A terminal that is closed between any two lines, and may come back with other questions."""

    path: Path
    content: Content
    at: datetime = AT

    def say(self, *lines: str) -> str:
        told: list[str] = []
        for line in lines:
            desk = opened(self.content, self.path)
            desk.store.ensure_local(CHAT, AT)
            self.at += timedelta(minutes=1)
            told.append(f"> {line}\n")
            turn(desk, CHAT, to_input(line, self.at), told.append, lambda: self.at)
            desk.store.db.close()
        return "\n".join(told)

    def desk(self) -> Desk:
        return opened(self.content, self.path)

    def go(self, question: str) -> None:
        """Stand at a question, as who came to it."""
        desk = self.desk()
        with desk.store.transaction():
            desk.store.db.execute("UPDATE sessions SET state = 'asking', question = ?", [question])
        desk.store.db.close()

    def rows(self) -> list[dict[str, Any]]:
        return list(self.desk().store.db["answers"].rows)


@pytest.fixture
def talk(tmp_path: Path, content: Content, monkeypatch: pytest.MonkeyPatch) -> Talk:
    monkeypatch.chdir(tmp_path)
    return Talk(tmp_path / "wengao.db", content)


START = ("/start", "2025", "黔江区", "白土乡", "乡")


def test_an_update_between_two_messages_reads_as_its_transcript(
    talk: Talk, tmp_path: Path, golden: Callable[[str, str], None]
) -> None:
    told = talk.say(*START, "/menu", "普法", "民法典、信访工作条例", "是", "法律六进", "16次", "5000余份", "3000余人次")
    told += "\n" + talk.say("/menu", "报告开头", "/skip", "/skip", "党建引领", "/back")
    before = talk.rows()
    talk.content = edited(tmp_path / "own", *EDITS)
    told += "\n〔问卷更新〕\n\n" + talk.say("产业为基", "/menu", "普法", "完成", "是", "/menu")
    golden("transcripts/更新问卷.txt", told)
    assert talk.rows()[: len(before)] == before
    assert told.count("问卷更新了") == 1


def test_a_renamed_question_keeps_its_answer_and_its_place_and_a_chain_of_renames_holds(
    talk: Talk, tmp_path: Path
) -> None:
    talk.say(*START, "/menu", "普法", "/skip", "/skip", "/skip")
    talk.content = edited(tmp_path / "own", *EDITS[:4])
    assert "✓ 普法活动：16次" in talk.say("16次")
    chain = (
        ("pack.yaml", "{publicity_events: law_events}", "{publicity_events: law_events, law_events: events}"),
        *((name, "law_events", "events") for name in ("publicity.yaml", "publicity.j2", "sample.yaml")),
    )
    talk.content = edited(tmp_path / "own", *chain)
    assert talk.content.pack.called_now == {"publicity_events": "events", "law_events": "events"}
    dossier = talk.desk().store.dossier_of(CHAT)
    assert [answer.question for answer in dossier.answers if "events" in answer.question] == ["events"]
    assert {row["question"] for row in talk.rows()} >= {"law_events"}
    talk.say("/menu", "普法", "/skip", "/skip", "/skip", "18次")
    assert [a.typed for a in talk.desk().store.dossier_of(CHAT).answers if a.question == "events"] == ["18次"]


def test_items_of_a_renamed_list_are_deleted_and_numbered_on_as_before(talk: Talk, tmp_path: Path) -> None:
    talk.say(*START)
    talk.go("warnings")
    talk.say("甲事", "乙事")
    talk.content = edited(
        tmp_path / "own",
        ("pack.yaml", "# 随答案变化的词", "renamed: {warnings: cautions}\n\n# 随答案变化的词"),
        ("enforcement.yaml", "id: warnings", "id: cautions"),
        ("enforcement.j2", "warnings", "cautions"),
        ("sample.yaml", "  warnings:", "  cautions:"),
    )
    talk.say("删1", "丙事")
    answers = [answer for answer in talk.desk().store.dossier_of(CHAT).answers if answer.question == "cautions"]
    assert [(answer.item, answer.typed) for answer in answers] == [(2, "乙事"), (3, "丙事")]


def test_a_typed_number_is_not_read_by_an_order_of_choices_nobody_saw(talk: Talk, tmp_path: Path) -> None:
    talk.say(*START, "/menu", "普法")
    talk.content = edited(tmp_path / "own", EDITS[5])
    before = talk.rows()
    assert "刚才那一下没有算" in talk.say("1")
    assert talk.rows() == before
    talk.say("1")
    (answer,) = (a for a in talk.desk().store.dossier_of(CHAT).answers if a.question == "publicity_laws")
    assert "constitution" in str(answer.value)


def test_what_changed_elsewhere_stops_no_answer(talk: Talk, tmp_path: Path) -> None:
    talk.say(*START)
    talk.go("peace_goal")
    talk.content = edited(tmp_path / "own", *EDITS[4:])
    told = talk.say("平安白土")
    assert "问卷更新了：新增1题（抓手）、去掉1题（口号（抓手））、改动2题（宣传的法律法规、普法受众）。" in told
    assert "✓ 平安创建：平安白土" in told


def test_what_changed_in_a_group_is_looked_at_before_one_message_answers_it(talk: Talk, tmp_path: Path) -> None:
    talk.say(*START, "/menu", "普法", "/skip", "/skip", "/skip")
    talk.content = edited(tmp_path / "own", *EDITS[4:])
    before = talk.rows()
    assert "刚才那一下没有算" in talk.say("16次，5000余份，3000余人次")
    assert talk.rows() == before


def test_another_wording_of_the_bot_is_no_change_of_the_questions(talk: Talk, tmp_path: Path) -> None:
    talk.say(*START)
    talk.content = edited(tmp_path / "own", ("phrases.yaml", "这是第一题", "这就是第一题"))
    assert "问卷更新" not in talk.say("/menu")


def test_every_chat_is_told_once(talk: Talk, tmp_path: Path) -> None:
    talk.say(*START)
    talk.content = edited(tmp_path / "own", *EDITS)
    assert [talk.say("/start").count("问卷更新了") for _ in range(3)] == [1, 0, 0]


def test_answers_to_a_question_that_is_gone_stay_and_are_exported(talk: Talk, tmp_path: Path) -> None:
    talk.say(*START, "/menu", "报告开头", "/skip", "/skip", "党建引领")
    talk.content = edited(tmp_path / "own", *EDITS)
    talk.say("/menu", "/draft")
    desk = talk.desk()
    (unit,) = desk.store.db.execute("SELECT id FROM units").fetchone()
    assert "党建引领" in exported(desk.store.db, unit, AT).decode()


def test_a_draft_opened_120_days_later_is_where_it_was(talk: Talk) -> None:
    talk.say(*START, "/menu", "普法", "民法典", "是")
    asked = talk.say("/start")
    talk.at += timedelta(days=120)
    assert talk.say("/start") == asked
    assert "✓ 法律几进：“法律六进”" in talk.say("1")


# Whatever is changed in the questions.

FREE = ("slogan", "publicity_laws", "publicity_events", "leaflets", "audience", "law_in", "peace_goal", "problems")
KINDS = st.sampled_from(list(Kind))


def changed(pack: Pack, edits: list[tuple[str, str, Kind]]) -> Pack:
    """A pack with questions renamed, removed, added, of another kind, or with other choices."""
    renamed = dict(pack.renamed)
    sections = []
    for section in pack.sections:
        questions: list[Question] = []
        for question in section.questions:
            free = any(condition.question.removesuffix("_2") in FREE for condition in question.when)
            now: Question | None = replace(question, when=()) if free else question
            for id_, how, kind in edits:
                if now is not None and now.id == id_:
                    now = _edited(now, how, kind, renamed, questions)
            questions += [now] if now else []
        sections.append(replace(section, questions=tuple(questions)))
    version = f"{len(edits)}{hash(str(edits))}"
    return replace(pack, sections=tuple(sections), renamed=renamed, version=version, write=lambda dossier, year: ())


def _edited(
    question: Question, how: str, kind: Kind, renamed: dict[str, str], questions: list[Question]
) -> Question | None:
    match how:
        case "remove":
            return None
        case "rename":
            renamed[question.id] = f"{question.id}_2"
            return replace(question, id=f"{question.id}_2", when=())
        case "kind":
            choices = question.choices or (Choice("a", "甲"), Choice("b", "乙"))
            return replace(
                question, kind=kind, choices=choices if "choice" in kind.value else (), units=(), other=False
            )
        case "reverse":
            return replace(question, choices=question.choices[::-1])
        case "fewer":
            return replace(question, choices=question.choices[1:] or question.choices)
    questions.append(
        Question(f"new_{question.id}", "新的题？", f"新{len(questions)}", kind, choices=(Choice("a", "甲"),))
    )
    return question


EDIT = st.tuples(st.sampled_from(FREE), st.sampled_from(["remove", "rename", "kind", "reverse", "fewer", "add"]), KINDS)
ACT = st.sampled_from(
    ["16次", "1", "是", "没有", "民法典、宪法", "甲", "待问同事", "/menu", "/skip", "/back", "完成", "press"]
)


@given(
    st.lists(
        st.tuples(st.lists(EDIT, max_size=3, unique_by=lambda edit: edit[0]), st.lists(ACT, max_size=5)), max_size=3
    )
)
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_change_of_the_questions_raises_or_loses_a_row(steps: list[tuple[list[Any], list[str]]]) -> None:
    content = CONTENT
    db = open_database(":memory:")
    pack, at = content.pack, AT
    rows: list[dict[str, Any]] = []
    for number, (edits, acts) in enumerate([([], ["/start", "2025", "黔江区"]), *steps]):
        pack = changed(pack, edits) if number else pack
        remember(db, pack)
        desk = Desk(Store(db, pack.id, pack.version, pack.called_now), replace(content, pack=pack))
        desk.store.ensure_local(CHAT, AT)
        if number:
            session = desk.store.session_of(CHAT)
            place = FREE[number] if FREE[number] in pack.questions else session.question
            with desk.store.transaction():
                db.execute("UPDATE sessions SET state = 'asking', question = ?", [place])
        for act in acts:
            at += timedelta(minutes=1)
            session = desk.store.session_of(CHAT)
            if act == "press":
                scene = Scene(pack, desk.store.dossier_of(CHAT), session)
                known = session.question in pack.questions or session.state is not State.ASKING
                ids = [button.id for row in keyboard(scene) for button in row] if known else ["=yes"]
                given_: Any = Pressed(at, session.screen, ids[len(rows) % len(ids)])
            else:
                given_ = Commanded(at, act[1:]) if act.startswith("/") else Said(at, act, len(rows))
            desk.receive(CHAT, f"key:{at.isoformat()}", given_)
            for outgoing in desk.store.unsent(CHAT):
                assert desk.message(outgoing).text
                desk.store.mark_sent(outgoing, outgoing.id, at)
            kept = list(db["answers"].rows)
            assert kept[: len(rows)] == rows
            rows = kept
    db.close()
