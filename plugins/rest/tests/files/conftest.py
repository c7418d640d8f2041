"""Files and folders of whoever calls the API."""

import pytest


@pytest.fixture
def upload(api):
    def go(name="a.txt", body=b"Hello, Bob!", where="", **headers):
        made = api("POST", f"/files/content?name={name}{where}", body, **{"content_type": "text/plain"} | headers)
        assert made.status == 201, made.text
        return made.json

    return go


@pytest.fixture
def folder(api):
    return api("POST", "/files", {"name": "Letters"}).json
