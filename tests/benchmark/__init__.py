"""How fast the bot answers, beside two bots as the library's own documents teach them; `python -m tests.benchmark`.

Each bot is a process of its own; a Bot API server on loopback is another, and plays the officials.
"""
