"""Names that are also words, persons, places or firms: both readings, in invented sentences."""

from __future__ import annotations

import pytest

import aimatch

#: (text, the skill asserted in it).
MEANT = [
    ("Survival curves in R with ggplot2.", "r"),
    ("My trade up to now is time series forecasting in R.", "r"),
    ("Firmware in C for a Cortex-M board.", "c"),
    ("Rewrote the gateway in Go, half the latency.", "go"),
    ("Joined 2 TB of click logs with Spark on EMR.", "spark"),
    ("Monthly budget in Excel: pivot tables and macros.", "excel"),
    ("Reports built with Excel in the finance team.", "excel"),
    ("Kept my VBA and Excel in shape.", "excel"),
    ("Built with React to show fares.", "react"),
    ("Front end in Access, tables on SQL Server.", "microsoft-access"),
    ("Servers configured with Chef and Ansible.", "chef"),
    ("The courier app in Swift with SwiftUI screens.", "swift"),
    ("Hyperparameter search in Python, spread over a cluster with Ray.", "ray"),
    ("A 3D training simulator in Unity and C#.", "unity"),
    ("Checkout pages in React and TypeScript.", "react"),
    ("Nightly flows in Prefect, dbt models behind them.", "prefect"),
    ("Tuned Oracle 19c and wrote PL/SQL packages.", "oracle-database"),
    ("Looker dashboards over BigQuery.", "looker"),
    ("Puppet manifests for 400 Linux hosts.", "puppet"),
    ("Salt states for the web tier, Terraform below.", "saltstack"),
    ("Scripts in Ruby, a web shop on Rails.", "ruby"),
    ("A parser in Rust, fuzzed with cargo-fuzz.", "rust"),
    ("Streaming joins in Scala on Flink.", "scala"),
    ("Flutter app in Dart, released on both stores.", "dart"),
    ("Model endpoint in Flask behind nginx.", "flask"),
    ("Differential equations solved in Julia.", "julia"),
    ("Java services on Spring and Hibernate.", "spring"),
    ("REST back end with Express and Node.js.", "express-js"),
    ("Hive tables over HDFS, queried from Spark.", "hive"),
    ("ETL scripts in Pig on a Hadoop cluster.", "pig"),
    ("Pipelines in Apache Beam on Dataflow.", "apache-beam"),
    ("SAS macros around PROC MIXED.", "sas"),
    ("A CNN for leaf diseases, trained in PyTorch.", "cnn"),
    ("NLP with spaCy: entities in court rulings.", "natural-language-processing"),
    ("RAG over manuals with pgvector.", "rag"),
    ("Fine-tuned BERT for complaint routing.", "bert"),
    ("Builds on Jenkins, nightly.", "jenkins"),
    ("Notebooks in Jupyter for the sales team.", "jupyter"),
    ("The year I wanted to learn Vue I built the club's site with it.", "vue-js"),
    ("Models published on Hugging Face.", "hugging-face"),
    ("Left Oracle's sales office; now tuning Oracle indexes and PL/SQL at a hospital.", "oracle-database"),
    ("Bayesian dose models in Stan and R.", "stan"),
    ("Ruby and Perl scripts for the nightly build.", "ruby"),
    ("Solvers in Julia and C++ for the day-ahead market.", "julia"),
    ("Two DPIAs written for the camera project.", "data-privacy"),
    ("Scaled the fleet's inference on Kubernetes: Grafana alerts, a fallback model.", "alerting"),
    ("There is not one batch job that I have not moved to Prefect.", "prefect"),
    ("Wireframes and backlog kept in Notion.", "notion"),
    ("Patched the hosts with Puppet.", "puppet"),
    ("Smoke tests in Cypress after each merge.", "cypress"),
    ("Meter readings go to Cassandra.", "cassandra"),
    ("Hourly queries on Impala.", "impala"),
    ("With Malik Jenkins I set up Jenkins.", "jenkins"),
    ("Functional Haskell\nA course in types", "haskell"),
    ("Knows R. Julia is next: numerical simulation in the Julia language.", "julia"),
    ("Olwen Tamm\nDeveloper\nHaskell, Scala", "haskell"),
    ("Nights I run a puppet theatre. By day I keep 90 hosts in line with Puppet.", "puppet"),
    ("Redacted the court bundles in Acrobat.", "acrobat"),
    ("Rated the tasting notes with Celery in the background.", "celery"),
    ("Once a chef, now I describe 600 hosts in Chef.", "chef"),
    ("Converted sixty games from Flash to canvas.", "adobe-flash"),
    ("Searched the photo archive by sentence with CLIP.", "clip-model"),
    ("Ran two Checkpoint gateways for a bank.", "check-point"),
    ("Put TLS in front of six sites with Caddy.", "proxy-servers"),
    ("Survival curves for 900 patients in R", "r"),
    ("Drivers in C for a Cortex-M0", "c"),
    ("Nine years of C on Cortex-M0 boards", "c"),
    ("Seven years of R and three of Stata", "r"),
    ("My day job is Ruby; an Elixir course pays for the evenings.", "elixir"),
    ("Clojure tutorials for beginners", "clojure"),
    ("Keeps the parts list of the depot in Access", "microsoft-access"),
    ("Taught myself Blender to animate the crash reports", "blender"),
    ("Instrumented the sign-up funnel in Amplitude", "amplitude"),
    ("Cuts the town podcast in Audacity", "audacity"),
    ("Claims the travel of thirty staff in Concur", "sap-concur"),
    ("Kept 300 openings and scorecards in Greenhouse", "applicant-tracking-systems"),
    ("All partner calls pass Kong, where I set the rate limits", "kong"),
    ("Rewrote the chat back end in Elixir", "elixir"),
    ("Moved our nightly jobs from cron to Luigi", "luigi"),
    ("Wards document in Epic; I built forty order sets", "epic-systems"),
    ("Explained refused loans to the credit board with LIME", "lime"),
    ("Old backups go to Glacier after ninety days", "amazon-glacier"),
    ("All our store fronts sit behind Envoy", "envoy"),
    ("Our log search runs on Elastic", "elasticsearch"),
    ("Keeps the team handbook in Notion", "notion"),
    ("Holds the ledger in Spanner across three regions", "google-cloud-spanner"),
    ("Integrated the CRM with the till system in Mule, 40 flows", "mulesoft"),
    ("Two-node failover with Pacemaker for the core database", "pacemaker-ha"),
    ("Shares 900 cores between teams with YARN", "yarn-hadoop"),
    ("Taught eight-year-olds to code games in Scratch", "logo-scratch"),
    ("Moved 800 staff from Skype to Teams", "microsoft-teams"),
    ("Serves long-polling clients in Tornado", "tornado"),
    ("Pushed all build artefacts to Nexus", "sonatype-nexus"),
    ("Gates every merge with Sonar", "sonarqube"),
    ("ARIMA, Holt-Winters and\r\nProphet.\r\nWorked on features.", "prophet"),
    ("Shows bed occupancy of 12 wards in Tableau", "tableau"),
    ("Closes the month for nine charities in Sage", "sage-accounting"),
    ("Parses customs forms in Ruby", "ruby"),
    ("Runs the donation site of the charity on Rails", "ruby-on-rails"),
    ("Puts the fraud model behind Triton on two A100s", "triton-inference-server"),
    ("Cut 40 wedding films in Premiere", "adobe-premiere-pro"),
    ("Laid out the parish newsletter in Publisher", "microsoft-publisher"),
    ("Typed minutes in Word for 11 committees", "microsoft-word"),
    ("Imputed missing visits with mice in R", "r-mice"),
    ("Runs remote retros with 40 people in Miro", "miro"),
    ("Knows Oracle partitioning", "oracle-database"),
    ("Objects kept in GemStone/S", "object-oriented-databases"),
    ("Tripwire on 90 hosts of the card network", "tripwire"),
    ("Training scenes for the Oculus Rift and Oculus", "virtual-reality"),
]

#: (text, the skill that is not in it).
NOT_MEANT = [
    ("EXPERIENCE\nDeveloper, Ember & Quill Bookbinders, Cork, 2019 - 2022\n- JavaScript", "ember-js"),
    ("EXPERIENCE\nDeveloper, Vault & Ledger Antiques, Bath, 2019 - 2022\n- rotated credentials", "vault"),
    ("Trained the front row: scrum and line-out drills", "scrum"),
    ("ML/TF controls against money laundering", "tensorflow"),
    ("Three years in C Company", "c"),
    ("Two colleagues, Oona and Stan, retrain it (Python, LightGBM, R).", "stan"),
    ("Ruby wrote the Python service, I the tests.", "ruby"),
    ("Sous-chef, Chez Ruby, Nantes; Perl scripts for the till.", "ruby"),
    ("Solver in Python for Julia's team of physicists.", "julia"),
    ("Jonas built the front end in React.", "application-servers"),
    ("Head of brand, sparkling water and juices.", "sparkling-water"),
    ("An honest dashboard beats a flattering one.", "honesty"),
    ("Latency budget of 40 ms at p99.", "budgeting"),
    ("Skills: Active Learning, Calendaring", "e-learning"),
    ("Organized the patients' rooms.", "patience"),
    ("Each k3s node runs one model.", "node-js"),
    ("Published the PyTorch checkpoint.", "check-point"),
    ("Reviewed by Dr. R. Halvorsen, room R 12.", "r"),
    ("Lived c/o Lindqvist; vitamin C trials; grade C in art.", "c"),
    ("Willing to go abroad; go-live in May; a go-to person.", "go"),
    ("Her talk was the spark for the book club.", "spark"),
    ("People excel here; I excel under pressure.", "excel"),
    ("Wheelchair access to the hall; access to patient files.", "microsoft-access"),
    ("Head chef at Brasserie Lumen, six cooks.", "chef"),
    ("Swift replies; reconciled SWIFT payments for a bank.", "swift"),
    ("Ray Castellano, foreman, is my referee.", "ray"),
    ("Choir of Unity Church; unity of command.", "unity"),
    ("I react calmly; how patients react to care.", "react"),
    ("Head prefect of the school in 2009.", "prefect"),
    ("Account manager at Oracle, selling to schools.", "oracle-database"),
    ("An onlooker and a good looker said the ad.", "looker"),
    ("Puppet theatre for children, hand-made puppets.", "puppet"),
    ("Seasoned with salt; salt mine tours.", "saltstack"),
    ("Ruby wedding dinners for eighty; ring with a ruby.", "ruby"),
    ("Removed rust from car bodies; rust-free steel.", "rust"),
    ("Sang at La Scala in Milan.", "scala"),
    ("Professional Learning Teams met weekly.", "microsoft-teams"),
    ("Brewed by hand, would like to try Spring Valley.", "spring"),
    ("Darts team captain; a dart board in the pub.", "dart"),
    ("Washed flasks and the Erlenmeyer flask.", "flask"),
    ("Julia Brandt and I ran the kitchen.", "julia"),
    ("Spring semester 2019; spring cleaning.", "spring"),
    ("Drove the express bus; express delivery.", "express-js"),
    ("Bee hive inspections, one hive in four lost.", "hive"),
    ("Pig farm, 300 sows.", "pig"),
    ("Steel beam erection; a load-bearing beam.", "apache-beam"),
    ("Cabin crew with SAS, Copenhagen.", "sas"),
    ("Interviewed by CNN about the strike.", "cnn"),
    ("NLP coach (neuro-linguistic programming) for athletes.", "natural-language-processing"),
    ("Weekly RAG status, red, amber or green, to the board.", "rag"),
    ("Bert Janssen taught me welding.", "bert"),
    ("Azure sky paintings in oil.", "azure"),
    ("Sent my CV by post.", "computer-vision"),
    ("Infusions of 500 ML each.", "machine-learning"),
    ("Replaced a transformer in the substation.", "transformers"),
    ("Sage and thyme from the garden.", "sage-erp"),
    ("Storm damage claims; after the storm.", "storm"),
    ("Good teams, clear notion of quality, power of the word.", "notion"),
    ("Mrs. Jenkins, head teacher.", "jenkins"),
    ("Clerk to Malik Jenkins, notary.", "jenkins"),
    ("Translated the letters of Kafka from Prague.", "kafka"),
    ("Knee clinic: angular range of motion after surgery.", "angular"),
    ("MacPherson struts and bearings replaced.", "struts"),
    ("Essay on Ajax and Hector in the Iliad.", "ajax"),
    ("Driving licence, groups C and D.", "c"),
    ("Referee: Dr Olwen Jenkins.", "jenkins"),
    ("OLWEN HASKELL\nPlatform engineer\nolwen@example.com", "haskell"),
    ("Olwen Jenkins\nSoftware engineer\n\nSKILLS\nKotlin", "jenkins"),
    ("Cassandra Perl\nNurse", "perl"),
    ("Papers with J. Scala and G. Tamm, 2022.", "scala"),
    ("With thanks to P. Perl.", "perl"),
    ("Dear hiring team,\n\nI am a nurse.", "hiring"),
    ("Fed two finches from Java and a parrot.\nTwo Java finches at home.", "java"),
    ("A nine-foot python beside two anacondas.", "python"),
    ("Flew SAS to Oslo.", "sas"),
    ("Stockman: AI with frozen semen, hoof care.", "artificial-intelligence"),
    ("A-level waves: each node and antinode on a string.", "node-js"),
    ("Levelling, angular misclosure, traverses.", "angular"),
    ("Slack season work on the roofs.", "slack"),
    ("A cautious Outlook on inflation, essay prize.", "microsoft-outlook"),
    ("Holiday flat: Solaris ski resort, bar staff.", "solaris"),
    ("Scrum half of the rugby seconds.", "scrum"),
    ("Ward sister: CAD, angina and stent aftercare.", "cad"),
    ("CRM drills for flight crew.", "crm"),
    ("Lifted containers and reefers by crane.", "containers"),
    ("Traded DAX futures for a family office.", "dax"),
    ("Shop steward, IAM Local 44, machinists.", "identity-access-management"),
    ("Turnarounds on the apron: GPU, chocks, bags.", "gpu-computing"),
    ("Line manager: Olwen Jenkins", "jenkins"),
    ("Licences: C, D and E; tacho card", "c"),
    ("Terminal C ramp agent", "c"),
    ("Playwright in residence; two full-length plays staged", "playwright"),
    ("Kafka scholar, Charles University\nSpark and Hadoop", "kafka"),
    ("Deputy manager, Express Dry Cleaners\nNode.js course", "express-js"),
    ("Held the classes B and C\nFirmware tests on STM32", "c"),
    ("Head gardener: Cypress, Juniper, Bamboo and Jasmine hedging", "jasmine"),
    ("Glasshouse: Cucumber and gherkin crops on six hectares", "cucumber"),
    ("Moonlight shifts at the Eagle Bar, host of the quiz", "eagle-pcb"),
    ("Keeper: Python and Anaconda feeding rota", "anaconda"),
    ("Trawler deckhand, nets and helm watches\nKubernetes and Docker course", "helm"),
    ("Sold Fabric by the metre\nPower BI and Azure exam in 2023", "microsoft-fabric"),
    ("Drill hall caretaker\nHive, Parquet, SQL", "apache-drill"),
    ("Composer in residence, Bath\nPHP, Laravel", "php-composer"),
    ("Harbour office, Exchange Quay, Salford; Outlook and mail", "exchange-server"),
    ("Led a Gorilla trek in Bwindi\nGo and gRPC", "go-libraries"),
    ("Served aboard HMS Eagle as stoker", "eagle-pcb"),
    ("Set Lambda probes in exhaust tests", "aws-lambda"),
    ("Landed at Galileo Airport, Pisa", "gds"),
    ("Cooked for the Feast of St Luke", "feast"),
    ("A straw boater and a Fedora on the hat stand", "fedora"),
    ("Rev. Olwen Jenkins, St Mark's", "jenkins"),
    ("School bus driver, Aurora, Illinois. Kept the garage's MySQL data.", "amazon-aurora"),
    ("Danced the lead in the Android ballet.", "android-development"),
    ("Flute maker: found Airflow leaks at the pads.", "airflow"),
    ("Fitted kitchens. Fabric buyer for a knitwear mill; Synapse reports.", "microsoft-fabric"),
    ("Cassandra Okafor, head of payroll; 40 nodes repaired.", "cassandra"),
    ("Led yoga classes. Zoned the switches. Tailored Brocade waistcoats.", "brocade"),
    ("Playwright in residence, Everyman Loft, Leeds; two full-length plays staged in 2018.", "playwright"),
    ("Passport vault of a consulate: logged 3,000 blank passports\nRotates 900 secrets with a script", "vault"),
    ("Trained to react fast to alarms; security guard", "react"),
    ("Filled cracks with putty and painted window frames; glazier", "putty"),
    ("Researcher, polars and penguins: two winters in Antarctica", "polars"),
    ("Practised vim and vigour in PE lessons", "vim"),
    ("Store manager, Target, Phoenix, AZ\nWrote the chat in Elixir", "hbase"),
    ("Triton Dive Centre instructor\nServes 14 models on GPUs", "triton-inference-server"),
    ("Sentinel newspaper reporter, Stoke\nHunts threats with KQL", "microsoft-sentinel"),
    ("Handles python and viper for venom extraction", "python"),
    ("Taxidermist of pandas and other bears", "pandas"),
    ("First responder: trained to react in seconds", "react"),
    ("Pasta primavera; pizza chef", "primavera"),
    ("Ruler, compass and protractor; maths tutor", "protractor"),
    ("Windchill warnings: ski patrol", "windchill"),
    ("Exterminated cane toad; toad patrol at the pond\nTuned the Oracle queries", "toad"),
    ("Clerk at Snowflake Ice Cream", "snowflake"),
    ("Data entry of magistral Latin texts", "mistral"),
    ("Tripwire and mines: sapper", "tripwire"),
    ("Sea kayak and Oculus drum tower guide", "virtual-reality"),
    ("Sea kayak and Oculus drum tower guide", "other-ticketing-tools"),
    ("Cut and set gemstones", "object-oriented-databases"),
]


#: (text, the skill, how often it is named): both readings in one text.
BOTH = [
    ("Fished for barracuda off Key Largo. Filtered spam for 800 mailboxes with Barracuda.", "barracuda", 1),
    ("Eased discord between neighbours.\nModerated a server of 9,000 members on Discord.", "discord", 1),
    ("Moved 900 mailboxes off Domino to Exchange. Domino tournament treasurer.", "lotus-domino", 1),
    ("Swallow gulp studies for a speech clinic. Compiled the Sass with Gulp.", "gulp", 1),
    ("Juniper bonsai at home, Juniper firewalls at work", "juniper", 1),
    ("Driving licence: classes B and C\nFirmware: C on STM32", "c", 1),
    ("My choir sings in C; my parser is in C", "c", 1),
    ("Section C leader. Course: C programming", "c", 1),
    ("The maths society's row R, seat 12. Taught statistics with R", "r", 1),
    ("(line manager: Olwen Jenkins) - Looked after sixty jobs in Jenkins - Cached asset imports", "jenkins", 1),
    ("Grunt in the infantry, then five years of Grunt and Bower builds", "grunt", 1),
    ("Herbs: basil, juniper. Network: Juniper, Cisco.", "juniper", 1),
    ("Lotus yoga studio; moved the Lotus mailboxes to Exchange", "lotus-notes", 1),
    ("Weekends at the helm of a yacht. Weekdays I write Helm charts.", "helm", 1),
    ("Camped in Lombok; cleaned up our Java beans with Lombok", "lombok", 1),
    ("Line manager: Olwen Jenkins\nLooked after 60 jobs in Jenkins", "jenkins", 1),
    ("Zoned the storage network on Brocade switches. Tailor of Brocade waistcoats.", "brocade", 1),
    ("Outside work I run a puppet theatre. At work I keep 340 Debian hosts in line with Puppet.", "puppet", 1),
    ("Trawled with sonar off Bergen. Gates every merge with Sonar.", "sonarqube", 1),
    ("Posed in a living tableau at the market\nBuilt 30 sales reports in Tableau", "tableau", 1),
    ("Hadoop only from talks. Spark: no.\nBig data is planned", "spark", 1),
    ("Edits everything in Vim. Practised vim and vigour in PE lessons", "vim", 1),
    ("Torch bearer, London 2012; plumber's blow torch. Trains the defect detector in Torch", "pytorch", 1),
    ("Passport vault of a consulate: kept blank passports\nRotates 900 secrets with Vault", "vault", 1),
    ("Spark curiosity in year 4 pupils. Aggregates 9 TB of calls a day in Spark", "spark", 1),
    ("Real estate agent in Phoenix\nRewrote the auction site in Phoenix with LiveView", "elixir", 1),
    ("Singer at the Pig & Whistle pub\nCleaned 20 TB of weblogs with Pig before Hive", "pig", 1),
    ("Bell ringers' spring fair; hot spring spa therapist. REST services of the harbour in Spring", "spring", 1),
    (
        "Greek myth tour: Triton fountain guide\nPuts the fraud model behind Triton on A100s",
        "triton-inference-server",
        1,
    ),
]


def skills(text: str) -> set[str]:
    return {mention.skill for mention in aimatch.extract(text) if mention.status == "asserted"}


@pytest.mark.parametrize(("text", "skill"), MEANT, ids=[row[0] for row in MEANT])
def test_the_skill_is_meant(text: str, skill: str) -> None:
    assert skill in skills(text)


@pytest.mark.parametrize(("text", "skill"), NOT_MEANT, ids=[row[0] for row in NOT_MEANT])
def test_something_else_is_meant(text: str, skill: str) -> None:
    assert skill not in skills(text)


@pytest.mark.parametrize(("text", "skill", "times"), BOTH, ids=[row[0] for row in BOTH])
def test_both_are_meant(text: str, skill: str, times: int) -> None:
    assert [mention.skill for mention in aimatch.extract(text)].count(skill) == times


@pytest.mark.parametrize("name", ["Docker", "Kotlin", "Terraform", "Redis"])
def test_even_a_sure_name_is_a_word_of_its_employers_name(name: str) -> None:
    text = f"EXPERIENCE\nCashier, {name} Foods Ltd, Hull, 2015 - 2019\n- Served at the till\n"
    assert not {mention.quote for mention in aimatch.extract(text)} & {name}


def test_a_sure_name_before_an_ampersand_is_no_firm_yet() -> None:
    text = "EXPERIENCE\n2021 - 2023\nDeFi & Web3 Pioneer (self-employed)\n- Built a community of collectors\n"
    assert "DeFi" in {mention.quote for mention in aimatch.extract(text)}


@pytest.mark.parametrize(("between", "meant"), [(0, True), (40, False)])
def test_a_word_speaks_for_a_name_only_within_its_part_of_a_paragraph(between: int, meant: bool) -> None:
    """Some resumes are one line from beginning to end, in which any word stands somewhere."""
    text = "Wrote packages for the depot. " + "Sorted the letters of the day. " * between + "Tidied PL/SQL of old."
    assert ("stored-procedures" in {mention.skill for mention in aimatch.extract(text)}) is meant


TOOLS = ["PostgreSQL", "Docker", "Kubernetes", "Redis", "Jenkins", "Terraform", "Ansible", "TensorFlow"]


@pytest.mark.parametrize(("tools", "found"), [(6, False), (7, False), (8, True)], ids=str)
def test_a_plain_word_is_a_method_in_a_text_of_many_technologies(tools: int, found: bool) -> None:
    text = (
        "Experience\nEngineer, Acme Corp, Jan 2019 - Dec 2021\n"
        f"- Moved the booking to {', '.join(TOOLS[:tools])}\n- The transaction log of the shops took a day\n"
    )
    named = {mention.quote for mention in aimatch.extract(text)}
    assert ("transaction log" in named) is found
