"""A file of named arrays, mapped into memory: nothing is read before it is asked for, and no copy of it is made.

The arrays stand one after another; what they are, and for which content they were made, stands at the end with its own
checksum. A file is believed where that end is whole, names the same content and version, and fits the file's size.
"""

import json
import mmap
import os
import struct
from binascii import crc32
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self

import numpy as np
import numpy.typing as npt

from wmc_tui import __version__

_MADE_BY = f"wmc-tui {__version__} large 1"
_MAGIC = b"WMCARRAY"
_END = struct.Struct("<II8s")
_ALIGNMENT = 64
_FORMS = {"L": "Q"}
_CHECKED = 1 << 22
"""Bytes whose checksum is computed at a time."""


class Arrays(Protocol):
    """Named arrays that can be read."""

    def __getitem__(self, name: str) -> npt.NDArray[Any]: ...


class Damaged(Exception):
    """The file is not what was written, or was written for something else."""


class Writer:
    """Writes the file beside its place and moves it there when it is complete."""

    def __init__(self, path: Path, digest: str) -> None:
        self._path = path
        self._partial = path.with_name(f"{path.name}.{os.getpid()}.tmp")
        self._about: dict[str, Any] = {"made_by": _MADE_BY, "made_for": digest, "sections": {}, "notes": {}}

    def __enter__(self) -> Self:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._file = self._partial.open("wb")
        self._file.write(_MAGIC)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            about = json.dumps(self._about).encode()
            self._file.write(about + _END.pack(len(about), crc32(about), _MAGIC))
            self._file.flush()
            os.fsync(self._file.fileno())
        self._file.close()
        if kind is None:
            self._partial.replace(self._path)
        else:
            with suppress(OSError):
                self._partial.unlink()

    def __getitem__(self, name: str) -> npt.NDArray[Any]:
        """An array that was added before."""
        dtype, start, count, _ = self._about["sections"][name]
        self._file.flush()
        return np.memmap(self._partial, dtype, "r", start, (count,)) if count else np.empty(0, dtype)

    def note(self, name: str, value: Any) -> None:
        """Keep something small: whatever JSON can hold."""
        self._about["notes"][name] = value

    def add(self, name: str, array: npt.NDArray[Any]) -> None:
        """Append an array of one dimension."""
        self.stream(name, array.dtype.str, (np.ascontiguousarray(array).data.cast("B"),))

    def stream(self, name: str, dtype: str, parts: Iterable[bytes | memoryview]) -> None:
        """Append an array that is given as the bytes of its parts."""
        self._file.write(bytes(-self._file.tell() % _ALIGNMENT))
        start, check = self._file.tell(), 0
        for part in parts:
            self._file.write(part)
            check = crc32(part, check)
        count = (self._file.tell() - start) // np.dtype(dtype).itemsize
        self._about["sections"][name] = [dtype, start, count, check]


class Sections:
    """The arrays of a file, mapped. Raises Damaged where the file is not to be believed, OSError where it is none."""

    def __init__(self, path: Path, digest: str) -> None:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size < len(_MAGIC) + _END.size:
                raise Damaged(f"{path} is too short")
            self._mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        length, check, magic = _END.unpack_from(self._mapped, size - _END.size)
        start = size - _END.size - length
        if magic != _MAGIC or self._mapped[: len(_MAGIC)] != _MAGIC or start < len(_MAGIC):
            raise Damaged(f"{path} has no end of ours")
        about = self._mapped[start : start + length]
        if crc32(about) != check:
            raise Damaged(f"the description in {path} has changed")
        described = json.loads(about)
        if (described["made_by"], described["made_for"]) != (_MADE_BY, digest):
            raise Damaged(f"{path} was made for something else")
        self._described: dict[str, tuple[str, int, int, int]] = described["sections"]
        self.notes: dict[str, Any] = described["notes"]
        """What was kept with `note`."""

    def __getitem__(self, name: str) -> npt.NDArray[Any]:
        """An array, as a view of the file."""
        dtype, start, count, _ = self._described[name]
        return np.frombuffer(self._mapped, dtype, count, start)

    def check(self) -> None:
        """Read everything and compare it with its checksums. Raises Damaged."""
        for name, (_, _, _, expected) in self._described.items():
            raw, found = plain(self[name]).cast("B"), 0
            for start in range(0, len(raw), _CHECKED):
                found = crc32(raw[start : start + _CHECKED], found)
            if found != expected:
                raise Damaged(f"section {name} has changed")


def plain(array: npt.NDArray[Any]) -> memoryview:
    """The same numbers, to be taken one by one: as Python's own and faster than from an array."""
    form = array.dtype.char if array.dtype.itemsize > 1 else "B"
    numbers: memoryview = array.data.cast("B").cast(_FORMS.get(form, form))  # type: ignore[call-overload]
    return numbers
