"""What attachments are called, whatever a client says."""

import pytest

from a3dav_attachments.filenames import filename_of

from .conftest import add, attached, path_of

NAMES = {
    "": "",
    "attachment": "",
    "attachment; filename=a.pdf": "a.pdf",
    'attachment; filename="a b.pdf"': "a b.pdf",
    "attachment;filename=\"a.pdf\"; filename*=UTF-8''%e2%82%ac.pdf": "€.pdf",
    "attachment; filename*=UTF-8''%e2%82%ac.pdf; filename=a.pdf": "€.pdf",
    "attachment; filename*=iso-8859-1'en'%A3.txt": "£.txt",
    "attachment; filename*=UTF-8''%ff.pdf; filename=a.pdf": "a.pdf",
    "attachment; filename*=KOI8-R''x; filename=a.pdf": "a.pdf",
    'attachment; FILENAME="a.pdf"': "a.pdf",
    'attachment; filename="../../etc/passwd"': "passwd",
    r'attachment; filename="C:\\docs\\a.pdf"': "a.pdf",
    r'attachment; filename="C:\docs\a.pdf"': "a.pdf",
    'attachment; filename="/"': "",
    'attachment; filename=".."': "",
    'attachment; filename="..."': "",
    "attachment; filename*=UTF-8''a%0D%0ASet-Cookie:%20x.txt": "a Set-Cookie_ x.txt",
    "attachment; filename*=UTF-8''a%00b.txt": "a b.txt",
    "attachment; filename*=UTF-8''a%E2%80%AEfdp.exe": "a_fdp.exe",
    r'attachment; filename="say \"hello\".txt"': "say _hello_.txt",
    'attachment; filename="' + "ä".encode().decode("latin-1") + '.txt"': "ä.txt",
    'attachment; filename="<b>.html"': "_b_.html",
    'attachment; filename=""': "",
    "attachment; filename": "",
    "; ; ;": "",
}


@pytest.mark.rfc("6266", "4.3")
@pytest.mark.parametrize(("header", "name"), NAMES.items())
def test_a_name_is_read_and_made_harmless(header, name):
    assert filename_of(header) == name


def test_a_long_name_keeps_its_ending():
    name = filename_of(f'attachment; filename="{"ä" * 300}.pdf"')
    assert name == "ä" * 73 + ".pdf"


def test_a_header_without_end_is_read_in_no_time():
    assert filename_of('attachment; filename="' + "\\" * 1_000_000) == ""


@pytest.mark.rfc("8607", "4.2")
@pytest.mark.parametrize(
    ("said", "parameter"),
    [
        ("a%20b.txt", "FILENAME=a b.txt"),
        ("a%2Cb%3Bc.txt", 'FILENAME="a,b;c.txt"'),
        ("a%5Eb.txt", "FILENAME=a^^b.txt"),
        ("%e2%82%ac.txt", "FILENAME=€.txt"),
    ],
)
def test_a_name_stands_in_the_event_so_that_it_is_read_again(alice, event_of_alice, said, parameter):
    add(alice, content_disposition=f"attachment; filename*=UTF-8''{said}")
    (line,) = attached(alice)["M"]
    assert f";{parameter};" in line
    assert alice.get(path_of(line)).status == 200


def test_what_has_no_name_has_none(alice, event_of_alice):
    add(alice, content_disposition="")
    (line,) = attached(alice)["M"]
    assert "FILENAME" not in line
    assert alice.get(path_of(line)).status == 200


@pytest.mark.parametrize(
    ("given", "name", "kept"),
    [
        ("image/png", "a.txt", "image/png"),
        ("text/plain; charset=utf-8", "a.bin", "text/plain"),
        ("", "a.png", "image/png"),
        ("application/octet-stream", "a.png", "image/png"),
        ("nonsense", "a", "application/octet-stream"),
        ('text/plain"\t;FMTTYPE=x', "a", "application/octet-stream"),
        ("text/" + "x" * 500, "a", "application/octet-stream"),
    ],
)
def test_the_event_tells_the_type_of_an_attachment(alice, event_of_alice, given, name, kept):
    add(alice, content_type=given, content_disposition=f"attachment; filename={name}")
    assert f";FMTTYPE={kept};" in attached(alice)["M"][0]
