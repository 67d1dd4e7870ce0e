"""Run the code of a docs page in the current folder: `python page_runner.py PAGE`. Needs sybil.

Blocks of `python` share a namespace (with `>>>` they are doctests), blocks of `sh` are run by bash. It names
the tools that were missing, and fails at the first block that fails.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from doctest import NORMALIZE_WHITESPACE
from pathlib import Path
from typing import Any

from sybil import Document, Example
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser

TOOLS = ("datasette", "jq", "sqlite3")


class Shell(CodeBlockParser):
    """Blocks of `sh`: every command must succeed. A tool that is missing is remembered."""

    language = "sh"

    def __init__(self) -> None:
        super().__init__()
        self.missing: set[str] = set()

    def evaluate(self, example: Example) -> None:
        commands = str(example.parsed)
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        needed = [tool for tool in TOOLS if re.search(rf"\b{tool} ", commands)]
        if missing := [tool for tool in needed if shutil.which(tool, path=path) is None]:
            self.missing.update(missing)
            return
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", commands],
            env=os.environ | {"PATH": path},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{commands}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}"


def run_page(page: Path) -> set[str]:
    """Run every block of the page in the current folder; return the tools that were missing."""
    shell = Shell()
    parsers: list[Any] = [PythonCodeBlockParser(doctest_optionflags=NORMALIZE_WHITESPACE), shell]
    document = Document.parse(str(page), *parsers)
    for example in document.examples():
        example.evaluate()
    return shell.missing


if __name__ == "__main__":
    sys.stdout.writelines(f"not installed: {tool}\n" for tool in sorted(run_page(Path(sys.argv[1]))))
