"""What lessons show of the data: conversations, who is told when, topics, and the way to the exam."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generalprobe import addresses
from generalprobe.format.dialogues import Dialogue
from generalprobe.format.html import plain
from generalprobe.format.matrices import EscalationMatrix
from generalprobe.format.preparation import Preparation, TopicIdeas
from generalprobe.pages.diagnostics import problem_notices
from generalprobe.pages.recipe import Recipe, recipe
from generalprobe.pages.templating import block
from generalprobe.pages.text import heading, page
from generalprobe.problems import Problem
from generalprobe.reading.project import Entry, Project


def dialogue_overview(project: Project) -> str:
    """Render the cards of all conversations."""
    return block("dialogues", dialogues=[(entry.id, entry.model) for entry in project.entries(Dialogue)])


def dialogue_pages(project: Project, problems: Mapping[str, Sequence[Problem]]) -> dict[str, Recipe]:
    """A page for each conversation, by its path below docs/; with the problems of files for a preview."""
    entries = project.entries(Dialogue)
    following = [*entries[1:], *entries[:1]] if len(entries) > 1 else [None]
    pages: dict[str, Recipe] = {}
    for entry, after in zip(entries, following, strict=False):
        told = problems.get(entry.file, ())
        pages[addresses.markdown_file(addresses.dialogue(entry.id))] = recipe(
            _dialogue_page, entry, after, told, of=(entry, after, told)
        )
    return pages


def conversation(project: Project, id: str) -> str | None:
    """Render a conversation within a lesson; None where there is none."""
    entry = project.entry(Dialogue, id)
    if not entry:
        return None
    return block("conversation", dialogue=entry.model, own=_own(entry.model), with_situation=True)


def escalation_matrix(project: Project, id: str) -> str | None:
    """Render a matrix as a table with its drill; None where there is none."""
    entry = project.entry(EscalationMatrix, id)
    return block("matrix", matrix=entry.model) if entry else None


def topic_ideas(project: Project) -> str:
    """Render topics, a section for each area."""
    topics = project.only(TopicIdeas)
    parts: list[str] = []
    for area in topics.areas if topics else ():
        parts += [heading(3, area.title, f"gebiet-{area.id}"), block("ideas", ideas=area.ideas)]
    return "\n\n".join(parts)


def fitness_test(project: Project) -> str:
    """Render the points by which a topic is judged."""
    topics = project.only(TopicIdeas)
    return block("fitness", topics=topics) if topics else ""


def preparation_part(project: Project, part: str) -> str:
    """Render a part of the preparation: `milestones`, `checklist` or `plan-b`."""
    preparation = project.only(Preparation)
    return block(part, preparation=preparation) if preparation else ""


def _dialogue_page(entry: Entry[Dialogue], after: Entry[Dialogue] | None, problems: Sequence[Problem]) -> str:
    dialogue = entry.model
    shown = block("dialogue", dialogue=dialogue, own=_own(dialogue), with_situation=False, after=after)
    told = problem_notices(addresses.dialogue(entry.id), problems)
    return page(f"Gespräch: {dialogue.title}", plain(dialogue.situation), [*told, shown])


def _own(dialogue: Dialogue) -> set[str]:
    """The speakers whose part one practises."""
    return {line.speaker for line in dialogue.lines if line.step}
