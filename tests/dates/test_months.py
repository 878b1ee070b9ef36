"""Months: both ends count, overlaps count once, nothing counts beyond the day of reading."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimatch.dates import DateRange, covered_months, find_ranges, months

AS_OF = date(2026, 11, 1)
DAYS = st.dates(min_value=date(1960, 1, 1), max_value=date(2035, 12, 31)).map(lambda day: day.replace(day=1))


@st.composite
def ranges(draw: st.DrawFn) -> DateRange:
    start, end = sorted([draw(DAYS), draw(DAYS)])
    lasting = draw(st.booleans())
    return DateRange(
        start=start,
        end=None if lasting else end,
        current=lasting,
        precision="month",
        text_start=0,
        text_end=0,
    )


CASES = [
    ("Mar 2021 – Feb 2024", AS_OF, 36, "the month of the end counts"),
    ("May 2020 – May 2020", AS_OF, 1, "a single month"),
    ("Jan 2018 – Dec 2020\nJul 2019 – Jun 2021", AS_OF, 42, "an overlap counts once"),
    ("Jan 2018 – Dec 2021\nJan 2020 – Dec 2021\nJan 2018 – Dec 2019", AS_OF, 48, "one inside another"),
    ("2014 – 2019", AS_OF, 66, "years only: half way between five and six"),
    ("Nov 2023 – Present", AS_OF, 36, "on the first of November, November has not been worked"),
    ("Nov 2023 – Present", date(2026, 11, 30), 37, "at its end it has"),
    ("Jan 2026 – Dec 2030", date(2026, 6, 30), 6, "the future doesn't count"),
    ("Mar 2022 – Nov 2018", AS_OF, 0, "an impossible range counts nothing"),
    ("until 2018", AS_OF, 0, "without a start nothing is known"),
]


@pytest.mark.parametrize(("text", "as_of", "expected", "why"), CASES)
def test_covered(text: str, as_of: date, expected: int, why: str) -> None:
    assert covered_months(find_ranges(text), as_of) == expected, why


def test_months_of_one_span() -> None:
    assert months(date(2021, 3, 1), date(2024, 2, 1), AS_OF) == 36
    assert months(date(2026, 1, 1), None, date(2026, 3, 31)) == 3
    assert months(date(2027, 1, 1), None, AS_OF) == 0


@given(st.lists(ranges(), max_size=8), DAYS)
def test_union_fits_between_its_longest_part_and_its_hull(spans: list[DateRange], as_of: date) -> None:
    total = covered_months(spans, as_of)
    parts = [covered_months([span], as_of) for span in spans]
    assert max(parts, default=0) <= total <= sum(parts)
    if total:
        first = min(span.start for span in spans if span.start)
        assert total <= months(first, None, as_of)


@given(st.lists(ranges(), max_size=6), DAYS, st.randoms(use_true_random=False))
def test_order_and_repetition_change_nothing(spans: list[DateRange], as_of: date, random: object) -> None:
    shuffled = list(spans)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert covered_months(shuffled, as_of) == covered_months(spans, as_of) == covered_months(spans + spans, as_of)


@given(st.text(alphabet=st.sampled_from("0123456789 -–/.'abJanMrtopes\n(),:"), max_size=60))
def test_any_text_gives_ordered_spans_within_it(text: str) -> None:
    reached = 0
    for span in find_ranges(text):
        assert reached <= span.text_start < span.text_end <= len(text)
        assert span.start or span.end
        reached = span.text_end


@pytest.mark.parametrize(
    ("day", "expected", "reason"),
    [
        (1, 2, "a month that has begun is none yet"),
        (14, 2, "nor before its middle"),
        (15, 3, "from there on it counts"),
        (31, 3, "to its end"),
    ],
)
def test_the_month_of_reading_counts_from_its_middle(day: int, expected: int, reason: str) -> None:
    assert months(date(2026, 1, 1), None, date(2026, 3, day)) == expected, reason
