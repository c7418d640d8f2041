"""A client of the REST API whose every answer is compared with the document that the house serves."""

from __future__ import annotations

import json as texts
from typing import Any

from a3dav.testing.client import Answer, Client

PATH = "/api/v1"
_URN = "urn:test:api"


class ApiClient:
    """Calls operations as one person; an answer that the document does not know fails the test."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.document = texts.loads(client.get(f"{PATH}/openapi.json").body)

    def __call__(self, method: str, path: str, body: Any = None, **headers: str) -> Answer:
        """A body of bytes is sent as it is, any other as JSON."""
        if body is not None and not isinstance(body, bytes):
            headers = {"content_type": "application/json"} | headers
            body = texts.dumps(body).encode()
        answer = self.client.request(method, PATH + path, body or b"", **headers)
        self.compare(method, path.partition("?")[0], answer)
        return answer

    @staticmethod
    def post(client: Client, path: str, body: Any) -> Answer:
        """What has no place in the document."""
        return client.request("POST", path, texts.dumps(body), content_type="application/json")

    def compare(self, method: str, path: str, answer: Answer) -> None:
        found = self.operation(method, path)
        if found is None:
            assert answer.status in {404, 405} or method == "OPTIONS", f"{method} {path} is not in the document"
            return
        place, operation = found
        assert str(answer.status) in operation["responses"], (
            f"{method} {path} answers {answer.status}: {answer.text[:500]}"
        )
        where, told = self._followed(
            [*place, "responses", str(answer.status)], operation["responses"][str(answer.status)]
        )
        kinds = told.get("content", {})
        if method == "HEAD" or not kinds:
            assert not answer.body or method == "HEAD", (
                f"{answer.status} of {method} {path} has a body: {answer.text[:200]}"
            )
            return
        sent = answer.headers["content-type"].partition(";")[0]
        (kind,) = (kind for kind in kinds if kind.partition(";")[0] in {sent, "*/*"})
        if "json" in sent and kind != "*/*":
            self._judge([*where, "content", kind, "schema"], answer.json)

    def operation(self, method: str, path: str) -> tuple[list[str], Any] | None:
        """The operation that is called, and its place in the document."""
        segments, name = path.strip("/").split("/"), "get" if method == "HEAD" else method.lower()
        for template, item in sorted(self.document["paths"].items(), key=lambda entry: entry[0].count("{")):
            steps = template.strip("/").split("/")
            same = len(steps) == len(segments) and all(
                step.startswith("{") or step == segment for step, segment in zip(steps, segments, strict=True)
            )
            if same and name in item:
                return ["paths", template, name], item[name]
        return None

    def _followed(self, place: list[str], entry: Any) -> tuple[list[str], Any]:
        while "$ref" in entry:
            place, entry = entry["$ref"][2:].split("/"), self.document
            for step in place:
                entry = entry[step]
        return place, entry

    def _judge(self, place: list[str], value: Any) -> None:
        from jsonschema import Draft202012Validator
        from referencing import Registry, Resource
        from referencing.jsonschema import DRAFT202012

        whole = Resource.from_contents(self.document, default_specification=DRAFT202012)
        registry: Any = Registry().with_resource(_URN, whole)
        pointer = "".join("/" + step.replace("~", "~0").replace("/", "~1") for step in place)
        Draft202012Validator({"$ref": f"{_URN}#{pointer}"}, registry=registry).validate(value)
