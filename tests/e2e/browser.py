"""Chromium, driven over a pipe by its DevTools protocol."""

from __future__ import annotations

import json
import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

OPTIONS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--remote-debugging-pipe",
)  # fmt: skip
PATIENCE_SECONDS = 60
PAUSE_SECONDS = 0.05


class Page:
    """A tab that signs in when it is asked to, and keeps what the browser complains about."""

    def __init__(self, sent: int, told: int, name: str, password: str) -> None:
        self._sent, self._told, self._rest = sent, told, b""
        self._number, self._session = 0, ""
        self._credentials = {"response": "ProvideCredentials", "username": name, "password": password}
        self.complaints: list[str] = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self.call(f"{domain}.enable")
        self.call("Fetch.enable", handleAuthRequests=True)

    def call(self, method: str, **parameters: object) -> dict[str, Any]:
        number = self._send(method, parameters)
        while (message := self._message()).get("id") != number:
            self._heard(message)
        assert "error" not in message, message
        result: dict[str, Any] = message["result"]
        return result

    def value(self, expression: str) -> Any:
        told = self.call("Runtime.evaluate", expression=expression, returnByValue=True)
        assert "exceptionDetails" not in told, told
        return told["result"].get("value")

    def wait_for(self, expression: str) -> Any:
        """The first value of it that is true."""
        end = time.monotonic() + PATIENCE_SECONDS
        while not (value := self.value(expression)):
            assert time.monotonic() < end, f"{expression} stays {value!r}; {self.complaints}"
            time.sleep(PAUSE_SECONDS)
        return value

    def open(self, url: str) -> None:
        self.call("Page.navigate", url=url)
        self.wait_for(f"location.href === {json.dumps(url)} && document.readyState === 'complete'")

    def type(self, selector: str, text: str) -> None:
        """Replaces what a field holds, by the keyboard."""
        self.value(f"document.querySelector({json.dumps(selector)}).select()")
        self.value(f"document.querySelector({json.dumps(selector)}).focus()")
        self.call("Input.insertText", text=text)

    def click(self, selector: str) -> None:
        self.value(f"document.querySelector({json.dumps(selector)}).scrollIntoView()")
        place = self.value(
            f"(({{x, y, width, height}}) => [x + width / 2, y + height / 2])"
            f"(document.querySelector({json.dumps(selector)}).getBoundingClientRect())"
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=place[0], y=place[1], button="left", clickCount=1)

    def _send(self, method: str, parameters: object) -> int:
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._sent, json.dumps(message).encode() + b"\0")
        return self._number

    def _message(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            data = os.read(self._told, 1 << 16)
            assert data, "the browser ended"
            self._rest += data
        message, _, self._rest = self._rest.partition(b"\0")
        result: dict[str, Any] = json.loads(message)
        return result

    def _heard(self, message: dict[str, Any]) -> None:
        told = message.get("params", {})
        match message.get("method"):
            case "Fetch.requestPaused":
                self._send("Fetch.continueRequest", {"requestId": told["requestId"]})
            case "Fetch.authRequired":
                response = self._credentials
                self._send(
                    "Fetch.continueWithAuth", {"requestId": told["requestId"], "authChallengeResponse": response}
                )
            case "Log.entryAdded":
                self.complaints.append(told["entry"]["text"])
            case "Runtime.exceptionThrown":
                self.complaints.append(told["exceptionDetails"]["text"])


@contextmanager
def browsing(program: str, folder: Path, name: str, password: str) -> Iterator[Page]:
    """A new browser that knows nobody; it reads from descriptor 3 and answers on 4."""
    sent_here, sent = os.pipe()
    told, told_there = os.pipe()
    command = [program, *OPTIONS, f"--user-data-dir={folder}"]
    pipes = 'in=$1; out=$2; shift 2; exec "$@" 3<&"$in" 4>&"$out"'
    process = subprocess.Popen(
        ["bash", "-c", pipes, "bash", str(sent_here), str(told_there), *command],
        pass_fds=(sent_here, told_there), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(sent_here)
    os.close(told_there)
    try:
        yield Page(sent, told, name, password)
    finally:
        process.kill()
        process.wait()
        os.close(sent)
        os.close(told)
