"""A person's hand on Label Studio's own page: keys and mouse, nothing of its API."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.labelstudio.browser import SUBMIT

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

SENTENCE = ".sentence .lsf-htx-richtext"


@dataclass
class Hand:
    """Works on the sentence of the task that the page shows."""

    page: Page

    def mark_of(self, words: str) -> Locator:
        found = self.page.locator(f"{SENTENCE} .htx-highlight")
        return found.filter(has_text=re.compile(f"^{re.escape(words)}$")).first

    def select(self, words: str) -> None:
        """Clicks on the mark, so that its parts show."""
        self.page.keyboard.press("Escape")
        self.mark_of(words).click()

    def delete(self, words: str) -> None:
        self.select(words)
        self.page.keyboard.press("Backspace")
        self.mark_of(words).wait_for(state="detached")

    def mark(self, key: str, words: str) -> None:
        """Presses the key of a label and draws over the words."""
        self.page.keyboard.press("Escape")
        self.page.keyboard.press(key)
        begin, end = (self._edge(words, at_end) for at_end in (False, True))
        self.page.mouse.move(*begin)
        self.page.mouse.down()
        self.page.mouse.move(*end, steps=8)
        self.page.mouse.up()
        self.mark_of(words).wait_for()

    def relate(self, one: str, other: str) -> None:
        self.select(one)
        self.page.keyboard.press("Alt+r")
        self.mark_of(other).click()
        self.page.keyboard.press("Escape")

    def unrelate(self, kind: str, position: int = 0) -> None:
        """Deletes a relation that joins two labels of this kind, from the list beside the text."""
        self.page.locator("#Relations-draggable").click()
        item = self.page.locator(".lsf-relations__item").filter(has_text=re.compile(kind)).nth(position)
        item.hover()
        item.get_by_role("button").last.click()
        self.page.locator("#Regions-draggable").click()

    def choose(self, key: str, choice: str) -> None:
        """Presses the key of a choice of the selected number, and sees it chosen."""
        box = self.page.locator(".side .lsf-choice", has_text=re.compile(f"^{choice}"))
        box.wait_for()
        self.page.keyboard.press(key)
        box.locator("input:checked").wait_for(state="attached")

    def write_number(self, control: str, number: str) -> None:
        """Fills the field under this heading."""
        field = self.page.locator(".count", has_text=re.compile(f"^{control}$")).locator("input")
        field.fill(number)
        self.page.keyboard.press("Tab")

    def submit(self) -> None:
        self.page.locator(SUBMIT).wait_for()
        with self.page.expect_response(lambda answer: "/annotations" in answer.url and answer.status == 201):
            self.page.keyboard.press("Control+Enter")

    def _edge(self, words: str, at_end: bool) -> tuple[float, float]:
        """Where the words begin or end on the screen."""
        box = self.page.evaluate(
            """([selector, words, atEnd]) => {
                const root = document.querySelector(selector);
                const place = root.textContent.indexOf(words) + (atEnd ? words.length : 0);
                const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
                for (let passed = 0, node = walker.nextNode(); node; node = walker.nextNode()) {
                    if (passed + node.length >= place + (atEnd ? 0 : 1)) {
                        const range = document.createRange();
                        const at = place - passed - (atEnd ? 1 : 0);
                        range.setStart(node, at);
                        range.setEnd(node, at + 1);
                        const box = range.getBoundingClientRect();
                        return [atEnd ? box.right - 1 : box.left + 1, (box.top + box.bottom) / 2];
                    }
                    passed += node.length;
                }
            }""",
            [SENTENCE, words, at_end],
        )
        return float(box[0]), float(box[1])
