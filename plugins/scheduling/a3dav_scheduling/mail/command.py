"""`a3dav scheduling mails`: what was sent by mail and what became of it."""

from __future__ import annotations

from datetime import UTC, datetime

import click
from rich.table import Table

from a3dav.cli.options import common, house_of, show
from a3dav.config import RawSettings
from a3dav_content.itip.messages import Message
from a3dav_scheduling.mail import records
from a3dav_scheduling.mail.records import Mail, State

_SAID = {
    State.SENDING: "sending since then",
    State.WAITING: "not taken yet",
    State.SENT: "sent",
    State.FAILED: "failed",
    State.RETURNED: "returned",
}
_CURES = {
    State.SENDING: "the dialogue was cut off or goes on; it is sent again with the same Message-ID",
    State.WAITING: "it is tried again by itself; see: a3dav outbox list",
    State.FAILED: "correct the address or the settings, and let the organizer save the event again",
    State.RETURNED: "ask for the right address; the organizer sees it as undeliverable",
}
_TWICE = "it may have arrived twice, since a dialogue was cut off"


@click.command()
@click.option("--failed", is_flag=True, help="Only what was not sent or came back.")
@click.option("--limit", type=click.IntRange(1, 100_000), default=100, help="As many at most.", show_default=True)
@common
def mails(raw: RawSettings, failed: bool, limit: int) -> None:
    """Show the invitations and answers that went out by mail, the latest first."""
    table = Table("id", "state", "time", "to", "what", "dialogues", "remark")
    with house_of(raw) as house:
        for mail in records.listed(house.store, limit):
            if not failed or mail.state is not State.SENT or mail.doubtful:
                table.add_row(*_row(mail))
    show(table)


def _row(mail: Mail) -> tuple[str, ...]:
    message = Message.load(mail.payload)
    remarks = [mail.failure, _CURES.get(mail.state, ""), _TWICE if mail.doubtful else ""]
    return (
        mail.id.hex(),
        _SAID[mail.state],
        datetime.fromtimestamp(mail.since / 1000, UTC).isoformat(timespec="seconds"),
        message.recipient.removeprefix("mailto:"),
        f"{message.method} {message.uid}",
        str(mail.dialogues),
        "; ".join(filter(None, remarks)),
    )
