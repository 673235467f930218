"""Values: which of them are yours, and which came with the ladder."""
