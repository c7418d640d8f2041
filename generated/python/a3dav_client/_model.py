"""What all models have in common, and values that may be absent or unknown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, IntEnum
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypeVar

if TYPE_CHECKING:
    from ._codec import Member

_M = TypeVar("_M", bound="Model")


class Unset(Enum):
    """The type of a member that is not there, which is not the same as None."""

    UNSET = "unset"

    def __bool__(self) -> bool:
        return False

    def __repr__(self) -> str:
        return "UNSET"


UNSET: Final = Unset.UNSET


@dataclass(slots=True, kw_only=True)
class Model:
    """`extra` keeps members that this version does not know; they are sent again."""

    extra: dict[str, Any] = field(default_factory=dict)

    _members: ClassVar[list[Member]] = []

    @classmethod
    def from_json(cls: type[_M], value: Mapping[str, Any]) -> _M:
        """From what `json.loads` gives."""
        from ._codec import read_model

        return read_model(cls, value, "")

    def to_json(self) -> dict[str, Any]:
        """For `json.dumps`: members that are UNSET are left out."""
        from ._codec import write_model

        return write_model(self)


class OpenText(str, Enum):
    """An enumeration that a server may know more of: an unknown value is a member that only it has."""

    @classmethod
    def _missing_(cls, value: object) -> OpenText | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_, member._value_ = value, value
        return member

    def __str__(self) -> str:
        return str(self.value)

    @property
    def is_known(self) -> bool:
        return self.value in type(self)._value2member_map_


class OpenNumber(IntEnum):
    """The same of whole numbers."""

    @classmethod
    def _missing_(cls, value: object) -> OpenNumber | None:
        if not isinstance(value, int):
            return None
        member = int.__new__(cls, value)
        member._name_, member._value_ = str(value), value
        return member

    @property
    def is_known(self) -> bool:
        return self.value in type(self)._value2member_map_
