"""WebDAV-Push: changes tell the devices that subscribed (draft-bitfire-webdav-push)."""
