"""One scrape of a served house tells of all its workers and of its tasks process."""

import os
import signal

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families as parse

from a3dav.testing.serving import serving
from a3dav.testing.waiting import eventually


@pytest.fixture(scope="module", autouse=True)
def on_one_store(request):
    if request.config.getoption("--store") != "sqlite":
        pytest.skip("counting is the same on every store")


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("counted")) as server:
        server.start("--workers", "2")
        yield server


def numbers(server, name):
    """The labels and numbers of one name."""
    text = httpx.get(server.url + "metrics").text
    return [(s.labels, s.value) for family in parse(text) for s in family.samples if s.name == name]


def requests_by_method(server):
    return {labels["method"]: count for labels, count in numbers(server, "a3dav_requests_total")}


def test_each_request_is_counted_once_whichever_worker_had_it(served):
    for _ in range(30):
        httpx.request("OPTIONS", served.url)  # a connection of its own, for either worker
    ((_, count),) = [found for found in numbers(served, "a3dav_requests_total") if found[0]["method"] == "OPTIONS"]
    assert count == 30


def test_every_process_of_the_server_is_seen(served):
    assert eventually(
        lambda: (
            sorted(labels["process"] for labels, _ in numbers(served, "a3dav_process_cpu_seconds_total"))[:5]
            == ["a3dav cpu", "a3dav cpu", "a3dav tasks", "a3dav worker", "a3dav worker"]
        )
    )


def test_how_late_the_loops_are_is_measured(served):
    assert eventually(lambda: numbers(served, "a3dav_loop_lag_seconds_count")[0][1] > 20)


def test_what_the_tasks_process_writes_is_counted(served):
    tasks = numbers(served, "a3dav_task_last_run_timestamp_seconds")
    assert eventually(lambda: numbers(served, "a3dav_transactions_total")[0][1] > len(tasks) > 0)


def test_connections_are_those_to_the_port(served):
    with httpx.Client() as first, httpx.Client() as second:
        first.get(served.url + "health/live")
        second.get(served.url + "health/live")
        ((_, count),) = numbers(served, "a3dav_connections")
    assert count >= 3
    ((_, peak),) = numbers(served, "a3dav_connections_peak")
    assert peak >= 3


def workers(server):
    found = numbers(server, "a3dav_process_cpu_seconds_total")
    return {int(labels["pid"]) for labels, _ in found if labels["process"] == "a3dav worker"}


def test_a_worker_that_is_lost_takes_no_number_with_it(served):
    for _ in range(20):
        httpx.request("OPTIONS", served.url)
    before = requests_by_method(served)
    lost = max(workers(served))
    os.kill(lost, signal.SIGKILL)
    assert eventually(lambda: len(workers(served) - {lost}) == 2)
    assert requests_by_method(served)["OPTIONS"] == before["OPTIONS"]
