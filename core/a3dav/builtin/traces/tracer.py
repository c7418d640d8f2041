"""Spans by OpenTelemetry. They hold no path, no name and no value, so that a collector learns of nobody."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from threading import Thread
from time import perf_counter_ns, time_ns
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextvars import Token

    from opentelemetry.context import Context
    from opentelemetry.sdk.trace import SpanProcessor
    from opentelemetry.trace import Span
    from opentelemetry.trace import Tracer as Spans

    from a3dav.exchange import Exchange, Request, Response

CLOSE_SECONDS = 3
HEADERS = ("traceparent", "tracestate")


class OpenTelemetry:
    """Begins with the first request: whoever only looks at the settings starts no thread."""

    def __init__(self, endpoint: str, percent: int) -> None:
        self._endpoint, self._percent = endpoint, percent
        self._shut_down: Callable[[], None] | None = None

    @cached_property
    def _spans(self) -> Spans:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
        from opentelemetry.sdk.trace.export import BatchSpanProcessor

        return self.spans_to(BatchSpanProcessor(OTLPSpanExporter(endpoint=self._endpoint)))

    def spans_to(self, processor: SpanProcessor) -> Spans:
        """What a client says of its own trace is joined, and does not decide how many are taken."""
        from opentelemetry.sdk.resources import Resource
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.sampling import ParentBased, TraceIdRatioBased

        ratio = TraceIdRatioBased(self._percent / 100)
        sampler = ParentBased(ratio, remote_parent_sampled=ratio)
        provider = TracerProvider(sampler, Resource.create({"service.name": "a3dav"}))
        provider.add_span_processor(processor)
        self._shut_down = provider.shutdown
        return provider.get_tracer("a3dav")

    def close(self) -> None:
        """Sends what is left; a collector that does not answer keeps nobody waiting."""
        if self._shut_down is not None:
            ending = Thread(target=self._shut_down, daemon=True)
            ending.start()
            ending.join(CLOSE_SECONDS)

    def begin(self, request: Request) -> _Request:
        from opentelemetry.trace import SpanKind
        from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

        carried = {name: request.headers[name] for name in HEADERS if name in request.headers}
        parent = TraceContextTextMapPropagator().extract(carried)
        method = request.method if request.method.isalpha() and len(request.method) <= 20 else "_OTHER"
        attributes = {"http.request.method": method, "http.request.id": request.id, "url.scheme": request.scheme}
        return _Request(self._spans.start_span(method, parent, SpanKind.SERVER, attributes))

    @contextmanager
    def step(self, lane: str) -> Iterator[None]:
        from opentelemetry.trace import get_current_span

        if not get_current_span().is_recording():
            yield
            return
        with self._spans.start_as_current_span(f"lane {lane}", record_exception=False, set_status_on_exception=False):
            yield

    def query(self, sql: str, begun: int, spent: int) -> None:
        from opentelemetry.trace import get_current_span

        if get_current_span().is_recording():
            started = time_ns() - (perf_counter_ns() - begun)
            span = self._spans.start_span("query", attributes={"db.query.text": sql}, start_time=started)
            span.end(started + spent)


class _Request:
    """The span of a request is the current one while it is answered."""

    def __init__(self, span: Span) -> None:
        from opentelemetry.context import attach
        from opentelemetry.trace import set_span_in_context

        self._span = span
        self._token: Token[Context] = attach(set_span_in_context(span))

    def end(self, exchange: Exchange, response: Response) -> None:
        from opentelemetry.context import detach
        from opentelemetry.trace import Status, StatusCode

        detach(self._token)
        kind = exchange.target.kind if exchange.target else ""
        self._span.set_attributes({"http.response.status_code": response.status, "a3dav.kind": kind})
        if response.status >= 500:
            self._span.set_status(Status(StatusCode.ERROR))
        self._span.end()
