"""Offer Playbook: YAML about interviews and offers becomes a guide to browse and sheets to print."""

__version__ = "1.0.0"
