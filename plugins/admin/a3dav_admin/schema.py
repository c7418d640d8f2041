"""The schema of a house: what this plugin brings, and what others have registered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import strawberry
from graphql import (
    GraphQLSchema,
    build_client_schema,
    introspection_from_schema,
    lexicographic_sort_schema,
    print_schema,
)
from strawberry.schema.config import StrawberryConfig
from strawberry.types.base import StrawberryObjectDefinition
from strawberry.types.field import StrawberryField

from a3dav_admin.changing import mutation_type
from a3dav_admin.extending import fields_of
from a3dav_admin.types.query import Query
from a3dav_admin.types.scalars import INT64_SCALAR, Int64

if TYPE_CHECKING:
    from a3dav.house import House

_SERVICE = "admin.schema"


class HouseSchema(strawberry.Schema):
    def __init__(self, house: House) -> None:
        self._further = fields_of(house)
        config = StrawberryConfig(scalar_map={Int64: INT64_SCALAR})
        super().__init__(Query, mutation_type(house), config=config)

    def get_fields(self, type_definition: StrawberryObjectDefinition) -> list[StrawberryField]:
        return [*type_definition.fields, *self._further.get(type_definition.name, ())]

    @property
    def graph(self) -> GraphQLSchema:
        return self._schema


def schema_of(house: House) -> HouseSchema:
    found: HouseSchema | None = house.services.get(_SERVICE)
    if found is None:
        found = house.services[_SERVICE] = HouseSchema(house)
    return found


def text_of(graph: GraphQLSchema) -> str:
    """The schema in the language of schemas, sorted."""
    told = build_client_schema(introspection_from_schema(graph))  # which has values as they are sent
    return print_schema(lexicographic_sort_schema(told)) + "\n"
