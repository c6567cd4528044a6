"""Whatever is suggested comes back as that very claim, where nobody changes anything."""

from __future__ import annotations

import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.labelstudio.bodies import body
from tests.moments import NOON
from workbench.claims.normalise import normalise
from workbench.core.annotation import Annotation, Suggestion
from workbench.core.article import Article, Sentence
from workbench.core.claim import Claim, Modality, Scope
from workbench.core.period import Period
from workbench.core.quantity import Bound, Interval, Quantity, quantity_of
from workbench.labelstudio.predictions import GREATEST, prediction_json
from workbench.labelstudio.regions import read_result
from workbench.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()
OPEN = (Bound.BETWEEN, Bound.VAGUE)
counts = st.integers(0, GREATEST)
words = st.text(st.characters(exclude_categories=["Cs", "Cc", "Z"]), min_size=1, max_size=20)
lines = st.lists(words, min_size=1, max_size=3).map(" ".join)
terms = st.from_regex(r"[a-z][a-z_]{0,12}[a-z]", fullmatch=True)
wordless = st.text("😀שלום<>&é\n\u200d ", max_size=12)  # stands before the mark and holds no number
days = st.dates(date(1990, 1, 1), date(2030, 1, 1)).map(Period.day)


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    bound = draw(st.sampled_from(Bound))
    if bound not in OPEN:
        lowest = 1 if bound is Bound.LESS_THAN else 0
        return quantity_of("40", bound, draw(st.integers(lowest, GREATEST)))
    low, soft_low, soft_high, high = sorted(draw(st.tuples(counts, counts, counts, counts)))
    soft = draw(st.sampled_from([None, Interval(soft_low, soft_high)]))
    top = high if bound is Bound.BETWEEN else draw(st.sampled_from([high, None]))
    return quantity_of("40", bound, None, hard=Interval(low, top), soft=soft)


@st.composite
def suggestions(draw: st.DrawFn, start: int) -> Suggestion:
    population, origin = draw(st.none() | terms), draw(st.none() | terms)
    since, as_of = sorted(draw(st.tuples(days, days)))
    return Suggestion(
        start=start,
        end=start + 2,
        measure=draw(st.sampled_from(list(VOCABULARY.measures))),
        quantity=draw(quantities()),
        population=population,
        population_text=draw(st.none() | lines) if population else None,
        origin=origin,
        origin_text=draw(st.none() | lines) if origin else None,
        place=draw(st.none() | st.sampled_from(list(VOCABULARY.places))),
        since=draw(st.none() | st.just(since.edtf)),
        as_of=draw(st.none() | st.just(as_of.edtf)),
        scope=draw(st.none() | st.sampled_from(Scope)),
        modality=draw(st.sampled_from(Modality)),
        implicit=draw(st.booleans()),
        score=draw(st.floats(0, 1)),
    )


@given(st.data(), wordless)
def test_nothing_of_a_suggestion_is_lost_on_the_way(data: st.DataObject, before: str) -> None:
    text = f"{before} 40"
    suggested = data.draw(suggestions(len(before) + 1))
    sent = json.loads(json.dumps(prediction_json(body(text, 1, (suggested,)), VOCABULARY)))
    regions, answer = read_result(sent["result"])
    annotation = Annotation(
        id="n", sentence="s", annotator="1", created_at=NOON, updated_at=NOON, regions=regions, answer=answer
    )
    article = Article(outlet="The Outlet", published_at=date(2030, 1, 2), text=text)
    (claim,) = normalise(
        annotation,
        Sentence(0, len(text), text),
        article,
        article_id="a",
        vocabulary=VOCABULARY,
        language="en",
    )
    assert isinstance(claim, Claim), claim
    same = ("start", "end", "measure", "population", "population_text", "origin", "origin_text", "place")
    for name in (*same, "scope", "modality", "implicit"):
        assert getattr(claim, name) == getattr(suggested, name), name
    assert (claim.quantity.value, claim.quantity.bound) == (
        suggested.quantity.value,
        suggested.quantity.bound,
    )
    assert (claim.quantity.hard, claim.quantity.soft) == (suggested.quantity.hard, suggested.quantity.soft)
    assert (None if claim.since is None else claim.since.edtf) == suggested.since
    assert claim.as_of_assumed is (suggested.as_of is None)
    assert claim.as_of_assumed or (claim.as_of is not None and claim.as_of.edtf == suggested.as_of)


def test_a_number_too_great_for_a_browser_is_read_from_its_words_again() -> None:
    printed = "99,999,999,999,999,999"
    text = f"{printed} people were killed."
    value = 99_999_999_999_999_999
    suggested = Suggestion(
        start=0, end=len(printed), measure="killed", quantity=quantity_of(printed, Bound.EXACT, value)
    )
    [region], _ = read_result(prediction_json(body(text, 1, (suggested,)), VOCABULARY)["result"])
    assert "value" not in region.fields
    annotation = Annotation(
        id="n", sentence="s", annotator="1", created_at=NOON, updated_at=NOON, regions=(region,)
    )
    article = Article(outlet="The Outlet", published_at=date(2030, 1, 2), text=text)
    (claim,) = normalise(
        annotation,
        Sentence(0, len(text), text),
        article,
        article_id="a",
        vocabulary=VOCABULARY,
        language="en",
    )
    assert isinstance(claim, Claim), claim
    assert claim.quantity.value == value
