"""`python -m tests.coverage [FACTS.jsonl]`: the facts of real reports that fit no question, and the shares that do."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.coverage.facts import FACTS, read_facts
from tests.coverage.fit import fit, shares


def main(file: Path) -> None:
    """Print a line for each fact that fits nowhere, then the shares."""
    fits = [fit(fact) for fact in read_facts(file)]
    for each in fits:
        if each.home is None:
            fact = each.fact
            print(f"{fact.report} {fact.section} {fact.topic}（{fact.kind}）{'；'.join(fact.typed)}：{each.why}")  # noqa: T201 - what this is for
    found = shares(fits)
    print(f"{found.facts}条事实：有专门的题{found.structured:.1f}%，连自己的话共{found.at_all:.1f}%")  # noqa: T201 - what this is for


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FACTS)
