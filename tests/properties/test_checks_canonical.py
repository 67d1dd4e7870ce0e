"""The quick clean text of the checks is the clean text by definition."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ccdata.checks import Canonical
from ccdata.source.clean import CleanText

PIECES = st.sampled_from(
    ["Ren Ito", " ", "  ", "\n", "\n\n", "**", "*", "_", "<u>", "</u>", "[", "](#)", "](http://x.y/z)",
     "&amp;", "\\$", "- ", "# ", "â€œ", "é", "第一", "\u00a0", "\u200b", "Figure 1 A port. Photo: X\n\n",
     "12\n", "end."]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=30).map("".join)


@given(TEXTS, st.data())
def test_a_text_that_is_given_is_given_by_definition(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    canonical, meant = Canonical(text), CleanText(text).slice(start, end)
    assert canonical.clean(start, end) == meant
    if meant:
        assert canonical.gives(start, end, meant)
        assert not canonical.gives(start, end, meant + "x")


@given(TEXTS, st.data())
def test_words_between_marks_are_given_as_they_are_defined(text: str, data: st.DataObject) -> None:
    places = [place for place in range(len(text)) if text.startswith("Ren Ito", place)]
    if places:
        start = data.draw(st.sampled_from(places))
        by_definition = CleanText(text).slice(start, start + 7) == "Ren Ito"
        assert Canonical(text).gives(start, start + 7, "Ren Ito") == by_definition
