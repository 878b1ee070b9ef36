"""Every way of writing a span of time that resumes were seen to use, and what only looks like one."""

from __future__ import annotations

from datetime import date

import pytest

from aimatch.dates import find_ranges

# text, the months it spans ("..": lasting, "?": unknown), why the case is here
SPANS = [
    ("EXPERIENCE\nIX 2022 – obecnie", "2022-09 ..", "a Roman numeral below a heading"),
    ("Programista IX 2022 – nadal", "2022-09 ..", "a Roman numeral behind a title, beyond all grades"),
    ("2019/ago - Atual: Foo Ltda", "2019-08 ..", "a month's name behind the slash of its year"),
    ("2013/mar - 2019/jul", "2013-03 2019-07", "at both ends"),
    ("Clerk, Foo Kft.\t2020. 05. –\nKept the books for all\tpresent", "2020-05 ..", "the Hungarian order, in a cell"),
    ("Clerk, Foo Kft.\t2014. 09. –\nKept the books\t2020. 04.", "2014-09 2020-04", "its end in the cell below"),
    ("2014. 09. 01. – 2020. 04. 30.", "2014-09 2020-04", "with the days"),
    (
        "1998-09 / 2010-12: analyst",
        "1998-09 2010-12",
        "ISO months around a slash, of which the second may be two years",
    ),
    ("From: 05/2023   To:\nDuties: stock", "2023-05 ..", "the label of an end that is left empty"),
    ("From: 05/2023\nTo:\n06/2024", "2023-05 2024-06", "the end in the line below its label"),
    ("01/02/2019 – alla data attuale", "2019-02 ..", "Italian, as the European form writes it"),
    ("Start Jan 2022, 6 months", "2022-01 2022-06", "a start and a length"),
    ("start: 01/2022 (six months)", "2022-01 2022-06", "the length in brackets and words"),
    ("Start Jan 2022, duration: 6 months, Foo", "2022-01 2022-06", "the length behind its name"),
    ("Beginn Januar 2022, 6 Monate: Techniker", "2022-01 2022-06", "a start and a length in German"),
    ("Start Date: Jan 2022\nDuration: 6 months", "2022-01 2022-06", "both labelled, each in its line"),
    ("Start Date: Mar-2021    End Date: Present    Location: Tampa, FL", "2021-03 ..", "another label behind the end"),
    ("03/2019 – 02/2020", "2019-03 2020-02", "month and year, en dash"),
    ("Mar '19 – Feb '20", "2019-03 2020-02", "two digits behind an apostrophe"),
    ("Jan '50 - Dec '65", "1950-01 1965-12", "from 50 on they are of the last century"),
    ("Jan '48 - Dec '49", "2048-01 2049-12", "and below it of this one"),
    ("2009-12 / Foo", "2009-04 2012-09", "two years before a slash and a name"),
    ("2003-15", "2003-04 2015-09", "a span of years, its end in two digits"),
    ("2003-23", "2003-04 2023-09", "of twenty years at the most"),
    ("Jun'18 - Mar'20", "2018-06 2020-03", "the apostrophe glued to the month; at the very end of the text"),
    ("Jan-18 to Mar-20", "2018-01 2020-03", "two digits behind a hyphen"),
    ("05/19 - 06/20", "2019-05 2020-06", "two numbers of two digits are dates beside their like"),
    ("2019-03 to now", "2019-03 ..", "ISO month"),
    ("Jul-\n2014 to Oct-\n2016.", "2014-07 2016-10", "both broken at their hyphens"),
    ("08/2014\nPresent\n\nPacker", "2014-08 ..", "a start, and the word for the present alone in the line below"),
    ("Packer\tAug 2014 –\nFoo Ltd, Bar\tMay 2016", "2014-08 2016-05", "a cell of two lines at the right edge"),
    ("| 08/2014 –  | Packer  |\n| 05/2016    | Foo Ltd |", "2014-08 2016-05", "a cell of two lines of a drawn table"),
    ("| 08/2014 –  | Packer  |\n| now        | Foo Ltd |", "2014-08 ..", "the same before a word for the present"),
    ("8-Mart-2014 – 9-HAZİRAN-2016", "2014-03 2016-06", "Turkish months, one in capitals"),
    ("Quickmart, Wal-Mart 2014 - 2016", "2014-04 2016-09", "a shop is no March"),
    ("mars 2014 – actuellement", "2014-03 ..", "a French word for the present"),
    ("08/2014 - nutid", "2014-08 ..", "a Swedish one"),
    ("aug. 2014 – nåværende", "2014-08 ..", "a Norwegian one"),
    ("листопад 2014 р. – сьогодні", "2014-11 ..", "a Ukrainian month, and a word for the year behind it"),
    ("август 2014 г. – тепер", "2014-08 ..", "another word for the present"),
    ("з жовтня 2014", "2014-10 ..", "a Ukrainian word for since"),
    ("märts 2014 – täna", "2014-03 ..", "Estonian"),
    ("2014 m. kovo – 2016 m. gegužės", "2014-03 2016-05", "Lithuanian, the year first"),
    ("2014. gada marts – 2016. gada maijs", "2014-03 2016-05", "Latvian, the year first"),
    ("2014. március – jelenleg", "2014-03 ..", "Hungarian, the year first"),
    ("sierpień 2014 – do dzisiaj", "2014-08 ..", "a dash and a word for until before one for today"),
    ("август 2014 – днес", "2014-08 ..", "Bulgarian"),
    ("aug 2014 – t.o.m. idag", "2014-08 ..", "a Swedish abbreviation for until"),
    ("август 2014 – до сих пор", "2014-08 ..", "Russian words for until now"),
    ("yanvar 2014 – dekabr 2016", "2014-01 2016-12", "Uzbek"),
    ("јан. 2014 – дец. 2016", "2014-01 2016-12", "Serbian short months"),
    ("setiembre 2014 – ahora", "2014-09 ..", "Spanish without its p"),
    ("Αύγουστος 2014 έως Μάιος 2016", "2014-08 2016-05", "Greek words on both sides"),
    ("Packer, since 09/15", "2015-09 ..", "two numbers of two digits behind 'since'"),
    ("Packer [since Jul-17]", "2017-07 ..", "a month and two digits behind 'since'"),
    ("Packer (Mar 15 - )", "2015-03 ..", "a month and two digits before an open end"),
    ("2013 Q4 onwards", "2013-10 ..", "a quarter behind its year, before a word for the present"),
    ("Packer (2018 Q1 –)", "2018-01 ..", "the same before an open end"),
    ("Packer (2018 until)", "2018-04 ..", "a word for the dash, before a bracket that closes"),
    ("06/2023 -> | Own shop", "2023-06 ..", "an open end in the first cell of a row"),
    ("_may 2016 onwards_", "2016-05 ..", "in emphasis"),
    ("2010-05 - 2012-12", "2010-05 2012-12", "ISO months on both sides"),
    ("2019/03 - 2020/04", "2019-03 2020-04", "year first, slash"),
    ("01.2019–03.2020", "2019-01 2020-03", "dots, no spaces"),
    ("01 / 2019 - 03 / 2020", "2019-01 2020-03", "spaces round the slash"),
    ("2016 / 09 - 2018 / 03", "2016-09 2018-03", "year first, spaces round the slash"),
    ("June 2014  September 2015", "2014-06 2015-09", "the dash lost, two spaces left"),
    ("06/2014\t09/2015", "2014-06 2015-09", "in two cells"),
    ("06/2014 | 09/2015", "2014-06 2015-09", "in two cells parted by a bar"),
    ("[2014-06 .. 2015-09] Foo", "2014-06 2015-09", "two dots for the dash"),
    ("2006 (March) to 2012 (Feb.) — Clerk", "2006-03 2012-02", "months in brackets behind their years, before a dash"),
    ("昭和63年4月 ~ 令和元年10月", "1988-04 2019-10", "years of eras"),
    ("Gardener since the spring of 2016", "2016-03 ..", "an article between 'since' and a part of a year"),
    ("з 03.2021 дотепер", "2021-03 ..", "Ukrainian"),
    ("2014-06 / now", "2014-06 ..", "a slash, and a word for the present"),
    ("2014-06 … now", "2014-06 ..", "an ellipsis, and a word for the present"),
    ("Foo Ltd | 2014.06 | now", "2014-06 ..", "a start, and a cell that says it lasts"),
    ("| Foo Ltd | 2014 | 2016 |", "2014-04 2016-09", "years in two cells"),
    ("07/2013--08/2014", "2013-07 2014-08", "two dashes, no spaces"),
    ("(March 2008 to July\n       2009)", "2008-03 2009-07", "the line breaks between month and year"),
    ("11 th Feb 2017 - 03 rd Sep 2019", "2017-02 2019-09", "a space before the ordinal's ending"),
    ("December 2017 – Up to Present", "2017-12 ..", "'up to' before the present"),
    ("Duration : 07.03.2018 to TILL", "2018-03 ..", "'till' with nothing behind it"),
    ("2014 till 2016", "2014-04 2016-09", "'till' before a second date"),
    ("July 2015 – Contd...", "2015-07 ..", "'continued', cut short"),
    ("August 2019 to Still on going", "2019-08 ..", "two words for the present"),
    ("from May 2022 (six-month contract)", "2022-05 2022-10", "a start and a length in brackets"),
    ("(nine months from May 2021)", "2021-05 2022-01", "a length counted from a start"),
    ("May 2020, for two years", "2020-05 2022-04", "a length behind a start"),
    ("practised there from 2008. Many cases", "2008-04 ..", "'from' at the end of a sentence"),
    (
        "October 1996\nMarch 2008\nSenior Clerk",
        "1996-10 2008-03",
        "the cells of a start and an end, one below the other",
    ),
    ("Clerk, 2017.07 - 2017.08", "2017-07 2017-08", "a month of two digits at the very end of the text"),
    ("3/2 2014 – 30/11 2016", "2014-02 2016-11", "a day and a month set apart from the year"),
    ("1/12 2014-28/2 2016", "2014-12 2016-02", "no year in the month of two digits, and no spaces round the dash"),
    ("04 2018-09 2020", "2018-04 2020-09", "no September of 2018"),
    ("Packer ..... 04 2018 – 09 2020", "2018-04 2020-09", "behind dots that lead to the edge"),
    ("Sep-18-Oct-20", "2018-09 2020-10", "no 18th of October"),
    ("Agu 2018 – sekarang", "2018-08 ..", "an Indonesian short month"),
    ("3. 2. 2014 - 30. 11. 2016", "2014-02 2016-11", "the same with dots"),
    ("Packer, 04 2018 – 09 2020", "2018-04 2020-09", "a month of two digits set apart from the year"),
    ("from 04 2018 to 09 2020", "2018-04 2020-09", "the same behind words"),
    ("Start: 04 2018. End: 09 2020.", "2018-04 2020-09", "the same behind labels"),
    ("Start: 04/2018. Still employed.", "2018-04 ..", "a labelled start, and words of its own for the present"),
    ("2. 4/2018 - 9/2020", "2018-04 2020-09", "the number of an item before a month"),
    ("3. 4/2018 till", "2018-04 ..", "the same, and 'till' with nothing behind it"),
    ("4/2018 till\nPacker", "2018-04 ..", "'till' at the end of a line, and the names below"),
    ("April 2018 –\nPacker", "2018-04 ..", "a dash at the end of a line, and the names below"),
    ("Started 01 Apr 2018, left 30 Sep 2020", "2018-04 2020-09", "verbs before both ends"),
    ("4/4 2018 – tills vidare", "2018-04 ..", "Swedish for until further notice"),
    ("huhtikuu 2018 – syyskuu 2020", "2018-04 2020-09", "Finnish months"),
    ("1.4.2018 alkaen, työsuhde jatkuu", "2018-04 ..", "a Finnish word for 'from' behind the date"),
    ("april 2018 – des. 2020", "2018-04 2020-12", "a Norwegian short month"),
    ("Апрель 2018 – по настоящее время", "2018-04 ..", "Russian words for the present with 'until' in them"),
    ("Απρίλιος 2018 – σήμερα", "2018-04 ..", "Greek"),
    ("OCT 2020 - DEC 2020", "2020-10 2020-12", "capitals"),
    ("MAY 2019-OCT 2019", "2019-05 2019-10", "no spaces round the hyphen"),
    ("Sept.2017 to Nov.2018", "2017-09 2018-11", "abbreviation glued to the year"),
    ("June 2015 to May 2018", "2015-06 2018-05", "'to' as separator"),
    ("May 12, 2015 - June 3, 2016", "2015-05 2016-06", "the day behind the month is no year"),
    ("(12th Jan 2017 to till 21st Aug 2018)", "2017-01 2018-08", "ordinal days, doubled separator"),
    ("4th Jan 2018 to 9thNov 2021", "2018-01 2021-11", "the ordinal glued to the month"),
    ("12/03/2019 – 15/07/2020", "2019-03 2020-07", "the second date shows that the day comes first"),
    ("06/25/2018 - 07/14/2019", "2018-06 2019-07", "the first date shows that the month comes first"),
    ("2001 to 1-28-2014", "2001-04 2014-01", "a day with hyphens is no month and year of its own"),
    ("Jan – Mar 2019", "2019-01 2019-03", "one year for both months"),
    ("mayo y junio 2019", "2019-05 2019-06", "one year for both months, joined in another language"),
    ("2016 April bis 2018 März", "2016-04 2018-03", "months behind their years, joined in another language"),
    ("2010-12 bis 2012-05", "2010-12 2012-05", "a German word beside it shows that 2010-12 is a month"),
    ("Nov - Feb 2019", "2018-11 2019-02", "one year for both months, across the new year"),
    ("2016 – 2018", "2016-04 2018-09", "years only: the middle of what may be meant"),
    ("2016-18", "2016-04 2018-09", "short end"),
    ("2010-12", "2010-04 2012-09", "alone, two years rather than a December"),
    ("2014/2015", "2014-04 2015-09", "academic year"),
    ("between 2016 and 2018 at", "2016-04 2018-09", "'and' is a separator behind 'between'"),
    ("Summer 2019 - Fall 2020", "2019-06 2020-11", "seasons"),
    ("Q1 2019 - Q3 2020", "2019-01 2020-09", "quarters"),
    ("September 2013\nto\nNovember 2015", "2013-09 2015-11", "over three lines of a narrow column"),
    ("01/2019 –\n02/2021", "2019-01 2021-02", "over two lines of the margin"),
    ("07/2015 â€“ 12/2015", "2015-07 2015-12", "a dash that a broken encoding took apart"),
    ("Mar. 2016 - Exp. Jun. 2017", "2016-03 2017-06", "an end that was still to come"),
    ("Aug 2023 - Till date", "2023-08 ..", "'till date'"),
    ("Apr 2019 - till\ndate", "2019-04 ..", "the expression broken over two lines"),
    ("Jun 2020 - till\ndateFoo Ltd", "2020-06 ..", "and the next line glued to it"),
    ("JAN 2019 - ONGOING", "2019-01 ..", "'ongoing'"),
    ("2012 to date", "2012-04 ..", "'to date'"),
    ("2020 onwards", "2020-04 ..", "'onwards' without a separator"),
    ("Present - June 2014", "2014-06 ..", "newest first"),
    ("Since 2020: freelance", "2020-04 ..", "'since'"),
    ("seit 04/2020", "2020-04 ..", "German 'since'"),
    ("working there from Nov 2018.", "2018-11 ..", "'from' at the end of a sentence lasts"),
    ("2019 –", "2019-04 ..", "a dash with nothing behind it"),
    (
        "Lead engineer, Acme . May 2022-\n- Ran it",
        "2022-05 ..",
        "a dash with nothing behind it, at the end of a line of names",
    ),
    ("Platform team | 2022.01 ->\n+ Clusters", "2022-01 ..", "an arrow with nothing behind it"),
    ("2024/09–        Postdoc, Foo", "2024-09 ..", "the open end in a column of dates"),
    ("März 2020 – Dezember 2021", "2020-03 2021-12", "German months"),
    ("juin 2017 à août 2018", "2017-06 2018-08", "French months"),
    ("enero de 2015 a marzo de 2017", "2015-01 2017-03", "Spanish months with 'de'"),
    ("mar/2019 - actual", "2019-03 ..", "Spanish and Portuguese 'present'"),
    ("gennaio 2018 - oggi", "2018-01 ..", "Italian"),
    ("março 2019 até dezembro 2020", "2019-03 2020-12", "Portuguese"),
    ("mei 2019 - heden", "2019-05 ..", "Dutch"),
    ("Augest 2017 to Febuary 2018", "2017-08 2018-02", "common misspellings"),
    ("Dec 2017 - Jan 2017", "2017-12 2017-01", "an end before its start stays as written"),
    ("until 2018", "? 2018-09", "only an end"),
    ("2008  2022 Foo, bank", "2008-04 2022-09", "years whose dash is lost, at the beginning of a line"),
    ("BSc (2012  2017)", "2012-04 2017-09", "and in brackets"),
    ("2018 -  Designed sites", "2018-04 ..", "the open end of a column of years, two spaces left of it"),
    ("3/19-4/20 Foo", "2019-03 2020-04", "two digits throughout, no spaces"),
    ("2019/3-2020/5 Foo", "2019-03 2020-05", "year first, one digit, no spaces"),
    ("1.2014-5.2016 Foo", "2014-01 2016-05", "month first, dots and no spaces"),
    ("Sept. 2016 / Dec. 2018", "2016-09 2018-12", "a slash between months"),
    ("Ludlow,17-3-2018 to 26-9-2020.", "2018-03 2020-09", "glued to the comma before"),
    ("Aug. 2021- Curr.", "2021-08 ..", "'present' cut short"),
    ("10.2015 by now", "2015-10 ..", "'by now'"),
    ("2015 – up to this day", "2015-04 ..", "'up to this day'"),
    ("2015 - … Foo", "2015-04 ..", "dots for what is still to come"),
    ("2015 year - 2018 year", "2015-04 2018-09", "'year' behind the years"),
    ("beginning of 2015 - end of 2018", "2015-01 2018-12", "parts of years in words"),
    ("2017 March - 2018 April", "2017-03 2018-04", "months behind their years"),
    ("Foo GmbH (2016 April - Present)", "2016-04 ..", "and one that lasts"),
    ("Foo (2010 - 2016 February)", "2010-04 2016-02", "a month behind the last year only"),
    ("20152018 Foo", "2015-04 2018-09", "a dash without spaces lost"),
    ("2008 2022 Foo", "2008-04 2022-09", "a dash lost with a space, before a name"),
    ("May 2015June 2018 Foo", "2015-05 2018-06", "and between months"),
    ("2020Present Foo", "2020-04 ..", "and before a word"),
    ("_January 2015 – Present_", "2015-01 ..", "emphasis in Markdown"),
    ("Foo GmbH, since III/2021", "2021-03 ..", "a Roman month behind a slash"),
    ("Foo GmbH, IX.2018 – VIII.2020, fitter", "2018-09 2020-08", "Roman months with dots, the wider numerals first"),
    ("fitter IX 2018 to VIII 2020", "2018-09 2020-08", "Roman months with spaces, at both ends"),
    ("(IX 2018 – now)", "2018-09 ..", "and at one end, with nothing before it"),
    ("15.III.2019 - 2.IV.2020", "2019-03 2020-04", "a day before the Roman month"),
    ("15 III 2019 bis heute", "2019-03 ..", "a day and spaces"),
    ("III/18 - IV/20", "2018-03 2020-04", "Roman months with years of two digits"),
    ("2018.IX – 2020.VIII", "2018-09 2020-08", "Roman months behind their years"),
    ("2018. IX. – 2020. VIII. fitter", "2018-09 2020-08", "with the dots of ordinals"),
    ("IX–XII 2019", "2019-09 2019-12", "one year for both Roman months"),
    ("Phase II/2019 – III/2021", "2019-04 2021-03", "no month is numbered by what stands before it"),
    ("v3: Foo (2019-03 .. HEAD)", "2019-03 ..", "the newest state of a repository, in brackets"),
    ("Foo (Feb 2019 → ∞)", "2019-02 ..", "no end"),
    ("Foo | 2019 – open\nClerk", "2019-04 ..", "an open end at the end of a line"),
    ("Foo (2019 – ?)", "2019-04 ..", "an end that nobody knows"),
    ("2004/05 to 2012/13 - Foo", "2004-09 2013-08", "school years, of which the first could be a month"),
    ("2009/10 - 2011/12", "2009-09 2012-08", "school years of which both could be months"),
    ("2009/10 - 2012/03", "2009-10 2012-03", "months, of which one could be a school year"),
    ("2013/14 until today - Foo", "2013-09 ..", "a school year and a word for the present"),
    ("2013/2014 – 2015/2016", "2013-09 2016-08", "school years written in full"),
    ("2013/14 – 2016", "2013-09 2016-09", "a school year and a year"),
    ("Foo Ltd, 11-Sep-18 – 11-Mar-22, fitter", "2018-09 2022-03", "a comma behind a year of two digits"),
    ("2018-2019 (8 months)", "2018-04 2018-11", "and two years"),
    ("2015 - 2018 · 3 yrs 2 mos", "2015-04 2018-05", "a length behind a dot"),
    ("2015 - 2018 (10 years)", "2015-04 2018-09", "a length of something else"),
    ("I was clerk at Foo between 09/2019 and now.", "2019-09 ..", "'and' a word for the present behind 'between'"),
    ("  start: 09/2019\n  end: 03/2021", "2019-09 2021-03", "labels of a start and an end"),
    ("Joined: 2019\nLeft: 2021", "2019-04 2021-09", "other labels of them"),
    ("- Start date: Mar 2019\n- end: present", "2019-03 ..", "and an end that is still to come"),
    ("(January 2005 to\n   October 2008)", "2005-01 2008-10", "a line broken behind the word between two dates"),
    ("* 09/2018..03/2022 Foo", "2018-09 2022-03", "two dots without spaces"),
    ("Apr 2019 - Nov 2019Foo Labs", "2019-04 2019-11", "a name glued to the year"),
]

SINGLE = [
    ("Started Jan 2022, 6 months probation", "2022-01 2022-01", "a length of something else"),
    ("Started Jan 2022. 6 months later it grew", "2022-01 2022-01", "a length in the next sentence"),
    ("2016 - Foobrains course", "2016-04 2016-09", "a dash between a year and a name"),
    ("IN 2021GRADUATE", "2021-04 2021-09", "a year with capitals glued to it"),
    ("Dec 2018 (8 months)", "2018-12 2018-12", "a duration behind the date is no date"),
    ("Summer 2020", "2020-06 2020-08", "a season spans three months"),
    ("02/2021", "2021-02 2021-02", "a month"),
    ("six months in 2019", "2019-04 2019-09", "a length before the year"),
    ("2019 (10 months)", "2019-03 2019-12", "a length that must begin before April"),
    ("2019 (about 4 months)", "2019-04 2019-07", "a length in brackets narrows the year"),
    ("passed, X/2019", "2019-10 2019-10", "a Roman month alone"),
    ("Phase III/2021", "2021-04 2021-09", "the number of a phase"),
    ("Type II 2019", "2019-04 2019-09", "of a type"),
    ("Engineer III 2019", "2019-04 2019-09", "of a grade"),
    ("Section V.2019", "2019-04 2019-09", "of a section"),
    ("Q III/2021", "2021-04 2021-09", "of a quarter"),
    ("World War II. 2019", "2019-04 2019-09", "of a war"),
    ("I 2019 moved to Foo", "2019-04 2019-09", "a pronoun"),
    ("CV. 2019", "2019-04 2019-09", "two letters that are none"),
    ("2019 - Head of Sales", "2019-04 2019-09", "a title behind a dash"),
    ("2019 – Head\nFoo Ltd", "2019-04 2019-09", "a title alone in its line"),
    ("2019 - Open source lead", "2019-04 2019-09", "a title that begins with an open end"),
]

NOT_ROMAN = [
    ("Clerk IV 2019 – present", "2019-04 ..", "a grade before a year that lasts"),
    ("Grade\nIX 2019 – present", "2019-04 ..", "what a numeral numbers, at the end of the line above"),
    ("Engineer III 2019 - 2021", "2019-04 2021-09", "a grade before a range of years"),
    ("II. 2019 - 2021 Analyst", "2019-04 2021-09", "the number of an entry"),
    ("Analyst II | 2019 - 2021", "2019-04 2021-09", "a grade in another cell"),
]

NOTHING = [
    ("SQL Server 2012, Office 2016", "versions of products"),
    ("Windows Server 2008R2", "a version with its release"),
    ("call 614 555-2019", "a telephone number"),
    ("ISO 9001:2015", "the year of a standard"),
    ("$2000 saved, 2020% of target", "amounts and shares"),
    ("item #2019 in build v2020", "identifiers"),
    ("in the 2000s", "a decade"),
    ("served 2,015 users, 12 35 times", "numbers"),
    ("IJAR-20656", "an identifier of five digits"),
    ("555-2019-1234", "digits that go on"),
    ("call 20152018", "eight digits behind a word"),
]


def spans(text: str) -> list[str]:
    return [
        " ".join((f"{span.start:%Y-%m}" if span.start else "?", f"{span.end:%Y-%m}" if span.end else ".."))
        for span in find_ranges(text)
    ]


@pytest.mark.parametrize(("text", "expected", "why"), SPANS + NOT_ROMAN)
def test_span(text: str, expected: str, why: str) -> None:
    assert spans(text) == [expected], why


@pytest.mark.parametrize(("text", "expected", "why"), SINGLE)
def test_single_date(text: str, expected: str, why: str) -> None:
    (span,) = find_ranges(text)
    assert span.single, why
    assert spans(text) == [expected], why


@pytest.mark.parametrize(("text", "why"), NOTHING)
def test_no_date(text: str, why: str) -> None:
    assert find_ranges(text) == (), why


@pytest.mark.parametrize("row", ["{}\t{}\tFoo\n", "{} | {} | Foo\n", "| {} | {} | Foo |\n", "{}年\t{}月\tFoo\n"])
def test_columns_of_years_and_months(row: str) -> None:
    rows = [(2011, 4), (2015, 3), (2015, 12)]
    assert spans("".join(row.format(*one) for one in rows)) == ["2011-04 2011-04", "2015-03 2015-03", "2015-12 2015-12"]


def test_columns_of_years_and_amounts() -> None:
    found = find_ranges("2011 | 4 | a\n2012 | 30 | b\n2013 | 5 | c\n2014 | 71 | d\n")
    assert [span.precision for span in found] == ["year"] * 4


def test_spans_point_at_the_dates() -> None:
    text = "Data Engineer, Tram Bank, Jan 2018 – Dec 2020, then Foo since 2021"
    assert [text[span.text_start : span.text_end] for span in find_ranges(text)] == [
        "Jan 2018 – Dec 2020",
        "since 2021",
    ]


def test_a_bullet_below_a_date_is_no_dash() -> None:
    first, second = find_ranges("02/2021\n- Did the 2022 budget")
    assert first.single
    assert second.single


TABLES = [
    ("2010  2012  2014 sales", 3, "years in the head of a table"),
    ("2006\t2009", 2, "years in cells, above what they date"),
    ("Metric | 2014 | 2015 | 2016", 3, "years as the head of a table"),
    ("May 2014 | Current CTC 12", 1, "a cell that begins with a word for today and says something else"),
    ("Sales in 2010  2012", 2, "years behind words"),
    ("Flat 12 2010, Flat 10 2012", 2, "numbers before years that are no months"),
    ("2010 2012", 2, "a row of years"),
    ("2014/2015/2016", 3, "years with slashes"),
    ("Restart: 2019\nEnd of 2020", 2, "no labels"),
    ("In 2014. 12 people joined", 1, "a full stop behind a year, and a number"),
    ("Foo 2016, March 2017", 2, "a month belongs to the year behind it"),
]


@pytest.mark.parametrize(("text", "count", "why"), TABLES)
def test_years_side_by_side_are_no_range(text: str, count: int, why: str) -> None:
    found = find_ranges(text)
    assert len(found) == count, why
    assert all(span.single for span in found), why


def test_ranges_written_newest_first_throughout_are_turned() -> None:
    spans_found = find_ranges("2021 – 2018 Foo\n2017 – 2015 Bar")
    assert [(span.start, span.end) for span in spans_found] == [
        (date(2018, 4, 1), date(2021, 9, 1)),
        (date(2015, 4, 1), date(2017, 9, 1)),
    ]


def test_offsets_hold_where_lower_case_grows() -> None:
    text = "İİİ Ltd, Jan 2018 – Dec 2020"
    (span,) = find_ranges(text)
    assert text[span.text_start : span.text_end] == "Jan 2018 – Dec 2020"


def test_a_season_of_each_of_several_years() -> None:
    assert spans("2018-05 to 2020-09, each summer") == ["2018-06 2018-08", "2019-06 2019-08", "2020-06 2020-08"]
    assert spans("Summers 2018 – 2020") == ["2018-06 2018-08", "2019-06 2019-08", "2020-06 2020-08"]
