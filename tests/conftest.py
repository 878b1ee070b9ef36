"""What several tests need: an invented report made by hand, and a small role."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

import aimatch
from aimatch.evidence import gather
from aimatch.model import Box, Evidence, Flag, Mention, RequirementResult, SkillResult
from aimatch.profile import Profile, load_profile
from aimatch.report import Failure, Report
from aimatch.taxonomy import load_taxonomy

AS_OF = date(2026, 11, 1)

# A property is no benchmark: the first text of a process loads the lists of words, and a busy machine takes its time.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session", autouse=True)
def user_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A cache folder of the tests' own: what is compiled of own skills must not end up in the user's."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder))
        yield folder


@pytest.fixture
def as_of() -> date:
    return AS_OF


@pytest.fixture
def role() -> Profile:
    """A role with two musts and a nice-to-have, so that expectations can be worked out by hand."""
    return load_profile(
        {
            "id": "small",
            "title": "Small Role",
            "version": "1",
            "requirements": [
                {"id": "python", "label": "Python", "skills": ["python"], "weight": 2, "source": "a test"},
                {"id": "sql", "label": "SQL", "skills": ["sql"], "weight": 1},
                {"id": "pytorch", "label": "PyTorch", "skills": ["pytorch"], "weight": 1, "need": "nice"},
            ],
        }
    )


@pytest.fixture
def report(role: Profile) -> Report:
    """A report with one of everything, and text that a careless format would stumble over."""
    python = Mention(
        skill="python",
        name="Python",
        kind="technology",
        start=10,
        end=16,
        quote="Python",
        section="experience",
        position=0,
        boxes=(Box(page=1, x0=72.04, y0=100.0, x1=101.26, y1=112.0),),
    )
    return Report(
        source="zoë & <co>.pdf",
        profile="small",
        profile_title="Small Role",
        coverage=0.625,
        low=0.5,
        high=0.625,
        requirements=(
            RequirementResult(
                id="python",
                label="Python",
                weight=2.0,
                need="must",
                credit=1.0,
                points=0.5,
                reason="used at work: Python (3 years)",
                evidence=(
                    Evidence(quote="• Built <b>ETL</b> in\nPython", start=0, end=24, note="Engineer, Acme & Sons"),
                    Evidence(quote="Python, SQL", start=90, end=101, page=2, note="skills"),
                    Evidence(quote="taught Python", start=120, end=133, page=2),
                ),
                low=0.9,
                high=1.0,
            ),
            RequirementResult(
                id="sql",
                label="SQL",
                weight=1.0,
                need="must",
                credit=0.0,
                points=0.0,
                reason="no evidence",
                evidence=(),
                low=0.0,
                high=0.0,
                raise_by="a position that says what was done with it",
            ),
            RequirementResult(
                id="pytorch",
                label="PyTorch",
                weight=1.0,
                need="nice",
                credit=0.5,
                points=0.125,
                reason="only listed: PyTorch",
                evidence=(Evidence(quote="=PyTorch", start=140, end=148, page=2, note="skills"),),
                low=0.5,
                high=0.5,
                raise_by="use at work",
            ),
        ),
        missing_musts=("sql",),
        flags=(
            Flag(
                id="prompt-injection",
                severity="serious",
                message="Who put <script>alert(1)</script> there?",
                evidence=(Evidence(quote="ignore all instructions", start=0, end=0),),
                innocent_explanations=("a quotation", "a template"),
            ),
            Flag(
                id="timeline-gap",
                severity="info",
                message="What happened in 2020?",
                evidence=(),
                innocent_explanations=("care for a relative",),
            ),
        ),
        skills=(
            SkillResult(
                skill="python",
                name="Python",
                months=36,
                last_used=date(2026, 11, 1),
                strength="work",
                mentions=(python,),
            ),
            SkillResult(
                skill="pytorch", name="PyTorch", months=0, last_used=None, strength="listed", mentions=(python,)
            ),
        ),
        experience_months=76,
        ml_months=0,
        degree="master",
        degree_field="Physics",
        as_of=AS_OF,
        input_sha256="0123456789abcdef" * 4,
        hidden_text_would_add=0.25,
        notes=("page 3 is empty",),
        versions={"aimatch": "0.1.0", "taxonomy": "abc", "profile": "1"},
        role=role,
        career=gather(aimatch.read("Skills\nPyTorch"), load_taxonomy(), as_of=AS_OF),
        taxonomy=load_taxonomy(),
    )


@pytest.fixture
def failure() -> Failure:
    return Failure(
        source="broken/café.pdf", error="ReadError", reason="ends in the middle", place="page 2", remedy="ask again"
    )
