"""A small Bot API server on loopback, in place of Telegram; knows its rules, and no bot that it serves."""

from tests.botapi.calls import Call
from tests.botapi.chats import Chat, Message, transcript
from tests.botapi.faults import Fault
from tests.botapi.keyboard import Button
from tests.botapi.people import User
from tests.botapi.server import BotApi

__all__ = ["BotApi", "Button", "Call", "Chat", "Fault", "Message", "User", "transcript"]
