"""Objects are fetched many at once, and yet they are the bytes that GET gives."""

import pytest

from a3dav_migrate.discovery import Source
from a3dav_migrate.members import Fetcher, list_members
from a3dav_migrate.multistatus import Found
from a3dav_migrate.remote import Remote, Trust

HERE = "/home/work/"


@pytest.fixture
def source(account):
    return Source("calendars", Found(account.url + HERE, ("home", "work")))


@pytest.fixture
def fetch():
    """Fetches everything in a collection, and gives the bodies and how often they were asked for one by one."""
    remote = Remote(None, Trust(), timeout=5)

    def run(account, source):
        members = list(list_members(remote, source).members.values())
        bodies = {found.member.path[-1]: found.body for found in Fetcher(remote, source).fetch(members)}
        return bodies, [path for method, path, _ in account.heard if method == "GET"]

    yield run
    remote.close()


def report(texts, etag="1", wrap="{}", end=""):
    parts = "".join(
        f'<D:response><D:href>{HERE}{name}</D:href><D:propstat><D:prop><D:getetag>"{etag}"</D:getetag>'
        f"<C:calendar-data>{wrap.format(text)}</C:calendar-data></D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>"
        for name, text in texts.items()
    )
    body = f'<D:multistatus xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">{parts}</D:multistatus>{end}'
    return 207, {}, body.encode()


def without_lengths(account, *names):
    for name in names:
        thing = account.resources[HERE + name]
        account.resources[HERE + name] = thing._replace(properties="<D:getetag>1</D:getetag>")


@pytest.fixture
def two(account, make_event):
    """Two events and their texts."""
    for number in range(2):
        account.put(f"{HERE}{number}.ics", make_event(number))
    return {f"{number}.ics": make_event(number).decode() for number in range(2)}


def encoded(texts):
    return {name: text.encode() for name, text in texts.items()}


@pytest.mark.parametrize("end", ["", "\r\n"], ids=["plain", "with a line break at the end"])
def test_raw_carriage_returns_are_kept(account, source, two, fetch, end):
    account.answers["REPORT", HERE] = report(two, end=end)
    assert fetch(account, source) == (encoded(two), [])


def test_escaped_carriage_returns_are_kept(account, source, two, fetch):
    account.answers["REPORT", HERE] = report({name: text.replace("\r", "&#13;") for name, text in two.items()})
    assert fetch(account, source) == (encoded(two), [])


def test_carriage_returns_that_a_server_drops_are_restored_where_the_length_proves_it(account, source, two, fetch):
    account.answers["REPORT", HERE] = report({name: text.replace("\r", "") for name, text in two.items()})
    assert fetch(account, source) == (encoded(two), [])


def test_without_lengths_a_server_that_drops_them_is_asked_for_each(account, source, two, fetch):
    without_lengths(account, *two)
    account.answers["REPORT", HERE] = report({name: text.replace("\r", "") for name, text in two.items()})
    assert fetch(account, source) == (encoded(two), [HERE + "0.ics", HERE + "1.ics"])


def test_without_lengths_a_server_that_keeps_them_is_tried_once(account, source, two, fetch):
    without_lengths(account, *two)
    account.answers["REPORT", HERE] = report(two)
    assert fetch(account, source) == (encoded(two), [HERE + "0.ics"])


def test_a_server_that_changed_one_object_is_asked_for_each(account, source, two, fetch, make_event):
    account.put(f"{HERE}2.ics", make_event(2))
    without_lengths(account, "0.ics", "1.ics", "2.ics")
    texts = {**two, "2.ics": make_event(2).decode()}
    account.answers["REPORT", HERE] = report({**texts, "0.ics": "BEGIN:VCALENDAR"})
    assert fetch(account, source) == (encoded(texts), [f"{HERE}{number}.ics" for number in range(3)])


def test_bodies_in_cdata_are_compared_too(account, source, two, fetch):
    account.answers["REPORT", HERE] = report(two, wrap="<![CDATA[{}]]>")
    assert fetch(account, source) == (encoded(two), [])


def test_bodies_with_white_space_around_them_are_fetched_one_by_one(account, source, two, fetch):
    account.answers["REPORT", HERE] = report(two, wrap="\n  {}\n")
    assert fetch(account, source) == (encoded(two), [HERE + "0.ics", HERE + "1.ics"])


def test_what_a_multiget_leaves_out_is_fetched(account, source, two, fetch):
    account.answers["REPORT", HERE] = report({"1.ics": two["1.ics"]})
    assert fetch(account, source) == (encoded(two), [HERE + "0.ics"])


@pytest.mark.parametrize(
    "answer", [(207, {}, b"<broken"), (501, {}, b""), (500, {}, b""), (207, {}, b"<a/>")], ids=range(4)
)
def test_where_there_is_no_multiget_objects_are_fetched_one_by_one(account, source, two, fetch, answer):
    account.answers["REPORT", HERE] = answer
    assert fetch(account, source) == (encoded(two), [HERE + "0.ics", HERE + "1.ics"])


def test_what_nobody_asked_for_is_not_taken(account, source, two, fetch):
    account.answers["REPORT", HERE] = report({**two, "other.ics": "evil"})
    assert fetch(account, source) == (encoded(two), [])
