"""A summary of an edition that a reporter could print: Markdown, HTML or data, in English or Chinese."""

from wmc_tui.present.report.edition_report import EditionReport, report_data, report_of
from wmc_tui.present.report.html import report_html
from wmc_tui.present.report.markdown import report_markdown

REPORT_FORMATS = {"markdown": report_markdown, "html": report_html}
"""The forms of a printed report, by name; each takes the report and the language."""

__all__ = ["REPORT_FORMATS", "EditionReport", "report_data", "report_html", "report_markdown", "report_of"]
