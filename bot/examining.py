"""The command that examines a Word file; knows no rule and no word of a finding."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click

from bot.content.content import read_content
from bot.errors import FileError
from bot.examine.opening import LARGEST
from bot.interview.wording import fill
from bot.settings import Settings


@click.command(help="对照公文格式检查一个 .docx，一条毛病一行。")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="写成 JSON")
@click.pass_obj
def examine(settings: Settings, file: Path, *, as_json: bool) -> None:
    """Print what is found in a file, whoever made it."""
    from bot.examine.report import examined, lines  # noqa: PLC0415 - slow to load, and the other commands need it not

    words = read_content(settings.content).page_rules
    findings = examined(_read(file), words)
    if as_json:
        click.echo(json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=2))
        return
    if not findings:
        click.echo(fill(words.sayings["good"], {"count": str(len(words.rules))}))
    for line in lines(findings, words):
        click.echo(line)


def _read(file: Path) -> bytes:
    """Read a file, a byte more than is examined at most."""
    try:
        with file.open("rb") as opened:
            return opened.read(LARGEST + 1)
    except OSError as error:
        raise FileError(f"{file} 打不开（{error.strerror}），请检查文件名和位置。") from error


COMMANDS = (examine,)
