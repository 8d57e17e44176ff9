"""Answers into documents: sentences, blocks, text."""
