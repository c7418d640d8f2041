"""The section `[plugins.push]`."""
