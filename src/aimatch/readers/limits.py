"""How much of one file's bytes, pages, characters, time and memory a reader may use before it gives up.

A resume comes from a stranger. Each reader checks these bounds before it does the work they bound, and raises
:class:`~aimatch.errors.LimitExceeded` naming the limit to raise. ``seconds`` and ``memory_mb`` can only be enforced on
a process, so they hold where a file is read in a child process (``isolate=True``, a batch).
"""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds for reading one file. The defaults are some twenty times what the largest honest resume needs.

    Attributes:
        max_bytes: Size of the file as given, in bytes.
        max_pages: Pages of a paged format.
        max_characters: Characters of text that a file may yield, visible and hidden together.
        max_unpacked_bytes: Bytes that all parts read out of one container (DOCX and ODT zip members, PDF streams) may
            unpack to together. Pictures are not unpacked and do not count.
        max_parts: Members of a zip container.
        max_depth: Levels of nested elements, tables, groups or objects.
        max_ratio: Unpacked over packed size of one zip member, counted from one megabyte unpacked.
        seconds: Wall-clock time for one file in a child process.
        memory_mb: Address space of the child process that reads the file, in MiB (POSIX only).
    """

    max_bytes: int = 25_000_000
    max_pages: int = 200
    max_characters: int = 1_000_000
    max_unpacked_bytes: int = 50_000_000
    max_parts: int = 5_000
    max_depth: int = 200
    max_ratio: int = 200
    seconds: float = 30.0
    memory_mb: int = 2_048

    def __post_init__(self) -> None:
        """Refuse a limit that nothing could pass.

        Raises:
            ValueError: A limit is zero or less.
            TypeError: A limit is no number.
        """
        for field in fields(self):
            value = getattr(self, field.name)
            if not isinstance(value, (int, float)):
                raise TypeError(f"Limits.{field.name} is a number, not {value!r}")
        wrong = [field.name for field in fields(self) if not getattr(self, field.name) > 0]
        if wrong:
            raise ValueError(f"Limits must be positive: {', '.join(wrong)}")
