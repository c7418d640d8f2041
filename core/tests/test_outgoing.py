"""Requests that users cause, against real servers on this machine."""

import gzip
import http.server
import ipaddress
import logging
import socket
import ssl
import threading
import time
import tracemalloc
import zlib

import pytest
import trustme

from a3dav.config.model import OutgoingSettings
from a3dav.outgoing import Asked, Outgoing, OutgoingError
from a3dav.outgoing.addresses import is_public


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers by path: the table of the server maps a path to status, headers and body."""

    protocol_version = "HTTP/1.1"

    def answer(self):
        length = int(self.headers.get("Content-Length") or 0)
        self.server.seen.append((self.command, self.path, dict(self.headers.items()), self.rfile.read(length)))
        status, headers, body = self.server.answers.get(self.path, (404, {}, b"nothing here"))
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = do_HEAD = answer  # noqa: N815

    def log_message(self, *arguments):
        pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, certificate=None):
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers, self.seen = {}, []
        self.scheme = "http"
        if certificate is not None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            certificate.configure_cert(context)
            self.socket = context.wrap_socket(self.socket, server_side=True)
            self.scheme = "https"

    @property
    def port(self):
        return self.server_address[1]

    def url(self, path="/", host="127.0.0.1"):
        return f"{self.scheme}://{host}:{self.port}{path}"

    def handle_error(self, request, address):
        """Clients that go away are what is tested here."""


def served(server):
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    return server


@pytest.fixture
def plain():
    server = served(Server())
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    made = trustme.CA()
    made.file = tmp_path_factory.mktemp("authority") / "ca.pem"
    made.cert_pem.write_to_path(made.file)
    return made


@pytest.fixture
def secure(authority):
    server = served(Server(authority.issue_cert("push.example.org")))
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def clients():
    made = []
    yield made
    for client in made:
        client.close()


@pytest.fixture
def client(clients):
    def make(resolve=None, **settings):
        settings = {"allowed": ("127.0.0.0/8",), "clear_text": True, "seconds": 5} | settings
        resolver = {} if resolve is None else {"resolve": resolve}
        clients.append(Outgoing(OutgoingSettings(**settings), **resolver))
        return clients[-1]

    return make


def here(host, port):
    return ["127.0.0.1"]


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.8.8.8", "169.254.169.254", "172.16.0.1", "172.31.255.255",
        "192.0.0.8", "192.0.2.1", "192.168.1.1", "198.18.0.1", "198.51.100.7", "203.0.113.9", "224.0.0.1", "240.0.0.1",
        "255.255.255.255", "::", "::1", "::127.0.0.1", "::ffff:8.8.8.8", "::ffff:10.0.0.1", "64:ff9b::808:808",
        "64:ff9b:1::1", "100::1", "2001::1", "2001:db8::1", "2002:7f00:1::", "3fff::1", "fc00::1", "fd12::1",
        "fe80::1", "fe80::1%1", "fec0::1", "ff02::1",
    ],
)  # fmt: skip
def test_addresses_of_private_and_special_networks_are_not_public(address):
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "address", ["1.1.1.1", "9.9.9.9", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a01:4f8::1"]
)
def test_addresses_of_the_open_network_are_public(address):
    assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1", "127.1", "0"]
)
def test_this_machine_is_not_reached_under_any_of_its_names(plain, client, host):
    plain.answers["/"] = (200, {}, b"secret")
    with pytest.raises(OutgoingError):
        client(allowed=()).ask(Asked(url=plain.url(host=host)))
    assert plain.seen == []


@pytest.mark.parametrize("allowed", ["127.0.0.0/8", "127.0.0.1", "feeds.lan", "*.lan"])
def test_what_is_private_is_reached_when_it_is_allowed_by_network_or_name(plain, client, allowed):
    plain.answers["/"] = (200, {}, b"hello")
    asked = client(resolve=here, allowed=(allowed,)).ask(Asked(url=plain.url(host="feeds.lan")))
    assert asked.body == b"hello"


@pytest.mark.parametrize("host", ["feeds.lan.example.org", "lan", "otherfeeds.example"])
def test_a_domain_allows_what_is_in_it_alone(plain, client, host):
    with pytest.raises(OutgoingError, match="private network"):
        client(resolve=here, allowed=("*.lan",)).ask(Asked(url=plain.url(host=host)))


def test_a_name_is_resolved_once_so_that_a_second_answer_cannot_lead_elsewhere(plain, client):
    plain.answers["/"] = (200, {}, b"secret")
    answers = iter([["127.0.0.2"], ["127.0.0.1"]])
    with pytest.raises(OutgoingError, match="did not answer"):
        client(resolve=lambda *_: next(answers), allowed=("127.0.0.2",)).ask(
            Asked(url=plain.url(host="rebind.example"))
        )
    assert plain.seen == []


def test_of_several_addresses_only_those_that_are_fit_are_connected_to(plain, client):
    plain.answers["/"] = (200, {}, b"secret")
    with pytest.raises(OutgoingError):
        client(resolve=lambda *_: ["127.0.0.1", "127.0.0.3"], allowed=("127.0.0.3",)).ask(
            Asked(url=plain.url(host="two.example"))
        )
    assert plain.seen == []


def test_the_host_header_stays_the_name(plain, client):
    plain.answers["/x"] = (200, {}, b"")
    client(resolve=here).ask(Asked(url=plain.url("/x", host="feeds.lan")))
    assert plain.seen[0][2]["Host"] == f"feeds.lan:{plain.port}"


def test_a_certificate_is_verified_for_the_name(secure, client, authority):
    secure.answers["/"] = (200, {}, b"hello")
    asked = client(resolve=here, ca_file=str(authority.file)).ask(Asked(url=secure.url(host="push.example.org")))
    assert asked.body == b"hello"


def test_a_certificate_for_another_name_is_refused(secure, client, authority):
    with pytest.raises(OutgoingError, match=r"certificate of https://other\.example\.org"):
        client(resolve=here, ca_file=str(authority.file)).ask(Asked(url=secure.url(host="other.example.org")))


def test_a_connection_of_one_name_does_not_serve_another_of_the_same_address(secure, client, authority):
    one = client(resolve=here, ca_file=str(authority.file))
    one.ask(Asked(url=secure.url(host="push.example.org")))
    with pytest.raises(OutgoingError, match="not trusted"):
        one.ask(Asked(url=secure.url(host="other.example.org")))


def test_a_certificate_of_an_unknown_authority_is_refused(secure, client):
    with pytest.raises(OutgoingError, match="not trusted"):
        client(resolve=here).ask(Asked(url=secure.url(host="push.example.org")))


def test_clear_text_is_refused_unless_it_is_allowed(plain, client):
    with pytest.raises(OutgoingError, match="not https") as refused:
        client(clear_text=False).ask(Asked(url=plain.url()))
    assert refused.value.final


@pytest.mark.parametrize(
    "url",
    [
        "", "example.org", "ftp://example.org/", "file:///etc/passwd", "https://", "https:///x", "https://a b/",
        "https://example.org\\@evil.example/", "https://example.org/\r\nX: y", "https://example.org:99999/",
        "https://exa mple.org", "https://[::1", "https://ex%61mple.org/", "https://[fe80::1%25eth0]/", "https://-/",
        "https://" + "a" * 5000,
    ],
)  # fmt: skip
def test_an_address_that_is_malformed_is_refused(client, url):
    with pytest.raises(OutgoingError, match="the address"):
        client().refuse(url)


@pytest.mark.parametrize("url", ["https://127.0.0.1/", "https://[::1]/", "https://10.0.0.1:8443/x"])
def test_a_private_address_is_refused_before_anything_is_asked(client, url):
    with pytest.raises(OutgoingError, match="private network"):
        client(allowed=()).refuse(url)


def test_a_redirect_is_followed_and_a_permanent_one_told(plain, client):
    plain.answers |= {"/old": (301, {"Location": "/new"}, b""), "/new": (200, {}, b"hello")}
    answer = client().ask(Asked(url=plain.url("/old")))
    assert (answer.body, answer.url, answer.moved) == (b"hello", plain.url("/new"), plain.url("/new"))


def test_a_redirect_for_now_does_not_say_that_something_moved(plain, client):
    plain.answers |= {
        "/a": (302, {"Location": "/b"}, b""), "/b": (301, {"Location": "/c"}, b""), "/c": (200, {}, b"hello"),
    }  # fmt: skip
    assert client().ask(Asked(url=plain.url("/a"))).moved == ""


@pytest.mark.parametrize("location", ["http://10.0.0.1/", "//[::1]/", "file:///etc/passwd", "gopher://x/"])
def test_a_redirect_is_judged_like_the_address_itself(plain, client, location):
    plain.answers["/"] = (302, {"Location": location}, b"")
    with pytest.raises(OutgoingError):
        client().ask(Asked(url=plain.url()))


def test_a_redirect_to_a_name_of_this_machine_is_refused(plain, client):
    plain.answers["/"] = (302, {"Location": plain.url("/secret", host="inside.example")}, b"")
    with pytest.raises(OutgoingError, match=r"inside\.example is in a private network"):
        client(resolve=here, allowed=("outside.example",)).ask(Asked(url=plain.url(host="outside.example")))


def test_a_redirect_is_an_answer_where_only_this_address_may_answer(plain, client):
    plain.answers["/old"] = (302, {"Location": "/new"}, b"")
    answer = client().ask(Asked(url=plain.url("/old"), follows=False))
    assert (answer.status, answer.ok) == (302, False)
    assert [path for _, path, *_ in plain.seen] == ["/old"]


def test_redirects_without_end_are_given_up(plain, client):
    plain.answers["/"] = (302, {"Location": "/"}, b"")
    with pytest.raises(OutgoingError, match="redirects more than 5 times"):
        client().ask(Asked(url=plain.url()))


def test_what_is_sent_with_post_is_not_sent_on(plain, client):
    plain.answers["/"] = (307, {"Location": "/elsewhere"}, b"")
    assert client().ask(Asked(url=plain.url(), method="POST", body=b"x")).status == 307


def test_credentials_of_the_address_are_sent_to_its_origin(plain, client):
    plain.answers["/"] = (200, {}, b"")
    client().ask(Asked(url=f"http://ann:p%40ss@127.0.0.1:{plain.port}/"))
    assert plain.seen[0][2]["Authorization"] == "Basic YW5uOnBAc3M="


def test_credentials_do_not_follow_to_another_origin(plain, client):
    plain.answers |= {"/": (302, {"Location": plain.url("/b", host="b.lan")}, b""), "/b": (200, {}, b"")}
    url = f"http://ann:secret@a.lan:{plain.port}/"
    client(resolve=here).ask(Asked(url=url, headers={"authorization": "Bearer x", "Cookie": "y"}))
    assert {"Authorization", "authorization", "Cookie"}.isdisjoint(plain.seen[1][2])


@pytest.mark.parametrize(
    ("asked", "header", "value"),
    [
        ({"etag": '"1"'}, "If-None-Match", '"1"'),
        ({"modified": "Sat, 21 Nov 2026 10:00:00 GMT"}, "If-Modified-Since", "Sat, 21 Nov 2026 10:00:00 GMT"),
    ],
)
@pytest.mark.rfc("9110", "13.1.2", "13.1.3")
def test_a_request_can_be_conditional(plain, client, asked, header, value):
    plain.answers["/"] = (304, {}, b"")
    answer = client().ask(Asked(url=plain.url(), **asked))
    assert (answer.unchanged, plain.seen[0][2][header]) == (True, value)


def test_more_than_the_limit_is_refused(plain, client):
    plain.answers["/"] = (200, {}, b"x" * 101)
    with pytest.raises(OutgoingError, match="more than 100 bytes"):
        client().ask(Asked(url=plain.url(), limit=100))


def test_the_beginning_of_a_long_refusal_is_enough(plain, client):
    plain.answers["/"] = (500, {}, b"x" * 1_000_000)
    assert len(client().ask(Asked(url=plain.url())).body) == 4096


def test_gzip_is_unpacked(plain, client):
    plain.answers["/"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(b"hello ") + gzip.compress(b"again"))
    assert client().ask(Asked(url=plain.url())).body == b"hello again"


def test_a_bomb_of_gzip_is_refused_before_it_is_unpacked(plain, client):
    plain.answers["/"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(bytes(50_000_000)))
    with pytest.raises(OutgoingError, match="more than 1000 bytes"):
        client().ask(Asked(url=plain.url(), limit=1000))


def test_a_bomb_of_gzip_takes_no_memory(plain, client):
    plain.answers["/"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(bytes(50_000_000)))
    one = client()
    tracemalloc.start()
    try:
        with pytest.raises(OutgoingError):
            one.ask(Asked(url=plain.url(), limit=1000))
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(("coding", "body"), [("br", b"x"), ("gzip, gzip", b"x"), ("deflate", zlib.compress(b"x"))])
def test_a_coding_that_was_not_asked_for_is_refused(plain, client, coding, body):
    plain.answers["/"] = (200, {"Content-Encoding": coding}, body)
    with pytest.raises(OutgoingError, match="coding"):
        client().ask(Asked(url=plain.url()))


def test_gzip_that_is_none_is_an_error(plain, client):
    plain.answers["/"] = (200, {"Content-Encoding": "gzip"}, b"hello")
    with pytest.raises(OutgoingError, match="cannot be unpacked"):
        client().ask(Asked(url=plain.url()))


@pytest.fixture
def dripping():
    """A server that says what it says a byte at a time and never comes to an end."""
    listener = socket.create_server(("127.0.0.1", 0))
    ended = threading.Event()

    def drip(connection, first):
        connection.sendall(first)
        while not ended.wait(0.05):
            try:
                connection.sendall(b"x")
            except OSError:
                return

    def serve(first):
        def go():
            connection, _ = listener.accept()
            with connection:
                connection.recv(65536)
                drip(connection, first)

        threading.Thread(target=go, daemon=True).start()
        return f"http://127.0.0.1:{listener.getsockname()[1]}/"

    yield serve
    ended.set()
    listener.close()


@pytest.mark.parametrize("first", [b"HTTP/1.1 200 OK\r\n\r\n", b"HTTP/1.1 200 OK\r\nX: ", b"HT"])
def test_an_answer_that_drips_ends_with_the_time_it_was_given(dripping, client, first):
    with pytest.raises(OutgoingError, match="in time"):
        client().ask(Asked(url=dripping(first), seconds=0.4))


@pytest.mark.parametrize("first", [b"SSH-2.0-x\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: nonsense\r\n\r\n"])
def test_what_is_no_http_is_an_error_with_a_sentence(dripping, client, first):
    with pytest.raises(OutgoingError, match="did not answer"):
        client().ask(Asked(url=dripping(first), seconds=2))


def test_a_sentence_does_not_repeat_what_may_be_secret(plain, client):
    port = plain.port
    plain.shutdown()
    plain.server_close()
    with pytest.raises(OutgoingError) as failed:
        client().ask(Asked(url=f"http://ann:secret@127.0.0.1:{port}/hidden?token=hidden"))
    assert str(failed.value) == f"http://127.0.0.1:{port} did not answer: ConnectError"


def test_nothing_of_a_request_goes_into_the_log(plain, client, caplog):
    caplog.set_level(logging.INFO)
    client().ask(Asked(url=f"http://ann:secret@127.0.0.1:{plain.port}/hidden"))
    assert "hidden" not in caplog.text


def test_proxies_of_the_environment_are_not_used(plain, client, monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    plain.answers["/"] = (200, {}, b"direct")
    assert client().ask(Asked(url=plain.url())).body == b"direct"


def test_a_proxy_is_used_where_it_is_configured(plain, client):
    plain.answers["http://feeds.example/x"] = (200, {}, b"through the proxy")
    proxied = client(proxy=f"http://me:pw@127.0.0.1:{plain.port}", allowed=())
    assert proxied.ask(Asked(url="http://feeds.example/x")).body == b"through the proxy"


def test_a_private_address_is_refused_in_front_of_a_proxy_as_well(plain, client):
    with pytest.raises(OutgoingError, match="private network"):
        client(proxy=plain.url(), allowed=()).ask(Asked(url="http://10.0.0.1/"))


@pytest.mark.parametrize(
    ("value", "seconds"), [("120", 120), ("Sat, 01 Jan 2000 00:02:00 GMT", 120), ("", 0), ("soon", 0), ("-5", 0)]
)
@pytest.mark.rfc("9110", "10.2.3")
def test_retry_after_is_read_in_both_forms(plain, client, value, seconds):
    plain.answers["/"] = (503, {"Retry-After": value}, b"")
    assert client().ask(Asked(url=plain.url())).retry_after(946684800) == seconds


def test_a_connection_is_kept_for_the_next_request(plain, client):
    plain.answers["/"] = (200, {}, b"")
    one = client()
    one.ask(Asked(url=plain.url()))
    plain.shutdown()
    assert one.ask(Asked(url=plain.url())).status == 200


def test_a_deadline_counts_from_each_request_anew(plain, client):
    plain.answers["/"] = (200, {}, b"")
    one = client(seconds=0.5)
    one.ask(Asked(url=plain.url()))
    time.sleep(0.6)
    assert one.ask(Asked(url=plain.url())).status == 200
