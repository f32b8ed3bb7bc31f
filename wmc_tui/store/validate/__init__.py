"""From the files of a library to its content, with every problem on the way."""

from wmc_tui.store.content import Content
from wmc_tui.store.toml_file import Document
from wmc_tui.store.validate.merge import merged
from wmc_tui.store.validate.records import records_of


def content_of(documents: list[Document]) -> Content:
    """The good part of all documents, later ones over earlier ones; adds what is wrong to each document's faults."""
    return merged([records_of(document) for document in documents])
