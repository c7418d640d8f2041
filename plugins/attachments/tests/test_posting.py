"""Attachments are added, updated and removed by POST to the object (RFC 8607 §3.2 to §3.6, §3.11)."""

import pytest

from .conftest import CALENDAR, EVENT, C, add, attached, calendar, component, event, path_of, remove, unfolded, update

HOME = "/calendars/alice/"
LARGE = b"x" * 300_000


def managed_id(answer):
    return answer.headers["cal-managed-id"]


@pytest.mark.rfc("8607", "3.2")
def test_calendars_say_that_they_take_attachments_for_single_instances_too(alice):
    told = alice.request("OPTIONS", CALENDAR).headers["dav"].split(", ")
    assert "calendar-managed-attachments" in told
    assert "calendar-managed-attachments-no-recurrence" not in told


@pytest.mark.rfc("8607", "6.1")
def test_a_home_says_that_attachments_are_where_it_is_itself(alice):
    found = alice.propfind(HOME, C + "managed-attachments-server-URL").multistatus[HOME].found
    assert list(found[C + "managed-attachments-server-URL"]) == []


@pytest.mark.rfc("8607", "6.2", "6.3")
def test_a_calendar_tells_its_limits(make_house):
    from a3dav.testing.people import add_person

    house = make_house(plugins__attachments__max_size=5000, plugins__attachments__max_per_resource=7)
    client = add_person(house, "alice")
    names = (C + "max-attachment-size", C + "max-attachments-per-resource")
    found = client.propfind(CALENDAR, *names).multistatus[CALENDAR]
    assert [found.text(name) for name in names] == ["5000", "7"]


def test_an_inbox_tells_no_limits_of_attachments(alice):
    inbox = "/scheduling/alice/inbox/"
    assert C + "max-attachment-size" in alice.propfind(inbox, C + "max-attachment-size").multistatus[inbox].missing


@pytest.mark.rfc("8607", "3.3.1", "3.4", "4.1", "4.2", "4.3", "5.1")
def test_an_attachment_is_added_and_named_in_the_event(alice, event_of_alice):
    answer = add(alice)
    identifier = managed_id(answer)
    assert answer.status == 201
    assert attached(alice)["M"] == [
        f"ATTACH;MANAGED-ID={identifier};FMTTYPE=text/plain;FILENAME=notes.txt;SIZE=5:{answer.headers['location']}"
    ]


@pytest.mark.rfc("8607", "3.4")
def test_the_answer_has_the_tag_of_the_changed_event(alice, event_of_alice):
    before = alice.get(EVENT).headers["etag"]
    answer = add(alice)
    assert answer.headers["etag"] == alice.get(EVENT).headers["etag"] != before


@pytest.mark.rfc("8607", "3.4")
@pytest.mark.rfc("7240", "4.2")
def test_who_prefers_it_gets_the_event_with_the_answer(alice, event_of_alice):
    answer = add(alice, prefer="return=representation")
    assert answer.status == 201
    assert answer.body == alice.get(EVENT).body
    assert answer.headers["content-location"] == EVENT
    assert answer.headers["content-type"].startswith("text/calendar")
    assert managed_id(answer) in answer.text.replace("\r\n ", "")


@pytest.mark.rfc("8607", "3.10")
@pytest.mark.parametrize("body", [b"hello", LARGE], ids=["small", "spooled"])
def test_an_attachment_is_read_as_it_was_sent(alice, event_of_alice, body):
    add(alice, body=body)
    answer = alice.get(path_of(attached(alice)["M"][0]))
    assert (answer.status, answer.body, answer.headers["content-type"]) == (200, body, "text/plain")


@pytest.mark.rfc("8607", "3.10")
@pytest.mark.parametrize("body", [b"0123456789", LARGE], ids=["small", "spooled"])
def test_a_range_of_an_attachment_is_read(alice, event_of_alice, body):
    add(alice, body=body)
    answer = alice.get(path_of(attached(alice)["M"][0]), range="bytes=2-4")
    assert (answer.status, answer.body, answer.headers["content-range"]) == (206, body[2:5], f"bytes 2-4/{len(body)}")


def test_a_page_that_was_attached_does_not_act_in_the_origin_of_the_server(alice, event_of_alice):
    add(alice, body=b"<script>", content_type="text/html")
    headers = alice.get(path_of(attached(alice)["M"][0])).headers
    assert headers["content-disposition"] == "attachment"
    assert headers["content-security-policy"] == "sandbox; default-src 'none'"


def test_the_address_of_an_attachment_is_the_one_that_everybody_uses(make_house):
    from a3dav.testing.people import add_person

    client = add_person(make_house(server__public_url="https://dav.example.org/dav"), "alice")
    client.put(EVENT, event())
    location = add(client).headers["location"]
    assert location.startswith("https://dav.example.org/dav/attachments/alice/")
    assert client.get(location.removeprefix("https://dav.example.org")).body == b"hello"
    line = attached(client)["M"][0].replace("https://dav.example.org/", "http://localhost/")
    assert client.put(CALENDAR + "o.ics", event("DTSTART:20260310T110000Z", line, uid="o")).status == 201


@pytest.mark.rfc("8607", "3.5")
def test_an_update_gives_the_attachment_another_id_and_another_place(alice, notes):
    first = attached(alice)["M"][0]
    answer = update(alice, managed_id=first.partition("MANAGED-ID=")[2].partition(";")[0], body=b"second")
    (line,) = attached(alice)["M"]
    assert answer.status == 204
    assert f"MANAGED-ID={managed_id(answer)};" in line
    assert path_of(line) != notes
    assert alice.get(path_of(line)).body == b"second"


@pytest.mark.rfc("8607", "3.5")
def test_an_update_answers_with_the_event_where_that_is_preferred(alice, event_of_alice):
    answer = update(alice, managed_id(add(alice)), prefer="return=representation")
    assert (answer.status, answer.body) == (200, alice.get(EVENT).body)


@pytest.mark.rfc("8607", "3.6")
def test_a_removal_takes_the_attachment_from_the_event(alice, event_of_alice):
    answer = remove(alice, managed_id(add(alice)))
    assert answer.status == 204
    assert "cal-managed-id" not in answer.headers
    assert attached(alice) == {"M": []}


@pytest.mark.rfc("8607", "3.6")
def test_a_removal_answers_with_the_event_where_that_is_preferred(alice, event_of_alice):
    answer = remove(alice, managed_id(add(alice)), prefer="return=representation")
    assert (answer.status, answer.body) == (200, alice.get(EVENT).body)


def test_other_attachments_stay_when_one_is_removed(alice, event_of_alice):
    link = "ATTACH:https://example.org/agenda.pdf"
    alice.put(EVENT, event("DTSTART:20260310T110000Z", link))
    first = managed_id(add(alice))
    second = managed_id(add(alice))
    remove(alice, first)
    kept = attached(alice)["M"]
    assert kept[0] == link
    assert f"MANAGED-ID={second}" in kept[1]
    assert len(kept) == 2


def test_a_task_takes_attachments(alice):
    task = "/calendars/alice/tasks/t.ics"
    alice.put(task, calendar(component("SUMMARY:Sweep", name="VTODO")))
    assert add(alice, task).status == 201
    assert "ATTACH;MANAGED-ID=" in unfolded(alice.get(task).body)


QUERIES = {
    "no action": ("", "valid-action-parameter"),
    "an unknown action": ("action=attachment-burn", "valid-action-parameter"),
    "two actions": ("action=attachment-add&action=attachment-add", "valid-action-parameter"),
    "another case": ("action=Attachment-Add", "valid-action-parameter"),
    "no UTF-8": ("action=%ff", "valid-action-parameter"),
    "too many fields": ("&".join(["action=attachment-add"] * 30), "valid-action-parameter"),
    "an update with rid": ("action=attachment-update&managed-id=x&rid=M", "valid-rid-parameter"),
    "an empty rid": ("action=attachment-add&rid=", "valid-rid-parameter"),
    "a hole in rid": ("action=attachment-add&rid=M,,M", "valid-rid-parameter"),
    "two rids": ("action=attachment-add&rid=M&rid=M", "valid-rid-parameter"),
    "a flood of rids": ("action=attachment-add&rid=" + ",".join(map(str, range(500))), "valid-rid-parameter"),
    "a rid that is no date": ("action=attachment-add&rid=tomorrow", "valid-rid-parameter"),
    "a rid of no instance": ("action=attachment-add&rid=20260310T110000Z", "valid-rid-parameter"),
    "an addition with an id": ("action=attachment-add&managed-id=x", "valid-managed-id-parameter"),
    "an update without an id": ("action=attachment-update", "valid-managed-id-parameter"),
    "an update of what is not there": ("action=attachment-update&managed-id=x", "valid-managed-id-parameter"),
    "a removal without an id": ("action=attachment-remove", "valid-managed-id-parameter"),
    "a removal of what is not there": ("action=attachment-remove&managed-id=x", "valid-managed-id-parameter"),
    "two ids": ("action=attachment-remove&managed-id=x&managed-id=y", "valid-managed-id-parameter"),
}


@pytest.mark.rfc("8607", "3.3.1", "3.3.2", "3.3.3", "3.11")
@pytest.mark.parametrize(("query", "condition"), QUERIES.values(), ids=QUERIES)
def test_a_wrong_query_is_refused_by_the_condition_it_breaks(alice, event_of_alice, query, condition):
    before = alice.get(EVENT).headers["etag"]
    answer = alice.request("POST", f"{EVENT}?{query}", b"hello", content_type="text/plain")
    assert (answer.status, answer.condition) == (403, C + condition)
    assert alice.get(EVENT).headers["etag"] == before


@pytest.mark.rfc("8607", "3.11", "6.2")
@pytest.mark.parametrize("announced", ["", "2000"], ids=["chunked", "announced"])
def test_an_attachment_that_is_too_large_is_refused(make_house, announced):
    from a3dav.testing.people import add_person

    client = add_person(make_house(plugins__attachments__max_size=1024), "alice")
    client.put(EVENT, event())
    answer = add(client, body=b"x" * 2000, content_length=announced)
    assert (answer.status, answer.condition) == (403, C + "max-attachment-size")


@pytest.mark.rfc("8607", "3.11", "6.3")
def test_one_attachment_too_many_is_refused(make_house):
    from a3dav.testing.people import add_person

    client = add_person(make_house(plugins__attachments__max_per_resource=1), "alice")
    client.put(EVENT, event())
    first = managed_id(add(client))
    answer = add(client)
    assert (answer.status, answer.condition) == (403, C + "max-attachments-per-resource")
    assert update(client, first).status == 204


@pytest.mark.rfc("8607", "3.12.1")
@pytest.mark.parametrize("announced", ["", "3000"], ids=["chunked", "announced"])
def test_attachments_count_for_the_quota_of_the_owner(person, announced):
    client = person("alice", quota=2500)
    client.put(EVENT, event())
    answer = add(client, body=b"x" * 3000, content_length=announced)
    assert (answer.status, answer.condition) == (507, "{DAV:}quota-not-exceeded")
    assert attached(client) == {"M": []}


def test_an_attachment_that_was_refused_late_leaves_no_file(house, person):
    client = person("alice", quota=100_000)
    client.put(EVENT, event())
    add(client, body=LARGE, content_length="")
    assert list(house.store.blobs.references(2**40)) == []


@pytest.mark.rfc("9110", "13.1.1")
def test_a_condition_on_another_version_of_the_event_is_refused(alice, event_of_alice):
    assert add(alice, if_match='"other"').status == 412
    assert attached(alice) == {"M": []}


def test_what_a_lock_keeps_is_changed_by_nobody_without_its_token(alice, event_of_alice):
    body = '<lockinfo xmlns="DAV:"><lockscope><exclusive/></lockscope><locktype><write/></locktype></lockinfo>'
    token = alice.request("LOCK", EVENT, body, content_type="application/xml").headers["lock-token"]
    assert add(alice).status == 423
    assert add(alice, **{"if": f"({token})"}).status == 201


def test_nothing_is_attached_to_what_is_not_there(alice):
    assert add(alice).status == 404


def test_nothing_is_attached_to_when_somebody_is_free(alice):
    path = CALENDAR + "free.ics"
    alice.request("MKCALENDAR", "/calendars/alice/other/")
    path = "/calendars/alice/other/free.ics"
    assert alice.put(path, calendar(component("DTSTART:20260310T110000Z", name="VFREEBUSY"))).status == 201
    assert add(alice, path).status == 403


class Scanner:
    """Refuses what it finds in a body."""

    from a3dav import hookimpl

    @hookimpl
    def a3dav_validate_write(self, write):
        from a3dav.errors import Forbidden

        if write.kind == "attachment" and b"virus" in write.body.read():
            raise Forbidden("this is dangerous")


def test_a_plugin_that_looks_at_writes_sees_attachments(house, alice, event_of_alice):
    house.plugins.register(Scanner())
    assert add(alice, body=b"a virus").status == 403
    assert add(alice, body=b"a letter").status == 201


class Meanwhile:
    """Changes the event while another write is judged, once."""

    from a3dav import hookimpl

    def __init__(self, client):
        self.client = client

    @hookimpl(trylast=True)
    def a3dav_validate_write(self, write):
        client, self.client = self.client, None
        if client is not None:
            client.put(EVENT, event("DTSTART:20260311T110000Z", "SUMMARY:Dinner"))


def test_what_somebody_else_changes_at_the_same_time_is_not_lost(house, alice, event_of_alice):
    house.plugins.unregister(name="scheduling")  # which looks at what stands there, too
    house.plugins.register(Meanwhile(alice))
    assert add(alice).status == 201
    assert "SUMMARY:Dinner" in alice.get(EVENT).text
    assert len(attached(alice)["M"]) == 1
