"""Whose deed a sentence tells, as far as its words show without parsing it.

subject        = first person who stands before a verb and behind no preposition
joint subject  = NAME ("," NAME)* "and" NAME, the first of them the subject
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ccdata.authority.references import reference_words
from ccdata.extract.naming import Naming

_BEHIND = re.compile(
    r"(?: of (?:the )?[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){0,3})?(?: \([^()]{1,60}\))?"
    r"(?:, [^,]{2,120},)? ?,? ?([a-z]+)(?: ([a-z]+))?"
)
"""What follows a name: where he is from, an insertion, then the word that may be his verb."""
_BEFORE = re.compile(r"([A-Za-z]+)[ ,]*(?:the )?$")
_JOINT = re.compile(r",? and (?:the )?|, ")
_REACH = 30


def subject(text: str, start: int, namings: Sequence[Naming]) -> Naming | None:
    """Return the person whose deed the sentence tells; None where it is not plain.

    "..., said X" counts too. A person whom a preposition or a verb leads to is none; nor is a possessive.
    """
    for naming in namings:
        if naming.kind != "person" or naming.actor_id is None:
            continue
        if _speaks(text, start, naming) or (_leads(text, start, naming) and _follows(text, naming)):
            return naming
    return None


def _speaks(text: str, start: int, naming: Naming) -> bool:
    """The verb of speech stands before its subject: "..., said X"."""
    begin = naming.title[0] if naming.title and naming.title[0] < naming.start else naming.start
    before = _BEFORE.search(text, max(start, begin - _REACH), begin)
    if before is None or text.startswith(("'s", "’s"), naming.end):
        return False
    return before[1] in reference_words().speech and before.start() > start


def is_free(text: str, naming: Naming) -> bool:
    """Say whether no preposition or verb leads to a naming."""
    return _leads(text, 0, naming)


def _leads(text: str, start: int, naming: Naming) -> bool:
    begin = naming.title[0] if naming.title and naming.title[0] < naming.start else naming.start
    before = _BEFORE.search(text, max(start, begin - _REACH), begin)
    return before is None or before[1].lower() not in reference_words().leading


def _follows(text: str, naming: Naming) -> bool:
    if text.startswith(("'s", "’s", "' ", "’ "), naming.end):
        return False
    behind = _BEHIND.match(text, naming.end)
    if behind is None:
        return False
    verb = behind[2] if behind[1] in reference_words().adverbs else behind[1]
    return verb is not None and verb not in reference_words().no_verb


def joint_subject(text: str, namings: Sequence[Naming]) -> tuple[Naming, ...]:
    """Return the persons or states that a sentence joins as its subject: two or more."""
    group: list[Naming] = []
    for naming in namings:
        if naming.actor_id is None:
            return ()
        if group and not _joins(text, group[-1], naming):
            break
        group.append(naming)
    if len(group) < 2 or not _follows(text, group[-1]):  # noqa: PLR2004
        return ()
    first = group[0]
    return tuple(group) if _leads(text, 0, first) and len({n.kind for n in group}) == 1 else ()


def _joins(text: str, left: Naming, right: Naming) -> bool:
    begin = right.title[0] if right.title and left.end < right.title[0] < right.start else right.start
    return _JOINT.fullmatch(text, left.end, begin) is not None
