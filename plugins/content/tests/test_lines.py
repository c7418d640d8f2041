"""Reading and writing content lines."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a3dav_content.errors import ContentError, LimitExceeded
from a3dav_content.lines import (
    Component,
    Limits,
    Property,
    decode_param,
    escape_text,
    fold,
    parse,
    serialise,
    split_unescaped,
    unescape_text,
)

TEXT = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=200)


def inside(*lines, eol="\r\n"):
    return eol.join(["BEGIN:X", *lines, "END:X", ""]).encode()


def only(*lines, **options):
    """The one property inside of a component."""
    (component,) = parse(inside(*lines, **options))
    (entry,) = component.properties
    return entry


def refusal(body, **options):
    with pytest.raises(ContentError) as caught:
        parse(body, **options)
    return caught.value


@pytest.mark.parametrize("eol", ["\r\n", "\n", "\r"])
@pytest.mark.parametrize("blank", [" ", "\t"])
@pytest.mark.rfc("5545", "3.1")
def test_a_folded_line_is_one_line_whatever_ends_it(eol, blank):
    assert only("SUMMARY:Team", f"{blank}work", eol=eol).value == "Teamwork"


@pytest.mark.rfc("5545", "3.1")
def test_a_fold_takes_only_one_blank_away():
    assert only("SUMMARY:Team", "  work").value == "Team work"


@pytest.mark.rfc("5545", "3.1")
def test_a_fold_inside_of_a_character_is_undone_before_decoding():
    (component,) = parse(b"BEGIN:X\r\nSUMMARY:Gro\xc3\r\n \x9f\r\nEND:X\r\n")
    assert component.value("SUMMARY") == "Groß"


def test_two_folds_inside_of_one_character_are_undone():
    (component,) = parse(b"BEGIN:X\nSUMMARY:\xe2\n \x82\n \xac 5\nEND:X\n")
    assert component.value("SUMMARY") == "€ 5"


def test_a_fold_inside_of_a_character_does_not_shift_the_line_numbers():
    assert refusal(b"BEGIN:X\nA:\xc3\n \x9f\nB:1\n???\nEND:X\n").line == 5


def test_a_byte_order_mark_is_skipped():
    assert parse(b"\xef\xbb\xbf" + inside("A:1"))[0].value("A") == "1"


def test_blank_lines_are_skipped():
    assert [entry.value for entry in parse(inside("A:1", "", "B:2"))[0].properties] == ["1", "2"]


def test_names_are_upper_case_and_values_stay_as_written():
    entry = only("summary:MiXed \\, as it is ")
    assert (entry.name, entry.value) == ("SUMMARY", "MiXed \\, as it is ")


@pytest.mark.rfc("6350", "3.3")
def test_a_group_is_kept_apart_from_the_name():
    entry = only("item1.X-ABLabel:Ship")
    assert (entry.group, entry.name) == ("item1", "X-ABLABEL")


@pytest.mark.rfc("5545", "3.2")
def test_a_quoted_parameter_may_hold_separators():
    entry = only('ATTENDEE;CN="Doe; John: the, third";ROLE=CHAIR:mailto:doe@example.org')
    assert entry.param("CN") == "Doe; John: the, third"
    assert entry.param("ROLE") == "CHAIR"
    assert entry.value == "mailto:doe@example.org"


@pytest.mark.rfc("5545", "3.1.1")
def test_a_parameter_may_have_a_list_of_values():
    entry = only('X;MEMBER="mailto:a@x","mailto:b@x",plain:v')
    assert entry.params_named("MEMBER") == ["mailto:a@x", "mailto:b@x", "plain"]


@pytest.mark.rfc("2426", "3")
def test_a_repeated_parameter_keeps_all_of_its_values():
    assert only("TEL;TYPE=home;TYPE=voice,pref:1").params_named("TYPE") == ["home", "voice", "pref"]


def test_a_parameter_of_vcard_21_without_a_name_is_a_type():
    assert only("TEL;HOME;VOICE:1").params_named("TYPE") == ["HOME", "VOICE"]


@pytest.mark.parametrize("line", ["DTSTART;:20240101", "DTSTART;;VALUE=DATE:20240101"])
def test_an_empty_parameter_is_passed_over(line):
    assert only(line).value == "20240101"


def test_a_parameter_may_be_empty():
    assert only('X;A=;B="":v').params == (("A", ("",)), ("B", ("",)))


@pytest.mark.parametrize(
    ("written", "meant"),
    [("^n", "\n"), ("^'", '"'), ("^^", "^"), ("^^n", "^n"), ("a^b", "a^b"), ("^N", "^N"), ("^", "^")],
)
@pytest.mark.rfc("6868", "3.2")
def test_carets_escape_in_parameters(written, meant):
    assert decode_param(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (r"a\, b\; c", "a, b; c"),
        (r"one\ntwo\Nthree", "one\ntwo\nthree"),
        (r"back\\slash", r"back\slash"),
        (r"\\n", r"\n"),
    ],
)
@pytest.mark.rfc("5545", "3.3.11")
def test_backslashes_escape_in_text(written, meant):
    assert unescape_text(written) == meant


@given(TEXT | st.sampled_from(["\n", "a\\n", "\\", ";,\\;"]))
def test_escaped_text_means_the_same(text):
    assert unescape_text(escape_text(text)) == text


@pytest.mark.rfc("6350", "3.4")
def test_an_escaped_separator_does_not_part_a_value():
    assert split_unescaped(r"Doe\, Inc;Sales\;EU;\\;x", ";") == [r"Doe\, Inc", r"Sales\;EU", r"\\", "x"]


@pytest.mark.rfc("5545", "3.1")
def test_written_lines_are_no_longer_than_75_octets():
    assert max(len(line) for line in fold("SUMMARY:" + "€" * 200).split(b"\r\n")) <= 75


@pytest.mark.parametrize("text", ["€" * 100, "x" + "€" * 100, "xx" + "€" * 100, "😀" * 100, "ß" * 100])
@pytest.mark.rfc("5545", "3.1")
def test_each_written_piece_is_whole_characters(text):
    pieces = fold("SUMMARY:" + text).removesuffix(b"\r\n").split(b"\r\n ")
    assert "".join(piece.decode() for piece in pieces) == "SUMMARY:" + text


@given(TEXT)
def test_what_is_written_reads_the_same(value):
    written = serialise(Component("X", [Property("A", value, (("P", ("a;b", "c")),), "g")]))
    entry = parse(written)[0].properties[0]
    assert (entry.group, entry.name, entry.value, entry.params) == ("g", "A", value, (("P", ("a;b", "c")),))


def test_well_written_lines_come_back_byte_for_byte():
    body = (
        'BEGIN:VCALENDAR\r\nX-A;CN="Doe, J";ROLE=CHAIR:va\\,lue;"quoted":x\r\nBEGIN:VEVENT\r\n'
        f"SUMMARY:{'x' * 67}\r\n {'y' * 74}\r\n z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    ).encode()
    assert serialise(parse(body)[0]) == body


@pytest.mark.parametrize(
    ("body", "line", "words"),
    [
        (b"BEGIN:X\nBEGIN:Y\nEND:X\n", 3, "END:X where Y is open"),
        (b"END:X\n", 1, "END:X where nothing is open"),
        (b"BEGIN:X\nBEGIN:Y\nEND:Y\n", 1, "X is not ended"),
        (b"A:1\n", 1, "A stands outside"),
        (b"BEGIN:X\n:1\nEND:X\n", 2, "no property name"),
        (b"BEGIN:X\nA\nEND:X\n", 2, "no colon behind A"),
        (b'BEGIN:X\nA;B="c:1\nEND:X\n', 2, "no colon|malformed parameter"),
        (b"BEGIN:X\nA;=b:1\nEND:X\n", 2, "malformed parameter"),
        (b"BEGIN:X\nA:\x00\nEND:X\n", 2, "control character"),
        (b"BEGIN:X\nA:\x1f\nEND:X\n", 2, "control character"),
        (b"BEGIN:X\nA:1\n 2\nB:\xff\nEND:X\n", 4, "not UTF-8"),
        (b"BEGIN:X\rA:1\r 2\rB:\xff\rEND:X\r", 4, "not UTF-8"),
        (b"\xff\xfeB\x00E\x00", 1, "not UTF-8"),
        (b"<html>", 1, "no property name"),
    ],
)
def test_a_refusal_names_the_line_and_what_is_wrong_with_it(body, line, words):
    error = refusal(body)
    assert error.line == line
    assert error.args[0].startswith(f"line {line}: ")
    assert any(word in error.args[0] for word in words.split("|"))


@pytest.mark.parametrize(
    ("body", "limits"),
    [
        (b"BEGIN:X\n" * 5 + b"END:X\n" * 5, Limits(depth=4)),
        (b"BEGIN:X\nEND:X\n" * 5, Limits(components=4)),
        (inside(*["A:1"] * 5), Limits(properties=4)),
        (inside("A:12345678"), Limits(line_length=9)),
        (inside("A:12345", " 678"), Limits(line_length=9)),
    ],
)
def test_a_body_that_holds_too_much_is_refused(body, limits):
    assert isinstance(refusal(body, limits=limits), LimitExceeded)


def test_a_body_within_its_limits_is_read():
    assert len(parse(b"BEGIN:X\n" * 4 + b"END:X\n" * 4, Limits(depth=4))) == 1


@given(st.binary(max_size=200) | TEXT.map(str.encode))
def test_any_bytes_are_read_or_refused(body):
    found = None
    with contextlib.suppress(ContentError):
        found = parse(b"BEGIN:X\n" + body + b"\nEND:X\n")
    assert found is None or found[0].name == "X"


@pytest.mark.parametrize(
    "line", ["SUMMARY", "SUMMARY:a\x07b", "SUMMARY:folded\r\n \x01", "X-SUMMARY", "X-SUMMARY:\x07"]
)
def test_a_usual_name_is_judged_like_any_other(line):
    with pytest.raises(ContentError) as refused:
        parse(f"BEGIN:VEVENT\r\n{line}\r\nEND:VEVENT\r\n".encode())
    assert refused.value.line == 2


@pytest.mark.parametrize("line", ["SUMMARY:a:b", "summary:a:b", "Summary;X=y:a:b", "item1.SUMMARY:a:b"])
def test_a_usual_name_means_the_same_however_it_is_written(line):
    (event,) = parse(f"BEGIN:VEVENT\r\n{line}\r\nEND:VEVENT\r\n".encode())
    assert (event.value("SUMMARY"), event.properties[0].line) == ("a:b", 2)
