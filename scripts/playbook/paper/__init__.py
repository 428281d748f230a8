"""Sheets: what stands on them, and the press that sets them."""
