"""Every target on its corpus, on changes of it, and on inputs made from its grammar: the same ones in each run."""

import random

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from .mutation import Material, mutated
from .target import CORPUS
from .targets import TARGETS

QUICK = settings(max_examples=60, derandomize=True, database=None, deadline=None, phases=[Phase.generate],
    suppress_health_check=list(HealthCheck))  # fmt: skip
CHANGES = 300
NAMES = sorted(TARGETS)
FILES = [pytest.param(name, file, id=f"{name}/{file}") for name in NAMES for file in TARGETS[name].corpus()]


def test_each_folder_of_the_corpus_is_that_of_a_target():
    assert sorted(folder.name for folder in CORPUS.iterdir()) == NAMES


@pytest.mark.parametrize(("name", "file"), FILES)
def test_what_was_found_once_stays_mended(name, file):
    assert TARGETS[name].check(TARGETS[name].corpus()[file]) is None


@pytest.mark.parametrize("name", NAMES)
def test_changes_of_the_corpus_find_nothing(name):
    target, chance = TARGETS[name], random.Random(name)
    seeds = list(target.corpus().values())
    material = Material(target.tokens, seeds)
    inputs = [mutated(chance.choice(seeds), chance, material) for _ in range(CHANGES)]
    assert [data for data in inputs if target.check(data) is not None] == []


@pytest.mark.parametrize("name", NAMES)
def test_inputs_of_the_grammar_find_nothing(name):
    checked = []
    target = TARGETS[name]
    QUICK(given(target.inputs)(lambda data: checked.append(target.check(data))))()
    assert set(checked) == {None}
