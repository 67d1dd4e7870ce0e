"""`ccdata.validate`: releases and files walked and judged; nothing is repaired."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from ccdata.checks.fault import Fault
from ccdata.checks.gates import gates
from ccdata.records.models import PLURALS, SCHEMA_VERSION
from ccdata.records.terms import Severity
from ccdata.records.upgrades import upgrades_from
from ccdata.validate.agreement import check_agreement, check_reparse
from ccdata.validate.assertions import Assertions, read_assertions
from ccdata.validate.judge import Rules
from ccdata.validate.manifest import ReleaseFiles, check_counts, check_files, check_whole, read_manifest
from ccdata.validate.report import Choice, Report, Tally, writable
from ccdata.validate.targets import Format, Group, files_in, groups_of
from ccdata.validate.walk import Walk

LAYERS = "bytes, schema, model, dates, ids, order"
_OTHERS: tuple[Format, ...] = ("parquet", "csv", "sqlite")


def validate(
    *paths: str | Path,
    texts: str | Path | None = None,
    assertions: str | Path | None = None,
    sources: str | Path | None = None,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    fail_on: Severity = "warning",
    most: int | None = 10,
    jobs: int | None = 1,
) -> Report:
    """Validate release folders and files of records.

    `most` findings of each code are kept, all are counted. `texts` is the folder of canonical texts, where
    it is not beside the files; `assertions` a file of what the corpus must hold; `sources` what a release was
    read from, to be read again. `jobs` processes share the work, with None as many as pay; as always with
    processes, the script that asks for them must not do so while it is imported.

    Raises UsageError for what cannot be validated at all.
    """
    choice = Choice(select=frozenset(select), ignore=frozenset(ignore), most=most)
    groups = groups_of([Path(path) for path in paths], Path(texts) if texts is not None else None)
    asserted = read_assertions(Path(assertions)) if assertions is not None else None
    return validate_groups(
        groups,
        choice,
        assertions=asserted,
        sources=Path(sources) if sources is not None else None,
        fail_on=fail_on,
        jobs=jobs,
    )


def validate_groups(
    groups: Sequence[Group],
    choice: Choice,
    *,
    assertions: Assertions | None = None,
    sources: Path | None = None,
    fail_on: Severity = "warning",
    jobs: int | None = None,
) -> Report:
    """Validate groups of files that are already told apart."""
    validation = _Validation(tally=Tally(choice), assertions=assertions, sources=sources, jobs=jobs)
    for group in groups:
        validation.take(group)
    return Report(
        findings=validation.tally.findings(),
        counts=dict(validation.tally.counts),
        records=dict(validation.records),
        checked=tuple(dict.fromkeys(map(writable, validation.checked))),
        unchecked=tuple(dict.fromkeys(map(writable, validation.unchecked))),
        fail_on=fail_on,
    )


@dataclass(slots=True, kw_only=True)
class _Validation:
    """One run: what was found so far, what was checked, what was not."""

    tally: Tally
    assertions: Assertions | None
    sources: Path | None
    jobs: int | None
    records: Counter[str] = field(default_factory=Counter)
    checked: list[str] = field(default_factory=list)
    unchecked: list[str] = field(default_factory=list)

    def take(self, group: Group) -> None:
        """Judge a group: what it says of itself, its records, its other formats."""
        release, faults = read_manifest(group.folder) if group.folder is not None else (None, [])
        self.tally.add_all(faults)
        version = release.manifest.schema_version if release and release.manifest else SCHEMA_VERSION
        if not _is_known(version):
            message = f"no schema {version} is here, or nothing leads from it to {SCHEMA_VERSION}"
            self.tally.add(
                Fault(code="schema-unknown", message=message, value=version, file=str(group.folder))
            )
            self.unchecked.append(f"{group.folder}: its schema is not known")
            return
        rules = Rules(
            version=version, texts=group.texts, choice=self.tally.choice, assertions=self.assertions
        )
        with closing(Walk(rules, self.tally)) as walk:
            self._judge(group, walk, version)
        if release is not None:
            self._check_release(release, walk, version)

    def _judge(self, group: Group, walk: Walk, version: str) -> None:
        """Judge the records, and say what was judged."""
        if group.targets[0].format == "jsonl":
            walk.judge_lines(group.targets, jobs=self.jobs)
        else:
            broken = walk.judge_tables(group.targets)
            self.unchecked.extend(f"{name}: what follows its first unreadable row" for name in broken)
        missing = walk.settle(whole=group.folder is not None)
        self.records += walk.records
        self.checked.append(f"{LAYERS} and references of {_counted(walk.records)} (schema {version})")
        self.unchecked.extend(f"references to {name}: none were given" for name in missing)
        self._say_texts(group, walk)
        if self.assertions is not None:
            self.tally.add_all(self.assertions.faults(walk.asserted))
            self.checked.append(f"{len(self.assertions.items)} assertions of {self.assertions.file}")

    def _say_texts(self, group: Group, walk: Walk) -> None:
        """Say of which records the spans were checked, and of which there was no text."""
        if group.texts is not None:
            self.checked.append(f"spans and texts against {group.texts}")
        lacking, articles = sum(walk.lacking.values()), len(walk.lacking)
        if lacking:
            self.unchecked.append(f"spans and texts of {lacking} records: no text of {articles} articles")
        if group.texts is not None and group.folder is not None:
            for article_id, number in walk.lacking.items():
                message = f"there is no readable text for the {number} records of {article_id}"
                file = str(group.texts / f"{article_id}.txt")
                self.tally.add(Fault(code="release-broken", message=message, file=file))

    def _check_release(self, release: ReleaseFiles, walk: Walk, version: str) -> None:
        """Check what a folder says of itself, and that its formats agree."""
        if release.described:
            self.tally.add_all(check_whole(release))
            self.tally.add_all(check_files(release))
            self.tally.add_all(check_counts(release, walk.records))
            self.checked.append(f"files and hashes of {release.folder}")
        else:
            self.unchecked.append(f"files and hashes of {release.folder}: nothing lists them")
        others = tuple(name for name in _OTHERS if files_in(release.folder, name))
        self.tally.add_all(check_agreement(release.folder, others, older=version != SCHEMA_VERSION))
        if others:
            self.checked.append(f"agreement of {', '.join(others)} with the JSON Lines")
        if self.sources is not None:
            self.tally.add_all(check_reparse(release.folder, self.sources, upgrades_from(version)))
            self.checked.append(f"{release.folder} against {self.sources}, read again")


def _is_known(version: str) -> bool:
    """Say whether the version's schemas are here, and the steps to the newest."""
    try:
        upgrades_from(version)
        gates(version)
    except KeyError:
        return False
    return True


def _counted(records: Counter[str]) -> str:
    parts = [f"{number} {PLURALS.get(name, name)}" for name, number in records.items()]
    return ", ".join(parts) or "no records"
