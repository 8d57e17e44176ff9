"""`python -m bot` is `wengao`."""

from bot.cli import main

main()
