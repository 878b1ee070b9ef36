"""A profile as TOML that a person can read, correct and version."""

from __future__ import annotations

import json

from aimatch.profile.definition import Profile, Requirement

_WIDE = 110


def to_toml(profile: Profile) -> str:
    """A profile as TOML text; :func:`aimatch.load_profile` reads an equal profile back from it.

    Weights count only against each other; deleting a requirement's table or changing its need, weight or skills is
    all that correcting takes.
    """
    out = [
        "# A role profile. Correct what it asks: need is 'must' or 'nice', of skills any one suffices, of all_of all are",
        "# needed, and weights count against each other. Then: aimatch score FILE --profile this-file.toml",
        f"id = {_text(profile.id)}",
        f"title = {_text(profile.title)}",
        f"version = {_text(profile.version)}",
    ]
    if profile.min_years is not None:
        out.append(f"min_years = {_number(profile.min_years)}")
    out += (
        f"{name} = {_text(value)}"
        for name, value in (
            ("degree_min", profile.degree_min),
            ("seniority", profile.seniority),
            ("source", profile.source),
        )
        if value
    )
    if profile.flags_off:
        out.append(f"flags_off = {_list(profile.flags_off)}")
    for row in profile.requirements:
        out += ["", *_requirement(row)]
    if profile.unread:
        out += ["", "# Not read as a requirement, since no skill, degree or number of years was found in it:"]
        out += (f"#   {_remark(said)}" for said in profile.unread)
    return "\n".join(out) + "\n"


def _requirement(row: Requirement) -> list[str]:
    out = ["[[requirements]]", f"id = {_text(row.id)}", f"label = {_text(row.label)}"]
    if row.measure != "skills":
        out.append(f"measure = {_text(row.measure)}")
    out += (f"{name} = {_list(ids)}" for name, ids in (("skills", row.skills), ("all_of", row.all_of)) if ids)
    for name, shares in (("partial", row.partial), ("indirect", row.indirect)):
        if shares:
            out.append(f"{name} = {{ " + ", ".join(f"{_text(id_)} = {_number(share)}" for id_, share in shares) + " }")
    out += [f"need = {_text(row.need)}", f"weight = {_number(row.weight)}"]
    if row.min_years is not None:
        out.append(f"min_years = {_number(row.min_years)}")
    if row.fields:
        out.append(f"fields = {_list(row.fields)}")
    if row.degree_min is not None:
        out.append(f"degree_min = {_text(row.degree_min)}")
    if row.measure == "breadth":
        out.append(f"at_least = {row.at_least}")
    if row.source:
        out.append(f"source = {_text(row.source)}")
    if row.groups:
        out += ["", "[requirements.groups]", *(f"{_text(label)} = {_list(ids)}" for label, ids in row.groups)]
    return out


def _list(values: tuple[str, ...]) -> str:
    one_line = f"[{', '.join(map(_text, values))}]"
    return one_line if len(one_line) < _WIDE else "[\n" + "".join(f"  {_text(value)},\n" for value in values) + "]"


def _text(text: str) -> str:
    # A JSON string is a TOML basic string, but for DEL, which TOML wants escaped, and lone surrogates, which it can't hold.
    clean = "".join(" " if "\ud800" <= letter <= "\udfff" else letter for letter in text)
    return json.dumps(clean, ensure_ascii=False).replace("\x7f", "\\u007F")


def _remark(text: str) -> str:
    """A text as a comment, which holds no control character."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def _number(value: float) -> str:
    return repr(int(value)) if value == int(value) else repr(value)
