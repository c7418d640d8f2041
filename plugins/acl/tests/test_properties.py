"""The properties of RFC 3744 §5 on every resource, and the report about the principals of a list (§9.2)."""

import pytest

from a3dav.testing.access import deny, grant, missing, share
from a3dav.testing.client import Client

HOME, NOTE = "/files/alice/", "/files/alice/note"
ALICE, BOB, STAFF = "/principals/users/alice/", "/principals/users/bob/", "/principals/groups/staff/"
BOSS = "{http://example.org/}boss"
NAMES = (
    "owner", "group", "supported-privilege-set", "acl-restrictions", "inherited-acl-set", "principal-collection-set",
)  # fmt: skip
REPORT = '<acl-principal-prop-set xmlns="DAV:"><prop><displayname/></prop></acl-principal-prop-set>'


@pytest.fixture(autouse=True)
def note(alice, bob, person):
    person("staff", kind="group", display_name="Staff")
    alice.put(NOTE, b"1")


@pytest.mark.rfc("3744", "5", "5.1", "5.2", "5.3", "5.6", "5.7", "5.8")
@pytest.mark.parametrize("path", ["/", "/files/", HOME, NOTE, "/principals/", ALICE, "/calendars/alice/calendar/"])
def test_every_resource_has_the_properties_of_access_control(alice, path):
    found = alice.propfind(path, *(f"{{DAV:}}{name}" for name in NAMES)).multistatus[path]
    assert (found.missing, len(found.found)) == ({}, len(NAMES))


@pytest.mark.rfc("3744", "5.1", "5.2", "5.6", "5.7", "5.8")
def test_what_they_say_of_a_file(alice):
    found = alice.propfind(NOTE, *(f"{{DAV:}}{name}" for name in NAMES)).multistatus[NOTE]
    assert found.hrefs("{DAV:}owner") == [ALICE]
    assert found.hrefs("{DAV:}principal-collection-set") == ["/principals/"]
    assert [len(found.found[f"{{DAV:}}{name}"]) for name in ("group", "acl-restrictions", "inherited-acl-set")] == [
        0,
        0,
        0,
    ]


@pytest.mark.rfc("3744", "5")
@pytest.mark.parametrize("name", ["acl", "current-user-privilege-set", *NAMES])
def test_none_of_them_is_set_by_proppatch(alice, name):
    body = f'<propertyupdate xmlns="DAV:"><set><prop><{name}/></prop></set></propertyupdate>'
    answer = alice.proppatch(NOTE, body)
    assert answer.multistatus[NOTE].missing == {f"{{DAV:}}{name}": 403}
    assert answer.xml.find(".//{DAV:}cannot-modify-protected-property") is not None


@pytest.mark.rfc("3744", "5.4")
def test_ones_own_privileges_are_just_those_that_were_granted(alice, bob):
    share(alice, NOTE, grant(BOB, "read", "write", "read-current-user-privilege-set"), deny(BOB, "unlock"))
    name = "{DAV:}current-user-privilege-set"
    found = {entry[0].tag.partition("}")[2] for entry in bob.propfind(NOTE, name).multistatus[NOTE].found[name]}
    assert found - {"read-free-busy"} == {
        "read", "write", "write-properties", "write-content", "bind", "unbind", "read-current-user-privilege-set",
    }  # fmt: skip


def names_in(answer):
    return {path: member.text("{DAV:}displayname") for path, member in answer.multistatus.items()}


@pytest.mark.rfc("3744", "9.2")
def test_the_report_gives_each_principal_of_a_list_once(alice):
    share(alice, HOME, grant(STAFF, "read"), deny(BOB, "write"))
    share(alice, NOTE, grant(BOB, "read"), grant("all", "read"), grant(BOB, "write", invert=True))
    assert names_in(alice.report(NOTE, REPORT)) == {ALICE: "Alice", BOB: "Bob", STAFF: "Staff"}


@pytest.mark.rfc("3744", "9.2")
def test_the_report_knows_whom_a_property_names(alice):
    share(alice, NOTE, grant(f"property:{BOSS}", "read"))
    alice.proppatch(
        NOTE,
        '<D:propertyupdate xmlns:D="DAV:"><D:set><D:prop><x:boss xmlns:x="http://example.org/">'
        f"<D:href>{BOB}</D:href></x:boss></D:prop></D:set></D:propertyupdate>",
    )
    assert names_in(alice.report(NOTE, REPORT)) == {ALICE: "Alice", BOB: "Bob"}


def test_the_report_tells_nothing_but_the_url_of_who_may_not_be_seen(alice, make_house):
    share(alice, NOTE, grant(BOB, "read"))
    hermit = Client(make_house(principals__visible="nobody"), "alice", "alice's password")
    found = hermit.report(NOTE, REPORT).multistatus
    assert {path: member.status for path, member in found.items()} == {ALICE: None, BOB: 403}


@pytest.mark.rfc("3744", "9.2", "7.1.1")
@pytest.mark.parametrize("privilege", ["read", "read-acl"])
def test_the_report_takes_the_privilege_to_read_the_list(alice, bob, privilege):
    share(alice, HOME, grant(BOB, "read"))
    share(alice, NOTE, deny(BOB, privilege), grant(BOB, "all"))
    assert missing(bob.report(NOTE, REPORT)) == [(NOTE, privilege)]


@pytest.mark.rfc("3744", "9.2")
@pytest.mark.parametrize("body", [REPORT.replace("</prop>", "</prop><prop/>"), REPORT])
def test_the_report_takes_one_prop_and_no_depth(alice, body):
    depth = "1" if body == REPORT else "0"
    assert alice.report(NOTE, body, depth=depth).status == 400


@pytest.mark.rfc("3744", "9.2")
def test_the_report_is_bounded(alice, make_house):
    share(alice, NOTE, grant(BOB, "read"), grant(STAFF, "read"))
    few = Client(make_house(principals__max_matches=2), "alice", "alice's password")
    assert few.report(NOTE, REPORT).condition == "{DAV:}number-of-matches-within-limits"


@pytest.mark.rfc("3744", "9.1")
def test_access_control_comes_with_its_reports(alice):
    name = "{DAV:}supported-report-set"
    found = {entry.tag for entry in alice.propfind(HOME, name).multistatus[HOME].found[name].iter()}
    assert {f"{{DAV:}}{report}" for report in ("expand-property", "acl-principal-prop-set", "principal-match", "principal-property-search", "principal-search-property-set")} <= found  # fmt: skip
