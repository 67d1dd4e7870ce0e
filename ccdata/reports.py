"""Reports in words for people and for machines: text, json, github, sarif."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from typing import Any
from urllib.parse import quote

from ccdata._version import __version__
from ccdata.checks.fault import Fault, shown
from ccdata.diff import Difference, RecordChange
from ccdata.records.catalogue import CATALOGUE, Code
from ccdata.records.models import PLURALS
from ccdata.validate.report import Report

Reporter = Callable[[Report], str]
_PAGE_HEAD = """\
# Findings

What `ccdata` may find wrong or doubtful, code by code. This page is written by `ccdata explain --markdown`.
"""
_LEVELS = {"error": "error", "warning": "warning", "note": "notice"}


def report_text(report: Report) -> str:
    """Return the findings grouped by code, then what was checked and what was not."""
    lines = []
    for code, number in _by_catalogue(report.counts):
        kept = [fault for fault in report.findings if fault.code == code.name]
        lines.append(f"{code.severity}: {code.title} [{code.name}] ({number})")
        lines.extend(f"  {_line(fault)}" for fault in kept)
        if number > len(kept):
            lines.append(f"  ... and {number - len(kept)} more")
    lines.extend(f"checked: {each}" for each in report.checked)
    lines.extend(f"not checked: {each}" for each in report.unchecked)
    lines.append(_verdict(report))
    return "\n".join(lines) + "\n"


def report_json(report: Report) -> str:
    """Return the report as one JSON object."""
    made = {
        "ok": report.ok,
        "counts": report.counts,
        "records": report.records,
        "checked": list(report.checked),
        "unchecked": list(report.unchecked),
        "findings": [fault_as_json(fault) for fault in report.findings],
    }
    return json.dumps(made, ensure_ascii=False, indent=2, default=str) + "\n"


def fault_as_json(fault: Fault) -> dict[str, Any]:
    """Return a finding as plain JSON, every key there."""
    return {
        "code": fault.code,
        "severity": fault.severity,
        "message": fault.message,
        "file": fault.file,
        "line": fault.line,
        "path": fault.path or None,
        "value": fault.value,
        "record_id": fault.record_id,
    }


def report_github(report: Report) -> str:
    """Return workflow commands, which GitHub shows at the lines of a pull request."""
    lines = [_command(fault) for fault in report.findings]
    for code, number in _by_catalogue(report.counts):
        more = number - sum(fault.code == code.name for fault in report.findings)
        if more:
            lines.append(f"::{_LEVELS[code.severity]} title={code.name}::{more} more of these")
    lines.extend(f"::notice title=not checked::{_escaped(each)}" for each in report.unchecked)
    return "".join(f"{line}\n" for line in lines)


def report_sarif(report: Report) -> str:
    """Return the findings as SARIF 2.1.0."""
    rules = [_rule(code) for code, _ in _by_catalogue(report.counts)]
    driver = {"name": "ccdata", "version": __version__, "rules": rules}
    made = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "results": [_result(fault) for fault in report.findings]}],
    }
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


REPORTERS: dict[str, Reporter] = {
    "text": report_text,
    "json": report_json,
    "github": report_github,
    "sarif": report_sarif,
}
"""Every way to write a report, by its name."""


def explain(code: Code) -> str:
    """Return what a finding means and how to mend it."""
    return f"{code.name}: {code.title} ({code.severity})\n\n{code.why}\n\nTo mend it: {code.remedy}\n"


def explain_page() -> str:
    """Return a page that explains every code, in Markdown."""
    sections = [
        f"## {code.name}\n\n**{code.title}** ({code.severity}). {code.why}\n\n*To mend it:* {code.remedy}\n"
        for code in CATALOGUE.values()
    ]
    return "\n".join([_PAGE_HEAD, *sections])


def diff_as_text(difference: Difference, *, most: int | None) -> str:
    """Return what differs between two releases, the first few of each kind."""
    lines = [f"breaking: {each}" for each in difference.breaking]
    for name, changes in difference.types.items():
        for what in ("added", "removed", "redirected"):
            lines += _listed(f"{what} {PLURALS[name]}", list(getattr(changes, what)), most)
        fields = [_changed(change) for change in changes.changed]
        lines += _listed(f"changed {PLURALS[name]}", fields, most)
    return "\n".join(lines or ["no differences"]) + "\n"


def diff_as_json(difference: Difference) -> str:
    """Return all that differs as one JSON object."""
    return json.dumps(asdict(difference), ensure_ascii=False, indent=2) + "\n"


def _listed(title: str, items: list[str], most: int | None) -> list[str]:
    if not items:
        return []
    kept = items[:most]
    more = [f"  ... and {len(items) - len(kept)} more"] if len(kept) < len(items) else []
    return [f"{title} ({len(items)})", *(f"  {item}" for item in kept), *more]


def _changed(change: RecordChange) -> str:
    fields = "".join(f"\n    {f.path}: {shown(f.old)} -> {shown(f.new)}" for f in change.fields)
    return f"{change.record_id}{fields}"


def _by_catalogue(counts: dict[str, int]) -> list[tuple[Code, int]]:
    return [(code, counts[name]) for name, code in CATALOGUE.items() if name in counts]


def _line(fault: Fault) -> str:
    place = ": ".join(part for part in (fault.where, fault.record_id, fault.path) if part)
    said = fault.value is None or shown(fault.value) in fault.message or str(fault.value) in fault.message
    value = "" if said else f" (value: {shown(fault.value)})"
    return f"{place}: {fault.message}{value}" if place else f"{fault.message}{value}"


def _verdict(report: Report) -> str:
    number, kinds = sum(report.counts.values()), len(report.counts)
    if not number:
        return "no findings"
    return f"{number} finding{_s(number)} of {kinds} kind{_s(kinds)}"


def _s(number: int) -> str:
    return "" if number == 1 else "s"


def _command(fault: Fault) -> str:
    place = {"file": fault.file, "line": fault.line, "title": fault.code}
    said = ",".join(f"{key}={_property(str(value))}" for key, value in place.items() if value is not None)
    message = ": ".join(part for part in (fault.record_id, fault.path, fault.message) if part)
    return f"::{_LEVELS[fault.severity]} {said}::{_escaped(message)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def _rule(code: Code) -> dict[str, Any]:
    return {
        "id": code.name,
        "shortDescription": {"text": code.title},
        "fullDescription": {"text": code.why},
        "help": {"text": code.remedy},
        "defaultConfiguration": {"level": code.severity},
    }


def _result(fault: Fault) -> dict[str, Any]:
    message = ": ".join(part for part in (fault.record_id, fault.path, fault.message) if part)
    made: dict[str, Any] = {"ruleId": fault.code, "level": fault.severity, "message": {"text": message}}
    if fault.file is not None:
        place: dict[str, Any] = {"artifactLocation": {"uri": quote(fault.file)}}
        if fault.line is not None:
            place["region"] = {"startLine": fault.line}
        made["locations"] = [{"physicalLocation": place}]
    return made
