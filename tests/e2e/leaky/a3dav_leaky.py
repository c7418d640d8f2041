"""A plugin that fails everywhere, each time with what it was given in its message."""

from a3dav import hookimpl
from a3dav.exchange import Response
from a3dav.registries import COLLECTIONS, OBJECTS, Method, Property, Report, Route, Task

X = "{urn:leaky}"


def leak(*secrets):
    raise ValueError(*secrets)


def stream(exchange):
    yield b"x" * 100_000
    leak(exchange.request.body.read(), exchange.request.headers)


@hookimpl
def a3dav_register_methods(registry):
    registry.add(
        Method("LEAK", lambda exchange: leak(exchange.request.body.read(), exchange.request), OBJECTS),
        Method("LEAK", lambda exchange: Response(200, stream(exchange)), COLLECTIONS),
    )


@hookimpl
def a3dav_register_properties(registry):
    registry.add(Property(X + "leak", lambda exchange, resources, element: leak(exchange.request, element.text)))


@hookimpl
def a3dav_register_reports(registry):
    registry.add(
        Report(X + "leak", lambda exchange, body: leak(body.text, exchange.request)),
        Report(X + "heavy", lambda exchange, body: leak(body.text, exchange.request), cost=lambda *_: 10**9),
    )


@hookimpl
def a3dav_register_routes(registry):
    registry.add(Route("/leak", lambda exchange: leak(exchange.request)))


@hookimpl
def a3dav_register_tasks(registry):
    registry.add(Task("leak", 3600, lambda house: leak("".join(["plan", "ted-in-a-task"]), house.store.key)))


@hookimpl
def a3dav_recognise(house, request):
    if "leak-recognise" in request.query:
        leak(request.headers)


@hookimpl(tryfirst=True)
def a3dav_authenticate(house, request):
    if "leak-authenticate" in request.query:
        leak(request.headers)


@hookimpl
def a3dav_validate_write(write):
    if write.name.startswith("leak-validate"):
        leak(write.body.read(), write)


@hookimpl
def a3dav_in_transaction(write, tx):
    if write.name.startswith("leak-transaction"):
        try:
            leak(write.body.read())
        except ValueError as error:
            raise LookupError(write, write.properties) from error


@hookimpl
def a3dav_request_finished(exchange, response, seconds):
    if "leak-finished" in exchange.request.query:
        leak(exchange.request, response)
