"""问稿: asks an official for facts in a chat and hands back the yearly report; knows its version, nothing else."""

__version__ = "0.1.0"
