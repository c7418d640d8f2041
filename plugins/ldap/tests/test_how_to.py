"""What the guide tells to write is what the server takes."""

import re
import tomllib
from pathlib import Path

import pytest

from a3dav_ldap.settings import LdapSettings

PAGE = (Path(__file__).parents[3] / "docs" / "how-to" / "use-a-directory.md").read_text()
EXAMPLES = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
FILTERS = re.findall(r'`(\w+) = "(\(.*?\))"`', PAGE)


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_is_taken(make_house, example):
    values = tomllib.loads(example)["plugins"]["ldap"]
    told = {f"plugins__ldap__{key}": _written(value) for key, value in values.items()}
    house = make_house(**told, plugins__ldap__bind_password="secret")
    taken = house.section("ldap")
    assert {key: getattr(taken, key) for key in values} == {
        key: tuple(value) if isinstance(value, list) else value for key, value in values.items()
    }


def _written(value):
    return ",".join(value) if isinstance(value, list) else str(value).lower() if isinstance(value, bool) else value


@pytest.mark.parametrize(("key", "text"), FILTERS)
def test_a_filter_in_the_text_is_one(key, text):
    assert list(LdapSettings(**{key: text}).problems()) == []


def test_the_password_may_stand_in_a_file(make_house, tmp_path):
    file = tmp_path / "password"
    file.write_text("a secret\n")
    house = make_house(plugins__ldap__bind_password_file=file, plugins__ldap__bind_dn="cn=reader,dc=example,dc=org")
    assert house.section("ldap").bind_password == "a secret"
    (shown,) = (row.value for row in house.configured() if row.key == "plugins.ldap.bind_password")
    assert shown
    assert "a secret" not in shown
