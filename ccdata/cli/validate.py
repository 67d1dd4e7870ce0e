"""`ccdata validate`: judge releases and files of records."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

import click

FORMATS = ("text", "json", "github", "sarif")


@click.command(
    epilog="""\b
Examples:
  ccdata validate exports/
  ccdata validate exports/ --reparse seeds/
  ccdata validate data/events.jsonl --texts data/texts --format github
  ccdata parse article.txt | ccdata validate -

Exit status: 0 clean, 1 findings, 2 could not run."""
)
@click.argument("paths", metavar="PATH...|-", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("--select", multiple=True, metavar="CODE", help="Only findings of this code (repeatable).")
@click.option("--ignore", multiple=True, metavar="CODE", help="No findings of this code (repeatable).")
@click.option(
    "--fail-on",
    type=click.Choice(("error", "warning", "note")),
    default="warning",
    show_default=True,
    help="The least grave finding that makes the exit status 1.",
)
@click.option(
    "--max", "most", type=click.IntRange(0), default=10, show_default=True,
    help="Findings shown of each code; all are counted. 0 shows all.",
)  # fmt: skip
@click.option("--texts", type=click.Path(exists=True, file_okay=False), help="Folder of canonical texts.")
@click.option(
    "--assertions", type=click.Path(exists=True, dir_okay=False), help="TOML of what the corpus must hold."
)
@click.option(
    "--reparse",
    type=click.Path(exists=True),
    help="Read these sources again and compare them with the release.",
)
@click.option("--jobs", type=click.IntRange(1), help="Processes; by default as many as pay.")
def command(
    *,
    paths: tuple[str, ...],
    form: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
    most: int,
    texts: str | None,
    assertions: str | None,
    reparse: str | None,
    jobs: int | None,
) -> None:
    """Find everything that is wrong with releases (folders) and files of records.

    PATH is a release folder, or a JSON Lines, Parquet, CSV or SQLite file; `-` reads JSON Lines from
    standard input. Nothing is repaired. The report names what was checked and what could not be.
    """
    from ccdata.reports import REPORTERS
    from ccdata.validate import Choice, validate_groups
    from ccdata.validate.assertions import read_assertions
    from ccdata.validate.targets import groups_of, stream_group

    choice = Choice(select=frozenset(select), ignore=frozenset(ignore), most=most or None)
    beside = Path(texts) if texts else None
    with tempfile.TemporaryDirectory(prefix="ccdata-") as folder:
        groups = groups_of([Path(path) for path in paths if path != "-"], beside)
        if "-" in paths:
            groups.append(stream_group(_spooled(Path(folder)), beside))
        report = validate_groups(
            groups,
            choice,
            assertions=read_assertions(Path(assertions)) if assertions else None,
            sources=Path(reparse) if reparse else None,
            fail_on=fail_on,  # type: ignore[arg-type]  # click checks it
            jobs=jobs,
        )
    click.echo(REPORTERS[form](report), nl=False)
    click.get_current_context().exit(0 if report.ok else 1)


def _spooled(folder: Path) -> Path:
    """Write standard input to a file, so that a line can be read again."""
    path = folder / "stdin.jsonl"
    with path.open("wb") as file:
        shutil.copyfileobj(sys.stdin.buffer, file)
    return path
