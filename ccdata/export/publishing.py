"""A folder is replaced whole or not at all.

The new release is written beside the target, synced to disk, then exchanged with it in one step
(`renameat2`). Where the system has no such step, the old release is renamed to `.<name>.ccdata-old`
and the new one to the target; should the process die in between, the next command that opens the
target (`repair`) renames the old one back. At every moment one whole release is on disk.

    DIR is replaced   = it does not exist | it is empty | it holds a release of ours and nothing else
    a foreign file    = a file that the release's SHA256SUMS does not list, or a folder without listed files
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ccdata.errors import CcdataError, UsageError
from ccdata.export.sums import SUMS, is_release, listed_files

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_NO_SUCH_STEP = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EXDEV})


@contextmanager
def publishing(target: Path) -> Iterator[Path]:
    """Give an empty folder to write in; when the block ends well, it has become the target.

    Raises UsageError where the target may not be replaced or the disk refuses; the target is then
    what it was.
    """
    try:
        with _publishing(target.resolve()) as staging:
            yield staging
    except CcdataError:
        raise
    except OSError as error:
        place = error.filename or target
        raise UsageError(f"{target} cannot be written: {place}: {error.strerror or error}") from error


@contextmanager
def _publishing(target: Path) -> Iterator[Path]:
    repair(target)
    require_ours(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    _sweep(target)
    staging = Path(tempfile.mkdtemp(prefix=_prefix(target), dir=target.parent))
    try:
        with _held(staging):
            yield staging
            staging.chmod(0o777 & ~_umask())
            _sync(staging)
            _exchange(staging, target)
            _sync_folder(target.parent)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def repair(target: Path) -> None:
    """Finish what a process that died between two renames has left: put the old release back."""
    old = _old(target)
    if not target.exists() and old.exists():
        old.rename(target)


def require_ours(target: Path) -> None:
    """Raise UsageError, naming what is in the way, where the target may not be replaced."""
    if not target.exists():
        return
    if not target.is_dir():
        raise UsageError(f"{target} is not a folder")
    listed = {*listed_files(target), SUMS} if is_release(target) else set()
    for name in _entries(target):
        if name not in listed:
            raise UsageError(f"{target} is not replaced: {name} is no file of a release of ccdata")


def _entries(folder: Path) -> Iterator[str]:
    """Yield every file, link and empty folder under the folder, in order."""
    for root, folders, files in os.walk(folder):
        here = Path(root)
        links = [name for name in folders if (here / name).is_symlink()]
        for name in sorted([*files, *links]):
            yield (here / name).relative_to(folder).as_posix()
        if not folders and not files and here != folder:
            yield here.relative_to(folder).as_posix() + "/"
        folders.sort()


def _exchange(staging: Path, target: Path) -> None:
    """Put the staged folder in the target's place; the old one, if any, ends in the staged one's."""
    if not target.exists():
        staging.rename(target)
        return
    with _held(target):
        if not _swap(staging, target):
            _rename_twice(staging, target)


def _swap(staging: Path, target: Path) -> bool:
    """Exchange two folders in one step; return False where the system cannot."""
    if not sys.platform.startswith("linux"):
        return False
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    paths = (os.fsencode(staging), os.fsencode(target))
    if renameat2(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _NO_SUCH_STEP:
        return False
    raise OSError(number, os.strerror(number), str(target))


def _rename_twice(staging: Path, target: Path) -> None:
    """Set the old release aside, then put the new one in its place."""
    old = _old(target)
    shutil.rmtree(old, ignore_errors=True)
    target.rename(old)
    try:
        staging.rename(target)
    except OSError:
        old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _sweep(target: Path) -> None:
    """Remove what builds that died have left beside the target; what a living one holds stays."""
    for leftover in target.parent.glob(f"{_escaped(_prefix(target))}*"):
        with suppress(BlockingIOError), _held(leftover):
            shutil.rmtree(leftover, ignore_errors=True)


def _prefix(target: Path) -> str:
    return f".{target.name}.ccdata-new-"


def _old(target: Path) -> Path:
    return target.with_name(f".{target.name}.ccdata-old")


def _escaped(name: str) -> str:
    """Return the name as a pattern that matches itself alone."""
    return "".join(f"[{c}]" if c in "*?[" else c for c in name)


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    """Hold a lock on the folder while the block runs: it says that its writer is alive.

    Raises BlockingIOError where another process holds it.
    """
    if sys.platform == "win32":
        yield
        return
    import fcntl

    number = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(number)


def _umask() -> int:
    """Return the mask of new files; the system tells it only by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _sync(folder: Path) -> None:
    """Bring every file and folder under the folder to the disk."""
    with os.scandir(folder) as entries:
        for entry in entries:
            path = folder / entry.name
            if entry.is_dir(follow_symlinks=False):
                _sync(path)
            else:
                with path.open("rb") as stream:
                    os.fsync(stream.fileno())
    _sync_folder(folder)


def _sync_folder(folder: Path) -> None:
    """Bring a folder's list of names to the disk, where the system lets one."""
    if sys.platform == "win32":
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
