"""The time zone data distribution service (RFC 7808), for whoever asks: it holds what is public anyway."""
