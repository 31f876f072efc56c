"""What trainers write, as models (pydantic, frozen, no unknown keys)."""
