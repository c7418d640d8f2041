"""Files arrive with their folders and times, large ones too, from another a3dav and from servers that are less kind."""

import shutil
from urllib.parse import quote

import httpx
import pytest

MODIFIED = "{DAV:}getlastmodified"
LARGE = bytes(range(256)) * 2**13  # two MiB, more than what stands in a row


@pytest.fixture
def other(served_person):
    """An account of another a3dav, and a client of its files."""
    base = f"{served_person.url}files/{served_person.name}/"
    auth = httpx.BasicAuth(served_person.name, served_person.password)
    with httpx.Client(base_url=base, auth=auth, trust_env=False) as client:
        client.person = served_person
        yield client


@pytest.fixture
def move_files(other, move):
    def run(*arguments, **options):
        given = ("--user", other.person.name, "--to", "alice", "--only", "files", *arguments)
        return move(str(other.base_url), *given, password=other.person.password, **options)

    return run


def collection(moved):
    (entry,) = moved.report["accounts"][0]["collections"]
    return entry


def stored(client, *path, body=b"x", **headers):
    answer = client.put(quote("/".join(path)), content=body, headers=headers)
    assert answer.status_code == 201, answer.text


def made(client, *path):
    assert client.request("MKCOL", quote("/".join(path)) + "/").status_code == 201


def test_files_arrive_with_their_folders(other, alice, move_files):
    made(other, "Größe & more")
    made(other, "Größe & more", "100%")
    made(other, "empty")
    stored(other, "Größe & more", "100%", "#1?.txt", body=b"\x00\xff")
    stored(other, "large", body=LARGE)
    stored(other, "nothing", body=b"")
    moved = collection(move_files())
    assert alice.get("/files/alice/" + quote("Größe & more/100%/#1?.txt")).body == b"\x00\xff"
    assert alice.get("/files/alice/large").body == LARGE
    assert alice.get("/files/alice/nothing").body == b""
    assert alice.propfind("/files/alice/empty/", MODIFIED).status == 207
    assert (moved["found"], moved["created"], moved["here"], moved["missing"]) == (3, 3, 3, [])


def test_files_keep_their_times_and_types(other, alice, move_files):
    stored(other, "a", **{"X-OC-MTime": "1000000000", "Content-Type": "text/x-own; charset=utf-8"})
    move_files()
    assert alice.get("/files/alice/a").headers["content-type"] == "text/x-own; charset=utf-8"
    assert alice.propfind("/files/alice/a", MODIFIED).multistatus["/files/alice/a"].text(MODIFIED) == (
        "Sun, 09 Sep 2001 01:46:40 GMT"
    )


def test_files_are_not_copied_twice(other, alice, move_files):
    stored(other, "a")
    stored(other, "large", body=LARGE)
    move_files()
    version = alice.get("/files/alice/large").headers["etag"]
    moved = collection(move_files())
    assert (moved["created"], moved["updated"], moved["unchanged"]) == (0, 0, 2)
    assert alice.get("/files/alice/large").headers["etag"] == version


def test_files_of_the_same_size_and_time_are_not_copied_again_without_a_state(other, alice, move_files, tmp_path):
    stored(other, "large", body=LARGE)
    move_files()
    shutil.rmtree(tmp_path / "data" / "migrations")
    assert collection(move_files())["unchanged"] == 1


def test_changed_files_are_copied_and_those_that_are_gone_deleted_on_demand(other, alice, move_files):
    made(other, "d")
    stored(other, "d", "a")
    stored(other, "b")
    move_files()
    other.delete("d")
    other.put("b", content=b"changed")
    assert collection(move_files())["gone"] == [f"/files/{other.person.name}/d/a", f"/files/{other.person.name}/d"]
    assert alice.get("/files/alice/d/a").body == b"x"
    move_files("--delete")
    assert alice.get("/files/alice/d/a").status == 404
    assert alice.get("/files/alice/d/").status == 404
    assert alice.get("/files/alice/b").body == b"changed"


def test_a_folder_that_holds_something_of_ones_own_is_not_deleted(other, alice, move_files):
    made(other, "d")
    stored(other, "d", "a")
    move_files()
    other.delete("d")
    alice.put("/files/alice/d/own", b"mine")
    move_files("--delete")
    assert alice.get("/files/alice/d/own").body == b"mine"
    assert alice.get("/files/alice/d/a").status == 404


def test_calendars_come_along_with_the_files_of_the_user(other, alice, move, make_event):
    person = other.person
    other.put(f"{person.url}calendars/{person.name}/calendar/a.ics", content=make_event(1))
    stored(other, "a")
    move(
        person.url, "--user", person.name, "--to", "alice", "--files-url", f"{person.url}files/{{user}}/",
        password=person.password,
    )  # fmt: skip
    assert alice.get("/calendars/alice/calendar/a.ics").body == make_event(1)
    assert alice.get("/files/alice/a").body == b"x"


@pytest.fixture
def folder(scripted):
    scripted.folder("/dav/")
    return scripted


@pytest.fixture
def move_folder(folder, move):
    return lambda *arguments, **options: move(folder.url + "/dav/", "--to", "alice", *arguments, **options)


def refusals(moved):
    return [tuple(refusal) for refusal in collection(moved)["refused"]]


def test_a_plain_folder_is_copied_where_nothing_else_is_found(folder, alice, move_folder):
    folder.put("/dav/a.txt", b"text")
    assert collection(move_folder())["target"] == "files"
    assert alice.get("/files/alice/a.txt").headers["content-type"] == "text/plain"


def test_a_folder_that_cannot_be_listed_is_told_and_nothing_in_it_deleted(folder, alice, move_folder):
    folder.folder("/dav/d/")
    folder.put("/dav/d/a", b"text")
    move_folder()
    folder.answers["PROPFIND", "/dav/d/"] = 500, {}, b""
    assert refusals(move_folder("--delete", ends_with=1))[0][0] == folder.url + "/dav/d/"
    assert alice.get("/files/alice/d/a").body == b"text"


def test_a_folder_inside_itself_without_end_is_left_at_some_depth(folder, alice, move_folder):
    def deeper(handler, _):
        body = (
            f'<D:multistatus xmlns:D="DAV:"><D:response><D:href>{handler.path}d/</D:href><D:propstat><D:prop>'
            "<D:resourcetype><D:collection/></D:resourcetype></D:prop></D:propstat></D:response></D:multistatus>"
        )
        return 207, {}, body.encode()

    folder.answers.update({("PROPFIND", "/dav/" + "d/" * depth): deeper for depth in range(1, 100)})
    folder.folder("/dav/d/")
    ((_, reason),) = refusals(move_folder(ends_with=1))
    assert reason == "folders are nested too deep"


def test_a_listing_that_names_its_parent_does_not_run_in_circles(folder, alice, move_folder):
    folder.folder("/dav/d/")
    body = folder_listing("/dav/", "/dav/d/", "/")
    folder.answers["PROPFIND", "/dav/d/"] = 207, {}, body
    assert {reason for _, reason in refusals(move_folder(ends_with=1))} == {"not inside the folder that listed it"}


def folder_listing(*hrefs):
    parts = "".join(
        f"<D:response><D:href>{href}</D:href><D:propstat><D:prop><D:resourcetype><D:collection/></D:resourcetype>"
        "</D:prop></D:propstat></D:response>"
        for href in hrefs
    )
    return f'<D:multistatus xmlns:D="DAV:">{parts}</D:multistatus>'.encode()


def test_a_file_where_a_folder_is_here_is_refused(folder, alice, move_folder):
    alice.request("MKCOL", "/files/alice/a")
    folder.put("/dav/a", b"text")
    ((url, reason),) = refusals(move_folder(ends_with=1))
    assert (url, reason) == (folder.url + "/dav/a", "a folder has this name here")


def test_a_folder_where_a_file_is_here_is_refused_with_what_it_holds(folder, alice, move_folder):
    alice.put("/files/alice/d", b"mine")
    folder.folder("/dav/d/")
    folder.put("/dav/d/a", b"text")
    ((url, reason),) = refusals(move_folder(ends_with=1))
    assert (url, reason) == (folder.url + "/dav/d/", "a file has this name here")
    assert alice.get("/files/alice/d").body == b"mine"


def test_a_file_larger_than_what_is_stored_here_is_refused_unread(folder, alice, move_folder, monkeypatch):
    folder.put("/dav/a", b"x" * 2000)
    monkeypatch.setenv("A3DAV_LIMITS__MAX_FILE_SIZE", "1000")
    assert refusals(move_folder(ends_with=1)) == [(folder.url + "/dav/a", "the body is larger than 1000 bytes")]
    assert ("GET", "/dav/a") not in [heard[:2] for heard in folder.heard]


def test_a_file_larger_than_what_is_stored_here_is_rescued(folder, alice, move_folder, monkeypatch, tmp_path):
    folder.put("/dav/a", b"x" * 2000)
    monkeypatch.setenv("A3DAV_LIMITS__MAX_FILE_SIZE", "1000")
    move_folder("--rescue", str(tmp_path / "kept"), ends_with=1)
    assert (tmp_path / "kept" / "alice" / "dav" / "a").read_bytes() == b"x" * 2000


def test_a_file_beyond_the_quota_is_refused_and_rescued(folder, alice, move_folder, monkeypatch, tmp_path):
    folder.put("/dav/a", LARGE)
    monkeypatch.setenv("A3DAV_LIMITS__DEFAULT_QUOTA", "1000")
    ((_, reason),) = refusals(move_folder("--rescue", str(tmp_path / "kept"), ends_with=1))
    assert "exceed the quota" in reason
    assert (tmp_path / "kept" / "alice" / "dav" / "a").read_bytes() == LARGE


def test_a_disk_without_room_is_told(folder, alice, move_folder, monkeypatch):
    folder.put("/dav/a", b"text")
    monkeypatch.setattr("a3dav_migrate.files.RESERVE", 2**62)
    assert refusals(move_folder(ends_with=1)) == [(folder.url + "/dav/a", "there is no room for it on the disk")]


def test_no_spooled_file_is_left_behind(folder, alice, move_folder, tmp_path, monkeypatch):
    folder.put("/dav/a", LARGE)
    folder.put("/dav/b", LARGE)
    folder.answers["GET", "/dav/b"] = 500, {}, b""
    move_folder("--rescue", str(tmp_path / "kept"), ends_with=1)
    assert list((tmp_path / "data" / "blobs" / "incoming").iterdir()) == []


def test_calendars_inside_of_a_folder_are_no_files(folder, alice, move_folder, names_in):
    folder.folder("/dav/cal/", "<C:calendar/>")
    folder.put("/dav/cal/a.ics", b"text")
    folder.put("/dav/a", b"text")
    move_folder()
    assert names_in("/files/alice/") == ["a"]


@pytest.mark.parametrize("date", ["yesterday", "", "Fri, 31 Dec 99999 23:59:59 GMT", "Thu, 01 Jan 1900 00:00:00 GMT"])
def test_a_date_that_is_none_is_left_out(folder, alice, move_folder, date):
    folder.put("/dav/a", b"text", f"<D:getlastmodified>{date}</D:getlastmodified>")
    move_folder()
    assert alice.get("/files/alice/a").body == b"text"
