"""Every word of the closed vocabularies is called something, and something of its own, in both languages."""

import pytest

from wmc_tui.model import Qualifier, Stage, language_label
from wmc_tui.model.bilingual import Bilingual
from wmc_tui.model.vocabulary import Vocabulary


@pytest.mark.parametrize("vocabulary", Vocabulary.__subclasses__())
def test_labels_are_there_and_differ(vocabulary: type[Vocabulary]) -> None:
    labels = [word.label for word in vocabulary]
    assert all(label.en and label.zh for label in labels)
    assert len({label.en for label in labels}) == len({label.zh for label in labels}) == len(labels)


@pytest.mark.parametrize("vocabulary", Vocabulary.__subclasses__())
def test_a_spelling_means_one_word(vocabulary: type[Vocabulary]) -> None:
    spellings = [spelling for word in vocabulary for spelling in {word.value, *word.label, *word.also}]
    assert len(spellings) == len(set(spellings))


def test_a_word_is_its_text_and_carries_its_label() -> None:
    assert Stage("follow_up") is Stage.FOLLOW_UP
    assert f"{Stage.FOLLOW_UP}" == "follow_up"
    assert Qualifier.AT_LEAST.label == Bilingual("at least", "不少于")
    assert "至少" in Qualifier.AT_LEAST.also


def test_a_language_without_a_name_is_called_by_its_code() -> None:
    assert language_label("zh-Hant") == Bilingual("Chinese, traditional", "中文（繁体）")
    assert language_label("sw") == Bilingual("sw", "sw")
