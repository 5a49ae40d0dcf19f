"""Scorers: one file each, named after the scorer's id."""
