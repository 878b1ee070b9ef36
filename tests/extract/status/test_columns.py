"""Tables whose columns are degrees of use."""

from __future__ import annotations

import aimatch

TABLE = """Stack

| daily | learning | never |
|---|:---:|---|
| Python, SQL | Rust | Azure, Spark |
| Docker | Kafka | Java |

Java since 2012 at Northwind.
"""


def test_headers_rule_their_columns() -> None:
    statuses = [(mention.quote, mention.status) for mention in aimatch.extract(TABLE) if mention.kind != "behaviour"]
    by_quote: dict[str, str] = {}
    for quote, status in statuses:
        by_quote.setdefault(quote, status)
    assert {quote: by_quote[quote] for quote in ("Python", "Rust", "Azure", "Spark", "Docker", "Kafka", "Java")} == {
        "Python": "asserted",
        "Rust": "aspirational",
        "Azure": "negated",
        "Spark": "negated",
        "Docker": "asserted",
        "Kafka": "aspirational",
        "Java": "negated",
    }
    assert statuses[-1] == ("Java", "asserted"), "the table is over"


def test_a_table_without_such_headers_rules_nothing() -> None:
    table = "| skill | years |\n|---|---|\n| Python | 5 |\n| Java | 2 |\n"
    assert {mention.status for mention in aimatch.extract(table) if mention.kind != "behaviour"} == {"asserted"}


def test_rules_with_nothing_between_them_are_no_table() -> None:
    found = aimatch.extract("Python\n| --- | --- |\n| --- | --- |\nKafka")
    assert {(mention.quote, mention.status) for mention in found} == {("Python", "asserted"), ("Kafka", "asserted")}
