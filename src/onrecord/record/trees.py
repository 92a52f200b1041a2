"""The trees that stories are: reports, each with the later ones that go on with it."""

from __future__ import annotations

import sqlalchemy as sa

from onrecord.record.schema_across import story_place as places


def trees(roots: sa.ColumnElement[bool], name: str = "tree") -> sa.CTE:
    """The reports of the stories that begin so: `root` and `id`. Two in one question need two names."""
    start = sa.select(places.c.report_id.label("root"), places.c.report_id.label("id"))
    tree = start.where(places.c.parent.is_(None), roots).cte(name, recursive=True)
    return tree.union_all(sa.select(tree.c.root, places.c.report_id).join(tree, places.c.parent == tree.c.id))


def reports_of_story(story: str) -> sa.Select[tuple[str]]:
    """Ids of the reports of the story of this id, or the start of one."""
    begun = places.c.report_id.startswith(root_of(story), autoescape=True)
    tree = trees(begun, "story")
    return sa.select(tree.c.id)


def root_of(story: str) -> str:
    return f"report-{story.removeprefix('story-')}"


def id_of(root: str) -> str:
    return f"story-{root.removeprefix('report-')}"
