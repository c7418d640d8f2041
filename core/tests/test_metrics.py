"""/metrics: one scrape tells of all processes, to those who may read it, and of nobody by name."""

import logging
import os

import pytest
from prometheus_client.openmetrics.parser import text_string_to_metric_families as parse_openmetrics
from prometheus_client.parser import text_string_to_metric_families as parse

from a3dav import hookimpl
from a3dav.board import Board
from a3dav.builtin.metrics.processes import connections, processes
from a3dav.caches.shared import Shared
from a3dav.errors import Conflict, PluginError
from a3dav.metrics.metric import Asked, Metric
from a3dav.metrics.rows import Rows
from a3dav.metrics.tally import Tally
from a3dav.metrics.timings import BOUNDS, Timings
from a3dav.outbox import deliver_due
from a3dav.registries import Delivery
from a3dav.storage.transaction import Actor
from a3dav.testing.client import Client
from a3dav.testing.people import add_person

TOKEN = "0123456789abcdef-token"
PETS = Metric("pets_total", "counter", "Pets.", {"animal": ("cat", "dog")})
ELSEWHERE = "192.0.2.1"


def samples(text):
    """Numbers by name and labels."""
    return {
        (sample.name, *sorted(sample.labels.items())): sample.value
        for family in parse(text)
        for sample in family.samples
    }


def scraped(client, name, **labels):
    answer = client.get("/metrics", authorization="")
    assert answer.status == 200, answer.text
    return samples(answer.text).get((name, *sorted(labels.items())))


def forked(work):
    """Runs something in a process that then ends."""
    child = os.fork()
    if child == 0:
        work()
        os._exit(0)
    os.waitpid(child, 0)


def metrics_of(house):
    return [entry for entry in house.metric_table.entries if isinstance(entry, Metric)]


def in_a_process(rows, count):
    """A process that counts cats and ends."""
    row = rows.lend()
    forked(lambda: Tally(None, [PETS], row).count("pets_total", "cat", by=count))


def of_all(rows):
    """The numbers of cats that the rows hold together."""
    tally = Tally(None, [PETS], rows.lend())
    place = tally.families[0].place(("cat",))[0]
    return sum(row.numbers[place] for row in rows.in_use(tally.layout))


def test_requests_are_counted_by_method_status_and_kind(alice):
    alice.put("/files/alice/a.txt", "a")
    alice.get("/files/alice/a.txt")
    assert scraped(alice, "a3dav_requests_total", method="GET", status="200", kind="file") == 1


def test_requests_are_timed_by_method(alice):
    alice.propfind("/files/alice/")
    assert scraped(alice, "a3dav_request_duration_seconds_count", method="PROPFIND") == 1


@pytest.mark.parametrize("path", ["/metrics", "/health/live", "/health/ready"])
def test_probes_are_not_counted(alice, path):
    alice.get(path)
    assert scraped(alice, "a3dav_request_duration_seconds_count", method="GET") is None


def test_methods_that_clients_make_up_are_counted_as_one(alice, house):
    for method in ("BREW", "WHEN"):
        alice.request(method, "/files/alice/")
    assert scraped(alice, "a3dav_requests_total", method="other", status="501", kind="file-home") == 2
    assert not any("BREW" in str(key) for key in house.tally._known)


def test_a_label_that_is_not_foreseen_is_counted_as_other():
    rows = Rows(1)
    tally = Tally(None, [PETS], rows.lend())
    tally.count("pets_total", "axolotl")
    assert tally.row.numbers[tally.families[0].place(("other",))[0]] == 1


def test_what_nobody_registered_is_counted_for_nobody():
    tally = Tally(None, [PETS], Rows(1).lend())
    tally.count("cars_total", "red")
    (pets,) = tally.families
    assert tally.row.numbers[pets.first : pets.end].tolist() == [0, 0, 0]


def test_more_labels_than_there_is_room_for_are_refused():
    many = Metric("many_total", "counter", "Many.", {"a": range(400), "b": range(400)})
    with pytest.raises(PluginError, match="too many values"):
        Tally(None, [many], Rows(1).lend())


@pytest.mark.parametrize(("seconds", "bucket"), [(0.0, 0), (BOUNDS[0], 0), (BOUNDS[0] + 1e-6, 1), (1000, len(BOUNDS))])
def test_a_time_falls_into_the_bucket_whose_bound_it_does_not_pass(seconds, bucket):
    timings = Timings()
    timings.add(int(seconds * 1e9))
    assert timings.numbers[bucket] == timings.count == 1


def test_what_a_process_counted_outlives_it():
    rows = Rows(4)
    in_a_process(rows, 3)
    in_a_process(rows, 4)
    assert of_all(rows) == 7


def test_rows_of_ended_processes_are_lent_again_and_lose_nothing():
    rows = Rows(2)
    for _ in range(5):
        in_a_process(rows, 1)
    assert of_all(rows) == 5


def test_a_process_beyond_the_last_row_counts_for_itself(caplog):
    rows = Rows(1)
    rows.lend()
    Tally(None, [PETS], rows.lend()).count("pets_total", "cat")
    assert "more processes than rows" in caplog.text


def test_gauges_of_ended_processes_do_not_count(house, alice):
    house.sit(Board(rows=2).slot(0))
    row = house.board.rows.lend()
    forked(lambda: Tally(house, metrics_of(house), row).set("a3dav_lane_steps", 5))
    house.tally.set("a3dav_lane_steps", 2)
    assert scraped(alice, "a3dav_lane_steps") == 2


def test_counters_of_ended_processes_count_on(house, alice):
    house.sit(Board(rows=2).slot(0))
    row = house.board.rows.lend()
    forked(lambda: Tally(house, metrics_of(house), row).count("a3dav_logins_total", "ok", by=5))
    assert scraped(alice, "a3dav_logins_total", outcome="ok") == 5


def test_other_plugins_give_numbers_another_meaning():
    rows = Rows(3)
    in_a_process(rows, 3)
    other = Metric("pets_total", "counter", "Pets.", {"animal": ("ant", "cat", "dog")})
    tally = Tally(None, [other], rows.lend())
    assert [row for row in rows.in_use(tally.layout) if row is not tally.row] == []


def test_caches_tell_of_themselves(alice):
    alice.get("/files/alice/")
    alice.get("/files/alice/")
    assert scraped(alice, "a3dav_cache_hits_total", cache="credentials") == 1


def test_each_level_of_the_cache_tells_of_itself(make_house, tmp_path, valkey_server):
    board = Board(rows=2, shared=Shared.below(tmp_path, 1 << 20))
    workers = [make_house(board=board, cache__l3_url=valkey_server) for _ in range(2)]
    for house in workers:
        house.sit(board.slot(0))
    alice = add_person(workers[0], "alice")
    for client in (alice, Client(workers[1], "alice", "alice's password")):
        client.propfind("/calendars/alice/calendar/", "{DAV:}getetag", depth="1")
    for house in workers:
        house.tally.publish()
    found = {cache: scraped(alice, "a3dav_cache_hits_total", cache=cache) for cache in ("shared", "remote")}
    assert found == {"shared": 1, "remote": 0}
    assert scraped(alice, "a3dav_cache_misses_total", cache="shared") == 1
    assert scraped(alice, "a3dav_cache_errors_total", cache="remote") == 0
    assert scraped(alice, "a3dav_cache_away", cache="remote") == 0
    assert scraped(alice, "a3dav_shared_cache_entries") == 1
    assert 300 < scraped(alice, "a3dav_shared_cache_bytes") < 3000


def test_processes_without_a_shared_cache_count_into_the_same_places(make_house, tmp_path):
    worker = make_house(board=Board(rows=2, shared=Shared.below(tmp_path, 1 << 20)))
    tasks = make_house()
    assert worker.tally.layout == tasks.tally.layout


def test_statements_and_transactions_are_counted(alice, house):
    alice.get("/files/alice/")
    house.audit.flush()  # of the login
    before = scraped(alice, "a3dav_transactions_total", outcome="committed")
    queries = house.store.engine.counts.queries.count
    alice.put("/files/alice/a.txt", "a")
    assert scraped(alice, "a3dav_transactions_total", outcome="committed") == before + 1
    assert house.store.engine.counts.queries.count > queries


@pytest.mark.parametrize(("error", "outcome"), [(Conflict("no"), "refused"), (RuntimeError("no"), "failed")])
def test_transactions_tell_how_they_ended(alice, house, error, outcome):
    def work(_):
        raise error

    with pytest.raises(type(error)):
        house.transact(Actor(), work)
    assert scraped(alice, "a3dav_transactions_total", outcome=outcome) == 1


def test_a_slow_statement_is_told_without_what_was_asked_for(make_house, caplog, monkeypatch):
    house = make_house(monitoring__slow_query_ms=1)
    monkeypatch.setattr(house.store.engine.counts, "_slow_ns", 0)
    house.store.engine.row("SELECT name FROM resources WHERE name = ?", ("secret lunch",))
    told = [record for record in caplog.records if record.name == "a3dav.slow"]
    assert told[-1].fields["a3dav.query"] == "SELECT name FROM resources WHERE name = ?"
    assert "secret" not in str(told[-1].__dict__)
    assert house.store.engine.counts.slow_queries == len(told)


def test_slow_statements_are_not_told_where_nobody_wants_to_know(make_house, caplog):
    house = make_house(monitoring__slow_query_ms=0)
    house.store.engine.row("SELECT name FROM resources WHERE name = ?", ("x",))
    assert [record for record in caplog.records if record.name == "a3dav.slow"] == []


def test_the_outbox_tells_what_waits_and_what_was_given_up(alice, house):
    house.deliveries["letter"] = Delivery("letter", lambda *_: 1 / 0, attempts=1)
    house.transact(Actor(), lambda tx: tx.post("letter", b"", b"x"))
    assert scraped(alice, "a3dav_outbox_messages", kind="letter", state="waiting") == 1
    deliver_due(house)
    assert scraped(alice, "a3dav_outbox_messages", kind="letter", state="given-up") == 1


def test_the_age_of_the_outbox_is_that_of_its_oldest_message(alice, house):
    house.transact(Actor(), lambda tx: tx.post("letter", b"", b"x"))
    house.store.engine.submit(
        lambda: house.store.engine.execute("UPDATE outbox SET created = created - 60000")
    ).result()
    assert scraped(alice, "a3dav_outbox_oldest_seconds") >= 60


def test_deliveries_are_counted(alice, house):
    house.deliveries["remove-blobs"] = Delivery("remove-blobs", lambda *_: None)
    house.transact(Actor(), lambda tx: tx.post("remove-blobs", b"", b"x"))
    deliver_due(house)
    assert scraped(alice, "a3dav_deliveries_total", kind="remove-blobs", outcome="delivered") == 1


def test_logins_are_counted(alice):
    alice.get("/files/alice/")
    alice.get("/files/alice/", authorization="Basic YWxpY2U6d3Jvbmc=")
    assert scraped(alice, "a3dav_logins_total", outcome="ok") == 1
    assert scraped(alice, "a3dav_logins_total", outcome="failed") == 1


def test_a_number_that_cannot_be_asked_hides_no_other(alice, house, monkeypatch):
    def ask(_):
        raise OSError

    house.metric_table.add(Asked("broken", "gauge", "Broken.", ask))
    assert scraped(alice, "broken") is None
    assert scraped(alice, "a3dav_outbox_oldest_seconds") == 0


def test_a_part_that_cannot_tell_its_numbers_is_told_once(house, caplog):
    def read(_):
        raise RuntimeError

    tally = Tally(house, [Metric("broken", "gauge", "Broken.", read=read)], Rows(1).lend())
    tally.publish()
    tally.publish()
    assert len([record for record in caplog.records if "broken" in record.getMessage()]) == 1


def test_a_plugin_adds_numbers_of_its_own(house, alice):
    class Zoo:
        @hookimpl
        def a3dav_register_metrics(self, registry):
            registry.add(PETS)

    house.plugins.register(Zoo(), "zoo")
    house.plugins.get_plugin("zoo").a3dav_register_metrics(house.metric_table)
    house.count_into(house.slot.row)
    house.tally.count("pets_total", "dog")
    assert scraped(alice, "pets_total", animal="dog") == 1


def test_the_page_names_nobody(alice, bob):
    for client in (alice, bob):
        client.put(f"/files/{client.name}/secret.txt", "lunch")
    text = alice.get("/metrics").text
    assert [word for word in ("alice", "bob", "secret", "example.org") if word in text] == []


def test_the_format_is_the_one_that_is_asked_for(alice):
    answer = alice.get("/metrics", accept="application/openmetrics-text; version=1.0.0")
    assert answer.headers["content-type"].startswith("application/openmetrics-text; version=1.0.0")
    assert "a3dav_requests" in [family.name for family in parse_openmetrics(answer.text)]


@pytest.mark.parametrize("accept", ["", "*/*", "text/plain;version=x", "application/xml"])
def test_a_format_that_is_none_gets_the_plain_one(alice, accept):
    answer = alice.get("/metrics", accept=accept)
    assert (answer.status, answer.headers["content-type"]) == (200, "text/plain; version=0.0.4; charset=utf-8")


def test_other_machines_may_not_read_it(alice):
    alice.peer = ELSEWHERE
    assert alice.get("/metrics").status == 403


def test_networks_that_are_named_may(make_house, alice, house):
    alice.house = make_house(monitoring__metrics_from="192.0.2.0/24")
    alice.peer = ELSEWHERE
    assert alice.get("/metrics", authorization="").status == 200
    alice.peer = "127.0.0.1"
    assert alice.get("/metrics", authorization="").status == 403


@pytest.mark.parametrize("header", ["x_forwarded_for", "forwarded", "x_real_ip"])
def test_a_proxy_that_is_not_trusted_reads_for_nobody(alice, header):
    assert alice.get("/metrics", **{header: "for=198.51.100.1"}).status == 403


def test_the_client_of_a_trusted_proxy_counts(make_house, alice):
    alice.house = make_house(server__trusted_proxies="127.0.0.1", monitoring__metrics_from="198.51.100.0/24")
    assert alice.get("/metrics", x_forwarded_for="198.51.100.1").status == 200
    assert alice.get("/metrics", x_forwarded_for="192.0.2.1").status == 403


@pytest.mark.rfc("6750", "2.1", "3")
@pytest.mark.parametrize(
    ("sent", "status"),
    [(f"Bearer {TOKEN}", 200), (f"bearer {TOKEN}", 200), ("Bearer wrong", 401), ("", 401), ("Bearer é", 401)],
)
def test_a_token_opens_it_to_whoever_has_it(make_house, alice, sent, status):
    alice.house = make_house(monitoring__metrics_token=TOKEN)
    alice.peer = ELSEWHERE
    answer = alice.get("/metrics", authorization=sent)
    assert answer.status == status
    assert answer.headers.get("www-authenticate", "Bearer").startswith("Bearer")


def test_without_a_token_an_empty_one_opens_nothing(alice):
    alice.peer = ELSEWHERE
    assert alice.get("/metrics", authorization="Bearer ").status == 403


def test_it_can_be_switched_off(make_house, alice):
    alice.house = make_house(monitoring__metrics="false")
    assert alice.get("/metrics").status == 404


@pytest.mark.rfc("9110", "15.5.6")
def test_it_is_only_read(alice):
    answer = alice.request("POST", "/metrics")
    assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD")


def test_scrapes_are_not_told_among_the_requests(alice, caplog):
    caplog.set_level(logging.INFO, "a3dav.access")
    alice.get("/metrics")
    assert [record for record in caplog.records if record.name == "a3dav.access"] == []


def test_processes_are_this_one_and_those_below_it():
    assert os.getpid() in [process.id for process in processes(os.getpid())]


def test_connections_to_a_port_are_counted(tmp_path):
    import socket

    with socket.create_server(("127.0.0.1", 0)) as listener, socket.create_connection(listener.getsockname()):
        assert connections(listener.getsockname()[1]) == 1
