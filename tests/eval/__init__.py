"""Scores of all that is read and compared, on cases with gold answers: python -m tests.eval."""
