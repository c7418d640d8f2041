"""Rates and blocks: who sends too much is told to wait, who guesses passwords is not heard for a while."""

import base64
import logging
from ipaddress import ip_address

import pytest

from a3dav.administration import find_account
from a3dav.admission import blocks, gate, seats
from a3dav.admission.addresses import Clients, number_of, shown
from a3dav.admission.blocks import FOR_EVER, Blocks
from a3dav.admission.gate import ROWS
from a3dav.admission.rates import COLUMNS, SECOND_NS, Rates
from a3dav.board import TALLIES, Board
from a3dav.credentials import add_token
from a3dav.logs.formats import TextFormatter
from a3dav.storage.transaction import Actor
from a3dav.testing.people import add_person

HOME = "/files/alice/"
SOMEWHERE, ELSEWHERE = "192.0.2.1", "198.51.100.7"
OPEN = {"security__allow_clear_text": "true"}


class Clock:
    """Time that stands still unless a test moves it."""

    def __init__(self):
        self.seconds = 1_000_000.0

    def monotonic_ns(self):
        return int(self.seconds * SECOND_NS)

    def time_ns(self):
        return int(self.seconds * SECOND_NS)


@pytest.fixture
def clock(monkeypatch):
    stopped = Clock()
    for module in (gate, blocks):
        monkeypatch.setattr(module, "time", stopped)
    return stopped


@pytest.fixture
def make_alice(make_house, clock):
    """A client in another place than this machine, in a house with these settings."""

    def make(peer=SOMEWHERE, **settings):
        alice = add_person(make_house(**OPEN, **settings), "alice")
        alice.peer = peer
        return alice

    return make


def wrong(name="alice", password="wrong"):
    return "Basic " + base64.b64encode(f"{name}:{password}".encode()).decode()


def statuses(client, count, path=HOME, **headers):
    return [client.get(path, **headers).status for _ in range(count)]


def told(caplog):
    return [TextFormatter().format(record) for record in caplog.records if record.name == "a3dav.security"]


# -- rates -----------------------------------------------------------------------------------------


@pytest.fixture
def rates():
    """Ten a second, five at once."""
    return Rates(Board().tallies, b"secret", 10, 1, 5)


def granted(rates, key, now, tries):
    return [rates.count(key, now) == 0 for _ in range(tries)].count(True)


def test_a_burst_is_granted_at_once_and_nothing_beyond(rates):
    assert granted(rates, 7, SECOND_NS, 20) == 5


def test_a_second_later_as_much_is_granted_as_the_rate_says_and_the_burst_allows(rates):
    granted(rates, 7, SECOND_NS, 20)
    assert granted(rates, 7, SECOND_NS + SECOND_NS // 5, 20) == 2
    assert granted(rates, 7, 100 * SECOND_NS, 20) == 5


def test_who_is_refused_is_told_how_long_to_wait(rates):
    granted(rates, 7, SECOND_NS, 5)
    assert rates.count(7, SECOND_NS) == SECOND_NS // 10
    assert rates.count(7, SECOND_NS + SECOND_NS // 10) == 0


def test_a_refusal_does_not_make_the_wait_longer(rates):
    granted(rates, 7, SECOND_NS, 1000)
    assert rates.count(7, SECOND_NS + SECOND_NS // 10) == 0


def test_clients_do_not_use_up_what_is_for_others(rates):
    granted(rates, 7, SECOND_NS, 20)
    assert granted(rates, 8, SECOND_NS, 20) == 5


def test_processes_that_share_the_memory_share_the_rate():
    board = Board()
    one, other = (Rates(board.tallies, board.secret, 10, 1, 5) for _ in range(2))
    assert (granted(one, 7, SECOND_NS, 3), granted(other, 7, SECOND_NS, 9)) == (3, 2)


def test_a_flood_of_addresses_does_not_free_the_one_that_is_refused():
    small = Rates(Board().tallies[: COLUMNS * seats.WAYS * 4], b"secret", 10, 1, 5)
    granted(small, 7, SECOND_NS, 20)
    for key in range(1000, 3000):
        small.count(key, SECOND_NS)
    assert granted(small, 7, SECOND_NS, 20) == 0


def test_a_flood_of_addresses_takes_no_more_memory_than_there_is(monkeypatch):
    monkeypatch.setattr(seats, "REMEMBERED", 100)
    small = Rates(Board().tallies[: COLUMNS * seats.WAYS * 4], b"secret", 10, 1, 5)
    for key in range(1000, 3000):
        small.count(key, SECOND_NS)
    assert len(small.known) <= 100


def test_the_tables_fit_into_the_shared_memory():
    assert COLUMNS * sum(ROWS.values()) <= TALLIES


# -- addresses -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "other"),
    [("2001:db8:1:2::1", "2001:db8:1:2:ffff::9"), ("::ffff:192.0.2.1", "192.0.2.1")],
)
def test_what_one_customer_has_is_one_client(address, other):
    assert number_of(ip_address(address)) == number_of(ip_address(other)) != 0


@pytest.mark.parametrize(
    ("address", "other"),
    [("2001:db8:1:2::1", "2001:db8:1:3::1"), ("192.0.2.1", "192.0.2.2"), ("::c000:201", "192.0.2.1")],
)
def test_others_are_others(address, other):
    assert number_of(ip_address(address)) != number_of(ip_address(other))


@pytest.mark.parametrize(
    ("address", "words"),
    [("2001:db8:1:2::1", "2001:db8:1:2::/64"), ("192.0.2.1", "192.0.2.1"), ("fd00::1", "fd00::/64")],
)
def test_a_number_is_shown_as_what_it_stands_for(address, words):
    assert shown(number_of(ip_address(address))) == words


@pytest.mark.parametrize("peer", ["10.1.2.3", "::ffff:10.1.2.3", "2001:db8::5", "", "unix:", "not an address"])
def test_a_list_of_networks_and_what_is_no_address_have_no_number(peer):
    assert Clients(["10.0.0.0/8", "2001:db8::/32"]).number(peer) == 0


# -- requests --------------------------------------------------------------------------------------


@pytest.mark.rfc("6585", "4")
def test_an_address_that_sends_too_much_gets_429_and_how_long_to_wait(make_alice):
    alice = make_alice(security__rates__per_address=2, security__rates__address_burst=3)
    assert statuses(alice, 4) == [200, 200, 200, 429]
    answer = alice.get(HOME)
    assert (answer.headers["retry-after"], answer.text) == ("1", "too many requests")


def test_after_a_pause_the_address_is_served_again(make_alice, clock):
    alice = make_alice(security__rates__per_address=1, security__rates__address_burst=2)
    statuses(alice, 3)
    clock.seconds += 1
    assert statuses(alice, 2) == [200, 429]


def test_another_address_of_the_same_account_is_served(make_alice):
    alice = make_alice(security__rates__per_address=1, security__rates__address_burst=1)
    statuses(alice, 2)
    alice.peer = ELSEWHERE
    assert alice.get(HOME).status == 200


def test_the_address_is_what_a_trusted_proxy_says(make_alice):
    alice = make_alice(
        "10.0.0.1", security__rates__per_address=1, security__rates__address_burst=1, server__trusted_proxies="10.0.0.1"
    )
    assert statuses(alice, 2, x_forwarded_for=SOMEWHERE) == [200, 429]
    assert statuses(alice, 2, x_forwarded_for=ELSEWHERE) == [200, 429]


def test_a_proxy_that_does_not_say_for_whom_it_asks_is_not_limited(make_alice):
    alice = make_alice(
        "10.0.0.1", security__rates__per_address=1, security__rates__address_burst=1, server__trusted_proxies="10.0.0.1"
    )
    assert statuses(alice, 3) == [200, 200, 200]


def test_a_header_of_a_stranger_makes_nobody_else_of_them(make_alice):
    alice = make_alice(security__rates__per_address=1, security__rates__address_burst=1)
    assert [alice.get(HOME, x_forwarded_for=f"203.0.113.{n}").status for n in range(2)] == [200, 429]


@pytest.mark.parametrize("peer", ["127.0.0.1", "::1"])
def test_this_machine_is_not_limited(make_alice, peer):
    alice = make_alice(peer, security__rates__per_address=1, security__rates__address_burst=1)
    assert statuses(alice, 3) == [200, 200, 200]


def test_the_allow_list_names_who_is_limited_by_nothing(make_alice):
    alice = make_alice(
        security__rates__per_address=1, security__rates__address_burst=1, security__rates__total=1,
        security__rates__per_account=1, security__allow_list="192.0.2.0/24", security__rates__total_burst=1,
        security__rates__account_burst=1,
    )  # fmt: skip
    assert statuses(alice, 3) == [200, 200, 200]


@pytest.mark.rfc("6585", "4")
def test_everybody_together_may_be_limited(make_alice):
    alice = make_alice(security__rates__total=1, security__rates__total_burst=2)
    statuses(alice, 2)
    alice.peer = ELSEWHERE
    assert alice.get(HOME).status == 429


def test_probes_of_a_balancer_are_answered_while_everybody_together_is_limited(make_alice):
    alice = make_alice(security__rates__total=1, security__rates__total_burst=1)
    assert statuses(alice, 2) == [200, 429]
    assert alice.get("/health/ready").status == 200


@pytest.mark.rfc("6585", "4")
def test_an_account_may_be_limited_wherever_its_devices_are(make_alice):
    alice = make_alice(security__rates__per_account=1, security__rates__account_burst=2)
    statuses(alice, 2)
    alice.peer = ELSEWHERE
    assert alice.get(HOME).status == 429


def test_the_limit_of_an_account_is_its_own(make_alice):
    alice = make_alice(security__rates__per_account=1, security__rates__account_burst=1)
    bob = add_person(alice.house, "bob")
    bob.peer = SOMEWHERE
    assert (statuses(alice, 2), bob.get("/files/bob/").status) == ([200, 429], 200)


def test_without_settings_nobody_is_limited_who_behaves(make_alice):
    assert set(statuses(make_alice(), 100)) == {200}


def test_the_body_of_who_is_refused_is_not_read(make_alice):
    alice = make_alice(security__rates__per_address=1, security__rates__address_burst=1)
    alice.get(HOME)
    assert alice.put(HOME + "a", b"x" * 100).status == 429
    alice.peer = ELSEWHERE
    assert alice.get(HOME + "a").status == 404


def test_a_flood_is_one_line_of_the_log_a_minute(make_alice, clock, caplog):
    alice = make_alice(security__rates__per_address=1, security__rates__address_burst=1)
    alice.get(HOME)
    caplog.clear()
    with caplog.at_level(logging.INFO, "a3dav"):
        statuses(alice, 20)
    (line,) = [TextFormatter().format(record) for record in caplog.records if record.name.startswith("a3dav.")]
    assert f"too many requests peer={SOMEWHERE} " in line
    assert 'reason="address"' in line


def test_what_was_refused_is_counted(make_alice):
    alice = make_alice(security__rates__per_address=1, security__rates__address_burst=1)
    statuses(alice, 4)
    assert alice.house.gate.counters.all()["address"] == 3


def test_without_the_plugin_nothing_is_limited(make_alice):
    alice = make_alice(security__rates__per_address=1, security__rates__address_burst=1, plugins__disabled="limits")
    assert statuses(alice, 3) == [200, 200, 200]


# -- blocks ----------------------------------------------------------------------------------------


@pytest.fixture
def guesser(make_alice):
    """A client of the right name whose address is blocked after three failed logins."""
    return make_alice(security__blocking__failed_logins=3, security__blocking__block_seconds=60)


@pytest.mark.rfc("6585", "4")
def test_an_address_that_guesses_passwords_is_blocked_for_a_while(guesser, clock):
    assert statuses(guesser, 3, authorization=wrong()) == [401, 401, 401]
    answer = guesser.get(HOME)
    assert (answer.status, answer.headers["retry-after"], answer.headers["connection"]) == (429, "60", "close")
    clock.seconds += 61
    assert guesser.get(HOME).status == 200


def test_a_blocked_address_costs_no_look_at_a_password(guesser, monkeypatch):
    statuses(guesser, 3, authorization=wrong())
    monkeypatch.setattr("a3dav.builtin.authentication.verify_password", None)
    assert statuses(guesser, 1, authorization=wrong()) == [429]


def test_what_waited_in_the_queue_while_its_address_was_blocked_is_not_verified(guesser, monkeypatch):
    statuses(guesser, 3, authorization=wrong())
    monkeypatch.setattr(guesser.house.admissions, "first", [])  # it came before the block
    monkeypatch.setattr("a3dav.builtin.authentication.verify_password", None)
    assert statuses(guesser, 1, authorization=wrong()) == [429]


def test_a_token_that_expired_is_no_guess(guesser, caplog):
    house = guesser.house
    _, text = add_token(house, Actor(), find_account(house, "alice"), label="", scopes=["dav"])
    house.store.engine.submit(lambda: house.store.engine.execute("UPDATE tokens SET expires = 1")).result()
    with caplog.at_level(logging.INFO, "a3dav.security"):
        assert statuses(guesser, 5, authorization=f"Bearer {text}") == [401] * 5
    assert {entry.levelname for entry in caplog.records if entry.message == "failed login"} == {"INFO"}
    assert guesser.get(HOME).status == 200


def test_failures_that_come_slowly_enough_block_nobody(make_alice, clock):
    alice = make_alice(security__blocking__failed_logins=3, security__blocking__failed_login_seconds=30)
    for _ in range(6):
        alice.get(HOME, authorization=wrong())
        clock.seconds += 11
    assert alice.get(HOME).status == 200


def test_after_the_block_the_count_begins_anew(guesser, clock):
    statuses(guesser, 3, authorization=wrong())
    clock.seconds += 61
    assert statuses(guesser, 3, authorization=wrong()) == [401, 401, 401]
    assert guesser.get(HOME).status == 429


@pytest.mark.parametrize("authorization", [wrong("nobody"), "Basic !", "Bearer x"])
def test_every_credential_that_is_not_taken_counts(guesser, authorization):
    statuses(guesser, 3, authorization=authorization)
    assert guesser.get(HOME).status == 429


def test_a_request_without_credentials_is_no_failed_login(guesser):
    statuses(guesser, 5, authorization="")
    assert guesser.get(HOME).status == 200


def test_a_header_that_is_a_proxys_to_send_is_no_failed_login_of_a_stranger(make_alice):
    alice = make_alice(
        security__blocking__failed_logins=2, auth__trusted_header="X-User", auth__trusted_header_from="10.0.0.1"
    )
    statuses(alice, 3, authorization="", x_user="alice")
    assert alice.get(HOME).status == 200


def test_others_are_not_blocked(guesser):
    statuses(guesser, 3, authorization=wrong())
    guesser.peer = ELSEWHERE
    assert guesser.get(HOME).status == 200


def test_the_neighbours_of_an_ipv6_network_are_the_same_customer(make_alice):
    alice = make_alice("2001:db8:1:2::1", security__blocking__failed_logins=2)
    alice.get(HOME, authorization=wrong())
    alice.peer = "2001:db8:1:2::2"
    alice.get(HOME, authorization=wrong())
    alice.peer = "2001:db8:1:2::3"
    assert alice.get(HOME).status == 429


@pytest.mark.parametrize("peer", ["127.0.0.1", "::1"])
def test_this_machine_is_never_blocked(make_alice, peer):
    alice = make_alice(peer, security__blocking__failed_logins=1)
    assert [*statuses(alice, 3, authorization=wrong()), alice.get(HOME).status] == [401, 401, 401, 200]


def test_a_proxy_whose_header_is_trusted_is_never_blocked(make_alice):
    alice = make_alice(
        "10.0.0.1",
        security__blocking__failed_logins=1,
        auth__trusted_header="X-User",
        auth__trusted_header_from="10.0.0.1",
    )
    assert statuses(alice, 2, authorization="", x_user="alice") == [200, 200]
    statuses(alice, 3, authorization="", x_user="no/body")
    assert alice.get(HOME, authorization="", x_user="alice").status == 200


def test_blocking_may_be_switched_off(make_alice):
    alice = make_alice(security__blocking__failed_logins=0)
    statuses(alice, 5, authorization=wrong())
    assert alice.get(HOME).status == 200


def test_an_address_that_goes_on_when_it_is_refused_is_blocked(make_alice, clock):
    alice = make_alice(
        security__rates__per_address=1, security__rates__address_burst=1, security__blocking__refused_requests=5,
        security__blocking__block_seconds=60,
    )  # fmt: skip
    statuses(alice, 6)
    clock.seconds += 30
    assert alice.get(HOME).headers["retry-after"] == "30"


def test_a_block_is_told_with_its_reason(guesser, caplog):
    with caplog.at_level(logging.WARNING, "a3dav.security"):
        statuses(guesser, 3, authorization=wrong())
    assert f'blocked peer={SOMEWHERE} reason="failed logins" network={SOMEWHERE} seconds=60 ' in told(caplog)[-2]


def test_failures_and_blocks_are_counted(guesser):
    statuses(guesser, 5, authorization=wrong())
    counted = guesser.house.gate.counters.all()
    assert (counted["failed_logins"], counted["blocks"], counted["blocked"]) == (3, 1, 2)


def test_a_block_outlives_the_server(guesser, make_house):
    statuses(guesser, 3, authorization=wrong())
    guesser.house = make_house(**OPEN)
    assert guesser.get(HOME).status == 429


def test_an_administrator_blocks_and_lifts_while_the_server_runs(make_alice):
    alice = make_alice()
    by_hand, number = Blocks(alice.house.store.data_dir), number_of(ip_address(SOMEWHERE))
    assert alice.get(HOME).status == 200
    by_hand.add(number, 0, "an administrator")
    assert alice.get(HOME).status == 429
    assert by_hand.remove(number)
    assert alice.get(HOME).status == 200


def test_an_administrator_blocks_an_address_that_was_served_beside_others_that_are_blocked(make_alice, clock):
    alice = make_alice()
    by_hand = Blocks(alice.house.store.data_dir)
    by_hand.add(number_of(ip_address(ELSEWHERE)), 60, "an administrator")
    assert alice.get(HOME).status == 200
    clock.seconds += 1
    by_hand.add(number_of(ip_address(SOMEWHERE)), 60, "an administrator")
    assert alice.get(HOME).status == 429


def test_a_block_of_an_administrator_has_no_end(make_alice, clock):
    alice = make_alice()
    alice.house.gate.blocks.add(number_of(ip_address(SOMEWHERE)), 0, "an administrator")
    clock.seconds += 10 * 365 * 86_400
    answer = alice.get(HOME)
    assert (answer.status, answer.headers["retry-after"]) == (429, "86400")


def test_the_blocks_that_are_over_are_not_listed(tmp_path, clock):
    found = Blocks(tmp_path)
    found.add(7, 60, "failed logins")
    found.add(8, 600, "too many requests")
    clock.seconds += 61
    assert [(block.number, block.reason, block.seconds_left) for block in found.all()] == [
        (8, "too many requests", 539)
    ]


def test_more_blocks_than_there_is_room_for_let_the_oldest_go(tmp_path, clock, monkeypatch):
    monkeypatch.setattr(blocks, "ROWS", 8)
    monkeypatch.setattr(blocks, "BYTES", 8 * (blocks.HEADER + blocks.COLUMNS * 8))
    found = Blocks(tmp_path)
    for number in range(1, 10):
        clock.seconds += 1
        found.add(number, 60, "failed logins")
    assert sorted(block.number for block in found.all()) == list(range(2, 10))


def test_a_block_without_end_is_not_the_one_that_goes(tmp_path, clock, monkeypatch):
    monkeypatch.setattr(blocks, "BYTES", 8 * (blocks.HEADER + blocks.COLUMNS * 8))
    found = Blocks(tmp_path)
    found.add(1, 0, "an administrator")
    for number in range(2, 30):
        found.add(number, 60, "failed logins")
    assert found.find(1).until == FOR_EVER


def test_where_the_file_cannot_be_made_blocks_are_kept_in_memory(tmp_path, caplog):
    found = Blocks(tmp_path / "nowhere")
    found.add(7, 60, "failed logins")
    assert found.find(7).reason == "failed logins"
    assert "blocks are not shared between processes" in caplog.text
