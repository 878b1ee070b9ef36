"""Abbreviations that a text spells out as something that is no skill; each row with its reason."""

from __future__ import annotations

import pytest

import aimatch


def skills(text: str) -> set[str]:
    return {mention.skill for mention in aimatch.extract(text)}


@pytest.mark.parametrize(
    ("text", "skill", "reason"),
    [
        ("Herd book, AI (artificial insemination), calf rearing.", "artificial-intelligence", "brackets behind it"),
        ("Office of Veterans Burial Affairs (VBA), clerk.", "vba", "brackets around it, a small word left out"),
        ("PWA trustee (Parish Welfare Association).", "progressive-web-apps", "a word between it and its name"),
        ("AWS card for overhead work (American Welding Society, 2021).", "aws", "a proper name further on"),
        ("PWA (Parish Welfare Association), 2011. Chair of the PWA.", "progressive-web-apps", "the same throughout"),
        (
            "Wrote the QMS (queue management system) of the clinic in Java.",
            "quality-management-systems",
            "one plain word",
        ),
        (
            "Tested the CMS (Coaching Management System) and its forms.",
            "content-management",
            "a trait and a plain word",
        ),
        (
            "For the ADF (Astrophysics Data Facility), ETL for nine archives. Later head of the ADF: ETL again.",
            "azure-data-factory",
            "words that name another skill, here and wherever it is repeated",
        ),
        (
            "Reports on all planned preventive maintenance (PPMs) of the project.",
            "portfolio-management",
            "a plural, words that name another skill",
        ),
        (
            "Escalation through the service or production delivery manager (SDM/PDM) in the ERP.",
            "plm",
            "brackets that two share",
        ),
    ],
)
def test_another_meaning_is_believed(text: str, skill: str, reason: str) -> None:
    assert skill not in skills(text), reason


@pytest.mark.parametrize(
    ("text", "skill", "reason"),
    [
        ("NLP (natural language processing) for claims.", "natural-language-processing", "its usual words"),
        ("CRM (client relationship management) rollout.", "crm", "a variant that holds a known skill"),
        ("AWS (EC2, S3, Lambda)", "aws", "brackets that hold its parts"),
        ("IBM Tivoli storage manager (TSM) for backups.", "tivoli-storage-manager", "words that name its kin"),
        ("Kept clusters in SCCM and SMS; SMS (system management software) too.", "sccm", "the text names it otherwise"),
        ("SQL (stored procedures, views)", "sql", "words that do not spell it"),
        ("CMS (content management system) for two museums.", "content-management", "words that hold a known skill"),
        ("Moved to AWS with a friend (Anna W. Sund).", "aws", "initials of a person are no words"),
        (
            "AI tools (analytics index) for traders.",
            "artificial-intelligence",
            "two letters at a distance say too little",
        ),
    ],
)
def test_its_own_meaning_stays(text: str, skill: str, reason: str) -> None:
    assert skill in skills(text), reason


@pytest.mark.parametrize(
    ("text", "short", "skill", "reason"),
    [
        ("Always-On Availability Groups (AAG) and backups.", "AAG", "sql-server-always-on", "a name not listed itself"),
        ("IA (information assurance) for two ships.", "IA", "information-security", "brackets behind it"),
        ("Signed off solution designs (SDs).", "SD", "solution-architecture", "its plural"),
    ],
)
def test_what_is_spelled_out_as_a_skill_names_it(text: str, short: str, skill: str, reason: str) -> None:
    named = {mention.quote: mention.skill for mention in aimatch.extract(text)}
    assert named.get(short) == skill, reason


@pytest.mark.parametrize(
    ("text", "short", "reason"),
    [
        ("Moved the database (DBX) to Lyon.", "DBX", "other letters"),
        ("Guided tours of the Lyon Data Center (LDC).", "LDC", "more words than the skill has"),
    ],
)
def test_other_brackets_name_nothing(text: str, short: str, reason: str) -> None:
    assert short not in {mention.quote for mention in aimatch.extract(text)}, reason
