"""What was worked out before: in this worker, in memory that the workers share, in a server beside them."""
