"""The bot killed again and again, and fed with faults, while officials answer: nothing lost, nothing twice."""
