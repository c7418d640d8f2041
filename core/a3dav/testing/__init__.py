"""What plugin authors test with: a house in memory, clients for people, the contract of the store."""
