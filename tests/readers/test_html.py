"""The visible text of HTML in lines and blocks."""

from __future__ import annotations

import pytest

from aimatch.readers import read_document


@pytest.mark.parametrize(
    ("source", "text", "why"),
    [
        ("<h1>Jane</h1><p>a  b\n c</p>", "Jane\na b c", "white space collapses"),
        ("<p>a</p><h2>Experience</h2><p>b</p>", "a\n\nExperience\nb", "a heading begins a block"),
        ("<div>a<br>b</div>", "a\nb", "line breaks"),
        ("<p>Py<b>th</b>on</p>", "Python", "markup inside a word"),
        ("<ul><li>a<li><p>b</p></ul>", "• a\n• b", "lists, tags left open"),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>", "• a\n• b\n• c", "lists in lists are no blocks"),
        ("<ol start=3><li>a<li>b</ol>", "3. a\n4. b", "numbered lists"),
        ("<table><tr><th>a<td>b<tr><td>c<td>d</table>", "a\tb\nc\td", "rows are lines"),
        ("<table><tr><td><table><tr><td>a<td>b</table><td>c</table>", "a\tb\tc", "tables in tables"),
        ("<dl><dt>Acme<dd>Engineer</dl>", "Acme\nEngineer", "definitions"),
        ("<pre>a\n  b</pre>", "a\nb", "lines of preformatted text"),
        ("<span style='display:block'>a</span><span>b</span>", "a\nb", "lines by style"),
        ("<div style='display:flex'><span>Acme</span><span>2020</span></div>", "Acme\t2020", "sides of a flex row"),
        ("<section><p>a</p></section><section><p>b</p></section>", "a\n\nb", "sections are blocks"),
        ("<title>x</title><script>y</script><style>z{}</style><p>a</p>", "a", "what is no text"),
        ("<p>R&amp;D &euro; &#8211;</p>", "R&D € –", "entities"),
        ("<svg><text>Python</text></svg>", "Python", "words in drawings"),
        ("<p>a</p><!-- x --><p>b", "a\nb", "comments part nothing"),
        ("<details><summary>Acme</summary>more</details>", "Acme\nmore", "what one click opens"),
        ("<p>C++ &lt;vector&gt;</p>", "C++ <vector>", "escaped signs"),
        ("<p>Acme\tSpringfield\n\t\tand more</p>", "Acme\tSpringfield and more", "a tab in a line, none that indents"),
        (
            "<style>.t{display:inline-block;padding:2px 9px}</style><span class=t>Go</span><span class=t>SQL</span>",
            "Go SQL",
            "tags with room around them",
        ),
        ("<span style='padding:0 0'>Py</span><span>thon</span>", "Python", "no room, one word"),
        ("<p><b>Clerk</b><span>Jan 2022 - Present</span>", "Clerk\tJan 2022 - Present", "a date beside a title"),
        ("<p><b>Clerk</b><svg></svg><em>(03/2019)</em>", "Clerk\t(03/2019)", "with an icon between"),
        ("<p><time>2019 - 2021</time><strong>Clerk</strong>", "2019 - 2021\tClerk", "a title beside a date"),
        ("<p><b>Excel</b><b>2016</b>", "Excel 2016", "a year that may be a name's"),
        ("<p><b>Git</b><b>Hub</b>, <i>Java</i><i>Script</i>", "GitHub, JavaScript", "words in two colours"),
        ("<p><b>Rose by</b><b>2016%</b> <b>20</b><b>19</b>", "Rose by2016% 2019", "no date"),
        ("<p>English<span style='float:right'>fluent</span></p>", "English\tfluent", "what floats to the edge"),
        (
            "<p><i style='float:right'>May 2019</i>Clerk<br><i style='float:right'>Oban</i>Acme<br>Typed</p>",
            "Clerk\tMay 2019\nAcme\tOban\nTyped",
            "what floats to the edge is written before the line that it ends",
        ),
        (
            "<div style='display:grid;grid-template-columns:1fr 8em'><div><p>Engineer, Acme<p>Built it</div>"
            "<div>2019 - 2021<br>Springfield</div></div>",
            "Engineer, Acme\t2019 - 2021\nBuilt it\tSpringfield",
            "dates beside an entry of several lines",
        ),
        (
            "<div style='display:flex'><div>2019 - 2021<br>Springfield</div><div><p>Engineer<p>Acme<p>Built it</div></div>",
            "2019 - 2021\tEngineer\nSpringfield\tAcme\nBuilt it",
            "dates left of an entry",
        ),
        (
            "<div style='display:grid;grid-template-columns:repeat(2,1fr)'><div><h2>Skills</h2><p>Go</div>"
            "<div><h2>Languages</h2><p>Spanish</div></div>",
            "Skills\nGo\n\nLanguages\nSpanish",
            "columns without dates follow one another",
        ),
        ("<input value='Jane'><input type=hidden value='x'>", "Jane", "fields"),
    ],
)
def test_visible_text(source: str, text: str, why: str) -> None:
    assert read_document(f"<!doctype html><body>{source}".encode()).text == text, why


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("<html><meta charset=windows-1251><p>Иван".encode("cp1251"), "Иван"),
        ('<?xml version="1.0" encoding="iso-8859-1"?><html><p>Zoé – x'.encode("cp1252"), "Zoé – x"),
        (b"\xff\xfe" + "<html><p>Zoé".encode("utf-16-le"), "Zoé"),
        ("<html><meta charset=no-such-thing><p>Zoé".encode(), "Zoé"),
        ("<html><p>Zoé".encode(), "Zoé"),
    ],
)
def test_encodings(data: bytes, text: str) -> None:
    assert read_document(data).text == text


def test_nothing_is_fetched_and_that_is_noted() -> None:
    page = b"<html><link rel=stylesheet href=a.css><img src=x.png><p>Jane"
    document = read_document(page)
    assert (document.text, document.notes) == ("Jane", ("style sheets are not fetched",))


def test_a_no_break_space_alone_is_no_line() -> None:
    assert read_document(b"<html><p>\xc2\xa0</p><p>Engineer</p></html>").text == "Engineer"


MENU = "<ul><li><a href=/>Home</a><li><a href=/rust>Writing about Rust</a></ul>"


@pytest.mark.parametrize(
    ("around", "why"),
    [
        (f"<nav>{MENU}</nav>", "a menu"),
        (f"<div role=navigation>{MENU}</div>", "a menu by its role"),
        (f"<div id=topNav class='wide'>{MENU}</div>", "a menu by its name"),
        ("<nav><a href=/>Home</a> / <a href=/people>Rust people</a> / Runa Vik</nav>", "the way to this page"),
        ("<nav><button>Menu</button><button>Rust</button></nav>", "buttons"),
        (
            "<nav hidden><a href=/>Home</a><a href=/rust>Writing about Rust</a></nav>",
            "a menu for phones is no hidden text",
        ),
        ("<form role=search><input value=''>Rust</form><search>Find Rust</search>", "a search"),
        (
            "<div class='cookie-bar'><p>We use cookies and Rust.</p><button>Accept all</button></div>",
            "a notice by its name",
        ),
        (
            "<div role=dialog><p>Diese Seite nutzt Cookies.</p><a href=#>Alle akzeptieren</a></div>",
            "a notice by its role",
        ),
        ("<dialog open>Cookies? <button>Reject</button></dialog>", "an open dialog"),
        (f"<footer>{MENU}</footer>", "links at the foot"),
        ("<footer><p>Built with Rust, hosted on Netlify</p><p>© 2024 Runa Vik</p></footer>", "what tells of the page"),
        ("<div role=contentinfo>Copyright Runa Vik</div>", "the foot by its role"),
        ("<aside><h2>People also viewed</h2><ul><li>Tor Lie, Rust developer</ul></aside>", "other people"),
        ("<div><div><h3>Similar profiles</h3></div><p>Rust developer</p></div>", "other people, the heading set apart"),
        ("<select><option>Rust<option>Go</select>", "what a list offers"),
        ("<form><label><input type=checkbox> Rust</label></form>", "a box without a tick"),
        ("<fieldset><input type=radio id=r><label for=r>Rust</label></fieldset>", "a choice not made"),
        ("<i class='material-icons md-18'>school</i><span class=material-symbols-outlined>work</span>", "icons"),
    ],
)
def test_what_stands_around_a_resume_is_left_out(around: str, why: str) -> None:
    document = read_document(f"<!doctype html><body>{around}<p>Engineer at Northwind, Oslo, since spring</p>".encode())
    assert document.text == "Engineer at Northwind, Oslo, since spring", why
    assert document.hidden == (), why
    assert any("left out" in note for note in document.notes), why


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("<aside><h2>Skills</h2><ul><li>Rust</ul></aside>", "a sidebar"),
        (
            "<nav class=sidebar><h2>Skills</h2><ul><li>Rust<li>SQL<li>Go</ul></nav>",
            "a sidebar that calls itself a menu",
        ),
        ("<nav><a href=/one>Compiler in Rust that checks each of the sums of a ledger</a></nav>", "a link that tells"),
        (
            "<div class='menu-planner'>Planned menus in Rust for <a href=#>a school</a></div>",
            "a name that holds the word",
        ),
        (
            "<footer><p>Also: Rust, SQL</p><p>© 2024 Runa Vik</p></footer>",
            "a line of the foot that tells of the person",
        ),
        ("<footer><h2>Languages</h2><p>English, Rust</p></footer>", "a section at the foot"),
        (
            "<div class=modal><h3>Cookie counter in Rust</h3><p>Cookies are counted.</p><button>Close</button></div>",
            "a project",
        ),
        ("<section><h2>Recommended by</h2><p>a Rust team</p></section>", "a heading of another kind"),
        ("<select><option>Go<option selected>Rust</select>", "what is chosen"),
        ("<form><label><input type=checkbox checked> Rust</label></form>", "a ticked box"),
        ("<input type=checkbox id=a><label for=a>Rust</label><div>work</div>", "a box that opens what stands below"),
        ("<button>Rust</button>", "a tag drawn as a button"),
    ],
)
def test_a_resume_in_such_elements_is_read(content: str, why: str) -> None:
    assert "Rust" in read_document(f"<!doctype html><body><p>Runa Vik</p>{content}".encode()).text, why
