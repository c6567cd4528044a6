from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.exceptions import LabelStudioUnavailable
from workbench.labelstudio import install

INSTALL = (
    "import sys, pathlib; from workbench.labelstudio.install import install; "
    "install(pathlib.Path(sys.argv[1]), print)"
)


@pytest.fixture
def tools(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "tools"
    shutil.rmtree(tmp_path / "tools", ignore_errors=True)  # 800 MB that pytest would keep for three runs


def test_an_installation_killed_in_the_middle_is_made_anew(tools: Path) -> None:
    first = subprocess.Popen([sys.executable, "-c", INSTALL, str(tools)], stdout=subprocess.DEVNULL)
    deadline = time.monotonic() + 60
    while not (tools / "uv-tools" / "label-studio").exists() and first.poll() is None:
        assert time.monotonic() < deadline
        time.sleep(0.02)
    first.send_signal(signal.SIGKILL)
    first.wait()
    assert install.binary(tools) is None
    try:
        program = install.install(tools, print)
    except LabelStudioUnavailable as error:
        if "error sending request" in error.message or "network was disabled" in error.message.lower():
            pytest.skip("the package registry cannot be reached")
        raise
    answer = subprocess.run([program, "--help"], capture_output=True, check=False, text=True)
    assert "label-studio" in answer.stdout
    assert install.binary(tools) == program
    told: list[str] = []
    assert install.install(tools, told.append) == program
    assert told == [], "what is there is not installed again"


def test_one_that_was_moved_or_never_finished_does_not_count(tools: Path) -> None:
    program = tools / "uv-tools" / "label-studio" / "bin" / "label-studio"
    marker = tools / f"label-studio-{install.VERSION}.installed"
    assert install.binary(tools) is None
    program.parent.mkdir(parents=True)
    program.touch()
    assert install.binary(tools) is None
    marker.write_text("/somewhere/else/bin/label-studio")
    assert install.binary(tools) is None
    marker.write_text(str(program.resolve()))
    assert install.binary(tools) == program.resolve()
    program.unlink()
    assert install.binary(tools) is None


def test_an_installation_that_fails_says_why_and_what_to_do(
    tools: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(install, "VERSION", "0.0.0.dev1")
    monkeypatch.setenv("UV_OFFLINE", "1")
    with pytest.raises(LabelStudioUnavailable, match="could not be installed") as caught:
        install.install(tools, print)
    assert "label-studio==0.0.0.dev1" in caught.value.message
    assert "WORKBENCH_LABEL_STUDIO_URL" in caught.value.message


def test_the_tail_of_a_log(tmp_path: Path) -> None:
    log = tmp_path / "log"
    assert install.tail(log) == "(no log)"
    log.write_bytes(b"x" * 50_000 + b"\nlast \xff line\n")
    assert install.tail(log, lines=1) == "last � line"
