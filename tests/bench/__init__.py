"""Speed: ratios under pytest, and `python tests/bench`, which measures this server beside others."""
