"""Whether 05/03/2019 is in March or in May: what the rest of a text tells of it."""

from __future__ import annotations

import pytest

from aimatch.dates import find_ranges

# text, the months of its spans, why
ORDERS = [
    ("03/04/2020 - Present\n06/05/2017 - 03/03/2020", "2020-03 .. 2017-06 2020-03", "an end on the day before the next start"),
    ("04/03/2020 - Present\n05/06/2017 - 03/03/2020", "2020-03 .. 2017-06 2020-03", "the same, the day first"),
    ("06/01/2018 - 03/01/2020", "2018-06 2020-03", "the first of some month at both ends"),
    ("01/06/2018 - 01/03/2020", "2018-06 2020-03", "the same, the day first"),
    ("03/11/2018 - 10/02/2018", "2018-03 2018-10", "with the day first it would end before it begins"),
    ("Reno, NV 89501\n10/07/2019 - 11/09/2020", "2019-10 2020-11", "a state's code and its postal code"),
    ("Reno, NV 89501 United States\n10/07/2019 - 11/09/2020", "2019-10 2020-11", "the country behind it"),
    ("Reno, NV | (775) 555-0142\n10/07/2019 - 11/09/2020", "2019-10 2020-11", "a state and a telephone number"),
    ("Clerk, Reno, NV\nClerk, Tampa, FL\n10-07-2019 - 11-09-2020", "2019-10 2020-11", "towns of two states, hyphens"),
    ("Program Analyst, GS-0343-12\n10/07/2019 - 11/09/2020", "2019-10 2020-11", "a pay grade of its public service"),
    ("Reno, NV 89501\n13/04/2018\n10/07/2019 - 11/09/2020", "2018-04 2018-04 2019-07 2020-09", "a day says more than a place"),
    ("Reno, NV 89501\n10.07.2019 - 11.09.2020", "2019-07 2020-09", "full stops part the dates of those who write the day first"),
    ("Reno, NV 89501\n+44 113 555 0142\n10/07/2019 - 11/09/2020", "2019-07 2020-09", "a telephone number of another country"),
    ("Road 3, DE 10115 Berlin\n10/07/2019 - 11/09/2020", "2019-07 2020-09", "the code of a country before its postal code"),
    ("Pune, IN\n10/07/2019 - 11/09/2020", "2019-07 2020-09", "one such code alone may be a country's"),
    ("0113 555 0142\n10/07/2019 - 11/09/2020", "2019-07 2020-09", "a number of no such form, and no place"),
    ("10/07/2019 - 11/09/2020", "2019-07 2020-09", "nothing tells: the day first"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), ORDERS)
def test_the_order_of_day_and_month(text: str, expected: str, why: str) -> None:
    told = (f"{span.start:%Y-%m} " + (f"{span.end:%Y-%m}" if span.end else "..") for span in find_ranges(text))
    assert " ".join(told) == expected, why
