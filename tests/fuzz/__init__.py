"""Random input for every parser and for whole requests: quick under pytest,
for as long as one likes under `tox -e fuzz`."""
