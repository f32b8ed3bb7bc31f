"""A summary of an edition that a reporter could print: Markdown, HTML or data, in English or Chinese."""

from wmc_tui.present.report.data import report_data
from wmc_tui.present.report.edition_report import Report, report_of
from wmc_tui.present.report.html import report_html
from wmc_tui.present.report.markdown import report_markdown

__all__ = ["Report", "report_data", "report_html", "report_markdown", "report_of"]
