"""Killed at any step between a write and its last message, the server loses no message and delivers none twice."""

import json
import multiprocessing
import random
import shutil
import signal
import socket
from dataclasses import dataclass, field
from email import message_from_bytes
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller

from . import meeting

SEEN = [["NEEDS-ACTION"] * 2, ["ACCEPTED"] * 2, ["NEEDS-ACTION"] * 2, ["DECLINED"] * 2, ["DECLINED"]]
INBOXES = {"alice": ["REPLY"] * 4, "bob": ["CANCEL", "REQUEST", "REQUEST"], "hall": []}
CALENDARS = {"alice": [], "bob": ["CANCELLED"], "hall": ["CANCELLED"]}
MAILS = 3


@dataclass
class Mailbox:
    port: int
    mails: list = field(default_factory=list)

    async def handle_DATA(self, _server, _session, envelope):  # noqa: N802 - a name that aiosmtpd calls
        self.mails.append(message_from_bytes(envelope.content)["Message-ID"])
        return "250 taken"


@pytest.fixture
def mailbox():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        found = Mailbox(listener.getsockname()[1])
    controller = Controller(found, hostname="127.0.0.1", port=found.port)
    controller.start()
    yield found
    controller.stop()


@pytest.fixture
def processes(monkeypatch):
    """Makes processes out of one that has read all modules already."""
    monkeypatch.syspath_prepend(Path(__file__).parents[1])
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([meeting.__name__])

    def run(work, *arguments, **options):
        process = context.Process(target=work, args=arguments, kwargs=options)
        process.start()
        process.join(120)
        return process.exitcode

    return run


@pytest.fixture(params=["sqlite", "postgresql"])
def stores(request):
    """Names the settings of a store: the empty one, or a copy of it."""
    if request.param == "sqlite":
        return SqliteStores()
    return PostgresqlStores(request.getfixturevalue("own_database"))


class SqliteStores:
    """The database lies in the folder that is copied."""

    def empty(self):
        return {}

    def copied(self, _name):
        return {}

    def forget(self, _name):
        pass


class PostgresqlStores:
    def __init__(self, database):
        self._database = database
        self.forget = database.drop

    def empty(self):
        return {"A3DAV_STORAGE__URL": self._database.make("empty")}

    def copied(self, name):
        return {"A3DAV_STORAGE__URL": self._database.make(name, "empty")}


@pytest.fixture
def met(tmp_path, mailbox, processes, stores):
    """Has the meeting, killed at some step, in a store of its own; gives what was told at the end."""
    own = {
        "A3DAV_PLUGINS__SCHEDULING__MAIL__HOST": "127.0.0.1",
        "A3DAV_PLUGINS__SCHEDULING__MAIL__PORT": f"{mailbox.port}",
        "A3DAV_PLUGINS__SCHEDULING__MAIL__SENDER": "calendar@example.org",
        "A3DAV_PLUGINS__SCHEDULING__MAIL__SECURITY": "none",
    }
    empty = tmp_path / "empty"
    assert processes(meeting.prepare, {"A3DAV_SERVER__DATA_DIR": str(empty), **stores.empty()}) == 0

    def run(fatal=0):
        name = f"killed_at_{fatal}"
        folder = tmp_path / name
        shutil.copytree(empty, folder / "data")
        environment = {"A3DAV_SERVER__DATA_DIR": str(folder / "data"), **own, **stores.copied(name)}
        mailbox.mails.clear()
        ended = [processes(meeting.run, environment, folder, fatal)]
        if fatal:
            ended.append(processes(meeting.run, environment, folder, 0, restarted=True))
        told = json.loads((folder / "told").read_text())
        shutil.rmtree(folder)
        stores.forget(name)
        return ended, told

    return run


def judged(told, mails):
    """What is wrong with how it ended."""
    wrong = [f"{number}: {seen}" for number, seen in told["seen"].items() if seen != SEEN[int(number)]]
    expected = {"inboxes": INBOXES, "calendars": CALENDARS, "waiting": 0}
    wrong += [f"{name}: {told[name]}" for name, value in expected.items() if told[name] != value]
    if len(set(mails)) != MAILS or len(mails) - MAILS > told["doubtful"]:
        wrong.append(f"mails: {mails}, {told['doubtful']} of them doubtful")
    return wrong


def test_a_meeting_without_a_kill(met, mailbox):
    ended, told = met()
    assert (ended, judged(told, mailbox.mails), told["doubtful"]) == ([0], [], 0)


@pytest.mark.rfc("6638", "4.1/inbox", "4.2/inbox")
def test_no_message_is_lost_or_delivered_twice(met, mailbox, amount, seed, say):
    _, told = met()
    steps = range(1, told["steps"] + 1)
    chosen = random.Random(seed).sample(steps, min(amount("--torture-kills", 20) // 4, len(steps)))
    wrong = {}
    for number, step in enumerate(chosen):
        ended, told = met(step)
        found = judged(told, mailbox.mails) + [f"ended: {ended}"] * (ended != [-signal.SIGKILL, 0])
        wrong |= {step: found} if found else {}
        say(f"{number + 1} of {len(chosen)} killed, the last one at step {step} of {len(steps)}")
    assert wrong == {}
