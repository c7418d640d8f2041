"""The command line where the ground gives way: a sentence with a cure, and never a traceback or a secret."""

import io
import os
import socket
import sys
import zipfile
from contextlib import closing

import apsw
import click
import pytest

from a3dav.cli import command, main
from a3dav.supervisor.startup import lock_data_dir

CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:1\r\nFN:Ada\r\nN:;;;;\r\nEND:VCARD\r\n"


@pytest.fixture
def a3dav(tmp_path, monkeypatch, capsys):
    """Runs a command on SQLite below a folder of its own; gives its status and what it said on standard error."""

    def run(*arguments, data_dir=tmp_path / "data"):
        with monkeypatch.context() as patch:
            patch.setattr(os, "environ", dict(os.environ))
            patch.setattr(sys, "argv", ["a3dav", *arguments, "--data-dir", str(data_dir)])
            patch.setattr(sys, "stdin", io.StringIO("secret\n"))
            with pytest.raises(SystemExit) as ended:
                main()
        return ended.value.code or 0, capsys.readouterr().err

    return run


@pytest.fixture
def refused(a3dav):
    """Gives the one sentence that a command ends with status 1 for."""

    def run(*arguments, **options):
        status, said = a3dav(*arguments, **options)
        assert status == 1, said
        (sentence,) = [line for line in said.splitlines() if not line.startswith("importing")]
        assert sentence.startswith("a3dav: ")
        return sentence

    return run


def test_a_data_directory_below_a_file_is_refused(refused, tmp_path):
    (tmp_path / "file").touch()
    assert "file/data cannot be used: Not a directory" in refused("user", "list", data_dir=tmp_path / "file" / "data")


@pytest.mark.parametrize("arguments", [("user", "list"), ("check",), ("db", "upgrade"), ("serve",), ("tasks",)])
def test_a_file_that_is_no_database_is_refused(refused, tmp_path, arguments):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a3dav.sqlite").write_bytes(b"no database" * 1000)
    assert "a3dav.sqlite cannot be read: file is not a database; restore it from a backup" in refused(*arguments)


def overwrite_table(path, name):
    """Makes the first page of a table nonsense."""
    with closing(apsw.Connection(str(path))) as connection:
        ((page,),) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (name,))
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 4096)


@pytest.mark.parametrize(
    ("table", "arguments"), [("profiles", ("user", "list")), ("resources", ("user", "remove", "ada", "--erase"))]
)
def test_a_damaged_table_is_told_with_the_way_back(a3dav, refused, tmp_path, table, arguments):
    a3dav("user", "add", "ada")
    overwrite_table(tmp_path / "data" / "a3dav.sqlite", table)
    assert refused(*arguments) == "a3dav: the database is damaged; stop the server and restore a backup"


@pytest.mark.parametrize("table", ["profiles", "versions", "accounts", "indexes"])
def test_check_finds_a_damaged_table(a3dav, tmp_path, table):
    a3dav("user", "add", "ada", "--role", "admin")
    assert a3dav("check") == (0, "")
    overwrite_table(tmp_path / "data" / "a3dav.sqlite", table)
    assert a3dav("check") == (1, "")


@pytest.mark.parametrize("arguments", [("user", "list"), ("db", "upgrade"), ("serve",)])
def test_a_database_server_that_does_not_answer_is_named(refused, monkeypatch, arguments):
    monkeypatch.setenv("A3DAV_STORAGE__URL", "postgresql://ada:geheim@127.0.0.1:1/a3dav")
    monkeypatch.setenv("A3DAV_STORAGE__CONNECT_SECONDS", "0")
    said = refused(*arguments)
    assert "storage.url cannot be used: connection failed" in said
    assert "geheim" not in said


@pytest.mark.parametrize(
    "url",
    ["postgresql://ada:geheim@[::1/a3dav", "postgresql://ada:geheim@h/a3dav?x=y", "postgresql://ada:geheim@h:p/x"],
)
def test_a_database_url_that_is_none_is_refused_without_its_password(refused, monkeypatch, url):
    monkeypatch.setenv("A3DAV_STORAGE__URL", url)
    said = refused("user", "list")
    assert "the database of storage.url cannot be used" in said
    assert "geheim" not in said


def test_a_port_that_is_taken_is_refused(refused):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = refused("serve", "--port", str(port))
    assert f"cannot listen on 127.0.0.1 port {port}: Address already in use; choose another --host or --port" in said


def test_an_address_that_this_machine_lacks_is_refused(refused):
    assert "cannot listen on 203.0.113.7 port 8008" in refused("serve", "--host", "203.0.113.7")


def test_a_second_server_on_one_data_directory_is_refused(refused, tmp_path):
    held = lock_data_dir(tmp_path / "data")
    assert "another server uses" in refused("serve")
    os.close(held)


def leaves(group, *path):
    for name, entry in group.commands.items():
        if isinstance(entry, click.Group):
            yield from leaves(entry, *path, name)
        else:
            yield " ".join([*path, name]), entry


@pytest.mark.parametrize("entry", [pytest.param(entry, id=name) for name, entry in leaves(command)])
def test_every_command_takes_a_configuration_and_a_data_directory_and_explains_itself(entry):
    options = {option for parameter in entry.params for option in parameter.opts}
    assert {"--config", "--data-dir"} <= options
    assert entry.help


@pytest.mark.parametrize("arguments", [("user", "list"), ("serve",), ("check",), ("config", "show"), ("plugins",)])
def test_a_configuration_that_is_not_there_is_refused(refused, tmp_path, arguments):
    assert "nothing.toml: does not exist" in refused(*arguments, "--config", str(tmp_path / "nothing.toml"))


def test_a_folder_that_cannot_be_written_is_refused(a3dav, refused):
    a3dav("user", "add", "ada")
    assert "cannot be written: No such file or directory; name another folder" in refused(
        "export", "ada", "/proc/nothing/there"
    )


def archive(path, flag=0, method=0):
    """A zip file whose only member claims to be encrypted, or packed in a way of its own."""
    with zipfile.ZipFile(path, "w") as opened:
        opened.writestr("ada.vcf", CARD)
    data = bytearray(path.read_bytes())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(signature) + offset
        data[place] |= flag
        data[place + 2] |= method
    path.write_bytes(data)
    return str(path)


@pytest.mark.parametrize(
    ("damage", "reason"), [({"flag": 1}, "is encrypted"), ({"method": 97}, "compression method is not supported")]
)
def test_a_zip_member_that_cannot_be_unpacked_is_refused_beside_others(a3dav, tmp_path, damage, reason):
    a3dav("user", "add", "ada")
    (tmp_path / "good.vcf").write_text(CARD)
    status, said = a3dav("import", "ada", archive(tmp_path / "bad.zip", **damage), str(tmp_path / "good.vcf"))
    assert status == 1
    assert "refused: " in said
    assert reason in said
    a3dav("export", "ada", str(tmp_path / "out"))
    assert "FN:Ada" in (tmp_path / "out" / "addressbooks" / "addressbook.vcf").read_text()


def test_a_zip_file_without_a_directory_of_its_own_is_refused(a3dav, refused, tmp_path):
    a3dav("user", "add", "ada")
    path = tmp_path / "bad.zip"
    archive(path)
    data = bytearray(path.read_bytes())
    data[data.find(b"PK\x01\x02") : data.find(b"PK\x01\x02") + 4] = b"none"
    path.write_bytes(data)
    assert "bad.zip is damaged" in refused("import", "ada", str(path))


def test_an_import_shows_how_far_it_is(a3dav, tmp_path):
    a3dav("user", "add", "ada")
    (tmp_path / "ada.vcf").write_text(CARD)
    _, said = a3dav("import", "ada", str(tmp_path / "ada.vcf"))
    assert "importing" in said
    assert "100%" in said


def test_a_name_too_long_for_the_disk_is_told_by_export(a3dav, refused, tmp_path):
    a3dav("user", "add", "ada")
    (tmp_path / "ada.vcf").write_text(CARD)
    assert "File name too long" in refused("export", "ada", str(tmp_path / ("x" * 300)))
