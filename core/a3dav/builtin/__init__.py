"""Plugins that come with the core: they register through the same hooks as everybody else's."""
