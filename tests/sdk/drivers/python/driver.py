"""Runs scenarios with the public API of the Python SDK: sync, and with every second scenario async."""

from __future__ import annotations

import asyncio
import inspect
import json
import re
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, sys.argv[1])

import a3dav_client as sdk
from a3dav_client import oauth, webhooks
from a3dav_client.dav import Changed, Removed, Reset, Synced


class Clock:
    """Moves by sleeps alone, and notes them."""

    def __init__(self, asynchronous: bool) -> None:
        self.moment, self.slept, self.asynchronous = datetime(2026, 1, 1, tzinfo=UTC), [], asynchronous

    def now(self) -> datetime:
        return self.moment

    def sleep(self, seconds: float) -> Any:
        self.slept.append(round(seconds, 3))
        self.moment += timedelta(seconds=seconds)
        return asyncio.sleep(0) if self.asynchronous else None


def auth_of(told: dict[str, Any], clock: Clock) -> Any:
    if "user" in told:
        return sdk.Basic(told["user"], told["password"])
    if "provider" in told:
        tokens = iter(told["provider"])
        return sdk.TokenProvider(lambda: next(tokens))
    if "oauth" in told:
        one = told["oauth"]
        expires = clock.now() + timedelta(seconds=one["expires_in"])
        return oauth.OAuth2(
            oauth.Tokens(one["token"], one["refresh_token"], expires), one["token_url"], one["client_id"]
        )
    return told.get("token") or sdk.ApiKey("x-none", "-") if "token" not in told else told["token"]


class Run:
    """One scenario; every call goes through `told`, which waits for what is to be awaited."""

    def __init__(self, url: str, scenario: dict[str, Any], asynchronous: bool) -> None:
        told = scenario["client"]
        self.clock, self.saved, self.items = Clock(asynchronous), {}, []
        kind = sdk.AsyncClient if asynchronous else sdk.Client
        options = {key: told[key] for key in ("retries", "timeout") if key in told}
        self.client = kind(url, auth_of(told, self.clock), clock=self.clock, random=lambda: 0.5, **options)
        self.scenario = scenario

    async def steps(self) -> list[Any]:
        found = []
        for number, step in enumerate(self.scenario["steps"]):
            before, self.items = len(self.clock.slept), None
            result, error = None, None
            try:
                result = await self.step(step)
            except sdk.ClientError as raised:
                error, result = self.error(raised), self.items
            for name, pointer in step.get("save", {}).items():
                self.saved[name] = at(result, pointer)
            found.append({"step": number, "result": result, "error": error, "sleeps": self.clock.slept[before:]})
        closing = self.client.close()
        if inspect.isawaitable(closing):
            await closing
        return found

    def error(self, raised: sdk.ClientError) -> dict[str, Any]:
        problem = getattr(raised, "problem", None)
        conditions = getattr(raised, "conditions", None)
        return {
            "code": raised.code, "status": getattr(raised, "status", None) or None,
            "problem_type": problem.get("type") if problem else None, "condition": conditions[0] if conditions else None,
            "attempts": None if raised.code == "webhook_signature" else raised.attempts,
        }  # fmt: skip

    async def step(self, step: dict[str, Any]) -> Any:
        text = json.dumps(step.get("with", {}))
        given = json.loads(re.sub(r"\$\{(\w+)\}", lambda match: json.dumps(self.saved[match[1]])[1:-1], text))
        service, _, name = step["do"].partition(".")
        if service == "dav":
            return await getattr(self, f"dav_{name}")(given, step.get("take"))
        if service == "webhook":
            event = webhooks.verify(given["headers"], given["body"].encode(), given["secrets"], now=given["now"])
            return plain(event)
        if service == "graphql":
            words = {snake(key): value for key, value in given.items()}
            return plain(await self.awaited(getattr(self.client.graphql, snake(name))(**words)))
        return await self.called(getattr(getattr(self.client, snake(service)), snake(name)), given, step.get("take"))

    async def called(self, method: Any, given: dict[str, Any], take: int | None) -> Any:
        body = given.pop("body", None)
        positional = [given.pop(key) for key in list(given) if snake(key) in required(method)]
        if body is not None:
            positional.append(typed(method, body))
        names = {one.rstrip("_"): one for one in inspect.signature(method).parameters}
        result = await self.awaited(method(*positional, **{names[snake(key)]: one for key, one in given.items()}))
        if hasattr(result, "read"):
            return {"text": (await self.awaited(result.read())).decode(), "etag": result.etag or None}
        if isinstance(result, sdk.Text):
            return {"text": result.text, "etag": result.etag or None}
        if (
            (hasattr(result, "__iter__") and hasattr(result, "pages"))
            or hasattr(result, "close")
            or hasattr(result, "__aiter__")
        ):
            return await self.taken(result, take)
        return plain(result)

    async def taken(self, stream: Any, take: int | None) -> list[Any]:
        """What came before an error stays in `items`."""
        self.items = []
        if take == 0:
            return self.items
        if hasattr(stream, "__aiter__"):
            async for item in stream:
                self.items.append(listed(item))
                if len(self.items) == take:
                    break
        else:
            for item in stream:
                self.items.append(listed(item))
                if len(self.items) == take:
                    break
        if hasattr(stream, "close"):
            await self.awaited(stream.close())
        return self.items

    async def awaited(self, value: Any) -> Any:
        return await value if inspect.isawaitable(value) else value

    async def dav_discover(self, given: dict[str, Any], take: int | None) -> Any:
        home = await self.awaited(self.client.dav.discover())
        return {
            "principal": home.principal, "calendar_homes": home.calendar_homes,
            "address_book_homes": home.address_book_homes,
        }  # fmt: skip

    async def dav_propfind(self, given: dict[str, Any], take: int | None) -> Any:
        depth = given.get("depth", 0)
        return responses(await self.awaited(self.client.dav.propfind(given["path"], given["properties"], depth=depth)))

    async def dav_proppatch(self, given: dict[str, Any], take: int | None) -> Any:
        changed = self.client.dav.proppatch(given["path"], given.get("set", {}), given.get("remove", []))
        return responses(await self.awaited(changed))

    async def dav_mkcalendar(self, given: dict[str, Any], take: int | None) -> Any:
        return await self.awaited(self.client.dav.mkcalendar(given["path"], given.get("properties", {})))

    async def dav_get(self, given: dict[str, Any], take: int | None) -> Any:
        found = await self.awaited(self.client.dav.get(given["path"]))
        return {"text": found.text, "etag": found.etag or None}

    async def dav_put(self, given: dict[str, Any], take: int | None) -> Any:
        kind = given.get("content_type", "text/calendar; charset=utf-8")
        options = {"if_match": given.get("if_match"), "create": given.get("create", False)}
        return {"etag": await self.awaited(self.client.dav.put(given["path"], given["body"], kind, **options)) or None}

    async def dav_delete(self, given: dict[str, Any], take: int | None) -> Any:
        return await self.awaited(self.client.dav.delete(given["path"], if_match=given.get("if_match")))

    async def dav_multiget(self, given: dict[str, Any], take: int | None) -> Any:
        items = await self.awaited(self.client.dav.multiget(given["path"], given["hrefs"]))
        return [{"href": i.href, "status": i.status, "etag": i.etag or None, "data": i.data or None} for i in items]

    async def dav_sync(self, given: dict[str, Any], take: int | None) -> Any:
        return await self.taken(self.client.dav.sync(given["path"], given.get("token", "")), take)

    async def dav_update_with(self, given: dict[str, Any], take: int | None) -> Any:
        old, new = given["replace"]
        return {
            "etag": await self.awaited(self.client.dav.update_with(given["path"], lambda text: text.replace(old, new)))
        }

    async def dav_free_busy(self, given: dict[str, Any], take: int | None) -> Any:
        return {"text": await self.awaited(self.client.dav.free_busy(given["path"], given["start"], given["end"]))}


def listed(item: Any) -> Any:
    match item:
        case Changed(href, etag):
            return {"changed": href, "etag": etag or None}
        case Removed(href):
            return {"removed": href}
        case Reset():
            return {"reset": True}
        case Synced(token):
            return {"token": token}
    if hasattr(item, "event") and hasattr(item, "data"):
        return {"id": item.id, "event": item.event, "data": plain(item.data)}
    return plain(item)


def responses(found: list[Any]) -> list[Any]:
    return [
        {
            "href": one.href, "status": one.status or None,
            "properties": {name: {"status": value.status, "text": value.text or None} for name, value in one.properties.items()},
        }
        for one in found
    ]  # fmt: skip


def plain(value: Any) -> Any:
    if hasattr(value, "to_json"):
        return value.to_json()
    if isinstance(value, list):
        return [plain(one) for one in value]
    return value


def required(method: Any) -> list[str]:
    kinds = inspect.signature(method).parameters.values()
    return [one.name for one in kinds if one.kind is one.POSITIONAL_OR_KEYWORD and one.name != "body"]


def typed(method: Any, body: Any) -> Any:
    """The model that a method takes, from JSON."""
    wanted = inspect.signature(method).parameters["body"].annotation.partition(" |")[0]
    kind = getattr(sdk.models, wanted, None) if isinstance(body, dict) else None
    return kind.from_json(body) if kind else body


def snake(name: str) -> str:
    return re.sub(r"\W+", "_", re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name)).lower()


def at(value: Any, pointer: str) -> Any:
    for part in pointer.split("/")[1:]:
        value = value[int(part)] if isinstance(value, list) else value[part]
    return value


def main() -> None:
    triples = sys.argv[2:]
    for number in range(0, len(triples), 3):
        url, scenario, trace = triples[number : number + 3]
        told = json.loads(Path(scenario).read_text())
        traces = [asyncio.run(Run(url, told, asynchronous=number // 3 % 2 == 1).steps())]
        Path(trace).write_text(json.dumps(traces[0]))


main()
