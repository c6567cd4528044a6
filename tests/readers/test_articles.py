"""Articles from folders and JSON lines; a bad one is named and stops none of the others."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from workbench.core.article import Article, Rejected
from workbench.exceptions import InvalidData
from workbench.readers import read_articles

LINE = {"outlet": "Harbor Wire", "published_at": "2024-01-24", "text": "Twelve people died."}


def write_lines(path: Path, *lines: object) -> Path:
    path.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines), "utf-8")
    return path


def test_a_json_line_is_an_article(tmp_path: Path) -> None:
    line = {**LINE, "url": "https://example.org/a", "title": "Toll", "event": "gaza-2023", "language": "en"}
    (article,) = read_articles(write_lines(tmp_path / "a.jsonl", line))
    assert article == Article(
        outlet="Harbor Wire",
        published_at=date(2024, 1, 24),
        text="Twelve people died.",
        url="https://example.org/a",
        title="Toll",
        event="gaza-2023",
    )


def test_a_broken_line_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    path = write_lines(
        tmp_path / "news.jsonl", LINE, '{"outlet": "Har', "", "[1]", {**LINE, "text": "Two died."}
    )
    first, broken, wrong, last = read_articles(path)
    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert isinstance(broken, Rejected)
    assert broken.where == "news.jsonl, line 2"
    assert isinstance(wrong, Rejected)
    assert wrong.where == "news.jsonl, line 4"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"published_at": None}, "published_at"),
        ({"published_at": "last Tuesday"}, "published_at"),
        ({"published_at": 20240124}, "published_at"),
        ({"outlet": ""}, "outlet"),
        ({"text": None}, "text"),
        ({"url": 5}, "url"),
    ],
)
def test_the_field_that_is_wrong_is_named(tmp_path: Path, change: dict[str, object], field: str) -> None:
    (rejected,) = read_articles(write_lines(tmp_path / "a.jsonl", {**LINE, **change}))
    assert isinstance(rejected, Rejected)
    assert rejected.field == field
    assert field in rejected.message


def test_a_time_of_day_and_zone_leave_the_day_as_printed(tmp_path: Path) -> None:
    (article,) = read_articles(
        write_lines(tmp_path / "a.jsonl", {**LINE, "published_at": "2024-01-24T23:30:00-05:00"})
    )
    assert isinstance(article, Article)
    assert article.published_at == date(2024, 1, 24)


def folder(tmp_path: Path, entries: list[dict[str, object]], **files: bytes) -> Path:
    for name, raw in files.items():
        (tmp_path / f"{name}.txt").write_bytes(raw)
    write_lines(tmp_path / "manifest.jsonl", *entries)
    return tmp_path


def entry(file: str) -> dict[str, object]:
    return {"file": file, "outlet": "Harbor Wire", "published_at": "2024-01-24"}


def test_only_the_files_of_the_manifest_are_read_as_they_are(tmp_path: Path) -> None:
    raw = "\ufeffالضحايا 👨‍👩‍👧: 12 <b>dead</b>\r\nNext line".encode()
    path = folder(tmp_path, [entry("a.txt")], a=raw, b=b"not in the manifest")
    (article,) = read_articles(path)
    assert isinstance(article, Article)
    assert article.text == "الضحايا 👨‍👩‍👧: 12 <b>dead</b>\r\nNext line"
    assert article.file == "a.txt"


def test_bad_files_are_named_with_what_to_do(tmp_path: Path) -> None:
    names = ["latin.txt", "empty.txt", "gone.txt", "../outside.txt", "/etc/passwd", "good.txt"]
    (tmp_path / "in").mkdir()
    (tmp_path / "outside.txt").write_text("12 died")
    path = folder(
        tmp_path / "in",
        [entry(name) for name in names],
        latin="caf\xe9".encode("latin-1"),
        empty=b" \n",
        good=b"Two died.",
    )
    *rejected, good = read_articles(path)
    assert isinstance(good, Article)
    messages = [bad.message for bad in rejected if isinstance(bad, Rejected)]
    expected = [
        "latin.txt is not UTF-8 (byte 0xe9 at 3)",
        "empty.txt is empty",
        "no file gone.txt",
        "outside the folder",
        "outside the folder",
    ]
    assert len(messages) == len(expected)
    for message, part in zip(messages, expected, strict=True):
        assert part in message


def test_a_file_that_is_far_too_large_is_not_even_read(tmp_path: Path) -> None:
    path = folder(tmp_path, [entry("big.txt")], big=b"a" * 8_000_001)
    (rejected,) = read_articles(path)
    assert isinstance(rejected, Rejected)
    assert "larger than 8,000,000 bytes" in rejected.message


@pytest.mark.parametrize("text", ["", "\n \n"])
def test_an_empty_file_and_an_empty_manifest_are_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "news.jsonl").write_text(text)
    (tmp_path / "manifest.jsonl").write_text(text)
    for path in (tmp_path / "news.jsonl", tmp_path):
        (rejected,) = read_articles(path)
        assert isinstance(rejected, Rejected)
        assert rejected.where == path.name
        assert "empty" in rejected.message


def test_a_folder_without_manifest_and_a_missing_path_are_errors(tmp_path: Path) -> None:
    with pytest.raises(InvalidData, match=r"no manifest\.jsonl"):
        list(read_articles(tmp_path))
    with pytest.raises(InvalidData, match="no folder or file"):
        read_articles(tmp_path / "nothing")


def test_a_language_that_is_not_named_is_told_from_the_text(tmp_path: Path) -> None:
    spanish = {**LINE, "text": "Al menos doce personas murieron en el bombardeo, según el ministerio."}
    lines = write_lines(tmp_path / "a.jsonl", LINE, spanish, {**spanish, "language": "en"})
    found = [one for one in read_articles(lines) if isinstance(one, Article)]
    assert [one.language for one in found] == ["en", "es", "en"]
