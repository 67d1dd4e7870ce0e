"""The page: one HTML file that needs nothing else, and lets nothing in its data act.

page = policy, style, the release as JSON, each text as JSON, the bundled script

A record's words are data: they stand in `<script type="application/json">` without any `<`, and the
script puts them into text nodes only. The policy allows the bundle's own script and styles by their
hashes and nothing else: no request, no other script, no markup that acts.
"""

from __future__ import annotations

import json
from base64 import b64encode
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import Any

from ccdata.dataset import Dataset
from ccdata.errors import UsageError
from ccdata.explore.contents import TITLE, contents

_PAGE = Template("""\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="$policy">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="ccdata">
<link rel="icon" href="data:,">
<title>$title</title>
<style>$style</style>
</head>
<body>
<main><h1>$title</h1><p>This page needs JavaScript; it loads nothing from anywhere.</p></main>
$data
<script>$script</script>
</body>
</html>
""")


def write_page(dataset: Dataset, path: str | Path) -> None:
    """Write the page. Raises UsageError where the file cannot be written."""
    try:
        Path(path).write_text(page_of(dataset), encoding="utf-8", newline="\n")
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}") from error


def page_of(dataset: Dataset) -> str:
    """Return the page: the same for the same release."""
    style, script = _bundled("style.css"), _bundled("explore.js")
    texts = [_data(f"text-{article_id}", text) for article_id, text in sorted(dataset.texts.items())]
    return _PAGE.substitute(
        policy=_policy(script, style, _bundled("chart.css")),
        title=escape(TITLE),
        style=style,
        script=script,
        data="\n".join([_data("release", contents(dataset)), *texts]),
    )


@cache
def _bundled(name: str) -> str:
    """Return a file of the bundle, which web/build.js makes."""
    return files("ccdata.explore").joinpath("bundle", name).read_text("utf-8")


def _policy(script: str, *styles: str) -> str:
    """Return the policy that allows exactly this script and these styles."""
    allowed = " ".join(map(_hash, styles))
    return (
        f"default-src 'none'; script-src {_hash(script)}; style-src {allowed}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _data(name: str, facts: Any) -> str:
    """Return a block of data: JSON in which no `<` is left that could end the block or open another."""
    made = json.dumps(facts, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/json" id="{escape(name)}">{made}</script>'
