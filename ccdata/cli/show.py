"""`ccdata show`: a record inside its text."""

from __future__ import annotations

from pathlib import Path

import click

from ccdata.load import load


@click.command()
@click.argument("record_id", metavar="ID")
@click.argument("data", required=False, type=click.Path(path_type=Path))
def command(record_id: str, data: Path | None) -> int:
    """Show the record ID of the release DATA (by default the packaged one) inside its text.

    \b
    ccdata show cc-22-3-china-russia:e:0f3a9c21 exports/
    """  # noqa: D301  # click reads the escape
    dataset = load(data) if data else load()
    click.echo(dataset.show(dataset.record(record_id)))
    return 0
