"""Lanes of a worker: queues are bounded, costly work leaves the process, failures tell nothing but their number."""

import asyncio
import base64
import importlib
import os
import threading
import traceback
from concurrent.futures import ThreadPoolExecutor

import pytest

from a3dav import hookimpl
from a3dav.door.app import Application
from a3dav.door.bounds import Share
from a3dav.door.cpu import NICENESS, CpuPool
from a3dav.door.driver import MOST_DEAR, Driver
from a3dav.door.lag import Lag
from a3dav.errors import Conflict, ServiceUnavailable
from a3dav.exchange import Response
from a3dav.faults import StoreAway
from a3dav.lanes import Lane, Step, run_here
from a3dav.logs.formats import TextFormatter
from a3dav.registries import Method, Report
from a3dav.testing.application import ask
from a3dav.testing.people import add_person

HOME = "/files/alice/"
HEAVY = b"x" * 100_000


@pytest.fixture
def drive():
    """Gives a function that takes steps through the lanes of one worker."""
    with asyncio.Runner() as runner:
        drivers = []

        def run(house, steps):
            if not drivers:
                cpu = CpuPool(house.settings.async_pool.cpu_processes)
                drivers.append(Driver(house, cpu, Lag(house.slot)))
            return runner.run(drivers[0].drive(steps, read_body=None))

        yield run
        for driver in drivers:
            driver.close()


def one(step):
    return (yield step)


def basic(name, password):
    return {"authorization": "Basic " + base64.b64encode(f"{name}:{password}".encode()).decode()}


class Slow:
    """Holds the writes of one name in their transaction until it is told to go on."""

    def __init__(self):
        self.entered, self.go_on = threading.Event(), threading.Event()

    @hookimpl
    def a3dav_in_transaction(self, write):
        if write.name == "slow":
            self.entered.set()
            assert self.go_on.wait(10)


@pytest.fixture
def slow():
    hook = Slow()
    yield hook
    hook.go_on.set()


@pytest.mark.rfc("9110", "15.6.4", "10.2.3")
def test_a_full_queue_answers_503_and_says_when_to_come_again(make_house, slow):
    house = make_house(async_pool__wait_queue=1)
    alice = add_person(house, "alice")
    house.plugins.register(slow)
    application = Application(house)

    async def scenario():
        await ask(application, alice, "PROPFIND", HOME, depth="0")
        writing = asyncio.create_task(ask(application, alice, "PUT", HOME + "slow", b"1"))
        await asyncio.to_thread(slow.entered.wait, 10)
        refused = await ask(application, alice, "PUT", HOME + "b", b"2")
        stranger = await ask(application, alice, "GET", HOME + "b", **basic("alice", "a guess"))
        slow.go_on.set()
        return refused, stranger, await writing, await ask(application, alice, "PUT", HOME + "b", b"3")

    refused, stranger, written, later = asyncio.run(scenario())
    assert (refused[0], refused[1]["retry-after"]) == (503, "2")
    assert stranger[0] == 401  # what waits for other threads is none of theirs
    assert (written[0], later[0]) == (201, 201)


def test_nothing_of_a_refused_write_is_stored(make_house, slow):
    house = make_house(async_pool__wait_queue=1)
    alice = add_person(house, "alice")
    house.plugins.register(slow)
    application = Application(house)

    async def scenario():
        await ask(application, alice, "PROPFIND", HOME, depth="0")
        writing = asyncio.create_task(ask(application, alice, "PUT", HOME + "slow", b"1"))
        await asyncio.to_thread(slow.entered.wait, 10)
        await ask(application, alice, "PUT", HOME + "b", b"2")
        slow.go_on.set()
        await writing

    asyncio.run(scenario())
    assert alice.get(HOME + "b").status == 404


def test_a_writer_that_waits_keeps_no_reader_waiting(make_house, slow):
    house = make_house()
    alice = add_person(house, "alice")
    alice.put(HOME + "a", b"1")
    house.plugins.register(slow)
    application = Application(house)

    async def scenario():
        writing = asyncio.create_task(ask(application, alice, "PUT", HOME + "slow", b"1"))
        await asyncio.to_thread(slow.entered.wait, 10)
        read = await asyncio.wait_for(ask(application, alice, "GET", HOME + "a"), 5)
        slow.go_on.set()
        return read, await writing

    read, written = asyncio.run(scenario())
    assert (read[0], read[2], written[0]) == (200, b"1", 201)


def test_writers_that_queue_for_an_account_leave_connections_to_readers(make_house, slow):
    house = make_house(storage__pool_size=4)
    alice = add_person(house, "alice")
    alice.put(HOME + "a", b"1")
    house.plugins.register(slow)
    application = Application(house)

    async def scenario():
        await ask(application, alice, "PROPFIND", HOME, depth="0")
        writing = [asyncio.create_task(ask(application, alice, "PUT", HOME + "slow", b"1")) for _ in range(8)]
        await asyncio.to_thread(slow.entered.wait, 10)
        await asyncio.sleep(0.2)
        read = await asyncio.wait_for(ask(application, alice, "GET", HOME + "a"), 5)
        slow.go_on.set()
        return read, await asyncio.gather(*writing)

    read, written = asyncio.run(scenario())
    assert (read[0], read[2]) == (200, b"1")
    assert sorted(answer[0] for answer in written) == [201, *[204] * 7]


def test_a_share_of_threads_is_given_back_when_a_thread_is_free_and_not_when_nobody_waits_any_more():
    go_on = threading.Event()

    async def scenario(threads):
        share = Share(1)
        first = await share.submit(lambda: threads.submit(go_on.wait, 10), None)
        with pytest.raises(StoreAway):
            await share.submit(lambda: threads.submit(int), 0.05)
        go_on.set()
        second = await share.submit(lambda: threads.submit(int), 10)
        return first.result(10), await asyncio.wrap_future(second)

    with ThreadPoolExecutor(2) as threads:
        assert asyncio.run(scenario(threads)) == (True, 0)


def test_dear_work_queues_apart_and_no_longer_than_its_processes_can_bear(make_house):
    house = make_house(async_pool__cpu_processes=2)
    driver = Driver(house, CpuPool(2), Lag(house.board.slot(0)))
    try:
        assert driver.room(Lane.CPU) == 2 * MOST_DEAR
        assert driver.room(Lane.PROOF) == driver.room(Lane.WAIT) == house.settings.async_pool.wait_queue
    finally:
        driver.close()


@pytest.mark.parametrize("name", ["slow", "waiting"])
def test_a_write_that_nobody_waits_for_any_more_stops_no_other(house, alice, slow, name):
    house.plugins.register(slow)
    application = Application(house)

    async def scenario():
        await ask(application, alice, "PROPFIND", HOME, depth="0")
        tasks = {"slow": asyncio.create_task(ask(application, alice, "PUT", HOME + "slow", b"1"))}
        await asyncio.to_thread(slow.entered.wait, 10)
        tasks["waiting"] = asyncio.create_task(ask(application, alice, "PUT", HOME + "waiting", b"2"))
        await asyncio.sleep(0.1)
        tasks[name].cancel()
        slow.go_on.set()
        await asyncio.gather(*tasks.values(), return_exceptions=True)
        return await asyncio.wait_for(ask(application, alice, "PUT", HOME + "next", b"3"), 5)

    assert asyncio.run(scenario())[0] == 201


@pytest.fixture
def house_of_processes(make_house, tmp_path, store_settings, monkeypatch):
    """A house whose settings stand in the environment, as those of a worker do."""
    monkeypatch.setenv("A3DAV_SERVER__DATA_DIR", str(tmp_path / "data"))
    for name, value in store_settings.items():
        monkeypatch.setenv(name, value)
    return make_house()


REFUSING = """
from a3dav.errors import Conflict

def refuse():
    raise Conflict("no", condition="{DAV:}no", content=b"<D:href/>", headers=(("Allow", "GET"),))
"""


@pytest.fixture
def refuse(tmp_path, monkeypatch):
    """A function that other processes can import."""
    (tmp_path / "a3dav_test_refusing.py").write_text(REFUSING)
    monkeypatch.syspath_prepend(str(tmp_path))
    return importlib.import_module("a3dav_test_refusing").refuse


def test_costly_work_runs_behind_everybody_else_in_another_process(house_of_processes, drive):
    nice = drive(house_of_processes, one(Step(Lane.CPU, os.getpriority, (os.PRIO_PROCESS, 0))))
    assert drive(house_of_processes, one(Step(Lane.CPU, os.getpid))) != os.getpid()
    assert nice == min(os.getpriority(os.PRIO_PROCESS, 0) + NICENESS, 19)


def test_a_refusal_in_another_process_arrives_whole(house_of_processes, drive, refuse):
    with pytest.raises(Conflict, match="no") as raised:
        drive(house_of_processes, one(Step(Lane.CPU, refuse)))
    assert raised.value.status == 409
    assert (raised.value.condition, raised.value.content) == ("{DAV:}no", b"<D:href/>")
    assert raised.value.headers == (("Allow", "GET"),)


def test_a_process_that_ends_is_503_for_its_work_and_replaced_for_the_next(house_of_processes, drive):
    with pytest.raises(ServiceUnavailable) as raised:
        drive(house_of_processes, one(Step(Lane.CPU, os._exit, (1,))))
    assert dict(raised.value.headers)["Retry-After"] == "2"
    assert drive(house_of_processes, one(Step(Lane.CPU, os.getpid))) != os.getpid()


def test_costly_work_stays_in_a_worker_without_processes(make_house, drive):
    house = make_house(async_pool__cpu_processes=0)
    assert drive(house, one(Step(Lane.CPU, os.getpid))) == os.getpid()


class Witness:
    """Notes in which process writes are validated."""

    def __init__(self):
        self.names = []

    @hookimpl
    def a3dav_validate_write(self, write):
        self.names.append(write.name)


def test_a_heavy_body_is_judged_in_another_process_and_stored_by_this_one(house_of_processes):
    house, witness = house_of_processes, Witness()
    alice = add_person(house, "alice")
    house.plugins.register(witness)
    application = Application(house)

    async def scenario():
        await ask(application, alice, "PUT", HOME + "light", b"x")
        return await ask(application, alice, "PUT", HOME + "heavy", HEAVY)

    assert asyncio.run(scenario())[0] == 201
    assert witness.names == ["light"]
    assert alice.get(HOME + "heavy").body == HEAVY


def test_a_heavy_body_that_is_refused_in_another_process_says_why(house_of_processes):
    alice = add_person(house_of_processes, "alice")
    application, path = Application(house_of_processes), "/addressbooks/alice/addressbook/a.vcf"
    status, _, body = asyncio.run(ask(application, alice, "PUT", path, HEAVY, **{"content-type": "text/vcard"}))
    assert status == 403
    assert b"valid-address-data" in body
    assert alice.get(path).status == 404


def thread_name():
    return threading.current_thread().name


def test_work_that_waits_leaves_the_thread_of_the_loop(house, drive):
    assert drive(house, one(Step(Lane.WAIT, thread_name))).startswith("wait")


def test_work_for_the_writer_is_one_transaction(house, drive):
    def write_and_fail():
        house.store.engine.execute("INSERT INTO facts (name, value) VALUES (?, ?)", ("toy", "bear"))
        raise Conflict("no")

    with pytest.raises(Conflict):
        drive(house, one(Step(Lane.WRITER, write_and_fail)))
    assert house.store.engine.row("SELECT value FROM facts WHERE name = 'toy'") is None


@pytest.mark.parametrize("lane", [Lane.READ, Lane.WAIT, Lane.WRITER])
def test_what_a_step_raises_is_raised_where_it_was_asked_for(house, drive, lane, refuse):
    def steps():
        try:
            yield Step(lane, refuse)
        except Conflict as error:
            status = error.status
        return (yield Step(lane, int, (status,)))

    assert drive(house, steps()) == run_here(house, steps()) == 409


class Broken:
    @hookimpl
    def a3dav_in_transaction(self, write):
        raise RuntimeError("the secret of the house")


@pytest.fixture
def logged(caplog, monkeypatch):
    monkeypatch.setattr(caplog.handler, "formatter", TextFormatter())
    return caplog


def test_a_failure_tells_the_client_its_number_and_the_log_the_rest(house, alice, logged):
    house.plugins.register(Broken())
    status, headers, body = asyncio.run(ask(Application(house), alice, "PUT", HOME + "a", b"1"))
    assert status == 500
    assert b"secret" not in body
    assert b"Traceback" not in body
    assert headers["x-request-id"].encode() in body
    assert f' error   a request failed method="PUT" path="{HOME}a" request={headers["x-request-id"]}\n' in logged.text
    assert "test_lanes.py" in logged.text
    assert "RuntimeError: (its message may hold private data and is not shown)" in logged.text
    assert alice.get(HOME + "a").status == 404


def test_a_failure_beside_others_leaves_them_alone(house, alice):
    class BrokenForOne:
        @hookimpl
        def a3dav_in_transaction(self, write):
            if write.name == "3":
                raise RuntimeError("no")

    house.plugins.register(BrokenForOne())
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda n: alice.put(f"{HOME}{n}", b"x").status, range(8)))
    assert answers == [201, 201, 201, 500, 201, 201, 201, 201]


class BrokenAfterwards:
    @hookimpl
    def a3dav_request_finished(self, response):
        raise RuntimeError("the secret of the house")


def test_a_plugin_that_fails_after_the_answer_does_not_change_it(house, alice, logged):
    house.plugins.register(BrokenAfterwards())
    assert alice.put(HOME + "a", b"1").status == 201
    assert "the secret of the house" in logged.text


def broken_after(pieces):
    """A method whose answer fails behind that many pieces of 1000 bytes."""

    def stream():
        yield from [b"x" * 1000] * pieces
        raise RuntimeError("the secret of the house")

    return Method("BREAK", lambda exchange: Response(200, stream()), privilege="read")


def test_an_answer_that_fails_before_it_is_sent_is_500(house, alice, logged):
    house.methods.add(broken_after(pieces=10))
    house.methods.settle(house.types.all())
    status, headers, body = asyncio.run(ask(Application(house), alice, "BREAK", HOME))
    assert status == 500
    assert headers["x-request-id"].encode() in body
    assert b"secret" not in body
    told = [record.fields["http.request.id"] for record in logged.records if record.levelname == "ERROR"]
    assert headers["x-request-id"] in told


def test_an_answer_that_fails_on_its_way_is_broken_off_and_logged(house, alice, logged):
    house.methods.add(broken_after(pieces=1000))
    house.methods.settle(house.types.all())
    with pytest.raises(RuntimeError) as raised:
        asyncio.run(ask(Application(house), alice, "BREAK", HOME))
    assert "the answer broke off" in logged.text
    assert "secret" not in "".join(traceback.format_exception(raised.value))


def test_a_refusal_in_the_middle_of_a_small_answer_is_a_refusal(house, alice):
    def stream():
        yield b"<multistatus>"
        raise Conflict("no", condition="{DAV:}no")

    house.methods.add(Method("BREAK", lambda exchange: Response(207, stream()), privilege="read"))
    house.methods.settle(house.types.all())
    answer = alice.request("BREAK", HOME)
    assert (answer.status, answer.condition) == (409, "{DAV:}no")


class Wordy:
    """A report of many pieces that is always answered by another process."""

    @hookimpl
    def a3dav_register_reports(self, registry):
        registry.add(Report("{DAV:}wordy", wordy, cost=lambda exchange, body: 1_000_000))


def wordy(exchange, body):
    count = int(body.text)
    return Response(200, (b"x" * 1000 for _ in range(count)), content_type="text/plain")


@pytest.mark.parametrize("count", [10, 5000])
def test_an_answer_of_the_cpu_lane_is_handed_over_whole_or_in_a_file_that_goes(make_house, count):
    house = make_house(async_pool__cpu_processes=0)  # the same code, in a thread that knows this report
    alice = add_person(house, "alice")
    Wordy().a3dav_register_reports(house.reports)
    house.reports.settle(house.types.all())
    application = Application(house)
    answer = asyncio.run(ask(application, alice, "REPORT", HOME, f"<wordy xmlns='DAV:'>{count}</wordy>".encode()))
    assert (answer[0], answer[2]) == (200, b"x" * 1000 * count)
    assert list(house.store.blobs.spool.iterdir()) == []
