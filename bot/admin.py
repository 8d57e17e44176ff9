"""The commands of who runs the bot: inviting, members, taking a unit's data along, erasing it; names units by name."""

from __future__ import annotations

from pathlib import Path

import click

from bot.channels.terminal import write_private
from bot.desk import Desk, open_desk
from bot.errors import SettingsError, StoreError
from bot.interview.characters import unfit
from bot.interview.events import EDITOR, OWNER, Member, Say
from bot.interview.reading import cleaned
from bot.settings import Settings, now
from bot.storage.erase import erase, scrub
from bot.storage.invites import GOOD_FOR, make_invite
from bot.storage.members import hand_over, members_of, remove


@click.command(help="发一个邀请码，给单位的第一个人（成为负责人）或同事。")
@click.option("--unit", required=True, metavar="NAME", help="单位名称，例如 白土乡人民政府；新名称会新建单位")
@click.pass_obj
def invite(settings: Settings, unit: str) -> None:
    """Print an invite's code and link."""
    name = cleaned(unit)
    if not name:
        raise SettingsError("没有写单位名称，请写全，例如：--unit 白土乡人民政府。")
    if signs := unfit(name):
        raise SettingsError(f"单位名称里的“{signs}”在公文里印不出来，请去掉再邀请。")
    code = make_invite(_desk(settings).store.db, name, now())
    click.echo(f"邀请码：{code}（{GOOD_FOR.days}天内有效，只能用一次；对机器人发“/start {code}”）")
    if not settings.token:
        click.echo("设好 WENGAO_BOT_TOKEN 再邀请，会同时印出链接。")
        return
    from bot.channels import telegram  # noqa: PLC0415 - half a second of import only the link needs

    click.echo(f"链接：https://t.me/{telegram.bot_name(settings)}?start={code}")


@click.command(help="列出成员；--remove 移出一个，--owner 换负责人，都要写明 --unit。")
@click.option("--unit", metavar="NAME", help="只看这个单位")
@click.option("--remove", "removed", type=int, metavar="ID", help="移出这个编号的成员")
@click.option("--owner", type=int, metavar="ID", help="让这个编号的成员当负责人")
@click.pass_obj
def members(settings: Settings, unit: str | None, removed: int | None, owner: int | None) -> None:
    """List members, or put one out, or make one the owner: the way in where an owner changed jobs."""
    desk = _desk(settings)
    if unit is None and (removed is not None or owner is not None):
        raise SettingsError("没有写是哪个单位，请加上 --unit 单位名称。")
    units = _units(desk) if unit is None else {_number(desk, unit): unit.strip()}
    for number, name in units.items():
        with desk.store.transaction():
            if owner is not None:
                _make_owner(desk, number, owner)
            if removed is not None:
                _remove(desk, number, removed)
        _list(desk, number, name)


def _list(desk: Desk, unit: int, name: str) -> None:
    phrases = desk.content.pack.phrases
    click.echo(name or phrases["local_unit"])
    joined = dict(desk.store.db.execute("SELECT id, joined_at FROM members WHERE unit = ?", [unit]).fetchall())
    for member in members_of(desk.store.db, unit):
        named = member.name or phrases["member_unnamed"]
        click.echo(f"{member.id}\t{phrases[f'role_{member.role}']}\t{named}\t{(joined[member.id] or '')[:10]}")


def _make_owner(desk: Desk, unit: int, owner: int) -> None:
    before = next((member for member in members_of(desk.store.db, unit) if member.role == OWNER), None)
    chat = hand_over(desk.store.db, unit, owner)
    if chat is None:
        raise SettingsError(f"这个单位里没有编号{owner}的成员，请先用 wengao members 看编号。")
    if before is None or before.id != owner:
        _tell(desk, chat, desk.content.pack.phrases["made_owner"])


def _remove(desk: Desk, unit: int, removed: int) -> None:
    present = members_of(desk.store.db, unit)
    member = next((member for member in present if member.id == removed), Member("", EDITOR))
    if member.role == OWNER and len(present) > 1:
        raise SettingsError("这是负责人，单位里还有别人，请先用 --owner 换一位负责人，再移出。")
    chat = remove(desk.store.db, unit, removed, now())
    if chat is None:
        raise SettingsError(f"这个单位里没有编号{removed}的成员，请先用 wengao members 看编号。")
    _tell(desk, chat, desk.content.pack.phrases["removed_you"])


@click.command(help="把一个单位的全部资料写进一个文件夹：全部历史一份 JSON，每年一份 CSV。")
@click.option("--unit", required=True, metavar="NAME", help="单位名称")
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, metavar="DIR", help="写到哪个文件夹")
@click.pass_obj
def export(settings: Settings, unit: str, output: Path) -> None:
    """Write all that is stored of a unit."""
    desk = _desk(settings)
    files = desk.export(_number(desk, unit), unit.strip(), now())
    try:
        output.mkdir(parents=True, exist_ok=True)
        for file in files:
            write_private(output / file.name, file.make())
            click.echo(f"写好了：{output / file.name}")
    except OSError as error:
        raise SettingsError(f"{output} 写不进去（{error.strerror}），请换一个位置。") from error


@click.command("erase", help="注销一个单位，删掉它的全部资料。")
@click.option("--unit", required=True, metavar="NAME", help="单位名称")
@click.option("--yes", is_flag=True, help="确定要删")
@click.pass_obj
def erase_unit(settings: Settings, unit: str, *, yes: bool) -> None:
    """Delete a unit with everything, and say what is left."""
    desk = _desk(settings)
    number = _number(desk, unit)
    if not yes:
        raise SettingsError(f"这会删掉“{unit}”的全部资料，找不回来，备份和导出的文件除外；确定要删，请加上 --yes。")
    with desk.store.transaction():
        for chat in erase(desk.store.db, number, now()):
            _tell(desk, chat, desk.content.pack.phrases["erased_you"])
    if not scrub(desk.store.db):
        raise StoreError("已经删掉，但别的程序正在读数据库，日志文件还没清空，请停下机器人再启动一次。")
    click.echo(desk.content.pack.phrases["erased"])


COMMANDS = (invite, members, export, erase_unit)


def _desk(settings: Settings) -> Desk:
    return open_desk(settings.content, settings.database)


def _tell(desk: Desk, chat: str, text: str) -> None:
    desk.store.post(chat, Say(text), now().isoformat())


def _units(desk: Desk) -> dict[int, str]:
    return dict(desk.store.db.execute("SELECT id, name FROM units ORDER BY name, id").fetchall())


def _number(desk: Desk, unit: str) -> int:
    for number, name in _units(desk).items():
        if name == unit.strip():
            return number
    raise SettingsError(f"没有单位“{unit}”，请用 wengao members 看有哪些单位。")
