"""Where queries begin."""

from __future__ import annotations

import strawberry

from a3dav.registries import STAFF
from a3dav_admin.errors import GraphError
from a3dav_admin.pages import Window
from a3dav_admin.reads import accounts, collections
from a3dav_admin.types.collections import Collection
from a3dav_admin.types.connections import After, Before, Connection, First, Info, Last, all_of
from a3dav_admin.types.principals import Principal, PrincipalFilter, principal
from a3dav_admin.types.scalars import identifier

STAFF_ALONE = {"roles": STAFF}


@strawberry.type(description="Administrators and auditors ask for everything, everybody else for what is their own.")
class Query:
    @strawberry.field(description="Who asks.")
    def me(self, info: Info) -> Principal:
        return Principal(account=info.context.identity.account)

    @strawberry.field(description="A principal by its id or its name; null where there is none that you may ask for.")
    async def principal(
        self,
        info: Info,
        id: strawberry.ID | None = None,
        name: str | None = None,
    ) -> Principal | None:
        context = info.context
        if (id is None) == (name is None):
            raise GraphError("a principal is asked for by id or by name")
        if id is not None:
            found = await context.load(accounts.by_id, identifier(id))
        else:
            found = await context.load(accounts.by_name, name or "")
        if found is None or not (context.is_staff or context.is_own(found.id)):
            return None
        return Principal(account=found)

    @strawberry.field(metadata=STAFF_ALONE, description="Principals by name.")
    def principals(
        self, info: Info, filter: PrincipalFilter | None = None, first: First = None,
        after: After = None, last: Last = None, before: Before = None,
    ) -> Connection[Principal]:  # fmt: skip
        condition = (filter or PrincipalFilter()).condition()
        return all_of(info, accounts.PRINCIPALS, Window(first, after, last, before), principal, condition)

    @strawberry.field(description="A collection by its id; null where there is none that you may ask for.")
    async def collection(self, info: Info, id: strawberry.ID) -> Collection | None:
        context = info.context
        found = await context.load(collections.by_id, identifier(id))
        if found is None or not found.collection or not (context.is_staff or context.is_own(found.account_id)):
            return None
        return Collection(resource=found)
