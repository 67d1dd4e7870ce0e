"""The canonical texts of a release, read when a record asks for one; a few are kept."""

from __future__ import annotations

import re
from collections import Counter, OrderedDict
from pathlib import Path

from ccdata.checks.canonical import Canonical

_SAFE = re.compile(r"[a-z0-9-]+")
_KEPT = 4


class Texts:
    """`texts/<article id>.txt`; `lacking` counts the records whose text is not there."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self.lacking: Counter[str] = Counter()
        self._kept: OrderedDict[str, Canonical | None] = OrderedDict()

    def of(self, article_id: str | None) -> Canonical | None:
        """Return the text of an article; null, and counted, where it cannot be read."""
        if article_id is None:
            return None
        if article_id in self._kept:
            self._kept.move_to_end(article_id)
        else:
            self._kept[article_id] = self._read(article_id)
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        found = self._kept[article_id]
        if found is None:
            self.lacking[article_id] += 1
        return found

    def _read(self, article_id: str) -> Canonical | None:
        if self.folder is None or not _SAFE.fullmatch(article_id):
            return None
        path = self.folder / f"{article_id}.txt"
        try:
            return Canonical(path.read_bytes().decode("utf-8")) if path.is_file() else None
        except (OSError, UnicodeDecodeError):
            return None
