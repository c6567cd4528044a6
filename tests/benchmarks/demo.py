"""How long the demo takes once it is set up."""

from __future__ import annotations

from pathlib import Path

from tests.benchmarks.line import Line
from tests.benchmarks.peers import FOLDER
from tests.benchmarks.process import ROOT, WORKBENCH, run

TOOLS = ROOT / ".workbench" / "tests" / "tools"  # the tests' Label Studio, where it is installed already


def demo() -> list[Line]:
    """The second run of the demo, from the start of Label Studio to the export."""
    tools = {"WORKBENCH_TOOLS": str(TOOLS)} if TOOLS.is_dir() else {}
    command: list[str | Path] = [WORKBENCH, "demo", "--once", "--state", FOLDER / "demo"]
    run(command, tools)
    second = run(command, tools)
    return [Line("`make demo ONCE=1`, second run", f"{second.seconds:.0f} s", "floor 40 s")]
