"""JSON: everything a report holds, in a fixed order.

Three schemas beside this file describe what is written: ``report.schema.json`` (reports and failures),
``answers.schema.json`` (what-if, comparison, interview, calibration), ``commands.schema.json`` (what the other commands
print with ``--json``).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from aimatch.model import Box, Evidence, Flag, Mention, RequirementResult, Resume, SkillResult
from aimatch.profile import Profile, Requirement, load_profile, profile_names
from aimatch.report import Failure, Report
from aimatch.taxonomy import Taxonomy

#: Raised when a field of the JSON changes its meaning or goes away; new fields leave it as it is. 2: `low` and `high`
#: also hold what is only listed and what follows from dates without months. 3: `page` of evidence is null where the file
#: has no pages; in a batch's rows `experience_months` and `ml_months` are null where no dates were read, and copies of one
#: text hold one place of the ranking.
SCHEMA_VERSION = 3


def render(report: Report | Failure, *, indent: int | None = None) -> str:
    """The result as JSON text without a final newline; compact unless ``indent`` is given."""
    content = report_to_dict(report) if isinstance(report, Report) else failure_to_dict(report)
    return dumps(content, indent=indent)


def dumps(content: Any, *, indent: int | None = None) -> str:
    """JSON types as text, always written the same way; NaN and infinity are refused."""
    separators = (",", ":") if indent is None else None
    return json.dumps(content, ensure_ascii=False, allow_nan=False, indent=indent, separators=separators)


def report_to_dict(report: Report) -> dict[str, Any]:
    """A report as JSON types, in the order of its attributes. Boxes are ``[page, x0, y0, x1, y1]``."""
    return {
        "schema": SCHEMA_VERSION,
        "source": report.source,
        "profile": report.profile,
        "profile_title": report.profile_title,
        "coverage": report.coverage,
        "low": report.low,
        "high": report.high,
        "requirements": [_requirement(one) for one in report.requirements],
        "missing_musts": list(report.missing_musts),
        "flags": [_flag(one) for one in report.flags],
        "skills": [_skill(one) for one in report.skills],
        "experience_months": report.experience_months,
        "ml_months": report.ml_months,
        "degree": report.degree,
        "degree_field": report.degree_field,
        "experience_basis": report.experience.basis,
        "positions": to_json_types(report.positions),
        "education": to_json_types(report.education),
        "as_of": report.as_of.isoformat(),
        "input_sha256": report.input_sha256,
        "hidden_text_would_add": report.hidden_text_would_add,
        "notes": list(report.notes),
        "versions": dict(report.versions),
    }


def failure_to_dict(failure: Failure) -> dict[str, Any]:
    """A failure as JSON types. It has ``error`` where a report has ``coverage``."""
    return {"schema": SCHEMA_VERSION, **to_json_types(failure)}


def answer_to_dict(answer: Any, **derived: Any) -> dict[str, Any]:
    """An answer to a question about reports as JSON types, its attributes in their order, then what is derived from
    them; ``answers.schema.json`` beside this file describes it."""
    return {"schema": SCHEMA_VERSION, **to_json_types(answer), **derived}


def mention_to_dict(mention: Mention) -> dict[str, Any]:
    """A mention as JSON types."""
    return {
        "skill": mention.skill,
        "name": mention.name,
        "kind": mention.kind,
        "start": mention.start,
        "end": mention.end,
        "quote": mention.quote,
        "status": mention.status,
        "section": mention.section,
        "position": mention.position,
        "project": mention.project,
        "page": mention.page,
        "boxes": [_box(one) for one in mention.boxes],
        "via": mention.via,
        "certainty": mention.certainty,
    }


def resume_to_dict(resume: Resume) -> dict[str, Any]:
    """A resume as read, as JSON types; ``commands.schema.json`` beside this file describes it under ``extract``."""
    return {
        "schema": SCHEMA_VERSION,
        "source": resume.document.source,
        "input_sha256": resume.document.sha256,
        "text": resume.document.text,
        "notes": list(resume.document.notes),
        "sections": to_json_types(resume.sections),
        "positions": to_json_types(resume.positions),
        "education": to_json_types(resume.education),
        "projects": to_json_types(resume.projects),
        "breaks": to_json_types(resume.breaks),
        "stated_years": to_json_types(resume.stated_years),
        "mentions": [mention_to_dict(one) for one in resume.mentions],
    }


def profile_to_dict(profile: Profile) -> dict[str, Any]:
    """A profile as :func:`aimatch.load_profile` takes it back; what has its default is left out."""
    content = _without_defaults(profile)
    content["requirements"] = [_without_defaults(one) for one in profile.requirements]
    for row in content["requirements"]:
        for name in ("partial", "indirect", "groups"):
            if name in row:
                row[name] = dict(row[name])
    return content


def profile_list() -> list[dict[str, Any]]:
    """The shipped profiles as JSON types, without what they ask."""
    roles = (load_profile(name) for name in profile_names())
    return [{"id": one.id, "title": one.title, "requirements": len(one.requirements)} for one in roles]


def taxonomy_find(names: Iterable[str], taxonomy: Taxonomy) -> list[dict[str, Any]]:
    """Which skill each name means, as JSON types; ``null`` for one that is unknown."""
    return [{"query": name, "skill": to_json_types(taxonomy.find(name))} for name in dict.fromkeys(names)]


def _without_defaults(value: Profile | Requirement) -> dict[str, Any]:
    return {
        field.name: to_json_types(getattr(value, field.name))
        for field in fields(value)
        if getattr(value, field.name) != field.default
    }


def to_json_types(value: Any) -> Any:
    """Any of aimatch's dataclasses (a profile, a skill, a position) as JSON types, fields in their order."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: to_json_types(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): to_json_types(one) for key, one in value.items()}
    if isinstance(value, (set, frozenset)):
        return sorted(to_json_types(one) for one in value)
    if isinstance(value, (list, tuple)):
        return [to_json_types(one) for one in value]
    if isinstance(value, date):
        return value.isoformat()
    return value


def _requirement(one: RequirementResult) -> dict[str, Any]:
    return {
        "id": one.id,
        "label": one.label,
        "weight": one.weight,
        "need": one.need,
        "credit": one.credit,
        "low": one.low,
        "high": one.high,
        "points": one.points,
        "reason": one.reason,
        "evidence": [_evidence(piece) for piece in one.evidence],
        "raise_by": one.raise_by,
    }


def _evidence(one: Evidence) -> dict[str, Any]:
    return {"quote": one.quote, "start": one.start, "end": one.end, "page": one.page, "note": one.note}


def _flag(one: Flag) -> dict[str, Any]:
    return {
        "id": one.id,
        "severity": one.severity,
        "message": one.message,
        "evidence": [_evidence(piece) for piece in one.evidence],
        "innocent_explanations": list(one.innocent_explanations),
    }


def _skill(one: SkillResult) -> dict[str, Any]:
    return {
        "skill": one.skill,
        "name": one.name,
        "months": one.months,
        "last_used": None if one.last_used is None else one.last_used.isoformat(),
        "strength": one.strength,
        "mentions": [mention_to_dict(mention) for mention in one.mentions],
    }


def _box(box: Box) -> list[float]:
    # A tenth of a point is finer than any screen, and the same on every machine.
    return [box.page, round(box.x0, 1), round(box.y0, 1), round(box.x1, 1), round(box.y1, 1)]
