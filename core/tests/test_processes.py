"""Children of the supervisor."""

import subprocess
import sys

CHILD = """
import os, signal, sys, time
from a3dav.processes import end_with_parent
signal.signal(signal.SIGTERM, lambda *_: None)
end_with_parent(int(sys.argv[1]))
print("there", flush=True)
time.sleep(60)
"""
PARENT = f"""
import os, subprocess, sys
subprocess.run([sys.executable, "-P", "-c", {CHILD!r}, str(os.getpid())])
"""
SECONDS = 30


def test_a_child_whose_parent_is_killed_ends_whatever_it_makes_of_signals():
    with subprocess.Popen([sys.executable, "-P", "-c", PARENT], stdout=subprocess.PIPE) as parent:
        assert parent.stdout.readline() == b"there\n"
        parent.kill()
        assert parent.communicate(timeout=SECONDS) == (b"", None)  # the child held the pipe, too


def test_a_child_whose_parent_is_gone_before_it_asks_ends_at_once():
    asked = [sys.executable, "-P", "-c", CHILD, "1"]
    done = subprocess.run(asked, capture_output=True, timeout=SECONDS, check=False)
    assert (done.stdout, done.returncode < 0) == (b"", True)
