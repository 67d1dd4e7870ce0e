"""The command `ccdata`: one thin file per verb, imported when it is called."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

import click

from ccdata._version import __version__
from ccdata.errors import CcdataError

VERBS = {
    "build": "read, check, link and export sources: the main job",
    "parse": "print the records of sources as JSON Lines",
    "validate": "check a release or a file of records",
    "export": "write a release in another format",
    "evaluate": "measure accuracy against hand-made gold",
    "diff": "compare two releases",
    "explore": "write one self-contained page to look at",
    "schema": "print or check the JSON Schemas",
    "show": "show a record inside its text",
    "explain": "say what a finding means and how to mend it",
}
"""Every verb with its summary: the list of commands imports none of them."""


class _Verbs(click.Group):
    """Finds a verb's file by its name, and says its summary without opening it."""

    def list_commands(self, _context: click.Context) -> list[str]:
        return list(VERBS)

    def get_command(self, _context: click.Context, name: str) -> click.Command | None:
        if name not in VERBS:
            return None
        command: click.Command = import_module(f"ccdata.cli.{name}").command
        return command

    def format_commands(self, _context: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(VERBS.items()))


@click.group(cls=_Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="ccdata")
def command() -> None:
    """Structured data from diplomatic chronologies.

    \b
    ccdata build seeds/ -o exports/
    ccdata parse article.txt | jq 'select(.record_type == "event")'
    ccdata validate exports/
    """  # noqa: D301  # click reads the escape


def main(arguments: list[str] | None = None) -> None:
    """Run the command: 0 well, 1 findings, 2 could not run; never a traceback."""
    sys.exit(run(arguments))


def run(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code."""
    try:
        code: Any = command.main(arguments, standalone_mode=False)
    except click.exceptions.Abort:
        click.echo("stopped", err=True)
        return 130
    except click.ClickException as error:
        error.show()
        return 2
    except click.exceptions.Exit as error:
        return error.exit_code
    except CcdataError as error:
        click.echo(f"ccdata: {error}", err=True)
        return 2
    return code if isinstance(code, int) else 0
