# Rendered from the description of the interface; not for editing.
"""A client of a3dav."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Dict, List

if TYPE_CHECKING:
    from . import _errors as errors
    from . import conditions as conditions
    from . import models as models
    from . import oauth as oauth
    from . import problems as problems
    from . import properties as properties
    from . import webhooks as webhooks
    from ._auth import ApiKey as ApiKey
    from ._auth import Auth as Auth
    from ._auth import Basic as Basic
    from ._auth import Bearer as Bearer
    from ._auth import TokenProvider as TokenProvider
    from ._errors import ClientError as ClientError
    from ._errors import StatusError as StatusError
    from ._model import UNSET as UNSET
    from ._model import Unset as Unset
    from ._options import ClientOptions as ClientOptions
    from ._options import Options as Options
    from ._results import Text as Text
    from ._time import Timestamp as Timestamp
    from .client import AsyncClient as AsyncClient
    from .client import Client as Client

_PLACES: Dict[str, str] = {
    "ApiKey": "_auth",
    "AsyncClient": "client",
    "Auth": "_auth",
    "Basic": "_auth",
    "Bearer": "_auth",
    "Client": "client",
    "ClientError": "_errors",
    "ClientOptions": "_options",
    "Options": "_options",
    "StatusError": "_errors",
    "Text": "_results",
    "Timestamp": "_time",
    "TokenProvider": "_auth",
    "UNSET": "_model",
    "Unset": "_model",
}
_MODULES: Dict[str, str] = {
    "conditions": "conditions",
    "errors": "_errors",
    "models": "models",
    "oauth": "oauth",
    "problems": "problems",
    "properties": "properties",
    "webhooks": "webhooks",
}


def __getattr__(name: str) -> Any:
    if name in _MODULES:
        found: Any = import_module(f".{_MODULES[name]}", __name__)
    elif name in _PLACES:
        found = getattr(import_module(f".{_PLACES[name]}", __name__), name)
    else:
        raise AttributeError(name)
    globals()[name] = found
    return found


def __dir__() -> List[str]:
    return sorted([*_PLACES, *_MODULES])
