"""Settings that are accepted: where they come from, which one wins, how they are shown."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from a3dav.config import Row, effective, read, setting
from a3dav.config.page import settings_page

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Sample:
    """A plugin for tests."""

    auto: bool = setting(False, "Whether it acts by itself.")
    token: str = setting("", "What it shows to others.", secret=True)


@pytest.fixture
def file(tmp_path):
    return tmp_path / "a3dav.toml"


def test_without_a_file_every_setting_has_its_default(tmp_path):
    raw = read(None, {}, folders=[tmp_path])
    assert (raw.file, raw.core.server.port, raw.core.storage.synchronous) == (None, 8008, "full")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a3dav.toml", "[server]\nport = 9090\n[plugins]\nenabled = ['acl']\n"),
        ("a3dav.yaml", "server:\n  port: 9090\nplugins:\n  enabled: [acl]\n"),
        ("a3dav.yml", "server: {port: 9090}\nplugins: {enabled: [acl]}\n"),
        ("a3dav.json", '{"server": {"port": 9090}, "plugins": {"enabled": ["acl"]}}'),
    ],
)
def test_every_format_says_the_same(tmp_path, name, text):
    (tmp_path / name).write_text(text)
    core = read(None, {}, folders=[tmp_path]).core
    assert (core.server.port, core.plugins.enabled) == (9090, ("acl",))


@pytest.mark.parametrize(("name", "text"), [("a.toml", ""), ("a.yaml", ""), ("a.yaml", "server:\n"), ("a.json", "{}")])
def test_an_empty_file_changes_nothing(tmp_path, name, text):
    (tmp_path / name).write_text(text)
    assert read(tmp_path / name, {}).core == read(None, {}, folders=[]).core


def test_a_file_may_begin_with_a_byte_order_mark(file):
    file.write_bytes(b"\xef\xbb\xbf[server]\nport = 1\n")
    assert read(file, {}).core.server.port == 1


def test_the_file_of_the_command_line_is_read_instead_of_the_one_of_the_environment(tmp_path, file):
    file.write_text("[server]\nport = 1\n")
    assert read(file, {"A3DAV_CONFIG": str(tmp_path / "other.toml")}).file == file


def test_the_file_of_the_environment_is_read_instead_of_the_one_in_the_folder(tmp_path, file):
    file.write_text("[server]\nport = 1\n")
    other = tmp_path / "other.toml"
    other.write_text("[server]\nport = 2\n")
    assert read(None, {"A3DAV_CONFIG": str(other)}, folders=[tmp_path]).core.server.port == 2


def test_the_first_folder_with_a_file_is_taken(tmp_path):
    for number, folder in enumerate(("empty", "first", "second")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / ("a3dav.toml" if number else "notes.txt")).write_text(f"server.port = {number + 1}")
    folders = [tmp_path / "empty", tmp_path / "first", tmp_path / "second"]
    assert read(None, {}, folders=folders).core.server.port == 2


def test_the_environment_stands_over_the_file(file):
    file.write_text("[server]\nport = 1\nidle_timeout = 20\n")
    server = read(file, {"A3DAV_SERVER__PORT": "9090"}).core.server
    assert (server.port, server.idle_timeout) == (9090, 20)


def test_the_command_line_stands_over_the_environment():
    raw = read(None, {"A3DAV_SERVER__PORT": "1"}, {"server.port": 2, "server.host": None}, folders=[])
    assert (raw.core.server.port, raw.core.server.host) == (2, "127.0.0.1")


def test_a_text_on_the_command_line_is_read_as_the_type_of_the_setting():
    assert read(None, {}, {"server.port": "9090"}, folders=[]).core.server.port == 9090


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a3dav.toml", "[async_pool]\nworkers = 3\n[security]\nallow_clear_text = true\n"),
        ("a3dav.yaml", "async_pool: {workers: 3}\nsecurity: {allow_clear_text: true}\n"),
        ("a3dav.json", '{"async_pool": {"workers": 3}, "security": {"allow_clear_text": true}}'),
    ],
)
def test_pools_and_security_have_sections_of_their_own_in_every_format(tmp_path, name, text):
    (tmp_path / name).write_text(text)
    core = read(tmp_path / name, {}).core
    assert (core.async_pool.workers, core.security.allow_clear_text) == (3, True)


def test_pools_and_security_are_reached_by_the_environment():
    environ = {"A3DAV_ASYNC_POOL__WAIT_THREADS": "4", "A3DAV_SECURITY__TLS_MINIMUM": "1.3"}
    core = read(None, environ, folders=[]).core
    assert (core.async_pool.wait_threads, core.security.tls_minimum) == (4, "1.3")


@pytest.mark.parametrize(
    ("text", "value"),
    [("true", True), ("ON", True), ("1", True), ("no", False), ("False", False), ("0", False)],
)
def test_the_environment_writes_flags_in_words(text, value):
    assert read(None, {"A3DAV_LIMITS__DEPTH_INFINITY": text}, folders=[]).core.limits.depth_infinity is value


def test_the_environment_writes_lists_with_commas():
    raw = read(None, {"A3DAV_PLUGINS__DISABLED": "acl, carddav,", "A3DAV_PLUGINS__ENABLED": ""}, folders=[])
    assert (raw.core.plugins.disabled, raw.core.plugins.enabled) == (("acl", "carddav"), ())


def test_a_variable_without_a_double_underscore_is_not_a_setting():
    assert read(None, {"A3DAV_PORT": "tcp://10.0.0.1:8008"}, folders=[]).core.server.port == 8008


@pytest.mark.parametrize(("written", "value"), [("s3\n", "s3"), ("s3\r\n", "s3"), ("s3\n\n", "s3\n"), ("s3", "s3")])
def test_a_secret_file_loses_one_line_end(tmp_path, written, value):
    secret = tmp_path / "secret"
    secret.write_bytes(b"postgresql://a:" + written.encode())
    raw = read(None, {"A3DAV_STORAGE__URL_FILE": str(secret)}, folders=[])
    assert raw.core.storage.url == f"postgresql://a:{value}"


def test_a_setting_whose_own_name_ends_in_file_is_no_secret_file():
    raw = read(None, {"A3DAV_AUTH__HTPASSWD_FILE": "/nowhere/users"}, folders=[])
    assert raw.core.auth.htpasswd_file == "/nowhere/users"


@pytest.mark.parametrize(
    ("text", "size"), [("2 MiB", 2097152), ("64KiB", 65536), ("1 gib", 1073741824), ("4096", 4096)]
)
def test_a_size_may_be_written_with_its_unit(file, text, size):
    file.write_text(f'[limits]\nmax_resource_size = "{text}"\n')
    assert read(file, {}).core.limits.max_resource_size == size


def test_a_plugin_reads_its_section_into_its_own_dataclass(file):
    file.write_text("[plugins.sample]\nauto = true\n")
    raw = read(file, {"A3DAV_PLUGINS__SAMPLE__TOKEN": "t"})
    assert raw.plugin("sample", Sample) == Sample(auto=True, token="t")


def test_a_plugin_without_a_section_has_its_defaults():
    raw = read(None, {}, folders=[])
    assert raw.plugins({"sample": Sample}, known=["sample"]) == {"sample": Sample()}


def test_a_section_inside_of_that_of_a_plugin_has_a_dataclass_of_its_own(file):
    file.write_text("[plugins.sample]\nauto = true\n[plugins.sample.mail]\ntoken = 'a'\n")
    environ = {"A3DAV_PLUGINS__SAMPLE__MAIL__AUTO": "yes"}
    read_sections = read(file, environ).plugins({"sample": Sample, "sample.mail": Sample}, known=["sample"])
    assert read_sections == {"sample": Sample(auto=True), "sample.mail": Sample(auto=True, token="a")}


def test_the_rows_of_a_section_inside_of_another_have_its_whole_name(file):
    file.write_text("[plugins.sample.mail]\nauto = true\n")
    rows = {row.key: row.value for row in effective(read(file, {}), {"sample": Sample, "sample.mail": Sample})}
    assert (rows["plugins.sample.auto"], rows["plugins.sample.mail.auto"]) == ("false", "true")


def test_the_section_of_a_disabled_plugin_is_left_alone(file):
    file.write_text("[plugins]\ndisabled = ['sample']\n[plugins.sample]\nwhatever = 1\n")
    assert read(file, {}).plugins({}, known=["sample"]) == {}


def test_every_row_names_the_origin_of_its_value(file):
    file.write_text("[server]\n\nport = 1\n[plugins.sample]\nauto = true\n")
    environ = {"A3DAV_AUTH__REALM": "home"}
    rows = {row.key: row for row in effective(read(file, environ, {"async_pool.workers": 3}), {"sample": Sample})}
    assert rows["server.port"] == Row("server.port", "1", f"file {file}:3")
    assert rows["auth.realm"] == Row("auth.realm", "home", "environment A3DAV_AUTH__REALM")
    assert rows["async_pool.workers"] == Row("async_pool.workers", "3", "command line async_pool.workers")
    assert rows["server.host"] == Row("server.host", "127.0.0.1", "default")
    assert rows["plugins.sample.auto"] == Row("plugins.sample.auto", "true", f"file {file}:5")


def test_secrets_are_masked_where_settings_are_shown():
    environ = {"A3DAV_STORAGE__URL": "postgresql://a:hidden@b/c", "A3DAV_PLUGINS__SAMPLE__TOKEN": "hidden"}
    rows = effective(read(None, environ, folders=[]), {"sample": Sample})
    assert [row.key for row in rows if row.value == "********"] == ["storage.url", "plugins.sample.token"]
    assert not [row for row in rows if "hidden" in row.value]


def test_the_settings_page_lists_the_sections_of_plugins():
    page = settings_page({"sample": Sample})
    assert "## [plugins.sample]" in page
    assert "| `token` |  | a text, kept secret | What it shows to others. |" in page
