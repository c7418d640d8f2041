"""Links and alarms of sharees in backups, and on a server of several processes."""

from urllib.parse import urlsplit

import httpx

from a3dav.testing.backups import back_up, put_back
from a3dav.testing.client import Client

from .conftest import HOUR, event
from .test_links import API, Passer, make
from .test_personal_alarms import BOBS, LUNCH, OWNERS, put


def test_links_and_alarms_are_in_a_backup(house, alice, bob, grant, tmp_path, more_stores):
    grant("read")
    put(alice, OWNERS)
    put(bob, BOBS)
    address = make(alice)
    restored, _ = put_back(back_up(house), tmp_path / "other", more_stores())
    try:
        again = Client(restored, "bob", "")
        again.authorization = bob.authorization
        assert again.get(LUNCH).text == BOBS
        assert "SUMMARY:Lunch" in Passer(restored).get(address).text
    finally:
        restored.close()


def test_a_large_calendar_is_read_by_a_link(server, served_person):
    home = f"/calendars/{served_person.name}/calendar/"
    account, plain = (served_person.name, served_person.password), {"Accept-Encoding": "identity"}
    with httpx.Client(base_url=served_person.url, auth=account) as alice, httpx.Client(headers=plain) as passer:
        for number in range(3):
            body = event(f"e{number}", *HOUR, "SUMMARY:Lunch", "DESCRIPTION:" + "x" * 500_000)
            alice.put(f"{home}{number}.ics", content=body, headers={"Content-Type": "text/calendar"})
        url = alice.post(API, json={"collection": home}).json()["url"]
        answer = passer.get(url)
        assert (answer.status_code, answer.text.count("SUMMARY:Lunch")) == (200, 3)
        assert passer.head(url).headers["content-length"] == answer.headers["content-length"]
        assert passer.get(url, headers={"If-None-Match": answer.headers["etag"]}).status_code == 304
        assert passer.get(f"{url}.html").status_code == 200
    assert list((server.data_dir / "blobs" / "incoming").iterdir()) == []
    assert urlsplit(url).path.rpartition("/")[2] not in server.log.read_text()
