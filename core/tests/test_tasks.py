"""Work of the tasks process: once among all processes, or in each of them."""

import threading

import pytest

from a3dav.registries import Task
from a3dav.tasks import run_here_too, run_if_due, run_tasks


@pytest.fixture
def counted():
    runs = []
    return runs, lambda house: runs.append(house) or ""


def test_a_task_runs_in_one_of_two_processes(make_house, counted):
    runs, run = counted
    task = Task("counted", 3600, run)
    assert [run_if_due(make_house(), task), run_if_due(make_house(), task), len(runs)] == [True, False, 1]


def test_a_task_of_every_process_runs_in_both_of_two(make_house, counted):
    runs, run = counted
    task = Task("counted", 3600, run, everywhere=True)
    assert [run_here_too(make_house(), task, {}), run_here_too(make_house(), task, {}), len(runs)] == [True, True, 2]


def test_a_task_of_every_process_waits_for_its_time_in_each(house, counted):
    runs, run = counted
    task, own = Task("counted", 3600, run, everywhere=True), {}
    assert [run_here_too(house, task, own), run_here_too(house, task, own), len(runs)] == [True, False, 1]


def test_a_task_of_every_process_is_begun_with_the_process(house, counted):
    runs, _ = counted
    stop = threading.Event()
    house.task_table.add(Task("counted", 3600, lambda _: runs.append(1) or stop.set() or "", everywhere=True))
    run_tasks(house, stop)
    assert runs == [1]
