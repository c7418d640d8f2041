"""Built-in plugin `traces`: spans of requests, of steps that wait, and of statements, for OpenTelemetry."""

from __future__ import annotations

from a3dav import hookimpl
from a3dav.builtin.traces.tracer import OpenTelemetry
from a3dav.errors import ConfigError
from a3dav.house import House


@hookimpl
def a3dav_register_services(house: House) -> None:
    settings = house.settings.monitoring
    if not settings.traces:
        return
    try:
        import opentelemetry.exporter.otlp.proto.http.trace_exporter  # noqa: F401 - later it would be too late to refuse
    except ImportError as error:
        raise ConfigError("monitoring.traces needs OpenTelemetry; try: pip install 'a3dav[otel]'") from error
    house.trace_with(OpenTelemetry(settings.traces, settings.traces_percent))
