"""How much an official does from /start to the document: played through the real conversation, and counted."""
