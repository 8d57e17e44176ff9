"""Generated input against the whole program: `python -m tests.fuzz 100000`."""
