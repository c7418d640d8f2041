"""The section `[plugins.subscriptions]`."""
