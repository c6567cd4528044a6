"""Reads the vocabulary: ours, and a user's own files laid over it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from workbench.core.identity import content_id
from workbench.core.vocabulary import Measure, Place, Population, Profile, VagueWord, Vocabulary, Wire
from workbench.exceptions import InvalidData
from workbench.vocabulary.blocks import Block, read_yaml
from workbench.vocabulary.compose import compose
from workbench.vocabulary.translations import (
    check_translations,
    read_translations,
    translated,
    translated_profile,
)

_OURS = Path(__file__).parent
_FILES = ("measures", "populations", "places", "profiles", "wires")
_SECTIONS = {
    "measures": ("measures",),
    "populations": ("populations", "nations"),
    "places": ("places",),
    "profiles": ("profiles",),
    "wires": ("wires", "credits"),
}

Term = TypeVar("Term", Measure, Population, Place, Wire)


def load_vocabulary(profile: str = "house", folder: Path | None = None) -> Vocabulary:
    """All terms, with the vague words of that profile; read once per process and folder.

    `folder` may hold any of measures.yaml, populations.yaml, places.yaml, profiles.yaml and wires.yaml: a
    block of a name of ours changes the fields that it gives, any other block is added. Raises InvalidData
    that names the file, the block and the field of what cannot be read, or lists the profiles there are.
    """
    return _load(profile, None if folder is None else Path(folder).resolve())


def profile_names(folder: Path | None = None) -> list[str]:
    """The vague-number profiles there are."""
    return [block.name for block in _sections("profiles", folder)["profiles"]]


@cache
def _load(profile: str, folder: Path | None) -> Vocabulary:
    if folder is not None and not folder.is_dir():
        raise InvalidData(f"{folder}: no such folder of vocabulary files")
    raw = {name: _sections(name, folder) for name in _FILES}
    measures = _terms(_measure, raw["measures"]["measures"])
    nations = [_nation(block) for block in raw["populations"]["nations"]]
    composable = {block.name for block in raw["populations"]["populations"] if block.flag("compose", False)}
    composed = {block.name for block in raw["populations"]["nations"] if block.flag("composed", False)}
    populations = _terms(_population, raw["populations"]["populations"])
    _no_nation_twice(raw["populations"]["populations"], raw["populations"]["nations"])
    populations |= {nation.id: nation for nation in nations}
    populations |= compose(
        [populations[name] for name in composable],
        [populations[name] for name in composed],
        known=populations,
    )
    places = _terms(_place, raw["places"]["places"])
    _check_links(raw["populations"]["populations"], populations, ("parents", "excludes", "taken_for"))
    _check_links(raw["measures"]["measures"], measures, ("holds", "taken_for"))
    _check_words([*raw["populations"]["populations"], *raw["populations"]["nations"]], populations)
    _check_words(raw["places"]["places"], places)
    _check_links(raw["places"]["places"], places, ("within",))
    for block in raw["populations"]["nations"]:
        home = populations[block.name].home
        if home is not None and home not in places:
            raise block.wrong("home", f"{home!r} is not in the vocabulary")
    _check_hotkeys(raw["measures"]["measures"])
    translations = read_translations([_OURS] if folder is None else [_OURS, folder])
    words = _profile(profile, raw["profiles"]["profiles"])
    vague = [word for block in raw["profiles"]["profiles"] for word in _all_words(block)]
    check_translations(translations, {"populations": populations, "places": places, "vague": vague})
    content: dict[str, Any] = {
        name: {key: _plain(blocks) for key, blocks in raw[name].items()} for name in _FILES
    }
    content["translations"] = translations
    return Vocabulary(
        version=f"1+{content_id(content)[:8]}",
        measures=measures,
        populations=translated(_both_ways(populations), translations["populations"]),
        places=translated(places, translations["places"]),
        profile=translated_profile(words, translations),
        wires=_terms(_wire, raw["wires"]["wires"]),
        credits=dict(map(_credits, raw["wires"]["credits"])),
    )


def _all_words(block: Block) -> Iterable[str]:
    for fields in block.fields.get("words") or ():
        yield from fields["words"] if isinstance(fields, dict) else ()


def _sections(name: str, folder: Path | None) -> dict[str, list[Block]]:
    """The blocks of our file of that name, with those of the user's file laid over them."""
    sections = _read_sections(_OURS / f"{name}.yaml", name)
    own = None if folder is None else folder / f"{name}.yaml"
    if own is not None and own.is_file():
        for key, blocks in _read_sections(own, name).items():
            merged = {block.name: block for block in sections[key]}
            for block in blocks:
                before = merged[block.name].fields if block.name in merged else {}
                merged[block.name] = Block(block.file, block.name, {**before, **block.fields})
            sections[key] = list(merged.values())
    return sections


def _read_sections(path: Path, name: str) -> dict[str, list[Block]]:
    content = read_yaml(path)
    for key in content:
        if key not in (*_SECTIONS[name], "version"):
            raise InvalidData(f"{path}: unknown section {key!r}; known are {', '.join(_SECTIONS[name])}")
    return {key: list(_blocks(path, key, content.get(key) or {})) for key in _SECTIONS[name]}


def _blocks(path: Path, section: str, terms: object) -> Iterable[Block]:
    if not isinstance(terms, dict):
        raise InvalidData(f"{path}: {section}: must give a block for each name")
    for name, fields in terms.items():
        if not isinstance(name, str) or not name.strip():
            raise InvalidData(f"{path}: {section}: {name!r} is no name (quote what YAML reads otherwise)")
        if fields is None:
            fields = {}
        if not isinstance(fields, dict):
            raise InvalidData(
                f"{path}: {name}: must hold fields, not {fields!r}", fields={name: ["no fields"]}
            )
        yield Block(str(path), name, fields)


def _plain(blocks: Iterable[Block]) -> dict[str, Mapping[str, Any]]:
    return {block.name: block.fields for block in blocks}


def _terms(build: Callable[[Block], Term], blocks: Iterable[Block]) -> dict[str, Term]:
    return {block.name: build(block) for block in blocks}


def _measure(block: Block) -> Measure:
    block.only(
        "label", "unit", "accumulates", "description", "hotkey", "words", "things", "holds", "taken_for"
    )
    hotkey = block.text("hotkey", "?").strip("?")
    if len(hotkey) > 1:
        raise block.wrong("hotkey", f"must be one key, not {hotkey!r}")
    return Measure(
        id=block.name,
        label=block.text("label"),
        unit=block.text("unit", "people"),
        accumulates=block.flag("accumulates"),
        description=block.text("description", block.text("label")),
        hotkey=hotkey,
        words=block.by_language("words"),
        things=block.by_language("things"),
        holds=block.texts("holds"),
        taken_for=block.texts("taken_for"),
    )


def _population(block: Block) -> Population:
    block.only("label", "aliases", "parents", "unspecific", "excludes", "compose", "taken_for")
    return Population(
        id=block.name,
        label=block.text("label", block.name.replace("_", " ")),
        aliases=block.texts("aliases"),
        parents=block.texts("parents"),
        unspecific=block.flag("unspecific", False),
        excludes=block.texts("excludes"),
        taken_for=block.texts("taken_for"),
    )


def _nation(block: Block) -> Population:
    block.only("words", "composed", "home")
    return Population(
        id=block.name,
        label=block.name.replace("_", " ").title(),
        aliases=block.texts("words"),
        parents=("people",),
        nation=True,
        home=block.text("home") if "home" in block.fields else None,
    )


def _place(block: Block) -> Place:
    block.only("aliases", "within", "iso")
    iso = block.text("iso") if "iso" in block.fields else None
    return Place(id=block.name, aliases=block.texts("aliases"), within=block.texts("within"), iso=iso)


def _wire(block: Block) -> Wire:
    block.only("aliases")
    return Wire(id=block.name, aliases=block.texts("aliases"))


def _credits(block: Block) -> tuple[str, tuple[str, ...]]:
    block.only("words")
    return block.name, block.texts("words")


def _profile(name: str, blocks: Iterable[Block]) -> Profile:
    profiles = {block.name: block for block in blocks}
    if name not in profiles:
        raise InvalidData(f"unknown profile {name!r}; known are {', '.join(profiles)}")
    block = profiles[name]
    block.only("version", "words")
    words = block.fields.get("words")
    if not isinstance(words, list):
        raise block.wrong("words", "must be a list of blocks with words, hard and soft")
    return Profile(name, block.text("version"), tuple(_vague(block, n, word) for n, word in enumerate(words)))


def _vague(profile: Block, position: int, fields: object) -> VagueWord:
    if not isinstance(fields, dict):
        raise profile.wrong(f"words[{position}]", "must hold words, hard and soft")
    block = Block(profile.file, f"{profile.name}.words[{position}]", fields)
    block.only("words", "hard", "soft")
    hard, soft = block.interval("hard"), block.interval("soft")
    if not soft.within(hard):
        raise block.wrong("soft", f"{soft} reaches past hard, {hard}")
    return VagueWord(tuple(word.casefold() for word in block.texts("words")), hard, soft)


def _no_nation_twice(populations: Iterable[Block], nations: Iterable[Block]) -> None:
    names = {block.name for block in nations}
    for block in populations:
        if block.name in names:
            raise block.wrong("label", "is a population and a nation at once")


def _both_ways(populations: dict[str, Population]) -> dict[str, Population]:
    """Populations that share nobody say so of each other, whichever of the two blocks says it."""
    excludes = {name: set(term.excludes) for name, term in populations.items()}
    for name, term in populations.items():
        for other in term.excludes:
            excludes[other].add(name)
    return {name: replace(term, excludes=tuple(sorted(excludes[name]))) for name, term in populations.items()}


def _check_words(blocks: Iterable[Block], terms: Mapping[str, Population] | Mapping[str, Place]) -> None:
    """No word means two things; our own blocks are taken to be right."""
    taken: dict[str, str] = {}
    for block in sorted(blocks, key=_is_users):
        term = terms[block.name]
        names = (term.id, term.label) if isinstance(term, Population) else (term.id,)
        for word in (*names, *term.aliases):
            folded = " ".join(word.casefold().replace("_", " ").split())
            if taken.setdefault(folded, block.name) != block.name:
                raise block.wrong("aliases", f"{word!r} is a word of {taken[folded]!r} already")


def _is_users(block: Block) -> bool:
    return Path(block.file).parent != _OURS


def _check_links(
    blocks: Iterable[Block],
    terms: Mapping[str, Measure] | Mapping[str, Population] | Mapping[str, Place],
    fields: tuple[str, ...],
) -> None:
    """Each term that another names is there, and none holds itself."""
    above: dict[str, tuple[str, ...]] = {}
    for block in blocks:
        for field in fields:
            for other in block.texts(field):
                if other not in terms:
                    raise block.wrong(field, f"{other!r} is not in the vocabulary")
        above[block.name] = block.texts(fields[0])
    for block in blocks:
        seen: set[str] = set()
        waiting = list(above[block.name])
        while waiting:
            term = waiting.pop()
            if term == block.name:
                raise block.wrong(fields[0], f"{block.name!r} would hold itself")
            if term not in seen:
                seen.add(term)
                waiting.extend(above.get(term, ()))


def _check_hotkeys(blocks: Iterable[Block]) -> None:
    taken: dict[str, str] = {}
    for block in sorted(blocks, key=_is_users):
        hotkey = block.fields.get("hotkey")
        if hotkey and taken.setdefault(hotkey, block.name) != block.name:
            raise block.wrong("hotkey", f"{hotkey!r} is the key of {taken[hotkey]!r} already")
