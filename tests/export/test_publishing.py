"""Promise 7: a build that dies at any system call leaves a whole release."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from deaths import DEAD, die_at, ended, in_child, require_whole

from ccdata.errors import UsageError
from ccdata.export import publishing, write_release
from ccdata.export.sums import SUMS
from ccdata.link import Part
from ccdata.load import load
from ccdata.records import Redirect


class Release:
    """A release of one redirect and one text, both named after the edition."""

    def __init__(self, edition: str) -> None:
        self.edition = edition

    def parts(self) -> Iterator[Part]:
        record = Redirect(
            record_type="redirect",
            id=self.edition,
            article_id=None,
            old_id=self.edition,
            new_id="new",
            since="0",
        )
        yield Part(records=(record,), texts={"cc-1-1-a-b": self.edition})


def write(edition: str, out: Path, formats: tuple[str, ...] = ("jsonl",)) -> None:
    write_release(Release(edition), out, formats)


def edition_of(out: Path) -> str:
    """Return which edition is on disk; every file of it must be whole."""
    require_whole(out)
    dataset = load(out)
    assert set(dataset.texts.values()) == {dataset.redirects[0].id}
    return dataset.redirects[0].id


def leftovers(out: Path) -> list[str]:
    return [path.name for path in out.parent.iterdir() if path != out]


def test_a_folder_that_is_not_there_is_made_with_those_above_it(tmp_path: Path) -> None:
    out = tmp_path / "a" / "b"
    write("first", out)
    assert edition_of(out) == "first"
    assert leftovers(out) == []


def test_an_empty_folder_and_a_release_of_ours_are_replaced(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    write("first", out, ("jsonl", "csv"))
    write("second", out)
    assert edition_of(out) == "second"
    assert not (out / "csv").exists()
    assert leftovers(out) == []


def test_a_link_to_a_folder_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    write("first", tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert edition_of(tmp_path / "real") == "first"


@pytest.mark.parametrize("foreign", ["notes.txt", "csv/mine.csv", "deep/er/file", ".hidden"])
def test_a_release_with_a_foreign_file_is_not_touched(tmp_path: Path, foreign: str) -> None:
    out = tmp_path / "out"
    write("first", out)
    (out / foreign).parent.mkdir(parents=True, exist_ok=True)
    (out / foreign).write_text("mine")
    with pytest.raises(UsageError, match=foreign):
        write("second", out)
    assert (out / foreign).read_text() == "mine"
    assert leftovers(out) == []


def test_a_foreign_empty_folder_or_link_is_named(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write("first", out)
    (out / "empty").mkdir()
    with pytest.raises(UsageError, match="empty/"):
        write("second", out)
    (out / "empty").rmdir()
    (out / "link").symlink_to(tmp_path)
    with pytest.raises(UsageError, match="link"):
        write("second", out)


def test_somebody_elses_folder_and_a_file_are_refused(tmp_path: Path) -> None:
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs" / SUMS).write_text(f"{'0' * 64}  thesis.doc\n")
    (tmp_path / "theirs" / "thesis.doc").write_text("years of work")
    with pytest.raises(UsageError, match=SUMS):
        write("first", tmp_path / "theirs")
    with pytest.raises(UsageError, match="not a folder"):
        write("first", tmp_path / "theirs" / "thesis.doc")
    assert (tmp_path / "theirs" / "thesis.doc").read_text() == "years of work"


def test_unknown_formats_are_refused_before_anything_is_written(tmp_path: Path) -> None:
    for formats in (["xlsx"], []):
        with pytest.raises(UsageError, match="jsonl"):
            write_release(Release("first"), tmp_path / "out", formats)
    assert leftovers(tmp_path / "out") == []


def test_a_disk_that_refuses_leaves_the_old_release_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    write("first", out)

    def full(_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UsageError, match="No space left"):
        write("second", out)
    assert edition_of(out) == "first"
    assert leftovers(out) == []


def test_a_living_build_is_not_swept_away(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with publishing.publishing(out) as staging:
        write("first", out)
        assert staging.exists()
        for name in ("release.json", "SHA256SUMS"):
            (staging / name).write_text((out / name).read_text())
    assert leftovers(out) == []


needs_fork = pytest.mark.skipif(sys.platform == "win32", reason="needs os.fork")


def dies(out: Path, call: int, *, swap: bool) -> bool:
    """Write the second edition in a process that dies at its nth call to the system; say if it died."""

    def work() -> None:
        die_at(call, swap=swap)
        write("second", out)

    return ended(in_child(work)) == DEAD


@needs_fork
@pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork:DeprecationWarning")
@pytest.mark.parametrize("swap", [True, False])
@pytest.mark.parametrize("old", ["first", None])
def test_death_at_any_call_leaves_a_whole_release(tmp_path: Path, old: str | None, *, swap: bool) -> None:
    out = tmp_path / "out"
    call, seen = 0, set()
    while True:
        call += 1
        if old and edition_on_disk(out) != old:
            write(old, out)
        died = dies(out, call, swap=swap)
        seen.add(edition_on_disk(out))
        if not died:
            break
    assert edition_on_disk(out) == "second"
    assert seen == {old, "second"}
    assert call > 30
    write("third", out)
    assert leftovers(out) == []


def edition_on_disk(out: Path) -> str | None:
    """Return what the next command finds: it repairs first."""
    publishing.repair(out)
    return edition_of(out) if out.exists() else None
