"""The page as a file: whole, closed to the outside, deaf to what its data says, the same each time."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pages_to_look_at as pages
import pytest

import ccdata
from ccdata.cli import run
from ccdata.dataset import Dataset
from ccdata.errors import ReleaseError
from ccdata.explore import page_of

WEB = pages.ROOT / "web"
BUNDLE = pages.ROOT / "ccdata" / "explore" / "bundle"


class Outline(HTMLParser):
    """The elements of a page, and the words inside each script and style."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.inside: list[list[str]] = []
        self.open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.inside.append([])
        self.open = True

    def handle_endtag(self, _tag: str) -> None:
        self.open = False

    def handle_data(self, data: str) -> None:
        if self.open:
            self.inside[-1].append(data)

    def of(self, tag: str) -> list[tuple[dict[str, str | None], str]]:
        pairs = zip(self.elements, self.inside, strict=True)
        return [(attrs, "".join(words)) for (name, attrs), words in pairs if name == tag]


def outline(page: str) -> Outline:
    made = Outline()
    made.feed(page)
    made.close()
    return made


def facts(page: str) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(
        next(text for attrs, text in outline(page).of("script") if attrs.get("id") == "release")
    )
    return made


@pytest.fixture(scope="module")
def page() -> str:
    return page_of(pages.seed())


def test_the_same_release_gives_the_same_page(page: str) -> None:
    assert page_of(pages.seed()) == page


def test_every_record_is_in_the_page(page: str) -> None:
    told, seed = facts(page), pages.seed()
    for name in ("articles", "events", "quotes", "actors", "findings"):
        assert [one["id"] for one in told[name]] == [one.id for one in getattr(seed, name)]
    assert [f"{told['articles'][a]['id']}:m:{end}" for a, end, *_ in told["mentions"]] == [
        one.id for one in seed.mentions
    ]


def test_texts_are_in_the_page_character_by_character(page: str) -> None:
    (article_id, text), *_ = pages.seed().texts.items()
    block = next(
        words for attrs, words in outline(page).of("script") if attrs.get("id") == f"text-{article_id}"
    )
    assert json.loads(block) == text


def test_nothing_is_fetched_from_anywhere(page: str) -> None:
    sources = [
        value
        for _, attrs in outline(page).elements
        for name, value in attrs.items()
        if name in {"src", "href", "action", "data", "srcset"}
    ]
    assert sources == ["data:,"]
    style = "".join(words for _, words in outline(page).of("style"))
    assert not re.search(r"url\(|@import|@font-face", style)


def test_the_policy_allows_the_bundle_by_hash_and_nothing_else(page: str) -> None:
    seen = outline(page)
    policy = next(
        attrs["content"] for _, attrs in seen.elements if attrs.get("http-equiv") == "Content-Security-Policy"
    )
    script = next(words for attrs, words in seen.of("script") if "type" not in attrs)
    style = seen.of("style")[0][1]
    assert policy is not None
    assert "default-src 'none'" in policy
    assert f"script-src {csp_hash(script)};" in policy
    assert csp_hash(style) in policy
    assert "unsafe" not in policy


def csp_hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_hostile_words_open_no_element() -> None:
    seen = outline(page_of(pages.hostile()))
    tags = [tag for tag, _ in seen.elements]
    assert "img" not in tags
    assert tags.count("script") == 3  # the release, its text, the bundle
    assert all(
        "<" not in words for attrs, words in seen.of("script") if attrs.get("type") == "application/json"
    )


def test_hostile_words_are_kept_as_they_are() -> None:
    told = facts(page_of(pages.hostile()))
    assert told["events"][0]["text"] == pages.HOSTILE
    assert told["actors"][0]["name"] == pages.HOSTILE


def test_without_texts_the_page_knows_it() -> None:
    bare = page_of(Dataset(pages.seed().records()))
    assert facts(bare)["withTexts"] is False
    assert 'id="text-' not in bare


def test_an_empty_release_is_a_page_too() -> None:
    assert facts(page_of(Dataset([])))["events"] == []


def test_the_bundle_is_the_one_that_web_makes() -> None:
    digest = hashlib.sha256()
    for name in ["build.js", "package.json", *sorted(f"src/{path.name}" for path in (WEB / "src").iterdir())]:
        digest.update(f"{name}\n".encode() + (WEB / name).read_bytes() + b"\n")
    mark = (BUNDLE / "explore.js").read_text("utf-8").partition("*/")[0]
    assert mark == f"/* sources {digest.hexdigest()} ", "run `make bundle`"


def test_the_bundle_names_the_licences_of_its_parts() -> None:
    licences = (BUNDLE / "LICENSES.txt").read_text("utf-8")
    for part in ("@observablehq/plot", "minisearch", "d3-force"):
        assert re.search(rf"^{part} [\d.]+ \(", licences, re.MULTILINE)


def test_the_command_writes_the_page(tmp_path: Path) -> None:
    release, out = tmp_path / "release", tmp_path / "page.html"
    assert run(["build", str(pages.SEED), "-o", str(release), "--format", "jsonl"]) == 0
    assert run(["explore", str(release), "-o", str(out)]) == 0
    assert out.read_text("utf-8") == page_of(pages.seed())
    assert run(["explore", str(release), "-o", str(out), "--no-texts"]) == 0
    assert facts(out.read_text("utf-8"))["withTexts"] is False
    assert run(["explore", str(release), "-o", str(tmp_path / "no" / "page.html")]) == 2


def test_the_command_shows_the_packaged_release(tmp_path: Path) -> None:
    assert run(["explore", "-o", str(tmp_path / "page.html")]) == 0
    assert len(facts((tmp_path / "page.html").read_text("utf-8"))["events"]) == len(ccdata.load().events)


def test_an_event_without_its_article_is_told() -> None:
    whole = ccdata.load(pages.ROOT / "exports")
    lone = Dataset([whole.events[0]])
    with pytest.raises(ReleaseError, match=whole.events[0].article_id):
        page_of(lone)
