"""POST of documents: CS:share and DAV:share-resource by sharers, CS:invite-reply by sharees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from a3dav.errors import BadRequest, Forbidden, NotFound
from a3dav.exchange import Exchange, Response
from a3dav.headers import href_path
from a3dav.lanes import Lane, Step, Steps
from a3dav.principals import Account, Identity
from a3dav.registries import Post
from a3dav.resources import Resource
from a3dav.storage.transaction import Transaction
from a3dav.writing import WriteContext, perform, write_of
from a3dav.xml.names import dav
from a3dav.xml.reading import Element, child, text_of
from a3dav.xml.writing import CONTENT_TYPE, href
from a3dav_sharing import telling
from a3dav_sharing.answering import accept, decline, mount_of
from a3dav_sharing.granting import accounts_of, grant, revoke
from a3dav_sharing.names import HOMES, SHAREABLE, cs
from a3dav_sharing.notifications import XML
from a3dav_sharing.sharees import sharee
from a3dav_sharing.shares import READ, READ_WRITE, Invitation, invitation, shares_on

if TYPE_CHECKING:
    from a3dav.house import House

MOST_CHANGES = 100
MOST_WORDS = 1_000
MOST_SHARES = 100
"""Shares of one collection; one with a group counts once."""
_CS_ACCESS = {cs("read"): READ, cs("read-write"): READ_WRITE}
_DAV_ACCESS = {dav("read"): READ, dav("read-write"): READ_WRITE, dav("no-access"): ""}


@dataclass(slots=True, frozen=True)
class Wish:
    """What somebody shall have; an access of "" ends the share."""

    account: Account
    access: str
    words: str = ""


def share(exchange: Exchange, body: Element) -> Steps[Response]:
    """CS:share: what each CS:set and CS:remove says, or nothing of it."""
    wishes = yield Step(Lane.READ, lambda: _limited([_of_calendarserver(exchange, entry) for entry in body]))
    return (yield from fulfil(exchange, wishes))


def share_resource(exchange: Exchange, body: Element) -> Steps[Response]:
    """DAV:share-resource, of the draft of WebDAV resource sharing."""
    sharees = list(body.iterchildren(dav("sharee")))
    wishes = yield Step(Lane.READ, lambda: _limited([_of_webdav(exchange, entry) for entry in sharees]))
    return (yield from fulfil(exchange, wishes))


def _limited(wishes: Sequence[Wish]) -> Sequence[Wish]:
    if not wishes:
        raise BadRequest("the document names nobody to share with")
    if len(wishes) > MOST_CHANGES:
        raise BadRequest(f"a document changes the shares of {MOST_CHANGES} at most")
    return wishes


def _of_calendarserver(exchange: Exchange, entry: Element) -> Wish:
    account = _sharee(exchange, entry)
    if entry.tag == cs("remove"):
        return Wish(account, "")
    if entry.tag != cs("set"):
        raise BadRequest(f"a share is set or removed, not {entry.tag}")
    return Wish(account, _one_of(_CS_ACCESS, entry), _words(child(entry, cs("summary"))))


def _of_webdav(exchange: Exchange, entry: Element) -> Wish:
    given = child(entry, dav("share-access"))
    if given is None:
        raise BadRequest("a DAV:sharee has a DAV:share-access")
    return Wish(_sharee(exchange, entry), _one_of(_DAV_ACCESS, given), _words(child(entry, dav("comment"))))


def _one_of(accesses: dict[str, str], element: Element) -> str:
    found = [accesses[str(entry.tag)] for entry in element if entry.tag in accesses]
    if len(found) != 1:
        raise BadRequest("a share gives read or read-write, one of them")
    return found[0]


def _sharee(exchange: Exchange, entry: Element) -> Account:
    address = text_of(child(entry, dav("href")))
    if not address:
        raise BadRequest("a sharee is named by a DAV:href")
    return sharee(exchange.house, exchange.actor, address, partial(href_path, request=exchange.request))


def _words(element: Element | None) -> str:
    words = " ".join(text_of(element).split())
    if len(words) > MOST_WORDS:
        raise BadRequest(f"the words that go with a share have {MOST_WORDS} characters at most")
    return words


def fulfil(exchange: Exchange, wishes: Sequence[Wish]) -> Steps[Response]:
    """Changes the shares of the target, all of them or none."""
    collection, owner = exchange.resource, exchange.actor.account
    if collection.account_id != owner.id or exchange.parent is None:
        raise Forbidden("a collection is shared by whom it belongs to")
    write = write_of(exchange, "share", exchange.parent, collection.name)
    write.before = collection
    write.accounts = yield Step(Lane.READ, accounts_of, (exchange.house, collection, [w.account for w in wishes]))
    yield from perform(write, partial(_share, wishes=wishes, owner=owner))
    return Response(200, headers=[("Cache-Control", "no-cache")])


def _share(tx: Transaction, write: WriteContext, *, wishes: Sequence[Wish], owner: Account) -> None:
    house, collection = write.house, write.before
    if collection is None or collection.account_id != owner.id:
        raise NotFound("what should be shared is gone")
    write.after = collection
    for wish in wishes:
        if wish.access:
            grant(tx, house, collection, owner, wish.account, wish.access, wish.words)
            continue
        for standing in shares_on(house, [collection.id]):
            if standing.sharee_id == wish.account.id:
                revoke(tx, house, collection, owner, standing)
    if len(shares_on(house, [collection.id])) > MOST_SHARES:
        raise Forbidden(f"a collection has {MOST_SHARES} shares at most; share with a group")


@dataclass(slots=True, frozen=True)
class Reply:
    entry: Invitation
    collection: Resource
    owner: Account
    accepts: bool
    words: str


def invite_reply(exchange: Exchange, body: Element) -> Steps[Response]:
    """CS:invite-reply, sent to one's home."""
    me = exchange.actor.account
    if exchange.resource.account_id != me.id or exchange.parent is None:
        raise Forbidden("an invitation is answered by whom it is for, at their own home")
    given: Reply = yield Step(Lane.READ, _reply, (exchange, body))
    yield from answer(exchange, given)
    if not given.accepts:
        return Response(200, headers=[("Cache-Control", "no-cache")])
    mounted = yield Step(Lane.READ, mount_of, (exchange.house, given.collection, me))
    place = XML.document(cs("shared-as"), href(mounted.href) if mounted else b"")
    return Response(200, place, [("Cache-Control", "no-cache")], CONTENT_TYPE)


def answer(exchange: Exchange, given: Reply) -> Steps[None]:
    """Takes an answer down the write path; the target is the home of who answers."""
    home, holder = exchange.resource, exchange.parent
    if holder is None:
        raise LookupError("a home stands below a root")
    write = write_of(exchange, "invite-reply", holder, home.name)
    write.before, write.accounts = home, [given.owner.id]
    yield from perform(write, partial(_answer, reply=given, me=exchange.actor.account))


def _reply(exchange: Exchange, body: Element) -> Reply:
    answers = [entry.tag == cs("invite-accepted") for entry in body if entry.tag in _ANSWERS]
    if len(answers) != 1:
        raise BadRequest("an answer accepts or declines, one of them")
    entry = invitation_to(exchange.house, exchange.actor, text_of(child(body, cs("in-reply-to"))))
    if entry is None:
        raise Forbidden("no invitation to you has this identifier")
    return reply(exchange.house, entry, _words(child(body, cs("summary"))), accepts=answers[0])


def reply(house: House, entry: Invitation, words: str, *, accepts: bool) -> Reply:
    collection = house.store.resource(entry.share.collection_id)
    owner = house.store.accounts.by_id(collection.account_id) if collection is not None else None
    if collection is None or owner is None:
        raise NotFound("what you were invited to is gone")
    return Reply(entry, collection, owner, accepts, words)


_ANSWERS = {cs("invite-accepted"), cs("invite-declined")}


def invitation_to(house: House, identity: Identity, uid: str) -> Invitation | None:
    """Other people's invitations are as unknown as those that do not exist."""
    try:
        found = invitation(house, bytes.fromhex(uid))
    except ValueError:
        return None
    me = identity.account.id
    if found is None or found.account_id != me or found.share.sharee_id not in {me, *identity.groups}:
        return None
    return found


def _answer(tx: Transaction, write: WriteContext, *, reply: Reply, me: Account) -> None:
    house, collection = write.house, tx.store.resource(reply.collection.id)
    entry = invitation(house, reply.entry.id)
    if collection is None or entry is None or write.before is None:
        raise Forbidden("the invitation was withdrawn")
    if collection.path[0] != write.before.path[0]:
        raise Forbidden(f"this is answered at your home below /{collection.path[0]}/")
    if reply.accepts:
        answered = accept(tx, house, collection, me, entry, reply.words)
    else:
        answered = decline(tx, house, collection, me, entry)
    telling.of_answer(tx, house, collection, reply.owner, me, answered, reply.words)
    write.after = write.before
    tx.audit(f"invitation-{answered.state}", resource=collection)


_BIND = dav("bind")
POSTS = (
    Post(cs("share"), share, SHAREABLE, _BIND),
    Post(dav("share-resource"), share_resource, SHAREABLE, _BIND),
    Post(cs("invite-reply"), invite_reply, HOMES, _BIND),
)
