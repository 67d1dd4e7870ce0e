"""Remarks to Finding records, once the article has its id."""

from __future__ import annotations

from collections.abc import Iterable

from ccdata.records.catalogue import CATALOGUE
from ccdata.records.ids import Numberer
from ccdata.records.models import Finding
from ccdata.records.remarks import Remark
from ccdata.records.spans import Span


def finding_records(remarks: Iterable[Remark], text: str, numberer: Numberer) -> tuple[Finding, ...]:
    """Return the findings of one article, by place and then by id."""
    made = [_finding(remark, text, numberer) for remark in remarks]
    return tuple(sorted(made, key=_place))


def _finding(remark: Remark, text: str, numberer: Numberer) -> Finding:
    span = None
    if remark.start is not None and remark.end is not None and remark.start < remark.end:
        span = Span.of(text, remark.start, remark.end)
    about = span.exact if span else remark.message
    return Finding(
        record_type="finding",
        id=numberer.name("finding", remark.code, remark.field or "", about),
        article_id=numberer.article,
        code=remark.code,
        severity=CATALOGUE[remark.code].severity,
        message=remark.message,
        record_id=remark.record_id,
        field=remark.field,
        span=span,
    )


def _place(finding: Finding) -> tuple[int, str]:
    return (finding.span.start if finding.span else -1, finding.id)
