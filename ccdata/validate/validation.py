"""`ccdata.validate`: releases and files walked and judged; nothing is repaired."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from pathlib import Path

from ccdata.checks.fault import Fault
from ccdata.checks.gates import published
from ccdata.records.models import PLURALS, SCHEMA_VERSION
from ccdata.records.terms import Severity
from ccdata.validate.judge import Rules
from ccdata.validate.report import Choice, Report, Tally
from ccdata.validate.targets import Group, groups_of
from ccdata.validate.walk import Walk

LAYERS = "bytes, schema, model, dates, ids, order"


def validate(
    *paths: str | Path,
    texts: str | Path | None = None,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    fail_on: Severity = "warning",
    most: int | None = 10,
    jobs: int | None = None,
) -> Report:
    """Validate release folders and files of records.

    `most` findings of each code are kept, all are counted. `texts` is the folder of canonical texts, where
    it is not beside the files. Raises UsageError for what cannot be validated at all.
    """
    choice = Choice(select=frozenset(select), ignore=frozenset(ignore), most=most)
    groups = groups_of([Path(path) for path in paths], Path(texts) if texts is not None else None)
    return validate_groups(groups, choice, fail_on=fail_on, jobs=jobs)


def validate_groups(
    groups: Sequence[Group], choice: Choice, *, fail_on: Severity = "warning", jobs: int | None = None
) -> Report:
    """Validate groups of files that are already told apart."""
    tally = Tally(choice)
    records: Counter[str] = Counter()
    checked: list[str] = []
    unchecked: list[str] = []
    for group in groups:
        records += _judge_group(group, tally, checked, unchecked, jobs)
    return Report(
        findings=tally.findings(),
        counts=dict(tally.counts),
        records=dict(records),
        checked=tuple(dict.fromkeys(checked)),
        unchecked=tuple(dict.fromkeys(unchecked)),
        fail_on=fail_on,
    )


def _judge_group(
    group: Group, tally: Tally, checked: list[str], unchecked: list[str], jobs: int | None
) -> Counter[str]:
    version = SCHEMA_VERSION
    if published(version) is None:
        tally.add(Fault(code="schema-unknown", message=f"no schema {version} is here", value=version))
        return Counter()
    walk = Walk(Rules(version=version, texts=group.texts, choice=tally.choice), tally)
    walk.judge(group.targets, jobs=jobs)
    missing = walk.settle(whole=group.folder is not None)
    checked.append(f"{LAYERS} and references of {_counted(walk.records)} (schema {version})")
    unchecked.extend(f"references to {name}: none were given" for name in missing)
    _say_texts(group, walk, tally, checked, unchecked)
    return walk.records


def _say_texts(group: Group, walk: Walk, tally: Tally, checked: list[str], unchecked: list[str]) -> None:
    """Say of which records the spans were checked, and of which there was no text."""
    if group.texts is not None:
        checked.append(f"spans and texts against {group.texts}")
    lacking = sum(walk.lacking.values())
    if lacking:
        unchecked.append(
            f"spans and texts of {lacking} records: the texts of {len(walk.lacking)} articles are missing"
        )
    if group.texts is not None and group.folder is not None:
        for article_id, number in walk.lacking.items():
            message = f"there is no readable text for the {number} records of {article_id}"
            tally.add(
                Fault(code="release-broken", message=message, file=str(group.texts / f"{article_id}.txt"))
            )


def _counted(records: Counter[str]) -> str:
    parts = [f"{number} {PLURALS.get(name, name)}" for name, number in records.items()]
    return ", ".join(parts) or "no records"
