"""The asynchronous door: Falcon receives and sends, and takes each step of the core to its lane."""
