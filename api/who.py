"""Who is at the desk."""

from __future__ import annotations

from workbench.core.pseudonym import pseudonym

from .bench import bench


def who() -> str:
    """The name that stands on what is recorded: of who signed in; else of the settings; else of the account
    that this runs under."""
    return signed_name() or bench().settings.signature


def signed_name() -> str | None:
    """The name of who signed in; None where nobody had to."""
    from .access import asking

    somebody = asking(bench().settings)
    return somebody.name if somebody is not None and somebody.signed_in else None


def annotator_name(annotator: str | None) -> str | None:
    """The pseudonym of an annotator, whom we know by Label Studio's number."""
    return None if annotator is None else pseudonym(bench().pseudonym_key, annotator)
