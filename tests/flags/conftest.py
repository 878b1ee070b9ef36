"""What the tests of the flags share: raising one on a text as of one day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

import aimatch
from aimatch.model import Flag


@pytest.fixture
def raised(as_of: date) -> Callable[..., Flag | None]:
    """The flag with an id that a source raises, or ``None`` where it does not."""

    def find(id_: str, source: Any, profile: Any = "ai-engineer") -> Flag | None:
        report = aimatch.score(source, profile, as_of=as_of)
        return next((flag for flag in report.flags if flag.id == id_), None)

    return find
