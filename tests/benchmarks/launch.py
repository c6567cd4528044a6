"""Starts the command given as arguments, and prints exit code, seconds, peak memory in kB, CPU seconds.

A process of its own, and a small one: a child's peak counts what its parent held when it was started.
"""

import os
import sys
import time

quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
began = time.perf_counter()
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=quiet)
_, status, usage = os.wait4(child, 0)
seconds = time.perf_counter() - began
kilobytes = usage.ru_maxrss // (1024 if sys.platform == "darwin" else 1)
print(os.waitstatus_to_exitcode(status), seconds, kilobytes, usage.ru_utime + usage.ru_stime)
