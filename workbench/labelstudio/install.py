"""Installing Label Studio into a folder of its own: it pins hundreds of versions that are not ours."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO

from workbench.exceptions import LabelStudioUnavailable
from workbench.labelstudio.lock import locked

VERSION = "1.23.2"
TAIL_LINES = 15
TELL_EVERY = 5.0  # seconds between two lines about the same wait


def binary(tools: Path) -> Path | None:
    """The installed program, if its installation was finished and still lies where it was made."""
    program = _program(tools)
    try:
        finished = _marker(tools).read_text("utf-8") == str(program)
    except OSError:
        return None
    return program if finished and program.exists() else None


def install(tools: Path, say: Callable[[str], None]) -> Path:
    """The program, installed into the folder if it is not yet there; a half-finished one is made anew.

    Raises LabelStudioUnavailable with the end of what the installer said.
    """
    tools.mkdir(parents=True, exist_ok=True)
    with locked(
        tools / "install.lock", say, "another installation of Label Studio is under way, waiting"
    ) as lock:
        ready = binary(tools)
        if ready is not None:
            return ready
        _marker(tools).unlink(missing_ok=True)
        shutil.rmtree(_folder(tools) / "label-studio", ignore_errors=True)
        say(f"installing Label Studio {VERSION} (once, about 800 MB) into {tools}")
        _run_uv(tools, say, lock)
        program = _program(tools)
        _marker(tools).write_text(str(program), "utf-8")
        return program


def tail(log: Path, lines: int = TAIL_LINES) -> str:
    """The last lines of a log, read from its end however long it is."""
    try:
        with log.open("rb") as file:
            file.seek(max(0, log.stat().st_size - 20_000))
            return "\n".join(file.read().decode("utf-8", "replace").splitlines()[-lines:])
    except OSError:
        return "(no log)"


def _run_uv(tools: Path, say: Callable[[str], None], lock: IO[str]) -> None:
    """The installer holds the lock with us, so that one that outlives us is waited for."""
    from uv import find_uv_bin

    log = tools / "install.log"
    command = [find_uv_bin(), "tool", "install", "--force", "--no-progress"]
    command += ["--python", sys.executable, f"label-studio=={VERSION}"]
    folders = {"UV_TOOL_DIR": str(_folder(tools)), "UV_TOOL_BIN_DIR": str(tools / "bin")}
    began = time.monotonic()
    with log.open("wb") as output:
        process = subprocess.Popen(  # noqa: S603
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            env=os.environ | folders,
            cwd=tools,
            pass_fds=(lock.fileno(),),
        )
        try:
            while True:
                try:
                    code = process.wait(TELL_EVERY)
                    break
                except subprocess.TimeoutExpired:
                    say(f"… still installing Label Studio ({time.monotonic() - began:.0f} s)")
        except BaseException:
            process.kill()
            process.wait()
            raise
    if code != 0 or not _program(tools).exists():
        raise LabelStudioUnavailable(
            f"Label Studio {VERSION} could not be installed into {tools}. The first time this needs the "
            "package registry; try again, or set WORKBENCH_LABEL_STUDIO_URL to a server that is there. "
            f"The installer said:\n{tail(log)}"
        )


def _folder(tools: Path) -> Path:
    return tools.resolve() / "uv-tools"


def _program(tools: Path) -> Path:
    return _folder(tools) / "label-studio" / "bin" / "label-studio"


def _marker(tools: Path) -> Path:
    return tools / f"label-studio-{VERSION}.installed"
