"""An address book with a few people in it, and the requests that tests repeat."""

import pytest

BOOK = "/addressbooks/alice/addressbook/"
NAMESPACES = 'xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:carddav"'


def vcard(uid, name, *lines, version="3.0"):
    head = ["BEGIN:VCARD", f"VERSION:{version}", f"UID:{uid}", f"FN:{name}"]
    return "\r\n".join([*head, *lines, "END:VCARD", ""])


ADA = vcard("ada", "Ada Lovelace", "N:Lovelace;Ada;;;", "EMAIL;TYPE=work:ada@engine.example", "NICKNAME:Countess")
GRACE = vcard(
    "grace",
    "Grace Hopper",
    "N:Hopper;Grace;;;",
    "item1.EMAIL;TYPE=HOME:grace@navy.example",
    "item1.X-ABLabel:Ship",
)
JURGEN = vcard("jurgen", "Jürgen Groß", "N:Groß;Jürgen;;;", "TEL;TYPE=cell:+49 30 1234", version="4.0")


@pytest.fixture
def book(alice):
    """Alice's client; her address book holds Ada, Grace and Jürgen."""
    assert alice.put(BOOK + "ada.vcf", ADA, content_type="text/vcard").status == 201
    assert alice.put(BOOK + "grace.vcf", GRACE, content_type="text/vcard").status == 201
    assert alice.put(BOOK + "jurgen.vcf", JURGEN, content_type="text/vcard").status == 201
    return alice


@pytest.fixture
def query(book):
    """Sends an addressbook-query with this inside of C:filter, and gives the answer."""

    def send(conditions, *, test="", prop="<D:getetag/>", limit="", path=BOOK, depth="1"):
        chosen = f' test="{test}"' if test else ""
        body = (
            f"<C:addressbook-query {NAMESPACES}><D:prop>{prop}</D:prop>"
            f"<C:filter{chosen}>{conditions}</C:filter>{limit}</C:addressbook-query>"
        )
        return book.report(path, body, depth=depth)

    return send


@pytest.fixture
def found(query):
    """The names of the cards that an addressbook-query finds."""

    def names(conditions, **options):
        rows = query(conditions, **options).multistatus
        return {href.removeprefix(BOOK).removesuffix(".vcf") for href in rows}

    return names


@pytest.fixture
def multiget(book):
    """Sends an addressbook-multiget for these hrefs."""

    def send(*hrefs, prop="<D:getetag/><C:address-data/>", path=BOOK, depth="", **headers):
        named = "".join(f"<D:href>{href}</D:href>" for href in hrefs)
        body = f"<C:addressbook-multiget {NAMESPACES}><D:prop>{prop}</D:prop>{named}</C:addressbook-multiget>"
        return book.report(path, body, depth=depth, **headers)

    return send
