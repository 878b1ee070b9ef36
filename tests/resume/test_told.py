"""Jobs told in sentences, in one line or wrapped over several."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from aimatch.model import Resume

Read = Callable[[str], Resume]

TOLD = [
    ("1. Working as Deputy Store Manager for Heron Oil Corporation Ltd-Energies\nDivision, Lakeside, Springfield (Sales and\n"
     "Dispatch) – February 2015 to Till Date.", "Deputy Store Manager", "Heron Oil Corporation Ltd", "wrapped, numbered"),
    ("• Worked With M/S Gull Stamping & Forging Ltd, Plot No. 12, Sec-25,\nShelbyville As A Quality Engineer from 15 Nov. 2013 to "
     "14th April 2015.", "Quality Engineer", "M/S Gull Stamping & Forging Ltd", "the title behind the break"),
    ("2. Working as Executive for Wren Seeds Pvt Ltd C/O Lark Seeds Pvt\nLtd, Lakeside\nFrom January 2012 to January 2015.", "Executive",
     "Wren Seeds Pvt Ltd", "the dates on a line of their own"),
    ("3. Working as warehouse in charge for Finch Enterprises (CFA) of\nSwift Life Style Pvt Ltd, Lakeside – September 2008 to\n"
     "December 2011.", "warehouse in charge", "Finch Enterprises", "'in charge' names no place"),
    ("Worked as an Support Manager and Administration in M/s Crane Certification Services\nPvt.Ltd., From Oct 2011 to Sep 2014.",
     "Support Manager and Administration", "M/s Crane Certification Services Pvt.Ltd", "a legal form behind the break"),
    ("working in.Heron Foods India Ltd. Lakeside Branch (Ohio) As a Post Of Cashier from 2012 to 2013.", "Cashier",
     "Heron Foods India Ltd", "a full stop glued to 'in'"),
    ("• Gull & Company Limited-Springfield as Quality Assurance (Trainee)\nJune 2016 to May 2017", "Quality Assurance (Trainee)",
     "Gull & Company Limited", "no verb, the dates below the item"),
    ("Intern in Heron Technologies as a Web Designer (06-2014 to 10-2014).", "Web Designer", "Heron Technologies", "two titles"),
    ("Working with Crane Power India Pvt. Ltd. as Manager – Marketing (April 2009 to June\n2011)", "Manager – Marketing",
     "Crane Power India Pvt. Ltd", "a bare title and its field"),
    ("Working as a Co-founder , HRPC (Heron Renewable Power Company) Since 2011", "Co-founder", "HRPC", "a comma for 'at'"),
    ("Currently working at Heron Hospital, Springfield in the capacity of Staff Nurse since May 2016", "Staff Nurse",
     "Heron Hospital", "'in the capacity of'"),
    ("Employed at Wren Bakery as a packer from May 2014 to May 2016", "packer", "Wren Bakery", "a title of no known word"),
    ("Joined Lark Textiles Ltd as Trainee Engineer in May 2014 - May 2016", "Trainee Engineer", "Lark Textiles Ltd", "'joined'"),
    ("Worked in Design Department as a fitter from May 2014 to May 2016", "fitter", "",
     "a department is no employer"),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "title", "employer", "why"), TOLD)
def test_names_in_a_sentence(read: Read, entry: str, title: str, employer: str, why: str) -> None:
    (position,) = read(f"EXPERIENCE\n\n{entry}\n\n• Did things").positions
    assert (position.title, position.employer) == (title, employer), why


def test_a_sentence_above_a_heading_is_not_its_beginning(read: Read) -> None:
    text = (
        "EXPERIENCE\n\nEngineer, Heron Ltd, Jan 2014 - Dec 2016\n"
        "• Worked as a lead with Gull Works and its many suppliers on all of the new lines\n"
        "Clerk, Wren Ltd, Jan 2012 - Dec 2013\n• Did things"
    )
    assert [(one.title, one.employer) for one in read(text).positions] == [
        ("Engineer", "Heron Ltd"),
        ("Clerk", "Wren Ltd"),
    ]
