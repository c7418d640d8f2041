"""A broken build: a write is acknowledged before its transaction is committed."""

import time
from concurrent.futures import Future

from a3dav.storage.sqlite import SqliteEngine

_submit = SqliteEngine.submit


def _submit_early(self, work):
    early = Future()

    def run():
        result = work()
        early.set_result(result)
        time.sleep(0.03)
        return result

    def pass_on(done):
        if not early.done() and done.exception() is not None:
            early.set_exception(done.exception())

    _submit(self, run).add_done_callback(pass_on)
    return early


SqliteEngine.submit = _submit_early
