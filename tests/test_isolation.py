"""Nobody outside a unit sees or changes anything of it, whatever they send: all that can be sent is read off the code.

The unit's name, its members' names and its answers bear a mark that stands nowhere else. A stranger, a member put out
and the owner of another unit send every command, every kind of input, every button the unit's own screens can offer
and every kind of link; the store gets every fact and the desk every order with the unit's numbers in it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from io import BytesIO
from itertools import product
from typing import get_args
from zipfile import ZipFile

import pytest

from bot.content.answers_file import read_answers
from bot.desk import Desk
from bot.interview import amendments, approval, events, orders, wordings
from bot.interview import inputs as input_records
from bot.interview.amendments import Act, Amended, Place
from bot.interview.approval import Checked, Filed, Unchecked, Withdrawn
from bot.interview.events import (
    Answer,
    Ask,
    Cleared,
    Closed,
    Erased,
    Fact,
    HandedOver,
    Joined,
    Left,
    Named,
    Opened,
    Removed,
    Reply,
    Say,
    Turn,
)
from bot.interview.inputs import (
    Attached,
    Commanded,
    Edited,
    Fetched,
    Input,
    Pressed,
    Said,
    Sent,
)
from bot.interview.orders import Examine, Export, Invitation, Issue, Outline, Show, Sources
from bot.interview.pages import LOOK, PDF
from bot.interview.scene import Scene
from bot.interview.screens import screen
from bot.interview.session import Session, State
from bot.interview.table import COMMANDS, TABLE
from bot.interview.values import Words
from bot.interview.wordings import Worded
from bot.messages import File, Pictures
from bot.storage.erase import tables_with
from bot.storage.invites import make_invite
from tests.conftest import AT
from tests.interview.test_conversation import OFFERING

MARK = "犇"
UNIT, OTHER = f"{MARK}县{MARK}乡人民政府", "丰泽县柳河镇人民政府"
OWNER, EDITOR, GONE, STRANGER = "victim:1", "victim:2", "gone:1", "stranger:1"
RIVAL, COLLEAGUE = "rival:1", "rival:2"
YEAR = 2025
TYPES: tuple[type, ...] = get_args(Input)
STORES_WORDS = {
    State.NAMING,
    State.ASKING,
    State.GROUP,
    State.ITEM,
    State.OFFERS,
    State.HELD,
    State.CLASHING,
    State.AMENDING,
    State.WITHDRAWING,
    State.CLEARING,
}
"""Where what is typed is kept as one's own: there nobody types the unit's names, or they would read them back."""


def words_in(file: File | Pictures) -> str:
    """What there is to be read of a file and on it; of pages, what is laid out to be drawn."""
    made = file.make
    layout = [str(part) for part in made.args] if isinstance(made, partial) else []
    if isinstance(file, Pictures) or file.name.endswith(".pdf"):
        return "".join(layout)
    written = file.make()
    if file.name.endswith((".docx", ".xlsx")):
        with ZipFile(BytesIO(written)) as archive:
            written = b"".join(archive.read(name) for name in archive.namelist())
    return f"{file.name} {file.sent_as} {file.caption} {written.decode()}"


@dataclass
class World:
    """A desk over a file with two units, and what the outsiders know of the victim: numbers, names, codes."""

    desk: Desk
    at: datetime = AT
    keys: int = 0
    before: dict[str, list[dict[str, object]]] = field(default_factory=dict)
    spent: str = ""
    unused: str = ""

    def send(self, chat: str, given: Input) -> list[str]:
        """Let a chat send something an hour later, so that no stranger is too frequent; give all it gets to read."""
        self.at += timedelta(hours=1)
        self.keys += 1
        self.desk.receive(chat, f"key:{self.keys}", replace(given, at=self.at))
        return self.read(chat)

    def read(self, chat: str) -> list[str]:
        told = []
        for outgoing in self.desk.store.unsent(chat):
            message = self.desk.message(outgoing)
            labels = [button.label for row in message.rows for button in row]
            told += [message.text, *labels, *map(words_in, message.files)]
            self.desk.store.mark_sent(outgoing, outgoing.id, self.at)
        return told

    def join(self, chat: str, unit: str, name: str) -> str:
        code = make_invite(self.desk.store.db, unit, self.at)
        for given in (Commanded(self.at, "start", code), Said(self.at, name), Said(self.at, str(YEAR))):
            self.send(chat, given)
        return code

    def put(self, chat: str, session: Session, *facts: Fact, replies: tuple[Reply, ...] = ()) -> None:
        self.keys += 1
        with self.desk.store.transaction():
            self.desk.store.save(chat, f"key:{self.keys}", Turn(session, facts, replies), self.at)

    def session(self, chat: str) -> Session:
        return self.desk.store.session_of(chat)

    def victims_rows(self) -> dict[str, list[dict[str, object]]]:
        """Every row of every table that is the victim's: by its unit, or else by a chat of its members."""
        db = self.desk.store.db
        (unit,) = db.execute("SELECT id FROM units WHERE name = ?", [UNIT]).fetchone()
        rows = {"units": list(db["units"].rows_where("id = ?", [unit]))}
        for name in db.table_names():
            if name in tables_with(db, "unit"):
                rows[name] = list(db[name].rows_where("unit = ?", [unit]))
            elif name in tables_with(db, "chat"):
                rows[name] = list(db[name].rows_where("chat IN (?, ?)", [OWNER, EDITOR]))
            else:
                assert name in {"units", "alive", "packs"} or name[0] == "_", f"{name} does not say whose its rows are"
        return rows

    def members(self) -> list[int]:
        ids = self.desk.store.db.execute("SELECT id FROM members WHERE chat IN (?, ?)", [OWNER, EDITOR])
        return [id_ for (id_,) in ids]


@pytest.fixture
def world(desk_at: Callable[[], Desk]) -> Iterator[World]:
    desk = desk_at()
    world = World(Desk(desk.store, replace(desk.content, pack=OFFERING)))
    world.desk.store.db.execute("PRAGMA synchronous = OFF")  # what a crash leaves is tested elsewhere
    world.spent = world.join(OWNER, UNIT, f"{MARK}一")
    world.join(EDITOR, UNIT, f"{MARK}二")
    sample = read_answers(world.desk.content.sample, world.desk.content.pack).dossier.answers
    world.put(OWNER, world.session(OWNER), *(marked(answer) for answer in sample))
    own = Amended(YEAR, "disputes.mediated", Act.REWRITE, AT, f"{MARK}。")
    world.put(
        OWNER, world.session(OWNER), own, Amended(YEAR, "disputes.+1", Act.ADD, AT, MARK, (), own.sentence, Place.AFTER)
    )
    world.put(GONE, Session(), *())
    world.join(GONE, UNIT, f"{MARK}三")
    (gone,) = world.desk.store.db.execute("SELECT id FROM members WHERE chat = ?", [GONE]).fetchone()
    world.put(OWNER, world.session(OWNER), Removed(gone, "再见"))
    world.read(GONE)
    world.join(RIVAL, OTHER, "小王")
    world.send(OWNER, Commanded(AT, "draft"))
    world.send(OWNER, Commanded(AT, "members"))
    world.unused = make_invite(world.desk.store.db, UNIT, world.at + timedelta(days=3650))
    for name in ("menu", "file"):
        world.send(OWNER, Commanded(AT, name))
    world.send(OWNER, Said(AT, "定稿"))
    world.send(OWNER, Commanded(AT, "members"))
    world.before = world.victims_rows()
    assert all(
        any(MARK in str(row) for row in world.before[name])
        for name in ("units", "members", "answers", "amendments", "filings")
    )
    assert all(world.before[name] for name in ("drafts", "invites", "sessions", "updates", "outbox"))
    yield world
    world.desk.store.db.close()


def marked(answer: Answer) -> Answer:
    """Put the mark into an answer that is words, and into what was typed."""
    value = Words(MARK + answer.value.text) if isinstance(answer.value, Words) else answer.value
    return answer._replace(value=value, typed=MARK, at=AT)


SHEET = "5.4 普法活动：16次\n5.5 发放宣传资料：5000余份"


def screens(world: World) -> Iterator[tuple[Session, list[str]]]:
    """Every place the victim's chats can be at, with the ids of the buttons offered there."""
    pack, number = world.desk.content.pack, world.session(OWNER).screen
    for chat in (OWNER, EDITOR):
        dossier = world.desk.store.dossier_of(chat)
        for state in State:
            members = list(map(str, world.members())) if state in {State.REMOVING, State.HANDING} else [""]
            about_what = {
                State.ASKING: list(pack.questions),
                State.GROUP: list(dict.fromkeys(ids[0] for ids in pack.group_of.values())),
                State.CLASHING: ["slogan"],
                **{each: ["slogan"] for each in (State.HELD, State.CLEARING, State.REVIEW)},
                **{each: ["opening.guidance"] for each in (State.PASSAGE, State.AMENDING)},
                **{each: ["problems"] for each in (State.ITEM, State.OFFERS)},
            }
            heard = {State.HELD: "13812345678", State.CLASHING: "13812345678", State.TRACED: "查 183"}
            heard[State.COMPARING] = SHEET
            held = (Said(AT, heard[state], 1),) if state in heard else ()
            for about in about_what.get(state, members):
                session = Session(state, YEAR, about, number, held, int(state is State.ITEM))
                yield session, [button.id for row in screen(Scene(pack, dossier, session))[1] for button in row]


def words(world: World, state: State) -> list[str]:
    """What an outsider may type: buttons' words, numbers, codes that must not open, and the victim's names."""
    known = [
        "查 183",
        "查 1段",
        "第1稿",
        world.spent,
        "A" * 16,
        hashlib.sha256(world.spent.encode()).hexdigest()[:32].upper(),
        "1",
        "是",
        "2025",
    ]
    phrases = world.desk.content.pack.phrases
    known += [phrases[key] for key in ("button_leave_yes", "button_remove_yes", "button_hand_yes", "button_cancel")]
    return known if state in STORES_WORDS else [*known, UNIT, f"{MARK}一", f"移出2：{MARK}二", f"交给2：{MARK}二"]


def inputs(world: World, session: Session) -> Iterator[Input]:
    """Every command and every kind of input, as far as a press goes not of the screen."""
    typed = words(world, session.state)
    made: dict[type, list[Input]] = {
        Said: [Said(AT, text, 1) for text in typed],
        Edited: [Edited(AT, text, 1) for text in typed],
        Fetched: [Fetched(AT, SHEET)],
        Sent: [Sent(AT, "Document"), Sent(AT, "Document", "", Attached("file-1", "总结.docx"))],
        Pressed: [
            *(Pressed(AT, number, "yes") for number in (-1, session.screen - 1, session.screen + 1)),
            *(Pressed(AT, 0, f"{form}:work_summary:{YEAR}:00000000") for form in (LOOK, PDF)),
        ],
        Commanded: [Commanded(AT, name, text) for name in (*COMMANDS, "nonsense") for text in ("", *typed[:2])],
    }
    for kind in TYPES:
        yield from made[kind]


def untouched(world: World) -> None:
    assert world.victims_rows() == world.before
    for name, table in product(("answers", "amendments"), ("drafts", "members")):
        column = table.removesuffix("s")
        across = f"SELECT * FROM {name} a JOIN {table} t ON t.id = a.{column} WHERE t.unit != a.unit"  # noqa: S608
        assert world.desk.store.db.execute(across).fetchall() == []


@pytest.mark.parametrize("chat", [STRANGER, GONE])
def test_who_belongs_to_no_unit_learns_and_changes_nothing(world: World, chat: str) -> None:
    presses = {id_: session for session, ids in screens(world) for id_ in ids}
    given: list[Input] = [Pressed(AT, session.screen, id_) for id_, session in presses.items()]
    sentences = {world.desk.content.pack.phrases[key] for key in ("stranger", "bad_code")}
    for one in [*inputs(world, Session()), *given]:
        told = world.send(chat, one)
        assert len(told) == 1
        assert set(told) <= sentences
    untouched(world)
    assert world.session(chat) == Session()


def fits_filing(world: World, state: State) -> None:
    """Have the rival's own draft filed where it is to be withdrawn, and open where it is to be filed."""
    filed = any(each.withdrawn is None for each in world.desk.store.dossier_of(RIVAL).filings)
    walks = {(State.WITHDRAWING, False): ["定稿"], (State.FILING, True): ["撤回定稿", "数据有误"]}
    if walk := walks.get((state, filed)):
        world.put(RIVAL, Session(State.MENU, YEAR, "", world.session(RIVAL).screen))
        world.send(RIVAL, Commanded(AT, "file"))
        for text in walk:
            world.send(RIVAL, Said(AT, text))


def test_another_units_owner_learns_and_changes_nothing(world: World) -> None:
    places = list(screens(world))
    asking = next(session for session, _ in places if session.state is State.ASKING)
    whole = [session for session, _ in places if session.state is not State.ASKING] + [asking]
    presses = {(place, id_): Pressed(AT, place.screen, id_) for place, ids in places for id_ in ids}
    sent: list[tuple[Session, Input]] = [(place, press) for (place, _), press in presses.items()]
    sent += [(place, given) for place in dict.fromkeys(whole) for given in inputs(world, place)]
    sent += [(asking, Commanded(AT, "start", world.unused)), (asking, Said(AT, world.unused))]
    seen: set[State] = set()
    for place, given in sent:
        if world.desk.store.dossier_of(RIVAL).member is None:
            world.join(RIVAL, OTHER, "小王")
        fits_filing(world, place.state)
        world.put(RIVAL, place)
        told = world.send(RIVAL, given)
        assert told, (place, given)
        assert MARK not in "".join(told), (place, given)
        seen.add(world.session(RIVAL).state)
    untouched(world)
    assert seen >= set(TABLE) - {State.REMOVING, State.HANDING}  # there are no colleagues to be removed


def test_the_store_takes_no_fact_about_another_unit(world: World) -> None:
    """Of the victim's members or of one's own colleague: neither reaches into the victim's rows."""
    for kind in get_args(Fact):
        for number in range(4):
            for chat, name in ((RIVAL, "小王"), (COLLEAGUE, "小刘")):
                if world.desk.store.dossier_of(chat).member is None:
                    world.join(chat, OTHER, name)
            for fact in made_of(world)[kind][number : number + 1]:
                world.put(RIVAL, world.session(RIVAL), fact)
                untouched(world)


def made_of(world: World) -> dict[type, list[Fact]]:
    """A few facts of every kind, with the numbers of the victim's members and of the rival's own colleague."""
    own = world.desk.store.dossier_of(RIVAL).colleagues[0].id
    members = (own, *world.members())
    return {
        Joined: [],  # an invite is the door; a stranger with a good one may come in
        Named: [Named("小王")],
        Opened: [Opened(YEAR), Opened(YEAR - 1)],
        Closed: [Closed(YEAR), Closed(YEAR - 1)],
        Answer: [Answer(year, "problems", Words("甲"), "甲", AT, 1) for year in (YEAR, None)],
        Cleared: [Cleared(year, "problems", 1, AT) for year in (YEAR, None)],
        Amended: [Amended(YEAR, "disputes.mediated", act, AT, "甲") for act in Act],
        Removed: [Removed(member, "再见") for member in members],
        HandedOver: [HandedOver(member, "请接手") for member in members],
        Erased: [Erased("再见")],
        Left: [Left()],
        Checked: [Checked(YEAR, "problems.list", "甲", AT)],
        Unchecked: [Unchecked(YEAR, "problems.list", AT)],
        Filed: [Filed(YEAR, "work_summary", number, AT) for number in (1, 2)],
        Worded: [Worded("disputes.mediated", number, AT) for number in (0, 1)],
        Withdrawn: [Withdrawn(YEAR, "work_summary", number, "甲", AT) for number in (1, 2)],
    }


@pytest.mark.parametrize("chat", [STRANGER, GONE, RIVAL, "former"])
def test_an_order_brings_nothing_of_a_unit_to_a_chat_outside_it(world: World, chat: str) -> None:
    """`former`: an editor who gave the order and was put out before it was fulfilled."""
    documents = world.desk.content.prose.documents
    made: dict[type, list[Reply]] = {
        Say: [],
        Ask: [],  # both hold their words already: they are withdrawn, see test_membership.py
        Issue: [Issue(document, YEAR, filing) for document in documents for filing in (0, 1)],
        Show: [
            Show(form, document, YEAR, "0" * 8, filing)
            for document in documents
            for form in (LOOK, PDF)
            for filing in (0, 1)
        ],
        Examine: [Examine("file-1", world.at)],
        Outline: [Outline("whole", YEAR)],
        Sources: [Sources(YEAR)],
        Invitation: [Invitation(world.at)],
        Export: [Export(world.at)],
    }
    rows = [reply for kind in get_args(Reply) for reply in made[kind]]
    if chat == "former":
        world.put(EDITOR, world.session(EDITOR), replies=tuple(rows))
        held = world.desk.store.unsent(EDITOR)
        world.put(OWNER, world.session(OWNER), Removed(world.members()[1], "再见"))
    else:
        world.put(chat, Session(), replies=tuple(rows))
        held = world.desk.store.unsent(chat)
    assert len(held) == len(rows)
    invites = [row for row in world.before["invites"] if row["used_at"]]
    for outgoing in held:
        message = world.desk.message(outgoing)
        assert MARK not in message.text + "".join(map(words_in, message.files))
        assert not (message.files or message.examines) or chat == RIVAL
    assert [row for row in world.victims_rows()["invites"] if row["used_at"]] == invites
    if chat != "former":
        untouched(world)
    else:
        assert [outgoing.reply for outgoing in world.desk.store.unsent(EDITOR)] == [Say("再见")]


def test_what_is_walked_here_is_all_there_is(world: World) -> None:
    """Fails where a state's screen, a command, an input, a fact or a reply is added that the walk would not meet."""
    assert {session.state for session, _ in screens(world)} == set(State) == set(TABLE)
    commands = {given.name for given in inputs(world, Session()) if isinstance(given, Commanded)}
    assert commands == {*COMMANDS, "nonsense"}
    ids = {id_ for session, ids in screens(world) for id_ in ids if session.state is State.MEMBERS}
    assert {f"{mark}{member}" for mark in "rh" for member in world.members()[1:]} <= ids
    modules = (input_records, events, orders, approval, amendments, wordings)
    ours = [each for module in modules for each in vars(module).values()]
    homes = {module.__name__ for module in modules}
    named = {kind for kind in ours if isinstance(kind, type) and kind.__module__ in homes}
    records = {
        events.Button,
        input_records.Attached,
        State,
        Session,
        events.Member,
        events.Invite,
        events.Dossier,
        events.Change,
        events.History,
        Turn,
        Act,
        Place,
        amendments.Tie,
    }
    assert {*TYPES, *get_args(Fact), *get_args(Reply)} == named - records
