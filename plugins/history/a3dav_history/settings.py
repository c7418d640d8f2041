"""The section `[plugins.history]`."""
