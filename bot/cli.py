"""The commands: each opens what it needs, makes one call, and says in one sentence what went wrong; wires all parts."""

from __future__ import annotations

import io
import json
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path

import click

import bot
from bot import admin, documents, examining
from bot.channels import terminal
from bot.content.content import Content, read_content
from bot.desk import open_desk
from bot.errors import BotError, ChannelError, SettingsError
from bot.logs import start_logging
from bot.settings import Settings, now, read_settings
from bot.storage.alive import last_alive
from bot.storage.backup import back_up

HEALTHY_SECONDS = 60
"""A poll takes half a minute at most when nobody writes."""


def main() -> None:
    """Run a command; exit with 1 and one sentence on stderr for whatever a person can mend."""
    try:
        wengao(standalone_mode=False)
    except BotError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    except sqlite3.OperationalError as error:  # the disk is full, or another process holds the lock too long
        click.echo(f"数据库现在用不了（{error}），请检查磁盘空间，看是不是有别的程序占着它，再试一次。", err=True)
        sys.exit(1)
    except click.exceptions.Abort:
        sys.exit(1)
    except click.ClickException as error:
        click.echo(f"命令没看懂：{error.format_message()} 请看 wengao --help。", err=True)
        sys.exit(1)


@click.group(invoke_without_command=True, help="问稿：在聊天里问答，写成年度法治政府建设报告。")
@click.version_option(bot.__version__, "--version", prog_name="wengao")
@click.option("--content", metavar="DIR", help="自己的 prompts/ 和 templates/ 所在的文件夹")
@click.pass_context
def wengao(context: click.Context, content: str | None) -> None:
    """Read the settings; without a command, be the bot where there is a token, else the terminal chat."""
    context.obj = read_settings(content)
    if context.invoked_subcommand is None:
        context.invoke(run if context.obj.token else chat)


def _typed() -> Iterator[str]:
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
    while True:
        try:
            yield input("> ")
        except EOFError:
            click.echo()
            return


@wengao.command(help="在这个终端里问答。")
@click.pass_obj
def chat(settings: Settings) -> None:
    """Hold the conversation in this terminal until the input ends."""
    desk = open_desk(settings.content, settings.database)
    try:
        terminal.talk(desk, _typed(), click.echo, now)
    except KeyboardInterrupt:
        click.echo("\n" + desk.content.pack.phrases["goodbye"])


@wengao.command(help="运行 Telegram 机器人（要设 WENGAO_BOT_TOKEN）。")
@click.pass_obj
def run(settings: Settings) -> None:
    """Run the bot until it is told to stop."""
    from bot.channels import telegram  # noqa: PLC0415 - half a second of import only the bot needs

    if not settings.token:
        raise SettingsError("没有设 WENGAO_BOT_TOKEN，请先向 @BotFather 要一个令牌，再设好这个环境变量。")
    start_logging(settings.token)
    if settings.proxy and not settings.proxy.startswith(("http://", "https://")):
        raise SettingsError("WENGAO_PROXY 只认 http:// 开头的代理，请换一个；socks 代理多半也有一个 http 端口。")
    telegram.run(open_desk(settings.content, settings.database), settings)


@wengao.command(help="机器人是否在运行：一分钟内取过消息就是0，否则是1。")
@click.pass_obj
def health(settings: Settings) -> None:
    """Tell a supervisor whether the bot heard from Telegram lately."""
    heard = last_alive(settings.database)
    if heard is None:
        raise ChannelError("机器人还没有取过消息，请看它的日志。")
    silent = int((now() - heard).total_seconds())
    if silent > HEALTHY_SECONDS:
        raise ChannelError(f"机器人已经{silent}秒没有取过消息，请看它的日志，必要时重新启动。")
    click.echo(f"在运行，{max(silent, 0)}秒前取过消息。")


@wengao.command(help="列出全部问题。")
@click.option("--json", "as_json", is_flag=True, help="写成 JSON")
@click.pass_obj
def questions(settings: Settings, *, as_json: bool) -> None:
    """List every question."""
    rows = _questions(read_content(settings.content))
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for row in rows:
        click.echo(f"{row['id']}\t{row['section']}\t{row['kind']}\t{row['ask']}")


def _questions(content: Content) -> list[dict[str, object]]:
    fed = content.documents_fed()
    return [
        {
            "id": question.id,
            "section": content.pack.section_of[question.id].id,
            "kind": question.kind.value,
            "units": list(question.units),
            "ask": question.ask,
            "label": question.label,
            "choices": {choice.id: choice.label for choice in question.choices},
            "required": question.required,
            "group": question.group or None,
            "holder": question.holder,
            "last_year": question.last_year,
            "documents": fed[question.id],
        }
        for question in content.pack.questions.values()
    ]


@wengao.command(help="检查 prompts/ 和 templates/，一次列出全部毛病。")
@click.option("--content", metavar="DIR", help="要检查的文件夹")
@click.pass_obj
def check(settings: Settings, content: str | None) -> None:
    """Check the content; ContentError lists every fault."""
    found = read_content(Path(content) if content else settings.content)
    click.echo(f"没有毛病：{len(found.pack.questions)}题，{len(found.prose.documents)}份文书。")


@wengao.command(help="备份数据库，机器人不用停；从不覆盖已有的文件。")
@click.option("-o", "--output", metavar="FILE_OR_DIR", default="", help="写到哪个文件或文件夹，默认在数据库旁边")
@click.pass_obj
def backup(settings: Settings, output: str) -> None:
    """Copy the database and tell what is in the copy."""
    made = back_up(settings.database, output, now())
    click.echo(f"备份好了：{made.path}（单位{made.units}个，草稿{made.drafts}份，答案{made.answers}条）")


for command in (*documents.COMMANDS, *examining.COMMANDS, *admin.COMMANDS):
    wengao.add_command(command)
