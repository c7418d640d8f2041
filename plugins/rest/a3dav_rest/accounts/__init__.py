"""Accounts over REST: one's own, those of others for administrators and auditors, and a directory for all."""
