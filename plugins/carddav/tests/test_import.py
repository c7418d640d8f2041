"""POST of a file of cards to an address book imports each of them."""

import json

import pytest

BOOK = "/addressbooks/alice/addressbook/"
CR = "{urn:ietf:params:xml:ns:carddav}"


def card(uid, name, version="3.0"):
    return f"BEGIN:VCARD\r\nVERSION:{version}\r\nUID:{uid}\r\nFN:{name}\r\nEND:VCARD\r\n"


def post(client, body, content_type="text/vcard"):
    return client.request("POST", BOOK, body, content_type=content_type)


def statuses(answer):
    assert answer.status == 200, answer.text
    return {entry["uid"]: entry["status"] for entry in json.loads(answer.body)["objects"]}


@pytest.mark.parametrize("content_type", ["text/vcard", "text/x-vcard; charset=utf-8", "text/directory"])
def test_each_card_of_a_file_becomes_a_member(alice, content_type):
    body = card("a", "Ada") + card("b", "Grace", "4.0")
    assert statuses(post(alice, body, content_type)) == {"a": 201, "b": 201}
    assert alice.get(BOOK + "b.vcf").text == card("b", "Grace", "4.0")


@pytest.mark.rfc("6352", "6.3.2.1")
def test_a_card_that_is_there_is_updated_where_it_is(alice):
    alice.put(BOOK + "somebody.vcf", card("a", "Ada"), content_type="text/vcard")
    assert statuses(post(alice, card("a", "Ada") + card("b", "Grace"))) == {"a": 304, "b": 201}
    assert statuses(post(alice, card("a", "Ada Lovelace"))) == {"a": 204}
    assert alice.get(BOOK + "somebody.vcf").text == card("a", "Ada Lovelace")


@pytest.mark.rfc("6352", "6.3.2.1")
def test_a_card_that_is_refused_does_not_stop_the_others(alice):
    answer = post(alice, card("a", "Ada", "2.1") + card("b", "Grace"))
    refused, stored = json.loads(answer.body)["objects"]
    assert (refused["status"], refused["condition"], stored["status"]) == (403, CR + "supported-address-data", 201)


@pytest.mark.parametrize("body", ["hello", "BEGIN:VCARD\r\n", card("a", "Ada") + "END:VCARD\r\n"])
def test_a_file_that_holds_no_cards_is_refused_whole(alice, body):
    answer = post(alice, body)
    assert (answer.status, answer.condition) == (403, CR + "valid-address-data")
    assert alice.get(BOOK + "a.vcf").status == 404


def test_calendars_are_not_imported_here(alice):
    assert post(alice, card("a", "Ada"), "text/calendar").status == 415
