import pytest

from a3dav.testing.api import ApiClient


@pytest.fixture
def house(make_house):
    """Where what is shared stands in the homes of others at once."""
    return make_house(plugins__sharing__auto_accept="true")


@pytest.fixture
def api(alice):
    return ApiClient(alice)


@pytest.fixture
def others(bob):
    return ApiClient(bob)


@pytest.fixture
def statements(house):
    """Gives the statements that a call takes, without those about who signs in."""

    def count(call):
        told = []
        house.store.engine.counts.tell = lambda sql, begun, spent: told.append(sql)
        call()
        house.store.engine.counts.tell = None
        return [sql for sql in told if "audit" not in sql and "INSERT" not in sql]

    return count
