"""The noun that an English number counts: 359,000 offline visitors, 1,646 cooperation intentions."""

import re

from wmc_tui.quantities.number import Number

_RUN = re.compile(r"(?: {1,3}| ?\n{1,2}|-)([a-z][a-z'-]{0,30})(?![a-z'-])")
_QUOTED = re.compile(r' {1,2}"[^"\n]{1,30}"(?= ?[a-z])')
_MOST_WORDS = 8
_IRREGULAR = frozenset(
    "people men women children media staff personnel persons teeth mice aircraft species series".split()
)
_NOT_PLURAL = frozenset(
    "was has does is as us its his this thus plus yes perhaps always across versus towards besides afterwards sometimes "
    "these those ours yours theirs less unless overseas business news access process various previous serious famous "
    "includes says goes makes takes shows remains becomes comes gets gives means needs seems stands attracts involves "
    "covers reaches costs ranks".split()
)
_STOP = frozenset(
    "of in on at to for from with and or but by than is are was were be been being has have had will would can could may "
    "the a an this that these those which who whom whose it its his her their our your my not over under into per out up "
    "down after before during since until when while where if so then there here we they he she you i also only about "
    "more less as between among through within without against each every both either nor yet do does did isn't wasn't "
    "million billion trillion thousand hundred percent years' now ago was times' one two three four five six seven eight "
    "nine ten last next including such because although too very just still already equals".split()
)
_NEXT_WORD = re.compile(r" ([a-z]{2,20})(?![\w-])")
_AMOUNT_BEFORE = re.compile(
    r"(?:人次|人数|次数|数量|量)(?:已|共|累计)?(?:超过|突破|达到|将近|接近|超|近|约|达|过|逾|破|为)?$"
)


def counted_noun(text: str, folded: str, at: int, *, singular: bool) -> tuple[str, int]:
    """The plural noun (singular after 1) behind a number that ends at `at`, and where it ends; ("", at) if none."""
    quoted = _QUOTED.match(folded, at)
    first = position = quoted.end() if quoted else at
    joined = False
    for _ in range(_MOST_WORDS):
        match = _RUN.match(folded, position)
        if match is None:
            break
        word = match.group(1)
        if word == "and" and position > first and not joined:
            joined, position = True, match.end()
            continue
        if word in _STOP or ("\n" in match.group() and not "a" <= text[match.start(1)] <= "z"):
            break
        if _is_plural(word) or (singular and position == at):
            return text[match.start(1) : match.end()], match.end()
        position = match.end()
    return "", at


def counts_in_context(text: str, folded: str, number: Number) -> bool:
    """Whether a number without noun or classifier counts something all the same.

    The plural stands before it ("projects 333"), a verb or an odd noun behind it ("463 are"), or it tells an amount of
    views or readers (观看人次超3000万, 阅读量过百万).
    """
    if number.fraction or number.value < 0:
        return False
    before = folded[max(0, number.start - 24) : number.start]
    if _AMOUNT_BEFORE.search(before):
        return True
    if number.scaled or not number.digits:
        return False
    behind = _NEXT_WORD.match(text, number.end)
    if behind:
        return behind.group(1) in ("are", "were") or behind.group(1) not in _STOP
    word = before.rstrip(" ").rpartition(" ")[2]
    return before.endswith(" ") and word.isalpha() and _is_plural(word)


def _is_plural(word: str) -> bool:
    if word in _IRREGULAR:
        return True
    word = word.rpartition("-")[2]
    return (
        len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s")) and word not in _NOT_PLURAL
    )
