"""Degrees: their level, their field, whether they are completed, and what only sounds like one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from aimatch.model import Resume
from aimatch.resume import field_kind, highest_degree

Read = Callable[[str], Resume]
AS_OF = date(2026, 11, 1)

DEGREES = [
    ("MBA\tprocessing in one year", "none", "still to come"),
    ("Diplom Informatik (FH), Hochschule Foo, 2010", "bachelor", "a diploma of a school of applied sciences"),
    ("Diplom Informatik, Universität Foo, 2010", "master", "a diploma of a university"),
    ("B.Ing. Electrical Engineering, École Foo, 2018", "bachelor", "as in Quebec"),
    ("DSc (Tech), Foo University, 2023", "phd", "a Finnish doctorate, without dots"),
    ("MCS  Springfield, Foo University", "master", "without its dots, in capitals, beside a school"),
    ("LLM Criminology Springfield, Foo University", "master", "a master of laws, no language model"),
    ("B.Sc.Engg (Textiles) 2008 - 2012, Foo Institute", "bachelor", "engineering behind a science degree, glued"),
    ("Post-Graduate Diploma in Management, Foo Institute, 2011", "master", "India's business schools"),
    ("Polytechnic from Foo Institute of Technology, 2015", "associate", "a polytechnic's diploma"),
    ("B.Tech, Foo University, 2019", "bachelor", "dots"),
    ("B.TECH(COMPUTERS) FROM FOO UNIVERSITY, DELHI IN 2021", "bachelor", "capitals, no spaces"),
    ("B. Tech, ECE Foo University 2020", "bachelor", "a space within"),
    ("January 2014 BE Civil Engineering, Foo University", "bachelor", "two letters in capitals"),
    ("BS : Marine Biology June 2013", "bachelor", "two letters before a colon"),
    ("BSc Computer Engineering, Foo Tekniska, 2017", "bachelor", "no dots"),
    ("BCA, Foo College", "bachelor", "Indian abbreviation"),
    ("Bachelor's Degree: Finance", "bachelor", "in full"),
    ("Politechnika Foo, Informatyka, studia inżynierskie, 2014", "bachelor", "Polish, the first step"),
    ("2014 - 2016\tPolitechnika Foo, studia magisterskie (mgr\ninż.)", "master", "Polish, the second step, wrapped"),
    ("AP Degree in Computer Science, Foo Business Academy, 2016", "associate", "Danish, two years"),
    ("Degree in Computer Science, Foo Business Academy, 2016", "bachelor", "no such letters before it"),
    ("BTEC Extended Diploma in IT, Foo College", "none", "a diploma of schools"),
    ("Diploma in IT, Foo College", "associate", "a college's diploma"),
    ("PGCE Secondary Mathematics, Foo University, 2012", "none", "a certificate of teachers"),
    ("Licenciatura in Informatics, Foo, 2014–2017", "bachelor", "Portuguese"),
    ("Laurea triennale in Matematica, Università Foo", "bachelor", "Italian"),
    ("Licence en informatique, Université Foo", "bachelor", "French"),
    ("Engineer's Degree - Urban Construction, Foo State University", "bachelor", "the first degree in engineering"),
    ("Specialist degree, Foo State University, 2010", "bachelor", "five years, in many countries"),
    (
        "2012-2017: Foo National University\nDiploma in Engineering, Heat supply",
        "bachelor",
        "a university's diploma by its years",
    ),
    ("2 degrees in Economics and Law, Foo University", "bachelor", "a degree without its name"),
    ("MSc degree in Physics, Foo University", "master", "a degree with its name"),
    ("MSc Data Analysis 2020, Foo University", "master", "a word that product names have, here of a field"),
    ("2003-2008 Foo State University, systems engineer", "bachelor", "what a university made of somebody"),
    ("Foo National University, 2008 - 2013\nSpecialist in Software Engineering", "bachelor", "a line below"),
    ("Foo Aircraft Institute (2005-2011)\nRocket engineer", "bachelor", "an institute, by its years"),
    ("Foo Business Institute, SEO specialist, 2019", "none", "a course"),
    ("Foo University\nCertified network engineer course, 2019", "none", "a certificate"),
    ("Practical Software Engineer, Foo College, 2010", "associate", "two years, in Israel"),
    ("Doctor of Pharmacy, Foo College", "phd", "a professional doctorate"),
    ("M.Tech, Foo University", "master", "Indian abbreviation"),
    ("MCA (Computers), Foo University, 2021", "master", "Indian abbreviation"),
    ("MBA, Foo School of Management", "master", "business"),
    ("Masters of Science, Foo University", "master", "plural"),
    ("Diplom-Informatiker, TU Foo", "master", "German"),
    ("Laurea magistrale, Politecnico Foo", "master", "Italian"),
    ("Ph.D. in Statistics, Foo University", "phd", "doctorate"),
    ("Dr. rer. nat., Universität Foo", "phd", "German doctorate"),
    ("A.A.S. Network Administration, Foo Community College, 2019", "associate", "two-year degree"),
    ("Associate of Arts, Foo College", "associate", "in full"),
    ("2014 - 2016: Foo University\nDiploma in Computer Science", "associate", "two years are no whole course of study"),
    ("Diploma in Electrical Engineering, Foo Polytechnic", "associate", "a polytechnic's diploma"),
    ("High School Diploma, Foo High School, 2016", "none", "school"),
    ("H.S. Diploma 2009 Tramway and Science Institute", "none", "school with a big name"),
    ("PG Diploma (Data Science), Foo School of Business", "none", "a certificate for graduates"),
    ("PhD level reading in optics (on my own)", "none", "no course of study at all"),
    ("Pursuing MBA, Foo University", "none", "running"),
    ("Licenciatura en Sistemas, Universidad Foo. Tres años, sin finalizar", "none", "left, in Spanish"),
    ("Maîtrise en informatique, Université Foo, commencée en 2017, abandonnée", "none", "left, in French"),
    ("Magister informatyki, Uniwersytet Foo, w trakcie", "none", "running, in Polish"),
    ("Magíster en Estructuras, Universidad Foo, 2012", "master", "as it is written in Chile"),
    ("Sarjana Informatika, Universitas Foo, 2015", "bachelor", "in Indonesian"),
    ("2016.06  Foo University  计算机应用  大专", "associate", "in Chinese"),
    ("2018.02 Foo University 컴퓨터공학과 졸업 (학사)", "bachelor", "in Korean"),
    ("MSc Data Science, Foo University, 2025 - present", "none", "running, by its dates"),
    ("MBA : Finance, Foo School of Management, Current", "none", "running, in place of the year"),
    ("Next stop: a PhD on thinking machines (looking for a university)", "none", "wished for"),
    ("Someday an MSc in AI", "none", "wished for too"),
    ("Applied to the MSc AI at Foo University, waiting for an answer", "none", "applied for"),
    ("MSc AI, Foo University, starts 2031", "none", "yet to begin"),
    ("Honorary PhD in Artificial Intelligence, Foo Institute, 2022", "none", "honorary"),
    ("MBA dropout, Foo School of Management", "none", "left"),
    ("Left the PhD program of Foo University in 2018", "none", "left too"),
    ("Mini-MBA, Foo School of Management, 2021", "none", "a course of days"),
    (
        "PhD, Computer Science, Foo University, 2012: drift of models applied to the seas",
        "phd",
        "a thesis about what is applied",
    ),
    (
        "MSc AI, Foo University, 2019\nThesis: who is a college student near to leaving",
        "master",
        "a thesis about those who leave",
    ),
    ("BSc Physics, Foo University, 2011; left for industry afterwards", "bachelor", "left afterwards"),
    (
        "MSc Physics, Foo University, 2015\nWould like to lead a lab, applied for two patents",
        "master",
        "wishes for other things",
    ),
    ("Bachelor of Science, expected 2029", "none", "to come"),
    ("Master of Education (Schools), in view", "none", "to come, as some say"),
    ("Some college coursework toward a Bachelor's degree", "none", "left"),
    ("Foo University\tExpected Graduation: May 2029\nBachelor of Music", "none", "to come, as its school's line says"),
    ("Foo University\tExpected Graduation: May 2020\nBachelor of Music", "bachelor", "was to come, and must be over"),
    ("MS Data Science, Foo University, 2019", "master", "data is a field here, no product"),
    ("B.M. in Vocal Performance, Foo Conservatory, 2017", "bachelor", "music"),
    ("B.Tech(ME)\tFoo Institute\t2016", "bachelor", "a field abbreviated in brackets is no degree"),
    ("Mini MBA, Foo University", "none", "a short course with a big name"),
    ("Data Analyst Nano Degree - Foo", "none", "a short course with a big name"),
    ("Scrum Master certificate", "none", "no degree"),
    ("Radio course, 2010: troubleshooting of AM and FM receivers", "none", "amplitude modulation, no master of arts"),
    ("MS Office, MS SQL", "none", "products"),
    ("Office 2000, Windows (9X, ME, XP)", "none", "versions of a product"),
    ("Foo College, Boston, MA", "none", "a place"),
    ("BS Physics, Foo College, Boston, MA, 2015 – 2019", "bachelor", "a place before a date"),
    ("Foo College, Bar Harbor, ME — BA History\n2015 – 2019", "bachelor", "a place before the degree"),
    ("Foo University | Baltimore, MD | BS Physics | 2015 – 2019", "bachelor", "a place in a part of its own"),
    ("BS Physics\nFoo University, Jackson, MS\n2015 – 2019", "bachelor", "a place behind the school"),
    ("Springfield, MA, 2015 – 2019 | BA History", "bachelor", "a town that no list knows, beside a degree"),
    ("Foo College, Edmonton, AB, Canada, 2015", "none", "a province"),
    ("Foo College, Lethbridge, AB T1K 3M4", "none", "a province before its postal code"),
    ("Universidade Foo, Salvador - BA", "none", "a state of Brazil"),
    ("Foo College, Thun, BE, Switzerland", "none", "a canton"),
    ("MA, Boston, 2012", "master", "a degree before a place"),
    ("Amherst, MA — MS Statistics, 2012", "master", "a place before a degree"),
    ("MD, Johns Hopkins, 2010", "phd", "a doctor's degree before an unnamed kind of school"),
    ("Johns Hopkins, MD, 2010", "phd", "behind one, where no other degree is named"),
    ("Statistics, MS, Foo University", "master", "behind its field"),
    ("Foo University, Egyptology, MA, 2012", "master", "behind a field that no list knows"),
    ("Foo University, MS, 2012", "master", "behind its school"),
    ("BS COMPUTER SCIENCE\nFOO UNIVERSITY\n2015 – 2019", "bachelor", "capitals alone, with a field"),
    ("MA ENGLISH LITERATURE\nFOO UNIVERSITY\n2015 – 2019", "master", "capitals alone, with a field of the arts"),
    ("BE IN ELECTRONICS\nFOO UNIVERSITY\n2015 – 2019", "bachelor", "capitals, a word that is one of the language too"),
    ("FOO UNIVERSITY | MS DATA SCIENCE", "master", "capitals, in a part of its line"),
    ("AM COMPUTER LITERATE", "none", "a sentence in capitals"),
    ("AS COMPUTER OPERATOR", "none", "a title in capitals"),
    ("MS PROJECT", "none", "a product in capitals"),
]


@pytest.mark.parametrize(("line", "level", "why"), DEGREES)
def test_level(read: Read, line: str, level: str, why: str) -> None:
    assert highest_degree(read(f"Ada Example\n\nEDUCATION\n{line}"), AS_OF)[0] == level, why


ELSEWHERE = [
    (
        "SKILLS\nnot me: front ends, NLP, LLM. Our back end is a colleague's",
        "none",
        "language models before a full stop",
    ),
    (
        "Learning never stops\nAI course (online, 2023), BA Communications, Foo College, 2016",
        "bachelor",
        "among courses, with its school",
    ),
    ("Education\nDiploma in cooking, 2013. No university degree.", "none", "denied"),
    ("WHERE I AM\nSolid: SQL", "none", "a word of a heading in capitals"),
    ("SUMMARY\nEngineer with a Master's degree in Physics", "master", "said in the summary"),
    ("Ada Example, PhD\nBerlin\nSKILLS\nPython", "phd", "behind the name"),
    (
        "EXPERIENCE\nB.TECH(IT) FROM FOO UNIVERSITY, 2019\nEDUCATION\nSKILLS\nSQL",
        "bachelor",
        "the order of lines is lost",
    ),
    ("SUMMARY\nFour years of LLM products", "none", "large language models are no master of laws"),
    ("EXPERIENCE\nSales Associate, Foo Ltd, 2015 - 2017", "none", "a job"),
    ("SUMMARY\nScrum Master and master of ceremonies, DevOps engineer", "none", "titles"),
    ("EXPERIENCE\nEngineer, Foo, 2015 - 2017\n- Supervised Master students and their theses", "none", "other people's"),
]


@pytest.mark.parametrize(("text", "level", "why"), ELSEWHERE)
def test_level_outside_of_the_education(read: Read, text: str, level: str, why: str) -> None:
    assert highest_degree(read(text), AS_OF)[0] == level, why


def test_the_highest_completed_counts(read: Read) -> None:
    text = (
        "EDUCATION\nPhD in Physics, Foo University, 2024 - present\n"
        "MSc Physics, Foo University, 2020\nBSc Art, Bar College, 2018"
    )
    assert highest_degree(read(text), AS_OF) == ("master", "Physics")


CREDITS = [
    (
        "Master of Public Administration, Foo University, 12/2018, 36 credit hours, GPA 3.8",
        True,
        "those of a whole course",
    ),
    ("Bachelor of Arts, Foo University, 2014, 124 semester hours", True, "the same by semesters"),
    ("Bachelor of Arts, Foo University, 2012, 48 credit hours", False, "a part of one"),
    ("Bachelor of Arts, Foo University, credit hours", False, "no number"),
]


@pytest.mark.parametrize(("line", "completed", "why"), CREDITS)
def test_hours_of_a_course_of_study(read: Read, line: str, completed: bool, why: str) -> None:
    (entry,) = read(f"EDUCATION\n{line}").education
    assert entry.completed is completed, why


@pytest.mark.parametrize("first", [True, False], ids=["above", "below"])
def test_of_two_of_one_level_the_quantitative_one_counts(read: Read, first: bool) -> None:
    lines = ["BSc Physics, Bar University, 2014", "BA History, Foo University, 2010"]
    text = "Ada Example\n\nEDUCATION\n" + "\n".join(lines if first else lines[::-1])
    assert highest_degree(read(text), AS_OF) == ("bachelor", "Physics")


def test_a_year_soon_to_come_is_a_degree_of_a_final_year(read: Read) -> None:
    resume = read("EDUCATION\nB.Tech (IT), Foo University, 2021")
    assert highest_degree(resume, date(2020, 12, 31))[0] == "bachelor"
    assert highest_degree(resume, date(2018, 12, 31))[0] == "none"


FIELDS = [
    ("2010 - 2014\tFoo University\tPhysics\tBSc", "Physics"),
    ("2010 - 2014   Foo University   Software Engineering   Bachelor", "Software Engineering"),
    ("Springfield\tFoo University\tBSc\t2014", ""),
    ("2014\tFirst Class\tBSc\tFoo University", ""),
    ("BA (Hons) Business Management, Foo University, 2019", "Business Management"),
    ("MSc Harbour Engineering, 10/2018 – 07/2020", "Harbour Engineering"),
    ("B.E. in Electronics & Communication, Foo University", "Electronics & Communication"),
    ("Bachelor of Science : Applied Statistics Foo University", "Applied Statistics"),
    ("January 2014 BE Civil Engineering Pune, Foo University", "Civil Engineering"),
    ("B.Tech(Computers) from Foo University in 2019", "Computers"),
    ("B.Sc. in physics and atmospheric science, Foo University", "physics and atmospheric science"),
    ("BSc sports and athletics at Foo University, 2015", "sports and athletics"),
    ("M.Sc. Physik an der Hochschule Foo", "Physik"),
    ("MBA, Foo University", ""),
    ("Bachelor's degree in\nComputational Linguistics,\nFoo University", "Computational Linguistics"),
    ("BSc in", ""),
    ("BA Classics, Foo University", "Classics"),
    ("City & Guilds Level 2 Diploma in Bricklaying, Foo College, 2011", "Bricklaying"),
    ("Certificate III in Instrumentation, TAFE Foo, 2015", "Instrumentation"),
    ("CAP Cuisine, Lycée Foo, 2010", "Cuisine"),
    ("Foo University — Higher Vocational Diploma in Network\nTechnology\n2014 – 2016", "Network Technology"),
    ("Bachelor of Science in Applied\nInformatics\nFoo University", "Applied Informatics"),
    ("BA in Modern\nLanguages\n2010 – 2013", "Modern Languages"),
    ("BA in Modern History\nLanguages\nEnglish, Dutch", "Modern History"),
    ("Master Studies Applied Physics, Foo University", "Applied Physics"),
    ("10th from Foo Board", ""),
    ("Master's degree in Computer archives of tramways, Foo Academy", "Computer archives of tramways"),
]


@pytest.mark.parametrize(("line", "field"), FIELDS)
def test_field(read: Read, line: str, field: str) -> None:
    (entry,) = read(f"EDUCATION\n{line}").education
    assert entry.field == field


@pytest.mark.parametrize(
    ("field", "kind"),
    [
        ("Computer Science", "quantitative"),
        ("Informatik", "quantitative"),
        ("Electrical and Electronics Engineering", "quantitative"),
        ("Management Information Systems", "quantitative"),
        ("business administration", "other"),
        ("Fine Arts", "other"),
        ("Animal Science", "other"),  # a science by name, with no more mathematics than others
        ("Criminal Justice", "other"),
        ("Food Technology and Nutrition", "quantitative"),  # engineering of a kind beside it
        ("Jurisprudence", "other"),
        ("Chemistry", "other"),
        ("Chemical Engineering", "quantitative"),
        ("Biomedical Engineering", "quantitative"),
        ("Mecatrónica", "quantitative"),
        ("Information Science", "quantitative"),
        ("Tradução", "other"),
        ("Korean", "other"),
        ("Underwater Basket Weaving", "unknown"),
        ("", "unknown"),
    ],
)
def test_field_kind(field: str, kind: str) -> None:
    assert field_kind(field) == kind


def test_school_and_dates(read: Read) -> None:
    (entry,) = read("EDUCATION\nBSc Physics, Foo University, Berlin, Oct 2010 – Sep 2013").education
    assert (entry.institution, entry.start, entry.end) == ("Foo University", date(2010, 10, 1), date(2013, 9, 1))


def test_school_and_dates_where_every_paragraph_is_set_apart(read: Read) -> None:
    resume = read(
        "Education\nMSc in Physics\n\nFoo University, Sep 2014 – Jun 2016\n\n"
        "BSc in Mathematics\n\nBar College, Sep 2011 – Jun 2014"
    )
    found = [(entry.degree, entry.institution, entry.end) for entry in resume.education]
    assert found == [("MSc", "Foo University", date(2016, 6, 1)), ("BSc", "Bar College", date(2014, 6, 1))]


def test_a_city_behind_a_dash_is_no_part_of_the_school(read: Read) -> None:
    (entry,) = read("EDUCATION\nBSc Physics, 2013\n● Foo University - Springfield").education
    assert entry.institution == "Foo University"


ONCE = [
    ("Cand.merc. (MSc) Accounting, Foo University, 2016", "Cand.merc", "Accounting", "Foo University", "its other name"),
    ("BTEC Extended Diploma in IT, Foo College", "BTEC Extended Diploma", "IT", "Foo College", "a diploma of schools"),
    ("Bachelor Physics (diploma obtained), Foo University", "Bachelor", "Physics", "Foo University", "a remark on it"),
    ("Diplom-Ingenieur (FH) Maschinenbau, Foo Hochschule", "Diplom-Ingenieur", "Maschinenbau", "Foo Hochschule", "its school"),
    ("M.B.A., Masters : Finance Foo University", "M.B.A., Masters", "Finance", "Foo University", "the level beside its name"),
    ("B.Tech Physics Foo University in 2019", "B.Tech", "Physics", "Foo University", "small words behind a school"),
    ("BSc Physics from Foo University City, State GPA: 3.7", "BSc", "Physics", "Foo University", "a place left blank"),
    ("Diploma Hotel Management Foo Institute of Hotel Management", "Diploma", "Hotel Management",
     "Foo Institute of Hotel Management", "a field within the school's name"),
    ("BSc : Physics Foo University Physics", "BSc", "Physics", "Foo University", "a field behind the school once more"),
    ("Master of Science (MS) : Biology Foo University", "Master of Science (MS)", "Biology", "Foo University", "brackets"),
    ("Master of Fine Arts, M.F.A. Foo University - Ludlow",
     "Master of Fine Arts, M.F.A", "Fine Arts", "Foo University", "a comma"),
    ("High School Diploma 2006 Foo High School, Springfield", "High School Diploma", "", "Foo High School", "a school"),
    ("BSc Physics Foo University ï¼ Springfield", "BSc", "Physics", "Foo University", "a dash in a wrong encoding"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "degree", "field", "school", "why"), ONCE)
def test_a_degree_is_named_once(read: Read, line: str, degree: str, field: str, school: str, why: str) -> None:
    (entry,) = read(f"EDUCATION\n{line}").education
    assert (entry.degree, entry.field, entry.institution) == (degree, field, school), why


def test_two_degrees_of_one_level_in_a_line(read: Read) -> None:
    found = read("EDUCATION\nBSc Physics, BA History, Foo University").education
    assert [entry.degree for entry in found] == ["BSc", "BA"]


def test_each_line_belongs_to_one_course_of_study(read: Read) -> None:
    text = (
        "EDUCATION\nMaster of Science in Computer Science\nFoo University (STEM) | 2019-2021 |\n"
        "Bachelor of Science in Computer Science\nBar Institute of Technology (Honors) | 2015-2019 |"
    )
    assert [(entry.institution, entry.start) for entry in read(text).education] == [
        ("Foo University", date(2019, 4, 1)),
        ("Bar Institute of Technology", date(2015, 4, 1)),
    ]


def test_the_name_beside_the_date_is_the_school_s(read: Read) -> None:
    text = "EDUCATION\nBartech\tSep 2022 – Present\nPh.D., Applied Mathematics\nMIT\tMay 2022\nM.S., Computer Science"
    assert [entry.institution for entry in read(text).education] == ["Bartech", "MIT"]


def test_a_date_alone_above_does_not_hide_the_school_below(read: Read) -> None:
    (entry,) = read("EDUCATION\n2009 - 2011\nM. Sc. Physics.\nUniversität Foo").education
    assert (entry.institution, entry.start) == ("Universität Foo", date(2009, 4, 1))


def test_current_in_the_place_of_the_date_above(read: Read) -> None:
    text = "EDUCATION\ncurrent\nMaster of Science: Management, Foo University\n2016\nBachelor of Technology, Bar University"
    assert [(one.level, one.completed, one.end) for one in read(text).education] == [
        ("master", False, None),
        ("bachelor", True, date(2016, 9, 1)),
    ]


def test_a_degree_in_the_margin_is_named_once(read: Read) -> None:
    (entry,) = read("EDUCATION\nBS\tFoo University, BS in Computer Engineering\tSept 2014 – June 2018").education
    assert (entry.field, entry.institution) == ("Computer Engineering", "Foo University")


def test_the_head_of_a_table_names_no_school(read: Read) -> None:
    rows = "Course\tInstitution\tYear\nDiploma in Electrical Engineering\tFoo Inst. of Technology\t2018"
    (entry,) = read(f"EDUCATION\n{rows}").education
    assert entry.institution.startswith("Foo Inst")


def test_the_year_of_a_certificate_is_not_that_of_the_degree_below_it(read: Read) -> None:
    text = "Ada Example\n\nEDUCATION\nPrivacy certification, 2021\nBSc Statistics, Foo University\n"
    assert [(one.level, one.end) for one in read(text).education] == [("bachelor", None)]


@pytest.mark.parametrize(
    ("lines", "degree", "field", "reason"),
    [
        ("Grado en Ingeniería Informática, Universidad Foo, 2012 - 2016", "Grado", "Ingeniería Informática", "one"),
        ("Máster en Ingeniería de Datos, Universidad Foo, 2016 - 2018", "Máster", "Ingeniería de Datos", "one"),
        ("Ingeniería Informática, Universidad Foo, 2012 - 2016", "Ingeniería", "Informática", "by itself a degree"),
        ("Laurea in Ingegneria Informatica, Università Foo, 2016", "Laurea", "Ingegneria Informatica", "Italian"),
    ],
)
def test_engineering_behind_a_degree_is_its_field(lines: str, degree: str, field: str, reason: str, read: Read) -> None:
    found = [(one.degree, one.field) for one in read(f"Formación\n{lines}\n").education]
    assert found == [(degree, field)], reason


def test_a_date_above_the_school_dates_the_degree_below_it(read: Read) -> None:
    study = read("Education\nSep 2010 - May 2014\nExample University\n• BSc in Mathematics\n").education[0]
    assert (study.institution, str(study.start), str(study.end)) == ("Example University", "2010-09-01", "2014-05-01")


def test_a_school_set_apart_below_its_degree_and_date(read: Read) -> None:
    study = read(
        "Education\n\nSep 2010 - May 2014\tBSc in Mathematics\n\nExample University\n\nSkills\nSQL\n"
    ).education[0]
    assert (study.institution, str(study.end)) == ("Example University", "2014-05-01")


def test_degree_school_and_date_each_set_apart(read: Read) -> None:
    text = "Education\n\nBSc in Mathematics\n\nExample University\n\nSep 2010 - May 2014\n\nSkills\n\nSQL\n"
    study = read(text).education[0]
    assert (study.institution, str(study.start), str(study.end)) == ("Example University", "2010-09-01", "2014-05-01")


def test_what_is_expected_is_no_field(read: Read) -> None:
    study = read("Education\nState University\nBachelor of Engineering\tExpected May 2019\n").education[0]
    assert study.field == ""
    assert study.expected


#: Lines of an education, and the degrees, fields and years read from them.
WRITTEN = [
    ("10th from CBSE board with 63 % marks in 2007", [("10th", "", 2007)], "a board is neither a degree nor a field"),
    ("Class XII\tFoo Public School\tISC\t80\t2010\nClass X\tFoo Public School\tICSE\t66\t2008",
     [("Class XII", "", 2010), ("Class X", "", 2008)], "numbers of classes"),
    ("XII\tRBSE\t54\t2010", [("XII", "", 2010)], "a board in the next cell"),
    ("H.S.C (12th) from Foo Board in 2009", [("H.S.C", "", 2009)], "one certificate under two names"),
    ("High School 10th, 78%, 1996", [("High School", "", 1996)], "one certificate under two names, without a bracket"),
    ("Higher Secondary (HSC) at Foo Girls Hr.Sec.School, 2004", [("Higher Secondary", "", 2004)], "the school's kind"),
    ("SSLC\nFoo Matriculation Higher Secondary School", [("SSLC", "", None)], "a school's name, on the line below"),
    ("SSC\tFoo Grammar High School\tState Board of Secondary Education\t2007\t89%", [("SSC", "", 2007)], "the board's"),
    ("10+2 (Science) from Foo Inter College, 2015", [("10+2", "Science", 2015)], "as in India"),
    ("F.Sc (Pre-Engineering), Foo College, 2012", [("F.Sc", "Pre-Engineering", 2012)], "as in Pakistan"),
    ("Springfield High School, 1998", [("High School", "", 1998)], "nothing but the school"),
    ("B.Sc from A.B College, Foo", [("B.Sc", "", None)], "letters of a college's name"),
    ("B.Tech from M.D. University in 2013", [("B.Tech", "", 2013)], "letters of a university's name"),
    ("B.A (Bachelor of Arts in History) with 64% from 2013-2016", [("B.A", "History", 2016)], "its long name"),
    ("Graduation (B.A.) from Foo College", [("B.A", "", None)], "the kind, and its name"),
    ("Bachlor of Commerce, Foo University, 2011", [("Bachlor of Commerce", "", 2011)], "misspelled"),
    ("Bachelor's degee in (Electronics) from Foo Institute", [("Bachelor's", "Electronics", None)], "misspelled"),
    ("Masters degree in (Optics & Photonics) From Foo College", [("Masters degree", "Optics & Photonics", None)], "within brackets"),
    ("M.Sc [Computer Science]\tFoo University\t2015-2017", [("M.Sc", "Computer Science", 2017)], "square brackets"),
    ("B.A\tMAHATMA FOO UERVERSITY\t2010\t55%", [("B.A", "", 2010)], "an unknown cell is no field"),
    ("Candidate for MBA, June 2001", [("MBA", "", 2001)], "a month"),
    ("MBA with 68% in June 2009\nSpecialization: Finance", [("MBA", "Finance", 2009)], "on a line of its own"),
    ("Bachelors of Engineering\nElectrical & Electronics Engineering", [("Bachelors of Engineering",
     "Electrical & Electronics Engineering", None)], "on a line of its own, without a label"),
    ("BSc with Information Technology from Foo College", [("BSc", "Information Technology", None)], "with"),
    ("BSc with 61% from Foo College", [("BSc", "", None)], "with marks"),
    ("B.E\n(Electronics and\nCommunication)", [("B.E", "Electronics and Communication", None)], "a narrow cell"),
    ("Bachelor's Degree in Science (Botany & Zoology) with 61%",
     [("Bachelor's Degree", "Botany & Zoology", None)], "the closer of two"),
    ("Bachelor of Architecture : Building Construction, 2015", [("Bachelor of Architecture", "Building Construction", 2015)],
     "what its name is about, and what it is about"),
    ("Bachelor of Economics, Foo University, 1992", [("Bachelor of Economics", "Economics", 1992)], "in its name"),
    ("Post Graduate Diploma in Museum Studies & Archives, 2014",
     [("Post Graduate Diploma", "Museum Studies & Archives", 2014)], "whole"),
    ("Diploma in Computer Application (DCA)", [("Diploma", "Computer Application", None)], "its abbreviation behind it"),
    ("Post Graduation in CAD (6 month course), 2016", [("Post Graduation", "CAD", 2016)], "a course"),
    ("Software Engineering Master's degree, Foo University", [("Master's degree", "Software Engineering", None)], "before it"),
    ("Qualification\tName of Institute\tBoard / University\tYear of Passing\nDiploma in Civil Engineering\tFoo\tBar\t2012",
     [("Diploma", "Civil Engineering", 2012)], "the head of a table"),
    ("Diploma in Engineering\tYear\tName of Institute\tBoard\nITI\t2014\tFoo\tBar Board", [("ITI", "", 2014)],
     "the head of a table that names a degree"),
    ("BS Computer Science (BSCS) from Foo University 2015", [("BS", "Computer Science", 2015)], "its abbreviation, too"),
    ("Practical Engineer (Handasai), Foo College", [("Practical Engineer", "", None)], "its name in Hebrew"),
    ("Foo Technical University, specialty: Applied Mathematics, Master's degree",
     [("Master's degree", "Applied Mathematics", None)], "under a label before it"),
    ("Inter\tU.P Board\t2005\t48", [("Inter", "", 2005)], "short for intermediate"),
    ("Inter-cultural classes, Inter College sports", [], "between"),
    ("B.Tech-Electrical & Electronics Engg (Foo Engineering College)",
     [("B.Tech", "Electrical & Electronics Engg", None)], "a hyphen without spaces"),
    ("Well versed with MS-Office", [], "a product"),
    ("Degree in Law from Foo University", [("Degree", "Law", None)], "no name but that"),
    ("DAE (three years) in Instrumentation from Foo Board of Technical Education in (2004 To 2006).",
     [("DAE", "Instrumentation", 2006)], "its length in brackets"),
    ("Higher Secondary Class: Biology, Economics & History, 2014",
     [("Higher Secondary", "Biology, Economics & History", 2014)], "its subjects"),
    ("2006\t2009\nB.E.(Computer) From Foo College\tPGDM (Marketing) From Bar Institute",
     [("B.E", "Computer", 2006), ("PGDM", "Marketing", 2009)], "years above, in the order of the degrees"),
    ("MD, 1984\nFoo School of Medicine", [("MD", "", 1984)], "a physician's"),
    ("Customer Master, material master data", [], "records"),
    ("Non matric", [], "none"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected", "reason"), WRITTEN)
def test_what_people_write(read: Read, lines: str, expected: list[tuple[str, str, int | None]], reason: str) -> None:
    found = read(f"Ada Example\nEDUCATION\n{lines}\n").education
    assert [(one.degree, one.field, one.end.year if one.end else None) for one in found] == expected, reason


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        ("(M.B.A. and B.Pharm, 5 years of work)\n\nEDUCATION\nMBA in Finance, Foo University, 2013\nB.Pharm, 2009",
         [("MBA", "Finance"), ("B.Pharm", "")], "told under the name too"),
        ("SUMMARY\nMBA with specialization in Marketing\n\nEDUCATION\nMBA from Foo Institute of Management, 2013",
         [("MBA", "Marketing")], "the fuller one takes what the other tells"),
        ("SUMMARY\nMaster's degree in Physics\n\nEDUCATION\nM.Sc. Physics, Foo University",
         [("M.Sc", "Physics")], "the level in the summary"),
        ("EDUCATION\nM.B.A in Marketing\nFoo Institute\nM.B.A (Marketing)\t2015\tFoo Institute",
         [("M.B.A", "Marketing")], "a line and a table"),
        ("EDUCATION\nMBA, 2013\nMBA (Finance), Foo University", [("MBA", "Finance")], "what one tells the other does not"),
        ("EDUCATION\nDiploma, 2013\nDiploma in Painting, Foo University", [("Diploma", ""), ("Diploma", "Painting")],
         "diplomas are many"),
        ("EDUCATION\nBSc Physics, Foo University, 2010\nBSc Mathematics, Bar University, 2013",
         [("BSc", "Physics"), ("BSc", "Mathematics")], "two of one name"),
        ("EDUCATION\nBachelor's degree: Education, Foo College, 1986\nBachelor's degree: Education, Bar University",
         [("Bachelor's degree", "Education"), ("Bachelor's degree", "Education")], "two schools"),
    ],
)  # fmt: skip
def test_a_course_told_twice_is_one(read: Read, text: str, expected: list[tuple[str, str]], reason: str) -> None:
    found = read(f"Ada Example\n{text}\n").education
    assert [(one.degree, one.field) for one in found] == expected, reason


def test_a_degree_whose_name_tells_its_field(read: Read) -> None:
    assert highest_degree(read("EDUCATION\nMBA, Foo University, 2012"), AS_OF) == ("master", "business administration")


def test_a_qualification_told_among_personal_data(read: Read) -> None:
    (study,) = read("Ada Example\nPERSONAL DETAILS\nQualification : 10th passed\nReligion : none\n").education
    assert (study.degree, study.level, study.field) == ("10th", "none", "")


SCHOOLS = [
    ("Level of Education : Bachelor of Arts in History\nCollege : FOOTECH\nUniversity : Foo Open University, Bar\n"
     "Year of Passing : 2004", [("FOOTECH", 2004)], "labels and values"),
    ("Qualification : B.Sc (Physics)\nUniversity/Board : Foo University\nYear of Passing : 2013\n\n"
     "Qualification : SSLC\nUniversity/Board : Foo Board\nSchool : St. Foo's School\nYear of Passing : 2008",
     [("Foo University", 2013), ("St. Foo's School", 2008)], "labels and values, twice"),
    ("HSC and SSLC in Foo Vidyalaya, Bar in 2008 and 2006", [("Foo Vidyalaya", 2008), ("Foo Vidyalaya", 2006)],
     "dates in the order of the certificates"),
    ("Senior Secondary from Foo College in 2010 with 71%, Secondary School from Bar Vidyalaya in 2008",
     [("Foo College", 2010), ("Bar Vidyalaya", 2008)], "each with its own"),
    ("B.Tech (Civil)\tFoo Institute Of     Technology\tBar University\t2013", [("Foo Institute Of Technology", 2013)],
     "a name broken by its cell"),
    ("BSc Physics -Foo College of Arts, 2010", [("Foo College of Arts", 2010)], "a dash without its space"),
    ("B.Tech, Civil Engineering from Foo University, 2015", [("Foo University", 2015)], "the field before it"),
    ("B.Tech in ECE with 7.8 CGPA from Foo College affiliated to Bar University, 2016", [("Foo College", 2016)],
     "what it is affiliated to"),
    ("BS Physics, University of Foo at Bar, 2010", [("University of Foo at Bar", 2010)], "where it is"),
    ("B.Com 3rd year from Foo University", [("Foo University", None)], "the year before it"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected", "reason"), SCHOOLS)
def test_the_school_and_year_of_each(read: Read, lines: str, expected: list[tuple[str, int]], reason: str) -> None:
    found = read(f"Ada Example\n\nEDUCATION\n{lines}\n").education
    assert [(one.institution, one.end.year if one.end else None) for one in found] == expected, reason


def test_schools_without_degrees(read: Read) -> None:
    found = read(
        "Ada Example\n\nEDUCATION\nFoo State University\n2011 - 2017 Electrical Faculty, speciality: automatic control\n"
        "(incomplete)\nBar Institute of Technology. Computer Science, 2004 - 2009\nBaz Institute, course, 2019\n"
    ).education
    assert [(one.institution, one.degree, one.level, one.field, one.completed) for one in found] == [
        ("Foo State University", "", None, "automatic control", False),
        ("Bar Institute of Technology", "", None, "Computer Science", True),
    ]
