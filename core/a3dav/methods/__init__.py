"""The HTTP methods of WebDAV, one module each; `builtin.webdav` registers them."""
