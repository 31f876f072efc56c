"""Models → findings: what the format allows and sense, or the exam, does not."""
