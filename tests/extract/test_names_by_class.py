"""Names by their class, as resumes write them: each line holds the skills that it names, and no other technology."""

from __future__ import annotations

import pytest

import aimatch

COMMANDS = [
    ("np.linalg, pd.DataFrame, plt and sns for EDA", {"numpy", "pandas", "matplotlib", "seaborn"}),
    ("nn.Module and torch.distributed", {"pytorch"}),
    ("dvc repro, terraform apply, ansible-playbook", {"dvc", "terraform", "ansible"}),
    ("psycopg2, pymongo, redis-py", {"postgresql", "mongodb", "redis"}),
    ("SparkSession, spark-submit, mongosh, buildx", {"spark", "mongodb", "docker"}),
    ("ruff, uv and mypy in each repository", {"ruff", "python-development-tools", "mypy"}),
    ("Checked the endpoints with curl and bash", {"curl", "bash"}),
    ("from transformers import AutoModel", {"hugging-face"}),
    ("clang-tidy on each merge", {"code-analysis-tools"}),
]

EDITIONS = [
    ("GitHub Enterprise Server, Confluence Data Center, Jira DC", {"github", "confluence", "jira"}),
    ("Alibaba ECS and Oracle Autonomous DB", {"alibaba-cloud", "oracle-database"}),
    (
        "GCS, Dataflow, Dataproc, Composer",
        {"google-cloud-storage", "google-dataflow", "google-dataproc", "google-cloud-composer"},
    ),
]

NEWEST = [
    ("LLM serving: vLLM, TGI, LitServe", {"vllm", "text-generation-inference", "litserve"}),
    ("Cursor, Windsurf, Cline, Devin, Kiro", {"cursor", "windsurf", "cline", "devin-ai", "kiro-ide"}),
    ("ComfyUI, Sora, Runway and ControlNet", {"comfyui", "openai-sora", "runway-ml", "controlnet"}),
    ("Arize, WhyLabs, Fiddler", {"arize-ai", "whylabs", "fiddler-ai"}),
    ("Lakeflow jobs and a Genie space in Databricks", {"lakeflow", "databricks-mosaic-ai", "databricks"}),
    ("Prompt injection stopped by Rebuff and Llama Guard", {"rebuff-ai", "llama-guard"}),
    ("TimesFM, Chronos and Moirai", {"deep-forecasting-models", "time-series-forecasting"}),
]


@pytest.mark.parametrize(("text", "skills"), [*COMMANDS, *EDITIONS, *NEWEST])
def test_each_technology_of_a_line_is_named_and_no_other(text: str, skills: set[str]) -> None:
    found = aimatch.extract(text)
    assert {one.skill for one in found if one.kind == "technology"} | {
        one.skill for one in found if one.skill in skills
    } == skills


LANGUAGES = [
    ("Kenntnisse: Mustererkennung, kontinuierliche Integration, Backendentwicklung", {"pattern-recognition", "continuous-integration", "backend-development"}),
    ("IA générative, grands modèles de langage, génération augmentée par récupération", {"generative-ai", "large-language-models", "rag"}),
    ("Microservicios, ciberseguridad y grandes modelos de lenguaje", {"microservices", "cyber-security", "large-language-models"}),
    ("Microsserviços, aprendizagem profunda, testes automatizados", {"microservices", "deep-learning", "test-automation"}),
    ("Microservizi, apprendimento profondo, visione artificiale, basi di dati", {"microservices", "deep-learning", "computer-vision", "databases"}),
    ("Diep leren, natuurlijke taalverwerking, neurale netwerken, versiebeheer", {"deep-learning", "natural-language-processing", "neural-networks", "version-control"}),
    ("Uczenie maszynowe, przetwarzanie języka naturalnego, sieci neuronowe, bazy danych, RODO", {"machine-learning", "natural-language-processing", "neural-networks", "databases", "gdpr"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "skills"), LANGUAGES)
def test_fields_are_known_by_their_names_in_other_languages(text: str, skills: set[str]) -> None:
    assert skills <= {one.skill for one in aimatch.extract(text)}


OTHERS = [
    ("NVCC Alexandria, A.A.S. Networking", "cuda"),
    ("SUM, COUNT and AVG in SQL", "endpoint-security"),
    ("Tuned HELM against MMLU and GPQA", "helm"),
    ("C (Basic), Java (Basic)", "basic-language"),
    ("Platelets (plt) and sodium", "matplotlib"),
]


@pytest.mark.parametrize(("text", "skill"), OTHERS)
def test_the_same_letters_in_another_sense_are_none(text: str, skill: str) -> None:
    assert skill not in {one.skill for one in aimatch.extract(text)}
