"""The same findings in four ways of saying them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from ccdata.checks import Fault
from ccdata.errors import UsageError
from ccdata.records.catalogue import CATALOGUE
from ccdata.reports import REPORTERS, explain
from ccdata.validate import Report, validate

EXAMPLES = Path(__file__).parent.parent / "examples"
BROKEN = EXAMPLES / "invalid" / "span-mismatch"


def report_of(*faults: Fault, counts: dict[str, int] | None = None) -> Report:
    made = {fault.code: 1 for fault in faults}
    return Report(
        findings=faults,
        counts=counts or made,
        records={},
        checked=("all",),
        unchecked=("a: b",),
        fail_on="warning",
    )


NASTY = Fault(
    code="span-mismatch",
    message="100% wrong:\r\n::error::",
    path="span",
    value="x",
    file="a b,c:d.jsonl",
    line=3,
)


def test_text_names_file_line_path_value_and_what_was_not_checked() -> None:
    text = REPORTERS["text"](validate(BROKEN))
    assert f"{BROKEN}/mentions.jsonl:1: cc-33-1-australia-japan:m:" in text
    assert "span: at 212-219" in text
    assert "error: A span that does not hold what it quotes [span-mismatch] (1)" in text
    assert "checked: bytes, schema, model" in text
    assert "not checked: files and hashes" in text


def test_text_says_how_many_more_there_are() -> None:
    text = REPORTERS["text"](report_of(NASTY, counts={"span-mismatch": 12}))
    assert "... and 11 more" in text
    assert text.endswith("12 findings of 1 kind\n")


def test_json_has_every_key_of_every_finding() -> None:
    made = json.loads(REPORTERS["json"](validate(BROKEN)))
    assert made["ok"] is False
    assert made["counts"] == {"span-mismatch": 1}
    (finding,) = made["findings"]
    assert finding["line"] == 1
    assert finding["path"] == "span"
    assert finding["value"] == "Ren Ito"
    assert finding["severity"] == "error"
    assert made["unchecked"]


def test_github_commands_are_one_line_each_whatever_is_in_them() -> None:
    first, *rest = REPORTERS["github"](report_of(NASTY)).splitlines()
    expected = "::error file=a b%2Cc%3Ad.jsonl,line=3,title=span-mismatch::span: 100%25 wrong:%0D%0A::error::"
    assert first == expected
    assert rest == ["::notice title=not checked::a: b"]


def test_sarif_has_rules_results_and_places() -> None:
    made = json.loads(REPORTERS["sarif"](report_of(NASTY)))
    (run,) = made["runs"]
    assert made["version"] == "2.1.0"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["span-mismatch"]
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place == {"artifactLocation": {"uri": "a%20b%2Cc%3Ad.jsonl"}, "region": {"startLine": 3}}


@pytest.mark.parametrize("name", REPORTERS)
def test_every_reporter_says_every_code(name: str) -> None:
    faults = [Fault(code=code, message="something", file="f", line=1) for code in CATALOGUE]
    written = REPORTERS[name](report_of(*faults))
    assert all(code in written for code in CATALOGUE)


def test_every_code_is_explained() -> None:
    for code in CATALOGUE.values():
        text = explain(code)
        assert text.startswith(f"{code.name}: {code.title}")
        assert code.remedy in text


def test_choosing_codes() -> None:
    assert validate(BROKEN, ignore=["span-mismatch"]).ok
    assert validate(BROKEN, select=["id-duplicate"]).ok
    assert not validate(BROKEN, select=["span-mismatch"]).ok
    with pytest.raises(UsageError, match="no such code: spam"):
        validate(BROKEN, select=["spam"])


def test_fail_on_draws_the_line() -> None:
    warned = Report(
        findings=(), counts={"encoding-guessed": 1}, records={}, checked=(), unchecked=(), fail_on="error"
    )
    assert warned.ok
    assert not Report(
        findings=(), counts={"encoding-guessed": 1}, records={}, checked=(), unchecked=(), fail_on="warning"
    ).ok


def run(*arguments: str, stdin: bytes | None = None) -> tuple[int, str, str]:
    from ccdata.cli import command

    result = CliRunner().invoke(command, arguments, input=stdin)
    return result.exit_code, result.stdout, result.stderr


def test_the_command_exits_0_1_2() -> None:
    assert run("validate", str(EXAMPLES / "valid" / "plain"))[0] == 0
    assert run("validate", str(BROKEN))[0] == 1
    code, out, _ = run("validate", "--select", "spam", str(BROKEN))
    assert (code != 0, out) == (True, "")


def test_the_command_reads_a_stream() -> None:
    lines = b"".join(path.read_bytes() for path in sorted((EXAMPLES / "valid" / "plain").glob("*.jsonl")))
    texts = str(EXAMPLES / "valid" / "plain" / "texts")
    code, out, _ = run("validate", "-", "--texts", texts, stdin=lines)
    assert (code, "no findings" in out) == (0, True)
    code, out, _ = run("validate", "-", stdin=lines.replace(b'"alias"', b'"alas"', 1))
    assert code == 1
    assert "<stdin>:" in out


def test_the_command_shows_as_many_as_asked_and_counts_all(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_bytes(b"no json\n" * 50)
    _, out, _ = run("validate", str(tmp_path / "x.jsonl"), "--max", "3")
    assert "... and 47 more" in out
    assert (
        len(
            json.loads(run("validate", str(tmp_path / "x.jsonl"), "--max", "0", "--format", "json")[1])[
                "findings"
            ]
        )
        == 50
    )


def test_explain_and_schema_speak(tmp_path: Path) -> None:
    assert "To mend it" in run("explain", "span-mismatch")[1]
    assert all(code in run("explain")[1] for code in CATALOGUE)
    assert run("explain", "spam")[0] == 2
    assert json.loads(run("schema", "event")[1])["$id"].endswith(":event")
    assert run("schema", "--write", "--folder", str(tmp_path))[0] == 0
    assert run("schema", "--check", "--folder", str(tmp_path))[0] == 0
    path = tmp_path / "1.0" / "event.json"
    path.write_text(path.read_text("utf-8").replace("alias", "alibi").replace("event", "evint"), "utf-8")
    code, _, err = run("schema", "--check", "--folder", str(tmp_path))
    assert (code, "not what the models give" in err) == (1, True)


def test_the_page_of_findings_is_the_catalogue() -> None:
    page = EXAMPLES.parent.parent / "docs" / "reference" / "findings.md"
    assert page.read_text("utf-8") == run("explain", "--markdown")[1], (
        "ccdata explain --markdown > " + page.name
    )


def test_the_committed_schemas_are_those_of_the_models() -> None:
    from ccdata.validate.drift import drift

    assert drift(EXAMPLES.parent.parent / "schemas") == []
