"""Names of employers with commas, legal forms, places and remarks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from aimatch.model import Resume

Read = Callable[[str], Resume]

NAMES = [
    "Officine Foo S.p.A.", "Foo Sp. z o.o.", "Foo, S.L.", "Foo Nueva, S.L.U.", "Foo A/S", "Foo Ferries A/S", "Foo s.r.o.",
    "Foo d.o.o.", "Silva, Lda.", "Foo S.A.S.", "Hale, Mbeki & Partners", "Smith, Jones & Co", "Umber, Kite, Hall & Sons",
    "Umber, Kite and Associates LLP", "Procter & Foo",
]  # fmt: skip
LAYOUTS = [
    "Analyst\n{}, Bilbao\n2014 - 2016", "Analyst, {}, Gdańsk, 2016 - 2018", "{}, Sydney\t2012 - 2014\nAnalyst",
    "Analyst | {} | 2012 - 2014", "Analyst\t2012 - 2014\n{}",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_name_is_whole(read: Read, name: str, layout: str) -> None:
    (position,) = read(f"EXPERIENCE\n\n{layout.format(name)}\n").positions
    assert (position.title, position.employer.rstrip(".")) == ("Analyst", name.rstrip("."))


# an entry, its title, its employer, why
ENTRIES = [
    ("Analyst, Berlin, Foo & Sons, 2010 - 2012", "Analyst", "Foo & Sons", "a known town is no partner"),
    ("Sales, Marks & Co, 2010 - 2012", "Sales", "Marks & Co", "nor is a part of a firm"),
    ("Clerk, Marketing, Smith & Partners, 2010 - 2012", "Clerk", "Smith & Partners", "nor a field"),
    ("I/S Manager, Foo Inc, 2010 - 2012", "I/S Manager", "Foo Inc", "letters with a slash that are no legal form"),
    ("2018 – 2022: Tech Lead, Tuna Mill (Borlänge). Django, AWS.", "Tech Lead", "Tuna Mill", "a sentence behind the place"),
    ("2018 – 2022: Tech Lead (Borlänge). Foo Ltd", "Tech Lead", "Foo Ltd", "the employer behind it"),
    ("2018 - 2021: PHP Developer bij Webschuur te Tilburg", "PHP Developer", "Webschuur", "a Dutch place"),
    ("Développeur chez Toile SARL à Lyon, 2018 - 2021", "Développeur", "Toile SARL", "a town behind a legal form"),
    ("Clerk at Foo Trust in Berlin, 2018 - 2021", "Clerk", "Foo Trust", "a known town"),
    ("2018 - 2021: Clerk at Women in Technology", "Clerk", "Women in Technology", "what is no town belongs to the name"),
    ("Client: Foo Insurance, Hartford, CT\tJan 2020 – Dec 2022\nRole: Clerk", "Clerk", "Foo Insurance", "a client's town"),
    ("Employer: Foo Insurance, Richmond (Jan 2020 – Dec 2022)\nRole: Clerk", "Clerk", "Foo Insurance", "a town alone"),
    ("Employer: Foo Bank, Operations (Jan 2020 – Dec 2022)\nRole: Clerk", "Clerk", "Foo Bank, Operations", "a part of it"),
    ("Employer: Foo, Inc. (Jan 2020 – Dec 2022)\nRole: Clerk", "Clerk", "Foo, Inc", "a legal form is no town"),
    ("Job Title: Clerk\nEmployer: Foo Software (payroll: Bar Staffing)\nDuration: 2010 - 2012", "Clerk", "Foo Software",
     "a remark that a word labels"),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "title", "employer", "why"), ENTRIES, ids=[row[3] for row in ENTRIES])
def test_what_is_no_part_of_a_name(read: Read, entry: str, title: str, employer: str, why: str) -> None:
    (position,) = read(f"EXPERIENCE\n\n{entry}\n").positions
    assert (position.title, position.employer) == (title, employer), why


# an entry of a form of the public service, its title, its employer, its start, why
FORMS = [
    ("Foo Agency for Example Statistics\nSuitland, MD 20746 United States\n\n03/2016 - 05/2020\nHours per week: 40\nClerk",
     "Clerk", "Foo Agency for Example Statistics", "a postal code behind the state"),
    ("IT Specialist (INFOSEC), Foo Bureau, 2016 - 2020", "IT Specialist (INFOSEC)", "Foo Bureau", "a title's own brackets"),
    ("IT Specialist (Umbrella), 2016 - 2020", "IT Specialist", "Umbrella", "other brackets name the employer"),
    ("Seasonal Park Guide, GS-0090-05\nFoo Monument, Bandera, NM\nFrom: 05/2014  To: 09/2014    Hours per week: 32",
     "Seasonal Park Guide, GS-0090-05", "Foo Monument", "a pay grade makes it a title"),
    ("FOO NAVY, Various Locations    Jun 2013 - Jun 2023\nTechnician Networks, Petty Officer First Class\n- Led",
     "Technician Networks, Petty Officer First Class", "FOO NAVY", "a title of two parts below its employer"),
    ("Analyst - Foo Clinic   Jun 2013 - Jun 2023\n- Led", "Analyst", "Foo Clinic", "no such part"),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "title", "employer", "why"), FORMS, ids=[row[3] for row in FORMS])
def test_forms_of_the_public_service(read: Read, entry: str, title: str, employer: str, why: str) -> None:
    (position,) = read(f"EXPERIENCE\n\n{entry}\n").positions
    assert (position.title, position.employer) == (title, employer), why


def test_roles_below_the_range_of_an_army(read: Read) -> None:
    text = (
        "EXPERIENCE\nFOO ARMY\t2012 – 2024\nSenior Manager, Fort Foo, TX\t06/2020 – 08/2024\n• Led a watch of forty-one people\n"
        "Supply Supervisor, Camp Bar, South Korea\t07/2016 – 05/2020\n• Cut the time of orders by a third\n"
        "Supply Clerk, Fort Baz, TX\t09/2012 – 06/2016\n"
    )
    found = [(one.title, one.employer, str(one.start)) for one in read(text).positions]
    assert found == [
        ("Senior Manager", "FOO ARMY", "2020-06-01"),
        ("Supply Supervisor", "FOO ARMY", "2016-07-01"),
        ("Supply Clerk", "FOO ARMY", "2012-09-01"),
    ]
