"""What administrators and owners change: the same functions as those of the command line."""

from a3dav_admin.mutations import accounts, collections, credentials, server

ALL = (*accounts.MUTATIONS, *credentials.MUTATIONS, *collections.MUTATIONS, *server.MUTATIONS)
