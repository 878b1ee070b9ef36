"""Names of a heading that through whom, for whom or how one worked stands beside."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from aimatch.model import Resume

Read = Callable[[str], Resume]

# an entry, title, employer, why
FORMS = [
    ("Client: Foo Freight, Dallas TX (through Bar Staffing)\tFeb 2019 - Jan 2023\nRole: Cloud Architect", "Cloud Architect",
     "Foo Freight", "the agency in brackets, and a town with its state"),
    ("Client: Foo Freight (Dallas)\tFeb 2019 - Jan 2023\nRole: Cloud Architect", "Cloud Architect", "Foo Freight (Dallas)",
     "other brackets stay"),
    ("mrt 2018 - dec 2021\nDetachering via Foo IT bij Provincie Bar – Linux-beheerder", "Linux-beheerder", "Foo IT",
     "the agency before the client"),
    ("Fitter, Foo Staffing, assigned to Bar Works Ltd, 2012 - 2014\n- Boilers", "Fitter", "Foo Staffing", "the client behind"),
    ("Feb. 2012 - März 2013\tMonteur (Zeitarbeit), Foo Personal, eingesetzt bei Bar AG, Hagen\n- Kessel", "Monteur", "Foo Personal",
     "in German"),
    ("Class Teacher, Year 4 and Year 5, Foo Mill Primary, Sep 2016 - Dec 2024", "Class Teacher, Year 4 and Year 5",
     "Foo Mill Primary", "the classes of a school"),
    ("Class Teacher, Foo Mill Primary, Sep 2016 - Dec 2024", "Class Teacher", "Foo Mill Primary", "none"),
    ("2014 - 2018\nDocente supplente\nIstituto Tecnico “Le Foo”, Livorno", "Docente supplente", "Istituto Tecnico “Le Foo”",
     "a school whose name holds a word of titles"),
    ("Booth renter (self employed) at Foo Loft\nfeb 2019 - may 2022", "Booth renter", "Foo Loft", "a trade in two words"),
    ("Jan 2018 - Sep 2019\tFreelance, Web Developer\nSites for two dentists.", "Web Developer", "", "how, and what"),
    ("Jan 2018 - Sep 2019\tFreelance Web Developer\nSites for two dentists.", "Freelance Web Developer", "",
     "one title in two words"),
    ("Field Assistant (casual), Foo Geoservices, Perth (November 2013 to February 2014). Soil sampling, flat tyres.",
     "Field Assistant", "Foo Geoservices", "how somebody was employed"),
    ("Foo Army National Guard – 91D Generator Mechanic – Jun 2013 to May 2019 (drilling\nweekends). Honorable discharge.",
     "91D Generator Mechanic", "Foo Army National Guard", "a plain word within a body's name, and a remark torn apart"),
    ("Security Guard – Foo Bank – Jun 2013 to May 2019", "Security Guard", "Foo Bank", "the same word as a title"),
    ("Laurel Feed & Seed – Yard Hand – Jun 2013 to Jul 2014", "Yard Hand", "Laurel Feed & Seed", "a title of two words"),
    ("Starszy spedytor, Foo Trans Sp. z o.o., Poznań\t05/2019 - 06/2020", "Starszy spedytor", "Foo Trans Sp. z o.o",
     "a Polish trade"),
    ("gennaio 2012 - agosto 2014\nRedattrice scientifica\nEdizioni Foo, Firenze", "Redattrice scientifica", "Edizioni Foo",
     "an Italian one"),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "title", "employer", "why"), FORMS, ids=[row[3] for row in FORMS])
def test_names_beside_what_is_none(read: Read, entry: str, title: str, employer: str, why: str) -> None:
    (position,) = read(f"EXPERIENCE\n\n{entry}\n").positions
    assert (position.title, position.employer) == (title, employer), why


def test_a_grant_with_a_title_is_no_job(read: Read) -> None:
    text = "EXPERIENCE\nLecturer, Foo University, 2005 - 2012\n\n34. Title: CDS 130: Tools for Scientists   Co-PIs:\tA. Foo\nAward: 2009-2010\n"
    assert [one.title for one in read(text).positions] == ["Lecturer"]
