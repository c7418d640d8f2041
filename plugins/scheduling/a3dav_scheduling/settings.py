"""The section `[plugins.scheduling]`."""
