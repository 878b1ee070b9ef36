"""Reading invented text as a resume."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from aimatch.model import Document, Resume
from aimatch.resume import parse


@pytest.fixture(scope="session")
def read() -> Callable[[str], Resume]:
    return lambda text: parse(Document(text=text, format="text", sha256="0" * 64))
