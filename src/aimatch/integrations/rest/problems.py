"""Errors as ``application/problem+json`` (RFC 9457), with the message, the place and the remedy that aimatch gives."""

from __future__ import annotations

import traceback
from http import HTTPStatus
from pathlib import PurePath
from typing import Any

from aimatch.errors import (
    AimatchError,
    LimitExceeded,
    MissingExtra,
    ProfileError,
    ReadError,
    UnknownFlag,
    UnsupportedFormat,
)
from aimatch.outputs.json import dumps
from aimatch.report import Failure

MEDIA_TYPE = "application/problem+json"


class BadRequest(ReadError):
    """A request that is not made as the service asks for it."""


class NotFound(ReadError):
    """Something of that name does not exist."""


class NotAllowed(ReadError):
    """A method that a path does not take."""


class TooSlow(ReadError):
    """A body that did not arrive in time."""


class Unavailable(ReadError):
    """The service can't take the request now."""


#: The most particular class decides. A limit that a file reaches within (pages, time) is 413 like its size.
STATUS: dict[type, int] = {
    BadRequest: 400,
    NotFound: 404,
    NotAllowed: 405,
    TooSlow: 408,
    LimitExceeded: 413,
    UnsupportedFormat: 415,
    MissingExtra: 415,  # a format that this installation does not read
    ReadError: 422,
    ProfileError: 422,
    UnknownFlag: 422,
    Unavailable: 503,
}


def status_of(error: BaseException) -> int:
    """The status that an error is answered with: 500 for one that is a defect."""
    return next((STATUS[kind] for kind in type(error).__mro__ if kind in STATUS), 500)


def problem(error: BaseException) -> bytes:
    """What is said of an error. Of a defect only its class: its message may hold anything."""
    status = status_of(error)
    if status == 500:
        error = AimatchError(f"an unexpected {type(error).__name__}; the service's log tells where it happened")
    source = error.source if isinstance(error, ReadError) else None
    failure = Failure.of(source or "", error)
    content: dict[str, Any] = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": str(error),
        "error": failure.error,
        "source": source,
        "reason": failure.reason,
        "place": failure.place,
        "remedy": failure.remedy,
    }
    if isinstance(error, (ProfileError, UnknownFlag)):
        content["problems"] = list(error.problems)
    return written(content)


def written(content: Any) -> bytes:
    """JSON as every answer has it. Halves of characters, which a client may send and get quoted, can't be written."""
    return f"{dumps(content, indent=2)}\n".encode("utf-8", "replace")


def place_of(error: BaseException) -> str:
    """Where in the code an error was raised, without what it says: that may be of a resume."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{'/'.join(PurePath(frames[-1].filename).parts[-3:])}:{frames[-1].lineno}" if frames else "an unknown place"
