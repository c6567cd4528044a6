"""The label config: what an annotator sees, and whether it fits our vocabulary."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from xml.etree.ElementTree import Element

from defusedxml import DefusedXmlException, ElementTree

from workbench.core.annotation import Answer, Role
from workbench.core.claim import Modality, Scope
from workbench.core.quantity import Bound
from workbench.core.vocabulary import Vocabulary
from workbench.exceptions import InvalidData

NAME = "numeric_claims.xml"
LONGEST = 1_000_000  # characters; ours has six thousand
_PACKAGE = Path(__file__).parents[1]
_FOLDERS = (_PACKAGE / "bundled" / "label_configs", _PACKAGE.parent / "label_configs")

TEXT = "text"
MEASURE = "measure"
ROLE = "role"
ANSWER = "answer"
EVENT = "event"
WORTH = "worth"
PART_OF = "part_of"
WORDS_OF = "words_of"
DATA = ("text", "title", "outlet", "published_at", "before", "after", "event", "events", "suggested", "note")
NUMBERS = ("value", "low", "high", "soft_low", "soft_high")
WORDS = ("population", "place", "origin", "as_of", "since")
CHOICES: dict[str, tuple[str, ...]] = {
    "bound": tuple(Bound),
    "scope": tuple(Scope),
    "modality": tuple(Modality),
    "implicit": ("yes",),
}
FIELDS = (*NUMBERS, *WORDS, *CHOICES)  # the controls of one region, by name


def load_config(path: Path | None = None, *, name: str = NAME) -> str:
    """The XML of the file, or of our own config of this name. Raises InvalidData where it cannot be read."""
    path = path or next(
        (folder / name for folder in _FOLDERS if (folder / name).is_file()), _FOLDERS[-1] / name
    )
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidData(f"the label config {path} cannot be read: {error}") from error


def check_config(xml: str, vocabulary: Vocabulary) -> None:
    """Does the config offer every measure and every control that we push and read?

    Controls beyond ours are fine. Raises InvalidData that names all that is missing or wrong, each with its
    control as key of `fields`; a DOCTYPE is refused, so no entity is ever expanded.
    """
    root = parse_config(xml)
    wrong: dict[str, list[str]] = {}
    tags = {tag.get("name"): tag for tag in root.iter() if tag.get("name")}

    def complain(control: str, reason: str) -> None:
        wrong.setdefault(control, []).append(reason)

    def expect(name: str, kinds: tuple[str, ...], per_region: bool, values: Iterable[str] = ()) -> None:
        tag = tags.get(name)
        if tag is None:
            complain(name, f"is missing (a {kinds[0]} of that name)")
            return
        if tag.tag not in kinds:
            complain(name, f"is a {tag.tag} and not a {kinds[0]}")
        if tag.get("toName") != TEXT:
            complain(name, f'needs toName="{TEXT}"')
        if (tag.get("perRegion") == "true") is not per_region:
            complain(name, f'needs perRegion="{str(per_region).lower()}"')
        offered = {entry.get("alias") or entry.get("value") for entry in tag}
        missing = [value for value in values if value not in offered]
        if missing:
            complain(name, f"lacks {', '.join(missing)}; add a line for each, as the others are")

    text = tags.get(TEXT)
    if text is None or text.tag != "Text" or text.get("value") != f"${TEXT}":
        complain(TEXT, f'is missing (<Text name="{TEXT}" value="${TEXT}"/>)')
    expect(MEASURE, ("Labels",), False, vocabulary.measures)
    expect(ROLE, ("Labels",), False, tuple(Role))
    expect(ANSWER, ("Choices",), False, tuple(Answer))
    expect(EVENT, ("Choices",), False)
    for name in NUMBERS:
        expect(name, ("Number",), True)
    for name in WORDS:
        expect(name, ("TextArea",), True)
    for name, values in CHOICES.items():
        expect(name, ("Choices",), True, values)
    relations = {tag.get("value") for tag in root.iter("Relation")}
    for name in (PART_OF, WORDS_OF):
        if name not in relations:
            complain(name, f'is missing (<Relation value="{name}"/>)')
    for shown in {tag.get("value") for tag in root.iter() if (tag.get("value") or "").startswith("$")}:
        if shown is not None and shown[1:] not in DATA:
            complain(shown, "is not in the data of our tasks")
    if wrong:
        reasons = "; ".join(f"{control} {reason}" for control, found in wrong.items() for reason in found)
        raise InvalidData(f"the label config does not fit: {reasons}", fields=wrong)


def parse_config(xml: str) -> Element:
    """The root of the config. Raises InvalidData for what is no XML, too long, or has a DOCTYPE."""
    if len(xml) > LONGEST:
        raise InvalidData(f"the label config has {len(xml):,} characters; more than {LONGEST:,} is no config")
    try:
        root: Element = ElementTree.fromstring(xml, forbid_dtd=True)
    except DefusedXmlException as error:
        raise InvalidData(
            "the label config has a DOCTYPE, which is refused: entities in it could be of any size"
        ) from error
    except (ElementTree.ParseError, ValueError, RecursionError) as error:
        raise InvalidData(f"the label config is no well-formed XML: {error}") from error
    return root
