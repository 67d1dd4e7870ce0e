"""What one record says twice must agree: dates, ids, anchors, gaps, findings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from ccdata.checks.fault import Fault, PlainRecord, shown
from ccdata.checks.paths import field_at
from ccdata.records.catalogue import CATALOGUE
from ccdata.records.dates import bounds
from ccdata.records.ids import digest, event_part

_REPEAT = re.compile(r"-[1-9]\d{0,8}")


def check_facts(record: PlainRecord) -> Iterator[Fault]:
    """Yield every contradiction inside one sound record."""
    for check in _CHECKS[record["record_type"]]:
        yield from check(record)


def _date_faults(event: PlainRecord) -> Iterator[Fault]:
    """date_edtf gives date_start and date_end; a day is one day, and nothing else is."""
    start, end, edtf = event["date_start"], event["date_end"], event["date_edtf"]
    if (start is None) != (edtf is None):
        yield _date_fault("date_edtf", edtf, "date_edtf and date_start are both filled or both null")
        return
    if edtf is None:
        return
    try:
        first, last = _iso_bounds(edtf)
    except ValueError as error:
        yield _date_fault("date_edtf", edtf, str(error))
        return
    if first != start or last != end:
        yield _date_fault("date_edtf", edtf, f"{edtf} is {first} to {last}, not {start} to {end}")
    elif (event["date_precision"] == "day") != (start == end):
        message = f"the precision {event['date_precision']} does not fit {start} to {end}"
        yield _date_fault("date_precision", event["date_precision"], message)


def _inner_date_faults(event: PlainRecord) -> Iterator[Fault]:
    for field in ("related_dates", "happenings"):
        for index, shape in enumerate(event[field]):
            yield from _edtf_faults(shape, f"{field}[{index}].date_edtf")


def _edtf_faults(shape: PlainRecord, path: str = "date_edtf") -> Iterator[Fault]:
    edtf = shape["date_edtf"]
    try:
        if edtf is not None:
            _iso_bounds(edtf)
    except ValueError as error:
        yield _date_fault(path, edtf, str(error))


@lru_cache(maxsize=4096)
def _iso_bounds(edtf: str) -> tuple[str, str]:
    first, last = bounds(edtf)
    return first.isoformat(), last.isoformat()


def _date_fault(path: str, value: object, message: str) -> Fault:
    return Fault(code="date-inconsistent", path=path, value=value, message=message)


def _article_id(article: PlainRecord) -> Iterator[Fault]:
    """cc-<volume>-<issue>-<pair>, cc-<YYYY-MM>-<pair>, or doc-<12 hex of the source>"""
    said = article["id"]
    period = (article["period_start"] or "")[:7]
    stems = [f"cc-{article['volume']}-{article['issue']}-"] if article["volume"] and article["issue"] else []
    if period:
        stems.append(f"cc-{period}-")
    stems.append(f"doc-{article['source']['sha256'][:12]}")
    if not said.startswith(tuple(stems)):
        yield _id_fault("id", said, f"volume, issue, period and source give {' or '.join(stems)}")


def _event_id(event: PlainRecord) -> list[Fault]:
    return _numbered(event, "e", digest(event["text"]))


def _own_article(record: PlainRecord) -> list[Fault]:
    """The id begins with the article's, or with `release`."""
    if record["id"].startswith(f"{record['article_id'] or 'release'}:"):
        return []
    return [_id_fault("article_id", record["article_id"], f"{record['id']} is an id of another article")]


def _quote_id(quote: PlainRecord) -> list[Fault]:
    """Of the words, and the entry it stands in"""
    part = event_part(quote["event_id"]) if quote["event_id"] else ""
    return _numbered(quote, "q", digest(quote["text"], part))


def _finding_id(finding: PlainRecord) -> Iterator[Fault]:
    """Of code, field, and the characters it is about; where there are none, whoever found it knows"""
    yield from _own_article(finding)
    if finding["span"] is not None:
        facts = (finding["code"], finding["field"] or "", finding["span"]["exact"])
        yield from _numbered(finding, "f", digest(*facts))


def _numbered(record: PlainRecord, letter: str, made: str) -> list[Fault]:
    wanted = f"{record['article_id']}:{letter}:{made}"
    said = record["id"]
    if said == wanted or (said.startswith(wanted) and _REPEAT.fullmatch(said, len(wanted))):
        return []
    return [_id_fault("id", record["id"], f"the record gives {wanted}")]


def _redirect_id(redirect: PlainRecord) -> Iterator[Fault]:
    if redirect["id"] != redirect["old_id"]:
        yield _id_fault("id", redirect["id"], f"the id of a redirect is its old_id, {redirect['old_id']}")


def _id_fault(path: str, value: object, message: str) -> Fault:
    return Fault(code="id-mismatch", path=path, value=value, message=message)


def _field_faults(record: PlainRecord) -> Iterator[Fault]:
    """An anchor names a field that is filled, a gap one that is not."""
    for index, anchor in enumerate(record["anchors"]):
        there, value = field_at(record, anchor["field"])
        if value is None:
            message = f"{shown(anchor['field'])} is {'null' if there else 'no field'}"
            yield _field_fault(f"anchors[{index}].field", anchor["field"], message)
    for index, gap in enumerate(record["gaps"]):
        there, value = field_at(record, gap["field"])
        if not there or value not in (None, []):
            message = f"{shown(gap['field'])} is {'filled' if there else 'no field'}"
            yield _field_fault(f"gaps[{index}].field", gap["field"], message)


def _field_fault(path: str, value: object, message: str) -> Fault:
    return Fault(code="field-mismatch", path=path, value=value, message=message)


def _finding_faults(finding: PlainRecord) -> Iterator[Fault]:
    """A finding's code is in the catalogue, its severity is the catalogue's."""
    code = CATALOGUE.get(finding["code"])
    if code is None:
        message = f"no such code: {finding['code']}"
        yield Fault(code="reference-broken", path="code", value=finding["code"], message=message)
    elif finding["severity"] != code.severity:
        message = f"the catalogue says {code.severity}"
        yield Fault(code="field-mismatch", path="severity", value=finding["severity"], message=message)


_CHECKS: dict[str, tuple[Callable[[PlainRecord], Iterable[Fault]], ...]] = {
    "article": (_article_id, _field_faults),
    "event": (_date_faults, _inner_date_faults, _event_id, _field_faults),
    "quote": (_edtf_faults, _quote_id, _field_faults),
    "actor": (),
    "mention": (_own_article,),
    "finding": (_finding_id, _finding_faults),
    "redirect": (_redirect_id,),
}
