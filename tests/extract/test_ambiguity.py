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
    ("Nights I run a puppet theatre. By day I keep 90 hosts in line with Puppet.", "puppet"),
    ("Redacted the court bundles in Acrobat.", "acrobat"),
    ("Rated the tasting notes with Celery in the background.", "celery"),
    ("Once a chef, now I describe 600 hosts in Chef.", "chef"),
    ("Converted sixty games from Flash to canvas.", "adobe-flash"),
    ("Searched the photo archive by sentence with CLIP.", "clip-model"),
    ("Ran two Checkpoint gateways for a bank.", "check-point"),
    ("Put TLS in front of six sites with Caddy.", "proxy-servers"),
    ("Survival curves for 900 patients in R", "r"),
    ("Keeps the parts list of the depot in Access", "microsoft-access"),
    ("Taught myself Blender to animate the crash reports", "blender"),
]

#: (text, the skill that is not in it).
NOT_MEANT = [
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
    ("Held the classes B and C\nFirmware tests on STM32", "c"),
    ("Head gardener: Cypress, Juniper, Bamboo and Jasmine hedging", "jasmine"),
    ("Glasshouse: Cucumber and gherkin crops on six hectares", "cucumber"),
    ("Moonlight shifts at the Eagle Bar, host of the quiz", "eagle-pcb"),
    ("Keeper: Python and Anaconda feeding rota", "anaconda"),
    ("Rev. Olwen Jenkins, St Mark's", "jenkins"),
    ("School bus driver, Aurora, Illinois. Kept the garage's MySQL data.", "amazon-aurora"),
    ("Danced the lead in the Android ballet.", "android-development"),
    ("Flute maker: found Airflow leaks at the pads.", "airflow"),
    ("Fitted kitchens. Fabric buyer for a knitwear mill; Synapse reports.", "microsoft-fabric"),
    ("Cassandra Okafor, head of payroll; 40 nodes repaired.", "cassandra"),
    ("Led yoga classes. Zoned the switches. Tailored Brocade waistcoats.", "brocade"),
]


#: (text, the skill, how often it is named): both readings in one text.
BOTH = [
    ("Fished for barracuda off Key Largo. Filtered spam for 800 mailboxes with Barracuda.", "barracuda", 1),
    ("Eased discord between neighbours.\nModerated a server of 9,000 members on Discord.", "discord", 1),
    ("Moved 900 mailboxes off Domino to Exchange. Domino tournament treasurer.", "lotus-domino", 1),
    ("Swallow gulp studies for a speech clinic. Compiled the Sass with Gulp.", "gulp", 1),
    ("Juniper bonsai at home, Juniper firewalls at work", "juniper", 1),
    ("Driving licence: classes B and C\nFirmware: C on STM32", "c", 1),
    ("Grunt in the infantry, then five years of Grunt and Bower builds", "grunt", 1),
    ("Herbs: basil, juniper. Network: Juniper, Cisco.", "juniper", 1),
    ("Line manager: Olwen Jenkins\nLooked after 60 jobs in Jenkins", "jenkins", 1),
    ("Zoned the storage network on Brocade switches. Tailor of Brocade waistcoats.", "brocade", 1),
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
