"""Tells quickly that a sentence introduces no single person, as "a father of three was shot" does."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.text.wordbook import ADVERB, GRAMMAR, MORE, NATION, PARTED, PEOPLE, SIGNS, Wordbook

# What ends the noun behind an article.
_ENDS = (GRAMMAR | SIGNS) & ~(ADVERB | PARTED)


def may_introduce(words: Sequence[str], wordbook: Wordbook) -> bool:
    """False only where no article in these words (words.words_of) leads to a noun for people.

    For a sentence without any number, whose words are its tokens but for phrases of several words.
    """
    does, acronyms = wordbook.does, wordbook.word("acronym")
    if "[" in words:
        return True  # an editor's remark, which is left out
    for at in [at for at, word in enumerate(words) if word in wordbook.articles]:
        for place in range(at, len(words)):
            word = words[place]
            if _opens(words, place, wordbook):
                return True
            here = does[word]
            if here & PEOPLE or (here & NATION and _is_noun(words, place, wordbook)):
                return True
            if here & _ENDS and place > at and not here & MORE and word not in acronyms:
                break
    return False


def _opens(words: Sequence[str], place: int, wordbook: Wordbook) -> bool:
    """May a phrase of several words, or one that announces, begin here?"""
    word = words[place]
    if word not in wordbook.openings:
        return False
    following = wordbook.openings[word]
    return following is None or (place + 1 < len(words) and words[place + 1] in following)


def _is_noun(words: Sequence[str], place: int, wordbook: Wordbook) -> bool:
    """May the word of a nation be more than the adjective of a noun behind it?"""
    if wordbook.claims.adjective_endings or place + 1 == len(words):
        return True
    behind = words[place + 1]
    ends = wordbook.does[behind] & (GRAMMAR | SIGNS) or not behind.isalpha()
    return bool(ends) or _opens(words, place + 1, wordbook)
