"""`ccdata build`: sources to a release on disk."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from ccdata.engine.building import NothingReadError, build
from ccdata.engine.running import Outcome
from ccdata.engine.settling import settle
from ccdata.errors import SourceError
from ccdata.export import DEFAULT_FORMATS

_FORMATS = ",".join(DEFAULT_FORMATS)


@click.command()
@click.argument("seeds", nargs=-1, type=click.Path(path_type=Path))
@click.option("-o", "--out", required=True, type=click.Path(path_type=Path), help="Folder of the release.")
@click.option("--format", "formats", default=_FORMATS, show_default=True, help="Formats, with commas.")
@click.option("--no-texts", is_flag=True, help="Leave the articles' texts out.")
@click.option(
    "--jobs", default=1, show_default=True, type=click.IntRange(0), help="Processes; 0: one a core."
)
@click.option("--cache", type=click.Path(path_type=Path), help="Keep parsed shards here for the next build.")
def command(
    seeds: tuple[Path, ...], out: Path, formats: str, *, no_texts: bool, jobs: int, cache: Path | None
) -> int:
    """Read SEEDS (files or folders, by default seeds/), check, link and export them.

    Exit code: 0 written; 1 written, with errors among the findings (a source could not be read);
    2 nothing written.

    \b
    ccdata build seeds/ -o exports/
    ccdata build a.txt b.pdf -o out/ --format jsonl,sqlite --jobs 0
    """  # noqa: D301  # click reads the escape
    settle()
    with _progress() as progress:
        try:
            built = build(
                seeds or (Path("seeds"),),
                out,
                formats=[name.strip() for name in formats.split(",") if name.strip()],
                texts=not no_texts,
                jobs=jobs or os.cpu_count() or 1,
                cache=cache,
                progress=progress,
            )
        except NothingReadError as error:
            _say_failed(error.failed)
            raise
    _say_failed(built.failed)
    counts = ", ".join(f"{count} {name}" for name, count in built.manifest.counts.items())
    click.echo(f"{out}: {counts}", err=True)
    return 1 if built.manifest.findings["error"] else 0


def _say_failed(failed: tuple[SourceError, ...]) -> None:
    for error in failed:
        click.echo(f"not read: {error} [{error.code}]", err=True)


@contextmanager
def _progress() -> Iterator[Callable[[Outcome], None] | None]:
    """Show a bar on a terminal, nothing in a pipe."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)
        yield lambda _outcome: bar.advance(task)
