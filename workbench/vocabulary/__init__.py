"""What figures may count, whom, where and how vaguely: YAML beside this file, and its loader."""

from workbench.vocabulary.load import load_vocabulary, profile_names

__all__ = ["load_vocabulary", "profile_names"]
