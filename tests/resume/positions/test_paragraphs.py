"""Several jobs told in one paragraph as long as a page."""

from __future__ import annotations

from collections.abc import Callable

from aimatch.model import Resume

Read = Callable[[str], Resume]

STORY = (
    "Responsibilities: screens, forms, reviews, releases, and whatever the two teams beside ours had left open for us. "
    * 3
)


def test_each_job_of_a_paragraph_is_told_by_its_own_part(read: Read) -> None:
    text = (
        f"Haifa\n\nSummary A web developer.  {STORY}Experience Front End Team Lead          2020 - Present FooBit Performed a role of the lead."
        f"  {STORY}Stack: React.   Senior Developer          2014 - 2020       FooBit Developed applications: a flight bag.  {STORY}"
        f"Stack: Redux.   Developer          2009 - 2014       FooBit Support of all.  {STORY}Stack: MFC."
    )
    found = read(text).positions
    assert [(one.title, one.employer, one.current) for one in found][:2] == [
        ("Front End Team Lead", "FooBit", True),
        ("Senior Developer", "FooBit", False),
    ]
    assert not any(one.employer == "Responsibilities" for one in found)
    parts = [text[one.text_start : one.text_end] for one in found]
    assert [name for part in parts for name in ("React", "Redux", "MFC") if name in part] == ["React", "Redux", "MFC"]
