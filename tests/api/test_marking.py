from __future__ import annotations

from threading import Event

import pytest

from api import marking
from api.marking import Mark, Marking


def test_whoever_marks_waits_for_nobody_and_all_is_written_in_the_end() -> None:
    written: list[set[Mark]] = []
    free, begun = Event(), Event()

    def keep(marks: set[Mark]) -> None:
        begun.set()
        assert free.wait(30)
        written.append(marks)

    ours = Marking(keep)
    assert ours.put({(1, 7)})
    assert begun.wait(30)
    for task in (8, 9, 8):
        assert ours.put({(1, task)})
    assert written == []
    free.set()
    ours.end()
    assert written == [{(1, 7)}, {(1, 8), (1, 9)}], "what came meanwhile goes together"
    ours.end()
    assert ours.put({(2, 1)})
    ours.end()
    assert written[2:] == [{(2, 1)}]


def test_of_too_many_the_last_are_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marking, "MOST", 2)
    free = Event()
    waited: list[bool] = []
    ours = Marking(lambda marks: waited.append(free.wait(30)))
    assert ours.put({(1, 1), (1, 2)})
    assert not ours.put({(1, task) for task in range(3, 6)})
    free.set()
    ours.end()
    assert all(waited)


def test_after_a_failure_the_next_are_written(caplog: pytest.LogCaptureFixture) -> None:
    written: list[set[Mark]] = []

    def keep(marks: set[Mark]) -> None:
        if (1, 1) in marks:
            raise ValueError("as a database may")
        written.append(marks)

    ours = Marking(keep)
    assert ours.put({(1, 1)})
    ours.end()
    assert ours.put({(1, 2)})
    ours.end()
    assert written == [{(1, 2)}]
    assert "lost 1 marks" in caplog.text
