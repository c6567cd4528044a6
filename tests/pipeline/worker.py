"""Pushes and pulls in processes of their own, so that they can be killed. Reads one order a line.

Everything is imported once; each order is a fork, which takes no time.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from typing import Any

from label_studio_sdk.base_client import LabelStudioBase

from workbench.exceptions import WorkbenchError
from workbench.labelstudio import pace, tasks, wire
from workbench.labelstudio.client import connect
from workbench.languages import language_of
from workbench.pipeline.pull import pull
from workbench.pipeline.push import push
from workbench.store.session import open_engine, open_session
from workbench.text.sentences import split_sentences
from workbench.text.suggest import suggest
from workbench.vocabulary import load_vocabulary

TIMEOUT = 2.0  # seconds, less than the proxy's delay


def work(order: dict[str, Any]) -> int:
    """0 where it completed, 1 where it says in a plain sentence why it could not."""
    tasks.SETTLE = 1.5
    pace.FIRST, pace.MOST = 2, 4  # so that a push is several requests
    wire.PAUSES = (0.05, 0.1)
    engine = open_engine(order["database"])
    try:
        with closing(connect(order["url"], order["token"], timeout=TIMEOUT)) as client:
            verb: Callable[..., Any] = push if order["verb"] == "push" else pull
            verb(
                lambda: open_session(engine, writing=True),
                client,
                order["project"],
                load_vocabulary(),
                now=datetime.now(UTC),
                **order.get("options", {}),
            )
    except WorkbenchError as error:
        print(error.message, file=sys.stderr)
        return 1
    finally:
        engine.dispose()
    return 0


def main() -> None:
    assert LabelStudioBase is not None, "imported here, so that no child has to"
    language = language_of("en")
    text = "At least 40 people were killed."
    suggest(
        text,
        split_sentences(text, language),
        language=language,
        vocabulary=load_vocabulary(),
        published_at=None,
    )
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            code = 2
            try:
                code = work(json.loads(line))
            finally:
                os._exit(code)
        print(child, flush=True)
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


if __name__ == "__main__":
    main()
