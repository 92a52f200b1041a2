"""Charts: pure functions from rows to SVG, each with a text alternative and the data behind it."""

from importlib import resources

from onrecord.views.charts.chart import Chart
from onrecord.views.charts.coverage import coverage_chart
from onrecord.views.charts.positions import positions_chart
from onrecord.views.charts.reporting import reporting_chart
from onrecord.views.charts.timeline import days_chart, timeline_chart

__all__ = ["Chart", "coverage_chart", "days_chart", "palette", "positions_chart", "reporting_chart", "timeline_chart"]


def palette() -> str:
    """The stylesheet of colours and charts, light, dark and print; pages link or embed it."""
    return resources.files(__package__).joinpath("palette.css").read_text(encoding="utf-8")
