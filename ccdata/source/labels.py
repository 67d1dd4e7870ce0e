"""Signs of a dated entry, for readers that must tell where a paragraph begins.

label = [few words] MONTH DAY ... ":"        the whole grammar is `ccdata.document.dates`
"""

from __future__ import annotations

import re
from functools import cache

from ccdata.authority.calendar import calendar_words


@cache
def _label() -> re.Pattern[str]:
    months = "|".join(word.capitalize() for word in calendar_words().months)
    return re.compile(
        rf"^(?:[A-Z]?[\w,-]{{0,9}}\.?\s){{0,2}}(?:\d{{1,2}}(?:st|nd|rd|th)?\s)?(?:{months})\b\.?,?\s?\d{{0,4}}\b[^:]{{0,30}}:(?!\d)"
    )


def begins_entry(text: str) -> bool:
    """Say whether a text begins with a date and a colon."""
    return bool(_label().match(text))
