"""Rules of RFC 6352 that are about address books as a whole."""

import pytest

BOOK = "/addressbooks/alice/addressbook/"
C = "{urn:ietf:params:xml:ns:carddav}"


@pytest.mark.rfc("6352", "3", "6.1")
@pytest.mark.parametrize("path", ["/addressbooks/alice/", BOOK, BOOK + "ada.vcf"])
def test_a_contacts_server_is_of_class_3_with_access_control(book, path):
    told = book.request("OPTIONS", path).headers["dav"].split(", ")
    assert {"1", "3", "access-control", "addressbook"} <= set(told)


@pytest.mark.rfc("6352", "3", "8", "8.1")
@pytest.mark.parametrize("path", [BOOK, BOOK + "ada.vcf"])
def test_address_books_and_cards_list_the_reports_of_contacts(book, path):
    found = book.propfind(path, "{DAV:}supported-report-set").multistatus[path].found["{DAV:}supported-report-set"]
    listed = {report[0].tag for report in found.iter("{DAV:}report")}
    assert {f"{C}addressbook-query", f"{C}addressbook-multiget", "{DAV:}expand-property"} <= listed


@pytest.mark.rfc("6352", "13")
@pytest.mark.parametrize("method", ["GET", "PROPFIND", "REPORT"])
def test_strangers_see_no_card(book, method):
    book.authorization = ""
    assert {book.request(method, path).status for path in (BOOK, BOOK + "ada.vcf")} == {401}


@pytest.mark.rfc("6352", "10.5")
@pytest.mark.rfc("4918", "17")
def test_conditions_that_are_not_known_are_as_if_they_were_not_there(found):
    condition = (
        '<X:odd xmlns:X="urn:x"/><C:prop-filter name="FN"><X:odd xmlns:X="urn:x"/>'
        "<C:text-match>Ada</C:text-match></C:prop-filter>"
    )
    assert found(condition) == {"ada"}
