"""`ccdata schema`: print, write or check the JSON Schemas."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(
    epilog="""\b
Examples:
  ccdata schema event > event.json
  ccdata schema --check         fails where the committed schemas are not the models'
  ccdata schema --write         writes schemas/<version>/*.json"""
)
@click.argument("record", required=False)
@click.option("--check", is_flag=True, help="Compare the committed schemas with the models; 1 on drift.")
@click.option("--write", is_flag=True, help="Write the schemas of the models.")
@click.option(
    "--folder", type=click.Path(file_okay=False, path_type=Path), default=Path("schemas"), show_default=True,
    help="Where the published schemas lie.",
)  # fmt: skip
def command(record: str | None, check: bool, write: bool, folder: Path) -> None:
    """Print the JSON Schema of a record type, or of all as one object."""
    from ccdata.records.schema import schema_text, schemas
    from ccdata.validate.drift import drift, write_schemas

    made = schemas()
    if record is not None and record not in made:
        raise click.UsageError(f"no such record: {record}; there are {', '.join(made)}")
    if write:
        write_schemas(folder)
    if check:
        found = drift(folder)
        for line in found:
            click.echo(line, err=True)
        click.get_current_context().exit(1 if found else 0)
    if not write:
        click.echo(schema_text(made[record] if record is not None else made), nl=False)
