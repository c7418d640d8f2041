"""The Python runtime below its public face: what the scenarios of all languages do not reach."""

import asyncio
import io
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest


class Reply:
    def __init__(self, status=200, body=b"", headers=(), pieces=None):
        from a3dav_client._wire import Headers

        self.status, self.headers, self.body = status, Headers(headers), pieces or [body]

    def pieces(self):
        yield from self.body

    def close(self):
        pass


class Transport:
    """Gives replies in turn and keeps what was asked."""

    def __init__(self, *replies):
        self.replies, self.asked = list(replies), []

    def send(self, request):
        content = request.content
        body = content if isinstance(content, bytes | None) else b"".join(content)
        self.asked.append((request.method, request.url, request.headers, body))
        reply = self.replies.pop(0)
        if isinstance(reply, Exception):
            raise reply
        return reply

    def close(self):
        pass


class AsyncReply(Reply):
    async def pieces(self):
        for piece in self.body:
            yield piece

    async def close(self):
        pass


class AsyncTransport(Transport):
    async def send(self, request):
        return Transport.send(self, request)

    async def close(self):
        pass


class Clock:
    def __init__(self):
        self.slept = []

    def now(self):
        return datetime(2026, 1, 1, tzinfo=UTC)

    def sleep(self, seconds):
        self.slept.append(seconds)


CALENDAR = {"id": "1f", "name": "work", "etag": '"1"'}


def said(value=CALENDAR, status=200, kind="application/json"):
    return Reply(status, json.dumps(value).encode(), [("Content-Type", kind)])


@pytest.fixture
def client(sdk):
    def client(*replies, **options):
        transport = Transport(*replies)
        made = sdk.Client("http://x", "secret", transport=transport, clock=Clock(), random=lambda: 0.5, **options)
        return made, transport

    return client


def test_a_member_that_is_unset_is_not_null(sdk):
    patch = sdk.models.CalendarPatch(color=None)
    assert (patch.to_json(), patch.display_name is sdk.UNSET, bool(sdk.UNSET)) == ({"color": None}, True, False)


def test_an_unknown_value_of_an_enumeration_is_one_of_it(sdk):
    access = sdk.models.Access("later")
    assert (access.is_known, access.value, str(access), sdk.models.Access.READ.is_known) == (
        False,
        "later",
        "later",
        True,
    )


def test_a_time_keeps_its_text_and_means_a_moment(sdk):
    time = sdk.Timestamp("2026-01-02T03:04:05.1234567Z")
    moment = datetime(2026, 1, 2, 3, 4, 5, 123456, tzinfo=UTC)
    assert (str(time), time.datetime, sdk.Timestamp.of(moment)) == (time, moment, "2026-01-02T03:04:05.123456Z")


def test_a_member_that_is_missing_is_told_with_its_place(client, sdk):
    made, _ = client(said({"items": [{"id": "1", "name": "n"}], "next": None}))
    with pytest.raises(sdk.errors.DecodeError, match="/items/0: the member etag is missing"):
        list(made.calendars.list())


def test_a_stream_that_cannot_be_rewound_is_sent_once(client, sdk):
    made, transport = client(Reply(503), Reply(204))
    with pytest.raises(sdk.errors.Unavailable):
        made.files.upload("1f", iter([b"a", b"b"]))
    assert [body for *_, body in transport.asked] == [b"ab"]


def test_a_file_is_sent_again_from_its_beginning(client, tmp_path):
    file = tmp_path / "data"
    file.write_bytes(b"whole")
    made, transport = client(Reply(503), Reply(503), Reply(204))
    made.files.upload("1f", Path(file))
    assert [body for *_, body in transport.asked] == [b"whole"] * 3


def test_an_open_file_is_sent_again_from_where_it_stood(client):
    stream = io.BytesIO(b"skipped and sent")
    stream.seek(12)
    made, transport = client(Reply(503), Reply(204))
    made.files.upload("1f", stream)
    assert [body for *_, body in transport.asked] == [b"sent", b"sent"]


def test_a_download_comes_in_pieces_with_its_etag(client):
    made, _ = client(Reply(200, headers=[("ETag", '"7"'), ("Content-Length", "4")], pieces=[b"ab", b"cd"]))
    with made.files.download("1f") as download:
        assert (download.etag, download.length, list(download)) == ('"7"', 4, [b"ab", b"cd"])


def test_an_answer_is_bounded(client, sdk):
    made, _ = client(Reply(200, b"x" * 11, [("Content-Type", "application/json")]), max_body=10)
    with pytest.raises(sdk.errors.DecodeError, match="longer than 10 bytes"):
        made.calendars.get("1f")


def test_options_of_a_call_go_before_those_of_the_client(client, sdk):
    made, transport = client(Reply(503), retries=5)
    with pytest.raises(sdk.errors.Unavailable):
        made.calendars.get("1f", options=sdk.Options(retries=0, request_id="r1", headers={"X-More": "1"}))
    assert (transport.asked[0][2]["x-request-id"], transport.asked[0][2]["x-more"]) == ("r1", "1")


def test_a_log_has_no_secret(client, sdk):
    logged = []
    made, _ = client(Reply(503), said(), log=logged.append)
    made.calendars.get("token=hidden", options=sdk.Options())
    assert [(one.method, one.outcome, one.attempt) for one in logged] == [("GET", "503", 1), ("GET", "200", 2)]
    assert "secret" not in repr(logged)


def test_secrets_of_a_query_are_hidden(sdk):
    from a3dav_client._redaction import redacted

    assert redacted("http://u:p@x/a?token=1&b=2&Secret=3") == "http://x/a?token=…&b=2&Secret=…"


def test_on_response_is_told_what_came(client, sdk):
    told = []
    made, _ = client(Reply(503), said())
    made.calendars.get("1f", options=sdk.Options(on_response=told.append))
    assert (told[0].status, told[0].attempts) == (200, 2)


def test_what_is_missing_is_a_sentence(sdk, monkeypatch):
    monkeypatch.delenv("A3DAV_URL", raising=False)
    with pytest.raises(sdk.errors.ConfigurationError, match="A3DAV_URL"):
        sdk.Client()


def test_url_and_token_come_from_the_environment(sdk, monkeypatch):
    monkeypatch.setenv("A3DAV_URL", "http://env/")
    monkeypatch.setenv("A3DAV_TOKEN", "of-env")
    transport = Transport(said())
    sdk.Client(transport=transport).calendars.get("1f")
    assert (transport.asked[0][1], transport.asked[0][2]["authorization"]) == (
        "http://env/api/v1/calendars/1f",
        "Bearer of-env",
    )


def test_an_empty_name_in_a_path_is_refused(client, sdk):
    made, transport = client()
    with pytest.raises(sdk.errors.ConfigurationError):
        made.calendars.delete("")
    assert transport.asked == []


def test_many_who_wait_for_a_token_ask_once(sdk):
    asked = []

    async def provide():
        asked.append(1)
        await asyncio.sleep(0)
        return "new"

    async def main():
        transport = AsyncTransport(*(AsyncReply(200, json.dumps(CALENDAR).encode()) for _ in range(5)))
        async with sdk.AsyncClient("http://x", sdk.TokenProvider(provide), transport=transport) as made:
            await asyncio.gather(*(made.calendars.get("1f") for _ in range(5)))
        return {headers["authorization"] for _, _, headers, _ in transport.asked}

    assert (asyncio.run(main()), len(asked)) == ({"Bearer new"}, 1)


def test_a_device_signs_in(client, sdk):
    flow = sdk.oauth.DeviceFlow("/device", "/token", "cli", "calendars:read")
    code = {"device_code": "d", "user_code": "U", "verification_uri": "http://x/go", "interval": 2}
    waits = [said({"error": "authorization_pending"}, 400), said({"error": "slow_down"}, 400)]
    made, transport = client(said(code), *waits, said({"access_token": "a", "expires_in": 60}))
    auth = flow.wait(made, flow.start(made))
    assert (auth.tokens.access_token, made._core.clock.slept) == ("a", [2, 2, 7])
    assert all("authorization" not in headers for _, _, headers, _ in transport.asked)


def test_xml_that_is_deep_is_refused(sdk):
    from a3dav_client.dav.xml import parse

    with pytest.raises(sdk.errors.DecodeError, match="deeper"):
        parse(b"<a>" * 65 + b"</a>" * 65)


def test_text_for_xml_comes_back(sdk):
    from a3dav_client.dav.xml import document, element, parse, text

    value = "<&>\"']]>\r\n\t❤"
    assert parse(document(element("{urn:x}a", text(value)))).all_text == value


def test_members_of_xml_that_is_none_are_refused(sdk):
    from a3dav_client.dav.xml import element, text

    with pytest.raises(sdk.errors.ConfigurationError):
        text("\0")
    with pytest.raises(sdk.errors.ConfigurationError):
        element("{urn:x}a><b")


@pytest.mark.parametrize("split", range(1, 40))
def test_events_are_the_same_however_they_are_split(sdk, split):
    from a3dav_client._sse import Parser, RawEvent

    data = "\ufeffid: 1\r\ndata: a\r\ndata\r\n\r\nevent: x\rdata:b\r\rid: \0\ndata: ü\n\n".encode()
    parser = Parser()
    events = [event for start in range(0, len(data), split) for event in parser.feed(data[start : start + split])]
    assert events == [RawEvent("1", "message", "a\n"), RawEvent("1", "x", "b"), RawEvent("1", "message", "ü")]


def test_two_secrets_hold_while_one_is_changed(sdk):
    import base64
    import hashlib
    import hmac

    body = b'{"type":"x"}'
    signature = base64.b64encode(hmac.new(b"new", b"m.100." + body, hashlib.sha256).digest()).decode()
    headers = {"Webhook-Id": "m", "Webhook-Timestamp": "100", "Webhook-Signature": f"v1,AAAA v1,{signature}"}
    assert sdk.webhooks.verify(headers, body, [b"old", b"new"], now=399) == {"type": "x"}
