"""Case studies for an oral IT support exam: what they are, and everything computed from them."""
