"""Answers that are written whole before their first byte is sent: what arrives is complete or an error."""

from __future__ import annotations

from collections.abc import Callable
from tempfile import SpooledTemporaryFile
from typing import BinaryIO

from flask import Response, send_file

IN_MEMORY = 4 * 1024 * 1024  # bytes; a longer one waits in a temporary file


def send(write: Callable[[BinaryIO], object], *, media_type: str, name: str) -> Response:
    """What `write` writes, as a file of this name."""
    stream: BinaryIO = SpooledTemporaryFile(max_size=IN_MEMORY)  # type: ignore[assignment]  # noqa: SIM115 - the answer closes it
    try:
        write(stream)
    except BaseException:
        stream.close()
        raise
    stream.seek(0)
    return send_file(stream, mimetype=media_type, as_attachment=True, download_name=name)
