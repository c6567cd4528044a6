"""What the benchmarks generate, measure and print; none of them is run at length here."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.benchmarks import corpus, crosscheck, peers
from tests.benchmarks.claims import write_generated
from tests.benchmarks.corpus import counted, dense, generated, ordinary, sentences_of
from tests.benchmarks.line import Line, markdown, rounded
from tests.benchmarks.narrowing import conflict, narrowing
from tests.benchmarks.peer import PEERS, rate
from tests.benchmarks.peers import CannotBeHad, Peer
from tests.benchmarks.process import run
from tests.benchmarks.reading import rate as our_rate
from workbench.engine.columns import claims_of
from workbench.languages import language_of
from workbench.readers.claims import read_claims
from workbench.text.numbers import read_numbers
from workbench.text.sentences import split_sentences
from workbench.text.suggest import suggest
from workbench.vocabulary import load_vocabulary


@pytest.mark.parametrize(
    ("number", "shown"),
    [(21_437, "21,000"), (999, "1,000"), (156, "160"), (99.4, "99"), (7.44, "7.4"), (0.892, "0.89")],
)
def test_two_digits_are_shown(number: float, shown: str) -> None:
    assert rounded(number) == shown


def test_the_table_is_that_of_the_readme() -> None:
    assert markdown([Line("news", "21,000", "floor 20,000")]).splitlines() == [
        "| what | measured | beside |",
        "| --- | --- | --- |",
        "| news | 21,000 | floor 20,000 |",
    ]


def test_a_run_is_measured() -> None:
    idle = run([sys.executable, "-c", "import time; time.sleep(0.2)"])
    large = run([sys.executable, "-c", "x = b'1' * 60_000_000"])
    assert 0.2 <= idle.seconds < 5
    assert idle.megabytes < 30 < 55 < large.megabytes - idle.megabytes < 65


def test_a_run_that_fails_is_told() -> None:
    with pytest.raises(subprocess.CalledProcessError):
        run([sys.executable, "-c", "raise SystemExit(3)"])


def test_a_run_knows_no_settings_but_those_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBENCH_PROFILE", "acled")
    asks = "import os; assert os.environ.get('WORKBENCH_PROFILE') == {!r}"
    run([sys.executable, "-c", asks.format(None)])
    run([sys.executable, "-c", asks.format("house")], {"WORKBENCH_PROFILE": "house"})


def test_there_is_news_and_there_are_counts() -> None:
    assert len(sentences_of(ordinary())) > 50
    assert len(sentences_of(dense())) > 150
    assert len(counted()) > 150
    assert our_rate(counted()[:5], 5, 0.01) > 0


def test_the_stand_in_for_news_is_as_rich_in_counts_as_news(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpus, "SHARED", Path("nowhere"))
    english, vocabulary = language_of("en"), load_vocabulary()
    texts = ordinary()
    sentences = sentences_of(texts)
    counts = [
        sentence
        for sentence in sentences
        if any(number.quantity for number in read_numbers(sentence, english, vocabulary.profile))
    ]
    claims = [
        found
        for text in texts
        for found in suggest(
            text.text,
            split_sentences(text.text, english),
            language=english,
            vocabulary=vocabulary,
            published_at=text.published_at,
        )
    ]
    assert len(texts) == 4
    assert 4 <= len(sentences) / len(counts) <= 6
    assert 7 <= len(sentences) / len(claims) <= 10


def test_generated_text_is_as_long_as_asked_and_never_twice_the_same() -> None:
    lines = list(generated(0.3))
    size = sum(len(line.encode()) for line in lines)
    assert 300_000 <= size < 310_000
    texts = {json.loads(line)["text"] for line in lines}
    assert len(texts) > len(ordinary())
    assert list(generated(0.3)) == lines


def test_generated_claims_can_be_read() -> None:
    lines = list(crosscheck.generated(500))
    claims = list(read_claims(io.StringIO("".join(lines)), "claims", measures=load_vocabulary().measures))
    assert len({claim.id for claim in claims}) == 500
    assert len({claim.event for claim in claims}) == 1
    assert list(crosscheck.generated(500)) == lines


def test_generated_corpora_can_be_read_and_are_the_same_for_the_same_seed(tmp_path: Path) -> None:
    tables = []
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        write_generated(500, tmp_path / name)
        tables.append(pq.read_table(tmp_path / name))
    assert tables[0].equals(tables[1])
    claims = list(claims_of(tables[0]))
    assert len({claim.id for claim in claims}) == 500
    assert {claim.measure for claim in claims} <= load_vocabulary().measures.keys()


def test_a_day_of_nothing_but_conflicts_is_one_finding() -> None:
    assert conflict(50)["findings"] == 1


def test_the_narrowing_is_measured_beside_what_it_is_to_be_set_beside(tmp_path: Path) -> None:
    write_generated(500, tmp_path)
    assert all(seconds > 0 for seconds in narrowing(tmp_path).values())


def test_a_peer_reads_every_sentence_in_turn() -> None:
    seen: list[str] = []
    sentences = [str(number) for number in range(100)]
    assert rate(seen.extend, sentences, 0.01) > 0
    assert seen[:200] == sentences * 2


def test_peers_are_those_that_the_script_knows() -> None:
    assert {peer.name for peer in peers.PEERS} == PEERS.keys()


def test_a_peer_that_cannot_be_had_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(peers, "FOLDER", tmp_path)
    monkeypatch.setenv("UV", str(tmp_path / "no-uv"))
    absent = Peer("quantulum3", "quantulum3", ("quantulum3",))
    with pytest.raises(CannotBeHad, match=r"quantulum3 (cannot be had|does not run) here"):
        peers.rates(absent, {"news": ["Twelve died."]}, 0.01)
