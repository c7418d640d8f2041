"""People who call the API, and tell what they heard."""

import pytest

from a3dav.testing.api import ApiClient


@pytest.fixture
def api(alice):
    return ApiClient(alice)


@pytest.fixture
def api_of():
    return ApiClient


@pytest.fixture
def person_of():
    """The API of a new person in a house."""
    from a3dav.testing.people import add_person

    return lambda house, name="alice": ApiClient(add_person(house, name))
