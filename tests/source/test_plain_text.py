"""The reader of plain text: encodings, line ends, refusals; the markup layer; clean text."""

from __future__ import annotations

import pytest

from ccdata.errors import BinarySource, DecodingError, EmptySource, SourceError
from ccdata.source.clean import CleanText
from ccdata.source.formats import read_source, sniff
from ccdata.source.text import read_text


def clean(text: str) -> str:
    return CleanText(text).slice(0, len(text))


def kinds(text: str) -> list[tuple[str, str]]:
    return [(m.kind, text[m.inner_start : m.inner_end]) for m in CleanText(text).marks]


def test_line_ends_and_marks_of_the_encoding_go() -> None:
    assert read_text(b"\xef\xbb\xbfone\r\ntwo\rthree", name="x").text == "one\ntwo\nthree"
    assert read_text("zwei Wörter".encode("utf-16"), name="x").text == "zwei Wörter"


def test_windows_1252_is_a_guess_and_says_so() -> None:
    reading = read_text("Nguy\xean said \u201cno\u201d".encode("windows-1252"), name="x")
    assert reading.text == "Nguyên said “no”"
    assert [remark.code for remark in reading.remarks] == ["encoding-guessed"]


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", EmptySource),
        (b" \n\t ", EmptySource),
        (b"\xef\xbb\xbf", EmptySource),
        (b"abc\x00def", DecodingError),
        (b"\xff\xfea", DecodingError),
        (bytes(range(256)) * 4, BinarySource),
        (b"\x89PNG\r\n\x1a\n", BinarySource),
        (b"PK\x03\x04rest", BinarySource),
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes, error: type[SourceError]) -> None:
    with pytest.raises(error, match="letter"):
        read_source(data, name="letter")


def test_a_surrogate_is_refused_with_its_place() -> None:
    with pytest.raises(DecodingError) as caught:
        read_text("one\ntw\ud800o".encode("utf-16", "surrogatepass"), name="x")
    assert caught.value.name == "x"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"<!DOCTYPE html><p>", "text/html"),
        (b"\n <html lang=en>", "text/html"),
        (b"junk\n%PDF-1.7", "application/pdf"),
        (b"1 < 2", "text/plain"),
        (b"<u>Putin</u> said", "text/plain"),
    ],
)
def test_formats_are_told_by_their_bytes(data: bytes, kind: str) -> None:
    assert sniff(data, name="x") == kind


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (r"a capital of \$26 billion", "a capital of $26 billion"),
        (r"\\$26 and 2 \* 3", "$26 and 2 * 3"),
        ("it\\'s", "it's"),
        ("R&amp;D &lt;b> &#92;", "R&D <b> \\"),
        ("**Sept. 2, 2020:** Ties", "Sept. 2, 2020: Ties"),
        ("**Sept. 2, 2020**: Ties", "Sept. 2, 2020: Ties"),
        ("*Xinhua* and _TASS_ and snake_case", "Xinhua and TASS and snake_case"),
        ("<u>Putin</u> [hosts](http://x.org/a_(b)) [T]he", "Putin hosts [T]he"),
        ("a  b\n c\u00a0d\u200be", "a b c de"),
        ("said â€œnoâ€\x9d to it", "said “no” to it"),
        ("# A heading", "A heading"),
        ("> quoted\n> lines", "quoted lines"),
        ("3 < 4 * 5 * 6", "3 < 4 * 5 * 6"),
        ("an open **mark", "an open **mark"),
    ],
)
def test_clean_text_has_no_markup(text: str, meant: str) -> None:
    assert clean(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("three short-\nrange missiles", "three short-range missiles"),
        ("a coopera-\ntion pact", "a cooperation pact"),
        ("the US-\nChina talks", "the US-China talks"),
        ("short-\nand long-term", "short- and long-term"),
        ("a re-\nsult; the result", "a result; the result"),
        ("an air-\nstrike; an air-strike too", "an air-strike; an air-strike too"),
    ],
)
def test_words_cut_at_a_line_end_are_made_whole(text: str, meant: str) -> None:
    assert clean(text) == meant


def test_marks_know_their_words_and_targets() -> None:
    text = "**May 1:** Xi [visits](http://x.org) *Defense One*; [lost](#)"
    assert kinds(text) == [
        ("bold", "May 1:"),
        ("link", "visits"),
        ("italic", "Defense One"),
        ("link", "lost"),
    ]
    assert [m.url for m in CleanText(text).marks if m.kind == "link"] == ["http://x.org", None]


def test_asides_inside_a_range_are_left_out() -> None:
    caption = "Figure 1 The fleet. Photo: Kyodo"
    text = f"The fleet\n\n{caption}\n\n84\n\nsailed on, Japan-Korea Relations 84 October 2010 twice."
    assert clean(text) == "The fleet sailed on, twice."


def test_debris_of_a_style_sheet_is_left_out() -> None:
    text = "one p.p1 {margin: 0px; font: 12px Helvetica} span.s1 {color: red} two {not: css"
    assert clean(text) == "one two {not: css"


@pytest.mark.parametrize(
    "piece",
    ["*", "**", "[", "](", "[a](b", "_", "\\", "<u>", "<a href=", "&#", "![", "> ", "- ", "\n", "Figure 1\n",
     "a-\n", "US-China Relations ", "p.a {b:", "â€", " ", "\u201c", "# ", "{", "84\n"],
)  # fmt: skip
@pytest.mark.usefixtures("no_hang")
def test_hostile_markup_is_read_to_its_end(piece: str) -> None:
    text = piece * (150_000 // len(piece)) + " x"
    assert clean(text).endswith("x")
