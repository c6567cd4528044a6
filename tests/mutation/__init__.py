"""Changes one rule at a time, in memory, and asks whether our gold or our scenarios notice."""
