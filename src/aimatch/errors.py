"""The errors that aimatch raises, as one tree.

::

    AimatchError
    ├── ReadError            a source could not be read; names the file, the place and the remedy
    │   ├── UnsupportedFormat    no reader for this kind of file
    │   ├── EncryptedFile        a password is needed
    │   └── LimitExceeded        a limit on size, pages, time or memory was reached
    ├── MissingExtra         an optional dependency is not installed; says what to install
    ├── TaxonomyError        the skill data is wrong; lists every problem
    ├── ProfileError         a role profile is wrong, or does not fit; lists every problem
    ├── CalibrationError     weights can't be fitted to what was given; lists every problem
    ├── AuditError           tables can't be audited as asked; lists every problem
    ├── UnknownSkill         a name is no skill of the taxonomy; lists every one
    └── UnknownFlag          a name is no flag; lists every one

No exception of a lower library escapes a public function. Built-in ones that a caller sees on purpose:
``FileNotFoundError`` and ``NotADirectoryError`` for a path that leads nowhere or to no folder, ``TypeError`` for an argument
of the wrong type, ``ValueError`` for one out of its range, ``KeyError`` for ``taxonomy[id]`` without such a skill.
"""

from __future__ import annotations

from collections.abc import Iterable

_LONGEST_SHOWN = 60


def shortened(name: object) -> str:
    """A name or path as it stands in a message: a whole text given in its place by mistake with its middle left out."""
    shown = " ".join(str(name).split()) if "\n" in str(name) else str(name)
    half = _LONGEST_SHOWN // 2
    return shown if len(shown) <= 2 * _LONGEST_SHOWN else f"{shown[:half]}…{shown[-half:]}"


class AimatchError(Exception):
    """The root of every error that aimatch raises on purpose."""


class ReadError(AimatchError):
    """A source could not be read.

    Args:
        message: What is wrong, in plain words.
        source: The file's name as the caller gave it, or ``None`` for bytes without a name.
        place: Where in the file (``"page 3"``, ``"word/document.xml"``), when known.
        remedy: What the caller can do about it, when something can be done.
    """

    def __init__(
        self, message: str, *, source: str | None = None, place: str | None = None, remedy: str | None = None
    ) -> None:
        self.message = message
        self.source = source
        self.place = place
        self.remedy = remedy
        where = ", ".join(part for part in (source, place) if part)
        super().__init__(f"{where}: {message}" if where else message)

    def __str__(self) -> str:
        text = super().__str__()
        return f"{text} ({self.remedy})" if self.remedy else text

    def __reduce__(self) -> tuple[object, ...]:
        # Errors cross process borders in a batch; the default pickling loses keyword arguments.
        return (_rebuild_read_error, (type(self), self.message, self.source, self.place, self.remedy))


def _rebuild_read_error(
    kind: type[ReadError], message: str, source: str | None, place: str | None, remedy: str | None
) -> ReadError:
    return kind(message, source=source, place=place, remedy=remedy)


class UnsupportedFormat(ReadError):
    """No reader exists for this kind of file; the remedy names a format to convert to."""


class EncryptedFile(ReadError):
    """The file needs a password (an empty password is tried first)."""


class LimitExceeded(ReadError):
    """A limit on size, pages, time or memory was reached; the remedy names the limit to raise."""


class MissingExtra(AimatchError):
    """An optional dependency is not installed. The message says which extra to install."""

    def __init__(self, feature: str, extra: str) -> None:
        self.feature = feature
        self.extra = extra
        super().__init__(f"{feature} needs an optional dependency: pip install 'aimatch[{extra}]'")

    def __reduce__(self) -> tuple[object, ...]:
        return (type(self), (self.feature, self.extra))


class _ProblemsError(AimatchError):
    """An error that reports every problem found at once, one a line, each beginning with its place."""

    def __init__(self, subject: str, problems: Iterable[str]) -> None:
        self.subject = subject
        self.problems = tuple(problems)
        listed = "".join(f"\n  {problem}" for problem in self.problems)
        super().__init__(f"{subject}: {len(self.problems)} problem{'s' * (len(self.problems) != 1)}{listed}")

    def __reduce__(self) -> tuple[object, ...]:
        return (type(self), (self.subject, self.problems))


class TaxonomyError(_ProblemsError):
    """The taxonomy data is wrong. ``problems`` lists every one, each with its file and place."""


class ProfileError(_ProblemsError):
    """A role profile is wrong. ``problems`` lists every one, each with its place (``requirements[3].weight``)."""


class CalibrationError(_ProblemsError):
    """Weights can't be fitted to the reports and outcomes given. ``problems`` lists why."""


class CalibrationWarning(UserWarning):
    """Weights were fitted to outcomes that can't carry them; a warning, no error."""


class AuditError(_ProblemsError):
    """Tables can't be audited as asked. ``problems`` lists why, each with its table."""


class UnknownSkill(_ProblemsError):
    """A name that was given as a skill is none of the taxonomy. ``problems`` lists every one."""


class UnknownFlag(_ProblemsError):
    """A name that was given as a flag is none. ``problems`` lists every one, each with its place."""
