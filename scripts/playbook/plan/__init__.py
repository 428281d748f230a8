"""Deciding: what is shown where, in which order and why; no files, no clock, no randomness."""
