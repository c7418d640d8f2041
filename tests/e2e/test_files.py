"""Files by the programs people mount and copy them with: cadaver and rclone."""

import os
import subprocess

import pytest


@pytest.fixture
def cadaver(account, require_tool, tmp_path):
    """Runs commands of cadaver in an account's files and gives what it printed."""
    program = require_tool("cadaver")
    host = account.url.removeprefix("http://").partition(":")[0]
    (tmp_path / ".netrc").write_text(f'machine {host} login {account.name} password "{account.password}"\n')

    def run(*commands):
        done = subprocess.run(
            [program, f"{account.url}files/{account.name}/"], input="\n".join([*commands, "quit", ""]), cwd=tmp_path,
            env={"HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}, capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
        return done.stdout + done.stderr

    return run


def test_cadaver_makes_moves_locks_and_reads_files(cadaver, tmp_path):
    (tmp_path / "letter.txt").write_text("Dear Ada")
    said = cadaver(
        "mkcol letters", "cd letters", "put letter.txt", "copy letter.txt copy.txt", "move copy.txt moved.txt",
        "lock letter.txt", "propset letter.txt colour green", "propget letter.txt colour", "unlock letter.txt",
        "get moved.txt back.txt", "delete letter.txt", "ls",
    )  # fmt: skip
    assert "failed" not in said, said
    assert (tmp_path / "back.txt").read_text() == "Dear Ada"
    assert "green" in said
    assert "moved.txt" in said.rpartition("Listing")[2]
    assert " letter.txt" not in said.rpartition("Listing")[2]


@pytest.fixture
def rclone(account, require_tool, tmp_path):
    """Runs rclone; `dav:` is an account's files."""
    program = require_tool("rclone")
    hidden = subprocess.run([program, "obscure", account.password], capture_output=True, text=True, check=True).stdout
    (tmp_path / "rclone.conf").write_text(
        f"[dav]\ntype = webdav\nvendor = other\nurl = {account.url}files/{account.name}/\n"
        f"user = {account.name}\npass = {hidden}"
    )

    def run(*arguments, text=None):
        done = subprocess.run(
            [program, "--config", str(tmp_path / "rclone.conf"), *arguments], input=text, capture_output=True,
            timeout=120, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout

    return run


@pytest.fixture
def folder(tmp_path):
    """Files with names that clients encode in many ways, one of them large, one empty."""
    folder = tmp_path / "folder"
    names = ["plain.txt", "Grüße & mehr.txt", "a+b=c;d,e@f.txt", "100% #1?.txt", "sub/deep/er.txt"]
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"content of {name}")
    (folder / "empty").touch()
    (folder / "large").write_bytes(os.urandom(3_000_000))
    return folder


def test_rclone_copies_a_folder_there_and_back(rclone, folder, tmp_path):
    rclone("sync", str(folder), "dav:backup")
    rclone("check", "--download", str(folder), "dav:backup")
    rclone("sync", "dav:backup", str(tmp_path / "back"))
    back = {
        str(file.relative_to(tmp_path / "back")): file.read_bytes()
        for file in (tmp_path / "back").rglob("*")
        if file.is_file()
    }
    assert back == {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_rclone_moves_reads_parts_and_streams(rclone, folder):
    rclone("copy", str(folder), "dav:a")
    rclone("moveto", "dav:a/plain.txt", "dav:a/moved here.txt")
    rclone("move", "dav:a", "dav:b")
    large = (folder / "large").read_bytes()
    assert rclone("cat", "--offset", "1000000", "--count", "1000", "dav:b/large") == large[1_000_000:1_001_000]
    assert rclone("cat", "dav:b/moved here.txt") == b"content of plain.txt"
    rclone("rcat", "dav:b/streamed", text=large)
    assert rclone("cat", "dav:b/streamed") == large
    rclone("purge", "dav:b")
    assert rclone("lsf", "dav:") == b""
