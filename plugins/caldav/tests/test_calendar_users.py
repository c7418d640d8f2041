"""Principals as calendar users (RFC 6638 §2.4): what they are called, and how they are found."""

from uuid import UUID

import pytest

C = "{urn:ietf:params:xml:ns:caldav}"
ADDRESSES, TYPE = f"{C}calendar-user-address-set", f"{C}calendar-user-type"
KINDS = {"alice": "user", "staff": "group", "beamer": "resource", "atrium": "room"}


@pytest.fixture
def town(person, alice):
    for name, kind in KINDS.items():
        if kind != "user":
            person(name, kind=kind, email="" if kind == "room" else f"{name}@example.org")
    return alice


@pytest.mark.rfc("6638", "2.4.2/there")
@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/principals/users/alice/", "INDIVIDUAL"),
        ("/principals/groups/staff/", "GROUP"),
        ("/principals/resources/beamer/", "RESOURCE"),
        ("/principals/rooms/atrium/", "ROOM"),
    ],
)
def test_every_principal_has_a_type(town, path, expected):
    assert town.propfind(path, TYPE).multistatus[path].text(TYPE) == expected


@pytest.mark.rfc("6638", "2.4.1/there")
def test_a_principal_has_the_addresses_by_which_clients_may_know_it(house, town):
    path = "/principals/groups/staff/"
    urn = f"urn:uuid:{UUID(bytes=house.store.accounts.by_name('staff').id)}"
    found = town.propfind(path, ADDRESSES).multistatus[path].hrefs(ADDRESSES)
    assert found == ["mailto:staff@example.org", path, urn]


@pytest.mark.rfc("6638", "2.4.1/there")
def test_a_principal_without_a_mail_address_has_the_others(town):
    path = "/principals/rooms/atrium/"
    found = town.propfind(path, ADDRESSES).multistatus[path].hrefs(ADDRESSES)
    assert [address.partition(":")[0] for address in found] == [path, "urn"]


@pytest.fixture
def found(town, house):
    def search(name, text, how="contains"):
        body = (
            f'<principal-property-search xmlns="DAV:" xmlns:C="{C[1:-1]}"><property-search><prop><C:{name}/></prop>'
            f'<match match-type="{how}">{text}</match></property-search></principal-property-search>'
        )
        return {href.rstrip("/").rpartition("/")[2] for href in town.report("/principals/", body).multistatus}

    return search


@pytest.mark.rfc("6638", "2.4.1/searched")
@pytest.mark.rfc("3744", "9.4")
@pytest.mark.parametrize(
    ("text", "how", "expected"),
    [
        ("mailto:ALICE@example.org", "equals", {"alice"}),
        ("mailto:alice@example.org", "contains", {"alice"}),
        ("alice@", "contains", {"alice"}),
        ("alice@example.org", "equals", set()),
        ("mailto:", "starts-with", {"alice", "staff", "beamer"}),
        ("/principals/rooms/atrium/", "equals", {"atrium"}),
        ("http://localhost/principals/rooms/atrium", "equals", {"atrium"}),
        ("/principals/users/atrium/", "equals", set()),
        ("http://[/principals/rooms/atrium/", "equals", set()),
        ("urn:uuid:not-one", "equals", set()),
    ],
)
def test_a_principal_is_found_by_its_address(found, text, how, expected):
    assert found("calendar-user-address-set", text, how) == expected


@pytest.mark.rfc("3744", "9.4")
def test_a_principal_is_found_by_its_identifier(found, house):
    urn = f"urn:uuid:{UUID(bytes=house.store.accounts.by_name('atrium').id)}"
    assert found("calendar-user-address-set", urn, "equals") == {"atrium"}


@pytest.mark.rfc("6638", "2.4.2/searched")
@pytest.mark.rfc("3744", "9.4")
@pytest.mark.parametrize(
    ("text", "how", "expected"),
    [
        ("ROOM", "equals", {"atrium"}),
        ("room", "contains", {"atrium"}),
        ("r", "starts-with", {"atrium", "beamer"}),
        ("INDIVIDUAL", "equals", {"alice"}),
        ("UNKNOWN", "equals", set()),
    ],
)
def test_a_principal_is_found_by_its_type(found, text, how, expected):
    assert found("calendar-user-type", text, how) == expected


@pytest.mark.rfc("6638", "2.4.1/searched", "2.4.2/searched")
@pytest.mark.rfc("3744", "9.5")
def test_addresses_and_types_are_among_what_is_searched(town):
    answer = town.report("/principals/", '<principal-search-property-set xmlns="DAV:"/>')
    assert {entry[0].tag for entry in answer.xml.iter("{DAV:}prop")} >= {ADDRESSES, TYPE}


@pytest.mark.rfc("6638", "2.4.1/allprop", "2.4.2/allprop")
def test_allprop_has_neither(town):
    path = "/principals/users/alice/"
    assert not {ADDRESSES, TYPE} & set(town.propfind(path).multistatus[path].found)
