"""Reports: one file each, named after the `--format` that they serve."""
