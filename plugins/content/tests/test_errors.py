"""Refusals of content go from one process to another as they are."""

import pickle

import pytest

from a3dav_content.errors import ContentError, InvalidJson, LimitExceeded


@pytest.mark.parametrize(
    "error", [ContentError("no date", 7), InvalidJson("no date", "/start"), LimitExceeded("expansion", "too many")]
)
def test_an_error_is_the_same_in_another_process(error):
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again), vars(again)) == (type(error), str(error), vars(error))
