"""Two clients apply whatever sync-collection tells them, at any limit and while others write, and end with the truth."""

import itertools

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from a3dav.storage import mounts
from a3dav.storage.transaction import Actor

NAMES = ["a", "b", "d", "e", "d/a", "d/b", "d/e", "d/e/a", "e/a"]
ETAG, TOKEN = "{DAV:}getetag", "{DAV:}sync-token"

names = st.sampled_from(NAMES)
writes = st.one_of(
    st.tuples(st.just("PUT"), names, st.sampled_from(["1", "2"])),
    st.tuples(st.just("DELETE"), names, st.just("")),
    st.tuples(st.just("MKCOL"), names, st.just("")),
    st.tuples(st.just("MOVE"), names, names),
    st.tuples(st.just("COPY"), names, names),
    st.tuples(st.just("DELETE"), st.sampled_from(["d", "e"]), st.just("")),
    st.tuples(st.just("MOVE"), st.sampled_from(["d", "e"]), st.sampled_from(["d", "e"])),
)
BEGUN = [("MKCOL", "d", ""), ("PUT", "d/a", "1"), ("MKCOL", "e", ""), ("PUT", "e/a", "1"), ("SYNC", "", 100)]
syncs = st.tuples(st.just("SYNC"), st.just(""), st.integers(1, 4))
histories = st.lists(st.one_of(writes, writes, syncs), max_size=25)
# Made and run again and again in one house: an example has a home of its own.
quiet = settings(
    max_examples=settings.default.max_examples // 3, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


class Following:
    """What a client knows of a collection: names below it, with ETags; `removed_first` is the order it applies things in."""

    def __init__(self, client, href, level, removed_first):
        self.client, self.href, self.level, self.removed_first = client, href, level, removed_first
        self.token, self.known = "", {}

    def one_answer(self, limit=None):
        """Whether the answer was all there is."""
        answer = self.client.sync(self.href, self.token, self.level, limit)
        members = answer.multistatus
        cut = members.pop(self.href, None)
        assert cut is None or cut.status == 507
        assert limit is None or len(members) <= limit
        told = [href.text.rstrip("/") for href in answer.xml.iter("{DAV:}href")]
        assert len(set(told)) == len(told)
        gone = [href.rstrip("/") for href, member in members.items() if member.status == 404]
        changed = {href.rstrip("/"): member.found for href, member in members.items() if member.status != 404}
        steps = [lambda: self._forget(gone), lambda: self._learn(changed)]
        for step in steps if self.removed_first else reversed(steps):
            step()
        self.token = answer.xml.findtext("{DAV:}sync-token")
        return cut is None

    def _forget(self, gone):
        for href in gone:
            self.known = {name: etag for name, etag in self.known.items() if not f"{name}/".startswith(f"{href}/")}

    def _learn(self, changed):
        for href, found in changed.items():
            self.known[href] = found[ETAG].text if ETAG in found else None

    def everything(self, limit):
        """Ends, however small the limit is."""
        answers = next(count for count in itertools.count(1) if self.one_answer(limit))
        assert answers < 200


def truth(client, href, level):
    members = client.propfind(href, ETAG, depth="1").multistatus
    members.pop(href)
    below = [truth(client, name, level) for name in members if name.endswith("/") and level == "infinite"]
    found = {name.rstrip("/"): m.found[ETAG].text if ETAG in m.found else None for name, m in members.items()}
    return {name: etag for part in (found, *below) for name, etag in part.items()}


def carry_out(client, home, step, followers):
    method, name, value = step
    if method == "SYNC":
        for follower in followers:
            follower.one_answer(value)
    elif method in {"MOVE", "COPY"}:
        client.request(method, f"{home}{name}", destination=f"{home}{value}")
    else:
        client.request(method, f"{home}{name}", value)


def token_property(client, href):
    return client.propfind(href, TOKEN).multistatus[href].text(TOKEN)


people = itertools.count()
TURNED_INTO_A_FILE_TWICE = [("DELETE", "d", ""), ("PUT", "d", "1"), ("DELETE", "d", ""), ("PUT", "d", "2")]


@pytest.mark.rfc(
    "6578", "3.2/token", "3.3/infinite", "3.5.1/new", "3.5.1/again", "3.5.1/etag", "3.5.2/gone", "3.6/token", "3.7"
)
@pytest.mark.rfc("6578", "4/everywhere")
@pytest.mark.parametrize("level", ["1", "infinite"])
@quiet
@given(histories, st.integers(1, 4))
@example(TURNED_INTO_A_FILE_TWICE, 1)
@example([("MOVE", "e/a", "d")], 1)
def test_clients_of_a_home_end_with_what_is_there(person, level, history, limit):
    client = person(f"someone{next(people)}")
    home = f"/files/{client.name}/"
    followers = [Following(client, home, level, removed_first) for removed_first in (True, False)]
    for step in BEGUN + history:
        carry_out(client, home, step, followers)
    for follower in followers:
        follower.everything(limit)
        assert follower.known == truth(client, home, level)
        assert follower.token == token_property(client, home)


@pytest.mark.rfc("6578", "3.3/one", "3.6/token", "3.7")
@quiet
@given(histories, st.integers(1, 4))
def test_clients_of_a_folder_that_is_made_and_moved_end_with_what_is_there(person, history, limit):
    client = person(f"someone{next(people)}")
    home = f"/files/{client.name}/"
    client.request("MKCOL", f"{home}kept/")
    followers = [Following(client, f"{home}kept/", "1", removed_first) for removed_first in (True, False)]
    for step in BEGUN + history:
        carry_out(client, f"{home}kept/", step, followers)
        carry_out(client, home, ("COPY", "kept/d", "kept/b"), followers)
    client.request("MOVE", f"{home}kept/", destination=f"{home}moved/")
    for follower in followers:
        follower.href = f"{home}moved/"
        follower.known = {name.replace("/kept/", "/moved/"): etag for name, etag in follower.known.items()}
        follower.everything(limit)
        assert follower.known == truth(client, f"{home}moved/", "1")
        assert follower.token == token_property(client, f"{home}moved/")


def shared_with(client, reader, folder):
    client.request("MKCOL", folder)
    client.request(
        "ACL",
        folder,
        f'<acl xmlns="DAV:"><ace><principal><href>/principals/users/{reader.name}/</href></principal>'
        "<grant><privilege><all/></privilege></grant></ace></acl>",
    )


def mount_or_not(house, reader, path, name):
    def work(tx):
        home, source = house.resolve(("files", reader.name)), house.resolve(path)
        if (
            source is not None
            and tx.store.mounts.at(home.id, source.id) is None
            and house.resolve((*home.path, name)) is None
        ):
            mounts.mount(tx, home, name, source)

    house.transact(Actor(), work)


FLAT = ["a", "b", "d/a", "d/b", "e/a", "e/b"]
flat = st.sampled_from(FLAT)
folders = st.sampled_from(["d", "e"])
shares = st.lists(
    st.one_of(
        st.tuples(st.just("PUT"), flat, st.sampled_from(["1", "2"])),
        st.tuples(st.just("DELETE"), flat, st.just("")),
        st.tuples(st.just("THEIR PUT"), flat, st.sampled_from(["1", "2"])),
        st.tuples(st.just("THEIR DELETE"), flat, st.just("")),
        st.tuples(st.just("THEIR REMOVAL"), folders, st.just("")),
        st.tuples(st.just("MOUNT"), folders, folders),
        st.tuples(st.just("DELETE"), folders, st.just("")),
        st.tuples(st.just("MOVE"), folders, st.sampled_from(["d", "e", "f"])),
        st.tuples(st.just("MKCOL"), folders, st.just("")),
        syncs,
    ),
    max_size=25,
)
MOUNTED = [("MOUNT", "d", "d"), ("THEIR PUT", "d/a", "1"), ("SYNC", "", 100)]


def carry_out_between(house, owner, reader, step, followers):
    method, name, value = step
    if method == "MOUNT":
        shared_with(owner, reader, f"/files/{owner.name}/{name}/")
        mount_or_not(house, reader, ("files", owner.name, name), value)
    elif method == "THEIR REMOVAL":
        owner.request("DELETE", f"/files/{owner.name}/{name}/")
    elif method.startswith("THEIR "):
        owner.request(method.removeprefix("THEIR "), f"/files/{owner.name}/{name}", value)
    else:
        carry_out(reader, f"/files/{reader.name}/", step, followers)


@pytest.mark.rfc("6578", "3.2/token", "3.3/one", "3.3/infinite", "3.5.1/new", "3.5.2/gone", "3.6/token", "3.7")
@pytest.mark.parametrize("level", ["1", "infinite"])
@quiet
@given(shares, st.integers(1, 4))
@example([("DELETE", "d", ""), ("MKCOL", "d", ""), ("SYNC", "", 1), ("DELETE", "d", ""), ("MOUNT", "e", "d")], 1)
@example([("MOVE", "d", "e"), ("MOUNT", "e", "d")], 1)
@example([("DELETE", "d", ""), ("MOUNT", "d", "d")], 4)
@example([("THEIR PUT", "e/b", "1"), ("DELETE", "d", ""), ("MOUNT", "e", "d")], 4)
@example([("THEIR PUT", "d/b", "1"), ("DELETE", "d", ""), ("MOUNT", "d", "d")], 1)
def test_clients_of_a_home_with_what_others_share_end_with_what_is_there(house, person, level, history, limit):
    owner, reader = person(f"someone{next(people)}"), person(f"someone{next(people)}")
    home = f"/files/{reader.name}/"
    followers = [Following(reader, home, level, removed_first) for removed_first in (True, False)]
    for step in MOUNTED + history:
        carry_out_between(house, owner, reader, step, followers)
    for follower in followers:
        follower.everything(limit)
        assert follower.known == truth(reader, home, level)
        assert follower.token == token_property(reader, home)
