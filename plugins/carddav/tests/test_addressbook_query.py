"""addressbook-query (RFC 6352 §8.6, §10.5)."""

import pytest

CARDDAV = "{urn:ietf:params:xml:ns:carddav}"
DAV = "{DAV:}"
BOOK = "/addressbooks/alice/addressbook/"
EVERYBODY = {"ada", "grace", "jurgen"}
FN_WITH_A = '<C:prop-filter name="FN"><C:text-match>ada</C:text-match></C:prop-filter>'
WITH_EMAIL = '<C:prop-filter name="EMAIL"/>'
WITH_TEL = '<C:prop-filter name="TEL"/>'


def fn(text, **attributes):
    written = "".join(f' {name.replace("_", "-")}="{value}"' for name, value in attributes.items())
    return f'<C:prop-filter name="FN"><C:text-match{written}>{text}</C:text-match></C:prop-filter>'


def test_an_empty_filter_finds_every_card(found):
    assert found("") == EVERYBODY


@pytest.mark.rfc("6352", "8.6")
def test_a_row_carries_etag_and_address_data(query, book):
    row = query(FN_WITH_A, prop="<D:getetag/><C:address-data/>").multistatus[BOOK + "ada.vcf"]
    stored = book.get(BOOK + "ada.vcf")
    assert row.text(DAV + "getetag") == stored.headers["etag"]
    assert row.text(CARDDAV + "address-data") == stored.text


@pytest.mark.rfc("6352", "10.5")
def test_any_condition_is_enough_unless_all_are_asked_for(found):
    assert found(WITH_EMAIL + WITH_TEL) == EVERYBODY
    assert found(WITH_EMAIL + WITH_TEL, test="anyof") == EVERYBODY
    assert found(WITH_EMAIL + FN_WITH_A, test="allof") == {"ada"}
    assert found(WITH_EMAIL + WITH_TEL, test="allof") == set()


@pytest.mark.rfc("6352", "10.5.4")
@pytest.mark.parametrize(
    ("match_type", "text", "expected"),
    [
        ("equals", "ada lovelace", {"ada"}),
        ("equals", "ada", set()),
        ("contains", "Love", {"ada"}),
        ("starts-with", "gra", {"grace"}),
        ("starts-with", "hop", set()),
        ("ends-with", "PER", {"grace"}),
    ],
)
def test_match_types(found, match_type, text, expected):
    assert found(fn(text, match_type=match_type)) == expected


@pytest.mark.rfc("6352", "8.3")
@pytest.mark.parametrize(
    ("collation", "text", "expected"),
    [
        ("i;unicode-casemap", "JÜRGEN", {"jurgen"}),
        ("i;ascii-casemap", "JÜRGEN", set()),
        ("i;ascii-casemap", "GRACE", {"grace"}),
        ("i;octet", "GRACE", set()),
        ("i;octet", "Grace", {"grace"}),
    ],
)
def test_collations(found, collation, text, expected):
    assert found(fn(text, collation=collation)) == expected


@pytest.mark.rfc("6352", "10.5.4")
def test_a_negated_match(found):
    assert found(fn("grace", negate_condition="yes")) == {"ada", "jurgen"}


@pytest.mark.rfc("6352", "10.5.1")
def test_a_name_without_group_finds_a_property_in_a_group(found):
    email = '<C:prop-filter name="{}"><C:text-match>navy</C:text-match></C:prop-filter>'
    assert found(email.format("EMAIL")) == {"grace"}
    assert found(email.format("item1.EMAIL")) == {"grace"}
    assert found(email.format("item2.EMAIL")) == set()


@pytest.mark.rfc("6352", "10.5.2")
def test_a_parameter_is_asked_for(found):
    email = '<C:prop-filter name="EMAIL"><C:param-filter name="TYPE">{}</C:param-filter></C:prop-filter>'
    assert found(email.format("<C:text-match>home</C:text-match>")) == {"grace"}
    assert found(email.format("")) == {"ada", "grace"}
    assert found(email.format("<C:is-not-defined/>")) == set()


@pytest.mark.rfc("6352", "10.5.3")
def test_a_property_must_be_missing(found):
    assert found('<C:prop-filter name="EMAIL"><C:is-not-defined/></C:prop-filter>') == {"jurgen"}


@pytest.mark.rfc("6352", "10.5.1")
def test_conditions_on_one_property_are_joined_as_its_test_says(found):
    email = (
        '<C:prop-filter name="EMAIL" test="{}"><C:text-match>engine</C:text-match>'
        '<C:param-filter name="TYPE"><C:text-match>home</C:text-match></C:param-filter></C:prop-filter>'
    )
    assert found(email.format("anyof")) == {"ada", "grace"}
    assert found(email.format("allof")) == set()


@pytest.mark.rfc("6352", "8.6.2")
def test_a_limit_cuts_the_answer_and_says_so_about_the_address_book(query):
    rows = query("", limit="<C:limit><C:nresults>2</C:nresults></C:limit>")
    assert rows.multistatus[BOOK].status == 507
    assert rows.xml.find(f".//{DAV}error/{DAV}number-of-matches-within-limits") is not None
    assert len(rows.multistatus) == 3


def test_a_limit_that_is_just_met_cuts_nothing(found):
    assert found("", limit="<C:limit><C:nresults>3</C:nresults></C:limit>") == EVERYBODY


def test_a_limit_must_be_a_number(query):
    assert query("", limit="<C:limit><C:nresults>many</C:nresults></C:limit>").status == 400


@pytest.mark.parametrize("depth", ["", "0", "1", "infinity"])
def test_the_cards_of_an_address_book_are_meant_at_any_depth(found, depth):
    assert found(FN_WITH_A, depth=depth) == {"ada"}


def test_a_home_is_searched_with_its_address_books(found):
    assert found(FN_WITH_A, path="/addressbooks/alice/", depth="infinity") == {"ada"}


def test_a_card_is_asked_whether_it_matches(found):
    assert found(FN_WITH_A, path=BOOK + "ada.vcf", depth="0") == {"ada"}
    assert found(FN_WITH_A, path=BOOK + "grace.vcf", depth="0") == set()


def test_large_address_books_are_searched_to_the_last_page(query, book):
    for number in range(230):
        body = f"BEGIN:VCARD\r\nVERSION:3.0\r\nUID:{number}\r\nFN:Number {number}\r\nN:;;;;\r\nEND:VCARD\r\n"
        book.put(f"{BOOK}{number}.vcf", body, content_type="text/vcard")
    assert len(query(fn("Number")).multistatus) == 230


@pytest.mark.rfc("6352", "8.6")
def test_an_unknown_collation_is_refused(query):
    answer = query(fn("x", collation="i;klingon"))
    assert (answer.status, answer.condition) == (403, CARDDAV + "supported-collation")


@pytest.mark.rfc("6352", "8.6")
@pytest.mark.parametrize("attributes", ['content-type="application/vcard+xml"', 'version="2.1"', 'version=""'])
def test_a_representation_that_is_not_served_is_refused(query, attributes):
    answer = query("", prop=f"<C:address-data {attributes}/>")
    assert (answer.status, answer.condition) == (403, CARDDAV + "supported-address-data")


@pytest.mark.parametrize(
    "conditions",
    [
        "<C:prop-filter/>",
        '<C:prop-filter name="FN"><C:text-match match-type="like">a</C:text-match></C:prop-filter>',
    ],
)
def test_a_malformed_filter_is_refused(query, conditions):
    assert query(conditions).status == 400


def test_a_query_without_a_filter_is_refused(book):
    body = (
        '<C:addressbook-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:carddav"><D:prop/></C:addressbook-query>'
    )
    assert book.report(BOOK, body, depth="1").status == 400
