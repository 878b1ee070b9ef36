"""Products listed under their maker's name: each row with its reason."""

from __future__ import annotations

import pytest

import aimatch


@pytest.mark.parametrize(
    ("text", "quote", "skill", "reason"),
    [
        ("Azure: Data Factory, DevOps, Monitor", "DevOps", "azure-devops", "the practice gives way to the product"),
        ("Azure: Data Factory, DevOps (Boards, Repos)", "Boards", "azure-devops", "brackets within the list"),
        ("AWS (Batch, Glue, Connect)", "Connect", "amazon-connect", "a word that says nothing alone"),
        ("AWS services such as Batch and Macie", "Batch", "aws-batch", "in a sentence"),
        ("GCP: Dataflow, Run, Build", "Run", "google-cloud-run", "the maker's short name stands for the long one"),
        ("Google: Sheets, Analytics", "Analytics", "google-analytics", "the practice gives way to the product"),
        ("Power Platform: Automate, BI", "BI", "power-bi", "a family of products"),
        ("Oracle (Forms, Fusion)", "Forms", "oracle-developer-tools", "brackets"),
    ],
)
def test_is_a_product_of_the_maker(text: str, quote: str, skill: str, reason: str) -> None:
    at = text.index(quote)
    assert [one.skill for one in aimatch.extract(text) if one.start <= at < one.end] == [skill], reason


@pytest.mark.parametrize(
    ("text", "quote", "skill", "reason"),
    [
        ("AWS (batch jobs, connect scripts)", "batch", "aws-batch", "no name: small letters"),
        ("AWS accounts. Run, build and monitor", "Run", "google-cloud-run", "no list of the maker"),
        ("Azure (VMs)\nConnect with me", "Connect", "amazon-connect", "the list ends with its brackets"),
        ("Microsoft: SQL, Excel", "SQL", "sql-server", "a language that is sure by itself"),
        ("Oracle: Sales Manager, Dublin", "Sales", "sales-cloud", "an employer"),
    ],
)
def test_is_no_product(text: str, quote: str, skill: str, reason: str) -> None:
    at = text.index(quote)
    assert skill not in {one.skill for one in aimatch.extract(text) if one.start <= at < one.end}, reason


def test_what_the_maker_itself_means_adds_nothing() -> None:
    assert [one.skill for one in aimatch.extract("Azure (IaaS)")] == ["azure", "iaas"]
