"""Web pages: what is text, what is furniture, and what of the markup survives."""

from __future__ import annotations

import contextlib
import random

import pytest

from ccdata.document import read_document
from ccdata.document.model import Document
from ccdata.errors import SourceError, UnreadableSource
from ccdata.source.html import read_html

PROSE = "The two governments spent much of the season preparing for a summit that neither wanted to need. "
MENU = "".join(f'<li><a href="/{n}">{n}</a></li>' for n in ("Home", "About", "Current Issue", "Contact Us"))
PAGE = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>T</title>
<link rel="canonical" href="https://cc.example.org/2007/06/round/">
<script>if (a < b) {{ x("<p>no</p>") }}</script>
<style>p {{ margin: 0 }}</style></head><body>
<div class="A1"><ul>{MENU}</ul></div>
<div class="A2"><p>Articles</p><div><a href="/us-china">US - China</a></div><div>Apr — Jun 2007</div>
<h1>Another Round of Talks</h1><a href="/pdf">Download Article as PDF</a>
<h4>Connect with the Author</h4>
<div><img src="p.jpg"><div>Jane Doe</div><div>Center for Asian Studies</div></div>
<div><div>John Q. Roe</div><div>Hokkaido Labs</div></div></div>
<div class="A3"><div><p>{PROSE * 3}<em>Xinhua</em> <a href="https://x.org/a?b=1&amp;c=2">reported</a>.<sup><a
 href="#n1">1</a></sup></p>
<h3>First &amp; Foremost</h3><p>{PROSE * 3}</p>
<figure><img src="/i/1.jpg"><figcaption>Figure 1 Leaders meet in Hanoi. Photo: Kyodo</figcaption></figure>
<blockquote><p>{PROSE}</p></blockquote>
<h2>Chronology of US - China Relations</h2><p>April - June 2007</p>
<p><strong>April 2, 2007:</strong> Minister <a href="http://y.org">visits</a> Beijing.</p>
<p><strong>April 3-5, 2007</strong>: Talks go on.<br><br><b>April </b><b>8, 2007:</b> Talks end.</p>
<p>May 1, 2007: Ships sail.</p></div></div>
<div class="A4"><h3>Related Articles</h3><p><a href="/r">Something else</a></p></div>
<footer><p>We use cookies. {PROSE * 2}© Pacific Forum</p></footer></body></html>"""


def _document(page: str) -> Document:
    return read_document(read_html(page.encode(), name="page"))


def _bodies(document: Document) -> list[str]:
    return [entry.body.text for entry in document.entries]


def test_an_article_page_is_read_whole() -> None:
    document = _document(PAGE)
    front = document.front
    assert front.title is not None
    assert front.title.value == "Another Round of Talks"
    assert front.relationship is not None
    assert front.relationship.value == "US-China Relations"
    assert [(a.name.value, a.affiliation.value if a.affiliation else None) for a in front.authors] == [
        ("Jane Doe", "Center for Asian Studies"),
        ("John Q. Roe", "Hokkaido Labs"),
    ]
    assert _bodies(document) == ["Minister visits Beijing.", "Talks go on.", "Talks end.", "Ships sail."]
    assert [part.heading.text for part in document.parts if part.heading] == [
        "First & Foremost",
        "Chronology of US - China Relations",
    ]
    assert [(c.number, c.credit.value if c.credit else None) for c in document.captions] == [(1, "Kyodo")]
    assert document.reading.url == "https://cc.example.org/2007/06/round/"


def test_links_emphasis_notes_and_quotations_reach_the_markup() -> None:
    text = read_html(PAGE.encode(), name="page").text
    assert "*Xinhua* [reported](https://x.org/a?b=1&c=2).[1]" in text
    assert "**April 8, 2007:** Talks end." in text
    assert f"> {PROSE.strip()}" in text
    assert "### First & Foremost" in text
    assert "![Figure 1 Leaders meet in Hanoi. Photo: Kyodo](https://cc.example.org/i/1.jpg)" in text


def test_furniture_is_dropped_and_said_to_be_dropped() -> None:
    reading = read_html(PAGE.encode(), name="page")
    assert "Current Issue" not in reading.text
    assert "cookies" not in reading.text
    assert "Something else" not in reading.text
    said = " ".join(remark.message for remark in reading.remarks)
    assert all(word in said for word in ("Current Issue", "Related Articles"))


@pytest.mark.parametrize("seed", range(6))
def test_classes_and_nesting_do_not_matter(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311  # no secret
    page = PAGE
    for name in ("A1", "A2", "A3", "A4"):
        wrapped = rng.choice(["section", "article", "div", "main"])
        page = page.replace(f'<div class="{name}">', f'<{wrapped} class="{rng.randint(0, 99)}"><div>', 1)
    page = page.replace("<p>", '<p class="entry-date nav footer menu">')
    assert _bodies(_document(page)) == _bodies(_document(PAGE))


def test_entries_in_tables_and_lists_are_entries() -> None:
    head = f"<h1>US - Japan</h1><p>{PROSE * 4}</p><h2>Chronology of US-Japan Relations</h2>"
    rows = "".join(
        f"<tr><td>{day}</td><td>{body}</td></tr>"
        for day, body in (("May 1, 2010", "One thing happens."), ("May 2, 2010", "Another."))
    )
    items = "<li><b>May 1, 2010</b>: One thing happens.</li><li><b>May 2, 2010</b>: Another.</li>"
    terms = "<dt>May 1, 2010:</dt><dd>One thing happens.</dd><dt>May 2, 2010:</dt><dd>Another.</dd>"
    for inner in (f"<table>{rows}</table>", f"<ul>{items}</ul>", f"<dl>{terms}</dl>"):
        assert _bodies(_document(f"<html><body>{head}{inner}</body></html>")) == [
            "One thing happens.",
            "Another.",
        ]


def test_a_listing_keeps_its_lost_dates_lost() -> None:
    lines = "".join(f"<p> : Minister number {n} visits the capital.</p>" for n in "4321")
    kept = "<p>Jan 2, 2012:  The last date that is left.</p>"
    head = "<h1>US - China</h1><h2>Chronology from Jan 2012 to May 2012</h2>"
    page = f"<html><body>{head}{lines}{kept}</body></html>"
    document = _document(page)
    assert [entry.label is None for entry in document.entries] == [True] * 4 + [False]
    assert document.entries[0].body.text == "Minister number 4 visits the capital."
    assert document.front.title is None
    assert sum(remark.code == "date-lost" for remark in document.remarks) == 4


@pytest.mark.parametrize(
    ("charset", "codec"),
    [("iso-8859-1", "windows-1252"), ("windows-1252", "windows-1252"), ("utf-8", "utf-8")],
)
def test_the_declared_encoding_is_used(charset: str, codec: str) -> None:
    page = (
        f'<html><head><meta charset="{charset}"></head><body><p>Nguyên said “no” to {PROSE}</p></body></html>'
    )
    assert "Nguyên said “no”" in read_html(page.encode(codec), name="x").text


def test_literal_signs_are_no_markup() -> None:
    text = read_html(
        f"<html><p>2 * 3 * 4 &lt;b&gt; [T]he _x_ &amp;amp; {PROSE}</p></html>".encode(), name="x"
    ).text
    document = read_document(
        read_html(f"<html><p>2 * 3 * 4 &lt;b&gt; _x_ {PROSE}</p></html>".encode(), name="x")
    )
    assert r"2 \* 3 \* 4 &lt;b>" in text
    assert document.clean.slice(0, len(document.clean.canonical)).startswith("2 * 3 * 4 <b> _x_ The two")


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 100_000 + "x",
        "<p " + " ".join(f"a{n}=1" for n in range(50_000)) + ">x",
        "<b>" * 50_000 + "x",
        "<table><td>" * 50_000 + "x",
    ],
)
@pytest.mark.usefixtures("no_hang")
def test_hostile_pages_are_refused(page: str) -> None:
    with pytest.raises(UnreadableSource):
        read_html(f"<html>{page}".encode(), name="x")


@pytest.mark.parametrize(
    "page",
    [
        "",
        "<html></html>", "<html><script>x</script></html>", "<html>" + "<!--" * 10_000, "<p>" * 20_000 + "x",
        "<a href=x>" * 20_000, "<html><body>" + "<ul><li>" * 400 + "x",
        "<html>&#0;&#xD800;&#1114112; text",
        "<html><p>" + "a" * 500_000, "<html>" + "<br>" * 50_000 + "x", "<html>" + "<script" * 20_000,
        "<html><table><tr>" + "<td>x" * 20_000, "<html>" + "<sup>1" * 900,
        "<html><p>" + "<i>a</i><b>b</b>" * 20_000,
    ],
)  # fmt: skip
@pytest.mark.usefixtures("no_hang")
def test_odd_pages_are_read_or_refused(page: str) -> None:
    with contextlib.suppress(SourceError):
        assert read_html(page.encode(), name="x").text
