"""Which blocks of a page are the article, and which are furniture.

furniture = an element made for it (nav, footer, aside ...) that holds little of the page's words
          | a box of nothing but links
          | what follows the last running text or dated entry
          | what follows a heading like "Related Articles"
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise, zip_longest

from ccdata.authority.journal import journal_words
from ccdata.source.asides import without_debris
from ccdata.source.html.flow import Box, Flow
from ccdata.source.labels import begins_date, begins_entry, is_date, is_day
from ccdata.source.writing import Written

_FURNITURE_TAGS = frozenset({"nav", "footer", "aside", "form", "dialog", "menu", "fieldset", "details"})
_FURNITURE_ROLES = frozenset({"navigation", "contentinfo", "search", "dialog", "complementary", "alert"})
_ROWS = frozenset({"ul", "ol", "menu", "table", "tr"})
_LITTLE = 0.3
_DENSE = 0.75
_FEW_LINKS = 3
_LINK_WORDS = 8
_PROSE = 25
_HEADING_WORDS = 16
_MOST = 0.9
_TRAIL = re.compile(r"(?i)^home\s*[»>›/|:·→-]")


def choose(flow: Flow) -> tuple[list[Written], list[str]]:
    """Return the article's blocks, and the words of what was left out."""
    judge = _Judge(flow)
    out = judge.left_out()
    kept = [_led(block) for block, left in zip(flow.blocks, out, strict=True) if not left]
    return kept, list(_stretches(flow.blocks, out))


def _led(block: Written) -> Written:
    """Drop links that lead nowhere but to the page itself."""
    if not any(run.url == "#" for run in block.runs):
        return block
    return replace(block, runs=tuple(run._replace(url=None) if run.url == "#" else run for run in block.runs))


def _stretches(blocks: list[Written], out: list[bool]) -> Iterator[str]:
    """Join blocks that were left out one after the other."""
    held: list[str] = []
    for block, left in zip(blocks, out, strict=True):
        if left:
            held.append(block.text)
        elif held:
            yield " | ".join(held)
            held = []
    if held:
        yield " | ".join(held)


class _Judge:
    """Weighs boxes by their words, their linked words and their signs of an article."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self.words = _sums(block.words for block in flow.blocks)
        self.linked = _sums(_linked(block) for block in flow.blocks)
        self.links = _sums(_link_count(block) for block in flow.blocks)
        apart = _apart(flow.blocks)
        self.signs = [_is_sign(block) or place in apart for place, block in enumerate(flow.blocks)]
        self.sign_sums = _sums(int(sign) for sign in self.signs)
        self.mass = _sums(
            _mass(block, sign=sign) for block, sign in zip(flow.blocks, self.signs, strict=True)
        )

    def left_out(self) -> list[bool]:
        """Judge every block."""
        blocks = self.flow.blocks
        out = [bool(_TRAIL.match(block.text)) for block in blocks]
        for box in self._boxes():
            if self._is_furniture(box):
                out[box.first : box.last] = [True] * (box.last - box.first)
        main = self._main()
        for place in range(self._end(main), len(blocks)):
            out[place] = True
        for place in self._tail(main):
            out[place] = True
        return out if not all(out) else [False] * len(out)

    def _boxes(self) -> Iterator[Box]:
        stack = [self.flow.root]
        while stack:
            box = stack.pop()
            stack.extend(box.children)
            if box.last > box.first and box is not self.flow.root:
                yield box

    def _is_furniture(self, box: Box) -> bool:
        words = _within(self.words, box)
        if _within(self.sign_sums, box):
            return False
        made_for_it = box.tag in _FURNITURE_TAGS or box.role in _FURNITURE_ROLES
        if made_for_it:
            return words <= _LITTLE * self.words[-1]
        links = _within(self.links, box)
        few = _FEW_LINKS if box.tag in _ROWS else _FEW_LINKS + 1
        dense = _within(self.linked, box) >= _DENSE * words
        return dense and links >= few and words <= _LINK_WORDS * links

    def _main(self) -> Box:
        """Descend into the box that holds nearly all running text and every dated entry."""
        box = self.flow.root
        while True:
            mass, signs = _within(self.mass, box), _within(self.sign_sums, box)
            inner = next(
                (
                    child
                    for child in box.children
                    if _within(self.mass, child) >= _MOST * mass and _within(self.sign_sums, child) == signs
                ),
                None,
            )
            if inner is None or not mass:
                return box
            box = inner

    def _end(self, main: Box) -> int:
        """Return where the last part of the main box ends that holds running text."""
        if not _within(self.mass, main):
            return main.last
        heavy = [child.last for child in main.children if _within(self.mass, child)]
        return max(heavy, default=main.last)

    def _tail(self, main: Box) -> range:
        """From a heading like "Related Articles" on, if no dated entry follows."""
        for place in range(main.first, main.last):
            block = self.flow.blocks[place]
            follows = self.sign_sums[main.last] - self.sign_sums[place]
            if not follows and _is_tail_heading(block):
                return range(place, main.last)
        return range(0)


def _sums(values: Iterator[int]) -> list[int]:
    return list(accumulate(values, initial=0))


def _within(sums: list[int], box: Box) -> int:
    return sums[box.last] - sums[box.first]


def _linked(block: Written) -> int:
    return sum(len(run.text.split()) for run in block.runs if run.url)


def _link_count(block: Written) -> int:
    """Links one after the other; two runs of one link are one."""
    urls = [run.url for run in block.runs if run.text.strip()]
    return sum(1 for one, two in pairwise((None, *urls)) if two and (one != two))


def _is_sign(block: Written) -> bool:
    """A dated entry, or one whose date is lost."""
    text = without_debris(block.text).lstrip()
    marked = block.kind == "item" or (bool(block.runs) and block.runs[0].bold)
    dated = begins_entry(text) or text.startswith(": ") or (marked and begins_date(text))
    return dated and block.kind != "heading" and block.words > _FEW_LINKS


def _apart(blocks: Sequence[Written]) -> set[int]:
    """Return the places of what is dated below the words "Chronology of": texts that begin with a date, and
    dates in blocks of their own with the texts below them.
    """
    found: set[int] = set()
    below = False
    for place, (block, after) in enumerate(zip_longest(blocks, blocks[1:])):
        if block.words <= _HEADING_WORDS and "chronology" in block.text.casefold():
            below = True
        elif _is_tail_heading(block):
            below = False
        elif below and (is_date(block.text) or is_day(block.text)):
            told = after is not None and after.kind != "heading" and not is_date(after.text)
            found |= {place, place + 1} if told else set()
        elif below and block.kind == "paragraph" and begins_date(block.text):
            found.add(place)
    return found


def _mass(block: Written, *, sign: bool) -> int:
    """Words of running text; a notice of cookies or rights is none."""
    words = block.words
    prose = words >= _PROSE and 2 * _linked(block) < words and not _is_notice(block.text)
    return words if prose or sign else 0


def _is_notice(text: str) -> bool:
    folded = text.casefold()
    return any(word in folded for word in journal_words()["furniture"]["notices"])


def _is_tail_heading(block: Written) -> bool:
    return block.text.casefold().strip(" :") in journal_words()["furniture"]["tails"]
