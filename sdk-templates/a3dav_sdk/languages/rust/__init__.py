"""Rust: a crate on reqwest, with serde where users want it."""
