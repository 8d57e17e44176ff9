"""The places people talk to us from: each translates to inputs and shows replies, and does nothing else."""

import os

os.environ.setdefault(
    "PTB_TIMEDELTA", "1"
)  # before python-telegram-bot is read: else RetryAfter warns when it is built
