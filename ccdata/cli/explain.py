"""`ccdata explain`: what a finding means and how to mend it."""

from __future__ import annotations

import click


@click.command(
    epilog="""\b
Examples:
  ccdata explain span-mismatch
  ccdata explain              lists every code"""
)
@click.argument("codes", metavar="[CODE]...", nargs=-1)
@click.option("--markdown", is_flag=True, help="Print the page of the docs that explains every code.")
def command(*, codes: tuple[str, ...], markdown: bool) -> None:
    """Say what the findings of these codes mean and how to mend them; without a code, list them all."""
    from ccdata.records.catalogue import CATALOGUE
    from ccdata.reports import explain, explain_page

    unknown = [code for code in codes if code not in CATALOGUE]
    if unknown:
        raise click.UsageError(f"no such code: {', '.join(unknown)}")
    if markdown:
        click.echo(explain_page(), nl=False)
        return
    if codes:
        click.echo("\n".join(explain(CATALOGUE[code]) for code in codes), nl=False)
        return
    width = max(map(len, CATALOGUE))
    for code in CATALOGUE.values():
        click.echo(f"{code.name:<{width}}  {code.severity:<7}  {code.title}")
