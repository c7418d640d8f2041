"""Schemathesis calls every operation of the REST API with what the document allows and with what it does not."""

from base64 import b64encode
from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import positive_data_acceptance

DOCUMENT = Path(__file__).parents[2] / "openapi" / "rest.yaml"
WITHOUT_IF_MATCH = {"checks": {"missing_required_header": {"expected-statuses": [400, 428]}}}
SCHEMA = schemathesis.openapi.from_path(DOCUMENT, config=schemathesis.Config.from_dict(WITHOUT_IF_MATCH))
EXAMPLES = 8
BEYOND_SCHEMAS = {
    "/problems/invalid-cursor",  # which no schema can tell from one that the server made
    "/problems/invalid-range",  # two members that are related
    "/problems/invalid-body",  # JSCalendar and JSContact have more rules than their schemas here
    "/problems/invalid-json",  # the character 0, which JSON has and no text here
    "/problems/idempotency-key-reused",
    "/problems/precondition-failed",
    "/problems/precondition-required",  # where there is something to replace
}


@pytest.fixture(autouse=True)
def other_pools(monkeypatch):
    """Schemathesis counts connections in pools of urllib3, in whose place niquests puts others."""
    monkeypatch.setattr("schemathesis.transport.requests._count_opened_connections", lambda session: 0)


@pytest.fixture(scope="module")
def person(server):
    return server.person()


@pytest.fixture(scope="module")
def authorization(person):
    return "Basic " + b64encode(f"{person.name}:{person.password}".encode()).decode()


@schemathesis.check
def accepts_what_schemas_allow(ctx, response, case):
    """As schemathesis has it, but for what no schema can say."""
    known = response.headers.get("content-type") == ["application/problem+json"]
    if not known or response.json()["type"] not in BEYOND_SCHEMAS:
        positive_data_acceptance(ctx, response, case)


@SCHEMA.parametrize()
@settings(
    max_examples=EXAMPLES, derandomize=True, deadline=None, database=None, phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
def test_no_call_is_answered_against_the_document(case, person, authorization):
    answer = case.call_and_validate(
        base_url=f"{person.url}api/v1", headers={"Authorization": authorization},
        additional_checks=[accepts_what_schemas_allow], excluded_checks=[positive_data_acceptance],
    )  # fmt: skip
    assert answer.status_code < 500
