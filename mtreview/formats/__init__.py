"""Formats: one file each, named after the format's id."""
