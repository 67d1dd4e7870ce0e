"""`ccdata explore`: one page to look at a release."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("data", required=False, type=click.Path(path_type=Path))
@click.option("-o", "--out", required=True, type=click.Path(dir_okay=False, path_type=Path), help="The file.")
@click.option("--no-texts", is_flag=True, help="Leave the articles' texts out.")
def command(data: Path | None, out: Path, *, no_texts: bool) -> int:
    """Write the release DATA (by default the packaged one) as one HTML file to look at.

    It works offline, on a phone and by keyboard.

    A timeline, a network of who meets whom, quotations by speaker, a searchable table, what was read
    and what is missing, and every record lit up in its article's text.

    \b
    ccdata explore exports/ -o page.html
    ccdata explore -o page.html              # the packaged release, which has no texts
    """  # noqa: D301  # click reads the escape
    from ccdata.dataset import Dataset
    from ccdata.explore import write_page
    from ccdata.load import load

    dataset = load(data)
    write_page(Dataset(dataset.records()) if no_texts else dataset, out)
    return 0
