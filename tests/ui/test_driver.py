"""What the terminal sends becomes events, whatever it is and wherever the reads cut it."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import constants, events
from textual.message import Message

from wmc_tui.store import Library
from wmc_tui.ui.app import DeskApp
from wmc_tui.ui.driver import InputDecoder, InputParser, TerminalDriver

MARKERS = [b"\x1b[200~", b"\x1b[201~", b"\x1b", b"\x1b[20", b"\x1b["]
SEQUENCES = [b"1:2u", b"99999999u", b"M", b"<35;3;3M", b";", b"\x1b[48;40;120;0;0t", b"\x1b[48;0;0;0;0t"]
TEXTS = [b"\x00", b"\xff", "世".encode(), "世".encode("gbk"), b"\xe4\xb8"]
PIECES = st.sampled_from([*MARKERS, *SEQUENCES, *TEXTS])
INPUTS = st.lists(PIECES | st.binary(max_size=5), max_size=20)


def decoded(reads: list[bytes]) -> str:
    decoder = InputDecoder()
    return "".join(decoder.decode(data) for data in reads) + decoder.decode(b"", final=True)


def parsed(*reads: bytes) -> list[Message]:
    decoder, parser = InputDecoder(), InputParser()
    texts = filter(None, (decoder.decode(data) for data in reads))  # an empty text means the end to the parser
    return [event for text in texts for event in parser.feed(text)]


@given(INPUTS)
def test_the_cuts_between_reads_change_nothing(reads: list[bytes]) -> None:
    text = decoded(reads)
    assert text == decoded([b"".join(reads)])
    assert text == decoded([bytes([byte]) for byte in b"".join(reads)])


@given(st.lists(st.characters(exclude_categories=["Cs"]), max_size=40).map("".join))
def test_text_stays_as_it_is(text: str) -> None:
    assert decoded([text.encode()]).replace("\u241b", "\x1b") == text.replace("\u241b", "\x1b")
    assert "\x1b[200~" in text or decoded([text.encode()]) == text


@given(INPUTS)
def test_anything_can_be_parsed(reads: list[bytes]) -> None:
    parsed(*reads)


def test_a_lone_escape_key_does_not_wait_for_more() -> None:
    assert InputDecoder().decode(b"\x1b") == "\x1b"


@pytest.mark.parametrize("cut", range(1, 25))
def test_escape_sequences_in_a_paste_are_text(cut: int) -> None:
    sent = b"\x1b[200~a\x1b[31mq\x1b\x1b[201~j"
    pasted, key = parsed(sent[:cut], sent[cut:])
    assert isinstance(pasted, events.Paste) and pasted.text == "a\u241b[31mq\u241b"
    assert isinstance(key, events.Key) and key.key == "j"


@pytest.mark.skipif(sys.platform == "win32", reason="textual's own driver is used there")
def test_the_environment_may_name_another_driver(sample: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    assert DeskApp(sample).driver_class is TerminalDriver
    monkeypatch.setattr(constants, "DRIVER", "textual.drivers.headless_driver:HeadlessDriver")
    assert DeskApp(sample).driver_class.__name__ == "HeadlessDriver"
