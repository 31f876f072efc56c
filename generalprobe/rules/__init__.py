"""The table of everything that can be wrong with a file: the severities, and the handbook's page of codes."""

from generalprobe.rules.diagrams import DIAGRAMS
from generalprobe.rules.files import FILES
from generalprobe.rules.learning import LEARNING
from generalprobe.rules.rule import Rule, Severity
from generalprobe.rules.talks import TALKS
from generalprobe.rules.texts import TEXTS
from generalprobe.rules.writing import WRITING

RULES: dict[str, Rule] = {rule.code: rule for rule in (*FILES, *TALKS, *DIAGRAMS, *LEARNING, *WRITING, *TEXTS)}

__all__ = ["RULES", "Rule", "Severity"]
