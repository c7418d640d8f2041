"""The busy time of attendees for an organizer: who is told what, and why not (RFC 6638 §5, §11.3)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from a3dav.principals import Account, Identity
from a3dav.visibility import seen_by
from a3dav_content.budget import Budget
from a3dav_content.busy_service import SERVICE, BusyTime, Mask
from a3dav_content.free_busy import Period
from a3dav_content.itip.statuses import INVALID_USER, NO_AUTHORITY, NOT_ALLOWED, SUCCESS, UNAVAILABLE
from a3dav_content.time_range import TimeRange
from a3dav_scheduling.collections import inboxes_of
from a3dav_scheduling.privileges import QUERY_FREE_BUSY
from a3dav_scheduling.recipients import accounts_of

if TYPE_CHECKING:
    from a3dav.house import House


@dataclass(slots=True, frozen=True)
class Outcome:
    """What one attendee is answered with: a status, and with success the busy time."""

    code: str
    periods: list[Period] | None = None


def identity_of(house: House, account: Account) -> Identity:
    """An account as one whose privileges are asked about, though it did not send this request."""
    return Identity(account, "scheduling", groups=house.store.accounts.groups_of(account.id))


def outcomes(
    house: House, organizer: Account, attendees: Sequence[str], span: TimeRange, mask: Mask | None
) -> Iterator[tuple[str, Outcome]]:
    """The outcome for each normal address, in their order."""
    accounts = accounts_of(house.store, attendees)
    refusals, open_ones = _judged(house, organizer, accounts)
    busy = _busy_times(house, open_ones, span, mask)
    for address in attendees:
        account = accounts.get(address)
        if account is None:
            yield address, Outcome(INVALID_USER)
        elif account.id in refusals:
            yield address, Outcome(refusals[account.id])
        else:
            periods = busy.get(account.id)
            yield address, Outcome(UNAVAILABLE) if periods is None else Outcome(SUCCESS, periods)


def _judged(house: House, organizer: Account, accounts: Mapping[str, Account]) -> tuple[dict[bytes, str], list[bytes]]:
    """Why some are not asked about, and the ids of the others; whom one may not see does not exist."""
    identity = identity_of(house, organizer)
    people = {account.id: account for account in accounts.values()}
    seen = house.store.accounts.among(people, seen_by(house, identity))
    refusals = dict.fromkeys(people.keys() - seen, INVALID_USER)
    found = inboxes_of(house.store, [people[account_id] for account_id in seen])
    refusals |= dict.fromkeys(seen - found.keys(), NOT_ALLOWED)
    inboxes = list(found.values())
    granted = house.privileges(identity, inboxes) if inboxes else []
    for inbox, privileges in zip(inboxes, granted, strict=True):
        if QUERY_FREE_BUSY not in privileges:
            refusals[inbox.account_id] = NO_AUTHORITY
    return refusals, [account_id for account_id in people if account_id not in refusals]


def _busy_times(
    house: House, accounts: Sequence[bytes], span: TimeRange, mask: Mask | None
) -> Mapping[bytes, list[Period] | None]:
    service: BusyTime | None = house.services.get(SERVICE)
    if service is None:
        return {}
    return service(accounts, span, Budget(house.settings.limits.expansion_steps), mask)
