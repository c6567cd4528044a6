"""Starts the command given as arguments, and prints exit code, seconds, peak memory in kB, CPU seconds.

A process of its own, and a small one, without pathlib: a child's peak counts what its parent held when it was
started. Where the command starts others, the peak is that of all together, looked at ten times a second.
"""

import os
import sys
import threading
import time


def held(process: int) -> int:
    """Resident kB of a process and all that it started; nothing where that cannot be seen."""
    try:
        with open(f"/proc/{process}/status", "rb") as stream:  # noqa: PTH123
            own = sum(int(line.split()[1]) for line in stream if line.startswith(b"VmRSS:"))
        children: list[bytes] = []
        for task in os.listdir(f"/proc/{process}/task"):  # noqa: PTH208
            with open(f"/proc/{process}/task/{task}/children", "rb") as stream:  # noqa: PTH123
                children += stream.read().split()
    except (OSError, ValueError):
        return 0
    return own + sum(held(int(child)) for child in children)


def watch(process: int, ended: threading.Event, peaks: list[int]) -> None:
    while not ended.wait(0.1):
        peaks.append(max(peaks.pop(), held(process)))


quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
began = time.perf_counter()
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=quiet)
ended, peaks = threading.Event(), [0]
threading.Thread(target=watch, args=(child, ended, peaks), daemon=True).start()
_, status, usage = os.wait4(child, 0)
seconds = time.perf_counter() - began
ended.set()
kilobytes = max(usage.ru_maxrss // (1024 if sys.platform == "darwin" else 1), *peaks)
print(os.waitstatus_to_exitcode(status), seconds, kilobytes, usage.ru_utime + usage.ru_stime)
