"""Formulas of checks: fact ids, numbers, `+ - * /` and parentheses, read into a tree and computed with intervals."""

import re
from collections.abc import Callable
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal
from typing import NamedTuple

from wmc_tui.checks import intervals
from wmc_tui.quantities.interval import Interval
from wmc_tui.store.problems import quoted

MAX_LENGTH = 2000
"""Characters that a formula may have."""
MAX_DEPTH = 40
"""Parentheses and signs that may stand inside one another."""

_TOKEN = re.compile(
    r"[ \t\n]*(?:(?P<name>[0-9]{4}\.[A-Za-z_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?)"
    r"|(?P<number>[0-9]+(?:\.[0-9]+)?)(?![0-9A-Za-z_.])|(?P<sign>[-+*/()])|(?P<end>\Z))"
)
_OPERATIONS = {"+": intervals.add, "-": intervals.subtract, "*": intervals.multiply, "/": intervals.divide}
_PLAIN = Context(prec=28, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[])
_PLAIN_OPERATIONS = {"+": _PLAIN.add, "-": _PLAIN.subtract, "*": _PLAIN.multiply, "/": _PLAIN.divide}


class FormulaError(ValueError):
    """A formula cannot be read; the message says what is wrong and at which character."""


class Name(NamedTuple):
    """A fact or an exchange rate, by its id."""

    id: str


class Operation(NamedTuple):
    """Two formulas and what joins them; a sign before one is an operation on zero."""

    sign: str
    left: "Node"
    right: "Node"


Node = Name | Operation | Decimal


def parse(text: str) -> Node:
    """The tree of a formula. Raises FormulaError."""
    if len(text) > MAX_LENGTH:
        raise FormulaError(f"the formula is longer than {MAX_LENGTH} characters")
    return _Parser(text).parse()


def names(node: Node) -> list[str]:
    """The ids in a formula, each once, in order."""
    if isinstance(node, Operation):
        return list(dict.fromkeys(names(node.left) + names(node.right)))
    return [node.id] if isinstance(node, Name) else []


def compute(node: Node, value_of: Callable[[str], Interval | None]) -> Interval | None:
    """What a formula gives; None where a value is not known or a divisor may be zero."""
    if isinstance(node, Decimal):
        return intervals.point(node)
    if isinstance(node, Name):
        return value_of(node.id)
    return _OPERATIONS[node.sign](compute(node.left, value_of), compute(node.right, value_of))


def compute_value(node: Node, value_of: Callable[[str], Decimal | None]) -> Decimal | None:
    """What a formula gives with each figure taken at its word; None where one is not known or a divisor is zero."""
    if isinstance(node, Decimal):
        return node
    if isinstance(node, Name):
        return value_of(node.id)
    left, right = compute_value(node.left, value_of), compute_value(node.right, value_of)
    if left is None or right is None or (node.sign == "/" and not right):
        return None
    return _PLAIN_OPERATIONS[node.sign](left, right)


def formula_source(node: Node) -> str:
    """A formula as text."""
    if isinstance(node, Decimal):
        return format(node, "f")
    if isinstance(node, Name):
        return node.id
    left, right = formula_source(node.left), formula_source(node.right)
    product = node.sign in "*/"
    if product and isinstance(node.left, Operation) and node.left.sign in "+-":
        left = f"({left})"
    # What follows a minus, or is a factor, keeps its own parentheses.
    if isinstance(node.right, Operation) and (product or (node.sign == "-" and node.right.sign in "+-")):
        right = f"({right})"
    return f"{left} {node.sign} {right}"


class _Parser:
    """Recursive descent over the tokens of a formula."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._depth = 0
        self._kind = self._token = ""
        self._next()

    def parse(self) -> Node:
        """Everything up to the end."""
        node = self._sum()
        if self._kind != "end":
            raise self._wrong("an operator or the end")
        return node

    def _sum(self) -> Node:
        return self._chain("+-", lambda: self._chain("*/", self._factor))

    def _chain(self, signs: str, read_operand: Callable[[], Node]) -> Node:
        node = read_operand()
        while self._kind == "sign" and self._token in signs:
            node = Operation(self._take(), node, read_operand())
        return node

    def _factor(self) -> Node:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise FormulaError(f"parentheses or signs are nested more than {MAX_DEPTH} deep (character {self._at})")
        node = self._operand()
        self._depth -= 1
        return node

    def _operand(self) -> Node:
        if self._kind == "name":
            return Name(self._take())
        if self._kind == "number":
            return Decimal(self._take())
        if self._token in ("+", "-"):
            return Operation(self._take(), Decimal(0), self._factor())
        if self._token == "(":
            self._take()
            node = self._sum()
            if self._token != ")":
                raise self._wrong("a closing parenthesis")
            self._take()
            return node
        raise self._wrong("a fact id, a number or an opening parenthesis")

    def _take(self) -> str:
        token = self._token
        self._next()
        return token

    def _next(self) -> None:
        match = _TOKEN.match(self._text, self._at)
        if match is None:
            place = len(self._text) - len(self._text[self._at :].lstrip())
            raise FormulaError(f"{quoted(self._text[place:], 20)} cannot be read (character {place + 1})")
        self._kind = match.lastgroup or ""
        self._token = match[self._kind]
        self._at = match.end()

    def _wrong(self, wanted: str) -> FormulaError:
        token = quoted(self._token) if self._token else "the end"
        place = self._at - len(self._token) + 1
        return FormulaError(f"{wanted} is missing before {token} (character {place})")
