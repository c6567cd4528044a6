from __future__ import annotations

from dataclasses import replace
from datetime import date

from workbench.core.article import Article, Sentence, clean_text

ARTICLE = Article(outlet="Harbor Wire", published_at=date(2024, 1, 24), text="Twelve died.", file="a.txt")


def test_identity_is_the_url_else_outlet_and_file() -> None:
    assert replace(ARTICLE, text="Thirteen died.").id == ARTICLE.id
    assert replace(ARTICLE, file="b.txt").id != ARTICLE.id
    with_url = replace(ARTICLE, url="https://example.org/a")
    assert with_url.id == replace(with_url, outlet="Another", file="c.txt").id
    assert with_url.id != ARTICLE.id


def test_a_version_follows_what_a_reader_would_notice() -> None:
    assert replace(ARTICLE).version_id == ARTICLE.version_id
    for change in (
        {"text": "Thirteen died."},
        {"published_at": date(2024, 1, 25)},
        {"event": "x"},
        {"title": "T"},
    ):
        assert replace(ARTICLE, **change).version_id != ARTICLE.version_id


def test_a_sentence_is_its_article_offsets_and_words() -> None:
    sentence = Sentence(start=0, end=12, text="Twelve died.")
    assert sentence.id("a") == Sentence(start=0, end=12, text="Twelve died.").id("a")
    assert (
        len(
            {
                sentence.id("a"),
                sentence.id("b"),
                replace(sentence, start=1).id("a"),
                replace(sentence, text="x").id("a"),
            }
        )
        == 4
    )


def test_cleaning_takes_out_what_no_store_or_browser_agrees_on() -> None:
    assert clean_text("\ufeffTwelve\x00 died \ud83d.") == "Twelve died ."
    kept = "الضحايا 👨‍👩‍👧 éé\r\n12"
    assert clean_text(kept) == kept
