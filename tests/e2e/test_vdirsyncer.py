"""vdirsyncer keeps two devices and the server alike: both ways, with deletions and conflicts."""

import os
import subprocess

import pytest

EVENT = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//e2e//EN\r\nBEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20260101T000000Z\r\n"
    "DTSTART:20260310T110000Z\r\nSUMMARY:{text}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:{uid}\r\nFN:{text}\r\nN:;{text};;;\r\nEND:VCARD\r\n"
CONFIG = """
[general]
status_path = "{folder}/status"

[pair sync]
a = "here"
b = "there"
collections = ["{collection}"]
conflict_resolution = "{wins}"

[storage here]
type = "filesystem"
path = "{folder}/items"
fileext = "{suffix}"

[storage there]
type = "{kind}"
url = "{url}"
username = "{name}"
password = "{password}"
"""


class Device:
    """A folder of items that vdirsyncer keeps like a collection of the server."""

    def __init__(self, program, folder, settings):
        self._program, self._folder = program, folder
        self.items = folder / "items" / settings["collection"]
        self.items.mkdir(parents=True)
        (folder / "config").write_text(CONFIG.format(folder=folder, **settings))
        self._run("discover", answers="y\n" * 5)

    def _run(self, *arguments, answers=""):
        done = subprocess.run(
            [self._program, "-c", str(self._folder / "config"), *arguments], input=answers, capture_output=True,
            text=True, timeout=120, check=False, env={**os.environ, "HOME": str(self._folder)},
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr

    def sync(self):
        self._run("sync")

    def texts(self):
        """What each item says, by the name of its file without the suffix."""
        lines = {file.stem: file.read_text().splitlines() for file in self.items.iterdir()}
        return {
            stem: next(line.partition(":")[2] for line in found if line.startswith(("SUMMARY", "FN")))
            for stem, found in lines.items()
        }


@pytest.fixture(params=["calendar", "contacts"])
def kind(request, account):
    """What differs between calendars and contacts: settings, and how an item is written."""
    settings = {"url": account.url, "name": account.name, "password": account.password}
    if request.param == "calendar":
        return settings | {"kind": "caldav", "collection": "calendar", "suffix": ".ics"}, EVENT
    return settings | {"kind": "carddav", "collection": "addressbook", "suffix": ".vcf"}, CARD


@pytest.fixture
def devices(kind, tmp_path, require_script):
    program = require_script("vdirsyncer")
    settings, _ = kind
    phone, laptop = tmp_path / "phone", tmp_path / "laptop"
    return (
        Device(program, phone, settings | {"wins": "a wins"}),
        Device(program, laptop, settings | {"wins": "b wins"}),
    )


@pytest.fixture
def write(kind):
    settings, form = kind

    def write(device, uid, text):
        (device.items / f"{uid}{settings['suffix']}").write_bytes(form.format(uid=uid, text=text).encode())

    return write


def test_two_devices_stay_alike(devices, write):
    phone, laptop = devices
    write(phone, "one", "from the phone")
    write(laptop, "two", "from the laptop")
    for device in (phone, laptop, phone):
        device.sync()
    assert phone.texts() == laptop.texts() == {"one": "from the phone", "two": "from the laptop"}
    write(laptop, "one", "changed on the laptop")
    (phone.items / next(file.name for file in phone.items.iterdir() if file.stem == "two")).unlink()
    for device in (laptop, phone, laptop):
        device.sync()
    assert phone.texts() == laptop.texts() == {"one": "changed on the laptop"}


def test_a_conflict_is_decided_by_the_client_and_nothing_is_lost_on_the_way(devices, write):
    phone, laptop = devices
    write(phone, "one", "first")
    phone.sync()
    laptop.sync()
    write(phone, "one", "of the phone")
    write(laptop, "one", "of the laptop")
    phone.sync()
    laptop.sync()
    assert laptop.texts() == {"one": "of the phone"}
    write(phone, "one", "again of the phone")
    write(laptop, "one", "again of the laptop")
    laptop.sync()
    phone.sync()
    laptop.sync()
    assert phone.texts() == laptop.texts() == {"one": "again of the phone"}
