"""Language alone: strings in, values with offsets out."""
