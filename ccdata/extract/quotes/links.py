"""A link: the word that ties a quotation to its speaker, and the phrase that names him."""

from __future__ import annotations

from typing import NamedTuple

from ccdata.extract.quotes.phrase import Phrase
from ccdata.extract.quotes.verbs import Verb


class Link(NamedTuple):
    """What was found for one quotation in its sentence; `cue` are token indices `[first, last]`."""

    speaker: Phrase
    lemma: str | None
    cue: tuple[int, int] | None
    verb: Verb | None = None
    adjacent: bool = False
    """Nothing but "that" or a comma stands between cue and words."""
    weak: bool = False
    """A noun in a prepositional phrase, a verb under "to" or "would": an outer cue is better."""
    implicit: bool = False
    """By a possessive, or carried over."""
    via: Phrase | None = None
    """Through whom the words reached the author."""
