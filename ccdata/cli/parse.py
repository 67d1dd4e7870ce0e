"""`ccdata parse`: the records of sources on stdout."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ccdata.api import parse, parse_bytes
from ccdata.dataset import Dataset
from ccdata.engine.settling import settle


@click.command()
@click.argument("sources", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
def command(sources: tuple[Path, ...]) -> int:
    """Print all records of SOURCES (files, folders, or - for stdin) as JSON Lines.

    Exit code: 0 all read; 1 some could not be read; 2 none could.

    \b
    ccdata parse seeds/ > records.jsonl
    curl ... | ccdata parse -
    """  # noqa: D301  # click reads the escape
    settle()
    if sources == (Path("-"),):
        dataset = parse_bytes(sys.stdin.buffer.read(), name="stdin")
    else:
        dataset = parse(*sources)
    _print(dataset)
    for error in dataset.failed:
        click.echo(f"not read: {error}", err=True)
    if not dataset.articles:
        return 2
    return 1 if dataset.failed else 0


def _print(dataset: Dataset) -> None:
    out = sys.stdout.buffer
    for record in dataset.records():
        out.write(record.to_line())
    out.flush()
