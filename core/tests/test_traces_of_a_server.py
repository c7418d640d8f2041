"""A served house sends its traces to a collector."""

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import httpx
import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from a3dav.testing.serving import serving


@pytest.fixture
def collector(request):
    """An OTLP collector that keeps what it gets."""
    if request.config.getoption("--store") != "sqlite":
        pytest.skip("sending is the same on every store")
    came, arrived = [], threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            came.append(ExportTraceServiceRequest.FromString(self.rfile.read(int(self.headers["content-length"]))))
            self.send_response(200)
            self.end_headers()
            arrived.set()

        def log_message(self, *_):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/v1/traces", came, arrived
    server.shutdown()
    server.server_close()


def names(came):
    return {
        span.name
        for message in came
        for resource in message.resource_spans
        for scope in resource.scope_spans
        for span in scope.spans
    }


def test_spans_arrive_at_the_collector(collector, tmp_path):
    address, came, arrived = collector
    with serving(tmp_path, {"A3DAV_MONITORING__TRACES": address, "OTEL_BSP_SCHEDULE_DELAY": "200"}) as server:
        server.start()
        httpx.request("OPTIONS", server.url)
        assert arrived.wait(20)
    assert "OPTIONS" in names(came)


def test_a_server_that_ends_sends_what_is_left(collector, tmp_path):
    address, came, _ = collector
    with serving(tmp_path, {"A3DAV_MONITORING__TRACES": address, "OTEL_BSP_SCHEDULE_DELAY": "600000"}) as server:
        server.start()
        httpx.request("OPTIONS", server.url)
    assert "OPTIONS" in names(came)
