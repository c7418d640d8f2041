"""A running server, its tasks process and a device that walks as DAVx5 does, over sockets."""

import time
from email.utils import formatdate

import httpx
import pytest
from lxml import etree

from a3dav.testing.serving import serving
from a3dav.testing.waiting import eventually

P = "{https://bitfire.at/webdav-push}"
D = "{DAV:}"
LINES = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", "BEGIN:VEVENT", "UID:{}", "DTSTAMP:20260101T000000Z"]
LINES += ["DTSTART:20260102T120000Z", "END:VEVENT", "END:VCALENDAR", ""]
PROPFIND = (
    '<?xml version="1.0" encoding="UTF-8"?><propfind xmlns="DAV:" xmlns:CAL="urn:ietf:params:xml:ns:caldav"'
    ' xmlns:CS="http://calendarserver.org/ns/" xmlns:PUSH="https://bitfire.at/webdav-push"><prop><resourcetype/>'
    "<displayname/><owner/><current-user-privilege-set/><CAL:supported-calendar-component-set/><CS:getctag/>"
    "<sync-token/><PUSH:transports/><PUSH:supported-triggers/><PUSH:topic/></prop></propfind>"
)
HEADERS = {"Content-Type": "application/xml; charset=utf-8", "User-Agent": "DAVx5/4.5 (2025/06/01; dav4jvm; okhttp/4)"}


@pytest.fixture
def server(tmp_path, store_settings, authority):
    settings = {
        "A3DAV_OUTGOING__ALLOWED": "127.0.0.1", "A3DAV_OUTGOING__CA_FILE": str(authority.file),
        "A3DAV_PLUGINS__PUSH__PAUSE": "0",
    }  # fmt: skip
    with serving(tmp_path, {**store_settings, **settings}) as served:
        served.start()
        yield served


def davx5(device):
    return (
        "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>"
        '<n0:push-register xmlns:n0="https://bitfire.at/webdav-push"><n0:subscription><n0:web-push-subscription>'
        f"<n0:push-resource>{device.address}</n0:push-resource>"
        f'<n0:subscription-public-key type="p256dh">{device.facts["key"]}</n0:subscription-public-key>'
        f"<n0:auth-secret>{device.facts['secret']}</n0:auth-secret></n0:web-push-subscription></n0:subscription>"
        f"<n0:expires>{formatdate(time.time() + 3 * 86_400, usegmt=True)}</n0:expires></n0:push-register>"
    )


def test_a_phone_registers_hears_of_changes_and_leaves(server, service):
    person = server.person()
    calendar = f"/calendars/{person.name}/calendar/"
    with httpx.Client(base_url=server.url, auth=(person.name, person.password), headers=HEADERS) as phone:
        options = phone.options(calendar)
        assert "webdav-push" in options.headers["DAV"].replace(" ", "").split(",")
        home = phone.request("PROPFIND", f"/calendars/{person.name}/", content=PROPFIND, headers={"Depth": "1"})
        found = next(
            response for response in etree.fromstring(home.content) if response.findtext(f"{D}href") == calendar
        )
        device = service.device(found.findtext(f".//{P}vapid-public-key"), "phone")
        registered = phone.post(calendar, content=davx5(device))
        assert (registered.status_code, registered.text) == (204, "")
        put = phone.put(
            f"{calendar}other.ics",
            content="\r\n".join(LINES).format("other"),
            headers={"Content-Type": "text/calendar"},
        )
        assert put.status_code == 201
        (text,) = eventually(service.told)
        message = etree.fromstring(text.encode())
        assert message.findtext(f"{P}topic") == found.findtext(f".//{P}topic")
        own = {"Content-Type": "text/calendar", "Push-Dont-Notify": f'"{registered.headers["Location"]}"'}
        assert phone.put(f"{calendar}own.ics", content="\r\n".join(LINES).format("own"), headers=own).status_code == 201
        assert phone.delete(registered.headers["Location"]).status_code == 204
        assert phone.delete(registered.headers["Location"]).status_code == 404
    assert "Traceback" not in server.log.read_text()
    assert len(service.told()) == 1
