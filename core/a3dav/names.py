"""Names of accounts: one segment of a URL that needs no thought in any client."""

import re

_ACCOUNT = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@+-]{0,62}[A-Za-z0-9]|[A-Za-z0-9]")

RULE = "letters, digits and . _ @ + -, 64 at most, a letter or digit first and last"


def is_account_name(name: str) -> bool:
    return _ACCOUNT.fullmatch(name) is not None
