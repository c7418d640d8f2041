"""Secret links: what everybody reads who knows one, and how they are made and revoked."""

import json
import re
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner

from a3dav.cli import complete
from a3dav.identifiers import now_ms
from a3dav.principals import Scope
from a3dav.testing.client import Client
from a3dav.testing.people import add_person

from .conftest import BOOK, CALENDAR, HOUR, calendar, component, event

API = "/api/links"
SURGERY = event(
    "surgery", *HOUR, "SUMMARY:Surgery", "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:x", "TRIGGER:-PT1H", "END:VALARM"
)  # fmt: skip


class Passer(Client):
    """Somebody who knows an address, and no password."""

    def __init__(self, house):
        super().__init__(house, "", "")
        self.authorization = ""


@pytest.fixture
def passer(house):
    return Passer(house)


def post(client, **wanted):
    return client.request("POST", API, json.dumps(wanted), content_type="application/json")


def make(client, **wanted):
    answer = post(client, **({"collection": CALENDAR} | wanted))
    assert answer.status == 201, answer.text
    return urlsplit(answer.json["url"]).path


@pytest.fixture
def diary(alice):
    assert alice.put(CALENDAR + "surgery.ics", SURGERY, content_type="text/calendar").status == 201
    for name, *lines in (
        ("hidden", "SUMMARY:Hidden", "CLASS:PRIVATE"),
        ("hushed", "SUMMARY:Hushed", "CLASS:CONFIDENTIAL"),
        ("off", "SUMMARY:Off", "TRANSP:TRANSPARENT"),
    ):
        assert (
            alice.put(f"{CALENDAR}{name}.ics", event(name, *HOUR, *lines), content_type="text/calendar").status == 201
        )
    return alice


def summaries(answer):
    return sorted(line.removeprefix("SUMMARY:") for line in answer.text.splitlines() if line.startswith("SUMMARY:"))


@pytest.mark.parametrize(("access", "told"), [("read", ["Busy", "Off", "Surgery"]), ("busy", ["Busy", "Busy", "Busy"])])
@pytest.mark.parametrize("end", ["", ".ics"])
def test_a_link_shows_as_much_as_it_gives(diary, passer, access, told, end):
    answer = passer.get(make(diary, access=access) + end)
    assert (answer.status, answer.headers["content-type"]) == (200, "text/calendar; charset=utf-8")
    assert (summaries(answer), "VALARM" in answer.text) == (told, False)


def test_two_links_do_not_tell_that_they_are_about_one_event(diary, passer):
    uids = [re.findall("UID:(.*)", passer.get(make(diary, access="busy")).text) for _ in range(2)]
    assert ("surgery" in str(uids), set(uids[0]) & set(uids[1])) == (False, set())


def test_an_answer_is_discreet(diary, passer):
    headers = passer.get(make(diary)).headers
    assert headers["referrer-policy"] == "no-referrer"
    assert "noindex" in headers["x-robots-tag"]
    assert headers["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in headers["content-security-policy"]
    assert not any("alice" in value for value in headers.values())
    assert "access-control-allow-origin" not in headers


@pytest.mark.rfc("9110", "13.1.2")
def test_an_unchanged_calendar_is_not_sent_again(diary, passer):
    path = make(diary)
    tag = passer.get(path).headers["etag"]
    assert passer.get(path, if_none_match=f'"x", {tag}').status == 304
    diary.delete(CALENDAR + "off.ics")
    assert passer.get(path, if_none_match=tag).status == 200


def test_head_has_no_body_and_the_same_tag(diary, passer):
    path = make(diary)
    head = passer.request("HEAD", path)
    assert (head.status, head.headers["etag"]) == (200, passer.get(path).headers["etag"])


def test_pages_of_other_sites_may_not_read_a_link_unless_the_setting_says_so(diary, passer):
    assert "access-control-allow-origin" not in passer.get(make(diary), origin="https://page.example").headers


@pytest.fixture
def open_link(make_house):
    """The address of a link in a house that has pages of every site read what is open."""
    house = make_house(security__cors__public="true")
    return house, make(add_person(house, "alice"))


def test_pages_of_every_site_may_read_a_link_where_the_setting_says_so(open_link):
    house, address = open_link
    answer = Passer(house).get(address, origin="https://page.example")
    assert (answer.status, answer.headers["access-control-allow-origin"]) == (200, "*")


def test_a_token_stands_in_no_log_when_a_browser_asks_first(open_link, caplog):
    house, address = open_link
    with caplog.at_level("INFO"):
        asked = {"origin": "https://page.example", "access_control_request_method": "GET"}
        assert Passer(house).request("OPTIONS", address, **asked).status == 204
    written = [getattr(record, "fields", {}) for record in caplog.records]
    assert [entry["url.path"] for entry in written] == ["/links"]


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PROPFIND", "POST", "MKCOL"])
def test_a_link_is_there_to_be_read(diary, passer, method):
    answer = passer.request(method, make(diary))
    assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD, OPTIONS")


@pytest.mark.parametrize(
    "path",
    [
        "/links", "/links/", "/links/x", "/links/" + "a" * 32, "/links/" + "a" * 31, "/links/{token}/", "/links/{token}x",
        "/links/{token}.exe", "/links/{token}.vcf", "/links/{token}/../x", "/links//{token}", "/links/{TOKEN}",
        "/links/%61{token}", "/links/{token}%00", "/links/{token}.ics.html", "/links/../calendars/alice/calendar/",
        "/links/{token};x", "/LINKS/{token}",
    ],
)  # fmt: skip
def test_nothing_is_told_to_who_guesses(diary, passer, path):
    token = make(diary).removeprefix("/links/")
    answer = passer.get(path.format(token=token, TOKEN=token.upper()))
    assert (answer.status in {401, 404}, b"VEVENT" in answer.body, "alice" in str(answer.headers)) == (
        True,
        False,
        False,
    )


def test_what_is_wrong_with_a_link_is_not_told(diary, passer, house):
    guessed = passer.get("/links/" + "a" * 32)
    revoked, disabled = make(diary), make(diary)
    diary.delete(f"{API}/{diary.get(API).json['links'][0]['id']}")
    first = passer.get(revoked)
    house.store.engine.submit(lambda: house.store.engine.execute("UPDATE accounts SET disabled = 1")).result()
    second = passer.get(disabled)
    assert {(a.status, a.body) for a in (guessed, first, second)} == {(404, b"there is no such link")}


def test_a_link_ends_with_its_day(diary, passer, house):
    path = make(diary, days=1)
    assert passer.get(path).status == 200
    past = "UPDATE sharing_links SET expires = ?"
    house.store.engine.submit(lambda: house.store.engine.execute(past, (now_ms() - 1,))).result()
    assert passer.get(path).status == 404


def test_a_link_ends_with_its_calendar(diary, passer):
    diary.request("MKCALENDAR", "/calendars/alice/other/")
    path = make(diary, collection="/calendars/alice/other/")
    diary.delete("/calendars/alice/other/")
    assert (passer.get(path).status, diary.get(API).json) == (404, {"links": []})


def test_the_store_does_not_know_the_token(diary, house):
    token = make(diary).removeprefix("/links/")
    assert token not in str(house.store.engine.rows("SELECT * FROM sharing_links"))
    assert token.encode() not in b"".join(
        bytes(value) for row in house.store.engine.rows("SELECT * FROM sharing_links") for value in row
        if isinstance(value, bytes)
    )  # fmt: skip


def test_a_token_stands_in_no_log(diary, passer, caplog):
    with caplog.at_level("INFO"):
        path = make(diary)
        passer.get(path)
    logged = str([vars(record) for record in caplog.records])
    assert ("/links/-" in logged, path.removeprefix("/links/") in logged) == (True, False)


def test_a_token_stands_in_no_log_of_a_request_that_is_malformed(diary, passer, caplog):
    path = make(diary)
    with caplog.at_level("INFO"):
        assert passer.get(path, host="").status == 400
    logged = str([vars(record) for record in caplog.records])
    assert ("'/links'" in logged, path.removeprefix("/links/") in logged) == (True, False)


def test_the_day_of_the_last_use_is_noted_once(diary, passer, house):
    path = make(diary)
    assert diary.get(API).json["links"][0]["used"] is None
    passer.get(path)
    used = diary.get(API).json["links"][0]["used"]
    assert used % 86_400_000 == 0
    assert timedelta(0) <= datetime.now(UTC) - datetime.fromtimestamp(used / 1000, UTC) < timedelta(days=2)


def test_links_are_listed_without_their_address(diary):
    path = make(diary, access="busy", label="The club", days=7)
    (link,) = diary.get(API).json["links"]
    shown = {name: link[name] for name in ("collection", "access", "label", "published")}
    assert shown == {"collection": CALENDAR, "access": "busy", "label": "The club", "published": False}
    assert path.removeprefix("/links/") not in diary.get(API).text


def test_links_of_others_are_nobodys_business(diary, bob, passer):
    make(diary)
    (link,) = diary.get(API).json["links"]
    assert bob.get(API).json == {"links": []}
    assert bob.delete(f"{API}/{link['id']}").status == 404
    assert post(bob, collection=CALENDAR).status == 404
    assert passer.get(API).status == 401
    assert len(diary.get(API).json["links"]) == 1


@pytest.mark.rfc("9457", "3")
@pytest.mark.parametrize(
    ("wanted", "status"),
    [
        ({"collection": "/calendars/alice/none/"}, 404),
        ({"collection": CALENDAR + "surgery.ics"}, 404),
        ({"collection": "https://elsewhere.example/"}, 404),
        ({"collection": "/calendars/alice/"}, 409),
        ({"collection": "/files/alice/"}, 409),
        ({"collection": BOOK, "access": "busy"}, 409),
        ({"collection": CALENDAR, "access": "read-write"}, 409),
        ({"collection": CALENDAR, "label": "x" * 201}, 409),
        ({"collection": CALENDAR, "days": -1}, 400),
        ({"collection": CALENDAR, "days": True}, 400),
        ({"collection": CALENDAR, "days": 10**9}, 400),
        ({"collection": 1}, 400),
        ({"access": "read"}, 400),
        ({"collection": CALENDAR, "more": 1}, 400),
        ([CALENDAR], 400),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(diary, wanted, status):
    answer = diary.request("POST", API, json.dumps(wanted), content_type="application/json")
    assert (answer.status, answer.headers["content-type"]) == (status, "application/problem+json")
    assert (answer.json["status"], bool(answer.json["detail"])) == (status, True)


@pytest.mark.parametrize("body", ["", "[" * 5000, "{"])
def test_what_is_no_json_is_refused(diary, body):
    assert diary.request("POST", API, body, content_type="application/json").status == 400


def test_a_form_of_another_site_makes_no_link(diary):
    answer = diary.request("POST", API, json.dumps({"collection": CALENDAR}), content_type="text/plain")
    assert (answer.status, diary.get(API).json) == (415, {"links": []})


@pytest.mark.parametrize(
    ("scope", "statuses"), [(Scope.API, (200, 201)), (Scope.DAV, (403, 403)), (Scope.READ_ONLY, (200, 403))]
)
def test_an_app_password_opens_what_it_is_for(diary, house, scope, statuses):
    from a3dav.administration import add_app_password
    from a3dav.storage.transaction import Actor

    phone = Client(house, "alice", add_app_password(house, Actor(), "alice", label="x", scope=scope, days=0))
    assert (phone.get(API).status, post(phone, collection=CALENDAR).status) == statuses


def test_links_have_limits(make_house):
    from a3dav.testing.people import add_person

    house = make_house(plugins__sharing__max_links=1, plugins__sharing__link_days=2)
    alice = add_person(house, "alice")
    make(alice)
    (link,) = alice.get(API).json["links"]
    assert link["expires"] - link["created"] == 2 * 86_400_000
    assert post(alice, collection=CALENDAR).status == 403


def test_an_administrator_can_do_without_links(make_house):
    from a3dav.testing.people import add_person

    alice = add_person(make_house(plugins__sharing__links="false"), "alice")
    assert post(alice, collection=CALENDAR).status == 403


def test_an_address_book_can_be_read_by_a_link(alice, passer):
    for name, line in (("open", "NOTE:x"), ("hidden", "CLASS:PRIVATE")):
        card = f"BEGIN:VCARD\r\nVERSION:3.0\r\nUID:{name}\r\nFN:{name}\r\nN:{name};;;;\r\n{line}\r\nEND:VCARD\r\n"
        assert alice.put(f"{BOOK}{name}.vcf", card, content_type="text/vcard").status == 201
    answer = passer.get(make(alice, collection=BOOK) + ".vcf")
    assert (answer.headers["content-type"], "FN:open" in answer.text, "hidden" in answer.text) == (
        "text/vcard; charset=utf-8", True, False,
    )  # fmt: skip


def soon(uid, *lines):
    day = datetime.now(UTC) + timedelta(days=3)
    return event(uid, f"DTSTART:{day:%Y%m%d}T110000Z", f"DTEND:{day:%Y%m%d}T123000Z", *lines)


def test_a_page_shows_the_next_weeks(alice, passer):
    alice.put(CALENDAR + "a.ics", soon("a", "SUMMARY:Lunch <script>", "LOCATION:Café"), content_type="text/calendar")
    alice.put(CALENDAR + "b.ics", event("b", *HOUR, "SUMMARY:Long ago"), content_type="text/calendar")
    day = datetime.now(UTC) + timedelta(days=5)
    whole = event("c", f"DTSTART;VALUE=DATE:{day:%Y%m%d}", "SUMMARY:Fair", "CLASS:CONFIDENTIAL")
    alice.put(CALENDAR + "c.ics", whole, content_type="text/calendar")
    answer = passer.get(make(alice) + ".html")
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "<time>11:00–12:30</time> Lunch &lt;script&gt; (Café)" in answer.text
    assert "<time>all day</time> Busy" in answer.text
    assert ("Long ago" in answer.text, "<script" in answer.text, "Fair" in answer.text) == (False, False, False)
    assert "script" not in answer.headers["content-security-policy"]


def test_a_page_tells_busy_time_alone_where_that_is_shared(alice, passer):
    alice.put(CALENDAR + "a.ics", soon("a", "SUMMARY:Lunch", "LOCATION:Café"), content_type="text/calendar")
    text = passer.get(make(alice, access="busy") + ".html").text
    assert ("<time>11:00–12:30</time> Busy" in text, "Lunch" in text, "Café" in text) == (True, False, False)


def test_a_task_is_in_the_file_and_not_on_the_page(alice, passer):
    tasks = "/calendars/alice/tasks/"
    body = calendar(component("VTODO", "t", "SUMMARY:Pay"))
    alice.put(tasks + "t.ics", body, content_type="text/calendar")
    path = make(alice, collection=tasks)
    assert ("Pay" in passer.get(path).text, "Pay" in passer.get(path + ".html").text) == (True, False)


@pytest.fixture
def run(house, diary, store_settings):
    given = {**store_settings, "A3DAV_SERVER__DATA_DIR": str(house.store.data_dir)}

    def invoke(*arguments):
        return CliRunner().invoke(complete(), ["link", *arguments], env=given)

    return invoke


def test_links_on_the_command_line(run, passer):
    made = run("create", CALENDAR, "--access", "busy", "--label", "The club")
    assert passer.get(made.output.strip()).status == 200
    listed = run("list", "alice").output
    link_id = re.search("[0-9a-f]{32}", listed).group()
    assert ("The club" in listed, made.output.strip().removeprefix("/links/") in listed) == (True, False)
    assert run("revoke", "alice", link_id).output == "revoked\n"
    assert passer.get(made.output.strip()).status == 404
    assert run("revoke", "alice", link_id).exit_code == 1
