"""Plugin `ldap`: sign-on, people, groups and an address book of a directory (RFC 4510)."""
