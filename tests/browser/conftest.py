"""A real browser before a real server: Debian's Chromium, driven by Playwright, and `onrecord serve`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from onrecord import judging, pipeline
from onrecord.record import open_record
from tests.fetching import Package, fetched
from tests.quick_reader import QuickReader
from tests.views.web.conftest import examples, hostile_reports

__all__ = ["examples"]

AXE = Package(
    "axe-core 4.14.1",
    "https://registry.npmjs.org/axe-core/-/axe-core-4.14.1.tgz",
    "e6b0ce02b84d892e2e33e403485e7f3d6c29e2be6df65daf44d89ba564139745",
    "package/axe.min.js",
)
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = shutil.which("chromium")
    if program is None:
        why = "Chromium is not installed (apt-get install chromium)"
        if "chromium" in os.environ.get("ONRECORD_REQUIRE", ""):
            pytest.fail(why)
        pytest.skip(why)
    with sync_playwright() as playwright:
        # A container's root has no sandbox to go into, and a small /dev/shm.
        options = ["--no-sandbox", "--disable-dev-shm-usage"]
        opened = playwright.chromium.launch(executable_path=program, args=options)
        yield opened
        opened.close()


@contextmanager
def serving(record: Path, *options: str) -> Iterator[str]:
    """`onrecord serve` over the record, at a free port; gives its address."""
    command = [sys.executable, "-m", "onrecord", "serve", "--record", str(record), "--port", "0", *options]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert server.stderr is not None
    try:
        line = server.stderr.readline()
        assert line.startswith("http://127.0.0.1:"), line
        yield line.split("/  ", 1)[0]
    finally:
        server.terminate()
        server.wait(timeout=20)
        server.stderr.close()


@pytest.fixture(scope="session")
def address(examples: Path) -> Iterator[str]:
    with serving(examples) as at:
        yield at


@pytest.fixture(scope="session")
def editing_address(examples: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A copy of the examples, open for corrections, of which one is made already."""
    path = tmp_path_factory.mktemp("browser") / "edited.db"
    shutil.copy(examples, path)
    with open_record(path) as record:
        said = next(row for row in record.statements() if row.statement.stances and row.speaker)
        judging.set_speaker(record, said.statement.id, None, because="nobody can tell on the tape")
        days = ("2024-09-12", "2024-09-30")
        judging.judge_actor(record, "set-party", said.speaker.name, value="Norland", because="so he says", days=days)
    with serving(path, "--edit") as at:
        yield at


@pytest.fixture(scope="session")
def hostile_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = tmp_path_factory.mktemp("browser") / "hostile.db"
    with open_record(path, create=True) as record:
        list(pipeline.add(record, hostile_reports(), load_reader=QuickReader))
    with serving(path) as at:
        yield at


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A window on a desk. What the browser complains of fails the test."""
    with window(browser) as opened:
        yield opened


@contextmanager
def window(browser: Browser, **options: object) -> Iterator[Page]:
    context = browser.new_context(**{"viewport": DESK, **options})
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("dialog", lambda dialog: complaints.append(f"a dialog: {dialog.message}"))
    yield opened
    context.close()
    assert complaints == []


@pytest.fixture(scope="session")
def axe(pytestconfig: pytest.Config) -> str:
    """axe-core's script."""
    return fetched(AXE, pytestconfig.cache.mkdir("axe")).read_text(encoding="utf-8")
