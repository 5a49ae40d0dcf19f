"""Aligners: one file each, named after the aligner's id."""
