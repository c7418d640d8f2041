"""Who may do what under the owner-only policy, as clients see it."""

import pytest

DAV = "{DAV:}"
PRIVILEGES = f"{DAV}current-user-privilege-set"
NEED_PRIVILEGES = f"{DAV}need-privileges"


def granted(client, path):
    member = client.propfind(path, PRIVILEGES).multistatus[path]
    return {privilege[0].tag for privilege in member.found[PRIVILEGES]}


@pytest.mark.rfc("3744", "5.4")
def test_an_owner_sees_aggregates_and_all_that_they_contain(alice):
    expected = {
        "all", "read", "write", "write-properties", "write-content", "bind", "unbind", "unlock", "read-acl",
        "read-current-user-privilege-set", "write-acl",
    }  # fmt: skip
    assert granted(alice, "/files/alice/") >= {DAV + name for name in expected}


def test_the_root_may_be_read_and_not_written(alice):
    privileges = granted(alice, "/")
    assert DAV + "read" in privileges
    assert DAV + "write" not in privileges
    assert DAV + "bind" not in privileges


def test_a_principal_may_change_its_own_properties(alice):
    privileges = granted(alice, "/principals/users/alice/")
    assert privileges >= {DAV + "read", DAV + "write-properties"}
    assert DAV + "write-content" not in privileges


@pytest.mark.rfc("3744", "7.1.1")
def test_the_home_of_another_account_is_refused_with_the_missing_privilege(alice, bob):
    answer = alice.propfind("/files/bob/")
    assert (answer.status, answer.condition) == (403, NEED_PRIVILEGES)
    assert answer.xml.findtext(f".//{DAV}href") == "/files/bob/"
    assert answer.xml.find(f".//{DAV}privilege/{DAV}read") is not None


def test_writing_to_another_account_is_refused(alice, bob):
    assert alice.put("/files/bob/note.txt", "hello").condition == NEED_PRIVILEGES


def test_the_principal_of_another_account_may_be_read_and_not_changed(alice, bob):
    assert granted(alice, "/principals/users/bob/") == {
        DAV + "read",
        DAV + "read-current-user-privilege-set",
        "{urn:ietf:params:xml:ns:caldav}read-free-busy",
    }


def test_an_administrator_reads_principals(person, bob):
    root = person("root", role="admin")
    assert root.propfind("/principals/users/bob/").status == 207


def test_an_administrator_does_not_read_the_data_of_others(person, bob):
    root = person("root", role="admin")
    assert root.propfind("/files/bob/").status == 403


@pytest.mark.rfc("3744", "5.3")
def test_supported_privileges_nest_as_their_aggregates_do(alice):
    name = f"{DAV}supported-privilege-set"
    tree = alice.propfind("/files/alice/", name).multistatus["/files/alice/"].found[name]
    nest = f"{DAV}supported-privilege"
    (top,) = tree
    assert top.find(f"{DAV}privilege/{DAV}all") is not None
    write = next(entry for entry in top.iterchildren(nest) if entry.find(f"{DAV}privilege/{DAV}write") is not None)
    contained = {entry.find(f"{DAV}privilege")[0].tag for entry in write.iterchildren(nest)}
    assert contained == {DAV + name for name in ("write-properties", "write-content", "bind", "unbind")}
    assert write.findtext(f"{DAV}description")


@pytest.mark.rfc("3744", "5.5")
def test_the_access_control_list_is_one_protected_entry_of_the_owner(alice):
    name = f"{DAV}acl"
    (ace,) = alice.propfind("/files/alice/", name).multistatus["/files/alice/"].found[name]
    assert ace.find(f"{DAV}principal/{DAV}property/{DAV}owner") is not None
    assert ace.find(f"{DAV}grant/{DAV}privilege/{DAV}all") is not None
    assert ace.find(f"{DAV}protected") is not None


def test_allprop_leaves_access_control_out(alice):
    found = alice.propfind("/files/alice/").multistatus["/files/alice/"].found
    assert not {f"{DAV}acl", f"{DAV}supported-privilege-set", PRIVILEGES} & set(found)
