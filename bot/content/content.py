"""Everything people wrote, read and checked together: where it lies, and what a document needs of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import bot
from bot.content.lint import check_pack
from bot.content.lint_documents import check_documents
from bot.content.lint_groups import check_groups
from bot.content.lint_offers import check_offers
from bot.content.lint_prose import check_prose, fed_by
from bot.content.lint_sense import check_sense
from bot.content.pack_reader import read_pack
from bot.content.page_rules import read_page_rules
from bot.content.prose_reader import read_prose
from bot.errors import ContentError, Problem, SettingsError
from bot.examine.wording import Words
from bot.interview.pack import Pack
from bot.interview.rewording import LEAD
from bot.report.passages import passages, reread, told
from bot.report.prose import Prose

PACK = "law_based_government"


@dataclass(frozen=True, slots=True)
class Content:
    """A pack, its prose, the words of the format check, and the folder all came from."""

    home: Path
    pack: Pack
    prose: Prose
    page_rules: Words

    @property
    def sample(self) -> Path:
        """The answers file shipped beside the questions."""
        return self.home / "prompts" / self.pack.id / "sample.yaml"

    def documents_fed(self) -> dict[str, list[str]]:
        """Name, for each question, the documents that print it or depend on it."""
        fed = {id_: fed_by(self.pack, self.prose, form) for id_, form in self.prose.documents.items()}
        return {question: [id_ for id_, of in fed.items() if question in of] for question in self.pack.questions}


def read_content(home: Path | None = None) -> Content:
    """Read prompts/ and templates/ of a folder, or the ones that came with the program.

    SettingsError where the folder has none; ContentError with every fault where there are faults.
    """
    home = home or shipped()
    if not (home / "prompts" / PACK / "pack.yaml").is_file():
        raise SettingsError(
            f"{home} 里没有 prompts/{PACK}/pack.yaml，请把 --content 指到含有 prompts 和 templates 的文件夹。"
        )
    problems: list[Problem] = []
    pack, where = read_pack(home / "prompts", PACK, problems)
    prose = read_prose(home / "templates", PACK, tuple(section.id for section in pack.sections), problems)
    page_rules = read_page_rules(home / "prompts", problems)
    problems += check_pack(pack, where)
    problems += check_groups(pack, where)
    problems += check_offers(pack, where)
    problems += check_prose(pack, prose, where)
    problems += check_sense(pack, prose, where)
    problems += check_documents(pack, prose)
    if problems:
        raise ContentError(problems)
    forms = sorted(prose.documents.values(), key=lambda form: form.id != pack.main_document)
    pack = replace(
        pack,
        wordings=_wordings(prose),
        documents={form.id: form.name for form in forms},
        public_documents=frozenset(form.id for form in forms if form.public),
    )
    pack = replace(pack, write=partial(passages, pack, prose), told=partial(told, pack, prose), reread=reread)
    return Content(home, pack, prose, page_rules)


def _wordings(prose: Prose) -> dict[str, int]:
    leads = {f"{section.id}{LEAD}": len(section.leads) for section in prose.sections.values() if section.leads}
    return leads | {form.id: len(form.wordings) for section in prose.sections.values() for form in section.sentences}


def shipped() -> Path:
    """Give the folder of the content that came with the program: inside the wheel, or beside the source."""
    package = Path(bot.__file__).parent
    inside = package / "shipped"
    return inside if inside.is_dir() else package.parent
