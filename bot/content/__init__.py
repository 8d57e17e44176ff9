"""prompts/ and templates/ read into a Pack and its prose, with every fault reported at once."""
