"""Numeric claims in the news: from the article to the verified claim set."""

__version__ = "0.1.0"
