"""What each kind of answer counts: the numbers by which `wmc_tui.search.Index` ranks, none of them our own."""

from wmc_tui.search import figures, heard, index, rank, terms, texts, vocabulary

SAME_STEM = vocabulary.SAME_STEM
BEGUN, MORE_OF_IT = vocabulary._BEGUN, vocabulary._MORE_OF_IT
SLIPS, SLIPS_IN_BEGUN = vocabulary._SLIPS, vocabulary._SLIPS_IN_BEGUN
SHORTEST_PART, LONGEST_WORD = vocabulary._SHORTEST_PART, vocabulary._LONGEST

SMALL_WORDS, SMALL_BEGUN = terms._SMALL, terms._BEGUN
SMALL_WEIGHT, BOUND_WEIGHT = terms._SMALL_WEIGHT, terms._BOUND_WEIGHT
BESIDE_ENGLISH, MOST_MENDED = terms._BESIDE_ENGLISH, terms._MOST_MENDED
PARTED, JOINED = terms._PARTED, terms._JOINED

BEGUN_PHRASE, CUT = texts._BEGUN, texts._CUT
PAIRS, FEWEST_PAIRS, MOST_PAIRS = texts._PAIRS, texts._FEWEST_PAIRS, texts._MOST_PAIRS
LITERAL, COUNTERS, COUNTED = texts._LITERAL, texts._COUNTERS, texts._COUNTED

COMPLETE, UNFINISHED, LONE, AT_START = heard._COMPLETE, heard._UNFINISHED, heard._LONE, heard._FIRST
INITIALS, INITIALS_AT_START = heard._INITIALS, heard._INITIALS_FIRST
FEWEST_INITIALS, MOST_INITIALS = heard._FEWEST_INITIALS, heard._MOST_INITIALS

OTHER_UNIT = figures._OTHER_UNIT
OTHER_SIZE_TYPING, OTHER_SIZE = figures._OTHER_SIZE_TYPING, figures._OTHER_SIZE
BEGINNING, BEGINNING_WHOLE = figures._BEGINNING, figures._BEGINNING_WHOLE
IN_RANGE, CLOSE, UNLIKELY_UNIT = figures._IN_RANGE, figures._CLOSE, figures._UNLIKELY_UNIT
closeness = figures._closeness

COVERAGE = rank.COVERAGE
FIT, WHOLE, PHRASE, NEARLY_WHOLE = rank._FIT, rank._WHOLE, rank._PHRASE, rank._NEARLY_WHOLE
LEADING = rank._BEGINNING

NAMED_ELSEWHERE, AS_GOOD, JUST_BEHIND = index._NAMED_ELSEWHERE, index._AS_GOOD, index._JUST_BEHIND
