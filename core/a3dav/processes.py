"""What children of the supervisor have in common: a name, and an end with their parent, however it ends."""

import ctypes
import os
import re
import signal
import sys

_PR_SET_PDEATHSIG = 1
_PR_SET_NAME = 15


def end_with_parent(parent: int) -> None:
    """Asks Linux to kill this process when its parent, named by its process id, is gone.

    Not SIGTERM: a process that is only starting, or whose loop is between two runs, can miss it and live on for ever.
    """
    if not sys.platform.startswith("linux"):
        return
    ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os.kill(os.getpid(), signal.SIGKILL)


def os_user() -> int:
    """The number of the user of the operating system who runs this; with sudo, of the one who called it."""
    caller = os.environ.get("SUDO_UID", "")
    return int(caller) if os.geteuid() == 0 and re.fullmatch("[0-9]{1,10}", caller) else os.getuid()


def name_process(name: str) -> None:
    """Sets what `ps -o comm` and `top` show on Linux, 15 characters of it."""
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(_PR_SET_NAME, name.encode()[:15] + b"\0")
