"""The store: accounts, resources, versions, changes, locks and the transactions that write them."""
