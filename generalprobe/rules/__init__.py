"""The table of everything that can be wrong with a file: the severities, and the handbook's page of codes."""

from generalprobe.rules.files import FILES
from generalprobe.rules.learning import LEARNING
from generalprobe.rules.rule import Rule, Severity
from generalprobe.rules.talks import TALKS

RULES: dict[str, Rule] = {rule.code: rule for rule in (*FILES, *TALKS, *LEARNING)}

__all__ = ["RULES", "Rule", "Severity"]
