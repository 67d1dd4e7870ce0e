"""Small harms, seeded: bytes, words, JSON values, cells. The same seed does the same harm."""
# ruff: noqa: S311 (seeds of harm are no secrets)

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Sequence
from random import Random
from typing import Any

Mutate = Callable[[Random, bytes], bytes]
LONGEST = 40_000

WORDS = (
    "\n", "\n\n", "\r\n", "\f", "\x0b", "\t", "\u2028", "\u00a0", "\u200b", "\ufeff", "\x00", "\x1b",
    "\u0301",
    "**", "*", "_", "__", "[", "](", "](#)", "](http://x.y/z)", "<u>", "</u>", "<!--", "\\", "\\$",
    "&amp;", "&#0;",
    "&#x110000;", "# ", "- ", "> ", "| ", '"', "“", "”", "‘", "’", "'", "…", "–", "—", "Ã©", "â€œ",
    "善意", "٣",
    "Sept. 4, 2020:", "Feb. 30, 2020: ", "Jan. 4-5, 2001:", "Early 2019", "Dec. 31, 9999:", "Chronology",
    "CHRONOLOGY OF US-JAPAN RELATIONS", "Figure 1 ", "Photo: ", "Preferred citation:",
    "Vol. 22, No. 3", "pp 1-2",
    "Comparative Connections", "said", "according to", "he", "Foreign Minister ", "meets", "(see ",
    "-\n", "12\n",
    "<table>", "</td>", "<p>", "</p>", "<div class=x>", "<script>", "<style>", "<a href='//'>",
    "<blockquote>", "<br/>",
    "<![CDATA[", "<h2>", "<svg>", "<template>", "obj", "endobj", "stream\n", "/Length 9", "/Pages",
    "trailer", "xref",
)  # fmt: skip
"""What readers look for, and what they stumble over."""

VALUES: tuple[Any, ...] = (
    None, True, 0, -1, 1, 2**31, 2**63, 2**70, -(2**64), 0.5, -0.0, 1e308, "", " ", "x", "\n", "\x00",
    "\ud800", "é", "=1",
    "\ufeff", "٢٠٢١-٠١-٠١", "2021-02-29", "0000-01-01", "9999-12-31", "2021-24", "2021-13~", "~/..",
    "event", "unheard_of",
    "actor:a", "cc-1-1-a", "cc-1-1-a:e:00000000-2", "cc-99999999999999999999-1-a", "../../etc/passwd",
    "a\\b", "day", [], {}, [[]],
    [None], {"start": 0, "end": 1, "exact": "x"}, {"start": 2**62, "end": 2**62 + 1, "exact": "x"},
    "a" * 5000,
)  # fmt: skip


def harm_bytes(rng: Random, data: bytes) -> bytes:
    """Change, cut, double or turn some bytes."""
    place = rng.randrange(len(data) + 1)
    length = min(rng.choice((1, 1, 2, 8, 100, 1000)), len(data) - place)
    piece = data[place : place + length]
    made = rng.choice(
        (
            b"",
            piece * 2,
            piece[::-1],
            bytes(rng.randrange(256) for _ in range(length or 1)),
            piece * 50,
            b"\xff\x00",
        )
    )
    return (data[:place] + made + data[place + length :])[:LONGEST]


def harm_words(rng: Random, data: bytes) -> bytes:
    """Put in what readers look for, cut words away, move lines."""
    text = data.decode("utf-8", "replace")
    place = rng.randrange(len(text) + 1)
    what = rng.randrange(4)
    if what == 0:
        word = "".join(rng.choices(WORDS, k=rng.choice((1, 1, 3))))
        text = text[:place] + word * rng.choice((1, 1, 1, 2, 300)) + text[place:]
    elif what == 1:
        text = text[:place] + text[place + rng.choice((1, 5, 80, 500)) :]
    elif what == 2:
        lines = text.split("\n")
        line = lines.pop(rng.randrange(len(lines)))
        lines.insert(rng.randrange(len(lines) + 1), line)
        text = "\n".join(lines)
    else:
        return harm_bytes(rng, data)
    return text[:LONGEST].encode("utf-8")


def harm_json(rng: Random, data: bytes) -> bytes:
    """Change one value of one record among JSON Lines, or one line, or some bytes."""
    lines = data.split(b"\n")
    number = rng.randrange(len(lines))
    try:
        record = json.loads(lines[number])
    except ValueError:
        return harm_bytes(rng, data)
    what = rng.randrange(8)
    if what == 0:
        return harm_bytes(rng, data)
    if what == 1:
        lines.insert(rng.randrange(len(lines)), lines[number])
    else:
        lines[number] = _line(_harmed(rng, record), rng)
    return b"\n".join(lines)


def _harmed(rng: Random, record: Any) -> Any:
    """Change one place of a value, however deep."""
    places = list(_places(record))
    if not places:
        return rng.choice(VALUES)
    node, key = rng.choice(places)
    what = rng.randrange(4)
    if what == 0:
        del node[key]
    elif what == 1:
        other, step = rng.choice(places)
        node[key] = other[step] if other is not node[key] else None
    elif what == 2 and isinstance(node, dict):
        node[str(rng.choice(VALUES))] = node[key]
    else:
        node[key] = rng.choice(VALUES)
    return record


def _places(node: Any) -> list[tuple[Any, Any]]:
    found: list[tuple[Any, Any]] = []
    for key, value in (
        list(enumerate(node) if isinstance(node, list) else node.items())
        if isinstance(node, list | dict)
        else ()
    ):
        found.append((node, key))
        found.extend(_places(value))
    return found


def _line(record: Any, rng: Random) -> bytes:
    try:
        written = json.dumps(record, ensure_ascii=rng.random() < 0.1, separators=(",", ":"))
    except (ValueError, RecursionError):  # a value within itself
        return b"{}"
    return written.encode("utf-8", "surrogatepass")


def harm_cells(rng: Random, data: bytes) -> bytes:
    """Change one cell of a CSV table, or a row, or some bytes."""
    rows = list(csv.reader(io.StringIO(data.decode("utf-8", "replace"), newline="")))
    row = rng.choice(rows) if rows else []
    what = rng.randrange(6)
    if what == 0 or not row:
        return harm_bytes(rng, data)
    if what == 1:
        rows.insert(rng.randrange(len(rows)), row)
    else:
        row[rng.randrange(len(row))] = str(rng.choice(VALUES))
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator="\n").writerows(rows)
    return stream.getvalue().encode("utf-8", "surrogatepass")


def some_of(*harms: Mutate) -> Mutate:
    """Do one of these, some times over."""

    def harm(rng: Random, data: bytes) -> bytes:
        for _ in range(rng.choice((1, 1, 2, 4))):
            data = rng.choice(harms)(rng, data)
        return data

    return harm


def variants(seeds: Sequence[bytes], mutate: Mutate, number: int, *, seed: int = 0) -> list[bytes]:
    """Return as many harmed seeds."""
    rng = Random(seed)
    return [mutate(rng, rng.choice(seeds)) for _ in range(number)]
