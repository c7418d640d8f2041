"""Rules of RFC 5397, 5689, 5995, 6764 and 8144 that hold for every kind of collection."""

import pytest

from a3dav.administration import add_account, rename_account
from a3dav.config import read
from a3dav.discovery import dns_records
from a3dav.errors import A3davError
from a3dav.storage.transaction import Actor
from a3dav.testing.access import grant, missing, share
from a3dav.testing.client import Client
from a3dav.testing.people import add_person

ACTOR = Actor(method="test")
HOME = "/files/alice"
CALENDAR = "/calendars/alice/calendar/"
DISPLAYNAME, PRINCIPAL = "{DAV:}displayname", "{DAV:}current-user-principal"
ADD_MEMBER, LIVE = "{DAV:}add-member", "{DAV:}supported-live-property-set"


def of(client, path, *names):
    (found,) = client.propfind(path, *names).multistatus.values()
    return found


def setting(*xml):
    return f'<propertyupdate xmlns="DAV:" xmlns:x="urn:x"><set><prop>{"".join(xml)}</prop></set></propertyupdate>'


def refused_as_protected(client, path, name):
    answer = client.proppatch(path, setting(f"<{name}>x</{name}>"))
    (member,) = answer.multistatus.values()
    condition = answer.xml.find(".//{DAV:}error/{DAV:}cannot-modify-protected-property")
    return member.missing == {f"{{DAV:}}{name}": 403} and condition is not None


# -- RFC 5397, who one is --------------------------------------------------------------------------


@pytest.mark.rfc("5397", "3", "3/href")
@pytest.mark.parametrize("path", ["/", "/files/", f"{HOME}/", f"{HOME}/a", CALENDAR, "/principals/users/alice/"])
def test_the_current_principal_is_one_url_that_the_principal_has_for_itself(alice, path):
    alice.put(f"{HOME}/a", b"1")
    (told,) = of(alice, path, PRINCIPAL).found[PRINCIPAL]
    assert (told.tag, told.text) == ("{DAV:}href", "/principals/users/alice/")
    assert of(alice, told.text, "{DAV:}principal-URL").hrefs("{DAV:}principal-URL") == [told.text]


@pytest.mark.rfc("5397", "3/protected", "3/allprop")
def test_the_current_principal_is_protected_and_not_in_allprop(alice):
    assert refused_as_protected(alice, f"{HOME}/", "current-user-principal")
    assert PRINCIPAL not in of(alice, f"{HOME}/").found


@pytest.mark.rfc("5397", "3/href")
@pytest.mark.rfc("6764", "7/authentication")
def test_a_stranger_is_asked_who_he_is_also_where_strangers_may_read_something(make_house):
    alice = add_person(make_house(plugins__acl__anonymous="true"), "alice")
    share(alice, f"{HOME}/", grant("unauthenticated", "read"))
    alice.authorization = ""
    assert {alice.propfind(path, PRINCIPAL).status for path in ("/", "/principals/", CALENDAR)} == {401}
    assert of(alice, f"{HOME}/", PRINCIPAL).found[PRINCIPAL][0].tag == "{DAV:}unauthenticated"


# -- RFC 5689, collections with properties ---------------------------------------------------------


def mkcol(client, path, *properties, **headers):
    body = f'<mkcol xmlns="DAV:" xmlns:x="urn:x"><set><prop>{"".join(properties)}</prop></set></mkcol>'
    return client.request("MKCOL", path, body, content_type="application/xml", **headers)


FOLDER = "<resourcetype><collection/></resourcetype>"


@pytest.mark.rfc("5689", "3/resourcetype", "4.1", "4.1.1", "5.1")
@pytest.mark.parametrize(
    ("path", "kind", "namespace"),
    [
        (f"{HOME}/new/", "", "DAV:"),
        ("/calendars/alice/new/", "calendar", "urn:ietf:params:xml:ns:caldav"),
        ("/addressbooks/alice/new/", "addressbook", "urn:ietf:params:xml:ns:carddav"),
    ],
)
def test_a_collection_has_the_type_that_was_asked_for(alice, path, kind, namespace):
    more = f'<n:{kind} xmlns:n="{namespace}"/>' if kind else ""
    assert mkcol(alice, path, f"<resourcetype><collection/>{more}</resourcetype>").status == 201
    types = {element.tag for element in of(alice, path, "{DAV:}resourcetype").found["{DAV:}resourcetype"]}
    assert types == {"{DAV:}collection"} | ({f"{{{namespace}}}{kind}"} if kind else set())


@pytest.mark.rfc("5689", "3/order")
def test_the_later_of_two_values_stays(alice):
    mkcol(alice, f"{HOME}/new/", FOLDER, "<displayname>one</displayname>", "<displayname>two</displayname>")
    assert of(alice, f"{HOME}/new/", DISPLAYNAME).text(DISPLAYNAME) == "two"


@pytest.mark.rfc("5689", "3/atomic", "3/failed-dependency", "5.2")
def test_where_one_property_is_refused_there_is_no_collection_and_each_is_told(alice):
    answer = mkcol(
        alice, f"{HOME}/new/", FOLDER, "<x:a>1</x:a>", "<getetag>1</getetag>", "<displayname>1</displayname>"
    )
    statuses = {
        element.tag: propstat.findtext("{DAV:}status").split()[1]
        for propstat in answer.xml.iterchildren("{DAV:}propstat")
        for element in propstat.find("{DAV:}prop")
    }
    assert (answer.status, answer.xml.tag) == (424, "{DAV:}mkcol-response")
    assert statuses == {"{urn:x}a": "424", "{DAV:}getetag": "403", DISPLAYNAME: "424"}
    assert alice.propfind(f"{HOME}/new/").status == 404


@pytest.mark.rfc("5689", "3/no-type", "3.3")
@pytest.mark.parametrize("types", ["", "<x:odd/>", "<collection/><x:odd/>", '<c:calendar xmlns:c="urn:ietf:params:xml:ns:caldav"/>'])  # fmt: skip
def test_types_that_make_no_collection_here_are_refused(alice, types):
    answer = mkcol(alice, f"{HOME}/new/", f"<resourcetype>{types}</resourcetype>")
    assert answer.status == 403
    assert answer.condition in {"{DAV:}valid-resourcetype", "{urn:ietf:params:xml:ns:caldav}calendar-collection-location-ok"}  # fmt: skip


@pytest.mark.rfc("5689", "3.1")
@pytest.mark.parametrize("path", [f"{HOME}/", "/calendars/alice/", "/addressbooks/alice/", f"{HOME}/none/"])
def test_options_tell_of_extended_mkcol(alice, path):
    assert "extended-mkcol" in alice.request("OPTIONS", path).headers["dav"].split(", ")


@pytest.mark.rfc("4918", "8.2/malformed")
@pytest.mark.rfc("5689", "3")
@pytest.mark.parametrize(("media_type", "status"), [("text/xml", 400), ("application/xml", 400), ("text/plain", 415)])
def test_a_body_that_is_not_well_formed_is_bad_xml_or_no_xml_at_all(alice, media_type, status):
    assert alice.request("MKCOL", f"{HOME}/new/", "<mkcol", content_type=media_type).status == status


# -- RFC 5995, members whose name the server chooses -----------------------------------------------


def add_member_url(client, path):
    (url,) = of(client, path, ADD_MEMBER).hrefs(ADD_MEMBER)
    return url


EVENT = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//EN\r\nBEGIN:VEVENT\r\nUID:{}\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:20260101T000000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"  # fmt: skip


@pytest.mark.rfc("5995", "3.1/location", "3.1/same-server", "3.4")
@pytest.mark.parametrize(("path", "body"), [(f"{HOME}/", "x"), (CALENDAR, EVENT.format("a"))])
def test_what_is_posted_is_a_member_where_location_says(alice, path, body):
    url = add_member_url(alice, path)
    made = [alice.request("POST", url, body.replace("UID:a", f"UID:{n}")).headers["location"] for n in range(2)]
    members = set(alice.propfind(path, "{DAV:}getetag", depth="1").multistatus) - {path}
    assert url.startswith(path)
    assert members == set(made)
    assert len(members) == 2


@pytest.mark.rfc("5995", "3.1/preconditions")
@pytest.mark.parametrize(
    ("body", "headers"),
    [
        ("nonsense", {}),
        (EVENT.format("taken"), {}),
        (EVENT.format("new"), {"content_type": "text/vcard"}),
        (EVENT.format("new"), {"if_match": '"none"'}),
        (EVENT.format("new"), {"if": "(<urn:x:none>)"}),
        (EVENT.format("new"), {"content_range": "bytes 0-1/10"}),
    ],
)
def test_what_refuses_a_put_refuses_a_post_in_the_same_way(alice, body, headers):
    alice.put(f"{CALENDAR}taken.ics", EVENT.format("taken"), content_type="text/calendar")
    headers = {"content_type": "text/calendar"} | headers
    put = alice.put(f"{CALENDAR}new.ics", body, **headers)
    post = alice.request("POST", add_member_url(alice, CALENDAR), body, **headers)
    assert put.status >= 400
    assert (post.status, post.condition) == (put.status, put.condition)


@pytest.mark.rfc("5995", "3.2.1/protected", "3.2.1/allprop")
def test_the_url_to_post_to_is_protected_and_not_in_allprop(alice):
    assert refused_as_protected(alice, f"{HOME}/", "add-member")
    assert ADD_MEMBER not in of(alice, f"{HOME}/").found


@pytest.mark.rfc("5995", "3.2.1/supported-live-property-set")
@pytest.mark.rfc("3253", "3.1.4")
def test_live_properties_are_listed(alice):
    alice.put(f"{HOME}/a", b"1")
    listed = {
        path: {prop[0].tag for prop in of(alice, path, LIVE).found[LIVE].iter("{DAV:}prop")}
        for path in (f"{HOME}/", f"{HOME}/a", CALENDAR)
    }
    assert {path for path, names in listed.items() if ADD_MEMBER in names} == {f"{HOME}/", CALENDAR}
    assert {path for path, names in listed.items() if "{DAV:}getetag" in names} == {f"{HOME}/a"}
    assert all(LIVE in names for names in listed.values())


@pytest.mark.rfc("5995", "5")
def test_posting_needs_the_right_to_bind_and_nothing_else(alice, bob):
    share(alice, f"{HOME}/", grant("/principals/users/bob/", "read", "write-content", "write-properties"))
    url = add_member_url(bob, f"{HOME}/")
    assert missing(bob.request("POST", url, b"x")) == [(f"{HOME}/", "bind")]
    share(alice, f"{HOME}/", grant("/principals/users/bob/", "read", "bind"))
    assert bob.request("POST", url, b"x").status == 201


# -- RFC 6764, how a client gets here --------------------------------------------------------------


@pytest.mark.rfc("6764", "5/redirect", "5/cache-control", "5.1")
@pytest.mark.parametrize("method", ["GET", "HEAD", "PROPFIND", "OPTIONS"])
@pytest.mark.parametrize("service", ["caldav", "carddav"])
def test_well_known_urls_redirect_to_the_root_for_a_day(alice, method, service):
    answer = alice.request(method, f"/.well-known/{service}", authorization="")
    assert (answer.status, answer.headers["location"]) == (301, "/")
    assert answer.headers["cache-control"] == "max-age=86400"


@pytest.mark.rfc("6764", "4")
@pytest.mark.parametrize(
    ("public_url", "records"),
    [
        ("https://dav.example.org", ["_caldavs._tcp.x.test. IN SRV 0 1 443 dav.example.org.", '_caldavs._tcp.x.test. IN TXT "path=/"']),
        ("https://example.org:8443/dav", ["_caldavs._tcp.x.test. IN SRV 0 1 8443 example.org.", '_caldavs._tcp.x.test. IN TXT "path=/dav/"']),
        ("http://example.org/", ["_caldav._tcp.x.test. IN SRV 0 1 80 example.org.", '_caldav._tcp.x.test. IN TXT "path=/"']),
    ],
)  # fmt: skip
def test_dns_records_name_host_and_context_path(public_url, records):
    settings = read(None, {"A3DAV_SERVER__PUBLIC_URL": public_url}).core
    assert list(dns_records(settings, "x.test"))[:2] == records


@pytest.mark.rfc("6764", "7/login")
@pytest.mark.parametrize("name", ["alice", "alice@example.org", "Alice@Example.ORG"])
def test_one_signs_in_with_name_or_address(house, alice, name):
    assert Client(house, name, "alice's password").propfind(f"{HOME}/").status == 207


@pytest.mark.rfc("6764", "7/no-conflict")
def test_no_name_is_the_address_of_somebody_else(house, alice, person):
    person("carol@example.org")
    for name, email in (("alice@example.org", ""), ("dora", "alice@example.org"), ("dora", "carol@example.org")):
        with pytest.raises(A3davError, match=r"of another account|belongs to another"):
            add_account(house, ACTOR, name, password="x", email=email)
    with pytest.raises(A3davError, match="of another account"):
        rename_account(house, ACTOR, "carol@example.org", "alice@example.org")
    rename_account(house, ACTOR, "alice", "alice@example.org")


# -- RFC 8144, what a client prefers ---------------------------------------------------------------


@pytest.mark.rfc("8144", "2.2")
def test_a_proppatch_that_succeeded_says_so_in_short_and_one_that_failed_says_all(alice):
    done = alice.proppatch(f"{HOME}/", setting("<x:a>1</x:a>"), prefer="return=minimal")
    failed = alice.proppatch(f"{HOME}/", setting("<getetag>1</getetag>"), prefer="return=minimal")
    assert (done.status, done.body, done.headers["preference-applied"]) == (200, b"", "return=minimal")
    assert failed.multistatus[f"{HOME}/"].missing == {"{DAV:}getetag": 403}


@pytest.mark.rfc("8144", "2.3")
@pytest.mark.parametrize(("method", "path"), [("MKCOL", f"{HOME}/new/"), ("MKCALENDAR", "/calendars/alice/new/")])
def test_what_made_a_collection_answers_without_a_body(alice, method, path):
    done = alice.request(method, path, prefer="return=minimal")
    assert (done.status, done.body) == (201, b"")


@pytest.mark.rfc("8144", "3.1")
def test_the_new_state_comes_with_the_answer_to_a_put_and_a_post(alice):
    put = alice.put(f"{HOME}/a", b"1", prefer="return=representation")
    post = alice.request("POST", add_member_url(alice, f"{HOME}/"), b"2", prefer="return=representation")
    assert (put.status, put.body, put.headers["content-location"]) == (201, b"1", f"{HOME}/a")
    assert (post.status, post.body, post.headers["content-location"]) == (201, b"2", post.headers["location"])
    assert put.headers["etag"] == alice.get(f"{HOME}/a").headers["etag"]


@pytest.mark.rfc("8144", "3.2")
@pytest.mark.parametrize("condition", [{"if_match": '"old"'}, {"if_none_match": "*"}, {"if": '(["old"])'}])
def test_the_present_state_comes_with_a_412_on_demand(alice, condition):
    etag = alice.put(f"{HOME}/a", b"present").headers["etag"]
    answer = alice.put(f"{HOME}/a", b"new", prefer="return=representation", range="bytes=0-1", **condition)
    assert (answer.status, answer.body, answer.headers["etag"]) == (412, b"present", etag)
    assert answer.headers["content-location"] == f"{HOME}/a"
    assert answer.headers["preference-applied"] == "return=representation"
    assert alice.get(f"{HOME}/a").body == b"present"
    assert alice.put(f"{HOME}/a", b"new", **condition).body != b"present"


@pytest.mark.rfc("8144", "3.2")
def test_a_412_has_no_state_of_what_is_not_there_or_may_not_be_read(alice, bob):
    alice.put(f"{HOME}/a", b"secret")
    share(alice, f"{HOME}/a", grant("/principals/users/bob/", "write-content"))
    nothing = alice.put(f"{HOME}/none", b"x", prefer="return=representation", if_match="*")
    hidden = bob.put(f"{HOME}/a", b"x", prefer="return=representation", if_match='"old"')
    assert (nothing.status, hidden.status) == (412, 412)
    assert "preference-applied" not in nothing.headers | hidden.headers
    assert b"secret" not in hidden.body


@pytest.mark.rfc("8144", "4")
@pytest.mark.parametrize(("depth", "members"), [("0", [f"{HOME}/"]), ("1", [f"{HOME}/a"])])
def test_noroot_leaves_the_collection_out_where_there_is_something_else_to_tell(alice, depth, members):
    alice.put(f"{HOME}/a", b"1")
    answer = alice.propfind(f"{HOME}/", DISPLAYNAME, depth=depth, prefer="depth-noroot, return=minimal")
    applied = "return=minimal" if depth == "0" else "return=minimal, depth-noroot"
    assert (list(answer.multistatus), answer.headers["preference-applied"]) == (members, applied)
