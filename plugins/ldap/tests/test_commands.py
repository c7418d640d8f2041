"""`a3dav ldap`, as administrators run it."""

import pytest
from click.testing import CliRunner

from a3dav_ldap.command import ldap

PEOPLE, GROUPS = "ou=people,dc=example,dc=org", "ou=groups,dc=example,dc=org"


@pytest.fixture
def run(tmp_path, make_house, store_settings, slapd, monkeypatch):
    """Runs a command on a store of its own, with settings of the plugin in the environment."""
    given = {
        "urls": slapd.url, "base": PEOPLE, "bind_dn": "cn=reader,dc=example,dc=org",
        "bind_password": "what the reader knows", "group_base": GROUPS, "group_filter": "(objectClass=groupOfNames)",
        "pause_seconds": "0",
    }  # fmt: skip
    for name, value in (
        {f"A3DAV_PLUGINS__LDAP__{key.upper()}": value for key, value in given.items()} | store_settings
    ).items():
        monkeypatch.setenv(name, value)

    make_house().close()

    def call(*arguments, **settings):
        environment = {f"A3DAV_PLUGINS__LDAP__{key.upper()}": value for key, value in settings.items()}
        return CliRunner().invoke(ldap, [*arguments, "--data-dir", str(tmp_path / "data")], env=environment)

    return call


def test_check_says_what_works(run, slapd):
    slapd.person("ada")
    slapd.group("staff", f"uid=ada,{PEOPLE}")
    result = run("check", urls=f"{slapd.url},ldap://127.0.0.1:1")
    lines = result.stdout.splitlines()
    assert lines[0] == f"{slapd.url} answers, in clear text"
    assert lines[1].startswith("ldap://127.0.0.1:1 cannot be reached")
    assert lines[2] == f"cn=reader,dc=example,dc=org is let in, and sees 1 people below {PEOPLE}"
    assert lines[3] == f"there are 1 groups below {GROUPS}"
    assert result.exit_code == 0


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"urls": "ldap://127.0.0.1:1"}, "no server of the directory answers; look at urls"),
        ({"bind_password": "wrong"}, "the directory does not let cn=reader,dc=example,dc=org in: invalidCredentials"),
        ({"base": "ou=nowhere,dc=example,dc=org"}, "the directory did not tell everything below ou=nowhere"),
        ({"urls": ""}, r"no directory is configured; set urls and base in [plugins.ldap]"),
    ],
)
def test_what_does_not_work_is_one_sentence(run, settings, sentence):
    result = run("check", **settings)
    assert result.exit_code == 1
    assert str(result.exception).startswith(sentence)


def test_sync_tells_what_it_did_and_what_it_could_not_do(run, slapd):
    slapd.person("ada")
    slapd.person("with space")
    dry = run("sync", "--dry-run")
    assert ["people", "made", "1"] in [line.strip("│ ").replace("│", " ").split() for line in dry.output.splitlines()]
    result = run("sync")
    assert ["people", "made", "1"] in [
        line.strip("│ ").replace("│", " ").split() for line in result.output.splitlines()
    ]
    assert "'with space' cannot be the name of an account" in result.stderr
    slapd.remove(f"uid=with space,{PEOPLE}")
    assert run("sync").stdout.lstrip() == "everything is up to date\n"
