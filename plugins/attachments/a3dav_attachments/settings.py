"""The section `[plugins.attachments]`."""
