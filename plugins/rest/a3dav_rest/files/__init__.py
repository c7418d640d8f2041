"""Folders and files over REST: the same that WebDAV serves."""
