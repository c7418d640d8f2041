"""The section `[plugins.sharing]`."""
