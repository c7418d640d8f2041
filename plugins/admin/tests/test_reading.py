"""What administrators and auditors look at."""

import pytest

EVERYTHING = [
    "{ audit { totalCount nodes { at action outcome method requestId times osUser actorId actor { name } onBehalfOf { name }"
    " credentialId subjectId subject { name } href } } }",
    "{ changes(last: 5) { nodes { counter operation at account { name } actor { name } collectionId resourceId href } } }",
    "{ outbox { nodes { id kind account { name } created due attempts failure state } } }",
    "{ locks { nodes { token holder { name } href shared deep expires } } }",
    "{ sessions { totalCount nodes { id kind label lastUsed expires principal { name } } } }",
    "{ server { version store epoch now } }",
    "{ plugins { name enabled distribution version } }",
    '{ settings(prefix: "server.") { key value origin } }',
    '{ metrics(prefix: "a3dav_logins") { name kind help labels { name value } value } }',
    "{ caches { name entries bytes hits misses evictions } }",
    "{ blocks { address since until reason } }",
    "{ principals(first: 5) { nodes { id kind name displayName email role disabled href created changed passwordChanged"
    " quota { used own limit } appPasswords(first: 9) { totalCount nodes { id label scope created expires lastUsed } }"
    " tokens(first: 9) { totalCount nodes { id label scopes created expires lastUsed } } groups(first: 9) { nodes { name } } members(first: 9) { nodes { name } } locks(first: 9) { nodes { token } } changes { totalCount }"
    " collections(first: 9) { totalCount nodes { id name displayName kind href home created modified owner { name } memberCount size"
    " sync { counter contentCounter floor tombstones } shares { sharee access summary answers { name state } }"
    " members(first: 2) { nodes { id name kind contentType size etag modified } } } } } } }",
]


@pytest.mark.parametrize("query", EVERYTHING)
def test_an_auditor_may_look_at_everything(auditor, alice, query):
    assert auditor.ask(query)


@pytest.mark.parametrize("query", EVERYTHING)
def test_an_owner_is_refused_all_of_it(alice, graph, query):
    assert graph(alice).send(query).status == 403
