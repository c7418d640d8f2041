"""What is wrong with a document, beyond what its validator sees."""
