"""The tables that plugins fill once at start; answering a request only looks things up in them.

Every registry refuses a second entry of the same name, so that two plugins cannot shadow each other
unseen; a built-in entry is replaced by disabling the built-in plugin that made it.
"""

from a3dav.registries.beside import ContentType, Delivery, Index, Message, Migrations, Route, Task
from a3dav.registries.by_kind import (
    COLLECTIONS,
    OBJECTS,
    STORED_COLLECTIONS,
    UNMAPPED,
    MethodRegistry,
    PropertyRegistry,
    ReportRegistry,
)
from a3dav.registries.dav import (
    Adaptation,
    DefaultCollection,
    Getter,
    Handler,
    Method,
    Privilege,
    Property,
    Report,
    ReportHandler,
    Representation,
    ResourceType,
    Root,
    Search,
    Setter,
    Values,
)
from a3dav.registries.lists import (
    CommandRegistry,
    ContentTypeRegistry,
    DeliveryRegistry,
    IndexRegistry,
    MigrationRegistry,
    RouteRegistry,
    SettingsRegistry,
    TaskRegistry,
)
from a3dav.registries.types import PrivilegeRegistry, ResourceTypeRegistry

__all__ = [
    "COLLECTIONS",
    "OBJECTS",
    "STORED_COLLECTIONS",
    "UNMAPPED",
    "Adaptation",
    "CommandRegistry",
    "ContentType",
    "ContentTypeRegistry",
    "DefaultCollection",
    "Delivery",
    "DeliveryRegistry",
    "Getter",
    "Handler",
    "Index",
    "IndexRegistry",
    "Message",
    "Method",
    "MethodRegistry",
    "MigrationRegistry",
    "Migrations",
    "Privilege",
    "PrivilegeRegistry",
    "Property",
    "PropertyRegistry",
    "Report",
    "ReportHandler",
    "ReportRegistry",
    "Representation",
    "ResourceType",
    "ResourceTypeRegistry",
    "Root",
    "Route",
    "RouteRegistry",
    "Search",
    "Setter",
    "SettingsRegistry",
    "Task",
    "TaskRegistry",
    "Values",
]
