"""`ccdata export`: a release in another format."""

from __future__ import annotations

from pathlib import Path

import click

from ccdata.api import export
from ccdata.errors import UsageError
from ccdata.load import load


@click.command()
@click.argument("data", required=False, type=click.Path(path_type=Path))
@click.option("--format", "formats", default="", help="jsonl, parquet, csv, sqlite ...; several with commas.")
@click.option(
    "--excel", is_flag=True, help="CSV that spreadsheets open as it is; the same as --format excel."
)
@click.option("-o", "--out", required=True, type=click.Path(path_type=Path), help="Folder to write.")
@click.option("--no-texts", is_flag=True, help="Leave the articles' texts out.")
def command(data: Path | None, formats: str, out: Path, *, excel: bool, no_texts: bool) -> int:
    """Write the release DATA (by default the packaged one) in other formats.

    \b
    ccdata export exports/ --format sqlite -o db/
    ccdata export exports/ --excel -o for-excel/
    """  # noqa: D301  # click reads the escape
    named = [name.strip() for name in formats.split(",") if name.strip()]
    if not (named or excel):
        raise UsageError("say which: --format jsonl, or --excel")
    export(load(data), out, formats=[*named, *(["excel"] if excel else [])], texts=not no_texts)
    return 0
