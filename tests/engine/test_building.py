"""Builds: the same release by every road, and none at all where something is in the way."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ccdata.engine import building, running
from ccdata.engine.building import NothingReadError, build
from ccdata.engine.errata import read_errata
from ccdata.engine.parsing import parse_source
from ccdata.engine.shard_files import ShardFiles, read_shard, write_shard
from ccdata.engine.sources import find_sources
from ccdata.errors import CcdataError, UsageError

SEEDS = Path(__file__).parent.parent.parent / "seeds"


def digest_of(folder: Path) -> dict[str, str]:
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files
    }


@pytest.fixture
def plain(tmp_path: Path) -> dict[str, str]:
    build([SEEDS], tmp_path / "plain")
    return digest_of(tmp_path / "plain")


def test_a_build_is_the_same_on_cores_and_from_the_cache(tmp_path: Path, plain: dict[str, str]) -> None:
    cache = tmp_path / "cache"
    build([SEEDS], tmp_path / "cores", jobs=2, cache=cache)
    build([SEEDS], tmp_path / "cached", cache=cache)
    assert digest_of(tmp_path / "cores") == plain
    assert digest_of(tmp_path / "cached") == plain


def test_the_order_of_files_does_not_matter(tmp_path: Path, plain: dict[str, str]) -> None:
    files = sorted(SEEDS.glob("*.txt"), reverse=True)
    build(files, tmp_path / "out")
    assert digest_of(tmp_path / "out") == plain


def test_a_broken_cache_file_is_read_again(tmp_path: Path, plain: dict[str, str]) -> None:
    cache = tmp_path / "cache"
    build([SEEDS], tmp_path / "one", cache=cache)
    for file in cache.iterdir():
        file.write_bytes(file.read_bytes()[:-100])
    build([SEEDS], tmp_path / "two", cache=cache)
    assert digest_of(tmp_path / "two") == plain


def test_unchanged_sources_are_not_parsed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = tmp_path / "cache"
    build([SEEDS], tmp_path / "one", cache=cache)
    parsed: list[str] = []
    parse = parse_source

    def counted(data: bytes, name: str, **more: object) -> object:
        parsed.append(name)
        return parse(data, name, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(running, "parse_source", counted)
    build([SEEDS], tmp_path / "two", cache=cache)
    assert parsed == []


def test_foreign_files_are_not_touched(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(UsageError, match=r"letter\.txt"):
        build([SEEDS], tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["letter.txt"]


def test_nothing_readable_leaves_the_release_as_it_was(tmp_path: Path, plain: dict[str, str]) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    with pytest.raises(NothingReadError) as caught:
        build([tmp_path / "empty.txt"], tmp_path / "plain")
    assert [error.code for error in caught.value.failed] == ["source-empty"]
    assert digest_of(tmp_path / "plain") == plain


def test_a_fault_of_ours_in_one_source_is_named_and_stops_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parse = parse_source

    def faulty(data: bytes, name: str, **more: object) -> object:
        if name.startswith("000"):
            raise KeyError("a fault")
        return parse(data, name, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(running, "parse_source", faulty)
    built = build([SEEDS], tmp_path / "out")
    assert [error.name for error in built.failed] == ["000_77987962e58073b5.txt"]
    assert "please report it" in str(built.failed[0])
    assert built.manifest.counts["articles"] == 1


KILLED = """
import os, signal, sys
from pathlib import Path
from ccdata.engine import building, running
from ccdata.engine.sources import find_sources

read = running.read_one

def read_or_die(source, task):
    if source.name.startswith("000"):
        os.kill(os.getpid(), signal.SIGKILL)
    return read(source, task)

running.read_one = read_or_die
running._CHUNK = 1
if __name__ == "__main__":
    task = running.Task(folder=Path(sys.argv[2]), errata=())
    for outcome in running.run(find_sources([sys.argv[1]]), task, jobs=2):
        print(outcome.source.name[:3], outcome.error)
"""


def test_a_killed_worker_is_reported_and_the_others_go_on(tmp_path: Path) -> None:
    """Chunks that wait for a worker are not lost with it: others come and take them."""
    script, many, shards = tmp_path / "killed.py", tmp_path / "many", tmp_path / "shards"
    script.write_text(KILLED)
    many.mkdir()
    shards.mkdir()
    for number in range(12):
        (many / f"{number:03}.txt").write_text(f"A line, the number {number}.")
    command = [sys.executable, str(script), str(many), str(shards)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    lines = dict(line.split(" ", 1) for line in run.stdout.splitlines())
    assert "was killed" in lines.pop("000")
    assert lines == {f"{number:03}": "None" for number in range(1, 12)}


INTERRUPTED = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from ccdata.cli import main
main(sys.argv[1:])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C goes to a group of processes")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_ends_a_build_and_its_workers_with_one_word(tmp_path: Path, jobs: str) -> None:
    many, cache = tmp_path / "many", tmp_path / "cache"
    many.mkdir()
    for number in range(100):
        for seed in SEEDS.glob("*.txt"):
            (many / f"{number}-{seed.name}").write_bytes(seed.read_bytes())
    options = [str(many), "-o", str(tmp_path / "out"), "--jobs", jobs, "--cache", str(cache)]
    command = [sys.executable, "-c", INTERRUPTED, "build", *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True) as run:
        while run.poll() is None and not list(cache.glob("*.shard")):
            time.sleep(0.05)
        os.killpg(run.pid, signal.SIGINT)
        said = run.communicate(timeout=60)[1]  # ends when the last worker has closed it
    assert (run.returncode, said.split()) == (130, [b"stopped"])
    assert not (tmp_path / "out").exists()


def test_what_changed_is_parsed_and_the_release_is_that_of_a_full_build(tmp_path: Path) -> None:
    shutil.copytree(SEEDS, tmp_path / "seeds")
    build([tmp_path / "seeds"], tmp_path / "first", cache=tmp_path / "cache")
    changed = next((tmp_path / "seeds").glob("003*.txt"))
    changed.write_bytes(changed.read_bytes().replace(b"Putin", b"Medvedev"))
    build([tmp_path / "seeds"], tmp_path / "first", cache=tmp_path / "cache")
    build([tmp_path / "seeds"], tmp_path / "full")
    assert digest_of(tmp_path / "first") == digest_of(tmp_path / "full")
    assert len(list((tmp_path / "cache").glob("*.shard"))) == 3


def test_a_shard_on_disk_is_the_shard(tmp_path: Path) -> None:
    source = next(iter(find_sources([SEEDS])))
    shard = parse_source(source.read(), source.name)
    write_shard(shard, tmp_path / "s")
    assert read_shard(tmp_path / "s") == shard
    assert list(tmp_path.iterdir()) == [tmp_path / "s"]


def test_a_cut_shard_is_no_shard(tmp_path: Path) -> None:
    (tmp_path / "s").write_bytes(b'"text"\n{"record_type":"event"')
    with pytest.raises(CcdataError, match="no whole shard"):
        read_shard(tmp_path / "s")


def test_folders_give_articles_and_nothing_else(tmp_path: Path) -> None:
    for name in ("b.txt", "a.HTML", "README.md", ".hidden.txt", "errata.toml", "sub/c.pdf", "_draft.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert [source.name for source in find_sources([tmp_path])] == ["a.HTML", "b.txt", "sub/c.pdf"]


def test_of_two_names_for_one_file_the_first_is_taken(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("x")
    for name in ("a.txt", "c.txt"):
        (tmp_path / name).symlink_to("b.txt")
    assert [source.name for source in find_sources([tmp_path, tmp_path / "b.txt"])] == ["a.txt"]
    assert [source.name for source in find_sources([tmp_path / "c.txt", tmp_path])] == ["c.txt"]


def test_shards_are_stored_once_each(tmp_path: Path) -> None:
    source = next(iter(find_sources([SEEDS])))
    shard = parse_source(source.read(), source.name)
    write_shard(shard, tmp_path / "s")
    store = ShardFiles([tmp_path / "s", tmp_path / "s"])
    assert (len(store), store[0]) == (1, shard)


def test_a_disk_that_is_full_is_told_and_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(building, "link", full)
    with pytest.raises(UsageError, match="disk is full"):
        build([SEEDS], tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("[[erratum]]\narticle = 1", "'article' is missing"),
        ("[[erratum]]\ntypo = 'x'", "unknown key 'typo'"),
        ("[[erratum", "errata.toml"),
    ],
)
def test_broken_errata_are_named(tmp_path: Path, text: str, fault: str) -> None:
    (tmp_path / "errata.toml").write_text(text)
    with pytest.raises(UsageError, match=fault):
        read_errata(tmp_path / "errata.toml")


def test_an_erratum_that_fits_nothing_is_a_finding(tmp_path: Path) -> None:
    shutil.copy(SEEDS / "003_5a8d455800fa78d8.txt", tmp_path)
    (tmp_path / "errata.toml").write_text(
        '[[erratum]]\narticle = "cc-22-1-china-russia"\nfield = "title"\nprinted = "No Such Words"\n'
        'meant = "x"\nwhy = "y"\nauthority = "z"\n'
    )
    built = build([tmp_path], tmp_path / "out")
    assert built.failed == ()
    findings = (tmp_path / "out" / "findings.jsonl").read_text("utf-8")
    assert "erratum-unused" in findings
