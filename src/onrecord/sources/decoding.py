"""Bytes as text: UTF-8 unchanged, or the reason why not."""

from __future__ import annotations

from onrecord.sources.origin import NoReportError

UTF16 = (b"\xff\xfe", b"\xfe\xff")
MAGIC = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\x1f\x8b": "compressed (gzip)",
    b"\x89PNG": "a picture (PNG)",
    b"\xff\xd8\xff": "a picture (JPEG)",
    b"GIF8": "a picture (GIF)",
    b"\xd0\xcf\x11\xe0": "an office document",
    b"{\\rtf": "rich text (RTF)",
    b"SQLite format 3\x00": "a database",
    b"\x7fELF": "a program",
}


def utf8(data: bytes) -> str:
    """The bytes decoded, nothing stripped or changed. Raises NoReportError if they are binary, invalid or empty."""
    refuse_binary(data)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise NoReportError(
            f"no valid UTF-8: byte 0x{data[error.start]:02x} at offset {error.start}", "save it as UTF-8"
        ) from None
    if not text.strip("\ufeff \t\r\n\v\f\u00a0"):
        raise NoReportError("empty")
    return text


def refuse_binary(data: bytes) -> None:
    """Raises NoReportError where the bytes are surely no text."""
    for magic, name in MAGIC.items():
        if data.startswith(magic):
            raise NoReportError(f"binary: {name}", "give its text")
    if data.startswith(UTF16):
        raise NoReportError("UTF-16, not UTF-8", "save it as UTF-8")
    at = data.find(b"\0")
    if at >= 0:
        raise NoReportError(f"binary: byte 0x00 at offset {at}")
