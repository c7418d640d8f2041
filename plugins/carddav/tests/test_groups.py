"""Groups of contacts: a card with members, in the words of each version."""

import pytest

BOOK = "/addressbooks/alice/addressbook/"
DATA = "{urn:ietf:params:xml:ns:carddav}address-data"
UUID = "0f7e5b3c-1111-2222-3333-444455556666"
TEAM_3 = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Team;;;;\r\nFN:Team\r\nUID:11111111-1111-2222-3333-444455556666\r\n"
    f"X-ADDRESSBOOKSERVER-KIND:group\r\nX-ADDRESSBOOKSERVER-MEMBER:urn:uuid:{UUID}\r\nEND:VCARD\r\n"
)
TEAM_4 = (
    "BEGIN:VCARD\r\nVERSION:4.0\r\nN:Team;;;;\r\nFN:Team\r\nUID:urn:uuid:11111111-1111-2222-3333-444455556666\r\n"
    f"KIND:group\r\nMEMBER:urn:uuid:{UUID}\r\nEND:VCARD\r\n"
)


@pytest.mark.rfc("6350", "6.1.4")
@pytest.mark.rfc("6350", "6.6.5")
@pytest.mark.parametrize("stored", [TEAM_3, TEAM_4])
def test_a_group_is_one_to_clients_of_both_versions(alice, multiget, stored):
    group = BOOK + "team.vcf"
    assert alice.put(group, stored, content_type="text/vcard").status == 201
    assert alice.get(group, accept="text/vcard;version=3.0").text == TEAM_3
    assert alice.get(group, accept="text/vcard;version=4.0").text == TEAM_4
    assert multiget(group).multistatus[group].text(DATA) == TEAM_3
    assert multiget(group, prop='<C:address-data version="4.0"/>').multistatus[group].text(DATA) == TEAM_4


@pytest.mark.parametrize(("first", "second"), [(TEAM_3, TEAM_4), (TEAM_4, TEAM_3)])
def test_a_group_made_by_one_client_is_changed_by_another(alice, first, second):
    group, member = BOOK + "team.vcf", f"urn:uuid:{UUID}"
    alice.put(group, first, content_type="text/vcard")
    assert alice.put(group, second.replace(member, "urn:uuid:x"), content_type="text/vcard").status == 204
    assert "MEMBER:urn:uuid:x" in alice.get(group, accept="text/vcard;version=4.0").text
    assert "MEMBER:urn:uuid:x" in alice.get(group, accept="text/vcard;version=3.0").text
