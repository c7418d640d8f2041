"""Counting at next to no cost: each process counts into its own row of shared memory, and a scrape adds the rows up."""
