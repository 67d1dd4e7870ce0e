"""`ccdata export`: a release in another format."""

from __future__ import annotations

from pathlib import Path

import click

from ccdata.api import export
from ccdata.load import load


@click.command()
@click.argument("data", type=click.Path(path_type=Path))
@click.option(
    "--format", "formats", required=True, help="jsonl, parquet, csv, sqlite ...; several with commas."
)
@click.option("-o", "--out", required=True, type=click.Path(path_type=Path), help="Folder to write.")
@click.option("--no-texts", is_flag=True, help="Leave the articles' texts out.")
def command(data: Path, formats: str, out: Path, *, no_texts: bool) -> int:
    """Write the release DATA in other formats.

    \b
    ccdata export exports/ --format sqlite -o db/
    """  # noqa: D301  # click reads the escape
    export(load(data), out, formats=[name.strip() for name in formats.split(",")], texts=not no_texts)
    return 0
