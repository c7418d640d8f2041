"""The other server is believed nothing: where it leads, how much it sends, what it claims to be."""

import gzip

import pytest

from a3dav_migrate.credentials import Credentials
from a3dav_migrate.errors import RemoteError, ServerGone
from a3dav_migrate.remote import Remote, Trust

HERE = "/calendars/alice/work/"
XML = {"Content-Type": "application/xml"}


def answers_with(body, status=207, **headers):
    return status, {**XML, **headers}, body


def error_of(moved):
    (account,) = moved.report["accounts"]
    return account["error"]


def refusals(moved):
    (account,) = moved.report["accounts"]
    return [tuple(refusal) for entry in account["collections"] for refusal in entry["refused"]]


@pytest.mark.parametrize("place", ["http://localhost:{}/", "http://127.0.0.1:{}/", "//localhost:{}/"])
def test_a_redirect_to_another_server_is_not_followed(account, another_host, alice, move_here, place):
    away = place.format(another_host.server_port)
    account.answers["PROPFIND", "/home/work/"] = 302, {"Location": away}, b""
    moved = move_here(ends_with=1)
    assert another_host.heard == []
    ((_, reason),) = refusals(moved)
    assert "another server, where the password does not go" in reason


def test_a_redirect_on_the_same_server_is_followed(account, alice, move, make_event, names_in):
    account.put("/home/work/1.ics", make_event(1))
    account.answers["PROPFIND", "/.well-known/caldav"] = 301, {"Location": "/"}, b""
    move(f"{account.url}/nothing/here/", "--to", "alice")
    assert names_in(HERE) == ["1.ics"]


def test_a_circle_of_redirects_ends(account, alice, move_here):
    account.answers["PROPFIND", "/home/work/"] = 302, {"Location": "/home/work/"}, b""
    ((_, reason),) = refusals(move_here(ends_with=1))
    assert "redirects more than 5 times" in reason


def test_a_home_on_another_host_is_not_visited(account, another_host, alice, move_here):
    home = f"<C:calendar-home-set><D:href>{another_host.url.replace('127.0.0.1', 'localhost')}/</D:href></C:calendar-home-set>"
    account.folder("/me/", "<D:principal/>", home)
    moved = move_here(ends_with=1)
    assert another_host.heard == []
    assert "is on another host than 127.0.0.1" in error_of(moved)


def test_members_that_lead_elsewhere_are_told_and_not_fetched(account, another_host, alice, move_here, make_event):
    account.put("/home/work/1.ics", make_event(1))
    account.put("/secret/2.ics", make_event(2))
    listing = account.resources["/home/work/1.ics"].properties
    hrefs = [
        "/home/work/1.ics",
        "http://localhost/2.ics",
        "/home/work/../../secret/2.ics",
        "http://[",
        "/home/work/a/b.ics",
    ]
    parts = "".join(
        f"<D:response><D:href>{href}</D:href><D:propstat><D:prop>{listing}</D:prop>"
        "<D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>"
        for href in hrefs
    )
    body = f'<D:multistatus xmlns:D="DAV:">{parts}</D:multistatus>'.encode()
    account.answers["PROPFIND", "/home/work/"] = answers_with(body)
    moved = move_here(ends_with=1)
    assert [path for method, path, _ in account.heard if method == "GET"] == ["/home/work/1.ics"]
    assert len(refusals(moved)) == 4


def endless(handler, _):
    """A body that never ends, for as long as somebody reads."""
    handler.send_response(207 if handler.command == "PROPFIND" else 200)
    handler.send_header("Connection", "close")
    handler.end_headers()
    handler.close_connection = True
    try:
        while True:
            handler.wfile.write(b"x" * 2**20)
    except OSError:
        return "sent"


@pytest.mark.parametrize(("method", "path"), [("PROPFIND", "/home/work/"), ("GET", "/home/work/1.ics")])
def test_an_endless_answer_is_cut(account, alice, move_here, make_event, method, path):
    account.put("/home/work/1.ics", make_event(1))
    account.answers[method, path] = endless
    ((url, reason),) = refusals(move_here(ends_with=1))
    assert url == account.url + path
    assert reason == f"{url} sends more than 67108864 bytes"


def test_an_endless_refusal_is_cut(account, alice, move_here, make_event):
    def refuse(handler, body):
        handler.send_response = lambda _: type(handler).send_response(handler, 403)
        return endless(handler, body)

    account.put("/home/work/1.ics", make_event(1))
    account.answers["GET", "/home/work/1.ics"] = refuse
    ((_, reason),) = refusals(move_here(ends_with=1))
    assert reason == "the server answers 403"


def test_a_packed_answer_is_refused_unopened(account, alice, move_here):
    body = gzip.compress(b"<D:multistatus xmlns:D='DAV:'/>")
    account.answers["PROPFIND", "/home/work/"] = answers_with(body, **{"Content-Encoding": "gzip"})
    ((_, reason),) = refusals(move_here(ends_with=1))
    assert "encoded although it was asked not to" in reason


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        (b"<html><body>Login</body></html>", "answers with html where a multistatus was expected"),
        (b"<D:multistatus xmlns:D='DAV:'>", "is not well-formed XML"),
        (b"", "is not well-formed XML"),
        (b"<!DOCTYPE m [<!ENTITY a 'b'>]><m>&a;</m>", "document type declaration"),
        (b"<a>" * 100 + b"</a>" * 100, "nested deeper"),
    ],
    ids=["html", "torn", "empty", "doctype", "deep"],
)
def test_an_answer_that_is_no_multistatus_is_refused(account, alice, move_here, body, complaint):
    account.answers["PROPFIND", "/home/work/"] = answers_with(body)
    ((_, reason),) = refusals(move_here(ends_with=1))
    assert complaint in reason


@pytest.mark.parametrize("status", ["HTTP/1.1 200 OK", "", "nonsense", "HTTP/1.1 ²²² ?"])
def test_a_status_line_that_is_odd_does_not_stop_a_migration(account, alice, move_here, make_event, names_in, status):
    account.put("/home/work/1.ics", make_event(1))
    properties = account.resources["/home/work/1.ics"].properties
    body = (
        '<D:multistatus xmlns:D="DAV:"><D:response><D:href>/home/work/1.ics</D:href><D:propstat>'
        f"<D:prop>{properties}</D:prop><D:status>{status}</D:status></D:propstat></D:response></D:multistatus>"
    )
    account.answers["PROPFIND", "/home/work/"] = answers_with(body.encode())
    move_here()
    assert names_in(HERE) == ["1.ics"]


@pytest.mark.parametrize(
    ("href", "name"),
    [
        ("/home/work/%C3%9Cber%20uns.ics", "Über uns.ics"),
        ("/home/work/Über uns.ics", "Über uns.ics"),
        ("/home/work/a%2Fb.ics", "a_b-22680c048b4c.ics"),
        ("/home/work/%2e%2e", "unnamed-1fec01955feb"),
        ("/home/work/a%00b%0A.ics", "a_b_-c59f411e57a5.ics"),
        ("/home/work/%FF.ics", "_-37359530f210.ics"),
        ("/home/work/100%25.ics", "100%.ics"),
    ],
    ids=["encoded", "raw", "slash", "dots", "control", "latin-1", "percent"],
)
def test_any_name_finds_a_place(account, alice, move_here, make_event, names_in, href, name):
    account.put("/home/work/x.ics", make_event(1))
    properties = account.resources["/home/work/x.ics"].properties
    listed = f"<D:response><D:href>{href}</D:href><D:propstat><D:prop>{properties}</D:prop></D:propstat></D:response>"
    account.answers["PROPFIND", "/home/work/"] = answers_with(
        f'<D:multistatus xmlns:D="DAV:">{listed}</D:multistatus>'.encode()
    )
    account.anything = make_event(1)
    move_here()
    assert names_in(HERE) == [name]


def test_a_name_of_another_server_does_not_steer_the_terminal(account, alice, move_here):
    account.folder("/home/work/", "<C:calendar/>", "<D:displayname>[red]\x85\u202eevil&#9;</D:displayname>")
    moved = move_here()
    assert "[red]��evil" in moved.out
    assert "\u202e" not in moved.out + moved.err


# -- signing in --------------------------------------------------------------------------------------


def asking(scheme):
    def ask(handler, _):
        return None if "authorization" in handler.headers else (401, {"WWW-Authenticate": scheme}, b"no")

    return ask


def authorizations(scripted):
    return {headers["authorization"].split()[0] for _, _, headers in scripted.heard if "authorization" in headers}


def test_a_password_never_goes_in_the_clear_to_a_server_that_asks_for_digest(account, alice, move):
    for path in ("/", "/me/", "/home/", "/home/work/"):
        account.answers["PROPFIND", path] = asking('Digest realm="x", nonce="1", qop="auth", algorithm=MD5')
    move(account.url, "--user", "a", "--to", "alice", password="secret")
    assert authorizations(account) == {"Digest"}


@pytest.mark.parametrize(
    "challenge",
    [
        "Digest", "Digest realm", 'Digest realm="x"', 'Digest realm="x", nonce="1", algorithm=ROT13',
        'Digest realm="x", nonce="1", qop="auth-int"', "Negotiate", "",
    ],
)  # fmt: skip
def test_a_challenge_that_nobody_can_answer_is_told(account, alice, move, challenge, monkeypatch):
    monkeypatch.setattr("a3dav_migrate.remote.TRIES", 1)
    account.answers["PROPFIND", "/"] = 401, {"WWW-Authenticate": challenge}, b""
    moved = move(account.url, "--user", "a", "--to", "alice", "--only", "calendars", password="secret", ends_with=1)
    assert "Traceback" not in moved.err
    assert authorizations(account) == set()


def test_a_server_that_asks_for_basic_gets_it(account, alice, move):
    account.answers["PROPFIND", "/"] = asking('Basic realm="x"')
    move(account.url, "--user", "a", "--to", "alice", password="secret")
    assert authorizations(account) == {"Basic"}


def test_a_server_that_shows_strangers_something_is_told_the_password_unasked(account, alice, move):
    stranger = "<D:current-user-principal><D:unauthenticated/></D:current-user-principal>"
    known = account.resources["/"]
    account.folder("/", properties=stranger)

    def answer(handler, _):
        if "authorization" in handler.headers:
            account.resources["/"] = known

    account.answers["PROPFIND", "/"] = answer
    move(account.url, "--user", "a", "--to", "alice", password="secret")
    assert authorizations(account) == {"Basic"}


def test_a_bearer_token_is_sent(account, alice, move, tmp_path):
    (tmp_path / "token").write_text("abc\n")
    move(account.url, "--to", "alice", "--token-file", str(tmp_path / "token"))
    assert {headers["authorization"] for _, _, headers in account.heard} == {"Bearer abc"}


def test_a_wrong_password_is_told(account, alice, move):
    account.answers["PROPFIND", "/"] = 401, {"WWW-Authenticate": 'Basic realm="x"'}, b""
    moved = move(account.url, "--user", "a", "--to", "alice", password="wrong", ends_with=1)
    assert error_of(moved) == f"{account.url}/ refuses this name and password"


# -- trouble on the way ------------------------------------------------------------------------------


@pytest.fixture
def waits():
    return []


@pytest.fixture
def remote(waits):
    opened = Remote(None, Trust(), timeout=5, sleep=waits.append)
    yield opened
    opened.close()


def after(failures, failure):
    """Fails so many times, and then answers as usual."""
    left = iter(range(failures))
    return lambda *_: failure if next(left, None) is not None else None


@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_a_busy_server_is_asked_again(scripted, remote, waits, status):
    scripted.put("/a", b"here")
    scripted.answers["GET", "/a"] = after(3, (status, {}, b""))
    assert remote.get(scripted.url + "/a", 100).body == b"here"
    assert len(waits) == 3


@pytest.mark.rfc("9110", "10.2.3")
@pytest.mark.parametrize(
    ("value", "seconds"), [("7", 7), ("999999", 300), ("Fri, 31 Dec 9999 23:59:59 GMT", 300), ("1e9", None)]
)
def test_the_server_says_how_long_to_wait_within_reason(scripted, remote, waits, value, seconds):
    scripted.put("/a", b"here")
    scripted.answers["GET", "/a"] = after(1, (503, {"Retry-After": value}, b""))
    remote.get(scripted.url + "/a", 100)
    assert waits == [seconds or pytest.approx(1, abs=0.31)]


def test_a_body_that_ends_early_is_asked_for_again(scripted, remote):
    def torn(handler, _):
        handler.send_response(200)
        handler.send_header("Content-Length", "100")
        handler.end_headers()
        handler.wfile.write(b"half")
        handler.close_connection = True
        return "sent"

    scripted.put("/a", b"whole")

    def torn_once(handler, body):
        del scripted.answers["GET", "/a"]
        return torn(handler, body)

    scripted.answers["GET", "/a"] = torn_once
    assert remote.get(scripted.url + "/a", 100).body == b"whole"


def test_other_failures_are_not_asked_for_again(scripted, remote, waits):
    scripted.answers["GET", "/a"] = 500, {}, b""
    assert remote.get(scripted.url + "/a", 100).status == 500
    assert waits == []


def test_a_server_that_is_gone_is_given_up(scripted, remote):
    scripted.answers["GET", "/a"] = 503, {}, b""
    for _ in range(2):
        with pytest.raises(RemoteError, match="answered 503, 5 times"):
            remote.get(scripted.url + "/a", 100)
    with pytest.raises(ServerGone, match="run the same command again"):
        remote.get(scripted.url + "/a", 100)


def test_a_server_that_does_not_answer_at_all_is_told_without_a_search(account, alice, move_here, monkeypatch):
    monkeypatch.setattr("a3dav_migrate.remote.TRIES", 1)
    account.answers["PROPFIND", "/"] = 503, {}, b""
    moved = move_here(ends_with=1)
    assert error_of(moved) == f"{account.url}/ answered 503, 1 times"
    assert [path for _, path, _ in account.heard] == ["/"]


def test_a_request_that_works_in_between_gives_new_patience(scripted, remote):
    scripted.put("/b", b"here")
    scripted.answers["GET", "/a"] = 503, {}, b""
    for _ in range(4):
        with pytest.raises(RemoteError, match="answered 503, 5 times"):
            remote.get(scripted.url + "/a", 100)
        remote.get(scripted.url + "/b", 100)


def test_a_stale_nonce_is_answered(scripted):
    nonces = iter("12345")
    heard = []

    def ask(handler, _):
        heard.append(handler.headers.get("authorization", ""))
        if len(heard) in {1, 4}:
            return 401, {"WWW-Authenticate": f'Digest realm="x", nonce="{next(nonces)}", stale=true'}, b""
        return 200, {}, b"here" if heard[-1] else b"?"

    scripted.answers["GET", "/a"] = ask
    remote = Remote(Credentials("a", "b"), Trust(), timeout=5)
    bodies = [remote.get(scripted.url + "/a", 100).body for _ in range(3)]
    remote.close()
    assert bodies == [b"here"] * 3
