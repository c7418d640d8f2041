"""Stored text edited by JSON: what changes, what stays, and what a client that knows little cannot lose."""

import pytest

from a3dav_content.errors import ContentError, InvalidJson, LimitExceeded
from a3dav_content.jscalendar import edit_calendar, patch_calendar, to_jscalendar
from a3dav_content.jscontact import edit_card, patch_card, to_jscontact
from a3dav_content.json_pointers import apply_merge_patch, apply_patch, differences
from a3dav_content.jsprop import refuse_broken
from a3dav_content.lines import Property, parse
from a3dav_content.sketches import Sketch

HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Maker//Thing//EN\r\n"
ZONED = "TZID=W. Europe Standard Time"
WEEKLY = (
    "BEGIN:VEVENT\r\nUID:u1\r\nDTSTAMP:20260101T000000Z\r\nSUMMARY:Lunch\r\nLOCATION:Here\r\n"
    f"DTSTART;{ZONED}:20260105T120000\r\nDTEND;{ZONED}:20260105T130000\r\nRRULE:FREQ=WEEKLY\r\n"
    f"EXDATE;{ZONED}:20260112T120000\r\nEND:VEVENT\r\n"
)
LATE = (
    "BEGIN:VEVENT\r\nUID:u1\r\nDTSTAMP:20260101T000000Z\r\nSUMMARY:Lunch\r\nLOCATION:Here\r\nX-NOTE:own\r\n"
    f"RECURRENCE-ID;{ZONED}:20260119T120000\r\nDTSTART;{ZONED}:20260119T140000\r\nDTEND;{ZONED}:20260119T150000\r\n"
    "CLASS:PRIVATE\r\nEND:VEVENT\r\n"
)
SERIES = f"{HEAD}{WEEKLY}{LATE}END:VCALENDAR\r\n".encode()


def calendar(*lines):
    inside = "".join(f"{line}\r\n" for line in lines)
    return (
        f"{HEAD}BEGIN:VEVENT\r\nUID:u1\r\nDTSTAMP:20260101T000000Z\r\n{inside}END:VEVENT\r\nEND:VCALENDAR\r\n".encode()
    )


def changed(before, after):
    """The lines that went and those that came."""
    old, new = (body.decode().replace("\r\n ", "").split("\r\n") for body in (before, after))
    return [line for line in old if line not in new], [line for line in new if line not in old]


@pytest.mark.rfc("8984", "4.3.5")
def test_an_instance_inherits_what_changes_in_its_series():
    assert patch_calendar(SERIES, {"title": "Dinner"}) == SERIES.replace(b"SUMMARY:Lunch", b"SUMMARY:Dinner")


@pytest.mark.rfc("8984", "4.3.5")
def test_a_patch_of_one_instance_changes_its_component_alone():
    found = patch_calendar(SERIES, {"recurrenceOverrides/2026-01-19T12:00:00/title": "Feast"})
    assert found == f"{HEAD}{WEEKLY}{LATE.replace('SUMMARY:Lunch', 'SUMMARY:Feast')}END:VCALENDAR\r\n".encode()


@pytest.mark.rfc("8984", "4.3.6")
def test_excluding_an_instance_adds_a_date():
    found = patch_calendar(SERIES, {"recurrenceOverrides/2026-01-26T12:00:00": {"excluded": True}})
    assert changed(SERIES, found) == ([], [f"EXDATE;{ZONED}:20260126T120000"])


def test_excluding_an_instance_that_was_changed_removes_its_component():
    found = patch_calendar(SERIES, {"recurrenceOverrides/2026-01-19T12:00:00": {"excluded": True}})
    (calendar_found,) = parse(found)
    assert len([*calendar_found.sub("VEVENT")]) == 1
    assert f"EXDATE;{ZONED}:20260119T120000".encode() in found


def test_a_new_override_is_a_component_behind_the_others():
    found = patch_calendar(SERIES, {"recurrenceOverrides/2026-02-02T12:00:00": {"title": "Away"}})
    assert found.startswith(SERIES.removesuffix(b"END:VCALENDAR\r\n"))
    assert to_jscalendar(found)["recurrenceOverrides"]["2026-02-02T12:00:00"] == {"title": "Away"}


def test_a_start_that_moves_takes_its_end_along():
    body = calendar("DTSTART:20260105T120000Z", "DTEND:20260105T130000Z", "X-A:b")
    found = patch_calendar(body, {"start": "2026-01-05T15:00:00"})
    assert changed(body, found) == (
        ["DTSTART:20260105T120000Z", "DTEND:20260105T130000Z"], ["DTSTART:20260105T150000Z", "DTEND:20260105T160000Z"],
    )  # fmt: skip


def test_another_time_zone_brings_its_description():
    body = calendar("DTSTART:20260105T120000Z", "DURATION:PT1H")
    found = patch_calendar(body, {"timeZone": "Asia/Tokyo"})
    assert b"DTSTART;TZID=Asia/Tokyo:20260105T120000\r\n" in found
    assert [zone.value("TZID") for zone in parse(found)[0].sub("VTIMEZONE")] == ["Asia/Tokyo"]


def test_a_zone_keeps_the_name_that_it_was_given():
    found = patch_calendar(SERIES, {"start": "2026-01-05T11:00:00"})
    assert f"DTSTART;{ZONED}:20260105T110000".encode() in found


def test_a_line_of_several_dates_stays_while_its_dates_do():
    body = calendar("DTSTART:20260105T120000Z", "RRULE:FREQ=DAILY", "EXDATE:20260106T120000Z,20260107T120000Z")
    assert changed(body, patch_calendar(body, {"title": "New"})) == ([], ["SUMMARY:New"])


def test_an_alert_is_added_behind_those_that_are_there():
    body = calendar("DTSTART:20260105T120000Z", "BEGIN:VALARM", "TRIGGER:-PT5M", "ACTION:AUDIO", "END:VALARM")
    found = patch_calendar(body, {"alerts/new": {"trigger": {"offset": "-PT1H"}}})
    assert changed(body, found)[0] == []
    assert set(to_jscalendar(found)["alerts"]) == {*to_jscalendar(body)["alerts"], "new"}


def test_an_alert_keeps_its_id_when_its_trigger_changes():
    body = calendar("DTSTART:20260105T120000Z", "BEGIN:VALARM", "TRIGGER:-PT5M", "ACTION:DISPLAY", "END:VALARM")
    (key,) = to_jscalendar(body)["alerts"]
    found = patch_calendar(body, {f"alerts/{key}/trigger/offset": "-PT10M"})
    assert list(to_jscalendar(found)["alerts"]) == [key]


def test_a_participant_keeps_their_id_when_their_address_changes():
    body = calendar("ATTENDEE;X-NUM=1;CN=Bob:mailto:bob@example.org")
    (key,) = to_jscalendar(body)["participants"]
    found = patch_calendar(body, {f"participants/{key}/sendTo": {"imip": "mailto:rob@example.org"}})
    assert changed(body, found)[1] == [f"ATTENDEE;X-NUM=1;CN=Bob;JSID={key}:mailto:rob@example.org"]


def test_line_ends_and_folds_of_the_stored_text_are_kept():
    body = calendar("DTSTART:20260105T120000Z", "SUMMARY:Lunch", "DESCRIPTION:a", " b").replace(b"\r\n", b"\n")
    assert patch_calendar(body, {"title": "Dinner"}) == body.replace(b"Lunch", b"Dinner")


def test_a_new_line_comes_before_the_parts_of_its_component():
    body = calendar("DTSTART:20260105T120000Z", "BEGIN:VALARM", "TRIGGER:-PT5M", "ACTION:AUDIO", "END:VALARM")
    assert patch_calendar(body, {"title": "New"}) == body.replace(b"BEGIN:VALARM", b"SUMMARY:New\r\nBEGIN:VALARM")


def test_one_of_two_rules_goes_and_the_other_stays():
    body = calendar("DTSTART:20260105T120000Z", "RRULE:BYDAY=MO;FREQ=WEEKLY", "RRULE:FREQ=YEARLY")
    wanted = to_jscalendar(body)
    wanted["recurrenceRules"] = wanted["recurrenceRules"][1:]
    assert changed(body, edit_calendar(body, wanted)) == (["RRULE:BYDAY=MO;FREQ=WEEKLY"], [])


def test_unknown_lines_of_two_are_told_apart():
    body = calendar("X-A:1", "X-B:2", "X-C:3")
    wanted = to_jscalendar(body)
    wanted["iCalendar"]["properties"] = [p for p in wanted["iCalendar"]["properties"] if p[0] != "x-b"]
    assert changed(body, edit_calendar(body, wanted)) == (["X-B:2"], [])


def test_what_is_stored_already_is_no_reason_for_a_refusal():
    body = calendar("DTSTART:20260105T120000Z", "COLOR:a\\nb", "UID:second")
    assert edit_calendar(body, to_jscalendar(body)) == body


def test_a_uid_that_is_left_out_stays():
    wanted = {"title": "New", "start": "2026-01-05T12:00:00", "timeZone": "Etc/UTC"}
    body = calendar("DTSTART:20260105T120000Z", "SUMMARY:Old")
    assert edit_calendar(body, wanted) == body.replace(b"Old", b"New")


def test_an_event_does_not_become_a_group():
    with pytest.raises(InvalidJson) as refused:
        edit_calendar(SERIES, {"@type": "Group", "uid": "g", "entries": []})
    assert refused.value.pointer == "/@type"


CARD = (
    b"BEGIN:VCARD\r\nVERSION:4.0\r\nUID:urn:uuid:1\r\nFN:Jane\r\nitem1.TEL;TYPE=HOME;X-A=b:+1\r\nitem1.X-ABLabel:Mine\r\n"
    b"item2.URL:https://example.org\r\nNICKNAME;X-Q=1:Jay,Jane\r\nEND:VCARD\r\n"
)


def test_a_removed_entry_takes_its_label_along():
    (key,) = to_jscontact(CARD)["phones"]
    found = patch_card(CARD, {f"phones/{key}": None})
    assert changed(CARD, found) == (["item1.TEL;TYPE=HOME;X-A=b:+1", "item1.X-ABLabel:Mine"], [])


def test_a_changed_label_changes_its_own_line():
    (key,) = to_jscontact(CARD)["phones"]
    assert patch_card(CARD, {f"phones/{key}/label": "Yours"}) == CARD.replace(b"Mine", b"Yours")


def test_a_new_label_makes_a_new_group():
    body = CARD.replace(b"item2.", b"")
    (key,) = to_jscontact(body)["links"]
    found = patch_card(body, {f"links/{key}/label": "Site"})
    assert changed(body, found) == (
        ["URL:https://example.org"],
        ["item2.URL:https://example.org", "item2.X-ABLabel:Site"],
    )


@pytest.mark.rfc("9553", "1.4.3")
def test_a_patch_may_lead_into_an_array():
    body = CARD.replace(b"FN:Jane\r\n", b"FN:Jane\r\nN:Doe;Jane;;;\r\n")
    found = patch_card(body, {"name/components/1/value": "Janet"})
    assert to_jscontact(found)["name"]["components"][1] == {"kind": "given", "value": "Janet"}


def test_one_of_several_nicknames_changes():
    nicknames = to_jscontact(CARD)["nicknames"]
    key = next(key for key, value in nicknames.items() if value["name"] == "Jay")
    found = patch_card(CARD, {f"nicknames/{key}/name": "J"})
    assert sorted(value["name"] for value in to_jscontact(found)["nicknames"].values()) == ["J", "Jane"]


def test_an_edit_of_what_is_no_card_is_refused():
    with pytest.raises(ContentError):
        edit_card(b"BEGIN:VCARD\r\nEND:VCARD\r\n", {})


@pytest.mark.rfc("8984", "1.4.9")
@pytest.mark.parametrize(
    ("patch", "found"),
    [
        ({"a": 2}, {"a": 2, "b": {"c": 1}}),
        ({"b/c": None}, {"a": 1, "b": {}}),
        ({"x": None}, {"a": 1, "b": {"c": 1}}),
        ({"b/d~1e": 5}, {"a": 1, "b": {"c": 1, "d/e": 5}}),
        ({"b/c": 2, "b/d": 3}, {"a": 1, "b": {"c": 2, "d": 3}}),
    ],
)
def test_a_patch_object_sets_and_removes(patch, found):
    assert apply_patch({"a": 1, "b": {"c": 1}}, patch) == found


@pytest.mark.rfc("8984", "1.4.9")
@pytest.mark.parametrize("patch", [{"x/y": 1}, {"a/b": 1}, {"b": {}, "b/c": 1}, {"l/0": 1}, {"b/c/d": 1}])
def test_a_patch_object_that_is_not_valid_is_refused_whole(patch):
    value = {"a": 1, "b": {"c": 1}, "l": [0]}
    with pytest.raises(InvalidJson):
        apply_patch(value, {"a": 2, **patch})
    assert value == {"a": 1, "b": {"c": 1}, "l": [0]}


@pytest.mark.rfc("7396", "3")
@pytest.mark.parametrize(
    ("value", "patch", "found"),
    [
        ({"a": "b"}, {"a": "c"}, {"a": "c"}),
        ({"a": "b"}, {"b": "c"}, {"a": "b", "b": "c"}),
        ({"a": "b"}, {"a": None}, {}),
        ({"a": "b", "b": "c"}, {"a": None}, {"b": "c"}),
        ({"a": ["b"]}, {"a": "c"}, {"a": "c"}),
        ({"a": {"b": "c"}}, {"a": {"b": "d", "c": None}}, {"a": {"b": "d"}}),
        (["a", "b"], ["c", "d"], ["c", "d"]),
        ({"a": "foo"}, None, None),
        ({"e": None}, {"a": 1}, {"e": None, "a": 1}),
        ([1, 2], {"a": "b", "c": None}, {"a": "b"}),
        ({}, {"a": {"bb": {"ccc": None}}}, {"a": {"bb": {}}}),
    ],
)
def test_a_merge_patch_does_what_the_examples_of_the_rfc_say(value, patch, found):
    assert apply_merge_patch(value, patch) == found


def test_the_differences_of_two_objects_make_the_one_into_the_other():
    one, other = {"a": {"b": 1, "c/d": [1]}, "e": 1}, {"a": {"b": 2, "c/d": [2]}, "f": {}}
    assert differences(one, other) == {"a/b": 2, "a/c~1d": [2], "e": None, "f": {}}
    assert apply_patch(one, differences(one, other)) == other


@pytest.mark.parametrize(
    ("value", "refusal"),
    [
        ({"x": ["a"] * 300_000}, LimitExceeded),
        ({"x": {"y": [[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]}}, InvalidJson),
        ({"x" * 3_000: 1}, InvalidJson),
        ({"x": "\ud800"}, InvalidJson),
        ({"iCalendar": {"components": [["x"]]}}, InvalidJson),
    ],
)
def test_what_is_too_large_or_too_deep_is_refused(value, refusal):
    with pytest.raises(refusal):
        edit_calendar(SERIES, {**to_jscalendar(SERIES), **value})


def test_a_value_stays_as_it_is_spelt_while_a_parameter_changes():
    body = calendar("summary:a;b")
    assert patch_calendar(body, {"locale": "de"}) == body.replace(b"summary:a;b", b"summary;LANGUAGE=de:a;b")


def test_an_instance_that_has_a_duration_beside_a_series_with_ends_changes_its_length():
    body = SERIES.replace(f"DTEND;{ZONED}:20260119T150000".encode(), b"DURATION:PT2H")
    found = patch_calendar(body, {"recurrenceOverrides/2026-01-19T12:00:00/duration": "PT3H"})
    assert to_jscalendar(found)["recurrenceOverrides"]["2026-01-19T12:00:00"]["duration"] == "PT3H"


def test_a_group_that_json_cannot_name_is_kept():
    body = CARD.replace(b"item2.URL", b"a_b.URL")
    (key,) = to_jscontact(body)["links"]
    assert patch_card(body, {f"links/{key}/pref": 1}) == body.replace(b"a_b.URL:", b"a_b.URL;PREF=1:")


def test_new_lines_come_before_new_parts():
    body = calendar("DTSTART:20260105T120000Z")
    found = patch_calendar(body, {"title": "New", "alerts": {"a": {"trigger": {"offset": "-PT5M"}}}})
    assert found.index(b"SUMMARY:New") < found.index(b"BEGIN:VALARM")


def test_a_stored_uid_that_no_client_could_send_is_no_reason_for_a_refusal():
    body = CARD.replace(b"UID:urn:uuid:1", b"UID:a\\nb")
    assert patch_card(body, {"kind": "org"}) == body.replace(b"END:VCARD", b"KIND:org\r\nEND:VCARD")


def test_no_value_may_end_its_line():
    sketch = Sketch("VEVENT", [("a", Property("X-A", "b\nc"))])
    with pytest.raises(InvalidJson, match="a line break"):
        refuse_broken(sketch, "")
