"""Settings that are refused: each sentence names the place, the key, what is wrong and the cure."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from a3dav.config import read, setting
from a3dav.config.fields import settings_of
from a3dav.config.model import CORE_SECTIONS, MOVED
from a3dav.errors import ConfigError, PluginError


@dataclass(frozen=True, slots=True)
class Sample:
    auto: bool = setting(False, "Whether it acts by itself.")
    first: int = setting(1, "The first day.", maximum=31)
    last: int = setting(31, "The last day.", maximum=31)

    def problems(self) -> Iterator[tuple[str, str]]:
        if self.first > self.last:
            yield "first", "must not be after plugins.sample.last"


@pytest.fixture
def refused(tmp_path, monkeypatch):
    """Writes a file in an empty working folder and returns the lines of the refusal."""
    monkeypatch.chdir(tmp_path)

    def write_and_read(text="", name="a3dav.toml", environ=None, overrides=None):
        (tmp_path / name).write_bytes(text if isinstance(text, bytes) else text.encode())
        with pytest.raises(ConfigError) as caught:
            read(None, environ or {}, overrides)
        return str(caught.value).split("\n")

    return write_and_read


@pytest.fixture
def plugins_refused(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def write_and_read(text, known=("sample", "caldav"), environ=None):
        (tmp_path / "a3dav.toml").write_text(text)
        raw = read(None, environ or {})
        with pytest.raises(ConfigError) as caught:
            raw.plugins({"sample": Sample}, known)
        return str(caught.value).split("\n")

    return write_and_read


def test_the_name_of_a_variable_is_told_without_its_control_characters(refused):
    (line,) = refused(environ={"A3DAV_SERVER__\x1b[2J": "1"})
    assert line.startswith('environment "A3DAV_SERVER__\\u001b[2J": ')


def test_an_unknown_key_is_refused_with_the_near_one(refused):
    assert refused("[server]\n\nprot = 1\n") == [
        "file a3dav.toml:3: server.prot is not a setting; did you mean server.port?"
    ]


def test_an_unknown_key_with_no_near_one_is_refused_with_a_way_out(refused):
    assert refused("[server]\nzzz = 1\n") == [
        "file a3dav.toml:2: server.zzz is not a setting; remove it; `a3dav config show` lists every setting"
    ]


def test_an_unknown_section_is_refused_once_with_the_near_one(refused):
    assert refused("[servr]\nport = 1\nhost = 'a'\n") == [
        "file a3dav.toml:2: servr is not a section; did you mean server?"
    ]


def test_an_unknown_section_with_no_near_one_is_refused_with_the_list(refused):
    assert refused("[zzz]\n") == [
        "file a3dav.toml:1: zzz is not a section; the sections are server, async_pool, security, storage, cache, auth,"
        " principals, limits, listening, outgoing, logging, monitoring, plugins"
    ]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[server]\nport = 'x'", 'server.port must be a whole number from 1 to 65535, not "x"'),
        ("[server]\nport = '9090'", 'server.port must be a whole number from 1 to 65535, not "9090"'),
        ("[server]\nport = true", "server.port must be a whole number from 1 to 65535, not true"),
        ("[server]\nport = 1.5", "server.port must be a whole number from 1 to 65535, not a float"),
        ("[server]\nport = 0", "server.port must be a whole number from 1 to 65535, not 0"),
        ("[server]\nport = 65536", "server.port must be a whole number from 1 to 65535, not 65536"),
        (
            "[server]\nidle_timeout = 61",
            "server.idle_timeout must be a whole number of seconds from 1 to 60, not 61",
        ),
        ("[server]\nport = {}", "server.port must be a whole number from 1 to 65535, not a section"),
        ("[server]\nhost = 1", "server.host must be a text, not 1"),
        ('[server]\nhost = "a\\u0000b"', 'server.host must be a text, not "a\\u0000b"'),
        ("[logging]\naccess = 'yes'", 'logging.access must be true or false, not "yes"'),
        ("[logging]\nformat = 'xml'", 'logging.format must be "text" or "json", not "xml"'),
        ("[plugins]\nenabled = 'acl'", 'plugins.enabled must be a list of texts, not "acl"'),
        ("[plugins]\nenabled = [1]", "plugins.enabled must be a list of texts, not a list of other things"),
        (
            "[limits]\ndefault_quota = -1",
            "limits.default_quota must be a whole number of bytes, 0 or more, not -1",
        ),
        (
            "[limits]\ndefault_quota = 0x8000000000000000",
            "limits.default_quota must be a whole number of bytes, 0 or more, not a number that is too large",
        ),
        (
            "[limits]\nmax_file_size = '1 MB'",
            'limits.max_file_size must be a whole number of bytes, 0 or more, not "1 MB"',
        ),
        ("\nserver = 1", "server is a section and not a setting; put settings into it"),
        (
            "[auth]\ntrusted_header = 'X-User'",
            "auth.trusted_header needs auth.trusted_header_from with the addresses of the proxies",
        ),
        (
            "[security.cors]\nallowed_origins = ['app.example.org']",
            'security.cors.allowed_origins holds "app.example.org"; list sites such as https://app.example.org, or *',
        ),
        (
            "[security.cors]\ncredentials = true\nallowed_origins = ['*']",
            "security.cors.credentials cannot be had by every site; list the sites in security.cors.allowed_origins",
        ),
        (
            "[security]\nallow_list = ['localhost']",
            'security.allow_list holds "localhost"; list addresses or networks such as 10.0.0.0/24',
        ),
        (
            "[auth]\ntrusted_header = 'X User'\ntrusted_header_from = ['::1']",
            "auth.trusted_header must be the name of a header, such as X-Remote-User",
        ),
        (
            "[auth]\ntrusted_header_from = ['10.0.0.300']",
            'auth.trusted_header_from holds "10.0.0.300"; list addresses or networks such as 10.0.0.0/24',
        ),
        ("[auth]\nrealm = 'a\"b'", "auth.realm must be printable and hold no quotation mark or backslash"),
        (
            "[server]\npublic_url = 'https://dav.example.org/dav?x'",
            "server.public_url must be an address such as https://dav.example.org or https://example.org/dav",
        ),
    ],
)
def test_a_value_that_does_not_fit_is_refused_at_its_line(refused, text, sentence):
    assert refused(text) == [f"file a3dav.toml:2: {sentence}"]


def test_the_value_of_a_secret_is_never_repeated(refused):
    environ = {"A3DAV_STORAGE__URL": "mysql://root:hidden@b/c"}
    assert refused(environ=environ) == [
        "environment A3DAV_STORAGE__URL: storage.url must begin with postgresql://, or be empty for SQLite"
    ]
    assert refused("[storage]\nurl = ['hidden']") == ["file a3dav.toml:2: storage.url must be a text"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[server]\nworkers = 2", "server.workers has moved; write async_pool.workers instead"),
        ("[limits]\nwait_queue = 9", "limits.wait_queue has moved; write async_pool.wait_queue instead"),
        (
            "[server.tls]\nminimum_version = '1.3'",
            "server.tls.minimum_version has moved; write security.tls_minimum instead",
        ),
        (
            "[auth]\nallow_clear_text = true",
            "auth.allow_clear_text has moved; write security.allow_clear_text instead",
        ),
    ],
)
def test_the_name_of_an_earlier_version_is_refused_with_the_new_one(refused, text, sentence):
    assert refused(text) == [f"file a3dav.toml:2: {sentence}"]


def test_in_the_environment_the_new_name_is_told_as_it_is_written_there(refused):
    assert refused(environ={"A3DAV_SERVER__WORKERS": "2"}) == [
        "environment A3DAV_SERVER__WORKERS: server.workers has moved; write A3DAV_ASYNC_POOL__WORKERS instead"
    ]


def test_a_moved_name_leads_to_a_setting_that_exists():
    known = {f"{name}.{key}" for name, kind in CORE_SECTIONS.items() for key in settings_of(kind)}
    assert set(MOVED.values()) <= known
    assert not set(MOVED) & known


def test_all_problems_are_told_together(refused):
    assert refused("[server]\nprot = 1\nport = 0\n[loging]\n", environ={"A3DAV_ASYNC_POOL__WORKERS": "many"}) == [
        "file a3dav.toml:4: loging is not a section; did you mean logging?",
        "file a3dav.toml:2: server.prot is not a setting; did you mean server.port?",
        "file a3dav.toml:3: server.port must be a whole number from 1 to 65535, not 0",
        'environment A3DAV_ASYNC_POOL__WORKERS: async_pool.workers must be a whole number from 0 to 256, not "many"',
    ]


def test_a_flood_of_problems_is_cut(refused):
    lines = refused("[server]\n" + "\n".join(f"zzz{n} = 1" for n in range(1000)))
    assert (len(lines), lines[-1]) == (51, "and 950 more problems")


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("A3DAV_SERVER__PROT", "1", "server.prot is not a setting; did you mean server.port?"),
        ("A3DAV_SERVR__PORT", "1", "servr is not a section; did you mean server?"),
        ("A3DAV__SERVER__PORT", "1", "_server is not a section; did you mean server?"),
        (
            "A3DAV_SERVER__PORT",
            "9" * 5000,
            'server.port must be a whole number from 1 to 65535, not "' + "9" * 60 + '…"',
        ),
        ("A3DAV_LOGGING__ACCESS", "perhaps", 'logging.access must be true or false, not "perhaps"'),
        ("A3DAV_SERVER__PORT__X", "1", "server.port.x is not a setting; did you mean server.port?"),
        (
            "A3DAV_PLUGINS__CALDAV",
            "on",
            "plugins.caldav is not a setting; remove it; `a3dav config show` lists every setting",
        ),
        (
            "A3DAV_STORAGE__URL_FILE",
            "/nowhere",
            'storage.url cannot be read from "/nowhere" (No such file or directory); name a readable file',
        ),
        (
            "A3DAV_STORAGE__URL_FILE",
            "/dev/zero",
            'storage.url cannot be read from "/dev/zero", which is larger than 262144 bytes; name another file',
        ),
    ],
)
def test_a_wrong_variable_is_refused_by_its_name(refused, name, value, sentence):
    assert refused(environ={name: value}) == [f"environment {name}: {sentence}"]


def test_a_secret_given_twice_is_refused(refused):
    environ = {"A3DAV_STORAGE__URL": "postgresql://a", "A3DAV_STORAGE__URL_FILE": "/nowhere"}
    assert refused(environ=environ) == [
        "environment A3DAV_STORAGE__URL_FILE: storage.url is set by A3DAV_STORAGE__URL too; keep one of the two"
    ]


def test_a_secret_file_belongs_to_the_environment_alone(refused):
    assert refused("[storage]\nurl_file = 'x'")[0].startswith("file a3dav.toml:2: storage.url_file is not a setting;")


def test_a_wrong_option_of_the_command_line_is_refused(refused):
    assert refused(overrides={"server.port": 0}) == [
        "command line server.port: server.port must be a whole number from 1 to 65535, not 0"
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a3dav.toml", "# server.port = 0\n[server]\nhost = '''\nport = 1\n'''\n'port' = 0\n"),
        ("a3dav.toml", "\n\n\n\n\nserver.port = 0\n"),
        ("a3dav.toml", "\n\n\n\n\nserver = {host = 'a', port = 0}\n"),
        ("a3dav.yaml", "# a\nserver:\n  host: |\n    port: 1\n\n  port: 0\n"),
        ("a3dav.json", '{\n"logging": {"access": true},\n"server":\n{"host": "port\\\\",\n\n"port": 0}}'),
    ],
)
def test_the_line_is_told_in_every_format(refused, name, text):
    assert refused(text, name) == [f"file {name}:6: server.port must be a whole number from 1 to 65535, not 0"]


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        (
            "a3dav.toml",
            "[server]\nport 1",
            ":2: is not TOML: Expected '=' after a key in a key/value pair; correct the line",
        ),
        (
            "a3dav.toml",
            "[server]\nport = 1\nport = 2",
            ":3: is not TOML: Cannot overwrite a value; correct the line",
        ),
        (
            "a3dav.toml",
            "\nserver" + ".a" * 2100 + " = 1",
            ":2: has more than 4096 characters; break the line",
        ),
        ("a3dav.toml", "a = " + "[\n" * 5000, ": is nested too deeply; settings are a section and a key"),
        (
            "a3dav.yaml",
            "server:\n\tport: 1",
            ":2: is not YAML: found character '\\t' that cannot start any token; correct the line",
        ),
        ("a3dav.yaml", "server:\n  port: 1\n  port: 2", ":3: names 'port' twice; keep one"),
        ("a3dav.yaml", "server: &a {}\nauth: *a", ":2: holds an alias or a tag; write the value out"),
        ("a3dav.yaml", "server:\n  ? [a]\n  : 1", ":2: holds a key that is not a name; write key: value"),
        ("a3dav.yaml", "a: 1\n---\nb: 1", ":2: is not YAML: but found another document; correct the line"),
        ("a3dav.yaml", "a: !!timestamp x", ":1: holds an alias or a tag; write the value out"),
        ("a3dav.yaml", "a: 2024-13-45", ": holds a number or date that cannot be read; correct it"),
        ("a3dav.yaml", "a: \x01", ": is not YAML: it holds a character that cannot be printed; remove it"),
        ("a3dav.yaml", "a: " + "[" * 5000, ": is nested too deeply; settings are a section and a key"),
        ("a3dav.yaml", "- a", ": must hold sections with settings, such as server and its port"),
        (
            "a3dav.json",
            "{\n'a': 1}",
            ":2: is not JSON: Expecting property name enclosed in double quotes; correct the line",
        ),
        ("a3dav.json", '{"server": {"port": 1,\n"port": 2}}', ":2: names 'port' twice; keep one"),
        ("a3dav.json", '{"a": ' + "9" * 5000 + "}", ": holds a number that cannot be read; correct it"),
        ("a3dav.json", "[" * 50000, ": is nested too deeply; settings are a section and a key"),
        ("a3dav.json", "[]", ": must hold sections with settings, such as server and its port"),
        ("a3dav.toml", b"a = 1\nb = '\xff'", ": is not UTF-8 text in line 2; save it as UTF-8"),
        ("a3dav.toml", b"#" * 262145, ": is larger than 262144 bytes; name another file"),
        (
            "a3dav.toml",
            "a = 1\n" + "\n".join(f"a{n} = 1" for n in range(2000)),
            ": holds more than 2000 settings; it is no configuration",
        ),
    ],
    ids=range(22),
)
def test_a_file_that_cannot_be_read_is_refused_as_a_whole(refused, name, text, sentence):
    assert refused(text, name) == [f"file {name}{sentence}"]


def test_a_key_of_a_thousand_parts_is_refused(refused):
    assert refused("server." + ".".join("a" * 1000) + " = 1")[0].startswith("file a3dav.toml:1: server.a.a.a is not")


def test_a_control_character_in_a_key_is_written_out(refused):
    assert refused('[server]\n"a\\nb" = 1')[0].startswith('file a3dav.toml:1: "server.a\\nb" is not a setting')


def test_half_a_character_is_no_text(refused):
    assert refused('{"server": {"host": "\\ud800"}}', "a3dav.json") == [
        'file a3dav.json:1: server.host must be a text, not "\\ud800"'
    ]


@pytest.mark.parametrize("name", ["missing.toml", "folder.toml"])
def test_a_file_that_is_not_there_is_refused(tmp_path, name):
    (tmp_path / "folder.toml").mkdir()
    with pytest.raises(ConfigError, match=f"^file .*{name}: (does not exist; create it|cannot be read .*; check)"):
        read(tmp_path / name, {})


def test_a_file_of_an_unknown_format_is_refused(tmp_path):
    with pytest.raises(ConfigError, match=r"a3dav\.ini: .* must end in one of \.toml, \.yaml, \.yml, \.json$"):
        read(tmp_path / "a3dav.ini", {})


def test_two_files_in_one_folder_are_refused(tmp_path):
    (tmp_path / "a3dav.toml").touch()
    (tmp_path / "a3dav.json").touch()
    with pytest.raises(ConfigError, match=r"a3dav\.toml and .*a3dav\.json are both here; keep one"):
        read(None, {}, folders=[tmp_path])


def test_the_problems_of_all_plugins_are_told_together(plugins_refused):
    text = "[plugins.sample]\nauto = 1\nauot = true\n[plugins.calsav]\nx = 1\ny = 2\n"
    assert plugins_refused(text, environ={"A3DAV_PLUGINS__SAMPLE__LAST": "32"}) == [
        "file a3dav.toml:3: plugins.sample.auot is not a setting; did you mean plugins.sample.auto?",
        "file a3dav.toml:2: plugins.sample.auto must be true or false, not 1",
        'environment A3DAV_PLUGINS__SAMPLE__LAST: plugins.sample.last must be a whole number from 0 to 31, not "32"',
        "file a3dav.toml:5: the plugin calsav is not installed; did you mean caldav?",
    ]


@pytest.mark.parametrize("text", ["\n[plugins.zzz]\n", "[plugins]\nenabled = ['zzz']", "[plugins]\ndisabled = ['zzz']"])
def test_a_plugin_that_is_not_installed_is_refused_wherever_it_is_named(plugins_refused, text):
    assert plugins_refused(text) == [
        "file a3dav.toml:2: the plugin zzz is not installed; install a3dav-zzz or remove the name"
    ]


def test_a_rule_between_settings_of_a_plugin_is_told_at_its_key(plugins_refused):
    assert plugins_refused("[plugins.sample]\nlast = 3\nfirst = 4\n") == [
        "file a3dav.toml:3: plugins.sample.first must not be after plugins.sample.last"
    ]


@pytest.mark.parametrize("declare", [lambda: 1.5, lambda: setting(1.5, "Half.")], ids=["bare", "float"])
def test_a_section_that_no_file_can_fill_is_an_error_of_the_plugin(declare):
    @dataclass(frozen=True)
    class Odd:
        ratio: float = declare()

    with pytest.raises(PluginError, match="ratio"):
        read(None, {"A3DAV_PLUGINS__ODD__RATIO": "1"}, folders=[]).plugin("odd", Odd)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("l2_size = 1000", "cache.l2_size must be 1 MiB at least, or 0 for none"),
        ("l3_url = 'http://x'", "cache.l3_url must begin with redis://, rediss:// or unix://, or be empty for none"),
    ],
)
def test_a_cache_that_cannot_be_is_refused(refused, text, line):
    assert refused(f"[cache]\n{text}\n") == [f"file a3dav.toml:2: {line}"]
