"""The data dictionary: every table and column, as Markdown. `python -m onrecord.views.exports.dictionary` prints it."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.views.exports.fields import Field
from onrecord.views.exports.tables_across import every_table


def dictionary() -> Iterator[str]:
    for n, table in enumerate(every_table()):
        yield from ([""] if n else [])
        yield f"### {table.name}"
        yield ""
        yield f"One row: {table.means}. Named by {', '.join(f'`{name}`' for name in table.key)}."
        yield ""
        yield "| column | type | what |"
        yield "| --- | --- | --- |"
        yield from (f"| `{field.name}` | {field.type} | {_means(field)} |" for field in table.fields)


def _means(field: Field) -> str:
    return f"{field.means} (`{field.refers}.id`)" if field.refers else field.means


if __name__ == "__main__":
    print("\n".join(dictionary()))
