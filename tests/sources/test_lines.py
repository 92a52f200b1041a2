"""JSON lines: one report a line."""

import io
import json
from collections.abc import Iterable

import pytest

from onrecord.model import Fault, Report
from onrecord.sources import Limits, reports


def read(*lines: str | bytes, **options: Limits) -> list[Report | Fault]:
    given = b"\n".join(line if isinstance(line, bytes) else line.encode() for line in lines)
    return list(reports(["-"], stdin=io.BytesIO(given), **options))


def shown(found: Iterable[Report | Fault]) -> list[str]:
    return [str(one) if isinstance(one, Fault) else f"{one.line}: {one.text}" for one in found]


def test_every_field() -> None:
    line = {
        "text": "We met.\n",
        "id": "n1",
        "title": "Talks",
        "outlet": "Esk Tribune",
        "author": "Ann Roe",
        "published": "2025-03-13T23:30:00-05:00",
        "url": "https://esk.example/1",
        "language": "EN_gb",
        "primary": True,
        "other": [1],
    }
    [found] = read(json.dumps(line))
    assert isinstance(found, Report)
    assert found == Report(
        text="We met.\n",
        key="n1",
        title="Talks",
        outlet="Esk Tribune",
        author="Ann Roe",
        published="2025-03-13",
        published_from="given",
        url="https://esk.example/1",
        language="en-gb",
        primary=True,
        path="-",
        line=1,
    )


def test_null_and_empty_are_not_known() -> None:
    [found] = read('{"text": "We met.", "outlet": null, "title": "", "published": null}')
    assert isinstance(found, Report)
    assert (found.outlet, found.title, found.published, found.published_from) == (None, None, None, None)


def test_blank_lines_count_but_are_no_reports() -> None:
    assert shown(read('{"text": "A."}', "", "\r", '{"text": "B."}', "")) == ["1: A.", "4: B."]


@pytest.mark.parametrize(
    "line, cause",
    [
        ('{"text": "A.",}', "-:2: broken JSON: "),
        ('{"text": "A."', "-:2: broken JSON: "),
        ("[" * 100_000, "-:2: broken JSON: "),
        ('{"text": "A.", "n": ' + "9" * 5000 + "}", "-:2: broken JSON: "),
        ('["A."]', "-:2: a line must be a JSON object, with a field text"),
        ('"A."', "-:2: a line must be a JSON object, with a field text"),
        ('{"title": "A."}', "-:2: text: missing"),
        ('{"text": null}', "-:2: text: missing"),
        ('{"text": ""}', "-:2: text: empty"),
        ('{"text": " \\n"}', "-:2: text: empty"),
        ('{"text": 5}', "-:2: text: must be text, not a number"),
        ('{"text": ["A."]}', "-:2: text: must be text, not a list"),
        ('{"text": "A.", "outlet": 5}', "-:2: outlet: must be text, not a number"),
        ('{"text": "A.", "url": {"a": 1}}', "-:2: url: must be text, not an object"),
        ('{"text": "A.\\u0000"}', "-:2: text: holds a NUL at character 2"),
        ('{"text": "A.\\ud800"}', "-:2: text: holds half a surrogate pair at character 2"),
        (b'{"text": "caf\xe9"}', "-:2: no valid UTF-8: byte 0xe9 at offset 13"),
    ],
)
def test_a_faulty_line_is_named_and_the_rest_is_read(line: str | bytes, cause: str) -> None:
    first, second, third = shown(read('{"text": "A."}', line, '{"text": "B."}'))
    assert (first, third) == ("1: A.", "3: B.")
    assert second.startswith(cause)


@pytest.mark.parametrize(
    "field, cause",
    [
        ('"published": "the other day"', "published: 'the other day' is no date (write 2025-03-13)"),
        ('"published": "2025-02-30"', "published: '2025-02-30' is no date (write 2025-03-13)"),
        ('"published": "03/04/2025"', "published: '03/04/2025' is no date (write 2025-03-13)"),
        ('"published": 20250313', "published: must be text, not a number"),
        ('"title": ["A"]', "title: must be text, not a list"),
        ('"language": "English!"', "language: 'English!' is no language code (write en, or another of ISO 639)"),
        ('"primary": "maybe"', "primary: must be true or false"),
    ],
)
def test_a_faulty_detail_is_dropped_and_the_report_kept(field: str, cause: str) -> None:
    assert shown(read(f'{{"text": "A.", {field}}}')) == [f"-:1: {cause}", "1: A."]


def test_a_line_over_the_limit_is_skipped() -> None:
    long = json.dumps({"text": "x" * 500})
    found = shown(read('{"text": "A."}', long, '{"text": "B."}', long, limits=Limits(text_bytes=100)))
    assert [found[0], found[2]] == ["1: A.", "3: B."]
    assert found[1].startswith("-:2: over the limit of 0.0001 MB")
    assert found[3].startswith("-:4: over the limit")


def test_a_file_of_any_size_is_read_line_by_line() -> None:
    given = io.BytesIO(b'{"text": "A."}\n' * 100_000)
    found = reports(["-"], stdin=given, limits=Limits(text_bytes=1000))
    assert shown(next(found) for _ in range(3)) == ["1: A.", "2: A.", "3: A."]
    assert given.tell() < 200_000


def test_a_byte_order_mark_before_the_first_line() -> None:
    assert shown(read(b'\xef\xbb\xbf{"text": "A."}')) == ["1: A."]
