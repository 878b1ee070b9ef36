"""Opens the zip containers of DOCX and ODT and the XML in them, trusting neither.

Nothing is ever written to disk, so a member named ``../../etc/passwd`` is only a name no one asks for. Entities are
never resolved, no DTD and no network is used: a document type declaration at all is an error, since neither format
needs one.
"""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

from aimatch.errors import EncryptedFile, LimitExceeded, ReadError
from aimatch.readers.limits import Limits

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_CHUNK = 1 << 16
_RATIO_FREE = 1_000_000
_ENCRYPTED_FLAG = 0x1
_SAVE_AGAIN = "open it in the program that made it and save it again, or export it as PDF"


class Archive:
    """A zip container, its members read one by one within ``limits``.

    Raises:
        ReadError: The container is damaged.
        LimitExceeded: It has more members than ``max_parts``.
    """

    def __init__(self, data: bytes, *, name: str | None, limits: Limits) -> None:
        self.name = name
        self._limits = limits
        self._left = limits.max_unpacked_bytes
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            members = self._zip.infolist()
        except (zipfile.BadZipFile, struct.error, EOFError, RuntimeError, ValueError, OSError) as error:
            raise ReadError("is a damaged zip container", source=name, remedy=_SAVE_AGAIN) from error
        if len(members) > limits.max_parts:
            raise LimitExceeded(
                f"has {len(members):,} parts, more than {limits.max_parts:,}",
                source=name,
                remedy="raise Limits.max_parts if this is a resume",
            )
        self._members = {member.filename: member for member in members}

    def __contains__(self, part: str) -> bool:
        """Whether the container has a member of exactly this name."""
        return part in self._members

    def read(self, part: str) -> bytes:
        """The unpacked bytes of one member.

        Raises:
            KeyError: There is no such member.
            EncryptedFile: The member needs a password.
            LimitExceeded: It unpacks to more than what is left of ``max_unpacked_bytes``, or beyond ``max_ratio``.
            ReadError: Its data are damaged.
        """
        member = self._members[part]
        if member.flag_bits & _ENCRYPTED_FLAG:
            raise EncryptedFile(
                "is protected by a password", source=self.name, place=part, remedy="save it without a password"
            )
        unpacked = bytearray()
        try:
            with self._zip.open(member) as stream:
                while chunk := stream.read(_CHUNK):
                    unpacked += chunk
                    self._check(part, len(unpacked), member.compress_size)
        except (zipfile.BadZipFile, zlib.error, struct.error, EOFError, RuntimeError, ValueError, OSError) as error:
            raise ReadError("is damaged", source=self.name, place=part, remedy=_SAVE_AGAIN) from error
        self._left -= len(unpacked)
        return bytes(unpacked)

    def _check(self, part: str, unpacked: int, packed: int) -> None:
        if unpacked > self._left:
            raise LimitExceeded(
                f"unpacks to more than {self._limits.max_unpacked_bytes:,} bytes",
                source=self.name,
                place=part,
                remedy="raise Limits.max_unpacked_bytes if this is a resume",
            )
        if unpacked > _RATIO_FREE and unpacked > packed * self._limits.max_ratio:
            raise LimitExceeded(
                f"unpacks to more than {self._limits.max_ratio} times its size, as a zip bomb does",
                source=self.name,
                place=part,
                remedy="raise Limits.max_ratio if this is a resume",
            )

    def xml(self, part: str) -> Element:
        """The root element of an XML member.

        Raises:
            KeyError: There is no such member.
            ReadError: The member can't be unpacked or is not well-formed XML.
        """
        return parse_xml(self.read(part), name=self.name, place=part)


# Word's "strict" files differ from all others in these prefixes of their namespaces alone.
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)


def parse_xml(data: bytes, *, name: str | None, place: str) -> Element:
    """The root element of an XML document from a stranger.

    Raises:
        LimitExceeded: Elements are nested deeper than the parser allows (256).
        ReadError: It is not well-formed, or declares a document type.
    """
    from lxml import etree

    if b"http://purl.oclc.org/ooxml/" in data:
        for strict, common in _STRICT:
            data = data.replace(strict, common)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        remove_blank_text=False,
    )
    declares_type = ReadError(
        "declares a document type, which no word processor writes", source=name, place=place, remedy=_SAVE_AGAIN
    )
    if b"<!DOCTYPE" in data or "<!DOCTYPE".encode("utf-16-le") in data or "<!DOCTYPE".encode("utf-16-be") in data:
        raise declares_type
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if "depth" in str(error) or "huge" in str(error).lower():
            raise LimitExceeded(
                "nests its elements too deeply or in too large pieces", source=name, place=place, remedy=_SAVE_AGAIN
            ) from error
        line = f"{place}, line {error.lineno}" if error.lineno else place
        raise ReadError("is not well-formed XML", source=name, place=line, remedy=_SAVE_AGAIN) from error
    except (ValueError, LookupError) as error:
        raise ReadError("is not readable as XML", source=name, place=place, remedy=_SAVE_AGAIN) from error
    # A declaration in an encoding that the search above does not see (UTF-7, EBCDIC) is found here.
    if root.getroottree().docinfo.internalDTD is not None:
        raise declares_type
    return root


def resolve(base: str, target: str) -> str:
    """The member that a relationship's ``target`` names, seen from the part ``base``; never outside the container."""
    if target.startswith("/"):
        return posixpath.normpath(target).lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), target)).lstrip("/")
