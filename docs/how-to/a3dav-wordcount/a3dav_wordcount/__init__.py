"""How many words a text file has, for a3dav."""
