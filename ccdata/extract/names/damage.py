"""Names damaged by print or scanner: near a known name, and not a name of their own.

The letters may differ by one slip, two in a long name; a Chinese name that is itself well formed is
somebody else unless the office agrees.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz.distance import OSA

from ccdata.authority.names import is_pinyin

_LONG = 14
_SHORTEST = 8
_SHORTEST_STATE = 6


class Nearest:
    """Known names, by their first and last letters and their length: only near ones are compared."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names: dict[tuple[int, str], list[str]] = {}
        for _, name in sorted({name.lower(): name for name in sorted(names, reverse=True)}.items()):
            self._names.setdefault((len(name.split()), name[0]), []).append(name)
        self.find = lru_cache(maxsize=20_000)(self._find)

    def _find(self, words: str) -> str | None:
        """Return the one known name within a slip or two; None where two are as near."""
        allowed = 2 if len(words) >= _LONG else 1
        near: dict[int, list[str]] = {}
        for name in self._names.get((len(words.split()), words[0]), ()):
            if abs(len(name) - len(words)) <= allowed:
                distance = OSA.distance(words.lower(), name.lower(), score_cutoff=allowed)
                if 0 < distance <= allowed:
                    near.setdefault(distance, []).append(name)
        best = near.get(1) or near.get(2) or []
        return best[0] if len(best) == 1 else None


def is_slip(printed: str, meant: str) -> bool:
    """Say whether a printed full name can only be a slip of the one meant."""
    if len(printed) < _SHORTEST or len(printed.split()) != len(meant.split()):
        return False
    pairs = [(a, b) for a, b in zip(printed.split(), meant.split(), strict=True) if a != b]
    if len(pairs) > 1 and len(printed) < _LONG:
        return False
    return all(_word_slip(a, b) for a, b in pairs)


def _word_slip(printed: str, meant: str) -> bool:
    """Two words that both can be names are two names: Chinese syllables, or Korean ones with a hyphen."""
    if is_pinyin(printed) and is_pinyin(meant):
        return False
    if "-" in printed and "-" in meant:
        return False
    return min(len(printed), len(meant)) >= _SHORTEST_STATE or is_pinyin(meant)


def is_state_slip(printed: str, meant: str) -> bool:
    """Say whether one word can only be a slip of a state's name."""
    return len(printed) >= _SHORTEST_STATE and printed[-2:] == meant[-2:]
