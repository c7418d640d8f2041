"""Clark names of the core; plugins keep their own."""

DAV = "DAV:"
XML = "http://www.w3.org/XML/1998/namespace"


def dav(local: str) -> str:
    return f"{{{DAV}}}{local}"


def split_clark(name: str) -> tuple[str, str]:
    """Splits `{namespace}local`; a name without braces has the empty namespace."""
    if name.startswith("{"):
        namespace, _, local = name[1:].partition("}")
        return namespace, local
    return "", name
