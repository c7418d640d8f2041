"""Delegation: accounts that read, or act in, the calendars of others (CalendarServer's calendar-proxy)."""

from a3dav_scheduling.proxies.rights import acts_for

__all__ = ["acts_for"]
