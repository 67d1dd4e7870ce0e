"""A block as the quotations' input."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ccdata.extract.naming import Naming


class Passage(NamedTuple):
    """One block as input: its text, what is named in it, its sentences, where links stand."""

    number: int
    text: str
    namings: Sequence[Naming]
    sentences: Sequence[tuple[int, int]]
    links: Sequence[tuple[int, int]] = ()
    citation: bool = False
    authors: tuple[tuple[int, int], ...] = ()
    """In the preferred citation: where its authors are named."""
