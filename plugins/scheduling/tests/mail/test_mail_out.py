"""Scheduling messages that leave by mail: once, to be told apart, and never silently lost."""

import pytest

from a3dav.outbox import deliver_due


def rows(house):
    return house.store.engine.rows("SELECT state, dialogues, doubtful FROM scheduling_mails ORDER BY id")


@pytest.mark.rfc("6047", "2.4")
def test_an_invitation_is_sent_as_text_and_as_a_calendar(house, smtp, post, invitation):
    post(invitation)
    assert deliver_due(house) == 1
    mail = smtp.parsed()
    assert [part.get_content_type() for part in mail.walk()] == [
        "multipart/mixed", "multipart/alternative", "text/plain", "text/html", "text/calendar", "application/ics",
    ]  # fmt: skip
    calendar = next(part for part in mail.walk() if part.get_content_type() == "text/calendar")
    assert (calendar.get_param("method"), calendar.get_param("charset")) == ("REQUEST", "utf-8")
    assert calendar.get_content().replace("\r\n", "\n") == invitation.body().decode().replace("\r\n", "\n")
    assert rows(house) == [("sent", 1, 0)]
