"""Offers, dates and the next move, worked out the same way as the modules in docs/assets/js/deciding/ do."""
