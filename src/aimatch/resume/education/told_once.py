"""Degrees told once: of the names in a line those that are degrees by themselves, of the courses of study in a resume
each once, though a summary tells of it too."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from aimatch.model import Education
from aimatch.resume.education.field_kinds import field_of
from aimatch.resume.education.fields import bounds
from aimatch.resume.rules.certificates import Named, certificates, normal
from aimatch.resume.rules.degrees import degrees
from aimatch.resume.sections import Outline
from aimatch.resume.sections.lines import Line

#: What stands between the kind of a degree and its name.
#: Characters between the level of a degree, as a heading, and its name below.
_LABELLED = 160
_EXPLAINED = frozenset({":", "(", "-", "–", ":-", "["})


def names_in(names: list[Named], text: str) -> list[Named]:
    """The degrees named in a line, each once: without the label of one in a margin ("BS  Foo University, BS in
    mathematics"), its abbreviation ("Master of Science (MS)"), its other name ("Higher Secondary (HSC)") and the kind of
    its school ("High School Diploma, Foo High School")."""
    kept: list[Named] = []
    for number, name in enumerate(names):
        label = text[name.end :].startswith("\t") and name.start == 0
        if label and name.level != "none" and any(other.level == name.level for other in names[number + 1 :]):
            continue
        last = kept[-1] if kept else None
        if last is None:
            kept.append(name)
            continue
        between = text[last.behind : name.start]
        if bounds().is_field(text[name.start : name.end], text[last.end : name.start]):
            continue
        if bounds().is_joint(between) and degrees().is_bare_level(last.form) and last.level == name.level:
            kept[-1] = name  # "Bachelor of B.Sc."
            continue
        if any(map(str.isalpha, between)):
            if not _is_aside(last, name, text):
                kept.append(name)
            continue
        one = _as_one(last, name, text)
        kept[-1:] = [one] if one else [last, name]
    return kept


def _is_aside(last: Named, name: Named, text: str) -> bool:
    """Whether a name, with words between it and the last one, is no degree beside that: its abbreviation in brackets
    ("Diploma in Computer Applications (DCA)"), the kind of its school, or a certificate in another cell of its row."""
    known = degrees()
    short = text[name.start : name.end]
    if text[: name.start].endswith("("):
        if abbreviates(short, text[last.start : name.start - 1]):
            return True
        if last.level != "none" and known.is_diploma(name.form) and short.islower():
            return True  # "Bachelor informatica (diploma behaald)"
    if not name.level == last.level == "none":
        return False
    kind = known.names_school(short) and name.form in last.form
    return kind or ("\t" in text[last.end : name.start] and known.same_certificate(last.form, name.form))


def _as_one(last: Named, name: Named, text: str) -> Named | None:
    """Two names with no words between them as one, if they are of one degree."""
    known = degrees()
    between = text[last.behind : name.start]
    if known.is_course(last.form) and known.is_diploma(name.form) and between.strip().isdigit():
        return replace(last, told_end=name.end)  # "City & Guilds Level 2 Diploma in"
    if last.level != name.level:  # "Post Graduation: MBA"
        return name if known.is_course(last.form) and between.strip() in _EXPLAINED else None
    end = name.end + (("(" in between or "[" in between) and text[name.end : name.end + 1] in {")", "]"})
    short, full = text[name.start : name.end], text[last.start : last.end]
    if abbreviates(short, full):
        return replace(last, end=end)
    if known.is_bare_level(name.form):
        return replace(last, end=name.end)  # "M.F.A., Masters: Fine Arts": the level once more
    if known.is_bare_level(last.form):
        return name  # "Graduation (B.A.)", "Bachelor's degree: BSc"
    # "PGDBM(MBA)", "BBA (Bachelor in Business" in a column too narrow for the rest
    aside = between.strip() == "(" and full.isupper() and (short.isupper() or ")" not in text[name.end :])
    # "Cand.merc. (MSc) Accounting", "studia magisterskie (mgr inż.)"
    aside = aside or (between.strip(" .") == "(" and text[name.end :].lstrip(" .")[:1] == ")")
    other_name = aside or known.canonical(name.form) == known.canonical(last.form) or abbreviates(full, short)
    if other_name or known.same_certificate(last.form, name.form) or between.strip(" .") == "/":
        return replace(last, told_end=end)  # "B.A (Bachelor of Arts) in", "Intermediate, 12th", "B.E./B.Tech in"
    return None


def abbreviates(short: str, full: str) -> bool:
    """Whether ``short`` is made of the first letters of the words of ``full`` ("M.B.A.")."""
    letters = "".join(letter for letter in short.lower() if letter.isalpha())
    initials = "".join(_initials(word) for word in full.split() if word.lower() not in bounds().joining)
    return len(letters) > 1 and letters == initials


def _initials(word: str) -> str:
    """The first letter of a word, or all of an abbreviation ("BS" of "BS Computer Science", "BSCS")."""
    return normal(word) if word.isupper() and len(word) > 1 and normal(word) in degrees().starts else word[0].lower()


def without_school_names(
    named: Mapping[int, list[Named]], lines: list[Line], outline: Outline
) -> dict[int, list[Named]]:
    """The names of degrees by line, less those that are parts of a school's name where a certificate stands beside it."""
    sure = {
        number: [name for name in names if not certificates().of_school(name, lines[number].text)]
        for number, names in named.items()
    }
    schooling = {number for number, names in sure.items() if any(name.level == "none" for name in names)}
    found = {}
    for number, names in named.items():
        near = any(
            at in schooling and outline.owner[at] == outline.owner[number] for at in range(number - 2, number + 3)
        )
        listed = not near and outline.kind(number) == "education"
        if kept := sure[number] or (_without_parts(names) if listed else []):
            found[number] = kept
    return found


def _without_parts(names: list[Named]) -> list[Named]:
    """Of the names in a school's name the last ("Foo Matriculation Higher Secondary School")."""
    in_names = [name for name in names if name.form in certificates().in_names]
    return [name for name in names if name not in in_names[:-1]]


def courses(entries: list[tuple[Education, Named, bool]]) -> tuple[Education, ...]:
    """The courses of study, each once. Of each entry its name, and whether it stands in the education."""
    kept: list[tuple[Education, Named, bool]] = []
    for entry, name, listed in sorted(entries, key=lambda one: not one[2]):
        for at, (other, its_name, its_place) in enumerate(kept):
            if _is_same(entry, name, other, its_name, apart=listed != its_place):
                kept[at] = (_filled(other, entry), its_name, its_place)
                break
        else:
            kept.append((entry, name, listed))
    return tuple(sorted((entry for entry, _, _ in kept), key=lambda entry: entry.text_start))


def _is_same(one: Education, name: Named, other: Education, its_name: Named, *, apart: bool) -> bool:
    """Whether two entries tell of the same course of study. ``apart``: one of them stands outside of the education, where
    the bare level is enough ("Master's degree in Physics")."""
    known = degrees()
    if one.level != other.level or (one.end and other.end and one.end.year != other.end.year):
        return False
    forms = (name.form, its_name.form)
    bare = any(map(known.is_bare_level, forms))
    graded = known.same_certificate(*forms)
    titles = (one.degree, other.degree)
    named = known.canonical(forms[0]) == known.canonical(forms[1]) or abbreviates(*titles) or abbreviates(*titles[::-1])
    headed = bare and forms[0] != forms[1] and abs(one.text_start - other.text_start) < _LABELLED
    if not (named or graded or headed or (apart and bare)):
        return False
    fields = (normal(one.field), normal(other.field))
    alike = _alike(one.field, other.field)
    if apart and bare and not alike:
        # "Masters in Business Administration" beside "MBA (Finance)"
        alike = any(normal(field_of(entry.degree)) in fields for entry in (one, other) if entry.degree)
    if all(fields) and not alike:
        return False
    if apart:
        return True
    if headed:  # "Bachelor Degree:", the school and the years, then "Bachelor of Economics"
        return not any(all(pair) for pair in ((one.end, other.end), (one.institution, other.institution)))
    told = (bool(one.end) and bool(other.end)) or (all(fields) and alike)
    pairs = ((one.field, other.field), (one.end, other.end), (one.institution, other.institution))
    if named and not bare and not known.is_diploma(name.form) and not any(all(pair) for pair in pairs):
        return True  # "MBA, 2013" and "MBA (Finance), Foo University": what one tells the other does not
    schools = sorted((normal(one.institution), normal(other.institution)), key=len)
    return told and (schools[1].startswith(schools[0]) or (one.end is not None and other.end is not None))


def _alike(one: str, other: str) -> bool:
    """Whether two fields may be one: equal, one the beginning of the other, or its initials."""
    first, second = normal(one), normal(other)
    return first.startswith(second) or second.startswith(first) or abbreviates(one, other) or abbreviates(other, one)


def _filled(entry: Education, more: Education) -> Education:
    """An entry with what another tells of the same course and it does not."""
    return replace(
        entry,
        institution=entry.institution or more.institution,
        degree=max(entry.degree, more.degree, key=len)
        if degrees().is_bare_level(normal(entry.degree))
        else entry.degree,
        field=entry.field or more.field,
        start=entry.start or (more.start if not entry.end else None),
        end=entry.end or more.end,
        completed=entry.completed and (more.completed or entry.end is not None),
    )
