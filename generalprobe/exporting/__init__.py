"""Models → files for others, one module a format."""
