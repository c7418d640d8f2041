"""What a process sets up for its log, which tests share."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_HOOKS = ((sys, "excepthook"), (sys, "unraisablehook"), (threading, "excepthook"), (logging, "lastResort"))


@contextmanager
def logging_as_it_was() -> Iterator[None]:
    """Puts back at the end what a server, a command or a library set up in between."""
    hooks = [(owner, name, getattr(owner, name)) for owner, name in _HOOKS]
    kept = [(logger, logger.level, logger.propagate, logger.disabled, [*logger.handlers]) for logger in _loggers()]
    yield
    logging.captureWarnings(capture=False)
    for owner, name, hook in hooks:
        setattr(owner, name, hook)
    for logger, level, propagate, disabled, handlers in kept:
        if logger.level != level:
            logger.setLevel(level)
        logger.propagate, logger.disabled = propagate, disabled
        for handler in {*logger.handlers} - {*handlers}:
            handler.close()
        logger.handlers[:] = handlers


def _loggers() -> Iterator[logging.Logger]:
    yield logging.getLogger()
    for found in [*logging.root.manager.loggerDict.values()]:
        if isinstance(found, logging.Logger):
            yield found
