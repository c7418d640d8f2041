"""What `a3dav migrate` takes, shows and leaves behind."""

import pytest

HERE = "/calendars/alice/work/"


@pytest.fixture
def filled(account, make_event):
    for number in range(2):
        account.put(f"/home/work/{number}.ics", make_event(number))
    return account


def said(moved):
    return moved.err.removeprefix("a3dav: ").rstrip("\n")


def test_a_dry_run_shows_what_would_be_copied_and_changes_nothing(filled, alice, move_here, names_in, tmp_path):
    moved = move_here("--dry-run")
    assert "calendars/work (new)" in moved.out
    assert names_in("/calendars/alice/") == ["calendar", "tasks"]
    assert not (tmp_path / "data" / "migrations").exists()
    assert [path for method, path, _ in filled.heard if method in {"GET", "REPORT"}] == []


def test_a_dry_run_after_a_run_shows_what_is_new(filled, alice, move_here, make_event):
    move_here()
    filled.put("/home/work/new.ics", make_event("new"))
    (entry,) = move_here("--dry-run").report["accounts"][0]["collections"]
    assert (entry["found"], entry["created"], entry["target"]) == (3, 1, "calendars/work")


def test_a_dry_run_makes_no_account(filled, house, move):
    assert "a new account" in move(filled.url, "--to", "alice", "--create", "--dry-run").out
    assert house.store.accounts.by_name("alice") is None


def test_a_missing_account_is_told_with_the_cure(filled, house, move):
    moved = move(filled.url, "--to", "alice", ends_with=1)
    assert "there is no account 'alice' here; make it with a3dav user add, or use --create" in moved.err


def test_a_missing_account_is_made_on_demand_with_a_password_that_is_shown(filled, house, move):
    from a3dav.testing.client import Client

    moved = move(filled.url, "--to", "alice", "--create")
    (line,) = [line for line in moved.out.splitlines() if "its password is" in line]
    client = Client(house, "alice", line.rpartition(" ")[2])
    assert client.propfind(HERE, "{DAV:}getetag", depth="1").status == 207


def test_the_password_of_the_other_server_can_be_taken_over(filled, house, move):
    from a3dav.testing.client import Client

    moved = move(filled.url, "--user", "alice", "--create", "--take-passwords", password="theirs")
    assert "theirs" not in moved.out + moved.err
    assert Client(house, "alice", "theirs").propfind(HERE, "{DAV:}getetag", depth="1").status == 207


def test_many_accounts_are_copied_and_one_that_fails_stops_nobody(filled, person, move, tmp_path):
    person("carol"), person("dave")
    lines = ["\ufeff# the old ones", "", 'carol,"a, ""b"""', "erin,x", "d,p,dave"]
    (tmp_path / "accounts").write_text("\n".join(lines))
    moved = move(filled.url, "--accounts", str(tmp_path / "accounts"), ends_with=1)
    told = {entry["account"]: (entry["complete"], len(entry["collections"])) for entry in moved.report["accounts"]}
    assert told == {"carol": (True, 1), "erin": (False, 0), "dave": (True, 1)}


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "names no account"),
        ("alice", "line 1: a line is NAME,PASSWORD or NAME,PASSWORD,NAME-HERE"),
        (",secret", "line 1: a line is"),
        ('a,b\nc,"d', "line 2: unexpected end of data"),
        ("a,b,x\nc,d,x", "copies two accounts into x"),
    ],
)
def test_a_list_of_accounts_that_cannot_be_read_is_refused(house, move, tmp_path, text, complaint):
    (tmp_path / "accounts").write_text(text)
    assert complaint in said(move("http://localhost/", "--accounts", str(tmp_path / "accounts"), ends_with=1))


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("ftp://example.org/", "--to", "a"), "is not a URL of a server"),
        (("example.org", "--to", "a"), "is not a URL of a server"),
        (("http://[::1/", "--to", "a"), "is not a URL: Invalid IPv6 URL"),
        (("http://example.org:99999/", "--to", "a"), "is not a URL: Port out of range 0-65535"),
        (("http://a:b@example.org/", "--to", "a"), "take name and password out of the URL"),
        (("http://example.org/",), "say whose data it is"),
        (("http://example.org/", "--user", "a"), "give the password with --password-stdin or --password-file"),
        (("http://example.org/", "--to", "a", "--only", "mail"), "--only takes calendars, contacts, files"),
        (("http://example.org/", "--to", "a", "--files-url", "/x"), "is not a URL of a server"),
        (("http://example.org/", "--to", "a", "--ca", __file__), "holds no certificates that can be read"),
    ],
)
def test_a_call_that_cannot_be_meant_is_one_sentence(house, move, arguments, complaint):
    text = said(move(*arguments, ends_with=1))
    assert complaint in text
    assert "\n" not in text


def test_options_that_exclude_one_another_are_told(house, move, tmp_path):
    (tmp_path / "accounts").write_text("a,b")
    text = said(move("http://a.example/", "--accounts", str(tmp_path / "accounts"), "--to", "a", ends_with=1))
    assert text == "--accounts does not go together with --user, --to, --token-file or --state"


def test_every_account_leaves_a_row_in_the_audit_trail(filled, alice, house, move_here):
    move_here()
    rows = house.store.engine.rows("SELECT actor_id, method, action, outcome FROM audit WHERE method = 'migrate'")
    account = house.store.accounts.by_name("alice")
    told = [(bytes(actor) == account.id, action, outcome) for actor, _, action, outcome in rows]
    assert told == [(True, "mkcol", "ok"), (True, "put", "ok"), (True, "put", "ok"), (True, "migrated", "ok")]


def test_an_account_that_is_not_complete_says_so_in_the_audit_trail(filled, alice, house, move_here):
    filled.put("/home/work/bad.ics", b"no calendar")
    move_here(ends_with=1)
    row = house.store.engine.row("SELECT outcome FROM audit WHERE action = 'migrated'")
    assert row[0] == "incomplete"


def test_the_report_holds_no_password(filled, alice, move, tmp_path):
    move(filled.url, "--user", "a", "--to", "alice", password="hush hush")
    kept = [file.read_bytes() for file in (tmp_path / "data").rglob("*") if file.is_file()]
    assert not [body for body in [*kept, (tmp_path / "report.json").read_bytes()] if b"hush hush" in body]


def test_the_password_can_come_from_a_file(account, alice, move, tmp_path):
    from base64 import b64encode

    (tmp_path / "password").write_text("sécret\r\nmore\n")
    account.answers["PROPFIND", "/"] = lambda handler, _: (
        None if "authorization" in handler.headers else (401, {"WWW-Authenticate": "Basic realm=x"}, b"")
    )
    move(account.url, "--user", "a", "--to", "alice", "--password-file", str(tmp_path / "password"))
    sent = {headers.get("authorization") for _, _, headers in account.heard} - {None}
    assert sent == {"Basic " + b64encode("a:sécret".encode()).decode()}


def test_the_check_at_the_end_finds_what_came_meanwhile(filled, alice, move_here, make_event):
    listings = iter([None, None])

    def answer(*_):
        if next(listings, "later") == "later":
            filled.put("/home/work/late.ics", make_event("late"))

    filled.answers["PROPFIND", "/home/work/"] = answer
    next(listings)
    (entry,) = move_here(ends_with=1).report["accounts"][0]["collections"]
    assert entry["missing"] == [filled.url + "/home/work/late.ics"]
