"""The commands that write documents: from the shipped sample or an answers file, in every form; lays out nothing."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import click

from bot.channels.terminal import CHAT
from bot.content.answers_file import read_answers
from bot.content.content import read_content
from bot.content.sheet_file import read_given
from bot.demo import play
from bot.desk import open_desk
from bot.errors import PreviewError, SettingsError
from bot.report.blocks import Document
from bot.report.compose import compose
from bot.report.kept import blocks_of
from bot.report.layout import laid
from bot.report.text import text
from bot.report.writers import pdf, sheet, word
from bot.settings import Settings


def as_text(document: Document) -> bytes:
    """Write plain text."""
    return text(document).encode()


def as_json(document: Document) -> bytes:
    """Write the blocks, each value with the questions it came from, and of a sentence in own words that it is so."""
    return (json.dumps(blocks_of(document), ensure_ascii=False, indent=2) + "\n").encode()


def as_docx(document: Document) -> bytes:
    """Write a Word file."""
    return word(laid(document))


def as_xlsx(document: Document) -> bytes:
    """Write a workbook; SettingsError for a document without a table."""
    if document.table is None:
        raise SettingsError(f"{document.name}不是表格，写不成 xlsx，请换成 docx，或用 -d data_sheet。")
    return sheet(document.table)


def as_pdf(document: Document) -> bytes:
    """Write the page as it will look; PreviewError where what draws it is not installed."""
    return pdf(laid(document))


FORMS: Mapping[str, Callable[[Document], bytes]] = {
    "text": as_text,
    "docx": as_docx,
    "pdf": as_pdf,
    "json": as_json,
    "xlsx": as_xlsx,
}


@click.command(help="用示例答案走一遍真实的问答，写出全部文书。")
@click.option("-o", "--output", metavar="DIR", default="demo", show_default=True, help="写到哪个文件夹")
@click.pass_obj
def demo(settings: Settings, output: str) -> None:
    """Play the shipped sample through the conversation and write every document, as a picture too where that can be."""
    desk = open_desk(settings.content, ":memory:")
    answers = read_answers(desk.content.sample, desk.content.pack)
    play(desk, answers, click.echo)
    folder = _folder(Path(output))
    dossier = desk.store.dossier_of(CHAT)
    for id_, form in desk.content.prose.documents.items():
        document = compose(desk.content.pack, desk.content.prose, id_, dossier, answers.year)
        pages = (".xlsx", as_xlsx) if document.table else (".pdf", as_pdf)
        for extension, write in ((".txt", as_text), (".docx", as_docx), pages):
            path = folder / f"{id_}{extension}"
            try:
                _write(path, write(document))
            except PreviewError as error:
                click.echo(f"没有写 {path}：{error}")
            else:
                click.echo(f"写好了{form.name}：{path}")


@click.command(help="由答案文件或填好的题单直接写出一份文书。")
@click.argument("answers", type=click.Path(path_type=Path))
@click.option("-d", "--document", metavar="ID", help="哪一份文书")
@click.option("-f", "--format", "form", type=click.Choice([*FORMS]), default="text", show_default=True, help="哪种格式")
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, metavar="FILE", help="写到哪个文件")
@click.pass_obj
def assemble(settings: Settings, answers: Path, document: str | None, form: str, output: Path) -> None:
    """Write one document from an answers file or a filled 题单, without a chat."""
    content = read_content(settings.content)
    given = read_given(answers, content.pack)
    for doubt in given.sensitive:
        click.echo(f"提醒：{doubt}", err=True)
    id_ = document or content.pack.main_document
    if id_ not in content.prose.documents:
        raise SettingsError(f"没有文书“{id_}”，可选：{'、'.join(content.prose.documents)}。")
    composed = compose(content.pack, content.prose, id_, given.dossier, given.year, given.wording)
    _write(output, FORMS[form](composed))
    click.echo(f"写好了：{output}")


COMMANDS = (demo, assemble)


def _folder(path: Path) -> Path:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(f"建不了文件夹 {path}（{error.strerror}），请换一个位置。") from error
    return path


def _write(path: Path, written: bytes) -> None:
    try:
        path.write_bytes(written)
    except OSError as error:
        raise SettingsError(f"{path} 写不进去（{error.strerror}），请换一个位置。") from error
