"""A summary of an edition that a reporter could print: Markdown, HTML or data, in English or Chinese."""

from wmc_tui.present.report.edition_report import EditionReport, report_data, report_of
from wmc_tui.present.report.render import REPORT_FORMATS, report_html, report_markdown

__all__ = ["REPORT_FORMATS", "EditionReport", "report_data", "report_html", "report_markdown", "report_of"]
