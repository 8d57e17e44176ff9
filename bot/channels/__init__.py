"""The places people talk to us from: each translates to inputs and shows replies, and does nothing else."""
