"""Sentences whose end is sure are those that the tokenizer would cut, too."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ccdata.extract import sentences

_WORDS = st.sampled_from(
    [
        "Foo",
        "bar",
        "the",
        "Mr",
        "Sept",
        "No",
        "U.S",
        "etc",
        "a",
        "A",
        "Korea",
        "said",
        "5",
        "e.g",
        "Xii",
        "US",
        "no",
    ]
)
_ENDS = st.sampled_from([".", "?", "!", "…", "...", '."', '?"', ".”", ".)", "?!", ",", "", ' "', ": ", ".’"])
_SPACES = st.sampled_from([" ", "  ", "\n", ' "', " “", '"', "\n\n", " (", " ‘", "\u00a0"])


@given(st.lists(st.tuples(_WORDS, _ENDS, _SPACES), min_size=1, max_size=9))
def test_a_sure_end_is_one_for_the_tokenizer_too(pieces: list[tuple[str, str, str]]) -> None:
    text = "".join(word + end + space for word, end, space in pieces)
    assert sentences._read(text) == tuple(sentences._cut(text))
