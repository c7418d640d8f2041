"""Debian's slapd with a tree of its own for each test, and houses that ask it."""

import socket
import subprocess
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import ldap3
import pytest
import trustme

from a3dav.testing.client import Client
from a3dav.testing.tools import missing

SUFFIX = "dc=example,dc=org"
PEOPLE, GROUPS = f"ou=people,{SUFFIX}", f"ou=groups,{SUFFIX}"
READER, READER_PASSWORD = f"cn=reader,{SUFFIX}", "what the reader knows"
ROOT, ROOT_PASSWORD = f"cn=root,{SUFFIX}", "what root knows"
SLAPD = "/usr/sbin/slapd"
CONF = """\
include /etc/ldap/schema/core.schema
include /etc/ldap/schema/cosine.schema
include /etc/ldap/schema/inetorgperson.schema
include /etc/ldap/schema/nis.schema
modulepath /usr/lib/ldap
moduleload back_mdb
moduleload memberof
pidfile {folder}/pid
TLSCACertificateFile {folder}/ca.pem
TLSCertificateFile {folder}/server.pem
TLSCertificateKeyFile {folder}/server.key
database mdb
suffix "dc=example,dc=org"
rootdn "cn=root,dc=example,dc=org"
rootpw "what root knows"
directory {folder}/db
maxsize 33554432
dbnosync
overlay memberof
limits dn.exact="cn=reader,dc=example,dc=org" size.soft={size} size.hard={size} size.pr={page} size.prtotal={total}
access to attrs=userPassword by anonymous auth by * none
access to * by dn.exact="cn=reader,dc=example,dc=org" read by anonymous auth by * none
"""


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@dataclass
class Slapd:
    """A directory that root fills through its own protocol."""

    folder: Path
    authority: trustme.CA
    limits: dict
    process: subprocess.Popen | None = None

    def __post_init__(self):
        self.port, self.secure_port = free_port(), free_port()
        (self.folder / "db").mkdir(parents=True)
        leaf = self.authority.issue_cert(*self.limits["names"])
        self.authority.cert_pem.write_to_path(self.folder / "ca.pem")
        leaf.private_key_pem.write_to_path(self.folder / "server.key")
        for blob in leaf.cert_chain_pems:
            blob.write_to_path(self.folder / "server.pem", append=True)

    @property
    def url(self):
        return f"ldap://127.0.0.1:{self.port}"

    @property
    def secure_url(self):
        return f"ldaps://127.0.0.1:{self.secure_port}"

    @property
    def local_url(self):
        return "ldapi://" + quote(str(self.folder / "ldapi"), safe="")

    def start(self):
        (self.folder / "slapd.conf").write_text(CONF.format(folder=self.folder, **self.limits))
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [SLAPD, "-f", str(self.folder / "slapd.conf"), "-h", f"{self.url} {self.secure_url} {self.local_url}", "-d", "0"],
                stdout=log, stderr=log,
            )  # fmt: skip
        end = time.monotonic() + 30
        while not self._answers():
            told = (self.folder / "log").read_text()
            assert self.process.poll() is None, told
            assert time.monotonic() < end, told
            time.sleep(0.02)

    def _answers(self):
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def stop(self):
        if self.process is not None:
            self.process.terminate()
            self.process.wait(30)
            self.process = None

    @contextmanager
    def root(self):
        server = ldap3.Server(self.url, get_info=ldap3.NONE)
        connection = ldap3.Connection(
            server, ROOT, ROOT_PASSWORD, auto_bind=True, raise_exceptions=True, check_names=False
        )
        try:
            yield connection
        finally:
            connection.unbind()

    def add(self, dn, classes, **values):
        with self.root() as root:
            root.add(dn, classes, values)
        return dn

    def person(self, uid, cn="", *, dn="", **values):
        name = cn or uid.title()
        values = {"sn": name, "cn": name, "uid": uid, "userPassword": f"{name}'s secret"} | values
        return self.add(dn or f"uid={uid},{PEOPLE}", ["inetOrgPerson"], **values)

    def group(self, cn, *members):
        return self.add(f"cn={cn},{GROUPS}", ["groupOfNames"], cn=cn, member=list(members))

    def change(self, dn, **values):
        with self.root() as root:
            root.modify(dn, {name: [(ldap3.MODIFY_REPLACE, value)] for name, value in values.items()})

    def rename(self, dn, rdn):
        with self.root() as root:
            root.modify_dn(dn, rdn)
        return f"{rdn},{dn.partition(',')[2]}"

    def remove(self, dn):
        with self.root() as root:
            root.delete(dn)


@pytest.fixture(scope="session")
def authority():
    return trustme.CA()


@pytest.fixture
def make_slapd(tmp_path, authority):
    if not Path(SLAPD).exists():
        missing("slapd", "apt-get install slapd")
    made = []

    def make(**limits):
        all_limits = {"size": 1000, "page": 1000, "total": "unlimited", "names": ("127.0.0.1",)} | limits
        server = Slapd(tmp_path / f"slapd{len(made)}", authority, all_limits)
        made.append(server)
        server.start()
        server.add(SUFFIX, ["dcObject", "organization"], dc="example", o="Example")
        for base in (PEOPLE, GROUPS):
            server.add(base, ["organizationalUnit"], ou=base[3:].partition(",")[0])
        server.add(READER, ["person"], cn="reader", sn="reader", userPassword=READER_PASSWORD)
        return server

    yield make
    for server in made:
        server.stop()


@pytest.fixture
def slapd(make_slapd):
    return make_slapd()


@pytest.fixture
def asking(make_house):
    """Opens a house that asks a directory, with further settings of the plugin."""
    houses = []

    def make(slapd, **settings):
        given = {
            "urls": slapd.url, "base": PEOPLE, "bind_dn": READER, "bind_password": READER_PASSWORD,
            "group_base": GROUPS, "group_filter": "(objectClass=groupOfNames)", "pause_seconds": 0,
            "connect_seconds": 1, "answer_seconds": 2,
        } | settings  # fmt: skip
        core = {name: given.pop(name) for name in list(given) if "__" in name}
        houses.append(make_house(**core, **{f"plugins__ldap__{name}": value for name, value in given.items()}))
        return houses[-1]

    yield make
    for house in houses:
        if directory := house.services.get("ldap.directory"):
            directory.close()


@pytest.fixture
def house(slapd, asking):
    return asking(slapd)


@pytest.fixture
def signed_in():
    """The status that somebody gets who asks for the root with this name and password."""

    def ask(house, name, password, peer="127.0.0.1"):
        client = Client(house, name, password)
        client.peer = peer
        return client.propfind("/", "{DAV:}current-user-principal").status

    return ask


@pytest.fixture
def sync():
    from a3dav_ldap.directory import directory_of
    from a3dav_ldap.synchronising import synchronise

    return lambda house, **how: synchronise(house, directory_of(house), **how)
