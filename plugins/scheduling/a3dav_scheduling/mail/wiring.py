"""What plugin `scheduling` registers for mail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from a3dav.registries import Task
from a3dav_scheduling.mail import answer_page, http_in, lmtp, mailbox, records
from a3dav_scheduling.mail.outgoing import DELIVERY
from a3dav_scheduling.mail.records import MIGRATIONS
from a3dav_scheduling.mail.settings import MailSettings

if TYPE_CHECKING:
    from a3dav.house import House

SECTION = "scheduling.mail"
SERVICE = "scheduling.mail"
"""True in `house.services` where messages can leave by mail."""
ROUTES = (answer_page.ROUTE, http_in.ROUTE)
TASKS = (
    mailbox.TASK,
    Task("scheduling-lmtp", 30, lmtp.keep_listening, everywhere=True),
    Task("scheduling-mails", 86_400, records.forget_old),
)

__all__ = ["DELIVERY", "MIGRATIONS", "ROUTES", "SECTION", "TASKS", "MailSettings", "offer_service"]


def offer_service(house: House) -> None:
    house.services[SERVICE] = house.section(SECTION).sends
