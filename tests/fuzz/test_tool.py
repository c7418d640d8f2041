"""The tool itself: what is a finding, how one is shortened, and what is kept of many inputs."""

import random
import subprocess
import sys

from .gathering import gathered
from .judging import judged, shrunk
from .mutation import Material, mutated
from .target import HERE, PART, parts


def breaks_on_two(data):
    if data.count(b"x") >= 2 and b"y" in data:
        raise KeyError("two")
    if b"z" in data:
        raise ValueError("another")


def test_an_error_is_a_finding_that_its_kind_and_place_tell_apart():
    first, second = judged(breaks_on_two, b"xxy"), judged(breaks_on_two, b"z")
    assert "KeyError" in first.told
    assert first.where != second.where


def test_an_input_that_is_fine_is_no_finding():
    assert judged(breaks_on_two, b"xy").where == ""


def test_a_finding_is_made_as_short_as_it_can_be():
    assert sorted(shrunk(breaks_on_two, b"abc x def x ghi y" * 20)) == sorted(b"xxy")


def test_an_input_that_finds_something_else_when_it_is_shorter_stays_long_enough():
    assert b"z" not in shrunk(breaks_on_two, b"xx" + b"a" * 50 + b"yz")


def test_changes_are_the_same_for_the_same_seed():
    material = Material(("BEGIN",), [b"one\ntwo\n"])
    first, second = (
        [mutated(b"1\n2\n3\n", chance, material) for _ in range(50)] for chance in (random.Random(1), random.Random(1))
    )
    assert first == second
    assert len(set(first)) > 25


def test_an_input_has_as_many_parts_as_are_asked_for():
    assert parts(b"a" + PART + b"b" + PART + b"c", 2) == [b"a", b"b" + PART + b"c"]
    assert parts(b"a", 3) == [b"a", b"", b""]


def test_the_shortest_inputs_that_reach_something_are_kept():
    from a3dav_content.dates import parse_offset

    kept = gathered(lambda data: parse_offset(data.decode()), [b"+0100", b"-010000", b"+0200", b"+9900", b"x" * 9], 10)
    assert b"+0100" in kept
    assert b"+0200" not in kept


def test_a_finding_is_replayed_from_its_folder(tmp_path):
    (tmp_path / "value").mkdir()
    file = tmp_path / "value" / "input"
    file.write_bytes(b"20240601")
    done = subprocess.run([sys.executable, str(HERE), "replay", str(file)], capture_output=True, text=True, check=False)
    assert done.stdout.startswith("nothing is wrong with it")
    assert done.returncode == 0
