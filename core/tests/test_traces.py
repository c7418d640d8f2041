"""Traces: a span for each request, the steps that wait and the statements, and none that names anybody."""

import asyncio

import pytest
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import INVALID_SPAN, SpanKind, StatusCode, get_current_span

from a3dav.builtin.traces.tracer import OpenTelemetry
from a3dav.door.cpu import CpuPool
from a3dav.door.driver import Driver
from a3dav.door.lag import Lag
from a3dav.exchange import Exchange, Request, Response
from a3dav.lanes import Lane, Step

TRACE = "4bf92f3577b34da6a3ce929d0e0e4736"
PARENT = f"00-{TRACE}-00f067aa0ba902b7-01"


def traced(house, percent=100):
    """Where the spans of a house end up."""
    kept = InMemorySpanExporter()
    tracer = OpenTelemetry("", percent)
    tracer.__dict__["_spans"] = tracer.spans_to(SimpleSpanProcessor(kept))
    house.trace_with(tracer)
    return kept


@pytest.fixture
def spans(house):
    return traced(house)


def requests(spans):
    return [span for span in spans.get_finished_spans() if span.kind is SpanKind.SERVER]


def test_a_request_is_a_span(alice, spans):
    answer = alice.get("/files/alice/")
    (span,) = requests(spans)
    assert span.name == "GET"
    assert span.attributes["http.request.id"] == answer.headers["x-request-id"]
    assert span.attributes["http.response.status_code"] == 200
    assert span.attributes["a3dav.kind"] == "file-home"


def test_statements_are_spans_below_their_request(alice, spans):
    alice.get("/files/alice/")
    (request,) = requests(spans)
    queries = [span for span in spans.get_finished_spans() if span.name == "query"]
    assert queries
    assert {span.parent.span_id for span in queries} == {request.context.span_id}
    assert all(request.start_time <= span.start_time <= span.end_time <= request.end_time for span in queries)


def test_statements_outside_of_requests_are_no_spans(house, spans):
    house.store.engine.row("SELECT 1 FROM facts WHERE name = 'epoch'")
    assert spans.get_finished_spans() == ()


def test_a_failure_is_an_error(alice, spans, house, monkeypatch):
    def fail(*_):
        raise RuntimeError

    monkeypatch.setattr(house, "resolve", fail)
    alice.get("/files/alice/")
    (span,) = requests(spans)
    assert span.status.status_code is StatusCode.ERROR


def test_a_refusal_is_none(alice, spans):
    alice.get("/files/alice/missing")
    (span,) = requests(spans)
    assert (span.attributes["http.response.status_code"], span.status.status_code) == (404, StatusCode.UNSET)


def test_the_trace_of_a_client_is_joined(alice, spans):
    alice.get("/files/alice/", traceparent=PARENT)
    (span,) = requests(spans)
    assert f"{span.context.trace_id:032x}" == TRACE


@pytest.mark.parametrize("sent", ["", "nonsense", "00-" + "0" * 32 + "-" + "0" * 16 + "-01", "00-é-1-01"])
def test_a_trace_that_is_none_is_begun_anew(alice, spans, sent):
    assert alice.get("/files/alice/", traceparent=sent).status == 200
    (span,) = requests(spans)
    assert span.parent is None


def test_a_client_does_not_decide_what_is_traced(alice, house):
    spans = traced(house, percent=0)
    alice.get("/files/alice/", traceparent=PARENT)
    assert spans.get_finished_spans() == ()


def test_nobody_is_named(alice, spans):
    alice.put("/files/alice/secret.txt", "lunch")
    alice.request("BREW" * 10, "/files/alice/secret.txt")
    told = " ".join(span.to_json() for span in spans.get_finished_spans())
    assert [word for word in ("alice", "secret", "lunch", "BREW") if word in told] == []


def test_steps_that_wait_are_spans_around_their_statements(house, spans):
    def work():
        return house.store.engine.row("SELECT 1 FROM facts WHERE name = 'epoch'")

    def steps(request):
        trace = house.tracer.begin(request)
        yield Step(Lane.WAIT, work)
        yield Step(Lane.WRITER, work)
        return trace

    async def drive():
        driver = Driver(house, CpuPool(0), Lag(house.slot))
        request = Request("GET", b"/")
        trace = await driver.drive(steps(request), None)
        trace.end(Exchange(house, request), Response(200))
        driver.close()

    asyncio.run(drive())
    names = {span.context.span_id: span.name for span in spans.get_finished_spans()}
    parents = [names[span.parent.span_id] for span in spans.get_finished_spans() if span.name == "query"]
    assert sorted(parents) == ["lane wait", "lane writer"]


def test_a_request_leaves_no_span_behind(house, spans):
    request = Request("GET", b"/")
    house.tracer.begin(request).end(Exchange(house, request), Response(200))
    assert get_current_span() is INVALID_SPAN


def test_without_a_collector_nothing_is_traced(house):
    assert house.tracer is None


def test_with_a_collector_everything_is(make_house):
    house = make_house(monitoring__traces="http://127.0.0.1:9/v1/traces")
    assert isinstance(house.tracer, OpenTelemetry)


def test_a_collector_without_the_library_is_refused_with_the_cure(make_house, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "opentelemetry.exporter.otlp.proto.http.trace_exporter", None)
    with pytest.raises(Exception, match=r"pip install 'a3dav\[otel\]'"):
        make_house(monitoring__traces="http://127.0.0.1:9/v1/traces")
