"""The pure core: what is asked, what was answered, what comes next; no I/O, no clock, no randomness."""
