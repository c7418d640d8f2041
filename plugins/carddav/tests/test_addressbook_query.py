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


@pytest.mark.rfc("6352", "8.6.1")
@pytest.mark.rfc("6352", "8.6.2")
@pytest.mark.rfc("6352", "10.6")
def test_a_limit_cuts_the_answer_and_says_so_about_the_address_book(query):
    rows = query("", limit="<C:limit><C:nresults>2</C:nresults></C:limit>")
    assert rows.multistatus[BOOK].status == 507
    assert rows.xml.find(f".//{DAV}error/{DAV}number-of-matches-within-limits") is not None
    assert len(rows.multistatus) == 3


@pytest.mark.rfc("6352", "10.6.1")
@pytest.mark.parametrize(
    ("most", "status", "rows"), [("0", 507, 1), ("1", 507, 2), ("3", None, 3), ("999999999", None, 3)]
)
def test_the_row_about_the_cut_does_not_count(query, most, status, rows):
    found = query("", limit=f"<C:limit><C:nresults>{most}</C:nresults></C:limit>").multistatus
    assert len(found) == rows
    assert getattr(found.get(BOOK), "status", None) == status


def test_a_limit_that_is_just_met_cuts_nothing(found):
    assert found("", limit="<C:limit><C:nresults>3</C:nresults></C:limit>") == EVERYBODY


def test_a_limit_must_be_a_number(query):
    assert query("", limit="<C:limit><C:nresults>many</C:nresults></C:limit>").status == 400


HOME = "/addressbooks/alice/"


@pytest.mark.rfc("6352", "8.6")
@pytest.mark.parametrize(
    ("path", "depth", "expected"),
    [
        (BOOK, "", {"ada"}),
        (BOOK, "0", set()),
        (BOOK, "1", {"ada"}),
        (BOOK, "infinity", {"ada"}),
        (HOME, "", set()),
        (HOME, "0", set()),
        (HOME, "1", set()),
        (HOME, "infinity", {"ada"}),
        (BOOK + "ada.vcf", "0", {"ada"}),
        (BOOK + "ada.vcf", "infinity", {"ada"}),
        (BOOK + "grace.vcf", "0", set()),
    ],
)
def test_the_depth_is_the_scope_and_1_where_it_is_missing(found, path, depth, expected):
    assert found(FN_WITH_A, path=path, depth=depth) == expected


@pytest.mark.rfc("6352", "10.3")
@pytest.mark.parametrize(("asked", "names"), [("<D:allprop/>", 3), ("<D:propname/>", 3), ("", 3)])
def test_a_query_asks_for_properties_in_three_ways_or_for_none(book, asked, names):
    body = (
        '<C:addressbook-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:carddav">'
        f"{asked}<C:filter/></C:addressbook-query>"
    )
    rows = book.report(BOOK, body, depth="1").multistatus
    assert len(rows) == names
    assert not any(CARDDAV + "address-data" in row.found for row in rows.values())


@pytest.mark.rfc("6352", "8.6")
def test_a_property_that_is_not_there_is_noted_in_each_row(query):
    row = query(FN_WITH_A, prop="<D:getetag/><D:nonsense/>").multistatus[BOOK + "ada.vcf"]
    assert row.missing == {DAV + "nonsense": 404}


@pytest.mark.rfc("6352", "8.6")
def test_an_answer_without_matches_is_an_empty_multistatus(query):
    answer = query(fn("nobody"))
    assert (answer.status, len(answer.xml)) == (207, 0)


@pytest.mark.rfc("6352", "8.5")
def test_names_of_others_are_asked_for_and_served(query):
    data = '<C:address-data><C:prop name="X-ABLABEL"/></C:address-data>'
    label = '<C:prop-filter name="X-ABLabel"><C:text-match match-type="equals">ship</C:text-match></C:prop-filter>'
    rows = query(label, prop=data).multistatus
    assert list(rows) == [BOOK + "grace.vcf"]
    assert "item1.X-ABLABEL:Ship" in rows[BOOK + "grace.vcf"].text(CARDDAV + "address-data")


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
