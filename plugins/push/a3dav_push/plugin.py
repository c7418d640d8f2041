"""Plugin `push`: webDAV-Push: changes tell the devices that subscribed (draft-bitfire-webdav-push)."""
