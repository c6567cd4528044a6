"""Splits a text into sentences: lines first, then sentencex, then what sentencex is known to miss.

sentencex is fast and right on running prose; the corrections here are for list items, abbreviations of the
military and of offices, remarks in brackets, trailing ellipses and articles glued together by a scraper.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import sentencex

from workbench.core.article import Sentence
from workbench.languages.language import Language

# sentencex panics on a no-break space after an initial, and refuses half of a surrogate pair.
_UNFIT = re.compile(r"[^\S ]|[\ud800-\udfff]")
# sentencex takes quadratic time on unpaired quotation marks, so it never sees more than this at once.
_WINDOW = 4_000

# What may end a sentence, a full stop and its like: no letter of ours, no quotation mark, no dash.
_MAY_END = re.compile(r"[.!?\u0589-\u200f\u2024-\u20ab\u20ad-\U0010ffff]")
_CLOSERS = "\"”'’"
_LIST_MARKER = re.compile(r"[\s•⁃‣▪*·–-]*(\d{1,3}|[a-z])(\.\)|[.)])\s", re.ASCII)
_NO_SENTENCE = re.compile(r"[\s•⁃‣▪*·–-]*(?:\d{1,3}|[a-zA-Z])(?:\.\)|[.)])\s*|[\s.…]+", re.ASCII)
_MISSED = re.compile(
    r"""[.!?…](?:
        [)\]]\ +(?=[“"‘'(\[]?[^\W\d_a-z])             # a remark in brackets.) Then a sentence
        |(?<=…)\ +(?=[“"‘'(\[]?[^\W\d_a-z])            # a trailing ellipsis… Then a sentence
        |(?<=\w\w\.)\ (?=\.\ \.\ \.\ [^\W\d_a-z])     # a full stop. . . . Then an omission
        |(?<=[a-z][a-z].)["”](?=[A-Z])                  # "glued."Together
        |(?<=[a-z][a-z][a-z].)(?=[A-Z][a-z]*\ [a-z])    # glued.Together by
    )""",
    re.VERBOSE,
)
_BRACKETED_WORD = re.compile(r"\([^\s()]+\.\)\s*$")
_LAST_WORD = re.compile(r"([^\W\d_][\w.]*)\.\s*$")
_FIRST_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")


def split_sentences(text: str, language: Language) -> list[Sentence]:
    """The sentences of `text` in order: text[start:end] is the sentence, without white space around it.

    Every character that is no white space is in exactly one sentence; a line break always ends one, so a
    headline without a full stop stays apart. Never raises; takes time in proportion to the text.
    """
    sentences = []
    offset = 0
    for line in text.splitlines(keepends=True):
        body = line.rstrip()
        if body:
            pieces = _pieces(line, body, language) if _may_be_cut(body) else ((0, len(body)),)
            for start, end in pieces:
                piece = line[start:end]
                sentence = piece.lstrip()
                begin = offset + end - len(sentence)
                sentence = sentence.rstrip()
                if sentence:
                    sentences.append(Sentence(begin, begin + len(sentence), sentence))
        offset += len(line)
    return sentences


def _may_be_cut(body: str) -> bool:
    """Most paragraphs of news are one sentence, and most titles: nothing ends before their last sign."""
    inside = body[:-2] if body[-1] in _CLOSERS else body[:-1]
    if ")" in body:
        return True
    if inside.isascii():
        return "." in inside or "!" in inside or "?" in inside
    return _MAY_END.search(inside) is not None


def _pieces(line: str, body: str, language: Language) -> Iterator[tuple[int, int]]:
    plain = _plain(line, body)
    cuts = _cuts(plain, language.code)
    missed = [match.end() for match in _MISSED.finditer(plain)] + _item_starts(plain)
    if missed:
        cuts = sorted({*cuts, *missed})
    start = 0
    for cut in cuts:
        if not _continues(plain, start, cut, language):
            yield start, cut
            start = cut
    yield start, len(line)


def _plain(line: str, body: str) -> str:
    """The line with a space for every other white space and what else sentencex cannot take."""
    if body.isprintable():  # so it is nearly always, and asking takes less time than looking for them
        return body + " " * (len(line) - len(body))
    return _UNFIT.sub(" ", line)


def _cuts(line: str, code: str) -> list[int]:
    """Where sentencex begins a new sentence inside the line."""
    cuts: list[int] = []
    position = 0
    while len(line) - position > _WINDOW:
        inside = _lengths(line[position : position + _WINDOW], code)[:-1]
        for length in inside:
            position += length
            cuts.append(position)
        if not inside:
            # No sentence is that long: go on behind the window, at a white space, without a cut.
            space = line.rfind(" ", position + 1, position + _WINDOW)
            position = space if space > 0 else position + _WINDOW
    for length in _lengths(line[position:], code)[:-1]:
        position += length
        cuts.append(position)
    return cuts


def _lengths(line: str, code: str) -> list[int]:
    return [len(piece) for piece in sentencex.segment(code, line)]


def _item_starts(line: str) -> list[int]:
    """Where the items of a list in one line begin: "1. … 2. …", "a) … b) …", counted up from the first."""
    marker = _LIST_MARKER.match(line)
    starts: list[int] = []
    while marker:
        label, stop = marker[1], marker[2]
        following = str(int(label) + 1) if label.isdecimal() else chr(ord(label) + 1)
        found = re.compile(rf"[ ][•⁃‣▪*·–-]?[ ]?{re.escape(following + stop)}[ ]").search(
            line, marker.end() - 1
        )
        if found is None:
            break
        starts.append(found.start() + 1)
        marker = _LIST_MARKER.match(line, found.start())
    return starts


def _continues(line: str, start: int, cut: int, language: Language) -> bool:
    """Does the sentence go on behind the cut?"""
    if _NO_SENTENCE.fullmatch(line, start, cut):
        return True
    before = line[max(start, cut - 30) : cut]
    word = _LAST_WORD.search(before, before.rstrip().rfind(" ") + 1)
    if word and word[1].casefold() in language.abbreviations:
        return True
    following = _FIRST_WORD.match(line, cut)
    if following is None:
        return False
    first = following[0].casefold()
    if first in language.no_starters:
        return True
    # "at 5 p.m. Monday"
    if word and word[0].rstrip().casefold() in language.kinds.clock_after and _names_day(first, language):
        return True
    # A word in small letters begins no sentence, unless it is a name: al-Shifa, iPhone.
    if following[0].islower():
        return before.rstrip()[-1:] in ".!?…)”\"’'"
    # "Capt. (res.) Levi": one word in brackets is no remark of its own
    return _BRACKETED_WORD.search(before) is not None


def _names_day(word: str, language: Language) -> bool:
    return word in language.calendar.weekdays or word in language.calendar.months
