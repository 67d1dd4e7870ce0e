"""What the readers of pages and PDFs write, the markup layer reads back: the same words, the same styles."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ccdata.source.clean import CleanText
from ccdata.source.writing import Run, Written, write_block, write_blocks

TEXTS = st.text(alphabet="ab *_[]()<>&;#\\!-+/.$`'\"12“é\n", max_size=10)
URLS = st.sampled_from([None, None, "http://x.org/a_b*(c)", "https://y.org/?q=1&r=[2]"])
RUNS = st.lists(st.builds(Run, TEXTS, st.booleans(), st.booleans(), URLS), max_size=6)
WORDS = st.text(alphabet="abc", min_size=1, max_size=4)
STYLED = st.lists(st.builds(Run, WORDS, st.booleans(), st.booleans(), URLS), min_size=1, max_size=6)


def _clean(text: str) -> str:
    return CleanText(text).slice(0, len(text))


@given(RUNS, st.sampled_from(["paragraph", "item", "quotation", "heading"]))
def test_the_words_come_back(runs: list[Run], kind: str) -> None:
    block = Written(kind, tuple(runs), level=2)  # type: ignore[arg-type]
    assert (
        _clean(write_block(block)) == " ".join(block.text.replace("-\n", "-").split()) or "-\n" in block.text
    )


@given(STYLED)
def test_the_styles_come_back(runs: list[Run]) -> None:
    text = write_block(Written("paragraph", tuple(runs)))
    clean = CleanText(text)
    block = clean.block([(0, len(text))])
    wanted = [(run.bold, run.italic, run.url) for run in runs for _ in run.text]
    found = [
        (
            any(m.kind == "bold" and m.start <= n < m.end for m in block.marks),
            any(m.kind == "italic" and m.start <= n < m.end for m in block.marks),
            next((m.url for m in block.marks if m.kind == "link" and m.start <= n < m.end), None),
        )
        for n in range(len(block.text))
    ]
    assert found == wanted


@given(st.lists(RUNS, max_size=4))
def test_blocks_stay_apart(groups: list[list[Run]]) -> None:
    blocks = [Written("paragraph", tuple(runs)) for runs in groups]
    text = write_blocks(blocks)
    pieces = [piece for piece in text.split("\n\n") if piece.strip()]
    assert all(not piece.endswith(" ") for piece in pieces)
    assert write_blocks(blocks) == text
