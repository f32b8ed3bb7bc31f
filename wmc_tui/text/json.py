"""JSON that no terminal obeys."""

import json
import re

# Invisible or turning the direction of writing: JSON need not escape them, but a terminal would obey them.
_UNSAFE = re.compile(
    "[\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]"
)


def json_text(data: object, indent: int | None = None) -> str:
    """Data as JSON, with every character that a terminal might obey as an escape; on one line without `indent`."""
    return _UNSAFE.sub(_escape, json.dumps(data, ensure_ascii=False, indent=indent))


def _escape(unsafe: re.Match[str]) -> str:
    return json.dumps(unsafe[0])[1:-1]
