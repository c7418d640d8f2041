"""`python -m a3dav` is the command `a3dav`."""

from a3dav.cli import main

main()
