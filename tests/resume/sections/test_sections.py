"""Headings in the words people use, in the forms files give them."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimatch.model import Document, Resume
from aimatch.resume import parse

Read = Callable[[str], Resume]

HEADINGS = [
    ("OUTSIDE MY FIELD \u2013 no offers for these, please", "not-used", "a remark behind a dash"),
    ("Next on my list - in the evenings", "learning", "the same, in small letters"),
    ("Would like to avoid", "not-used", "what is not wanted any more"),
    ("Assignments", "experience", "those of a consultant"),
    ("Staff Positions", "experience", "beside those of teachers"),
    ("ICT", "skills", "computers, as teachers call them"),
    ("Transferable Skills", "skills", "those of people who change their trade"),
    ("Aptitudes principales", "skills", "Spanish, of an exported profile"),
    ("Top-Kenntnisse", "skills", "German, of an exported profile"),
    ("Contactar", "header", "Spanish, of an exported profile"),
    ("Voluntary and board roles", "volunteering", "unpaid ones of two kinds"),
    ("KNOWLEDGE ABOUT:-", "skills", "what is known, in a list of its own below the duties"),
    ("EXPERIENCE", "experience", "capitals"),
    ("Work history", "experience", "small letters"),
    ("WORK", "experience", "one word"),
    ("What I've done", "experience", "a sentence"),
    ("=== SKILLS ===", "skills", "decorated on both sides"),
    ("## Skills", "skills", "Markdown"),
    (">> Education", "education", "arrows"),
    ("T E C H N I C A L   S K I L L S", "skills", "letter-spaced"),
    ("P R O J E C T S", "projects", "letter-spaced, one word"),
    ("TECHNICAL SKILLS (EXPERT)", "skills", "a remark in brackets"),
    ("3. Publications", "publications", "numbered"),
    ("MACHINE LEARNING PROJECTS", "projects", "a field whose name holds a heading's word"),
    ("MACHINE LEARNING PROJECTS (all of them on my page)", "projects", "a long remark in brackets"),
    ("Relevant Data Science Experience", "experience", "made of known words"),
    ("Certifications & Activities", "certifications", "two headings in one"),
    ("IN SHORT", "summary", "unusual words"),
    ("QUIZ ME ON", "skills", "unusual words"),
    ("DON'T QUIZ ME ON", "not-used", "what somebody doesn't know"),
    ("DOES NOT KNOW ----------------------------------------------", "not-used", "with a line drawn behind it"),
    ("Wil ik nog leren", "learning", "Dutch"),
    ("Ken ik niet", "not-used", "Dutch"),
    ("Tools I have not used", "not-used", "what somebody doesn't know"),
    ("Not for me", "not-used", "what somebody doesn't know"),
    ("Tools I use daily", "skills", "what somebody uses"),
    ("I know / I don't", "skills", "what somebody knows and doesn't, in one: its lines say which"),
    ("-- Current --", "experience", "one word for the present job, decorated"),
    ("BEFORE", "experience", "one word for the earlier jobs"),
    ("→ THE JOURNEY", "experience", "an arrow, a word of fashion"),
    ("ACADEMIC POSITIONS", "experience", "a researcher's jobs"),
    ("RESEARCH", "projects", "a researcher's work"),
    ("PROFESSIONAL PRACTICE", "experience", "a doctor's"),
    ("PREVIOUS JOB PROFILE", "experience", "one job to a heading"),
    ("EDUCATION QUALIFICATIONS", "education", "two nouns"),
    ("EDU", "education", "cut short"),
    ("→ WHAT'S NEXT", "objective", "what somebody looks for"),
    ("Currently learning", "learning", "what somebody is learning"),
    ("NEXT ON MY LIST", "learning", "what somebody has not begun"),
    ("PLAN 2026-2027", "learning", "a plan of some years"),
    ("Goals for 2027", "learning", "a plan of one year"),
    ("NEXT (2027)", "learning", "what comes, with its year"),
    ("What I have just begun", "learning", "what somebody has only begun"),
    ("What you would not get", "not-used", "what somebody leaves out"),
    ("Not my strong side", "not-used", "what somebody can do badly"),
    ("Gone rusty", "not-used", "what somebody has forgotten"),
    ("Blind spots / next steps", "skills", "two headings that differ: the lines below tell which"),
    ("Gone rusty / never touched", "not-used", "two headings of one kind"),
    ("SUPERPOWERS", "skills", "a word of fashion"),
    ("IN DAILY USE", "skills", "how often it is used"),
    ("The day job", "experience", "beside other things"),
    ("FINE PRINT", "other", "what else there is to say"),
    ("Job Title History", "experience", "three nouns"),
    ("CAREER SKETCH", "experience", "a word of fashion"),
    ("HIGHEST EDUCATIONAL QUALIFICATION", "education", "the highest alone"),
    ("Seminars/Conferences/Workshops attended", "courses", "several in one, with a verb"),
    ("SKILL SETS", "skills", "in the plural"),
    ("Passport Details", "personal", "papers"),
    ("WORK EXPERIENCE in NORWAY (2008 to 2012)", "experience", "with a place and dates"),
    ("BERUFSERFAHRUNG", "experience", "German"),
    ("Ausbildung", "education", "German"),
    ("Compétences", "skills", "French"),
    ("EXPERIENCIA LABORAL", "experience", "Spanish"),
    ("Esperienza lavorativa", "experience", "Italian"),
    ("Formação acadêmica", "education", "Portuguese"),
    ("Werkervaring", "experience", "Dutch"),
    ("Опыт работы", "experience", "Russian"),
    ("השכלה", "education", "Hebrew"),
    ("PROFESSIONAL ABRIDGEMENT", "summary", "a word of fashion"),
    ("TECHNICAL SKILLS;", "skills", "a semicolon for a colon"),
]

MISSPELT = [
    ("EXPERINCE", "experience", "a letter lost"),
    ("WORK EXEPRIENCE:", "experience", "two letters changed for each other"),
    ("ACADEMIC QUALIFIATION.", "education", "in a heading of two words"),
    ("Academic Qualifiation:", "education", "small letters, labelled"),
    ("PROFFESSIONAL SUMMARY", "summary", "in a word that only goes with others"),
    ("TECHANICAL SKILLS.", "skills", "a letter too many"),
    ("DECLATARION", "personal", "two letters of a very long word"),
    ("AREA OF INTREST:-", "interests", "a colon and a dash behind it"),
]


@pytest.mark.parametrize(("heading", "kind", "why"), MISSPELT)
def test_a_misspelt_heading(read: Read, heading: str, kind: str, why: str) -> None:
    assert [part.kind for part in read(f"Ada Example\n\nHello.\n{heading}\nText below it.").sections][-1] == kind, why


def test_a_misspelt_heading_in_small_letters_stands_apart(read: Read) -> None:
    text = "Ada Example\n\nSkills\nSQL{}Working Expereance\nClerk at Foo Ltd, 2010 - 2012"
    assert [part.kind for part in read(text.format("\n\n")).sections] == ["header", "skills", "experience"]
    assert [part.kind for part in read(text.format("\n")).sections] == ["header", "skills"]


UNLISTED = [
    ("SAFETY COURSES ATTENDED", "courses", "the last word that tells"),
    ("SHUTDOWN EXPERIENCES", "experience", "a trade's own word before it"),
    ("PRESS ROOM KNOW HOW", "other", "no word tells"),
]


@pytest.mark.parametrize(("heading", "kind", "why"), UNLISTED)
def test_a_heading_in_capitals_that_no_list_knows(read: Read, heading: str, kind: str, why: str) -> None:
    text = f"Ada Example\n\nOBJECTIVE\nTo work.\n\nSKILLS\nSQL\n\n{heading}\nWhat stands there, in a sentence."
    assert [part.kind for part in read(text).sections][-1] == kind, why


DUTIES = [
    (
        "EXPERIENCE\nClerk, Foo Ltd, 2010 - 2012\n\nJOB RESPONSIBILITIES:\nFiled things.",
        ["experience"],
        "within the jobs",
    ),
    ("OBJECTIVE\nTo work.\n\nJOB DESCRIPTION:\nFiled things.", ["objective", "experience"], "elsewhere"),
    ("Worked for Foo Ltd as a clerk.\n\nResponsibilities:\nFiled things.", [], "no heading stands before it"),
]


@pytest.mark.parametrize(("text", "kinds", "why"), DUTIES)
def test_duties_belong_to_jobs(read: Read, text: str, kinds: list[str], why: str) -> None:
    assert [part.kind for part in read(f"Ada Example\n\n{text}").sections] == ["header", *kinds], why


FORM = (
    "Ada Example\n\nPersonal Details\nNationality : Norwegian\nLanguages known{}English, Norwegian\n"
    "Hobbies{}Chess\nPassport : valid\n\nDeclaration\nAll of this is true."
)


@pytest.mark.parametrize("sign", [" : ", "\t", "\t: "])
def test_rows_of_a_form_end_with_themselves(read: Read, sign: str) -> None:
    text = FORM.format(sign, sign)
    found = [(part.kind, text[part.body_start : part.end].strip(" \n\t:")) for part in read(text).sections[1:-1]]
    assert found == [
        ("personal", "Nationality : Norwegian"),
        ("languages", "English, Norwegian"),
        ("interests", "Chess"),
        ("personal", "Passport : valid"),
    ]


NO_SECTION = [
    ("Skills\nLanguages: Java\nWeb: HTML, CSS\nSQL", ["skills"], "a label of skills is no address"),
    ("Skills\nVision: OpenCV, PyTorch\nSystems: C, Rust", ["skills"], "a label of a group of skills is no objective"),
    ("Vision: OpenCV, PyTorch\nSystems: C, Rust", ["header"], "nor is it in a list without a heading"),
    ("Skills\n\nVision\tOpenCV, PyTorch\nSystems\tC, Rust", ["skills"], "in a table, either"),
    ("Education\nBA, 2012 - 2016, Hill Country\nUniversity\nSkills\nSQL", ["education", "skills"], "the end of a name"),
    ("Github\nexample.com/ada\nSkills\nSQL", ["header", "skills"], "a label of an address is no section of projects"),
    ("Github: example.com/ada\nSkills\nSQL", ["header", "skills"], "nor is it one before the address"),
    (
        "Summary\nWEB technologies: HTML, CSS and whatever else a page of a small shop needs today\nSkills\nSQL",
        ["summary", "skills"],
        "in front of a long line, either",
    ),
    ("Total Experience : 7.5 Years\nLast Employer : Foo Ltd\nSkills\nSQL", ["header", "skills"], "a figure in a form"),
    ("Education\nS. No.\nCourse\nB.Tech\n2015\nSkills\nSQL", ["education", "skills"], "the name of a column"),
    ("Education\nB.Ed\nFoo Hr. Sec. School\n2015\nSkills\nSQL", ["education", "skills"], "behind an abbreviation"),
    (
        "Education\nBSc (Databases,\nProgramming)\n2015\nSkills\nSQL",
        ["education", "skills"],
        "a bracket of the line above",
    ),
]


@pytest.mark.parametrize(("text", "kinds", "why"), NO_SECTION)
def test_words_of_headings_that_open_nothing(read: Read, text: str, kinds: list[str], why: str) -> None:
    found = [part.kind for part in read(f"Ada Example\n\n{text}").sections]
    assert found == (kinds if kinds[0] == "header" else ["header", *kinds]), why


def test_a_course_above_sentences_is_a_section_behind_the_degrees(read: Read) -> None:
    text = "Education\nBSc in physics from the University of Foo in 2010\nCourse\nA month of drawing with a computer at the Foo Institute"
    assert [part.kind for part in read(text).sections] == ["education", "courses"]


TONGUES = [
    ("Fremdsprachen", "Englisch", "German, foreign ones"),
    ("Języki", "angielski, niemiecki", "Polish, with their Polish names"),
]


@pytest.mark.parametrize(("heading", "body", "why"), TONGUES)
def test_languages_in_a_language(read: Read, heading: str, body: str, why: str) -> None:
    assert read(f"Ada Example\n\nSkills\nSQL\n\n{heading}\n{body}").sections[-1].kind == "languages", why


def test_a_heading_over_two_lines(read: Read) -> None:
    last = read("Ada Example\n\nHello.\n\nPersonal skills and\ncompetences\nPatience").sections[-1]
    assert (last.kind, last.title) == ("skills", "Personal skills and\ncompetences")


def test_a_letter_of_somebody_else_ends_what_stands_above_it(read: Read) -> None:
    letter = "To whom it may concern,\nAda sold tickets with me from August 2016 to April 2019. I am head of the depot.\nMei Linde, Chief Clerk"
    resume = read(f"Ada Example\n\nExperience\nClerk, Foo Ltd, 2010 - 2012\n\nSkills\nSQL\n\n{letter}")
    assert [part.kind for part in resume.sections] == ["header", "experience", "skills", "references"]
    assert [one.title for one in resume.positions] == ["Clerk"]
    own = read(f"Ada Example\n\n{letter}\n\nSkills\nSQL")
    assert [part.kind for part in own.sections] == ["header", "skills"], "it may open the resume, then it is her own"


PLAIN = [
    ("Learning - a workshop", "a word and what it was"),
    ("Next on my list - Rust, Go", "items behind a dash"),
    ("EXPERIENCED", "another form of a word is no misspelling"),
    ("Achievments:", "a label of entries, misspelt, within the jobs"),
    ("• Projects", "an item of a list"),
    ("Project Management", "a skill of two words that headings also have"),
    ("experience with large data and the teams behind it,", "the rest of a sentence"),
    ("Training new colleagues was part of it.", "a sentence"),
]


@pytest.mark.parametrize(("heading", "kind", "why"), HEADINGS)
def test_heading(read: Read, heading: str, kind: str, why: str) -> None:
    text = f"Ada Example\nBerlin\n\n{heading}\nSome words that belong here\nand more of them"
    last = read(text).sections[-1]
    assert (last.kind, text[last.body_start : last.end].strip()[:10]) == (kind, "Some words"), why
    assert last.title.strip("#=> ") == heading.strip("#=> ").removesuffix(46 * "-").strip(), why


@pytest.mark.parametrize(("line", "why"), PLAIN)
def test_no_heading(read: Read, line: str, why: str) -> None:
    resume = read(f"Ada Example\n\nSkills\nPython, SQL\n{line}\nmore words")
    assert [section.kind for section in resume.sections] == ["header", "skills"], why


def test_what_stands_before_the_first_heading_is_the_header(read: Read) -> None:
    resume = read("Ada Example\nada@example.com\n\nEducation\nBSc Physics, 2015")
    assert [(section.kind, section.title) for section in resume.sections] == [
        ("header", ""),
        ("education", "Education"),
    ]


GLUED = [
    ("I look for calm work near the seaSKILLS\nPython, SQL", ["header", "skills"], "to the line before"),
    ("Worked on Fourier transforms.EXPERIENCE\nFoo", ["header", "experience"], "behind a full stop"),
    ("Learning, Python, SQL, Flask. EXPERIENCE\nFoo", ["header", "experience"], "a space apart"),
    ("and the type of model. Skills\nPython, SQL", ["header", "skills"], "behind the end of a sentence, no capitals"),
    ("Melted ores and cast\nSteel. Skills\nPython, SQL", ["header", "skills"], "behind a sentence's last word alone"),
    ("Melted ores for steel. Education and Training\nBSc, 2014", ["header", "education"], "a small word within"),
    ("Image tools, Pillow, OpenCV.\nFoo", ["header"], "no heading in the last letters of a name, at the end of a list"),
    ("4/2016 - 5/2022, LLC Tram/SoftProject\nFoo", ["header"], "a name in camel case"),
    ("Communicates well. No Skills\nPython, SQL", ["header"], "no heading behind the end of a sentence"),
    ("DEEPER DIVE INTO NETWORKS - XYUPROJECTS\nA song finder", ["header", "projects"], "capitals to capitals"),
    ("C++, AutoCAD 3DEducation Details\nBE, 2014", ["header", "education"], "a capital to a capitalised heading"),
    ("EDUCATIONADA EXAMPLE\nfoo", ["education"], "a name behind the heading"),
    ("EXPERIENCED HARBOUR PILOT\nfoo", ["header"], "a longer word than the heading"),
    ("ACHIEVEMENTS AND EXTRA\nCURRICULARS\nA prize", ["awards"], "one heading on two lines"),
    ("ACHIEVEMENTS AND EXTRA\nCURRICULAR\nA prize", ["awards"], "in the singular"),
    ("EXTRA-CURRICULARS\nChess", ["activities"], "a hyphen in the first word"),
    ("Models on Azure and AWSSKILLS\nPython", ["header", "skills"], "capitals to a name in capitals"),
    (
        "Medal winner at XYIT, PilaniPERSONAL PROFILE\nAn engineer",
        ["header", "summary"],
        "the whole heading, not its end",
    ),
    ("Embedded Python Certification PROJECTS\nA bot", ["header", "projects"], "capitals a space behind a name"),
    ("Good at team work and soft SKILLS\nPython", ["header"], "capitals behind a plain word"),
    ("Shows pictures found by a search. Also\nruns them", ["header"], "a sentence that goes on in the next line"),
    (
        "Led the order desk for a year. Project\nmanaged the rest",
        ["header"],
        "so does one that begins with a heading's word",
    ),
]


@pytest.mark.parametrize(("text", "kinds", "why"), GLUED)
def test_glued_headings_are_cut_loose(read: Read, text: str, kinds: list[str], why: str) -> None:
    assert [section.kind for section in read(text).sections] == kinds, why


def test_a_wrapped_word_is_no_heading_where_headings_are_in_capitals(read: Read) -> None:
    resume = read("PROFILE\nA tester\nSKILLS\nSQL, Git\nPROJECTS\nOpening doors by Face\nRecognition\nA game")
    assert [section.kind for section in resume.sections] == ["summary", "skills", "projects"]


def test_a_resume_in_one_line(read: Read) -> None:
    filler = "Built and ran services for retail clients in three countries. " * 5
    resume = read(f"Ada Example   SUMMARY   {filler}   SKILLS   Python, SQL   EDUCATION   BSc Physics, 2015")
    assert [section.kind for section in resume.sections] == ["header", "summary", "skills", "education"]


ITEMS = [
    ("• Objective:\nTo work.\n• Academic Qualification:\nBSc\n• Work Experiences:\nClerk, Foo Ltd, 2010 - 2012",
     ["header", "objective", "education", "experience"], "set as items throughout"),
    ("EXPERIENCE\nClerk, Foo Ltd, 2010 - 2012\n• Projects: a shop\n• Filed things", ["header", "experience"],
     "a lone one is an item"),
    ("▪ Career Objective\nTo work.\n▪ Work Experience\n• Clerk, Foo Ltd, 2010 - 2012\n▪ Computer Skills\n• SQL",
     ["header", "objective", "experience", "skills"], "no colons"),
    ("SKILLS\n▪ Education\n▪ Training\n▪ Projects\n▪ SQL", ["header", "skills"], "items in a row"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kinds", "why"), ITEMS)
def test_headings_set_as_items(read: Read, text: str, kinds: list[str], why: str) -> None:
    assert [part.kind for part in read(f"Ada Example\n{text}").sections] == kinds, why


RUN_IN = [
    ("Work experience 09/2016 - 01/2019\nEngineer, Foo Ltd", ["header", "experience"], "a heading before the first date"),
    ("Profile\nA clerk in service.\nRelevant Professional Experience\nJanuary 2010 to Current\nFoo Ltd, Clerk",
     ["header", "summary", "experience"], "no empty line above, a date below"),
    ("Degrees\nBachelor of Arts in\nEducation, 1995", ["header", "education"], "the end of a wrapped line"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kinds", "why"), RUN_IN)
def test_headings_told_by_the_date_behind_them(read: Read, text: str, kinds: list[str], why: str) -> None:
    assert [part.kind for part in read(f"Ada Example\n{text}").sections] == kinds, why


def test_a_label_opens_a_section_on_its_own_line(read: Read) -> None:
    text = "Ada Example\nSkills: Python, SQL\nEducation: BSc Physics, 2015"
    sections = read(text).sections
    assert [section.kind for section in sections] == ["header", "skills", "education"]
    assert text[sections[1].body_start : sections[1].end].strip() == "Python, SQL"


def test_labels_within_a_position_open_nothing(read: Read) -> None:
    resume = read(
        "Experience\nEngineer, Foo Ltd, 2015 - 2019\nResponsibilities:\n- x\nTechnologies: Python\nSkills: SQL"
    )
    assert [section.kind for section in resume.sections] == ["experience"]


JOB = "Experience\nEngineer, Foo Ltd, 2015 - 2019\nBuilt the fare engine.\n\n"
SCHOOL = "\n\nEducation\nBSc Physics, Foo University, 2014"
LABELLED = [
    ("Tools: Git, Jira\nTrained the net of the guards.", ["experience"], "a sentence goes on"),
    ("TOOLS: Git, Jira\nTrained the net of the guards.", ["experience"], "a sentence goes on behind a label in capitals"),
    ("Environment: Java, Linux\nThe nightly run of it was mine.", ["experience"], "another sentence"),
    ("Award: best team of 2018\n\nClerk, Bar Ltd, 2012 - 2014\n- Filed", ["experience"], "a job goes on"),
    ("Languages: Greek, English\n\nClerk, Bar Ltd, 2012 - 2014\n- Filed", ["experience"], "a job behind tongues"),
    ("Tools: Git, Jira\nDatabases: Oracle, MySQL\nOffice: Word, Excel", ["experience", "skills"], "all that follows is listed"),
    ("Languages: Python, Java\nTools: Git, Jira", ["experience", "skills"], "a section of labels"),
    ("Certifications: AWS Developer\nApplied Statistics, Foo Academy", ["experience", "certifications"], "names go on"),
    ("Awards: best team of 2018\nWon the hackathon of the port.", ["experience", "awards"], "honours go on"),
    ("Awards • Best team\n• Received a medal for the fare engine.", ["experience", "awards"], "a list begins in its line"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kinds", "why"), LABELLED)
def test_a_label_with_its_content_behind_a_job(read: Read, text: str, kinds: list[str], why: str) -> None:
    assert [section.kind for section in read(JOB + text + SCHOOL).sections] == [*kinds, "education"], why


def test_a_job_goes_on_behind_a_line_about_learning(read: Read) -> None:
    resume = read(f"{JOB}Currently learning: Rust\nTrained the net of the guards.{SCHOOL}")
    assert resume.document.text[: resume.positions[0].text_end].endswith("guards.")


def test_a_line_about_learning_ends_with_itself(read: Read) -> None:
    text = "Skills\nPython, SQL\nCurrently learning: Rust, Go\nDocker, Git"
    kinds = [(section.kind, text[section.body_start : section.end].strip()) for section in read(text).sections]
    assert kinds == [("skills", "Python, SQL"), ("learning", "Rust, Go"), ("skills", "Docker, Git")]


def test_a_wrapped_line_with_a_dash_opens_nothing(read: Read) -> None:
    text = "Activities\nThrottle into the world of Machine\nLearning - a workshop\nChess"
    assert [section.kind for section in read(text).sections] == ["activities"]


def test_the_first_line_of_an_account_is_no_remark_behind_the_jobs(read: Read) -> None:
    text = (
        "Experience\nTram Lab Ltd\nVision Engineer, Jan 2020 - Ongoing\n\nCore duties included building\n"
        "Counting systems for trams. I took part in all of it, from the cameras to the boards.\n"
    )
    assert [section.kind for section in read(text).sections] == ["experience"]


MARGIN = (
    "SUMMARY Main stack: SQL\nWORK Foo  Analyst (2019 - now)\nEXPERIENCE Experience with tables;\nBar  Junior Analyst (2017 - 2019)\n"
    "EDUCATION Foo University  BSc (2012 - 2016)\nSOFT SKILLS Team player"
)


def test_headings_of_a_margin_level_with_their_text(read: Read) -> None:
    resume = read(f"Ada Example\n{MARGIN}")
    assert [section.kind for section in resume.sections] == ["header", "summary", "experience", "education", "skills"]
    assert [(one.title, one.employer) for one in resume.positions] == [("Analyst", "Foo"), ("Junior Analyst", "Bar")]


def test_one_word_in_capitals_makes_no_margin(read: Read) -> None:
    resume = read("Skills\nPython\nSOFTWARE for everybody\nmore words")
    assert [section.kind for section in resume.sections] == ["skills"]


def test_languages_without_a_human_language_are_skills(read: Read) -> None:
    assert read("Languages\nPython, Java, C++").sections[0].kind == "skills"
    assert read("Languages\nGerman (native), English").sections[0].kind == "languages"


def test_items_of_an_indented_list_are_no_headings(read: Read) -> None:
    resume = read("Highlights\n      Leadership\n      Training\n      Research\nEducation\nBSc, 2015")
    assert [section.kind for section in resume.sections] == ["skills", "education"]


@given(
    st.lists(
        st.sampled_from(["Skills", "EXPERIENCE", "Education:", "", "text of some kind", "- item 2019", "İ"]),
        max_size=12,
    )
)
def test_sections_cover_the_text_without_overlap(lines: list[str]) -> None:
    text = "\n".join(lines)
    sections = parse(Document(text=text, format="text", sha256="")).sections
    if text.strip():
        assert sections[0].start == 0
        assert sections[-1].end == len(text)
    for before, after in pairwise(sections):
        assert before.end == after.start
    assert all(section.start <= section.body_start <= section.end for section in sections)


ALIKE = [
    ("PERIPHERALS\nPlotters, label printers", True, "one word in capitals behind the jobs, as the other headings are"),
    ("ACMEFOODS\nClerk, 2012 - 2014", False, "an employer above a date"),
]


@pytest.mark.parametrize(("lines", "opens", "why"), ALIKE)
def test_a_word_in_capitals_behind_the_jobs(read: Read, lines: str, opens: bool, why: str) -> None:
    text = f"PROFILE\nx\n\nEXPERIENCE\nClerk, Foo Ltd, 2015 - 2020\n- filed\n\n{lines}\n\nEDUCATION\nBSc, 2014\n"
    titles = [section.title for section in read(text).sections]
    assert (lines.partition("\n")[0] in titles) == opens, why


DECORATED = [
    ("==== Beside the bench ====\nAdjunct in Foo", True, "between the same signs"),
    ("== Foo Ltd ==\nCounted", False, "between fewer of them"),
    ("==== Senior clerk ====\nCounted", False, "a title"),
]


@pytest.mark.parametrize(("lines", "opens", "why"), DECORATED)
def test_lines_decorated_like_headings(read: Read, lines: str, opens: bool, why: str) -> None:
    text = f"Ann\n==== Work ====\nClerk, Foo Ltd, 2015 - 2020\n- filed\n\n{lines}\n\n==== School ====\nBSc, 2014\n"
    titles = [section.title for section in read(text).sections]
    assert (lines.partition("\n")[0].strip("= ") in titles) == opens, why


def test_remarks_behind_the_jobs_are_no_part_of_the_last_job(read: Read) -> None:
    text = (
        "Work history\n\nFoo Ltd, engineer, 2015 to 2021\n* Claims system in Java\n\n"
        "Machine learning, honestly\nNot done: I have never trained a network, nor brought a model of my own to anyone.\n"
    )
    resume = read(text)
    assert [section.kind for section in resume.sections] == ["experience", "other"]
    assert "honestly" not in text[resume.positions[0].text_start : resume.positions[0].text_end]


def test_an_employer_above_its_dated_roles_is_no_heading(read: Read) -> None:
    text = "Work history\n\nFoo Clinical Research\nSenior engineer, January 2018 to present\n* Claims system in Java\n"
    assert [section.kind for section in read(text).sections] == ["experience"]


def test_an_employer_in_capitals_above_labels_opens_no_section(read: Read) -> None:
    entries = "\n\n".join(
        f"{name}\n\nIndustry: Building\nPosition Held: Clerk\nDuration: From June 2015 to July 2016\nKept files"
        for name in ("FOO FOR CONTRACTING (KSA)", "BAR FOODSTUFF TRADING LLC")
    )
    resume = read(f"OBJECTIVE\nTo work\n\nWORK EXPERIENCE\n\n{entries}")
    assert [section.kind for section in resume.sections] == ["objective", "experience"]


@pytest.mark.parametrize(
    ("body", "kinds"),
    [
        ("01/2018 - 12/2020\nClerk, Foo Ltd\n02/2014 - 11/2017\nCashier, Bar Ltd", ["header", "experience", "skills"]),
        ("An engineer of harbours since 2014.", ["header", "summary", "skills"]),
    ],
)
def test_a_background_that_lists_entries_is_experience(read: Read, body: str, kinds: list[str]) -> None:
    text = f"Ada Example\n\nProfessional background\n{body}\n\nSkills\nSQL"
    assert [part.kind for part in read(text).sections] == kinds


BEHIND_ENTRIES = [
    ("Education\nBS Statistics, Foo University 2020\n\nSkills: SQL, Excel", "Skills", "behind the degrees"),
    ("Education\nBS Statistics, Foo University 2020\n\nTechnical Skills: SQL\nLanguages: English", "Technical Skills", "a label below"),
    ("Experience\nAnalyst, Acme, 2019 - 2022\n- Made reports\n\nKey Skills - SQL, Excel", "Key Skills", "behind the jobs, with a dash"),
]  # fmt: skip
OF_ENTRIES = [
    (
        "Experience\nAnalyst, Acme, 2019 - 2022\n- Made reports\n\nSkills: SQL\n\nClerk, Foo, 2017 - 2019\n- Filed",
        "a job goes on below",
    ),
    (
        "Experience\nClerk, Foo, 2017 - 2019\nSkills: Excel\n\nAnalyst, Acme, 2015 - 2017\n\nSkills: SQL",
        "each job has its list",
    ),
    ("Experience\nAnalyst, Acme, 2019 - 2022\n\nSkills: SQL · Excel", "as a network lists those of a job"),
    ("Experience\nAnalyst, Acme, 2019 - 2022\n- Made reports\nSkills: SQL", "no white space above"),
]


@pytest.mark.parametrize(("text", "title", "why"), BEHIND_ENTRIES, ids=[row[2] for row in BEHIND_ENTRIES])
def test_a_list_of_skills_behind_the_entries_is_a_section(read: Read, text: str, title: str, why: str) -> None:
    last = read(text).sections[-1]
    assert (last.kind, last.title) == ("skills", title), why


@pytest.mark.parametrize(("text", "why"), OF_ENTRIES, ids=[row[1] for row in OF_ENTRIES])
def test_the_list_of_an_entry_is_no_section(read: Read, text: str, why: str) -> None:
    assert [section.kind for section in read(text).sections] == ["experience"], why


@pytest.mark.parametrize(
    "written", ["## Skills", "=== Skills ===", "**Skills**", "Skills ------------", "Skills:", "__Skills__"]
)
def test_a_title_is_told_without_its_dress(read: Read, written: str) -> None:
    assert [section.title for section in read(f"Ann\n\n{written}\nPython, SQL\n").sections] == ["", "Skills"]


# the lines above and below a heading that no list knows, whether its jobs are found, why
UNLISTED = [
    (
        "Behind the bar\nBar Manager\nThe Foo & Eel, Brooklyn\n11/2021-now",
        True,
        "title, employer and date on three lines",
    ),
    ("Behind the bar\nBar Manager\nThe Foo & Eel, Brooklyn\nsince the summer", False, "without a date"),
    ("Behind the bar\nOn the rooftop\nThe Foo & Eel, Brooklyn\n11/2021-now", False, "without a title"),
]


@pytest.mark.parametrize(("entry", "found", "why"), UNLISTED)
def test_a_career_under_a_heading_of_its_own(read: Callable[[str], Resume], entry: str, found: bool, why: str) -> None:
    rest = "Head Bartender\nHotel Foo, Manhattan\n4/2018-3/2020\nRooftop, all of it.\nBartender\nThe Bar Taverna\n6/2012-3/2018\nThe till."
    resume = read(f"Jo Example\nAstoria, NY\n\n{entry}\nSixty seats.\n{rest}\n\nSchool\nFoo Technical, 2010-2012\n")
    first = [(one.title, one.employer) for one in resume.positions][:1]
    assert (first == [("Bar Manager", "The Foo & Eel")]) == found, why
    assert ("Behind the bar" in [section.title for section in resume.sections]) == found, why
