"""Servers of the directory: TLS, several of them, away and back, and what settings are refused."""

import logging
import socket
import threading

import pytest
import trustme

from a3dav.errors import ConfigError
from a3dav.testing.client import Client
from a3dav_ldap.checking import examined
from a3dav_ldap.directory import directory_of

SECRET = "Ada's secret"


@pytest.fixture
def ca_file(slapd):
    return slapd.folder / "ca.pem"


@pytest.mark.rfc("4513", "3.1.3")
def test_ldaps_with_an_authority_that_is_believed(slapd, asking, ca_file, signed_in):
    slapd.person("ada")
    assert signed_in(asking(slapd, urls=slapd.secure_url, ca_file=ca_file), "ada", SECRET) == 207


@pytest.mark.rfc("4511", "4.14.1")
def test_start_tls_with_an_authority_that_is_believed(slapd, asking, ca_file, signed_in):
    slapd.person("ada")
    house = asking(slapd, start_tls="true", ca_file=ca_file)
    assert signed_in(house, "ada", SECRET) == 207
    told = next(iter(examined(directory_of(house))))
    assert told == f"{slapd.url} answers, secured by TLS"


def test_a_socket_of_the_same_machine(slapd, asking, signed_in):
    slapd.person("ada")
    assert signed_in(asking(slapd, urls=slapd.local_url), "ada", SECRET) == 207


@pytest.mark.parametrize("how", ["ldaps", "start_tls"])
def test_a_server_of_another_authority_gets_no_password(slapd, asking, tmp_path, signed_in, how):
    slapd.person("ada")
    other = tmp_path / "other.pem"
    trustme.CA().cert_pem.write_to_path(other)
    given = {"urls": slapd.secure_url} if how == "ldaps" else {"start_tls": "true"}
    assert signed_in(asking(slapd, ca_file=other, **given), "ada", SECRET) == 503


@pytest.mark.parametrize("how", ["ldaps", "start_tls"])
def test_a_certificate_for_another_name_is_refused(make_slapd, asking, signed_in, monkeypatch, how):
    slapd = make_slapd(names=("ldap.example.net",))
    slapd.person("ada")
    given = {"urls": slapd.secure_url} if how == "ldaps" else {"start_tls": "true"}
    assert signed_in(asking(slapd, ca_file=slapd.folder / "ca.pem", **given), "ada", SECRET) == 503


def test_authorities_that_cannot_be_read_are_told_by_file(slapd, asking):
    house = asking(slapd, urls=slapd.secure_url, ca_file="/nowhere/ca.pem")
    assert "/nowhere/ca.pem" in next(iter(examined(directory_of(house))))


def test_the_next_server_is_asked_where_the_first_is_away(slapd, asking, signed_in):
    slapd.person("ada")
    house = asking(slapd, urls=f"ldap://127.0.0.1:1,{slapd.url}")
    assert signed_in(house, "ada", SECRET) == 207


def test_while_the_directory_is_away_people_are_told_to_come_again(slapd, asking, signed_in, caplog):
    house = asking(slapd, pause_seconds=600)
    slapd.person("ada")
    slapd.stop()
    with caplog.at_level(logging.WARNING, "a3dav.ldap"):
        answers = [Client(house, "ada", SECRET).propfind("/", "{DAV:}owner") for _ in range(3)]
    assert [(answer.status, answer.headers["retry-after"]) for answer in answers] == [(503, "600")] * 3
    assert [record.message.partition(":")[0] for record in caplog.records if record.name == "a3dav.ldap"] == [
        "the directory is away"
    ]
    slapd.start()
    assert signed_in(house, "ada", SECRET) == 503, "nobody asks again before the pause is over"


def test_a_directory_that_is_back_is_asked_again_on_new_connections(slapd, house, signed_in, caplog):
    for name in ("ada", "grace", "edsger"):
        slapd.person(name)
    assert signed_in(house, "ada", SECRET) == 207
    slapd.stop()
    assert signed_in(house, "grace", "Grace's secret") == 503
    slapd.start()
    with caplog.at_level(logging.INFO, "a3dav.ldap"):
        assert signed_in(house, "grace", "Grace's secret") == 207
    assert "the directory is back" in caplog.messages
    slapd.stop()
    slapd.start()
    assert signed_in(house, "edsger", "Edsger's secret") == 207, "a connection that was closed meanwhile is replaced"


@pytest.mark.rfc("4511", "4.5.3")
def test_what_stands_on_other_servers_is_not_asked_for(slapd, house, signed_in, sync):
    slapd.add(
        "ou=elsewhere,ou=people,dc=example,dc=org", ["referral", "extensibleObject"], ou="elsewhere",
        ref="ldap://127.0.0.1:1/dc=example,dc=net",
    )  # fmt: skip
    slapd.person("ada")
    assert signed_in(house, "ada", SECRET) == 207
    assert sync(house).done == {}


def test_guesses_are_not_counted_while_the_directory_is_away(slapd, asking, signed_in):
    house = asking(slapd, security__blocking__failed_logins=1, security__allow_clear_text="true")
    slapd.stop()
    assert [signed_in(house, "ada", f"password {number}", peer="192.0.2.1") for number in range(3)] == [503] * 3


def test_a_server_that_says_nothing_is_given_up(asking, slapd, signed_in):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        house = asking(slapd, urls=f"ldap://127.0.0.1:{silent.getsockname()[1]}", answer_seconds=1)
        assert signed_in(house, "ada", SECRET) == 503


@pytest.mark.parametrize(
    "answer", [b"HTTP/1.1 400 Bad Request\r\n\r\n", b"0\x84\xff\xff\xff\xff", b"0\x00", b"\x00" * 64, b"0\x80\x02\x01"]
)
def test_a_server_that_speaks_something_else_is_given_up(asking, slapd, signed_in, answer):
    with socket.create_server(("127.0.0.1", 0)) as strange:
        threading.Thread(target=_answer_all, args=(strange, answer), daemon=True).start()
        house = asking(slapd, urls=f"ldap://127.0.0.1:{strange.getsockname()[1]}", answer_seconds=1)
        assert signed_in(house, "ada", SECRET) == 503
        strange.shutdown(socket.SHUT_RDWR)


def _answer_all(server, answer):
    while True:
        try:
            connection, _ = server.accept()
        except OSError:
            return
        with connection:
            connection.recv(1000)
            connection.sendall(answer)


def test_a_bind_of_our_own_that_is_refused_is_no_wrong_password_of_somebody_else(slapd, asking, signed_in):
    slapd.person("ada")
    assert signed_in(asking(slapd, bind_password="wrong"), "ada", SECRET) == 503


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"urls": "ldap://ldap.example.org"}, "must not send passwords to ldap.example.org in clear text"),
        ({"urls": "http://127.0.0.1"}, "must be addresses such as ldaps://ldap.example.org"),
        ({"urls": "ldaps://"}, "must be addresses such as"),
        ({"urls": "ldaps://host:port"}, "must be addresses such as"),
        ({"base": ""}, "must name the entry below which people stand"),
        ({"base": "people"}, "must be a name such as ou=people"),
        ({"bind_password": ""}, "must be given with bind_dn"),
        ({"user_filter": "(uid=ada)"}, "must hold {name}"),
        ({"people_filter": "objectClass=person)"}, "must be a filter such as"),
        ({"group_filter": "", "admin_groups": "admins"}, "must say which entries are groups"),
        ({"people_filter": "((("}, "must be a filter such as"),
    ],
)
def test_settings_that_cannot_work_are_refused_with_their_cure(slapd, asking, settings, sentence):
    with pytest.raises(ConfigError, match=sentence.replace("{", r"\{").replace("(", r"\(")):
        asking(slapd, **settings)


@pytest.mark.parametrize("more", [{"start_tls": "true"}, {"allow_clear_text": "true"}])
def test_a_server_elsewhere_may_be_asked_by_tls_or_where_clear_text_is_allowed(slapd, asking, more):
    assert asking(slapd, urls="ldap://ldap.example.org", **more).section("ldap").urls == ("ldap://ldap.example.org",)


def test_without_urls_nothing_is_asked(make_house, signed_in):
    assert signed_in(make_house(), "ada", SECRET) == 401
