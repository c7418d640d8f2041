"""Objects with managed attachments that clients send themselves (RFC 8607 §3.7 to §3.9)."""

import pytest

from .conftest import CALENDAR, EVENT, C, add, attached, calendar, component, event, path_of

OTHER = CALENDAR + "other.ics"
START = "DTSTART:20260310T110000Z"
FOREIGN = "ATTACH;MANAGED-ID=foreign;FILENAME=x.pdf;SIZE=9;FMTTYPE=application/pdf:https://example.org/x.pdf"


@pytest.fixture
def line(alice, notes):
    return attached(alice)["M"][0]


@pytest.mark.rfc("8607", "3.7")
def test_a_client_that_keeps_an_attachment_gets_the_bytes_back_that_it_sent(alice, line):
    body = event(START, "SUMMARY:Supper", line)
    assert "etag" in alice.put(EVENT, body).headers
    assert alice.get(EVENT).text == body


@pytest.mark.rfc("8607", "3.9")
def test_a_client_removes_an_attachment_by_leaving_it_out(alice, line):
    assert alice.put(EVENT, event(START)).status == 204
    assert attached(alice) == {"M": []}


@pytest.mark.rfc("8607", "3.7")
def test_an_attachment_is_used_in_another_event(alice, line):
    assert alice.put(OTHER, event(START, line, uid="other")).status == 201
    assert alice.get(path_of(line)).status == 200


@pytest.mark.rfc("8607", "3.7", "6.1")
def test_an_attachment_is_named_by_its_path_on_any_name_of_the_server(alice, line):
    bare = line.replace("http://localhost/", "/")
    assert alice.put(OTHER, event(START, bare, uid="other")).status == 201


UNKNOWN = "0192f0c0000070008000000000000000"
FORGED = {
    "an id of another server": lambda line: FOREIGN,
    "an id of nothing": lambda line: f"ATTACH;MANAGED-ID={UNKNOWN}:http://localhost/attachments/alice/{UNKNOWN}",
    "another host": lambda line: line.replace("http://localhost/", "https://evil.example/"),
    "another path": lambda line: line.replace("-notes.txt", "-notes.exe"),
    "another scheme": lambda line: line.replace(":http://localhost/", ":javascript:alert(1)//"),
    "a path with dots": lambda line: line.replace("/attachments/alice/", "/attachments/alice/../alice/"),
    "an id in capitals": lambda line: (
        line.partition(";FMTTYPE")[0].upper() + ";FMTTYPE" + line.partition(";FMTTYPE")[2]
    ),
}


@pytest.mark.rfc("8607", "3.7")
@pytest.mark.parametrize("forge", FORGED.values(), ids=FORGED)
def test_what_is_no_attachment_of_this_server_is_refused(alice, line, forge):
    answer = alice.put(OTHER, event(START, forge(line), uid="other"))
    assert (answer.status, answer.condition) == (403, C + "valid-managed-id")


@pytest.mark.rfc("8607", "3.7", "3.12.2")
def test_an_attachment_that_the_sender_does_not_read_is_refused(alice, bob, line):
    answer = bob.put("/calendars/bob/calendar/e.ics", event(START, line))
    assert (answer.status, answer.condition) == (403, C + "valid-managed-id")
    assert bob.get(path_of(line)).status == 403


@pytest.mark.rfc("8607", "3.7")
def test_jcal_is_judged_like_the_text_it_stands_for(alice, line):
    managed = [["attach", {"managed-id": "foreign"}, "uri", "https://example.org/x.pdf"]]
    lines = [["uid", {}, "text", "j"], ["dtstamp", {}, "date-time", "2026-01-01T00:00:00Z"]]
    lines += [["dtstart", {}, "date-time", "2026-03-10T11:00:00Z"], *managed]
    head = [["version", {}, "text", "2.0"], ["prodid", {}, "text", "-//test//EN"]]
    import json

    body = json.dumps(["vcalendar", head, [["vevent", lines, []]]])
    answer = alice.put(OTHER, body, content_type="application/calendar+json")
    assert (answer.status, answer.condition) == (403, C + "valid-managed-id")


@pytest.mark.rfc("8607", "6.3")
def test_more_attachments_than_an_event_may_have_are_refused_in_a_put_too(make_house):
    from a3dav.testing.people import add_person

    client = add_person(make_house(plugins__attachments__max_per_resource=1), "alice")
    client.put(EVENT, event())
    client.put(OTHER, event(uid="other"))
    add(client)
    add(client, OTHER)
    (one,), (other,) = attached(client)["M"], attached(client, OTHER)["M"]
    answer = client.put(EVENT, event(START, one, other))
    assert (answer.status, answer.condition) == (403, C + "max-attachments-per-resource")


@pytest.mark.rfc("8607", "3.12.7")
def test_an_import_keeps_links_to_what_another_server_managed(alice):
    answer = alice.request("POST", CALENDAR, calendar(component(START, FOREIGN, uid="i")), content_type="text/calendar")
    assert answer.status in {200, 201, 207}, answer.text
    names = [path for path in alice.propfind(CALENDAR, "{DAV:}getetag", depth="1").multistatus if path != CALENDAR]
    assert attached(alice, names[0])["M"] == ["ATTACH;FMTTYPE=application/pdf:https://example.org/x.pdf"]


@pytest.mark.rfc("8607", "3.12.7")
def test_the_command_that_imports_keeps_what_is_ours_and_links_to_the_rest(house, alice, line, tmp_path):
    from a3dav.transfer import Report, files_below, import_file

    file = tmp_path / "both.ics"
    file.write_text(calendar(component(START, FOREIGN, line, uid="i")), newline="")
    report = Report()
    for source in files_below(file, house):
        import_file(house, house.store.accounts.by_name("alice"), source, report)
    assert report.refused == []
    names = [path for path in alice.propfind(CALENDAR, "{DAV:}getetag", depth="1").multistatus if path != CALENDAR]
    (imported,) = [attached(alice, name)["M"] for name in names if name != EVENT]
    assert imported == ["ATTACH;FMTTYPE=application/pdf:https://example.org/x.pdf", line]


def test_attachments_inside_of_an_event_stay_there(alice):
    inline = "ATTACH;ENCODING=BASE64;VALUE=BINARY;FMTTYPE=text/plain:aGVsbG8="
    alice.put(EVENT, event(START, inline))
    add(alice)
    assert attached(alice)["M"][0] == inline


@pytest.mark.rfc("8607", "3.8", "3.9")
@pytest.mark.parametrize(
    ("method", "headers"),
    [
        ("PUT", {}),
        ("DELETE", {}),
        ("MOVE", {"destination": "http://localhost/files/alice/stolen.txt"}),
        ("LOCK", {}),
        ("PROPPATCH", {}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_clients_change_attachments_through_events_alone(alice, notes, method, headers):
    assert alice.request(method, notes, b"other", **headers).status == 403
    assert alice.get(notes).body == b"hello"


@pytest.mark.parametrize(
    ("method", "path"), [("PUT", "x.txt"), ("MKCOL", "x/"), ("POST", "?add-member"), ("DELETE", "")]
)
def test_nothing_else_is_put_where_attachments_are(alice, notes, method, path):
    assert alice.request(method, "/attachments/alice/" + path, b"").status in {403, 405}


def test_an_attachment_is_copied_into_files(alice, notes):
    answer = alice.request("COPY", notes, destination="http://localhost/files/alice/notes.txt")
    assert answer.status == 201
    assert alice.get("/files/alice/notes.txt").body == b"hello"
