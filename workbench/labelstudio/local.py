"""A Label Studio of our own: installed once, bound to loopback, its data in the state folder."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from workbench.exceptions import LabelStudioUnavailable
from workbench.labelstudio import install
from workbench.labelstudio.credentials import Credentials, load, load_or_create, write_private
from workbench.labelstudio.environment import database_variables, variables
from workbench.labelstudio.lock import locked

HOST = "127.0.0.1"
HANDED_ON = 256  # files that a shell may have open for us; a thousand cost a millisecond
PATIENCE = 240.0  # seconds until a start counts as failed; the first one sets up a database
OUR_START = "another start or stop of this Label Studio is under way, waiting"


@dataclass(frozen=True, slots=True)
class Server:
    """A running server. `started` says that this call started it."""

    url: str
    pid: int
    started: bool
    user: str
    token: str = field(repr=False)
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Status:
    running: bool
    installed: bool
    url: str | None = None
    pid: int | None = None


@dataclass(frozen=True, slots=True)
class _Home:
    """Where everything lies in a state folder."""

    folder: Path

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def log(self) -> Path:
        return self.folder / "server.log"

    @property
    def record(self) -> Path:
        return self.folder / "server.json"

    @property
    def credentials(self) -> Path:
        return self.folder / "credentials.json"

    @property
    def lock(self) -> Path:
        return self.folder / "start.lock"

    @property
    def set_up(self) -> Path:
        """Says that the first start went through; without it the data are the rest of one that broke."""
        return self.folder / "set-up"


def start(
    state: Path,
    *,
    tools: Path | None = None,
    database: str = "",
    say: Callable[[str], None] = print,
) -> Server:
    """Installs, starts and awaits the server of this state folder, or returns the one that runs.

    Bound to loopback, on the port it had before where that is free. `database` is the URL of an empty
    PostgreSQL database, or of the one it had before; without it, an SQLite file in the state folder. Raises
    InvalidData where that URL is not one of PostgreSQL, LabelStudioUnavailable with the end of its log where
    it does not come up.
    """
    where = database_variables(database)
    home = _home(state)
    home.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with locked(home.lock, say, OUR_START):
        credentials = load_or_create(home.credentials)
        process, port = _running(home)
        fresh = process is None
        if process is None:
            program = install.install(_tools(state, tools), say)
            if not home.set_up.exists():
                shutil.rmtree(home.data, ignore_errors=True)
            home.data.mkdir(exist_ok=True)
            port = _free_port(port)
            process = _spawn(home, program, port, variables(home.data, credentials) | where)
        url = f"http://{HOST}:{port}"
        _await(home, process, url, credentials, say)
        home.set_up.touch()
        return Server(url, process.pid, fresh, credentials.user, credentials.token, credentials.password)


def stop(state: Path, *, say: Callable[[str], None] = print) -> bool:
    """Ends the server and all its processes; False where none was running."""
    home = _home(state)
    if not home.folder.is_dir():
        return False
    with locked(home.lock, say, OUR_START):
        process, _ = _running(home)
        if process is None:
            return False
        _end(process)
        return True


def status(state: Path, *, tools: Path | None = None) -> Status:
    home = _home(state)
    process, port = _running(home)
    installed = install.binary(_tools(state, tools)) is not None
    if process is None:
        return Status(False, installed)
    return Status(True, installed, f"http://{HOST}:{port}", process.pid)


def credentials_of(state: Path) -> Credentials | None:
    """Who may enter the server of this state folder; None before its first start."""
    return load(_home(state).credentials)


def credentials_file(state: Path) -> Path:
    """Where a person finds user and password; readable by its owner alone."""
    return _home(state).credentials


def _home(state: Path) -> _Home:
    return _Home(state.resolve() / "label-studio")


def _tools(state: Path, tools: Path | None) -> Path:
    return tools or _home(state).folder / "tools"


def _running(home: _Home) -> tuple[psutil.Process | None, int | None]:
    """The process that our record names and the port it had; None unless it is the very one we started.

    A process id may have been given to another since: its creation time and its command line tell.
    """
    try:
        record = json.loads(home.record.read_text("utf-8"))
        pid, created, port = int(record["pid"]), float(record["created"]), int(record["port"])
    except (OSError, ValueError, KeyError, TypeError):
        return None, None
    try:
        process = psutil.Process(pid)
        alive = process.status() != psutil.STATUS_ZOMBIE and abs(process.create_time() - created) < 2
        ours = alive and str(port) in process.cmdline()
    except (psutil.Error, ValueError, OverflowError):  # a number that no process has
        ours = False
    return (process if ours else None), port


def _free_port(before: int | None) -> int:
    """The port of the last time, so that links keep working, or any other free one."""
    for port in (before or 0, 0):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HOST, port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise LabelStudioUnavailable("no free port on the loopback address for Label Studio")


def _spawn(home: _Home, program: Path, port: int, environment: dict[str, str]) -> psutil.Process:
    """Starts the server as the leader of a session of its own, so that it outlives us and ends as a whole."""
    arguments = [str(program), "start", "--no-browser", "--port", str(port), "--internal-host", HOST]
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    pid = os.posix_spawn(
        program,
        arguments,
        environment,
        file_actions=[
            (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
            (os.POSIX_SPAWN_OPEN, 1, str(home.log), flags, 0o600),
            (os.POSIX_SPAWN_DUP2, 1, 2),
            *((os.POSIX_SPAWN_CLOSE, number) for number in _handed_on()),
        ],
        setsid=True,
    )
    process = psutil.Process(pid)
    write_private(home.record, json.dumps({"pid": pid, "created": process.create_time(), "port": port}))
    return process


def _handed_on() -> Iterator[int]:
    """Files of whoever started us that a child would keep open: a lock would then be held as long as it
    runs."""
    for number in range(3, HANDED_ON):
        with suppress(OSError):  # not open
            if os.get_inheritable(number):
                yield number


def _await(
    home: _Home, process: psutil.Process, url: str, credentials: Credentials, say: Callable[[str], None]
) -> None:
    began = told = time.monotonic()
    say(
        f"waiting for Label Studio at {url}"
        + ("" if home.set_up.exists() else " (the first time takes longer)")
    )
    while not (accepted := _accepts(url, credentials)):
        now = time.monotonic()
        if accepted is False:
            _end(process)
            raise LabelStudioUnavailable(
                f"what answers at {url} does not accept the token in {home.credentials}. Either another "
                "program took that port (start again), or legacy tokens were switched off in its settings"
            )
        if not process.is_running() or process.status() == psutil.STATUS_ZOMBIE:
            raise LabelStudioUnavailable(f"Label Studio ended while starting. {_last_words(home)}")
        if now - began > PATIENCE:
            _end(process)
            raise LabelStudioUnavailable(
                f"Label Studio did not answer within {PATIENCE:.0f} s. {_last_words(home)}"
            )
        if now - told >= install.TELL_EVERY:
            told = now
            say(f"… still waiting for Label Studio ({now - began:.0f} s)")
        time.sleep(0.2)


def _accepts(url: str, credentials: Credentials) -> bool | None:
    """Does our server answer there, or whoever else took the port? None while nobody says either."""
    import httpx

    try:
        with httpx.Client(base_url=url, timeout=10, trust_env=False) as http:
            if http.get("/health").status_code != 200:
                return None
            me = http.get("/api/current-user/whoami", headers={"Authorization": f"Token {credentials.token}"})
            if me.status_code >= 500:
                return None
            return me.status_code == 200 and me.json().get("email") == credentials.user
    except httpx.HTTPError:
        return None
    except (ValueError, AttributeError):
        return False


def _last_words(home: _Home) -> str:
    return f"The end of its log ({home.log}):\n{install.tail(home.log)}"


def _end(process: psutil.Process) -> None:
    """The whole group: politely, then by force."""
    members = [process, *process.children(recursive=True)]
    for order, patience in ((signal.SIGTERM, 10), (signal.SIGKILL, 10)):
        try:
            if os.getpgid(process.pid) == process.pid:
                os.killpg(process.pid, order)
            else:
                process.send_signal(order)
        except (ProcessLookupError, psutil.NoSuchProcess):
            pass
        _, members = psutil.wait_procs(members, timeout=patience)
        if not members:
            return
