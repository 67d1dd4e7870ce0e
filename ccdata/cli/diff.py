"""`ccdata diff`: what changed between two releases."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from ccdata.diff import Difference

FAIL_ON = ("any", "removed", "breaking", "never")


@click.command(
    epilog="""\b
Examples:
  ccdata diff exports-1.0/ exports/
  ccdata diff old/ new/ --fail-on removed       for CI: ids are kept or redirected

Exit status: 0 nothing of --fail-on, 1 something of it, 2 could not run."""
)
@click.argument("old")
@click.argument("new")
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True)
@click.option(
    "--max", "most", type=click.IntRange(0), default=10, show_default=True,
    help="Records shown of each kind of change; all are counted. 0 shows all.",
)  # fmt: skip
@click.option(
    "--fail-on", type=click.Choice(FAIL_ON), default="any", show_default=True,
    help="Which difference makes the exit status 1; each includes those after it.",
)  # fmt: skip
def command(*, old: str, new: str, form: str, most: int, fail_on: str) -> None:
    """Show what came, went and changed, field by field, from release OLD to release NEW."""
    from ccdata.diff import diff
    from ccdata.reports import diff_as_json, diff_as_text

    difference = diff(old, new)
    shown = diff_as_json(difference) if form == "json" else diff_as_text(difference, most=most or None)
    click.echo(shown, nl=False)
    click.get_current_context().exit(int(_fails(difference, fail_on)))


def _fails(difference: Difference, fail_on: str) -> bool:
    graver = {
        "any": not difference.same,
        "removed": difference.removes or bool(difference.breaking),
        "breaking": bool(difference.breaking),
        "never": False,
    }
    return graver[fail_on]
