"""What a request asks, from its body: a form with a file, or JSON. Runs in a child process.

A name that a request gives is looked up among the shipped profiles, and never in the file system; text is never taken for
the name of a file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any, NoReturn

from aimatch.errors import UnsupportedFormat
from aimatch.integrations.rest.problems import BadRequest, NotFound
from aimatch.profile import profile_names
from aimatch.readers.naming import readable

FORM, JSON = "multipart/form-data", "application/json"
RESUME = ("file", "text", "json_resume")
SCORE = (*RESUME, "profile", "as_of", "posting", "flags_off")
POSTING = ("posting",)

_DEFAULT_PROFILE = "ai-engineer"
_SEVERAL = frozenset({"flags_off"})


class Upload(BytesIO):
    """A file of a form: its bytes, and the name that its reader goes by."""

    def __init__(self, data: bytes, name: str | None) -> None:
        super().__init__(data)
        self.name = name


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a request says. Of ``file``, ``text`` and ``json_resume`` one is given where a resume is asked for."""

    file: Upload | None = None
    text: str | None = None
    json_resume: Mapping[str, Any] | None = None
    profile: str | Mapping[str, Any] = _DEFAULT_PROFILE
    as_of: date | None = None
    posting: Upload | bytes | Mapping[str, Any] | None = None
    flags_off: tuple[str, ...] = ()


def kind_of(content_type: str) -> str:
    """``FORM`` or ``JSON``.

    Raises:
        UnsupportedFormat: The body is neither.
    """
    kind = content_type.partition(";")[0].strip().lower()
    if kind in (FORM, JSON):
        return kind
    raise UnsupportedFormat(
        f"the body is {readable(kind) or 'of no type'}", remedy=f"send {FORM} with a file, or {JSON}"
    )


def parse(content_type: str, body: bytes, fields: Collection[str]) -> Asked:
    """Read a body that may hold these fields.

    Raises:
        BadRequest: It is malformed, lacks what is needed, or holds something else.
        NotFound: There is no profile of that name.
        UnsupportedFormat: It is neither a form nor JSON.
    """
    given = _form(content_type, body) if kind_of(content_type) == FORM else _json_object(body)
    for name in given:
        if name not in fields:
            _refuse(f"{name!r} is no field of this request", name, f"the fields are {', '.join(fields)}")
    if "file" in fields:
        resumes = [name for name in RESUME if name in given]
        if len(resumes) != 1:
            said = f"gives {' and '.join(resumes)}, which are several resumes" if resumes else "gives no resume"
            _refuse(f"the request {said}", "", f"give one of {', '.join(RESUME)}")
    elif "posting" not in given:
        _refuse("the request gives no posting", "posting", "give it as text, as a file, or as a JobPosting object")
    return Asked(
        file=_upload(given["file"]) if "file" in given else None,
        text=_string("text", given["text"]) if "text" in given else None,
        json_resume=_object("json_resume", given["json_resume"]) if "json_resume" in given else None,
        profile=_profile(given.get("profile", _DEFAULT_PROFILE)),
        as_of=_day(given["as_of"]) if "as_of" in given else None,
        posting=_posting(given["posting"]) if "posting" in given else None,
        flags_off=_strings("flags_off", given.get("flags_off", [])),
    )


def _refuse(reason: str, place: str, remedy: str | None = None) -> NoReturn:
    raise BadRequest(reason, place=place or None, remedy=remedy)


# ---------------------------------------------------------------------------------------------------- the two kinds
def _json_object(body: bytes) -> dict[str, Any]:
    try:
        content = json.loads(body, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        said = error.msg if isinstance(error, json.JSONDecodeError) else "it nests too deeply or is not in UTF-8"
        raise BadRequest(f"the body is no JSON: {said}") from None
    if not isinstance(content, dict):
        _refuse("the body is no JSON object", "", 'send an object such as {"text": "..."}')
    # null is what many clients write for "not given".
    return {name: value for name, value in content.items() if value is not None}


def _no_number(name: str) -> NoReturn:
    raise json.JSONDecodeError(f"{name} is no number of JSON", "", 0)


def _form(content_type: str, body: bytes) -> dict[str, Any]:
    from python_multipart import FormParser
    from python_multipart.exceptions import FormParserError
    from python_multipart.multipart import Field, File, parse_options_header

    given: dict[str, Any] = {}
    ended = []

    def add(name: bytes | None, value: object) -> None:
        field = (name or b"").decode("utf-8", "replace")
        if field in _SEVERAL:
            given.setdefault(field, []).append(value)
        elif given.setdefault(field, value) is not value:
            _refuse(f"{field!r} is given twice", field)

    def on_field(field: Field) -> None:
        add(field.field_name, field.value or b"")

    def on_file(file: File) -> None:
        file.file_object.seek(0)
        add(file.field_name, Upload(file.file_object.read(), _base_name(file.file_name or b"")))

    try:
        parser = FormParser(
            FORM,
            on_field,
            on_file,
            on_end=lambda: ended.append(True),
            boundary=parse_options_header(content_type)[1].get(b"boundary"),
            config={"MAX_MEMORY_FILE_SIZE": len(body) + 1},  # nothing goes to the disk
        )
        parser.write(body)
        parser.finalize()
    except FormParserError:
        raise BadRequest("the body is no multipart/form-data, or its boundary is missing") from None
    if not ended:
        _refuse("the form ends in the middle", "", "send it again")
    return given


def _base_name(name: bytes) -> str | None:
    # Some clients send the whole path, with the separators of their system.
    return readable(re.split(r"[/\\]", name.decode("utf-8", "surrogateescape"))[-1]) or None


# ------------------------------------------------------------------------------------------------------- the fields
def _upload(value: object) -> Upload:
    if isinstance(value, bytes):
        return Upload(value, None)
    if isinstance(value, Upload):
        return value
    _refuse("file is no file", "file", f"send it as a part of {FORM}")


def _string(name: str, value: object) -> str:
    if isinstance(value, (bytes, Upload)):
        data = value if isinstance(value, bytes) else value.read()
        try:
            return data.decode()
        except UnicodeDecodeError:
            _refuse(f"{name} is not in UTF-8", name)
    if not isinstance(value, str):
        _refuse(f"{name} is no text", name)
    return value


def _strings(name: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        _refuse(f"{name} is no list", name)
    return tuple(_string(name, one) for one in value)


def _object(name: str, value: object) -> Mapping[str, Any]:
    if isinstance(value, (bytes, Upload)):
        try:
            value = json.loads(_string(name, value), parse_constant=_no_number)
        except (ValueError, RecursionError):
            _refuse(f"{name} is no JSON", name)
    if not isinstance(value, dict):
        _refuse(f"{name} is no JSON object", name)
    return value


def _profile(value: object) -> str | Mapping[str, Any]:
    if isinstance(value, dict):
        return value
    name = _string("profile", value)
    if name.lstrip().startswith("{"):
        return _object("profile", name.encode("utf-8", "replace"))
    return known_profile(name)


def known_profile(name: str) -> str:
    """The name of a shipped profile.

    Raises:
        NotFound: It is none.
        BadRequest: It is a text of several lines.
    """
    names = profile_names()
    if "\n" in name:  # the text of a role's file
        _refuse("profile is no name and no JSON", "profile", "give a role as JSON: aimatch profile show FILE --json")
    if name not in names:
        shown = name if len(name) <= 60 else f"{name[:60]}…"
        raise NotFound(
            f"no profile is called {readable(shown)!r}",
            place="profile",
            remedy=f"the profiles are {', '.join(names)}; another one is given as a JSON object",
        )
    return name


def _day(value: object) -> date:
    text = _string("as_of", value)
    try:
        return date.fromisoformat(text)
    except ValueError:
        _refuse("as_of is no day", "as_of", "write one as 2026-11-30")


def _posting(value: object) -> Upload | bytes | Mapping[str, Any]:
    if isinstance(value, (Upload, bytes, dict)):
        return value
    # As bytes it never names a file.
    return _string("posting", value).encode("utf-8", "replace")
