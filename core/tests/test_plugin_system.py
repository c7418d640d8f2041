"""Plugins: found without importing them, refused at the start when they do not fit, and caught up with later."""

import sys
from textwrap import dedent

import pytest

from a3dav.errors import ConfigError, PluginError
from a3dav.plugins import BUILT_IN
from a3dav.testing.people import add_person

HEAD = """
from a3dav import hookimpl
from a3dav.registries import (
    OBJECTS, STORED_COLLECTIONS, Index, Method, Migrations, Privilege, Property, Report, ResourceType, Root, Route
)
"""
LISTS_NAMES = """
def update(tx, changes):
    for change in changes:
        tx.store.engine.execute("DELETE FROM shelf WHERE id = ?", (change.resource.id,))
        if change.after:
            row = (change.after.id, change.after.name)
            tx.store.engine.execute("INSERT INTO shelf VALUES (?, ?)", row)

def clear(tx):
    tx.store.engine.execute("DELETE FROM shelf")

@hookimpl
def a3dav_register_migrations(registry):
    registry.add(Migrations("shelf", (("CREATE TABLE shelf (id BLOB PRIMARY KEY, name TEXT NOT NULL)",),)))

@hookimpl
def a3dav_register_indexes(registry):
    registry.add(Index("shelf", VERSION, frozenset({"file"}), update, clear))
"""
OTHER = "{http://example.org/}colour"


@pytest.fixture
def install(tmp_path, monkeypatch):
    """Makes an installed distribution with one plugin out of the source of its module."""
    site = tmp_path / "site"

    def install(name, source="", *, prepend=HEAD):
        info = site / f"a3dav_{name}-1.dist-info"
        info.mkdir(parents=True, exist_ok=True)
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: a3dav-{name}\nVersion: 1\n")
        (info / "entry_points.txt").write_text(f"[a3dav.plugins]\n{name} = a3dav_test_{name}\n")
        (site / f"a3dav_test_{name}.py").write_text(prepend + dedent(source))
        monkeypatch.syspath_prepend(str(site))
        monkeypatch.delitem(sys.modules, f"a3dav_test_{name}", raising=False)

    yield install
    for name in [name for name in sys.modules if name.startswith("a3dav_test_")]:
        del sys.modules[name]


def shelf(house):
    return sorted(name for (name,) in house.store.engine.rows("SELECT name FROM shelf"))


def test_an_installed_plugin_runs_without_being_named(make_house, install):
    install("shelf")
    assert make_house().plugins.has_plugin("shelf")


def test_a_plugin_that_is_not_enabled_is_never_imported(make_house, install):
    install("bomb", "raise SystemExit('imported')")
    assert not make_house(plugins__disabled="bomb").plugins.has_plugin("bomb")
    make_house(plugins__enabled="acl")
    assert "a3dav_test_bomb" not in sys.modules


def test_a_missing_plugin_is_refused_with_the_line_that_installs_it(make_house):
    with pytest.raises(PluginError, match=r"plugin 'gateway' is not installed; try: pip install a3dav-gateway"):
        make_house(plugins__enabled="acl,gateway")


def test_a_misspelt_plugin_is_refused_with_a_proposal(make_house):
    with pytest.raises(PluginError, match=r"did you mean 'locking'"):
        make_house(plugins__disabled="lockin")


def test_a_plugin_that_cannot_be_imported_is_refused_by_name(make_house, install):
    install("broken", "import a_module_that_is_not_there")
    with pytest.raises(PluginError, match=r"plugin 'broken' cannot be imported: .*a_module_that_is_not_there"):
        make_house()


def test_a_plugin_that_fails_while_it_is_imported_is_refused_by_name(make_house, install):
    install("broken", "1 / 0")
    with pytest.raises(PluginError, match=r"plugin 'broken' cannot be imported: .*division by zero"):
        make_house()


def test_a_misspelt_hook_is_refused_with_a_proposal(make_house, install):
    install("typo", "@hookimpl\ndef a3dav_register_reprots(registry): ...")
    with pytest.raises(PluginError, match=r"(?s)typo.*a3dav_register_reprots.*did you mean a3dav_register_reports"):
        make_house()


def test_a_hook_without_its_mark_is_refused(make_house, install):
    install("unmarked", "def a3dav_register_reports(registry): ...")
    with pytest.raises(PluginError, match=r"unmarked.*a3dav_register_reports.*hookimpl"):
        make_house()


def test_a_misspelt_argument_of_a_hook_is_refused(make_house, install):
    install("typo", "@hookimpl\ndef a3dav_register_reports(registery): ...")
    with pytest.raises(PluginError, match=r"(?s)plugin 'typo' does not fit.*registery"):
        make_house()


@pytest.mark.parametrize(
    ("hook", "entry", "what"),
    [
        ("resource_types", "ResourceType('file')", "resource type file"),
        ("methods", "Method('GET', print, OBJECTS)", "GET"),
        ("properties", "Property('{DAV:}getetag', print, kinds=OBJECTS)", "getetag"),
        ("reports", "Report('{DAV:}sync-collection', print, STORED_COLLECTIONS)", "sync-collection"),
        ("privileges", "Privilege('{DAV:}read')", "read"),
        ("indexes", "*[Index('twice', '1', frozenset(), print, print)] * 2", "twice"),
        ("migrations", "*[Migrations('twice', ())] * 2", "twice"),
        ("routes", "*[Route('/twice', print)] * 2", "twice"),
    ],
)
def test_what_is_registered_already_is_refused(make_house, install, hook, entry, what):
    install("second", f"@hookimpl\ndef a3dav_register_{hook}(registry):\n    registry.add({entry})\n")
    with pytest.raises(PluginError, match=f"{what}.* registered twice"):
        make_house()


@pytest.mark.parametrize(
    ("path", "status"),
    [("/tree", 200), ("/tree/", 200), ("/tree/a%2Fb/..?q", 200), ("/treehouse", 401), ("/forest/tree", 401)],
)
def test_a_route_can_answer_all_that_is_below_it(make_house, install, path, status):
    install(
        "tree",
        "from a3dav.exchange import Response\n@hookimpl\ndef a3dav_register_routes(registry):\n"
        "    registry.add(Route('/tree', lambda exchange: Response(200, exchange.request.raw_path), below=True))\n",
    )
    alice = add_person(make_house(), "alice")
    assert alice.get(path, authorization="").status == status


def test_a_built_in_plugin_can_be_left_out(make_house):
    house = make_house(plugins__disabled="locking")
    alice = add_person(house, "alice")
    assert alice.request("LOCK", "/files/alice/a").status == 501
    assert not house.plugins.has_plugin("locking")


def test_a_built_in_plugin_can_be_replaced(make_house, install):
    install(
        "tickets",
        """
        from a3dav.principals import Identity

        @hookimpl
        def a3dav_authenticate(house, request):
            if request.header("authorization") == "Ticket alice":
                return Identity(house.store.accounts.by_name("alice"), "ticket")
        """,
    )
    house = make_house(plugins__disabled="authentication")
    alice = add_person(house, "alice")
    assert alice.propfind("/files/alice/").status == 401
    assert alice.propfind("/files/alice/", authorization="Ticket alice").status == 207


def test_naming_plugins_keeps_the_built_in_ones(make_house):
    assert set(BUILT_IN) < {name for name, _ in make_house(plugins__enabled="acl").plugins.list_name_plugin()}


@pytest.mark.parametrize("enabled", ["acl,colour,shape", "shape,colour,acl"])
def test_the_order_of_plugins_does_not_matter(make_house, install, enabled):
    source = """
    @hookimpl
    def a3dav_register_properties(registry):
        registry.namespace("E", "http://example.org/")
        registry.add(Property("{http://example.org/}NAME", lambda exchange, resources, _: [b"NAME"] * len(resources)))
    """
    install("colour", source.replace("NAME", "colour"))
    install("shape", source.replace("NAME", "shape"))
    alice = add_person(make_house(plugins__enabled=enabled), "alice")
    found = alice.propfind("/files/alice/", OTHER, OTHER.replace("colour", "shape")).multistatus["/files/alice/"]
    assert {name: found.text(name) for name in found.found} == {
        OTHER: "colour", OTHER.replace("colour", "shape"): "shape",
    }  # fmt: skip


def test_settings_of_a_plugin_are_checked(make_house, install):
    install(
        "paint",
        """
        from dataclasses import dataclass
        from a3dav.config import setting

        @dataclass(frozen=True, slots=True)
        class Paint:
            layers: int = setting(1, "How many layers.", minimum=1, maximum=3)

        @hookimpl
        def a3dav_register_settings(registry):
            registry.add("paint", Paint)
        """,
    )
    assert make_house(plugins__paint__layers=3).section("paint").layers == 3
    with pytest.raises(ConfigError, match=r"(?i)layers"):
        make_house(plugins__paint__layers=4)


def test_an_index_follows_every_write(make_house, install):
    install("shelf", "VERSION = '1'\n" + LISTS_NAMES)
    house = make_house()
    alice = add_person(house, "alice")
    alice.put("/files/alice/a", b"1")
    alice.request("COPY", "/files/alice/a", destination="/files/alice/b")
    alice.request("MOVE", "/files/alice/a", destination="/files/alice/c")
    alice.put("/files/alice/d", b"1")
    alice.delete("/files/alice/d")
    assert shelf(house) == ["b", "c"]


def test_an_index_is_rebuilt_after_its_plugin_was_off(make_house, install):
    install("shelf", "VERSION = '1'\n" + LISTS_NAMES)
    house = make_house()
    alice = add_person(house, "alice")
    alice.put("/files/alice/a", b"1")
    house.close()
    without = make_house(plugins__disabled="shelf")
    alice.house = without
    alice.put("/files/alice/b", b"1")
    alice.delete("/files/alice/a")
    without.close()
    assert shelf(make_house()) == ["b"]


def test_an_index_of_a_new_version_is_rebuilt(make_house, install):
    install("shelf", "VERSION = '1'\n" + LISTS_NAMES)
    house = make_house()
    add_person(house, "alice").put("/files/alice/a", b"1")
    house.store.engine.submit(lambda: house.store.engine.execute("UPDATE shelf SET name = 'old'")).result()
    house.close()
    install("shelf", "VERSION = '2'\n" + LISTS_NAMES)
    assert shelf(make_house()) == ["a"]


def test_a_plugin_that_comes_later_indexes_what_is_there(make_house, install):
    house = make_house()
    add_person(house, "alice").put("/files/alice/a", b"1")
    house.close()
    install("shelf", "VERSION = '1'\n" + LISTS_NAMES)
    assert shelf(make_house()) == ["a"]


def test_an_account_gets_the_homes_of_a_plugin_that_comes_later(make_house, install):
    house = make_house()
    alice = add_person(house, "alice")
    house.close()
    install(
        "albums",
        """
        @hookimpl
        def a3dav_register_resource_types(registry):
            registry.add(ResourceType("album-home", ("{DAV:}collection",), collection=True))
            registry.add_root(Root("albums", "album-home"))
        """,
    )
    alice.house = make_house()
    assert alice.propfind("/albums/alice/").status == 207
