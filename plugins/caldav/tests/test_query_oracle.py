"""Reports of a running house against instances that were found the dumb way."""

from datetime import UTC

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from a3dav.testing.calendar_oracle import ical, instances, overlaps
from a3dav.testing.calendar_strategies import ZONES, horizon_of, ranges, series

from .conftest import CALENDAR, NAMESPACES, C, in_range

CASES = series(("VEVENT",)).flatmap(lambda of: st.tuples(st.just(of), ranges(of), st.sampled_from(ZONES)))
FEW = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])


def ask(alice, span, zone):
    start, end = (f"{moment:%Y%m%dT%H%M%SZ}" for moment in span)
    body = (
        f'<C:calendar-query {NAMESPACES}><D:prop><C:calendar-data><C:expand start="{start}" end="{end}"/>'
        f'</C:calendar-data></D:prop><C:filter><C:comp-filter name="VCALENDAR">{in_range(start, end)}</C:comp-filter>'
        f"</C:filter><C:timezone-id>{zone}</C:timezone-id></C:calendar-query>"
    )
    rows = alice.report(CALENDAR, body, depth="1").multistatus
    return [row.text(C + "calendar-data").count("BEGIN:VEVENT") for row in rows.values()]


@pytest.mark.rfc("4791", "7.8", "9.6.5", "9.9")
@given(CASES)
@FEW
def test_a_query_answers_with_as_many_instances_as_overlap_its_range(alice, case):
    of, span, zone = case
    start, end = (int(moment.replace(tzinfo=UTC).timestamp()) for moment in span)
    found = instances(of, zone, of.start + horizon_of(of) * 2)
    expected = sum(overlaps(of, one, start, end) for one in found)
    assert alice.put(CALENDAR + "x.ics", ical(of), content_type="text/calendar").status in {201, 204}
    assert ask(alice, span, zone) == ([expected] if expected else []), ical(of)
