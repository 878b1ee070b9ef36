"""What a child process of the service does with one request: from its body to the JSON of the answer."""

from __future__ import annotations

import gc
import signal
from collections.abc import Callable

from aimatch.errors import AimatchError
from aimatch.integrations.rest import form
from aimatch.integrations.rest.form import Asked
from aimatch.integrations.rest.problems import place_of, written
from aimatch.job import profile_from_job
from aimatch.job.source import Posting, read_posting
from aimatch.model import Resume
from aimatch.outputs.json import profile_to_dict, report_to_dict, resume_to_dict
from aimatch.pipeline import read, score, understand
from aimatch.profile import load_profile
from aimatch.readers import read_text
from aimatch.readers.limits import Limits
from aimatch.taxonomy import Taxonomy, load_taxonomy

#: What does one kind of request, with a limit on what it may cost and the file of one's own skills.
Job = Callable[[str, bytes, Limits, str | None], bytes]


def ready(taxonomy: str | None) -> None:
    """Load what the first request would load."""
    # Ctrl-C and the end of a service reach all processes; this one ends when its parent, which finishes what it has
    # begun, lets go of it.
    for one in (signal.SIGINT, signal.SIGTERM):
        signal.signal(one, signal.SIG_IGN)
    import python_multipart  # noqa: F401

    score("Skills: Python", taxonomy=load_taxonomy(taxonomy))
    gc.freeze()


def run(job: Job, content_type: str, body: bytes, limits: Limits, taxonomy: str | None) -> bytes:
    """Do a job; what it raises beside what aimatch means to raise is a defect, and gets a note that tells where."""
    try:
        return job(content_type, body, limits, taxonomy)
    except AimatchError:
        raise
    except Exception as error:
        error.add_note(place_of(error))
        raise


def score_resume(content_type: str, body: bytes, limits: Limits, taxonomy: str | None) -> bytes:
    """What ``aimatch score FILE --json`` prints."""
    asked = form.parse(content_type, body, form.SCORE)
    skills = load_taxonomy(taxonomy)
    role = load_profile(asked.profile, taxonomy=skills)
    report = score(
        _resume(asked, limits, skills),
        role,
        as_of=asked.as_of,
        posting=None if asked.posting is None else _posting(asked, limits),
        flags_off=asked.flags_off,
        taxonomy=skills,
    )
    return written(report_to_dict(report))


def extract(content_type: str, body: bytes, limits: Limits, taxonomy: str | None) -> bytes:
    """What ``aimatch extract FILE --json`` prints."""
    asked = form.parse(content_type, body, form.RESUME)
    return written(resume_to_dict(_resume(asked, limits, load_taxonomy(taxonomy))))


def profile_of_posting(content_type: str, body: bytes, limits: Limits, taxonomy: str | None) -> bytes:
    """What ``aimatch profile from-job FILE --json`` prints."""
    asked = form.parse(content_type, body, form.POSTING)
    return written(profile_to_dict(profile_from_job(_posting(asked, limits), taxonomy=load_taxonomy(taxonomy))))


def _resume(asked: Asked, limits: Limits, taxonomy: Taxonomy) -> Resume:
    if asked.text is not None:
        return understand(read_text(asked.text, limits), taxonomy)
    given = asked.file if asked.file is not None else asked.json_resume
    assert given is not None
    return read(given, limits=limits, taxonomy=taxonomy)


def _posting(asked: Asked, limits: Limits) -> Posting:
    assert asked.posting is not None
    return read_posting(asked.posting, limits=limits)
