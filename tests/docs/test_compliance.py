"""The compliance page is made from the markers of tests, and no rule of an RFC is without a test or a reason."""

from pathlib import Path

import pytest

from a3dav.testing import compliance

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def rfcs():
    found = compliance.inventory(ROOT)
    compliance.assign(found, compliance.collect(ROOT))
    return found


def test_the_compliance_page_is_current():
    assert (ROOT / compliance.PAGE).read_text() == compliance.page(ROOT), (
        f"run: python -m a3dav.testing.compliance > {compliance.PAGE}"
    )


def test_markers_name_sections_that_exist():
    assert compliance.unknown(compliance.inventory(ROOT), compliance.collect(ROOT)) == []


def test_every_rule_has_a_test_or_a_reason(rfcs):
    assert compliance.open_rules(rfcs) == []


def test_the_rfcs_that_the_server_follows_are_all_there(rfcs):
    followed = {
        "3744",
        "4791",
        "4918",
        "5397",
        "5546",
        "5689",
        "5995",
        "6047",
        "6352",
        "6578",
        "6638",
        "6764",
        "7809",
        "8144",
    }
    assert set(rfcs) >= followed


def test_levels_are_known(rfcs):
    levels = {section.level for rfc in rfcs.values() for section in rfc.sections.values()}
    assert levels == set(compliance.LEVELS)


SOURCE = """
import pytest
pytestmark = [pytest.mark.rfc("4918", "9.1")]

@pytest.mark.rfc("4918", "9.2", "9.2/atomic")
@pytest.mark.rfc("6578", "5")
def test_one(): ...

@pytest.mark.parametrize("x", [pytest.param(1, marks=pytest.mark.rfc("4791", "4.1"))])
def test_two(x): ...

@pytest.mark.rfc("4918", "9.3")
class TestGroup:
    def test_three(self): ...

def fixture(): ...
"""


def test_markers_are_found_wherever_they_stand(tmp_path):
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_some.py").write_text(SOURCE)
    found = [(test.name, test.number, test.sections) for test in compliance.collect(tmp_path)]
    assert found == [
        ("test_one", "4918", ("9.1",)),
        ("test_one", "4918", ("9.2", "9.2/atomic")),
        ("test_one", "6578", ("5",)),
        ("test_two", "4918", ("9.1",)),
        ("test_two", "4791", ("4.1",)),
        ("test_three", "4918", ("9.1",)),
        ("test_three", "4918", ("9.3",)),
    ]


INVENTORY = """
title = "An RFC"
[sections]
"1" = ["MUST", "split"]
"1/tested" = ["MUST", "has a test"]
"1/open" = ["SHOULD", "has none"]
"2" = ["MUST", "is not done", "because"]
"3" = ["MAY", "need not be done"]
"4" = ["info", "Example"]
"""


@pytest.fixture
def small(tmp_path):
    (tmp_path / compliance.INVENTORY).mkdir(parents=True)
    (tmp_path / compliance.INVENTORY / "rfc1.toml").write_text(INVENTORY)
    marks = '@pytest.mark.rfc("1", "1/tested")\ndef test_it(): ...\n\n@pytest.mark.rfc("1", "5")\ndef test_no(): ...\n'
    (tmp_path / "tests" / "test_some.py").write_text(marks)
    return tmp_path


def test_a_section_is_open_while_one_of_its_clauses_is(small):
    found = compliance.inventory(small)
    compliance.assign(found, compliance.collect(small))
    states = {section.id: section.state for section in found["1"].sections.values()}
    assert states == {"1": "open", "1/tested": "tested", "1/open": "open", "2": "reason", "3": "quiet", "4": "quiet"}
    assert compliance.open_rules(found) == ["1 1/open"]


def test_a_marker_of_a_section_that_does_not_exist_is_told(small):
    told = compliance.unknown(compliance.inventory(small), compliance.collect(small))
    assert told == ["tests/test_some.py: test_no: RFC 1 has no section 5"]


def test_the_page_counts_and_links(small):
    page = compliance.page(small)
    assert "| [1](#rfc-1) | An RFC | 3 | 1 | 1 | 1 | 1 |" in page
    assert "| 1/tested | has a test | must | [test_some.py](../../tests/test_some.py): it |" in page
    assert "| 2 | is not done | must | because |" in page
    assert "| 1/open | has none | should | **open** |" in page
