"""Quotations, judged: found at all, then kind, speakers and the rest."""

from __future__ import annotations

from collections.abc import Iterator

from ccdata.records import Quote
from ccdata.testing.identity import Roster, same_text, same_words
from ccdata.testing.score import Verdict
from ccdata.testing.story import Quotation, Story


def judge_quotes(
    story: Story, quotes: list[Quote], roster: Roster, fields: frozenset[str]
) -> Iterator[Verdict]:
    """Judge the quotations that the layout shows; the article's own title is neither right nor wrong."""
    left = [quote for quote in quotes if story.front.title not in quote.text]
    by_id = {quote.id: quote for quote in quotes}
    for truth in _shown(story, fields):
        quote = next((quote for quote in left if _is(quote, truth)), None)
        yield _verdict("quotes", truth, truth.text, quote.text if quote else "", right=quote is not None)
        if quote is None:
            continue
        if same_text(quote.text, truth.text):
            left.remove(quote)
        yield from _judge(truth, quote, by_id, roster)
    joined = [truth for truth in _shown(story, fields) if truth.joined]
    for quote in left:
        if not any(_is(quote, truth) for truth in joined):
            yield Verdict(
                field="quotes",
                phenomenon="spurious",
                right=False,
                expected="",
                found=quote.text,
                spurious=True,
            )


def _shown(story: Story, fields: frozenset[str]) -> list[Quotation]:
    passages = story.passages if "narrative" in fields else [entry.body for entry in story.entries]
    made = [quotation for passage in passages for quotation in passage.quotations]
    return made if "blocks" in fields else [quotation for quotation in made if quotation.kind != "block"]


def _is(quote: Quote, truth: Quotation) -> bool:
    if truth.joined:
        return letters_in(truth.text, quote.text)
    return same_words(quote.text, truth.text)


def letters_in(part: str, whole: str) -> bool:
    """Say whether the whole has the part's words, marks aside."""
    return " ".join(_bare(part)) in " ".join(_bare(whole))


def _bare(text: str) -> list[str]:
    return "".join(letter if letter.isalnum() else " " for letter in text).split()


def _judge(truth: Quotation, quote: Quote, by_id: dict[str, Quote], roster: Roster) -> Iterator[Verdict]:
    yield _verdict("kind", truth, truth.kind, quote.kind)
    yield _verdict("attribution", truth, truth.attribution, quote.attribution)
    yield _judge_speakers(truth, quote, roster)
    if truth.cue:
        yield _verdict("cue", truth, truth.cue, quote.cue)
    if truth.stance == "disputed":
        yield _verdict("stance", truth, truth.stance, quote.stance)
    if truth.native_text:
        yield _verdict("native", truth, truth.native_text, quote.native_text)
    if truth.within:
        outer = by_id.get(quote.within or "")
        yield _verdict("within", truth, truth.within, outer.text if outer else "")
    if truth.continues and not truth.joined:
        yield _verdict("continues", truth, "continues", "continues" if quote.continues else "")
    for name in truth.via:
        hits = [party for party in quote.reported_via if roster.is_party(party, name)]
        yield _verdict("via", truth, name, hits[0].text if hits else "", right=bool(hits))


def _judge_speakers(truth: Quotation, quote: Quote, roster: Roster) -> Verdict:
    """The speakers are right when they are as many, and each is one of the truth's."""
    found = list(quote.speakers)
    all_there = all(any(roster.is_party(party, name) for party in found) for name in truth.speakers)
    right = all_there and len(found) == len(truth.speakers)
    names = ", ".join(truth.speakers)
    return _verdict("speakers", truth, names, ", ".join(party.text for party in found), right=right)


def _verdict(
    field: str, truth: Quotation, expected: str, found: str | None, *, right: bool | None = None
) -> Verdict:
    verdict = same_words(expected, found) if right is None else right
    return Verdict(
        field=field, phenomenon=truth.phenomenon, right=verdict, expected=expected, found=found or ""
    )
