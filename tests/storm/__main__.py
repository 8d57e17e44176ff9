"""`python -m tests.storm`: a storm, and a table of what became of it; status 1 where anything is wrong."""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path

from tests.storm.storm import Outcome, Plan, run


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.storm", description="Kill the bot while officials answer.")
    parser.add_argument("--officials", type=int, default=Plan.officials)
    parser.add_argument("--kills", type=int, default=Plan.kills, help="at random moments")
    parser.add_argument("--chosen", type=int, default=Plan.chosen, help="at points around commit, confirm and send")
    parser.add_argument("--most", type=int, default=Plan.most, help="messages of one official")
    parser.add_argument("--seed", type=int, default=Plan.seed)
    parser.add_argument("--lock", type=float, default=0, metavar="SECONDS", help="kill nobody, lock the database")
    options = vars(parser.parse_args())
    lock = options.pop("lock")
    with tempfile.TemporaryDirectory() as folder:
        outcome = asyncio.run(run(Plan(**options), Path(folder), lock))
    sys.stdout.write("".join(f"{what:<44}{count:>8}\n" for what, count in table(outcome)))
    sys.stdout.write("".join(f"{fault}\n" for fault in outcome.faults[:20]))
    return 1 if outcome.faults else 0


def table(outcome: Outcome) -> list[tuple[str, object]]:
    verdict = outcome.verdict
    return [
        ("kills", outcome.kills),
        ("of these at a chosen point that was missed", len(outcome.missed)),
        ("messages and presses sent", verdict.sent),
        ("answers among them", verdict.answers),
        ("lost", verdict.lost),
        ("applied twice", verdict.twice),
        ("filed under a wrong question", verdict.wrong),
        ("chats with answers out of order", verdict.disordered),
        ("chats without their screen", verdict.without_screen),
        ("chats without the document they ordered", verdict.without_document),
        ("messages repeated", verdict.repeated),
        ("most repeated in one chat after one kill", verdict.most_repeated),
        ("files that hold the token", len(outcome.leaks)),
        ("seconds", round(outcome.seconds)),
    ]


if __name__ == "__main__":
    sys.exit(main())
