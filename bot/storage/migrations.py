"""The shape of the database, step by step; never edit a step that was released, add one."""

from __future__ import annotations

from collections.abc import Callable

from sqlite_utils import Database, Migrations

from bot.errors import StoreError
from bot.storage.tables import table, transaction

migrations = Migrations("wengao")


def check_ours(db: Database) -> None:
    """StoreError where a database is newer than this program, or another program's; changes nothing."""
    applied = {step.name for step in migrations.applied(db)}
    if applied - {step.name for step in migrations.pending(Database(memory=True))}:
        raise StoreError("这个数据库是更新版本的问稿建的，请先升级程序再打开它。")
    if not applied and set(db.table_names()) - {migrations.migrations_table, "sqlite_sequence"}:
        raise StoreError("这个数据库是别的程序的，请用 WENGAO_DB 写明问稿的数据库在哪里。")


def migrate(db: Database, before: Callable[[str], object] = lambda _: None) -> None:
    """Bring a database to the newest shape, by all steps or none.

    `before` is called with the first step's name where there are rows, while nobody else can write.
    """
    if not migrations.pending(db):
        return
    with transaction(db):
        steps = migrations.pending(db)
        if steps and "units" in db.table_names() and table(db, "units").count:
            before(steps[0].name)
        migrations.apply(db)


@migrations()
def m001_units(db: Database) -> None:
    """Units, their members, and invites."""
    table(db, "units").create({"id": int, "name": str, "created_at": str}, pk="id", not_null={"name"})
    table(db, "members").create(
        {"id": int, "unit": int, "chat": str, "role": str, "name": str, "joined_at": str, "left_at": str},
        pk="id",
        foreign_keys=[("unit", "units")],
        not_null={"unit", "chat", "role", "name"},
    )
    db.execute("CREATE UNIQUE INDEX members_present ON members(chat) WHERE left_at IS NULL")
    table(db, "invites").create(
        {"hash": str, "unit": int, "expires_at": str, "used_at": str, "used_by": int},
        pk="hash",
        foreign_keys=[("unit", "units"), ("used_by", "members", "id")],
        not_null={"unit", "expires_at"},
    )


@migrations()
def m002_answers(db: Database) -> None:
    """Drafts, and the append-only answers with what is current among them."""
    table(db, "drafts").create(
        {"id": int, "unit": int, "pack": str, "year": int, "pack_version": str, "created_at": str},
        pk="id",
        foreign_keys=[("unit", "units")],
        not_null={"unit", "pack", "year"},
    )
    table(db, "drafts").create_index(["unit", "pack", "year"], unique=True)
    table(db, "answers").create(
        {
            "id": int,
            "unit": int,
            "draft": int,  # null: kept for the unit, whatever the year
            "question": str,
            "item": int,
            "position": int,
            "printed": str,
            "value": str,  # JSON; null where it is a nothing
            "absence": str,  # zero, not applicable, later, or cleared
            "typed": str,
            "source": str,
            "member": int,
            "message": int,
            "at": str,
        },
        pk="id",
        foreign_keys=[("unit", "units"), ("draft", "drafts"), ("member", "members")],
        not_null={"unit", "question", "item", "position", "typed", "source", "at"},
    )
    table(db, "answers").create_index(["unit", "draft", "question", "item"])
    db.create_view(
        "current_answers",
        """SELECT * FROM answers WHERE id IN (
             SELECT max(id) FROM answers GROUP BY unit, draft, question, item
           ) AND absence IS NOT 'cleared'""",
    )


@migrations()
def m003_conversations(db: Database) -> None:
    """Where each chat is, which updates were seen, and what is to be sent."""
    table(db, "sessions").create(
        {"chat": str, "state": str, "year": int, "question": str, "screen": int, "updated_at": str},
        pk="chat",
        not_null={"state", "year", "question", "screen"},
    )
    table(db, "updates").create({"key": str, "chat": str, "at": str}, pk="key", not_null={"chat"})
    table(db, "outbox").create(
        {
            "id": int,
            "chat": str,
            "kind": str,  # say, ask, issue
            "payload": str,  # JSON
            "edits": int,  # the row whose message this one takes the place of
            "created_at": str,
            "sent_at": str,
            "message": int,  # the channel's number of the message this became
        },
        pk="id",
        foreign_keys=[("edits", "outbox", "id")],
        not_null={"chat", "kind", "payload"},
    )
    db.execute("CREATE INDEX outbox_unsent ON outbox(chat, id) WHERE sent_at IS NULL")
    table(db, "outbox").create_index(["chat", "kind", "id"])


@migrations()
def m004_delivery(db: Database) -> None:
    """Keep updates put aside, why rows were refused, and when the messenger was last heard."""
    table(db, "parked").create(
        {"key": str, "chat": str, "evidence": str, "error": str, "at": str},
        pk="key",
        not_null={"chat", "evidence", "error", "at"},
    )
    table(db, "alive").create({"id": int, "at": str}, pk="id", not_null={"at"})
    table(db, "outbox").add_column("refused", str)  # why Telegram will never take it


@migrations()
def m005_access(db: Database) -> None:
    """Count how often strangers try within the hour."""
    table(db, "strangers").create({"chat": str, "since": str, "count": int}, pk="chat", not_null={"since", "count"})


@migrations()
def m006_input(db: Database) -> None:
    """Messages a chat holds back until the official decides, as JSON."""
    table(db, "sessions").add_column("held", str)


@migrations()
def m007_speed(db: Database) -> None:
    """Find what is current of one unit among its own answers, its members, and what refers to a row of the outbox.

    SQLite carries the unit asked for into the grouping: what it is compared with is what is grouped by.
    """
    db.create_view(
        "current_answers",
        """SELECT a.* FROM (
             SELECT unit, max(id) AS newest FROM answers GROUP BY unit, draft, question, item
           ) n JOIN answers a ON a.id = n.newest AND a.unit = n.unit
           WHERE a.absence IS NOT 'cleared'""",
        replace=True,
    )
    table(db, "members").create_index(["unit"])
    table(db, "outbox").create_index(["edits"])


@migrations()
def m008_uploads(db: Database) -> None:
    """Under which id the messenger has a file that was sent, by what is in it, so that it is not uploaded twice."""
    table(db, "uploads").create(
        {"unit": int, "bot": int, "kind": str, "hash": str, "file": str},
        pk=("unit", "bot", "kind", "hash"),
        foreign_keys=[("unit", "units")],
        not_null={"file"},
    )


@migrations()
def m009_places(db: Database) -> None:
    """Keep which item or page a chat is at, where an answer returns to, and what its screen showed."""
    table(db, "sessions").add_column("item", int, not_null_default=0)
    table(db, "sessions").add_column("via", str, not_null_default="")
    table(db, "sessions").add_column("saw", str, not_null_default="")


@migrations()
def m010_amendments(db: Database) -> None:
    """Keep own wordings of sentences, append-only, and the changed sentences a chat can still ask to see whole."""
    table(db, "amendments").create(
        {
            "id": int,
            "unit": int,
            "draft": int,
            "sentence": str,
            "act": str,
            "text": str,
            "ties": str,  # JSON: the answers in it as they were printed
            "anchor": str,  # what an added sentence stands beside
            "place": str,
            "member": int,
            "message": int,
            "at": str,
        },
        pk="id",
        foreign_keys=[("unit", "units"), ("draft", "drafts"), ("member", "members")],
        not_null={"unit", "draft", "sentence", "act", "text", "ties", "anchor", "place", "at"},
    )
    table(db, "amendments").create_index(["unit", "draft", "sentence"])
    table(db, "sessions").add_column("changed", str, not_null_default="")


@migrations()
def m011_approval(db: Database) -> None:
    """Sentences marked as looked over, append-only, and texts as they were filed, with their files."""
    ours = {"unit": int, "draft": int}
    keys = [("unit", "units", "id"), ("draft", "drafts", "id"), ("member", "members", "id")]
    table(db, "checks").create(
        {"id": int, **ours, "sentence": str, "text": str, "member": int, "at": str},  # text null: taken back
        pk="id",
        foreign_keys=keys,
        not_null={"unit", "draft", "sentence", "at"},
    )
    table(db, "checks").create_index(["unit", "draft", "sentence"])
    db.create_view(
        "current_checks",
        """SELECT c.* FROM (
             SELECT unit, max(id) AS newest FROM checks GROUP BY unit, draft, sentence
           ) n JOIN checks c ON c.id = n.newest AND c.unit = n.unit
           WHERE c.text IS NOT NULL""",
    )
    table(db, "filings").create(
        {
            "id": int,
            **ours,
            "document": str,
            "number": int,  # from 1 for each document of a draft
            "text": str,
            "word": bytes,
            "blocks": str,  # JSON
            "member": int,
            "filed_at": str,
            "withdrawn_by": int,  # these three: null while it stands
            "withdrawn_at": str,
            "reason": str,
        },
        pk="id",
        foreign_keys=[*keys, ("withdrawn_by", "members", "id")],
        not_null={"unit", "draft", "document", "number", "text", "word", "blocks", "filed_at"},
    )
    table(db, "filings").create_index(["unit", "draft", "document", "number"], unique=True)


@migrations()
def m012_updates(db: Database) -> None:
    """Keep what each version asked and which one a chat saw, where it was in each year, and drafts that were closed."""
    table(db, "packs").create(
        {"pack": str, "version": str, "questions": str}, pk=("pack", "version"), not_null={"questions"}
    )
    table(db, "sessions").add_column("places", str, not_null_default="")
    table(db, "sessions").add_column("pack_version", str, not_null_default="")
    table(db, "drafts").add_column("closed_at", str)


@migrations()
def m013_undone(db: Database) -> None:
    """Tell own words that an undo brought back from those that were typed."""
    table(db, "amendments").add_column("source", str, not_null_default="typed")


@migrations()
def m014_wordings(db: Database) -> None:
    """Keep which wording of each sentence a unit has, append-only, so that a further wording changes none of them."""
    table(db, "wordings").create(
        {"id": int, "unit": int, "sentence": str, "wording": int, "member": int, "at": str},
        pk="id",
        foreign_keys=[("unit", "units"), ("member", "members")],
        not_null={"unit", "sentence", "wording", "at"},
    )
    table(db, "wordings").create_index(["unit", "sentence"])
