"""A foreign file → a case study or questions, and what of it was lost. One module a source, one function each."""
