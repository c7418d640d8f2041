"""Calendars are published by the requests that Apple's clients send."""

from urllib.parse import urlsplit

import pytest

from .conftest import CALENDAR, HOUR, event
from .test_links import API, Passer

CS = "{http://calendarserver.org/ns/}"
PUBLISH, UNPUBLISH = (
    f'<CS:{name} xmlns:CS="http://calendarserver.org/ns/"/>' for name in ("publish-calendar", "unpublish-calendar")
)


def post(client, body):
    return client.request("POST", CALENDAR, body, content_type="text/xml; charset=utf-8")


def url(client):
    found = client.propfind(CALENDAR, CS + "publish-url").multistatus[CALENDAR].found
    return urlsplit(found[CS + "publish-url"].findtext("{DAV:}href")).path if found else None


@pytest.fixture
def published(alice):
    alice.put(CALENDAR + "a.ics", event("a", *HOUR, "SUMMARY:Lunch"), content_type="text/calendar")
    assert post(alice, PUBLISH).status == 200
    return alice


def test_a_published_calendar_can_be_read_at_the_address_that_is_told(published, house):
    assert "SUMMARY:Lunch" in Passer(house).get(url(published)).text


def test_a_calendar_is_published_once(published):
    first = url(published)
    post(published, PUBLISH)
    assert (url(published), len(published.get(API).json["links"])) == (first, 1)


def test_a_calendar_is_published_no_longer(published, house):
    address = url(published)
    assert post(published, UNPUBLISH).status == 200
    assert (url(published), Passer(house).get(address).status) == (None, 404)


def test_others_neither_publish_nor_learn_the_address(published, bob, grant):
    grant("read-write")
    assert (post(bob, PUBLISH).status, post(bob, UNPUBLISH).status, url(bob)) == (403, 403, None)
    assert url(published)


def test_the_place_of_links_is_told_before(alice):
    found = alice.propfind(CALENDAR, CS + "pre-publish-url").multistatus[CALENDAR].found
    assert found[CS + "pre-publish-url"].findtext("{DAV:}href") == "http://localhost/links/"
