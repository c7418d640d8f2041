"""Plugin `subscriptions`."""
