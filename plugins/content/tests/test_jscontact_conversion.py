"""What each property and parameter of a card becomes in JSContact, by the sections of RFC 9555, and back."""

import pytest

from a3dav_content.jscontact import edit_card, from_jscontact, to_jscontact
from a3dav_content.lines import parse


def rfc(section):
    return pytest.mark.rfc("9555", section)


def case(section, *lines, **members):
    return pytest.param(lines, members, marks=rfc(section), id=f"{section}-{lines[0].split(':')[0]}")


def card(lines, version="4.0"):
    named = () if any(line.split(":")[0].split(";")[0] == "FN" for line in lines) else ("FN:Jane",)
    inside = "".join(f"{line}\r\n" for line in (*named, *lines))
    return f"BEGIN:VCARD\r\nVERSION:{version}\r\nUID:urn:uuid:1\r\n{inside}END:VCARD\r\n".encode()


def nameless(value):
    """The card with the entries of each map in order, since their keys are made up."""
    told = {"titles", "emails", "onlineServices", "phones", "preferredLanguages", "anniversaries", "directories", "links",
        "media", "nicknames", "notes", "organizations", "personalInfo", "addresses", "cryptoKeys", "calendars",
        "schedulingAddresses", "pronouns"}  # fmt: skip
    return {
        name: list(member.values()) if name in told else nameless(member) if name == "speakToAs" else member
        for name, member in value.items()
    }


CASES = [
    case("2.3.9", "item2.X-FOO:bar", vCardProps=[["x-foo", {"group": "item2"}, "unknown", "bar"]]),
    case("2.4.2", "KIND:individual", kind="individual"),
    case(
        "2.4.3", "SOURCE:https://dir.example.com/jd.vcf",
        directories=[{"kind": "entry", "uri": "https://dir.example.com/jd.vcf"}],
    ),
    case(
        "2.5.1", "BDAY:19531015T231000Z", "BIRTHPLACE:123 Main Street\\nAny Town", "DEATHDATE:19960415",
        "DEATHPLACE:5 Court Street", "ANNIVERSARY:19860201",
        anniversaries=[
            {
                "kind": "birth", "date": {"@type": "Timestamp", "utc": "1953-10-15T23:10:00Z"},
                "place": {"full": "123 Main Street\nAny Town"},
            },
            {"kind": "death", "date": {"year": 1996, "month": 4, "day": 15}, "place": {"full": "5 Court Street"}},
            {"kind": "wedding", "date": {"year": 1986, "month": 2, "day": 1}},
        ],
    ),
    case("2.2.2", "BDAY:--0415", anniversaries=[{"kind": "birth", "date": {"month": 4, "day": 15}}]),
    case("2.2.2", "BDAY:19801305", vCardProps=[["bday", {}, "date-and-or-time", "1980-13-05"]]),
    case("2.2.2", "BDAY:---15", vCardProps=[["bday", {}, "date-and-or-time", "---15"]]),
    case(
        "2.3.4", "BDAY;CALSCALE=Chinese:19800105",
        anniversaries=[{"kind": "birth", "date": {"year": 1980, "month": 1, "day": 5, "calendarScale": "chinese"}}],
    ),
    case("2.5.2", "FN:John Q. Public\\, Esq.", name={"full": "John Q. Public, Esq."}),
    case("2.5.3", "GENDER:M", vCardProps=[["gender", {}, "text", "M"]]),
    case(
        "2.5.4", "GRAMGENDER:NEUTER", "PRONOUNS;PREF=2:they/them", "PRONOUNS;PREF=1:xe/xir",
        speakToAs={
            "grammaticalGender": "neuter",
            "pronouns": [{"pronouns": "they/them", "pref": 2}, {"pronouns": "xe/xir", "pref": 1}],
        },
    ),
    case(
        "2.5.5", 'N;SORT-AS="Stevenson,John Philip":Stevenson;John;Philip,Paul;Dr.;Jr.,M.D.,A.C.P.;;Jr.',
        name={
            "full": "Jane", "sortAs": {"surname": "Stevenson", "given": "John Philip"},
            "components": [
                {"kind": "surname", "value": "Stevenson"}, {"kind": "given", "value": "John"},
                {"kind": "given2", "value": "Philip"}, {"kind": "given2", "value": "Paul"},
                {"kind": "title", "value": "Dr."}, {"kind": "credential", "value": "M.D."},
                {"kind": "credential", "value": "A.C.P."}, {"kind": "generation", "value": "Jr."},
            ],
        },
    ),
    case("2.5.6", "NICKNAME:Johnny", nicknames=[{"name": "Johnny"}]),
    case(
        "2.5.7", "PHOTO:https://www.example.com/jq.gif",
        media=[{"kind": "photo", "uri": "https://www.example.com/jq.gif"}],
    ),
    case(
        "2.6.1", "ADR;TYPE=work;CC=US:;;54321 Oak St;Reston;VA;20190;USA;;;;54321;Oak St;;;;;;",
        addresses=[
            {
                "contexts": {"work": True}, "countryCode": "US",
                "components": [
                    {"kind": "number", "value": "54321"}, {"kind": "name", "value": "Oak St"},
                    {"kind": "locality", "value": "Reston"}, {"kind": "region", "value": "VA"},
                    {"kind": "postcode", "value": "20190"}, {"kind": "country", "value": "USA"},
                ],
            }
        ],
    ),
    case(
        "2.3.12", 'ADR;LABEL="1 A St^nB";GEO="geo:1,2";TZ=Europe/Berlin:;;1 A St;B;;;',
        addresses=[
            {
                "components": [{"kind": "name", "value": "1 A St"}, {"kind": "locality", "value": "B"}],
                "full": "1 A St\nB", "coordinates": "geo:1,2", "timeZone": "Europe/Berlin",
            }
        ],
    ),
    case(
        "2.7.1", "EMAIL;TYPE=work:jqpublic@xyz.example.com", "EMAIL;PREF=1:jane_doe@example.com",
        emails=[
            {"contexts": {"work": True}, "address": "jqpublic@xyz.example.com"},
            {"address": "jane_doe@example.com", "pref": 1},
        ],
    ),
    case(
        "2.7.2", "IMPP;PREF=1:xmpp:alice@example.com",
        onlineServices=[{"uri": "xmpp:alice@example.com", "pref": 1, "vCardName": "impp"}],
    ),
    case(
        "2.7.3", "LANG;TYPE=work;PREF=1:en", "LANG;TYPE=home:fr",
        preferredLanguages=[
            {"language": "en", "contexts": {"work": True}, "pref": 1},
            {"language": "fr", "contexts": {"private": True}},
        ],
    ),
    case("2.7.4", "LANGUAGE:de-AT", language="de-AT"),
    case(
        "2.7.5", "SOCIALPROFILE;SERVICE-TYPE=Mastodon:https://example.com/@foo",
        onlineServices=[{"service": "Mastodon", "uri": "https://example.com/@foo"}],
    ),
    case(
        "2.7.6", 'TEL;VALUE=uri;PREF=1;TYPE="voice,home":tel:+1-555-555-5555;ext=5555', "TEL;TYPE=cell:+33 1",
        phones=[
            {
                "number": "tel:+1-555-555-5555;ext=5555", "pref": 1, "contexts": {"private": True},
                "features": {"voice": True},
            },
            {"number": "+33 1", "features": {"mobile": True}},
        ],
    ),
    case("2.8.1", "GEO:geo:1.5,2", addresses=[{"coordinates": "geo:1.5,2", "vCardName": "geo"}]),
    case("2.8.2", "TZ;VALUE=utc-offset:-0500", addresses=[{"timeZone": "Etc/GMT+5", "vCardName": "tz"}]),
    case(
        "2.8.3", "g.ADR:;;;B;;;", "g.TZ:Europe/Berlin",
        addresses=[
            {
                "components": [{"kind": "locality", "value": "B"}], "timeZone": "Europe/Berlin",
                "vCardParams": {"group": "g"},
            }
        ],
    ),
    case(
        "2.9.1", "CONTACT-URI;PREF=1:mailto:contact@example.com",
        links=[{"kind": "contact", "uri": "mailto:contact@example.com", "pref": 1}],
    ),
    case("2.9.2", "LOGO:https://example.com/l.jpg", media=[{"kind": "logo", "uri": "https://example.com/l.jpg"}]),
    case(
        "2.9.3", "MEMBER:urn:uuid:03a0e51f-d1aa-4385-8a53-e29025acd8af",
        members={"urn:uuid:03a0e51f-d1aa-4385-8a53-e29025acd8af": True},
    ),
    case(
        "2.9.4", 'ORG;SORT-AS="ABC":ABC\\, Inc.;North American Division;Marketing',
        organizations=[
            {
                "name": "ABC, Inc.", "sortAs": "ABC",
                "units": [{"name": "North American Division"}, {"name": "Marketing"}],
            }
        ],
    ),
    case(
        "2.9.5", "RELATED;TYPE=friend:urn:uuid:f81d4fae", "RELATED;VALUE=text:Please contact John",
        relatedTo={"urn:uuid:f81d4fae": {"relation": {"friend": True}}, "Please contact John": {"relation": {}}},
    ),
    case(
        "2.10.1", "EXPERTISE;LEVEL=beginner;INDEX=2:Chinese literature",
        personalInfo=[{"kind": "expertise", "value": "Chinese literature", "level": "low", "listAs": 2}],
    ),
    case(
        "2.10.2", "HOBBY;INDEX=1;LEVEL=high:reading",
        personalInfo=[{"kind": "hobby", "value": "reading", "level": "high", "listAs": 1}],
    ),
    case(
        "2.10.3", "INTEREST;LEVEL=medium:r&b music",
        personalInfo=[{"kind": "interest", "value": "r&b music", "level": "medium"}],
    ),
    case(
        "2.10.4", "ORG-DIRECTORY;INDEX=1:https://directory.example.com",
        directories=[{"kind": "directory", "uri": "https://directory.example.com", "listAs": 1}],
    ),
    case("2.11.1", "CATEGORIES:internet,IETF", keywords={"internet": True, "IETF": True}),
    case("2.11.3", "CREATED:19940930T143510Z", created="1994-09-30T14:35:10Z"),
    case(
        "2.11.4", 'NOTE;CREATED=20221123T150132Z;AUTHOR-NAME="John":Office hours\\, Mon-Fri.',
        notes=[{"note": "Office hours, Mon-Fri.", "created": "2022-11-23T15:01:32Z", "author": {"name": "John"}}],
    ),
    case("2.11.5", "PRODID:ACME 1.23.5", prodId="ACME 1.23.5"),
    case("2.11.6", "REV:19951031T222710Z", updated="1995-10-31T22:27:10Z"),
    case("2.11.7", "SOUND:CID:JOHN@example.com", media=[{"kind": "sound", "uri": "CID:JOHN@example.com"}]),
    case("2.11.9", "URL:https://example.org/", links=[{"uri": "https://example.org/"}]),
    case(
        "2.11.11", "item1.TEL;VALUE=uri:tel:+1-555-555-5555", "item1.X-ABLabel:foo",
        phones=[{"number": "tel:+1-555-555-5555", "label": "foo", "vCardParams": {"group": "item1"}}],
    ),
    case(
        "2.12.1", "KEY:https://www.example.com/keys/jdoe.cer",
        cryptoKeys=[{"uri": "https://www.example.com/keys/jdoe.cer"}],
    ),
    case(
        "2.13.1", "CALADRURI;PREF=1:mailto:janedoe@example.com",
        schedulingAddresses=[{"uri": "mailto:janedoe@example.com", "pref": 1}],
    ),
    case(
        "2.13.2", "CALURI;MEDIATYPE=text/calendar:https://example.com/calA.ics",
        calendars=[{"kind": "calendar", "uri": "https://example.com/calA.ics", "mediaType": "text/calendar"}],
    ),
    case(
        "2.13.3", "FBURL;PREF=1:https://www.example.com/busy",
        calendars=[{"kind": "freeBusy", "uri": "https://www.example.com/busy", "pref": 1}],
    ),
    case(
        "2.15.2", "EMAIL;X-FOO=Bar:jane_doe@example.com",
        emails=[{"address": "jane_doe@example.com", "vCardParams": {"x-foo": "Bar"}}],
    ),
]  # fmt: skip
ALWAYS = {"@type": "Card", "version": "1.0", "uid": "urn:uuid:1", "name": {"full": "Jane"}}


@pytest.mark.parametrize(("lines", "members"), CASES)
def test_a_property_becomes_what_the_rfc_says(lines, members):
    assert nameless(to_jscontact(card(lines))) == {**ALWAYS, **members}


@pytest.mark.rfc("9555", "3.1")
@pytest.mark.parametrize(("lines", "members"), CASES)
def test_what_a_property_became_comes_back_from_the_vcard_that_is_written(lines, members):
    del members
    told = to_jscontact(card(lines))
    assert to_jscontact(from_jscontact(told)) == told


@pytest.mark.parametrize(("lines", "members"), CASES)
def test_an_unchanged_card_stays_as_it_is_stored(lines, members):
    del members
    body = card(lines)
    assert edit_card(body, to_jscontact(body)) == body


def written(**members):
    (found,) = parse(from_jscontact({"uid": "urn:uuid:1", "name": {"full": "Jane"}, **members}))
    return found


def component(kind, value):
    return {"kind": kind, "value": value}


@pytest.mark.rfc("9555", "3.3.1")
@pytest.mark.parametrize(
    ("name", "value", "order"),
    [
        (
            {"components": [component("given", "Jane"), component("surname", "Doe")], "isOrdered": True},
            "Doe;Jane;;;;;", ";1;0",
        ),
        (
            {
                "components": [
                    component("given", "John"), component("given2", "Philip"), component("given2", "Paul"),
                    component("surname", "Stevenson"), component("generation", "Jr."), component("credential", "M.D."),
                ],
                "isOrdered": True,
            },
            "Stevenson;John;Philip,Paul;;Jr.,M.D.;;Jr.", ";1;2;2,1;0;6;4,1",
        ),
    ],
)  # fmt: skip
def test_the_order_of_a_name_is_told_by_jscomps(name, value, order):
    line = written(name=name).first("N")
    assert (line.value, line.param("JSCOMPS")) == (value, order)
    assert to_jscontact(from_jscontact({"uid": "1", "name": name}))["name"] == name


@pytest.mark.rfc("9555", "3.3.1")
def test_separators_of_an_address_are_told_by_jscomps():
    address = {
        "components": [
            component("number", "54321"), component("separator", " "), component("name", "Oak St"),
            component("locality", "Reston"),
        ],
        "defaultSeparator": ", ", "isOrdered": True,
    }  # fmt: skip
    line = written(addresses={"a1": address}).first("ADR")
    assert (line.value, line.param("JSCOMPS")) == (
        ";;54321 Oak St;Reston;;;;;;;54321;Oak St;;;;;;", "s,\\, ;10;s, ;11;3",
    )  # fmt: skip
    assert to_jscontact(from_jscontact({"uid": "1", "addresses": {"a1": address}}))["addresses"] == {"a1": address}


@pytest.mark.rfc("9555", "3.1")
def test_a_full_name_is_derived_from_components_and_says_so():
    line = written(name={"components": [component("surname", "Doe"), component("given", "Jane")]}).first("FN")
    assert (line.value, line.param("DERIVED")) == ("Jane Doe", "true")


@pytest.mark.rfc("9555", "3.1")
def test_a_card_without_a_name_has_an_empty_fn():
    (found,) = parse(from_jscontact({"uid": "1"}))
    assert found.value("FN") == ""


@pytest.mark.rfc("9555", "3.1")
def test_each_entry_tells_its_key_in_prop_id():
    found = written(emails={"e1": {"address": "a@example.org"}, "e2": {"address": "b@example.org"}})
    assert [line.param("PROP-ID") for line in found.all("EMAIL")] == ["e1", "e2"]


@pytest.mark.rfc("9555", "3.2.1")
def test_an_unknown_member_of_an_entry_is_kept_by_its_pointer():
    phones = {"phone1": {"number": "tel:+33-01-23-45-67", "example.com:foo/bar": "tux hux"}}
    line = written(phones=phones).first("JSPROP")
    assert (line.param("JSPTR"), line.text) == ("phones/phone1/example.com:foo~1bar", '"tux hux"')
    assert to_jscontact(from_jscontact({"uid": "1", "phones": phones}))["phones"] == phones


@pytest.mark.rfc("9555", "2.3.15")
def test_how_a_name_is_pronounced_in_another_language_is_a_localization():
    body = card(
        ("LANGUAGE:zh-Hant", "N;ALTID=1;LANGUAGE=zh-Hant:孫;中山;文,逸仙;;",
         "N;ALTID=1;PHONETIC=jyut;SCRIPT=Latn;LANGUAGE=yue:syun1;zung1saan1;man4,jat6sin1;;")
    )  # fmt: skip
    told = to_jscontact(body)
    assert to_jscontact(from_jscontact(told)) == told
    assert told["localizations"] == {
        "yue": {
            "name/phoneticSystem": "jyut", "name/phoneticScript": "Latn", "name/components/0/phonetic": "syun1",
            "name/components/1/phonetic": "zung1saan1", "name/components/2/phonetic": "man4",
            "name/components/3/phonetic": "jat6sin1",
        }
    }  # fmt: skip


@pytest.mark.rfc("9553", "1.5.4")
def test_how_a_name_is_pronounced_is_told_by_a_second_line():
    name = {
        "components": [
            {"kind": "given", "value": "John", "phonetic": "/ˈdʒɑːn/"},
            {"kind": "surname", "value": "Smith", "phonetic": "/smɪθ/"},
        ],
        "phoneticSystem": "ipa", "isOrdered": True,
    }  # fmt: skip
    told = to_jscontact(from_jscontact({"uid": "1", "name": name}))["name"]
    assert {key: told[key] for key in name} == name


@pytest.mark.rfc("9553", "2.7.1")
def test_localizations_that_no_line_can_tell_come_back_as_well():
    localizations = {"uk": {"name": {"components": [component("given", "Іван")]}}, "es": {"titles/t1/name": "escritor"}}
    value = {"uid": "1", "name": {"full": "A"}, "titles": {"t1": {"name": "novelist"}}, "localizations": localizations}
    assert to_jscontact(from_jscontact(value))["localizations"] == localizations


@pytest.mark.rfc("9555", "2.9.6")
def test_a_title_belongs_to_the_organization_of_its_group():
    found = to_jscontact(card(("TITLE:Research Scientist", "group1.ROLE:Project Leader", "group1.ORG:ABC\\, Inc.")))
    (organization,) = found["organizations"]
    assert [title.get("organizationId") for title in found["titles"].values()] == [None, organization]


@pytest.mark.rfc("9555", "2.9.6")
def test_a_title_and_its_organization_are_written_into_one_group():
    found = written(
        organizations={"o": {"name": "ABC"}}, titles={"t": {"name": "Leader", "kind": "role", "organizationId": "o"}}
    )
    assert found.first("ROLE").group == found.first("ORG").group != ""


@pytest.mark.rfc("2426", "3.2.2")
def test_the_label_of_3_0_is_the_full_address():
    found = to_jscontact(card(("ADR;TYPE=home:;;S;L;;;", "LABEL;TYPE=home:S\\nL"), version="3.0"))
    assert [address["full"] for address in found["addresses"].values()] == ["S\nL"]


def test_a_changed_address_of_3_0_changes_its_label():
    body = card(("N:;;;;", "ADR;TYPE=home:;;S;L;;;", "LABEL;TYPE=home:S\\nL"), version="3.0")
    wanted = to_jscontact(body)
    for address in wanted["addresses"].values():
        address["full"] = "Other"
    found = edit_card(body, wanted)
    assert [(line.name, line.value) for line in parse(found)[0].properties if line.name == "LABEL"] == [
        ("LABEL", "Other")
    ]  # fmt: skip


@pytest.mark.rfc("9555", "3.1")
def test_entries_without_an_id_tell_the_one_that_was_made_up():
    told = to_jscontact(card(("EMAIL:a@example.org",)))
    (found,) = parse(from_jscontact(told))
    assert [line.param("PROP-ID") for line in found.all("EMAIL")] == list(told["emails"])


@pytest.mark.rfc("9555", "2.11.11")
def test_a_label_of_two_entries_is_passed_through():
    found = to_jscontact(card(("g.TEL:+1", "g.EMAIL:a@example.org", "g.X-ABLabel:foo")))
    assert [prop[3] for prop in found["vCardProps"]] == ["foo"]


@pytest.mark.rfc("9555", "3.3.1")
@pytest.mark.parametrize("order", [";1", ";1;0;2", ";1;9", "x;1;0", ";1;0;a"])
def test_an_order_that_does_not_fit_counts_for_nothing(order):
    name = to_jscontact(card((f'N;JSCOMPS="{order}":Doe;Jane;;;',)))["name"]
    assert ("isOrdered" in name, len(name["components"])) == (False, 2)
