"""The library's smallest bot: says back what it is told; and how both of its bots here are built."""

from __future__ import annotations

from typing import Any

from telegram import Update
from telegram.ext import ApplicationBuilder, ContextTypes, MessageHandler, filters

from bot.channels.telegram_http import Request
from bot.settings import Settings, read_settings

CONNECTIONS = 64  # as bot.channels.telegram has

Builder = ApplicationBuilder[Any, Any, Any, Any, Any, Any]


def builder(settings: Settings) -> Builder:
    """Configure an Application that reaches the server as our bot does; all else is the library's default."""
    built = ApplicationBuilder().token(settings.token).base_url(f"{settings.api_url}/bot")
    return built.request(Request(CONNECTIONS)).get_updates_request(Request(1))


async def echo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    if update.message and update.message.text:
        await update.message.reply_text(update.message.text)


if __name__ == "__main__":
    application = builder(read_settings()).build()
    application.add_handler(MessageHandler(filters.TEXT & ~filters.COMMAND, echo))
    application.run_polling()
