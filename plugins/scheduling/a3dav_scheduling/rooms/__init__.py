"""Rooms and resources that answer invitations by themselves."""
