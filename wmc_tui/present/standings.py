"""How well a fact is attested, in words."""

from typing import TYPE_CHECKING

from wmc_tui.model import Attestation, Bilingual, language_label

if TYPE_CHECKING:
    from wmc_tui.checks import Standing

_NONE = Bilingual("no publication known", "未见出处")
SIGNS: dict[str, str] = {Attestation.CONFIRMED: "", Attestation.SINGLE: "'", Attestation.DISPUTED: "?"}
"""What stands behind a figure in a list: nothing where it is confirmed."""


def standing_short(standing: "Standing") -> Bilingual:
    """In a word or two: `confirmed`, `已多源证实`."""
    if not standing.sources and standing.kind is Attestation.SINGLE:
        return _NONE
    return standing.kind.label


def standing_words(standing: "Standing") -> Bilingual:
    """With the publications, or with what is disputed: `confirmed: 4 publications, both languages`."""
    short = standing_short(standing)
    if standing.kind is Attestation.DISPUTED:
        title = standing.conflicts[0].title
        return Bilingual(f"{short.en}: {title.en or title.zh}", f"{short.zh}：{title.zh or title.en}")
    count = len(standing.sources)
    if count < 2:
        return short
    spoken = _languages(standing.languages)
    return Bilingual(f"{short.en}: {count} publications, {spoken.en}", f"{short.zh}：{count}个来源，{spoken.zh}")


def _languages(languages: frozenset[str]) -> Bilingual:
    """The languages of the publications, English and Chinese first."""
    if {"en", "zh"} <= languages:
        return Bilingual("both languages", "中英文均有")
    names = [language_label(code) for code in sorted(languages, key=lambda code: (code not in ("en", "zh"), code))]
    return Bilingual("in " + " and ".join(name.en for name in names), "均为" + "、".join(name.zh for name in names))
