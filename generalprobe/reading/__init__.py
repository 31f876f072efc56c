"""YAML text → values with places → models; the only room that reads `data/`."""
