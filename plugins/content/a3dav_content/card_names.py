"""Names of properties and parameters that one version of vCard has and the other has not."""

from __future__ import annotations

OURS = "X-A3DAV-"
KIND_3, MEMBER_3 = "X-ADDRESSBOOKSERVER-KIND", "X-ADDRESSBOOKSERVER-MEMBER"

_ONLY_4 = (
    "XML RELATED GENDER LANG ANNIVERSARY CLIENTPIDMAP BIRTHPLACE DEATHPLACE DEATHDATE EXPERTISE HOBBY INTEREST"
    " ORG-DIRECTORY CONTACT-URI CREATED GRAMGENDER LANGUAGE PRONOUNS SOCIALPROFILE JSPROP"
)
"""RFC 6350, and RFC 6474, 6715, 8605, 9554 and 9555, which extend version 4.0 alone."""
NAMES_3 = {"KIND": KIND_3, "MEMBER": MEMBER_3} | {name: f"X-{name}" for name in _ONLY_4.split()}
"""What properties of 4.0 are called in 3.0."""
NAMES_4 = {f"X-{name}": name for name in ("AGENT", "LABEL", "MAILER", "NAME", "PROFILE", "CLASS", "SORT-STRING")}
"""What properties of 4.0 become in 3.0 whose names 4.0 has dropped."""
SINGLE = frozenset({"FN", "N", "BDAY", "X-ANNIVERSARY", "X-GENDER"})
"""What readers of 3.0 expect once; in 4.0 there may be one for each language (ALTID)."""

_PARAMS_4 = (
    "PREF ALTID PID SORT-AS MEDIATYPE CALSCALE GEO TZ INDEX LEVEL LABEL CC AUTHOR AUTHOR-NAME DERIVED PHONETIC"
    " PROP-ID SCRIPT SERVICE-TYPE USERNAME CREATED JSCOMPS JSPTR"
)
PARAMS_3 = {name: f"X-{name}" for name in _PARAMS_4.split()}
"""What parameters of 4.0 are called in 3.0."""
PARAMS_4 = {f"X-{name}": name for name in ("ENCODING", "CHARSET", "CONTEXT")}
"""What parameters of 4.0 become in 3.0 whose names 4.0 has dropped."""

SCHEMES = {
    "X-AIM": "aim",
    "X-ICQ": "icq",
    "X-JABBER": "xmpp",
    "X-MSN": "msnim",
    "X-YAHOO": "ymsgr",
    "X-SKYPE": "skype",
    "X-SKYPE-USERNAME": "skype",
    "X-GADUGADU": "gg",
    "X-GTALK": "xmpp",
    "X-GOOGLE-TALK": "xmpp",
    "X-GROUPWISE": "groupwise",
    "X-QQ": "qq",
}
"""Addresses of messengers before IMPP, and the scheme of their URIs."""


def inverse(names: dict[str, str]) -> dict[str, str]:
    return {new: old for old, new in names.items()}


UP = inverse(NAMES_3) | inverse(NAMES_4)
"""Names of 3.0 by what they are called in 4.0; names that are not here stay."""
DOWN = NAMES_3 | NAMES_4
PARAMS_UP = inverse(PARAMS_3) | inverse(PARAMS_4)
PARAMS_DOWN = PARAMS_3 | PARAMS_4
