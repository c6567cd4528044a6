"""How fast and how large: python -m tests.benchmarks prints one table."""
