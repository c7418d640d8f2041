"""Shares and invitations over REST."""
