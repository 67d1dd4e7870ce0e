"""Promise 7, through the commands: `build` and `export` may be killed at any moment."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random

import pytest
from deaths import DEAD, die_at, ended, in_child, killed_after, leftovers, state_of

from ccdata import cli

TEXTS = Path(__file__).parent.parent / "examples" / "valid" / "plain" / "texts"
Command = Callable[[str, Path], list[str]]
pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="needs os.fork"),
    pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork:DeprecationWarning"),
]


def run(*arguments: str) -> None:
    """Run a command as the shell would, but in this process."""
    assert cli.run(list(arguments)) in {0, 1}


@dataclass(frozen=True)
class Editions:
    """Two articles, each a source and a release; a command brings either to a folder."""

    folder: Path

    def build(self, name: str, out: Path) -> list[str]:
        cache = ["--cache", str(self.folder / "cache")]
        return ["build", str(self.folder / name), "-o", str(out), "--format", "jsonl,csv", *cache]

    def export(self, name: str, out: Path) -> list[str]:
        return ["export", str(self.folder / f"{name}-release"), "--format", "jsonl,csv", "-o", str(out)]


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Editions:
    made = Editions(tmp_path_factory.mktemp("editions"))
    for name, source in zip(("first", "second"), sorted(TEXTS.glob("*.txt")), strict=True):
        (made.folder / name).mkdir()
        shutil.copy(source, made.folder / name)
        run(*made.build(name, made.folder / f"{name}-release"))
    return made


def states_of(command: Command, folder: Path) -> dict[str, str | None]:
    """What each edition looks like on disk when nobody is killed."""
    for name in ("first", "second"):
        run(*command(name, folder / name))
    return {name: state_of(folder / name) for name in ("first", "second")}


def kill_at_random(command: Command, folder: Path, times: int) -> set[bool]:
    """Kill the command that brings the other edition, again and again; say whether any was in time."""
    states, out, rng = states_of(command, folder), folder / "out", Random(7)  # noqa: S311 (no secret)
    begin = time.monotonic()
    run(*command("first", out))
    usual, died = time.monotonic() - begin, set()
    for number in range(times):
        name = ("second", "first")[number % 2]
        before = state_of(out)
        died.add(killed_after(rng.uniform(0, usual), partial(run, *command(name, out))))
        assert state_of(out) in {before, states[name]}
    run(*command("second", out))
    assert state_of(out) == states["second"]
    assert leftovers(out) == []
    return died


@pytest.mark.parametrize("verb", ["build", "export"])
def test_a_command_that_is_killed_leaves_a_whole_release(
    editions: Editions, tmp_path: Path, verb: str
) -> None:
    assert True in kill_at_random(getattr(editions, verb), tmp_path, 8)


@pytest.mark.slow
@pytest.mark.parametrize("verb", ["build", "export"])
def test_a_command_that_is_killed_a_hundred_times_leaves_a_whole_release(
    editions: Editions, tmp_path: Path, verb: str
) -> None:
    assert True in kill_at_random(getattr(editions, verb), tmp_path, 100)


@pytest.mark.slow
@pytest.mark.parametrize("swap", [True, False])
@pytest.mark.parametrize("verb", ["build", "export"])
def test_a_command_may_die_at_any_call_to_the_system(
    editions: Editions, tmp_path: Path, verb: str, *, swap: bool
) -> None:
    command: Command = getattr(editions, verb)
    states, out, call, seen = states_of(command, tmp_path), tmp_path / "out", 0, set()
    run(*command("first", out))
    died = True
    while died:
        call += 1
        if state_of(out) != states["first"]:
            run(*command("first", out))

        def work(call: int = call) -> None:
            die_at(call, swap=swap)
            run(*command("second", out))

        died = ended(in_child(work)) == DEAD
        seen.add(state_of(out))
    assert seen == set(states.values())
    assert call > 100
    run(*command("second", out))
    assert leftovers(out) == []


@pytest.mark.slow
def test_a_build_on_two_cores_is_killed_with_its_workers(editions: Editions, tmp_path: Path) -> None:
    """From a shell, nothing warmed up, no cache: the whole group of processes is killed."""
    states, out, rng = states_of(editions.build, tmp_path), tmp_path / "out", Random(11)  # noqa: S311 (as above)
    (tmp_path / "both").mkdir()
    for name in ("first", "second"):
        for source in (editions.folder / name).iterdir():
            shutil.copy(source, tmp_path / "both")
    run(*editions.build("first", out))
    again = ["build", str(tmp_path / "both"), "-o", str(out), "--format", "jsonl,csv", "--jobs", "2"]
    command = [sys.executable, "-m", "ccdata", *again]
    begin = time.monotonic()
    for _ in range(10):
        process = subprocess.Popen(command, start_new_session=True, stderr=subprocess.DEVNULL)
        time.sleep(rng.uniform(0.5, 6))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        assert state_of(out) is not None
    assert time.monotonic() - begin < 120
    run(*editions.build("second", out))
    assert state_of(out) == states["second"]
    assert leftovers(out) == []
