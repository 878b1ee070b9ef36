"""Positions in the formats people write, and the dates that are none."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import aimatch
from aimatch.model import Document, Page, Resume
from aimatch.resume import parse, total_months

Read = Callable[[str], Resume]
AS_OF = date(2026, 11, 1)

# an entry, title, employer, why
FORMATS = [
    ("Sales & Marketing Asst. Manager, Foo Ltd\n01/2020 - 02/2022", "Sales & Marketing Asst. Manager", "Foo Ltd", "a stop"),
    ("01/2020 - 02/2022 Foo Works. Data Engineer\n- Reports", "Data Engineer", "Foo Works", "a full stop between the two"),
    (
        "Data Analyst, Orlo Group\nDubai, June 2017 – May 2018\n- Reports",
        "Data Analyst",
        "Orlo Group",
        "a city beside the date, the employer above",
    ),
    ("Data Analyst, London\nOrlo Works\nJune 2017 – May 2018", "Data Analyst", "Orlo Works", "a city behind the title"),
    ("Data Analyst\tJune 2017 – May 2018\nSeattle, WA\nOrlo Works\n- Reports", "Data Analyst", "Orlo Works", "city, state"),
    (
        "janvier 2021 – aujourd’hui\nIngénieure en vision par ordinateur\nOrlo Verre, Lyon\n- Rapports",
        "Ingénieure en vision par ordinateur",
        "Orlo Verre",
        "a title in small letters, an apostrophe that is curved",
    ),
    (
        "Data Analyst\n\nFoo Ltd, Berlin | June 2017 – May 2018\n\n- Reports",
        "Data Analyst",
        "Foo Ltd",
        "every paragraph set apart, the employer beside the date",
    ),
    (
        "Data Analyst\n\nFoo Ltd, Springfield upon Foo |\nJune 2017 – May 2018\n\n- Reports",
        "Data Analyst",
        "Foo Ltd",
        "every paragraph set apart, in a narrow column",
    ),
    ("ML Engineer, Foo Works — 05/2020 – 04/2023\n- Built models", "ML Engineer", "Foo Works", "one line, commas"),
    (
        ">> Tessaly Group -- AI Engineer -- 2024-02 to now\nText",
        "AI Engineer",
        "Tessaly Group",
        "employer first, dashes",
    ),
    ("Orlo Bank | Data Analyst | 2018 to Apr 2020\n+ Reports", "Data Analyst", "Orlo Bank", "bars"),
    (
        "Corvina Analytics\t\tBerlin\nData Scientist\t\tJune 2015 to May 2018",
        "Data Scientist",
        "Corvina Analytics",
        "tabs",
    ),
    ("Data Analyst\nJan 2018 - Dec 2019 Foo Ltd\n- Reports", "Data Analyst", "Foo Ltd", "title above the dates"),
    ("08/2015 to 09/2018\nData Analyst, Foo Ltd\n- Reports", "Data Analyst", "Foo Ltd", "dates above the title"),
    ("September 2013\nto\nNovember 2015\nFoo Ltd, Data Analyst", "Data Analyst", "Foo Ltd", "dates in the margin"),
    (
        "Data Analyst\n\nFoo Ltd - Berlin -\n\nJune 2017 to May 2018",
        "Data Analyst",
        "Foo Ltd",
        "an empty line after each",
    ),
    ("Junior Engineer,\nOct 2019 - Ongoing", "Junior Engineer", "", "the title's line ends with a comma"),
    ("FOO MEDIA\nINTERN, OCT 2020 - DEC 2020\nDid things", "INTERN", "FOO MEDIA", "employer above, capitals"),
    (
        "ran the gateways.Data Engineer, Jan 2018 - Ongoing Foo Inc",
        "Data Engineer",
        "Foo Inc",
        "glued to the text before",
    ),
    ("Company: Foo Ltd\nDesignation: Data Analyst\nDuration: 2015 - 2017", "Data Analyst", "Foo Ltd", "labelled lines"),
    ("Worked as data analyst in Foo Ltd from Jan 2015 to Dec 2017.", "data analyst", "Foo Ltd", "a sentence"),
    (
        "Softwareentwickler, Kranich GmbH, März 2020 – Dezember 2021",
        "Softwareentwickler",
        "Kranich GmbH",
        "German, one word",
    ),
    (
        "Foo Ferries, Galway, senior software engineer, April 2021 to date\n* Booking platform",
        "senior software engineer",
        "Foo Ferries",
        "names in small letters, parted by commas",
    ),
    (
        "FOO ALLIANCE, Utrecht . Lead ML Engineer, federated platform . May 2022-\n- Ran it",
        "Lead ML Engineer",
        "FOO ALLIANCE",
        "points set apart",
    ),
    ("2020/02–2024/06 PhD candidate (salaried), Foo Group, NL\n", "PhD candidate", "Foo Group", "a researcher's job"),
    ("Développeuse, Société Foo, juin 2017 – août 2018", "Développeuse", "Société Foo", "French"),
    (
        "Data Engineer (full-time, on site), Elbe Foo, Stade, May 2018 – Aug 2022",
        "Data Engineer",
        "Elbe Foo",
        "an arrangement in parentheses names nobody",
    ),
    ("Analyst (80%), Foo Ltd, Jan 2021 – Dec 2023", "Analyst", "Foo Ltd", "nor does a share of full time"),
    ("Analyst (Foo Labs)\t2016 - 2018\n- x", "Analyst", "Foo Labs", "the employer in brackets"),
    ("Analyst (foo.example.com)\t2016 - 2018\n- x", "Analyst", "foo.example.com", "a web site in brackets"),
    ("Analyst, Payments\t2016 - 2018\nFoo Financial | Springfield, IL\n- x", "Analyst", "Foo Financial",
     "a department behind a comma gives way to the name below"),
    ("Analyst II, Payments\nFoo Financial | Springfield, IL\t2016 - 2018\n- x", "Analyst II", "Foo Financial",
     "and to the name beside the date"),
    ("Analyst\tSpringfield, IL\nFoo\t2016 - 2018\n- x", "Analyst", "Foo", "the place beside the title is nobody"),
    ("Foo\t2016 - 2018\nJunior Analyst · Shelbyville, CO\n- x", "Junior Analyst", "Foo", "the code of a state is no company"),
    ("Foo | Analyst\n2016 - 2018 | Springfield, IL\n- x", "Analyst", "Foo", "the place beside the date is nobody"),
    ("Analyst, Foo – London, UK\t2016 - 2018\n- x", "Analyst", "Foo", "a place behind a dash is none either"),
    ("Docent, Collections Assistant | Museum of Foo\t2016 - 2018\n- x", "Docent, Collections Assistant", "Museum of Foo", "two titles and a bar"),
    ("Foo Corp., Ltd.\nAnalyst\t2016 - 2018\n- x", "Analyst", "Foo Corp, Ltd", "a legal form belongs to the name"),
    ("2016 - 2018\tCivil Designer,\nFoo Engineering, Hauz Khas, New Delhi\n- x", "Civil Designer", "Foo Engineering",
     "a name and its places below"),
    ("Foo Inc.\nAnalyst\t2016 - 2018\n- x", "Analyst", "Foo Inc", "a name may end with a dot"),
    ("2016 - 2018\n• Analyst, Foo Ltd\n• Did things", "Analyst", "Foo Ltd", "the names in the first item"),
    ("Founder & Analyst & Head of Data & Lead of Field Team\t2016 - 2018\nFoo Ltd\n- x",
     "Founder & Analyst & Head of Data & Lead of Field Team", "Foo Ltd", "many titles in one"),
    ("Analyst for <finding the torrents of a video>, Foo Lab\tSep 2012 - Feb 2013\n- x",
     "Analyst for <finding the torrents of a video", "Foo Lab", "a date in a cell makes a long line a heading"),
    ("2008 - 2010. Junior Analyst.\nDid things.", "Junior Analyst", "", "a full stop behind the years"),
    ("3. Analyst, Foo Ltd, 2016 - 2018", "Analyst", "Foo Ltd", "numbered entries"),
    ("and the rest. Analyst Intern, Apr 2019 - Nov 2019 Foo Labs", "Analyst Intern", "Foo Labs",
     "the rest of a sentence before"),
    ("Analyst (40 hours a week), Foo Ltd\n2016 - 2018\n- x", "Analyst", "Foo Ltd", "hours above the date"),
    ("Analyst (30 Stunden pro Woche), Foo Ltd\n2016 - 2018\n- x", "Analyst", "Foo Ltd", "hours in German"),
    ("Analyst (.NET) 2016 - 2018\nFoo Ltd\n- x", "Analyst (.NET)", "Foo Ltd", "a bracket keeps its other half"),
    ("Analyst, Foo Ltd (Springfield, Ohio) 2016 - 2018\n- x", "Analyst", "Foo Ltd", "a bracket broken by a comma"),
    ("Analyst from 2016 to 2018\nFoo Ltd\n- x", "Analyst", "Foo Ltd", "'from' belongs to the date"),
    ("Currently working as an Analyst\t2016 - 2018\nFoo Ltd\n- x", "Analyst", "Foo Ltd", "'working as' is no title"),
    ("Web Developer Foo Technologies, Springfield  2016 - 2018\n- x", "Web Developer", "Foo Technologies",
     "nothing between title and company"),
    ("Analyst\n2016 - 2018 Company Name - City, State\n- x", "Analyst", "Company Name", "a blank name is no label"),
    ("2016 - 2018\nAnalyst Company Name, City, State\n- x", "Analyst", "Company Name", "an anonymised employer"),
    ("Analyst 08/2017 Company Name City , State\n- x", "Analyst", "Company Name", "a month alone before one"),
    ("Company Name City , State Analyst 2016 - 2018\n- x", "Analyst", "Company Name", "and a place left blank"),
    ("Company Name City , State Hedge Laying 2013 - 2019\n- x", "Hedge Laying", "Company Name",
     "a title of unknown words beside it"),
    ("Director, Business Development\n2016 - 2018 Foo Ltd - Springfield\n- x", "Director, Business Development",
     "Foo Ltd", "a bare title with its field"),
    ("Network Security, 2016 - 2018\nFoo Ltd - Springfield\n- x", "Network Security", "Foo Ltd",
     "unknown words beside the date, a company below"),
    ("Strategic Accounts\n2016 - 2018 Foo Ltd - Springfield\n- x", "Strategic Accounts", "Foo Ltd",
     "unknown words above the date, a company beside it"),
    ("2016 - 2018\tFOO FOUNDATION\nFounder &  Executive Director\nDid things.", "Founder & Executive Director", "FOO FOUNDATION",
     "two spaces behind an ampersand"),
    ("FOO BAR  FINANCE  INDIA  LTD.\t\tJul 2013 - Oct. 2014\n\nCredit Manager\n\n• Consolidated", "Credit Manager",
     "FOO BAR FINANCE INDIA LTD", "a justified line"),
    ("FOO BANK LTD.\nJul 2013 - Oct. 2014\n\nCredit Manager\n\uf0a8\tConsolidated", "Credit Manager", "FOO BANK LTD",
     "a bullet of a font of signs below the title"),
    ("1. Architect, 01/2017 to Present\nFoo Architects & Urban Planners –Springfield, Ohio\nBar School, Baz College (a project)",
     "Architect", "Foo Architects & Urban Planners", "the work below the employer"),
    ("IN PROCESS QUALITY\tJAN 2016-JAN 2017\nFOO SYSTEMS PLANT\tSHELBY NAGAR, CHENNAI\n• x", "IN PROCESS QUALITY",
     "FOO SYSTEMS PLANT", "unknown words beside the date, a name and its city below"),
    ("2016 - 2018\tDepartment of Physics, Foo University\nAnalyst\n• x", "Analyst", "Department of Physics, Foo University",
     "a department and its university"),
    ("From Aug 2016 to Mar 2019\t:\tM/S.Foo Detective care\n• x", "", "M/S.Foo Detective care", "'M/S' marks a firm"),
    ("• Since October 2015 with “FOO ELECTRIC CO. PVT LTD” LAKESIDE Sector – 80", "", "FOO ELECTRIC CO. PVT LTD",
     "no verb, a name in quotes"),
    ("Foo Inc. Junior Developer, Aug 2016 - May 2018\n• x", "Junior Developer", "Foo Inc", "nothing but the legal form between"),
    ("FOO LABS\nRESEARCH ASISTANT, JAN 2016 - MAY 2018\n• x", "RESEARCH ASISTANT", "FOO LABS", "a title misspelt"),
    ("In Foo Parts Pvt Ltd\nDuration- 1 year (2016-2018)\n• x", "", "Foo Parts Pvt Ltd", "'in' before the name"),
    ("COMPLETED WORKS AND PROJECTS 2012-2016\n• x", "", "", "a heading of projects"),
    ("FOO CENTRE, Utrecht . Lead Analyst, the federated platform of it . May 2022-\n  - x", "Lead Analyst", "FOO CENTRE",
     "stops as separators, an open end"),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "title", "employer", "why"), FORMATS)
def test_title_and_employer(read: Read, entry: str, title: str, employer: str, why: str) -> None:
    (position,) = read(f"EXPERIENCE\n{entry}").positions
    assert (position.title, position.employer) == (title, employer), why


PLACED = [
    ("Worked as an Engineering Supervisor in FOO TRAM MUSEUM AND GARDENS (with a café) as an Opening Team "
     "Member among several more from dated 03 Aug 2010 to 06 Feb. 2013", "Engineering Supervisor",
     "FOO TRAM MUSEUM AND GARDENS", "a long sentence"),
    ("Foo Ltd (under a contractor of Bar), Dec 2016 - Dec 2017", "", "Foo Ltd (under a contractor of Bar)",
     "a title's word in brackets makes no title"),
    ("• I was a DESIGN ENGINEER in FOO PROJECTS from 03/07/2012 to 05/09/2013.", "DESIGN ENGINEER", "FOO PROJECTS",
     "what somebody was"),
    ("Working at Foo Trams Ltd. as a Post Of Clerk from 2009 to 2011.", "Clerk", "Foo Trams Ltd", "a post of"),
    ("WORKED IN FOO CONSTRUCTION CO. AS SITE ENGINEER FORM 01/08/2012 TO\n30/08/2014", "SITE ENGINEER",
     "FOO CONSTRUCTION CO", "capitals, a common misspelling"),
    ("* SOFTWARE ANALYST\n  * Foo Works | SPRINGFIELD | JUN 2019 - AUG 2019\n    * Did things", "SOFTWARE ANALYST",
     "Foo Works", "the title in an item, the date in one further in"),
    ("* 2019 - 2021: Head of Algorithms\n  * Foo Optical, Springfield\n", "Head of Algorithms", "Foo Optical",
     "the date in an item, the employer in one further in"),
    ("* Foo Elx Ltd\n  Analyst\n  2017 – 2018\n", "Analyst", "Foo Elx Ltd", "the employer in the item above the title"),
    ("- **QA Analyst at [GitFoo](https://foo.example.com).**\n  *Springfield - Jan 18 - Dec 19*", "QA Analyst", "GitFoo",
     "a link in an item above"),
    ("**Analyst** at [Foo Logic](http://foo.example.com), Springfield\n_January 2015 – May 2016_", "Analyst", "Foo Logic",
     "emphasis is no item"),
    ("`Jan 2020 - May 2021` __Analyst__\n", "Analyst", "", "a date in code quotes"),
    ("### **BarVision**\n*Analyst* (August 2017 - May 2018)\n- x", "Analyst", "BarVision", "a name that ends like a heading"),
    ("Foo Systems\n\nAnalyst, 2015 - 2018\n- x", "Analyst", "Foo Systems", "a name in a block of its own"),
    ("2006 - 2007 Foo, pharmaceutical company, IT-specialist\nDid things", "IT-specialist", "Foo", "what an employer is"),
    ("Foo Systems\nSenior Analyst\nSpringfield, Ohio\n03.2019 - 05.2021\nDid things", "Senior Analyst", "Foo Systems",
     "employer, title and place above the date"),
    ("Senior Analyst\nFoo Works\nSpringfield, Ohio\n03.2019 - 05.2021\nDid things", "Senior Analyst", "Foo Works",
     "title, employer and place above the date"),
    ("• 2017-2021:  Analyst\n-- Foo (Springfield , Ohio)\nDid things", "Analyst", "Foo", "a name behind two dashes"),
    ("Foo - QA\n(May 2016 - May 2018)\nDid things", "QA", "Foo", "a plain word beside a name"),
    ("❖ ORGANISATION: Foo Ltd\n❖ DESIGNATION.: Analyst.\n❖ DURATION.: From 1st jan 2018", "Analyst", "Foo Ltd",
     "labels behind bullets"),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "title", "employer", "why"), PLACED)
def test_names_around_a_date(read: Read, entry: str, title: str, employer: str, why: str) -> None:
    (position,) = read(f"EXPERIENCE\n{entry}").positions
    assert (position.title, position.employer) == (title, employer), why


def test_a_month_alone_begins_a_job_above_a_long_line_with_an_unnamed_employer(read: Read) -> None:
    title = "Help Desk Support/Technician/Network Administrator"
    later = "01/2013 to 01/2015\nHarbour Clerk Company Name City , State\n- Kept the berths.\n"
    text = f"Ann Lee\n\nExperience\n{later}01/2009\n{title} Company Name City , State\n- Helped crews.\n"
    assert [one.title for one in read(text).positions] == ["Harbour Clerk", title]


def test_dates_that_open_their_entries(read: Read) -> None:
    text = (
        "EXPERIENCE\n2019 - present\nFoo Works, Springfield\nAnalyst\nTechnologies: SQL\n\n"
        "2015 - 2019\nBar, Shelbyville\nJunior analyst\nTechnologies: Excel"
    )
    assert [(one.title, one.employer) for one in read(text).positions] == [
        ("Analyst", "Foo Works"),
        ("Junior analyst", "Bar"),
    ]


def test_an_overview_of_years_counts_once(read: Read) -> None:
    text = "EXPERIENCE\nSept 2010 - Oct 2011\tFeb 2012 - Mar 2014\n\nAnalyst, Foo Ltd, Sept 2010 - Oct 2011\n- x\n\nClerk, Bar Ltd, Feb 2012 - Mar 2014"
    assert [position.title for position in read(text).positions] == ["Analyst", "Clerk"]


def test_a_job_among_the_awards_is_work(read: Read) -> None:
    (position,) = read("Ann Lee\n\nAWARDS\nSoftware Engineer, Foo Technologies Ltd, Jan 2015 - Dec 2017\n").positions
    assert (position.title, position.employer) == ("Software Engineer", "Foo Technologies Ltd")


def test_a_company_among_the_studies_is_work(read: Read) -> None:
    text = "EDUCATION\nBSc Physics, Foo University, 2010\nBar Publishing Pvt. Ltd.\tJune 2011 to Dec 2014"
    assert [position.employer for position in read(text).positions] == ["Bar Publishing Pvt. Ltd"]


def test_items_that_are_employers_and_years(read: Read) -> None:
    text = "EXPERIENCE\n• Foo Systems (2018-2021) – web sites\n• Bar Soft (2015-2018) – shops\n• Best Team Award (2016-2017)"
    assert [position.employer for position in read(text).positions] == ["Foo Systems", "Bar Soft"]


def test_a_single_year_opens_an_item_where_entries_are_items(read: Read) -> None:
    text = "EXPERIENCE\n• 2017-2021: Analyst\nDid things\n• 2016: Freelancer\nDid other things"
    assert [position.title for position in read(text).positions] == ["Analyst", "Freelancer"]
    plain = "EXPERIENCE\nAnalyst, Foo, 2015 - 2021\n• 2016: Team lead"
    assert [position.title for position in read(plain).positions] == ["Analyst"]


def test_projects_of_a_job_do_not_end_the_jobs(read: Read) -> None:
    text = "EXPERIENCE\nAnalyst, Foo, 2018 - 2021\n\nProjects:\n- a shop\n\nJunior Analyst, Bar, 2015-2018\n- y"
    assert [position.title for position in read(text).positions] == ["Analyst", "Junior Analyst"]


LABELLED = [
    ("Company: Foo Ltd\nDesignation: Analyst\nDuration: 2015 - 2017", "Analyst", "Foo Ltd", "a label to a line"),
    ("Company name: Foo Ltd\nDesignation: Analyst (May 2015 to May 2016).\nDuration: From May 2015 to May 2016", "Analyst",
     "Foo Ltd", "the dates twice"),
    ("EMPLOYER\t- FOO PVT. LTD DESIGNATION - ANALYST\nPERIOD\t- MARCH 2005 TO MARCH 2007.", "ANALYST", "FOO PVT. LTD",
     "two labels in a line, dashes"),
    ("1. Company name: Foo Ltd\nDesignation: Analyst\nDuration: 2015 - 2017", "Analyst", "Foo Ltd", "numbered"),
    ("Company Name : Foo Ltd.\nAnalyst from 2016 to 2017.", "Analyst", "Foo Ltd", "only the employer is labelled"),
    ("Company\t: FOO MART\nSection\t: ANALYST (SEPT 2010-OCT2011 )\nDid things", "ANALYST", "FOO MART",
     "a title under an unusual label"),
    ("Employer: Foo Ltd., Springfield as Junior Analyst [June 2014 to June 2016]\nPosition held: Analyst", "Analyst",
     "Foo Ltd.", "the role stands behind the name too"),
    ("Foo Contracting (Springfield)\n\nIndustry\tBuilding\nPosition Held :\tCLERK\nDuration\tFrom june-2015 to july 2016",
     "CLERK", "Foo Contracting (Springfield)", "nobody labels the employer: the line above"),
    ("Job title: CLERK\n: FOO, Foo Group, Springfield from 11-10-2009 to 13-8-2012", "CLERK", "Foo Group",
     "nobody labels the employer: the line of the date"),
    ("Job title: Clerk: Foo Group, Springfield since Jan 2012 to Feb 2015", "Clerk", "Foo Group", "all behind one label"),
    ("PERIOD: Jul-2014 – Aug 2016\nCOMPANY: FOO HEAVY WORKS\nPOSITION: CLERK\nPROJECTS:\tBaz hall, Qux hall", "CLERK",
     "FOO HEAVY WORKS", "the dates come first; the projects are the job's"),
    ("Position: Clerk\nCompany: Foo Ltd\nPeriod: 2015 - 2017", "Clerk", "Foo Ltd", "the title comes first"),
    ("company - Foo Ltd\ndescription - Springfield\nPeriod                Sept' 2017 to till date\nRole                  Clerk",
     "Clerk", "Foo Ltd", "spaces set the labels apart"),
    ("Organization      Designation     Duration\nFoo Ltd    Clerk     Jan 2012 - Mar 2014", "Clerk", "Foo Ltd",
     "the head of a table labels nothing"),
    ("• Duration\tJune 2014 to Present, (03 Years)\n\n• Company\tFOO (BAR) Ohio\n\n• Capacity\tDeputy Manager Stores\n• x",
     "Deputy Manager Stores", "FOO (BAR) Ohio", "labels in items"),
    ("Organization\t: FOO BISCUITS PVT LTD , Chennai.\n\nDesignation\t: CLERK\n\nDuration\t: 03.02.2016\tto\tTILL", "CLERK",
     "FOO BISCUITS PVT LTD", "a known place behind the name"),
    ("Job title\t: Search (SEO) Specialist\nIntern\n\nCompany\t: Foo Solutions pvt. Ltd.\nPeriod : 2015 - 2017",
     "Search (SEO) Specialist", "Foo Solutions pvt. Ltd", "a wrapped title between the labels"),
    ("(1) Client name : Foo Works\nContractor’s name : BAR FABRICATION\nWorking period : August 2017 to March 2019", "", "BAR FABRICATION",
     "the contractor employs"),
    ("From\tTo\tOrganization\tPost Held\nMay 2010\tMay 2013\tFoo Bridge Authority\tSub Engineer", "Sub Engineer",
     "Foo Bridge Authority", "columns from and to"),
    ("*\tPeriod: 2016 - 2018\n\tFirm: Foo Logistics\n\tPosition: Dispatcher", "Dispatcher", "Foo Logistics", "a firm's label"),
    ("Designation : Clerk\nDepartment : Upkeep\nTenure : Jan 2017 to Jan 2019", "Clerk", "", "no employer at all"),
    ("Company: Foo Ltd\nLocation: Bath\nIndustry: Ferries\nTeam: Tickets\nSize: 12\nReports to: Head of Sales\nDuration: Jan 2015 - Dec 2017\n"
     "Designation: Analyst", "Analyst", "Foo Ltd", "eight labels are one head"),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "title", "employer", "why"), LABELLED)
def test_labelled_entries(read: Read, entry: str, title: str, employer: str, why: str) -> None:
    (position,) = read(f"EXPERIENCE\n\n{entry}").positions
    assert (position.title, position.employer) == (title, employer), why
    assert position.start is not None, why


def test_each_labelled_entry_keeps_its_dates(read: Read) -> None:
    text = (
        "EXPERIENCE\nPeriod: Jul 2014 - Aug 2016\nCompany: Foo Ltd\nPosition: Clerk\nDid things.\n"
        "Period: Apr 2012 - Jun 2014\nPosition: Porter\nCompany: Bar Ltd"
    )
    assert [(one.title, one.employer, str(one.start)) for one in read(text).positions] == [
        ("Clerk", "Foo Ltd", "2014-07-01"),
        ("Porter", "Bar Ltd", "2012-04-01"),
    ]


LENGTHS = [
    ("• 3 Years At Foo Diner as a Crew Member.\n• 6 Month At Bar Diner in Service.", [36, 6], "items that begin with a length"),
    ("• 2  Years Electrical Supervisor in Foo Works, Springfield", [24], "the title behind the length"),
    ("• Working in Foo Farms Ltd. H.O.  2 years.\tas a Computer Operator", [24], "spaces set the length apart"),
    ("company - Foo Club\ndescription - for 3 Years.\n• Worked in Bar Club as a Porter for 1 Year.", [48], "two in an entry"),
    ("company - Foo Cars\ndescription - 1. Worked as a Clerk at Bar Cars for 10 years\n2. Currently working as Manager "
     "in Foo Cars from last 5 years", [180], "'from last'"),
    ("company - Foo Loans\ndescription - BAR BANK AS A OFFICE ASSISTANT FOR 1 YEAR\nBAZ PHONES AS A CALLER 6 MONTH", [18],
     "employer, title and length, without a verb"),
    ("Clerk, Foo Ltd, 2010 - 2014\n• Worked as a porter for 2 years", [None], "a part of a dated job"),
    ("company - Foo Ltd\ndescription - Taught a course for 2 years", [None], "no word of work"),
    ("• 6 Month experience as a caller in Foo Works", [6], "as what, and where"),
    ("Clerk, Foo Ltd\n• 3 year experience in land surveyor work", [None], "a stated total that names a title"),
    ("company - Foo Ltd\ndescription - 9 years of work experience at clubs", [None], "a stated total"),
    ("company - Foo Ltd\ndescription - Worked on a 3 year plan, for 2 years data only", [None], "the length of a plan"),
]  # fmt: skip


@pytest.mark.parametrize(("entries", "months", "why"), LENGTHS)
def test_lengths_told_of_undated_jobs(read: Read, entries: str, months: list[int | None], why: str) -> None:
    assert [one.stated_months for one in read(f"EXPERIENCE\n\n{entries}").positions] == months, why


CAPITALS = [
    ("WORK EXPERIENCE\n\nClerk\nFoo Ltd\nJan 2013 - Apr 2013\n\nSAFETY OFFICER\nBar Works\nJan 2012 - Dec 2012\n\nSKILLS\nSQL",
     ["Clerk", "SAFETY OFFICER"], "a title in capitals is no heading"),
    ("WORK EXPERIENCE\n\nClerk\nFoo Ltd\nJan 2013 - Apr 2013\n\nEDUCATION\n\nBACHELOR OF ARTS DEGREE\nFoo University\n2005-2009\n\n"
     "SKILLS\nSQL", ["Clerk"], "nor is a degree"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "titles", "why"), CAPITALS)
def test_names_in_capitals_open_no_section(read: Read, text: str, titles: list[str], why: str) -> None:
    assert [one.title for one in read(f"Ada Example\n\n{text}").positions] == titles, why


def test_labels_of_a_building_site_name_no_title(read: Read) -> None:
    text = (
        "DETAILED EXPERIENCE:\n\nFoo Contracting L.L.C\nProject Site: Tower\nClient: Bar\nConsultant: Baz\n"
        "January 2017 – October 2017\nPosition:\nDocument Controller\n\nJob Description\n• Prepared documents"
    )
    assert [one.title for one in read(f"Ada Example\n\n{text}").positions] == ["Document Controller"]


def test_dates_may_close_their_entries(read: Read) -> None:
    text = (
        "WORK EXPERIENCE\nGo Developer - Foo (main office, local) - outsourcing company\nBuilt the services that move money for a bank.\n"
        "from May 2023 till now\nAndroid Developer - Bar (remote)\nBuilt the app that dogs are trained with by many.\n"
        "from February 2022 till May 2023\nEDUCATION\nBSc Physics, 2015"
    )
    assert [(one.title, one.employer, str(one.start)) for one in read(text).positions] == [
        ("Go Developer", "Foo", "2023-05-01"),
        ("Android Developer", "Bar", "2022-02-01"),
    ]


def test_dates_close_entries_of_many_lines(read: Read) -> None:
    text = (
        "EXPERIENCE\nSurgeon\nFoo Sports Medicine\nSpringfield, Ohio\nAugust 1994 – Present\n\n"
        "Clinical Preceptor\nFoo University\nBar Building\nDepartment of Physician Assistant\nShelbyville, Ohio\nMay 1992 - July 1994"
    )
    assert [(one.title, one.employer) for one in read(text).positions] == [
        ("Surgeon", "Foo Sports Medicine"),
        ("Clinical Preceptor", "Foo University"),
    ]


def test_a_team_is_no_employer_under_a_company_s_name(read: Read) -> None:
    text = (
        "EXPERIENCE\n2003-2010      FOO CERAMICS CO.,LTD.\tSpringfield, Ohio\nGlaze Section\n2006-2010 Chief, Kiln Schedule Team\n"
        "• Did things\n\n2003-2006 Staff member, Packing Team\n• Did more"
    )
    assert [(one.title, one.employer) for one in read(text).positions] == [
        ("Chief, Kiln Schedule Team", "FOO CERAMICS CO.,LTD"),
        ("Staff member, Packing Team", "FOO CERAMICS CO.,LTD"),
    ]


def test_a_season_before_a_firm_dates_a_job(read: Read) -> None:
    text = "EXPERIENCE\n2000 Summer   FOO INK CORPORATION\tSpringfield, Ohio\n• Analysed markets\n\n1992-1999 Clerk, Bar Ltd\n• Filed"
    assert [one.employer for one in read(text).positions] == ["FOO INK CORPORATION", "Bar Ltd"]


def test_the_title_below_goes_before_the_account_above(read: Read) -> None:
    text = (
        "EXPERIENCE\nFoo Bank Jan 2022 - June 2022\nSoftware Engineer\nsystem design of a new platform\nmentor for interns\n"
        "Bar Systems May 2013 - Jan 2015\nJunior Developer / Developer\noutsource projects"
    )
    assert [one.title for one in read(text).positions] == ["Software Engineer", "Junior Developer / Developer"]


def test_a_capitalised_title_above_its_employer_stays_its_title(read: Read) -> None:
    text = (
        "EXPERIENCE\nDeveloper\nFoo Works (Kyiv)\n03.2018 - 05.2021\nDevelopment of services\n"
        "Junior developer\nBar Works (Lviv)\n06.2016 - 02.2018\nSupport of sites"
    )
    assert [(one.title, one.employer) for one in read(text).positions] == [
        ("Developer", "Foo Works"),
        ("Junior developer", "Bar Works"),
    ]


def test_what_a_label_lists_above_a_date_names_no_employer(read: Read) -> None:
    text = "EXPERIENCE\nDeveloper, 11.2019 - present\nFoo Systems\nUsing: C++, Qt\nTester, 2017 - 10.2019\nBar Soft, Haifa\nPython"
    assert [(one.title, one.employer) for one in read(text).positions] == [
        ("Developer", "Foo Systems"),
        ("Tester", "Bar Soft"),
    ]


STACKS = [
    ("Backend developer\nKyiv, 2019-2021\nPython/Django/Celery/PyTest\nBuilt an API.", "", "parted by slashes"),
    ("Developer (2019 - 2021)\nReact, Redux, TypeScript\n- Pages", "", "parted by commas"),
    ("Developer (2019 - 2021)\nOracle, Springfield\n- Pages", "Oracle", "a maker's name and its place"),
]


@pytest.mark.parametrize(("entry", "employer", "why"), STACKS)
def test_technologies_below_a_date_employ_nobody(read: Read, entry: str, employer: str, why: str) -> None:
    (position,) = read(f"EXPERIENCE\n{entry}").positions
    assert position.employer == employer, why


def test_an_account_above_a_date_names_no_employer(read: Read) -> None:
    text = "EXPERIENCE\nKeeping the peace of three reading rooms\nJAN 2017 - MAY 2018 ARCHIVE CLERK\n• Bound volumes"
    assert [(one.title, one.employer) for one in read(text).positions] == [("ARCHIVE CLERK", "")]


def test_projects_under_the_names_of_a_job_are_no_more_jobs(read: Read) -> None:
    project = "ORGANIZATION: - Foo (India) Pvt. Ltd.\nPROJECT: - Bar Hotel\nDESIGNATION: - Surveyor\nROLE: - Measured\n"
    text = f"EXPERIENCE\nJuly 2016 – Till Date  Foo (India) Pvt. Ltd.\tSurveyor\n\n{project}\n{project}"
    assert [(one.title, one.employer, one.current) for one in read(text).positions] == [
        ("Surveyor", "Foo (India) Pvt. Ltd", True)
    ]


def test_an_account_behind_a_date_names_nobody(read: Read) -> None:
    text = "EXPERIENCE\n2018 -  Designed, developed and deployed applications for rental and for sales from scratch\nMore of it."
    (position,) = read(text).positions
    assert (position.title, position.employer) == ("", "")


def test_the_overview_names_the_title_of_a_labelled_employer(read: Read) -> None:
    text = "Analyst\n\nAnalyst - Foo Ltd\nSkill Details\nCompany Details\ncompany - Foo Ltd\ndescription - Did things\n"
    assert [(one.title, one.employer) for one in read(text).positions] == [("Analyst", "Foo Ltd")]


HEADLINES = [
    ("Site Analyst", "Site Analyst", "a title alone above the skills"),
    ("Bachelor of Arts, Foo College", "", "a course of study"),
    ("Analyst with 4 years, 2 of them at sea.", "", "a sentence"),
]


@pytest.mark.parametrize(("line", "title", "why"), HEADLINES)
def test_the_headline_above_the_skills_names_the_title_of_the_first_job(
    read: Read, line: str, title: str, why: str
) -> None:
    text = f"Education Details\n\n{line}\n\nSkill Details\nSQL- Exprience - 6 months\nCompany Details\ncompany - Foo Ltd\ndescription - x"
    assert [one.title for one in read(f"{text}\ncompany - Bar Ltd\ndescription - y").positions] == [title, ""], why


def test_an_entry_does_not_take_the_lines_of_the_one_before(read: Read) -> None:
    text = "EXPERIENCE\n05/2012 to 09/2012\nCook, Foo Inn Ltd\n01/2010 to 05/2011\nWaiter, Bar Company\n- x"
    first, second = read(text).positions
    assert (first.employer, second.employer) == ("Foo Inn Ltd", "Bar Company")
    assert second.title == "Waiter"


def test_positions_without_dates_beside_dated_ones(read: Read) -> None:
    text = (
        "EXPERIENCE\nAnalyst, Foo Ltd, 2020 - present\n- x\n\nAnalyst, Bar Ltd, Springfield\nDid other things there.\n\n"
        "Junior Analyst Baz Group, Springfield\nDid still other things.\n"
    )
    assert [(position.employer, position.start is None) for position in read(text).positions] == [
        ("Foo Ltd", False),
        ("Bar Ltd", True),
        ("Baz Group", True),
    ]


NOT_WORK = [
    ("EDUCATION\nMSc Control Engineering, 09/2015 – 06/2017", "a course of study"),
    ("EDUCATION\nFoo University, Berlin, 2012 - 2016", "a school without a degree"),
    ("PROJECTS\nSong finder, Jan 2019 – May 2019\n- Python", "a project of one's own"),
    ("CERTIFICATIONS\nFoo Certified Engineer, 2018 - 2021", "a certificate with its term"),
    ("EDUCATION\nAug 2008 to Nov 2008 Foo Certified Systems Engineer", "a certificate in the education"),
    ("SKILLS\nSQL Server 2008 - 2012, Office 2016", "versions"),
    ("EXPERIENCE\nCoached the first eight (2015-2017 winter seasons).", "a remark"),
    ("EXPERIENCE\nDate: 01.01.2019\nPlace: Springfield", "the day of signing"),
    ("INTERESTS\nYouth Leader, 2009 - 2011", "spare time"),
    ("GRANTS\nFoo junior research fellowship 2023 - 2026", "money"),
    ("PAPERS\nBE Computer Science, Foo Institute, 2014 - 2018. First class.", "a degree beside its school"),
    ("Ada Example\nBorn 1990, Berlin", "a year of birth"),
]


@pytest.mark.parametrize(("text", "why"), NOT_WORK)
def test_not_work(read: Read, text: str, why: str) -> None:
    assert read(text).positions == (), why


KINDS = [
    ("Intern, Foo Ltd, Jan 2019 - Mar 2019", "internship"),
    ("Praktikant, Foo GmbH, Jan 2019 - Mar 2019", "internship"),
    ("Freelance Data Analyst, Jan 2019 - Mar 2019", "freelance"),
    ("Part-time Data Analyst, Foo Ltd, Jan 2019 - Mar 2019", "part-time"),
    ("Werkstudent, Foo GmbH, Jan 2019 - Mar 2019", "part-time"),
    ("Teaching Assistant, Foo University, Jan 2019 - Mar 2019", "teaching-assistant"),
    ("Volunteer Teacher, Foo Trust, Jan 2019 - Mar 2019", "volunteer"),
    ("Data Analyst, Foo Ltd, Jan 2019 - Mar 2019", "employment"),
]


@pytest.mark.parametrize(("entry", "kind"), KINDS)
def test_kind(read: Read, entry: str, kind: str) -> None:
    (position,) = read(f"Experience\n{entry}\n- Did things").positions
    assert position.kind == kind


TOTALS = [
    (
        "EXPERIENCE\nFoo Bank                    mar/2019 - feb/2023\nAnalyst, then senior analyst (jan/2022 - feb/2023), Risk\n- VaR",
        48,
        "only the last step of a job is dated",
    ),
    ("EXPERIENCE\nEngineer, Foo, Jan 2018 – Dec 2020\n- x\nAnalyst, Bar, Jul 2019 – Jun 2021\n- y", 42, "overlap once"),
    (
        "EXPERIENCE\nFoo Systems, Jan 2018 – Dec 2021\n  Senior Engineer, Jan 2020 – Dec 2021\n  - x\n"
        "  Engineer, Jan 2018 – Dec 2019\n  - y",
        48,
        "roles within one employer",
    ),
    (
        "EXPERIENCE\nIntern, Foo, Jan 2020 - Jun 2020\n- x\nVOLUNTEERING\nTeacher, Bar, 2010 - 2015",
        6,
        "volunteering unpaid",
    ),
    ("Summary\n6 years of experience in data\nExperience\nEngineer, Foo Ltd\n- x", 72, "no dates: the stated total"),
    ("Summary\n2 years 10 months of experience", 34, "years and months"),
    (
        "Experience\nClerk, Foo Ltd, Jan 2020 - Dec 2020\n\nWork Experience\n• 2 Years at Bar Ltd as a Porter",
        36,
        "the lengths told of undated jobs beside dates",
    ),
    (
        "Skill Details\nPython- Exprience - 48 monthsCompany Details \ncompany - Foo Ltd",
        48,
        "the next line glued to a length",
    ),
    ("Skill Details\nPython- Experience - 31 months\nSQL- Experience - 12 months", 31, "the longest of a table"),
    ("Summary\n6 years of experience\nExperience\nEngineer, Foo, Jan 2018 - now\n- x", 106, "dates before words"),
    (
        "Summary\n9 years of experience\nExperience\nEngineer, Foo, Jan 2018 - now\n- x",
        106,
        "a total that the dates miss",
    ),
    (
        "Summary\n6 years of experience\nExperience\nEngineer, Foo, Jan 2018 - Dec 2020\n- x",
        72,
        "none of the jobs lasts",
    ),
    (
        "Summary\n8 years of experience\nExperience\nEngineer, Foo, Jun 2020 - Nov 2020\n- x",
        96,
        "a list plainly partial",
    ),
    (
        "Summary\n8 years of experience\nExperience\nAnalyst, Foo Ltd, Jan 2021 - Dec 2023\n- x\n\nAnalyst, Bar Ltd\nDid it.",
        96,
        "positions without dates beside the dated ones: the stated total",
    ),
    ("Experience\nProject: Foo (Feb 2018 till date)\n- x", 105, "consultants date their projects"),
    ("Ada Example\nSkills\nPython", 0, "nothing said"),
]


@pytest.mark.parametrize(("text", "expected", "why"), TOTALS)
def test_total_months(read: Read, text: str, expected: int, why: str) -> None:
    assert total_months(read(text), AS_OF) == expected, why


def test_roles_under_an_employer_s_name_take_it(read: Read) -> None:
    text = (
        "EXPERIENCE\nFoo Corporation\nStaff Engineer, Platform\tAug 2024 - Present\n• Led it\n"
        "Senior Engineer, Payments\tJul 2022 - Aug 2024\n• Built it\nBar Ltd, Engineer\tAug 2020 - Jul 2022\n• Ran it"
    )
    assert [position.employer for position in read(text).positions] == ["Foo Corporation"] * 2 + ["Bar Ltd"]


SINGLES = [
    ("Composer\nFoo Ensemble · Springfield · 2022\n• Wrote things", "Composer", "title above"),
    ("2016 / 09 - University of Foo\nJavascript Engineer\n\nInvented things", "Javascript Engineer", "title below"),
    ("Summer Analyst\nFoo Bank\tSummer 2000\n• Did things", "Summer Analyst", "a season"),
]


@pytest.mark.parametrize(("entry", "title", "why"), SINGLES)
def test_a_single_date_beside_a_title(read: Read, entry: str, title: str, why: str) -> None:
    (position,) = read(f"EXPERIENCE\n{entry}").positions
    assert position.title == title, why


STARTS = [
    ("Clerk, Foo Ltd, Oct 2015 to Current\n- x\nCamera Operator (contract), Bar Games, July 2015\n- y", ["..", "2015-07"],
     "behind both names, in their line: all of a job"),
    ("Camera Operator, Bar Games, July 2015\n- y\nClerk, Foo Ltd, Oct 2012 to May 2014\n- x", ["2015-07", "2014-05"],
     "the same as the newest job"),
    ("Clerk Dec 2013\nFoo Ltd\n- x\nAnalyst Nov 2009 to Aug 2013\nBar Ltd\n- y", ["..", "2013-08"], "the newest, first: it lasts"),
    ("Company Name May 2015 Sr. Clerk\n- x\nCompany Name March 2013 to May 2015 Clerk\n- y", ["..", "2015-05"],
     "between an employer left blank and its title"),
    ("Clerk Jan 2016 to Current\nFoo Ltd\n- x\nAnalyst Jan 2015\nBar Ltd\n- y", ["..", "2016-01"], "until the next job"),
    ("Clerk Jan 2016 to Current\nFoo Ltd\n- x\nAnalyst Jan 2012\nBar Ltd\n- y", ["..", "2012-01"], "years apart: not known"),
    ("Intern Dec 2013\nFoo Ltd\n- x\nAnalyst Nov 2009 to Aug 2013\nBar Ltd\n- y", ["2013-12", "2013-08"], "a month's internship"),
    ("Clerk Dec 2013\nFoo Ltd\n- x\nAnalyst Nov 2009\nBar Ltd\n- y", ["2013-12", "2009-11"], "single months throughout"),
]  # fmt: skip


@pytest.mark.parametrize(("entries", "ends", "why"), STARTS)
def test_jobs_with_only_their_first_month(read: Read, entries: str, ends: list[str], why: str) -> None:
    positions = read(f"EXPERIENCE\n{entries}").positions
    assert [f"{one.end:%Y-%m}" if one.end else ".." for one in positions] == ends, why


def test_an_undated_job_takes_the_dates_beside_its_employer_s_name_elsewhere(read: Read) -> None:
    text = (
        "SKILLS\nBanking, cards, tills, queues and all that a summary tells in one long line before anything else comes in the "
        "file, which holds the first job as well (Foo Leasing & Bar) "
        "Foo Leasing Ltd Nov, 2016 to Till Date Designation: Manager\n"
        "Company Details\ncompany - Foo Leasing Ltd\ndescription - Cards\ncompany - Bar Ltd\ndescription - 2012 to 2014"
    )
    assert [(one.employer, str(one.start)) for one in read(text).positions] == [
        ("Foo Leasing Ltd", "2016-11-01"),
        ("Bar Ltd", "2012-04-01"),
    ]


def test_jobs_told_in_sentences_among_the_studies(read: Read) -> None:
    text = (
        "EDUCATION\nDiploma in Civil Engineering, 2012\n1. Worked in Foo Works as clerk from 01/08/2012 to\n30/08/2014"
    )
    assert [(one.title, one.employer) for one in read(text).positions] == [("clerk", "Foo Works")]


def test_dots_may_lead_from_a_title_to_its_date(read: Read) -> None:
    text = f"EXPERIENCE\nTraining Instructor {'.' * 110} Jan 2012 to Current\nFoo Ltd\n- Taught them"
    (position,) = read(text).positions
    assert (position.title, position.employer, position.current) == ("Training Instructor", "Foo Ltd", True)


def test_versions_are_no_dates_of_a_job(read: Read) -> None:
    text = (
        "EXPERIENCE\nClerk, Foo Ltd, 2016 - 2018\n- x\nSKILLS\nOperating Systems - Windows Server 2003/2008/2012, Linux"
    )
    assert [one.title for one in read(text).positions] == ["Clerk"]


SLASHES = [
    ("Engineer / Foo\t2015 - 2018", "Engineer", "Foo", "nothing else may be the employer"),
    ("Engineer / Foo, Springfield\t2015 - 2018", "Engineer", "Foo", "a city behind it"),
    ("Engineer / Foo - Springfield, Ohio\t2015 - 2018", "Engineer", "Foo", "a city and its state"),
    ("Engineer / Team Lead\tFoo\t2015 - 2018", "Engineer / Team Lead", "Foo", "two titles"),
    (
        "Researcher / Data Acquisition\tFoo University\t2015 - 2018",
        "Researcher / Data Acquisition",
        "Foo University",
        "",
    ),
]


@pytest.mark.parametrize(("head", "title", "employer", "why"), SLASHES)
def test_what_a_slash_joins(read: Read, head: str, title: str, employer: str, why: str) -> None:
    (position,) = read(f"EXPERIENCE\n{head}\n• Did things").positions
    assert (position.title, position.employer) == (title, employer), why


def test_a_job_of_several_summers(read: Read) -> None:
    resume = read("EXPERIENCE\nWaiter\nFoo Inn\nSummers 2018 – 2020\n- served")
    assert [(position.title, position.employer) for position in resume.positions] == [("Waiter", "Foo Inn")] * 3
    assert total_months(resume, AS_OF) == 9


def test_entries_may_be_items_that_begin_with_their_dates(read: Read) -> None:
    text = "EXPERIENCE\n• 2021-present:  Frontend developer\n-- Foo Ltd\nMade sites\n\n2017-2021:  Frontend developer\n-- Bar Ltd\nMade more"
    assert [position.current for position in read(text).positions] == [True, False]


def test_a_job_told_in_a_sentence_beside_entries(read: Read) -> None:
    text = (
        "EXPERIENCE\nEngineer, Foo Ltd, Jan 2013 - Apr 2015\n• Did things\n• Worked as lead with four engineers from Mar 2014 to May 2014\n\n"
        "[3] Worked with BAR PVT. LTD. as a Sales Coordinator with all nine of its shops and on its rolls from Sep 2010 to Dec 2011"
    )
    assert [(position.title, position.start) for position in read(text).positions] == [
        ("Engineer", date(2013, 1, 1)),
        ("Sales Coordinator", date(2010, 9, 1)),
    ]


def test_a_year_within_a_heading_does_not_hide_the_line_above(read: Read) -> None:
    (position,) = read("EXPERIENCE\nFoo Electronics\nTester\tSep. 2013, Mar. 2011 - Oct. 2011\n• Tested").positions
    assert (position.title, position.employer) == ("Tester", "Foo Electronics")


def test_names_stay_with_their_dates_over_the_end_of_a_page() -> None:
    text = "Experience\nOwner\nFoo Languages\n\n12/2000 - 05/2003\tSpringfield, IL\n• Built a keyboard"
    cut = text.index("12/2000")
    pages = tuple(
        Page(number=number, width=612, height=792, start=start, end=end)
        for number, (start, end) in enumerate([(0, cut - 2), (cut, len(text))], 1)
    )
    (position,) = parse(Document(text=text, format="pdf", sha256="", pages=pages)).positions
    assert (position.title, position.employer) == ("Owner", "Foo Languages")


def test_titles_without_dates_name_their_employers(read: Read) -> None:
    found = read(
        "EXPERIENCE\nProduction Intern\nFoo Opera\n• Did things\n\nSales Associate\nBar Store LLC\n• Sold things"
    ).positions
    assert [position.employer for position in found] == ["Foo Opera", "Bar Store LLC"]


def test_an_item_within_an_entry_is_no_job_of_its_own(read: Read) -> None:
    entry = "Engineer, Foo Ltd, Jan 2019 - Dec 2020\n- Technical lead for four engineers (Mar 2019 - Dec 2020)"
    (position,) = read(f"EXPERIENCE\n{entry}").positions
    assert (position.title, position.start) == ("Engineer", date(2019, 1, 1))


def test_roles_take_the_name_of_their_employer(read: Read) -> None:
    text = (
        "EXPERIENCE\nPetrel Systems, Jan 2018 – Dec 2021\n  Senior Engineer, Jan 2020 – Dec 2021\n"
        "  - x\n  Engineer, Jan 2018 – Dec 2019"
    )
    assert [(role.title, role.employer) for role in read(text).positions] == [
        ("Senior Engineer", "Petrel Systems"),
        ("Engineer", "Petrel Systems"),
    ]


def test_an_entry_spans_its_heading_and_its_bullets(read: Read) -> None:
    text = (
        "EXPERIENCE\nData Analyst\nJan 2018 - Dec 2019 Foo Ltd\n- Reports\nEngineer\n"
        "Jan 2020 - Present Bar Ltd\n- Pipelines\nSKILLS\nSQL"
    )
    first, second = read(text).positions
    assert text[first.text_start : first.text_end] == "Data Analyst\nJan 2018 - Dec 2019 Foo Ltd\n- Reports"
    assert text[second.text_start : second.text_end] == "Engineer\nJan 2020 - Present Bar Ltd\n- Pipelines"
    assert second.current
    assert second.end is None


CONSULTANT = """Projects

1. Cheque reader | Client: a bank | Zentrova Consulting Pvt Ltd | Jan 2024 - till date
Role: Senior ML Engineer, team size 7
- Signature matching for 45,000 documents a day

2. Loan scorecard | Zentrova Consulting Pvt Ltd | Dec 2021 - Dec 2023
Role: ML Engineer
- Scorecard on three million accounts
"""


def test_dated_projects_with_employers_are_the_career_where_nothing_else_is(read: Read) -> None:
    resume = read(CONSULTANT)
    assert [position.title for position in resume.positions] == ["Senior ML Engineer", "ML Engineer"]
    assert resume.projects == ()
    assert total_months(resume, AS_OF) == 59


def test_dated_projects_beside_jobs_stay_projects(read: Read) -> None:
    resume = read("Experience\nEngineer, Foo Ltd, Jan 2019 - Dec 2023\n- Trams\n\n" + CONSULTANT)
    assert [position.title for position in resume.positions] == ["Engineer"]
    assert len(resume.projects) == 2


ABOVE = [
    (
        "Employment history\nForecast the late trams of nine depots from the\nweather. Data Scientist, Feb 2021 to Till Date Foo Ltd",
        [("Data Scientist", "Forecast the late trams")],
        "an account above its only heading, glued to the end of the sentence",
    ),
    (
        "Employment history\nForecast the late trams of nine depots in winter.\nData Scientist, Aug 2020 to Till Date, Foo Ltd\n"
        "Wrote the weekly reports for the mayor.\nData Analyst, Jan 2018 to Jul 2020, Bar Ltd\nSkills\nSQL",
        [("Data Scientist", "Forecast the late trams"), ("Data Analyst", "Wrote the weekly")],
        "each account above its heading",
    ),
    (
        "Employment history\nSix years in the transport of people and goods.\nData Scientist, Aug 2020 to Till Date, Foo Ltd\n- Trams",
        [("Data Scientist", "Data Scientist")],
        "a remark above a heading that has its account below",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), ABOVE, ids=[row[2] for row in ABOVE])
def test_accounts_above_their_headings(read: Read, text: str, expected: list[tuple[str, str]], why: str) -> None:
    found = read(text).positions
    assert [position.title for position in found] == [title for title, _ in expected], why
    for position, (_, begins) in zip(found, expected, strict=True):
        assert text[position.text_start :].startswith(begins), why


def test_positions_without_a_heading(read: Read) -> None:
    (position,) = read("Ada Example\nFoo Analytics, Berlin\nData Scientist, June 2015 to May 2018\n• Models").positions
    assert (position.title, position.start, position.end) == ("Data Scientist", date(2015, 6, 1), date(2018, 5, 1))


def test_positions_are_found_where_the_order_of_lines_is_lost(read: Read) -> None:
    text = (
        "PROFILE\nI am new.\nFOO MEDIA\nINTERN, OCT 2020 - DEC 2020\nDid things\nEXPERIENCE\n"
        "EDUCATION\nB.TECH, 2021\nPROJECTS\nA tool\nBAR APP\n"
        "TESTER INTERN, DEC 2019 - MAY 2020\nBuilt things"
    )
    assert total_months(read(text), date(2020, 12, 31)) == 9


def test_titles_without_dates_are_positions(read: Read) -> None:
    found = read(
        "EXPERIENCE\nProduction Intern, Foo Ltd\n• Did things\nSales Associate, Bar Ltd\n• Sold things"
    ).positions
    assert [(position.title, position.start) for position in found] == [
        ("Production Intern", None),
        ("Sales Associate", None),
    ]


BREAKS = [
    ("Parental leave, Jan 2019 - Dec 2019", "parental"),
    ("From 2011 to 9-5-2016, I was a full-time mother at home.", "parental"),
    ("Elternzeit, 01/2019 – 12/2019", "parental"),
    ("Sabbatical, travelling, 2018 - 2019", "travel"),
    ("Caring for my mother, Mar 2017 - Sep 2018", "care"),
    ("Military service, 2010 - 2011", "military"),
    ("Career break, 2015 - 2016", "sabbatical"),
    ("June 2019 to February 2025: two children, then a house. No paid work. From autumn 2023 a course", "sabbatical"),
]


@pytest.mark.parametrize(("line", "reason"), BREAKS)
def test_breaks_are_explained_and_no_work(read: Read, line: str, reason: str) -> None:
    resume = read(f"Experience\nEngineer, Foo Ltd, Jan 2020 - Present\n- x\n\n{line}")
    assert [pause.reason for pause in resume.breaks] == [reason]
    assert len(resume.positions) == 1


WORDS = st.sampled_from(
    [
        "Engineer, Foo Ltd",
        "Jan 2018 – Dec 2020",
        "2019 - present",
        "EXPERIENCE",
        "Education",
        "BSc Physics",
        "- did x in 2019",
        "",
        "Company: Foo",
        "Duration: 2015 - 2017",
        "worked as analyst from 2015 to 2016",
        "5 years of experience",
        "\t",
        "PROJECTS",
    ]
)


@given(st.lists(WORDS, max_size=14))
def test_any_text_gives_spans_within_it(lines: list[str]) -> None:
    text = "\n".join(lines)
    resume = parse(Document(text=text, format="text", sha256=""))
    for part in (*resume.positions, *resume.education, *resume.projects, *resume.breaks):
        assert 0 <= part.text_start < part.text_end <= len(text)
    for stated in resume.stated_years:
        assert 0 <= stated.start < stated.end <= len(text)
    assert total_months(resume, AS_OF) >= 0
    assert parse(Document(text=text, format="text", sha256="")) == resume


PIECES = st.sampled_from(
    [
        ", ",
        "; ",
        " - ",
        ": ",
        " | ",
        "(",
        ")",
        ".",
        " ",
        "\n",
        "\n\n",
        "* ",
        "2019 - 2020",
        "03/2018",
        "since 2021",
        "Present",
        "engineer",
        "Engineer",
        "Corrib Ferries",
        "at the ticket desk",
        "same place",
        "University of Foo",
        "PhD",
        "crew of five people",
    ]
)


@example(pieces=[", K. (March, 2018) ", "A crew of five people at the desk: engineers of ferries and more. 2019"])
@example(pieces=[", ", ", ", ", ", ", ", *["2019 - 2020"] * 3, "\n", "2019 - 2020", ", ", "2019 - 2020"])
@given(st.lists(PIECES, max_size=30))
def test_signs_names_and_dates_in_any_order_are_read(pieces: list[str]) -> None:
    # "(March, 2018)" leaves ", K." before it, a line whose first sign has no name before it.
    text = "EXPERIENCE\n" + "".join(pieces)
    resume = parse(Document(text=text, format="text", sha256=""))
    for part in (*resume.positions, *resume.education, *resume.projects, *resume.breaks):
        assert 0 <= part.text_start < part.text_end <= len(text)


def test_a_running_header_is_no_position(read: Read) -> None:
    header = "Ada Example - Data Engineer - Page {}/3\nada@example.com"
    text = (
        f"{header.format(1)}\n\nEXPERIENCE\nAnalyst, Foo Ltd, 2020 - present\n- x\n{header.format(2)}\n\n- y\n\n"
        f"Clerk, Bar Ltd, 2015 - 2018\n- z\n\n{header.format(3)}\n"
    )
    assert [position.employer for position in read(text).positions] == ["Foo Ltd", "Bar Ltd"]


def test_the_last_item_of_an_entry_is_no_employer_of_the_next(read: Read) -> None:
    text = (
        "EXPERIENCE\nEngineer, Foo SA, 02/2021 - 08/2023\n- Pipelines in Python and SQL\n"
        "Analyst, Town of Brumeval, 01/2019 - 01/2021\n- Reports\n"
    )
    assert [position.employer for position in read(text).positions] == ["Foo SA", "Town of Brumeval"]


TABLES = [
    ("Company\tDesignation\tDuration", "Foo Ltd\tSoftware Engineer\tJun 2019 - Till date", "the employer first"),
    ("Designation\tOrganization\tPeriod", "Software Engineer\tFoo Ltd\tJun 2019 - Till date", "the title first"),
    ("Duration\tCompany\tPosition", "Jun 2019 - Till date\tFoo Ltd\tSoftware Engineer", "the dates first"),
]


@pytest.mark.parametrize(("head", "row", "why"), TABLES)
def test_the_head_of_a_table_names_nothing(read: Read, head: str, row: str, why: str) -> None:
    (position,) = read(f"WORK EXPERIENCE\n{head}\n{row}\n").positions
    assert (position.title, position.employer) == ("Software Engineer", "Foo Ltd"), why


def test_a_heading_glued_to_the_first_entry_is_no_employer(read: Read) -> None:
    text = "Jo Doe\nWork experience 04/2022 - 07/2022\nEngineer, Springfield\nDesigned it\n08/2021 - 03/2022\nClerk, Foo Ltd\nBuilt it"
    first, second = read(text).positions
    assert (first.title, first.employer) == ("Engineer", "Springfield")
    assert (second.title, second.employer) == ("Clerk", "Foo Ltd")


def test_a_title_keeps_the_dot_of_its_platform(read: Read) -> None:
    (position,) = read("EXPERIENCE\n.NET Developer, Foo Ltd, 02/2011 - 10/2019\n- Built it").positions
    assert position.title == ".NET Developer"


def test_a_later_title_of_the_same_job_is_no_job_of_its_own(read: Read) -> None:
    resume = read(
        "EXPERIENCE\n10.2015 - 02.2021   Foo Logistics Ltd, Kassel\n"
        "                    Software developer, since 2018 Data Scientist\n- Forecast of parcels for each depot\n"
    )
    assert [(one.title, one.employer) for one in resume.positions] == [("Software developer", "Foo Logistics Ltd")]


def test_a_frame_around_the_text_is_no_part_of_it(read: Read) -> None:
    resume = read(
        "┌ EXPERIENCE\n│\n│ Foo Robotics, Quebec — Firmware Developer (2018-06 → 2021-03)\n"
        "│   ▸ Drivers for motors in C\n│   ▸ Lead 4 people since 2019: reviews, planning\n└\n"
    )
    assert [(one.title, one.employer) for one in resume.positions] == [("Firmware Developer", "Foo Robotics")]


def test_a_job_told_between_two_years(read: Read) -> None:
    (position,) = read("WHAT I DO\nBetween May 2021 and the end of 2023 I was an accountant at Foo Ltd.\n").positions
    assert (position.start, position.end) == (date(2021, 5, 1), date(2023, 12, 1))


def test_work_without_a_title_among_entries_of_the_same_form(read: Read) -> None:
    resume = read(
        "EXPERIENCE\nWeb Developer, Foo Print, Jan 2016 - Dec 2019\n- Shop systems\n"
        "Weekend web work for a rowing club, Mar 2017 - Aug 2017\n- A site\n"
    )
    assert [(str(one.start), str(one.end)) for one in resume.positions] == [
        ("2016-01-01", "2019-12-01"),
        ("2017-03-01", "2017-08-01"),
    ]


def test_a_later_role_without_an_employer_is_held_under_the_name_above(read: Read) -> None:
    text = "Experience\nFoo Works\n7 years 10 months\nLead Engineer\nJune 2021 - Present (5 years)\nPortland, OR\nLed the teams that"
    text += (
        " plan the ships\nEngineer\nMay 2019 - May 2021 (2 years)\nPortland, OR\nWrote the models that plan the ships\n"
    )
    found = [(one.title, one.employer) for one in read(text).positions]
    assert found == [("Lead Engineer", "Foo Works"), ("Engineer", "Foo Works")]


def test_dates_that_close_their_entries_take_nothing_from_below(read: Read) -> None:
    text = "Experience\nFire fighter\nFoo Works - May 2016 to Present\nMechanic\nOrlo Works - May 2014 to April 2016\n"
    text += "Quality Assurance\nBar Works - May 2012 to April 2014\n"
    found = [(one.title, one.employer) for one in read(text).positions]
    assert found == [("Fire fighter", "Foo Works"), ("Mechanic", "Orlo Works"), ("Quality Assurance", "Bar Works")]


NO_WORK = [
    ("Available from February 2027", "from when somebody is free"),
    ("Free for new projects from April 2027", "the same of a contractor"),
    ("Available as project manager from May 2027", "a job looked for"),
    ("Verfügbar ab 01.03.2027", "German"),
    ("Disponible desde marzo 2027", "Spanish"),
    ("Notice period: three months, from March 2027", "a label"),
    ("Passport valid Jan 2020 – Dec 2029", "papers for a term"),
    ("Security clearance (SC) June 2024 – June 2031", "the same without a word of the term"),
]
WORK_NAMED_ALIKE = [
    ("Available Light Theatre, Jan 2015 – Dec 2017", "Available Light Theatre"),
    ("Registration clerk, Foo Borough, Jan 2018 – Feb 2020", "Foo Borough"),
    ("Clerk, Clearance Solutions Ltd, Jan 2015 – Dec 2017", "Clearance Solutions Ltd"),
    ("Valid Shipping, Mar 2016 – Mar 2018", "Valid Shipping"),
]
HELD = "EXPERIENCE\nEngineer, Foo Foods, Mar 2020 – Present\n- Pipelines\n\n"


@pytest.mark.parametrize(("line", "reason"), NO_WORK, ids=[row[1] for row in NO_WORK])
def test_a_date_to_come_is_no_work(read: Read, line: str, reason: str) -> None:
    assert [one.employer for one in read(HELD + line + "\n").positions] == ["Foo Foods"], reason


@pytest.mark.parametrize(("line", "employer"), WORK_NAMED_ALIKE)
def test_names_that_begin_like_a_date_to_come(read: Read, line: str, employer: str) -> None:
    assert employer in [one.employer for one in read(HELD + line + "\n- Letters\n").positions]


@pytest.mark.parametrize("head", ["{title}\t{dates}\n{firm}", "{title}, {dates}\n{firm}", "{title} ({dates})\n{firm}"])
@pytest.mark.parametrize("firm", ["Acme Ltd", "Hull City Council", "Foxtail", "City of Hull"])
@pytest.mark.parametrize("item", ["Python and SQL", "Weddings", "Runs Kubernetes", "Budget of 3M", "Google Analytics"])
def test_an_item_of_the_job_before_is_no_employer(read: Read, item: str, firm: str, head: str) -> None:
    first = head.format(title="Data Analyst", dates="Jan 2022 - Present", firm="Lapwing Ltd")
    second = head.format(title="Clerk", dates="May 2018 - Dec 2021", firm=firm)
    resume = read(f"Jo Doe\nExperience\n{first}\n• {item}\n{second}\n• Filing\n")
    assert [(one.title, one.employer) for one in resume.positions] == [("Data Analyst", "Lapwing Ltd"), ("Clerk", firm)]


def test_an_item_that_opens_each_entry_names_its_employer(read: Read) -> None:
    entries = "• Foxtail\nClerk, May 2018 - Dec 2021\nKept the books.\n• Lapwing\nCook, May 2015 - Apr 2018\nFed many."
    resume = read(f"Jo Doe\nExperience\n{entries}\n")
    assert [one.employer for one in resume.positions] == ["Foxtail", "Lapwing"]


DEPARTMENTS = [
    (
        "Foo Hospital\nRegistered Nurse - ICU\nFeb 2020 - Present",
        "Registered Nurse – ICU",
        "Foo Hospital",
        "a ward behind a dash",
    ),
    (
        "Foo Air - Denver, CO\nManager, Ground Operations | 2016 - 2019",
        "Manager, Ground Operations",
        "Foo Air",
        "a department",
    ),
    ("Nurse - Foxtail\nFeb 2020 - Present", "Nurse", "Foxtail", "an employer behind a dash"),
    ("Developer (C#/.NET)\nFoo GmbH\n05/2021 - 06/2023", "Developer (C#/.NET)", "Foo GmbH", "technologies in brackets"),
    ("Developer (Foxtail)\n05/2021 - 06/2023", "Developer", "Foxtail", "an employer in brackets"),
    ("Developer, Self-employed, Hove (Jan 2021 - May 2022)", "Developer", "Self-employed", "on one's own account"),
    ("Developer, Foo Ltd, Hove (Jan 2021 - May 2022)", "Developer", "Foo Ltd", "an employer before its town"),
]


@pytest.mark.parametrize(("entry", "title", "employer", "why"), DEPARTMENTS)
def test_what_a_title_is_about_is_no_employer(read: Read, entry: str, title: str, employer: str, why: str) -> None:
    (one,) = read(f"Jo Doe\nExperience\n\n{entry}\n- Kept the books of the house\n").positions
    assert (one.title, one.employer) == (title, employer), why


@pytest.mark.parametrize(
    ("heading", "line", "jobs", "why"),
    [
        (
            "Studium und Ausbildung",
            "08/2005 – 06/2008\tAusbildung zum Mechaniker, Foo GmbH",
            1,
            "a course among courses",
        ),
        ("Studium und Ausbildung", "08/2005 – 06/2008\tMechaniker, Foo GmbH", 2, "a job among courses"),
        ("Beruflicher Werdegang", "08/2005 – 06/2008\tAusbildung zum Mechaniker, Foo GmbH", 2, "work among jobs"),
    ],
)
def test_a_trade_is_learnt_where_its_heading_says(read: Read, heading: str, line: str, jobs: int, why: str) -> None:
    text = f"Jo Doe\n\nBerufserfahrung\n01/2015 – 03/2019\tIngenieur\nAdlerwerke AG\n\n{heading}\n{line}\n"
    assert len(read(text).positions) == jobs, why


def test_a_year_of_service_is_voluntary(read: Read) -> None:
    text = "Jo Doe\n\nBerufserfahrung\n01/2015 – 03/2019\tIngenieur, Foo AG\n2013 – 2014\tBundesfreiwilligendienst, Foo Heim\n"
    assert [one.kind for one in read(text).positions] == ["employment", "volunteer"]


def test_a_line_of_technologies_behind_a_job_is_none(read: Read) -> None:
    text = "Jo Doe\n\nWork Experience\n\nAnalyst, Foo Ltd\t02/2019 to 03/2022\n\n- Reports\n\nEnvironment: C#, ASP.NET, SQL Server\n"
    assert [one.employer for one in read(text).positions] == ["Foo Ltd"]


def test_two_technologies_are_no_employer(read: Read) -> None:
    told = "Data Engineer, January 2019 - March 2022\nPython and SQL\nClerk, May 2015 - June 2018\nBar and Grill\n"
    assert [one.employer for one in read(f"Jo Doe\nExperience\n{told}").positions] == ["", "Bar and Grill"]


def test_a_creator_is_a_title_and_a_name_of_one_word_may_hold_it() -> None:
    entry = "{}\tJun 2018 - Feb 2021\n{}\n- Filmed\n"
    rows = [("Content Creator", "Brighton Example Pier"), ("Sales Manager", "Creatorly Ltd")]
    text = "Ana Lopes\n\nExperience\n" + "\n".join(entry.format(*row) for row in rows)
    assert [(one.title, one.employer) for one in aimatch.read(text).positions] == rows
