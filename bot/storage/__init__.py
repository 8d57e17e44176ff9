"""SQLite through sqlite-utils: units, members, answers, sessions and what is still to be sent."""
