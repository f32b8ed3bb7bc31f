"""From one record to one conflict, check or exchange rate, with what concerns that record alone."""

import re

from wmc_tui.model.claims import Check, Conflict, Rate
from wmc_tui.store.problems import quoted
from wmc_tui.store.validate.build import bilingual
from wmc_tui.store.validate.records import Record

_FACT = re.compile(r"[0-9]{4}\.[A-Za-z_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?")
_REST = re.compile(r"[-+*/() 0-9.]*")


def facts_in(formula: str) -> list[str]:
    """The ids of the facts in a formula, each once."""
    return list(dict.fromkeys(_FACT.findall(formula)))


def rate_of(record: Record) -> Rate | None:
    """An exchange rate; None where its band cannot be."""
    if not 0 < record["low"] <= record["high"]:
        record.fault("low", f"{record['low']} to {record['high']} is no band", "write the lower end as low, above 0")
        return None
    return Rate(
        id=record["id"],
        currency=record["currency"],
        month=record["month"],
        low=record["low"],
        high=record["high"],
        note=bilingual(record, "note"),
    )


def conflict_of(record: Record) -> Conflict:
    """A conflict; a fact to prefer that is none of its facts is reported and forgotten."""
    prefer, facts = record["prefer"], record["facts"]
    if prefer and prefer not in facts:
        record.fault("prefer", f"{quoted(prefer)} is none of its facts", "name one of them, or remove prefer")
        prefer = ""
    return Conflict(
        id=record["id"],
        edition=record["edition"],
        kind=record["kind"],
        status=record["status"],
        title=bilingual(record, "title"),
        facts=facts,
        prefer=prefer,
        explanation=bilingual(record, "explanation"),
        resolution=bilingual(record, "resolution"),
    )


def check_of(record: Record) -> Check:
    """A declared check; its formula is read by `wmc_tui.checks`."""
    formula = record["formula"]
    rest = _FACT.sub("", formula)
    if not _REST.fullmatch(rest):
        wrong = _REST.sub("", rest)[:1]
        record.fault("formula", f"{quoted(wrong)} has no place in a formula", "use fact ids, numbers, + - * / and ( )")
    return Check(record["id"], record["kind"], record["reported"], formula, bilingual(record, "note"))
