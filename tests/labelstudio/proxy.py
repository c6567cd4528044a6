"""A proxy in front of the real server that loses things on the way, as networks and locked databases do."""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from enum import Enum, auto
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import httpx


class Fault(Enum):
    DROP_REQUEST = auto()  # the server never hears of it
    DROP_ANSWER = auto()  # the server does it, the client never hears of that
    DELAY = auto()  # the server does it, the answer comes when the client has gone
    CUT = auto()  # the answer ends in mid-body
    ANSWER_500 = auto()  # the server does it and says that it failed
    ANSWER_502 = auto()  # the server never hears of it
    ANSWER_429 = auto()  # nor here, and asks to be left alone for a moment
    ANSWER_401 = auto()  # nor here: as if the token had run out
    LOSE_PREDICTIONS = auto()  # tasks arrive, predictions do not, and the answer is 201
    KILL_BEFORE = auto()  # our process dies before the request is passed on, which it is not
    KILL_DURING = auto()  # our process dies, and the server does it all the same, a little later
    KILL_AFTER = auto()  # the server has done it when our process dies


KILLS = (Fault.KILL_BEFORE, Fault.KILL_DURING, Fault.KILL_AFTER)
PASSING = tuple(fault for fault in Fault if fault not in (*KILLS, Fault.ANSWER_401, Fault.DELAY))
ANSWERS = {Fault.ANSWER_500: 500, Fault.ANSWER_502: 502, Fault.ANSWER_429: 429, Fault.ANSWER_401: 401}
SLOW = 3.0  # seconds; a client that is to notice waits for less


@dataclass
class Proxy:
    """`faults` are used up one by one on POST requests to an import; all else passes.

    `plan` decides about each request instead; `victim` is the process that a kill ends.
    """

    url: str = ""
    faults: list[Fault] = field(default_factory=list)
    imports: int = 0
    plan: Callable[[str, str], Fault | None] | None = None
    victim: int | None = None

    def next_fault(self, method: str, path: str) -> Fault | None:
        if self.plan is not None:
            return self.plan(method, path)
        if method != "POST" or "/import" not in path:
            return None
        self.imports += 1
        return self.faults.pop(0) if self.faults else None

    def kill(self) -> None:
        if self.victim is not None:
            with suppress(ProcessLookupError):
                os.kill(self.victim, signal.SIGKILL)


@contextmanager
def in_front_of(server: str) -> Iterator[Proxy]:
    proxy = Proxy()
    http = httpx.Client(base_url=server, timeout=60, trust_env=False)

    class Handler(BaseHTTPRequestHandler):
        def handle_any(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length") or 0))
            fault = proxy.next_fault(self.command, self.path)
            if fault in (Fault.KILL_BEFORE, Fault.KILL_DURING):
                proxy.kill()
            if fault in (Fault.DROP_REQUEST, Fault.KILL_BEFORE):
                return self.hang_up()
            if fault in (Fault.ANSWER_502, Fault.ANSWER_429, Fault.ANSWER_401):
                return self.answer(ANSWERS[fault], "text/html", b"<html>no</html>")
            if fault is Fault.LOSE_PREDICTIONS and self.path.split("?")[0].endswith("/import"):
                body = json.dumps([{"data": task["data"]} for task in json.loads(body)]).encode()
            if fault is Fault.KILL_DURING:
                time.sleep(0.2)
            kept = ("authorization", "content-type")
            headers = {name: value for name, value in self.headers.items() if name.lower() in kept}
            answer = http.request(self.command, self.path, content=body, headers=headers)
            if fault is Fault.KILL_AFTER:
                proxy.kill()
            if fault is Fault.DELAY:
                time.sleep(SLOW)
            if fault in (Fault.DROP_ANSWER, Fault.KILL_DURING, Fault.KILL_AFTER):
                return self.hang_up()
            kind = answer.headers.get("content-type", "application/json")
            if fault is Fault.CUT:
                self.answer(answer.status_code, kind, answer.content, cut=True)
                return self.hang_up()
            return self.answer(ANSWERS.get(fault or Fault.CUT, answer.status_code), kind, answer.content)

        def answer(self, status: int, kind: str, content: bytes, *, cut: bool = False) -> None:
            with suppress(OSError):  # the client may have gone
                self.send_response(status)
                self.send_header("content-type", kind)
                self.send_header("content-length", str(len(content)))
                if status == 429:
                    self.send_header("retry-after", "1")
                self.end_headers()
                self.wfile.write(content[: len(content) // 2] if cut else content)

        def hang_up(self) -> None:
            self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:
            """Quiet."""

        do_GET = do_POST = do_PATCH = do_DELETE = handle_any

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            """A client that hung up is what is tested here."""

    with Server(("127.0.0.1", 0), Handler) as listening:
        proxy.url = f"http://127.0.0.1:{listening.server_port}"
        thread = Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield proxy
        finally:
            listening.shutdown()
            thread.join()
            http.close()
