"""A proxy in front of the real server that loses things on the way, as networks and locked databases do."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum, auto
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import httpx


class Fault(Enum):
    DROP_REQUEST = auto()  # the server never hears of it
    DROP_ANSWER = auto()  # the server does it, the client never hears of that
    ANSWER_500 = auto()  # the server does it and says that it failed
    LOSE_PREDICTIONS = auto()  # tasks arrive, predictions do not, and the answer is 201


@dataclass
class Proxy:
    """`faults` are used up one by one on POST requests to an import; all else passes."""

    url: str = ""
    faults: list[Fault] = field(default_factory=list)
    imports: int = 0

    def next_fault(self, method: str, path: str) -> Fault | None:
        if method != "POST" or "/import" not in path:
            return None
        self.imports += 1
        return self.faults.pop(0) if self.faults else None


@contextmanager
def in_front_of(server: str) -> Iterator[Proxy]:
    proxy = Proxy()
    http = httpx.Client(base_url=server, timeout=60, trust_env=False)

    class Handler(BaseHTTPRequestHandler):
        def handle_any(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length") or 0))
            fault = proxy.next_fault(self.command, self.path)
            if fault is Fault.DROP_REQUEST:
                return self.hang_up()
            if fault is Fault.LOSE_PREDICTIONS:
                body = json.dumps([{"data": task["data"]} for task in json.loads(body)]).encode()
            kept = ("authorization", "content-type")
            headers = {name: value for name, value in self.headers.items() if name.lower() in kept}
            answer = http.request(self.command, self.path, content=body, headers=headers)
            if fault is Fault.DROP_ANSWER:
                return self.hang_up()
            self.send_response(500 if fault is Fault.ANSWER_500 else answer.status_code)
            self.send_header("content-type", answer.headers.get("content-type", "application/json"))
            self.send_header("content-length", str(len(answer.content)))
            self.end_headers()
            self.wfile.write(answer.content)
            return None

        def hang_up(self) -> None:
            self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:
            """Quiet."""

        do_GET = do_POST = do_PATCH = do_DELETE = handle_any

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as listening:
        proxy.url = f"http://127.0.0.1:{listening.server_port}"
        thread = Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield proxy
        finally:
            listening.shutdown()
            thread.join()
            http.close()
