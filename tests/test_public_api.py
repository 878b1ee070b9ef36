"""The package's front door: what `import aimatch` gives, and what it costs."""

from __future__ import annotations

import ast
import inspect
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

import aimatch

SOURCE = Path(aimatch.__file__).read_text("utf-8")


def run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_all_is_sorted_and_everything_in_it_exists() -> None:
    assert aimatch.__all__ == sorted(aimatch.__all__)
    for name in aimatch.__all__:
        assert getattr(aimatch, name) is not None
    assert set(aimatch.__all__) <= set(dir(aimatch))


def test_type_checkers_see_the_same_names_as_users() -> None:
    imported = {
        alias.name
        for node in ast.walk(ast.parse(SOURCE))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("aimatch")
        for alias in node.names
    }
    assert imported | {"__version__"} == set(aimatch.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'grade'"):
        _ = aimatch.grade


@pytest.mark.parametrize("name", ["score", "extract"])
@pytest.mark.parametrize("first", ["aimatch.{}", "aimatch.pipeline", "aimatch.batch"])
def test_a_function_keeps_its_name_though_a_module_is_called_alike(name: str, first: str) -> None:
    # Importing a submodule binds its name in the package; the public function must win, whichever came first.
    code = f"import {first.format(name)}, aimatch; print(callable(aimatch.{name}), type(aimatch.{name}).__name__)"
    assert run(code).split() == ["True", "function"]


def test_importing_it_imports_nothing_heavy() -> None:
    loaded = run("import sys; before = set(sys.modules); import aimatch; print(*sorted(set(sys.modules) - before))")
    names = {name.partition(".")[0] for name in loaded.split()}
    assert not names & {"pandas", "numpy", "sklearn", "spacy", "lxml", "jinja2", "rich", "click", "pypdfium2", "yaml"}
    assert {name for name in loaded.split() if name.startswith("aimatch")} == {"aimatch"}


def test_scoring_a_text_imports_no_table_or_document_library() -> None:
    code = """
import sys, aimatch
aimatch.score("Skills\\nPython\\n").to_json()
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""
    assert not set(run(code).split()) & {"pandas", "sklearn", "spacy", "jinja2", "rich", "click", "pdfminer", "lxml"}


def test_the_functions_have_the_published_signatures() -> None:
    parameters = inspect.signature(aimatch.score).parameters
    assert list(parameters) == ["resume", "profile", "as_of", "posting", "flags_off", "taxonomy"]
    assert all(parameters[name].kind is inspect.Parameter.KEYWORD_ONLY for name in ("as_of", "posting", "flags_off"))
    assert parameters["profile"].default == "ai-engineer"
    assert parameters["as_of"].kind is inspect.Parameter.KEYWORD_ONLY
    for name in ("read", "extract", "score", "score_folder", "load_profile", "load_taxonomy", "profile_names"):
        assert inspect.getdoc(getattr(aimatch, name)), f"{name} has no docstring"


def test_errors_form_one_tree_and_survive_pickling() -> None:
    error = aimatch.LimitExceeded("is too large", source="a.pdf", place="page 2", remedy="raise max_bytes")
    assert isinstance(error, aimatch.ReadError)
    assert isinstance(error, aimatch.AimatchError)
    again = pickle.loads(pickle.dumps(error))
    assert str(again) == str(error) == "a.pdf, page 2: is too large (raise max_bytes)"
    for kind in (aimatch.MissingExtra, aimatch.TaxonomyError, aimatch.ProfileError):
        assert issubclass(kind, aimatch.AimatchError)


def test_the_package_is_typed() -> None:
    assert (Path(aimatch.__file__).parent / "py.typed").is_file()


@pytest.mark.parametrize("name", aimatch.__all__)
def test_everything_public_says_what_it_holds_and_takes(name: str) -> None:
    value = getattr(aimatch, name)
    text = inspect.getdoc(value) or ""
    if inspect.isfunction(value):
        signature = inspect.signature(value).parameters
        takes_what_read_takes = "Takes what :func:`read`" in text
        assert not [
            one for one in signature if f"{one}:" not in text and f"{one}," not in text and not takes_what_read_takes
        ]
        assert "Raises:" in text or not signature
    elif inspect.isclass(value):
        # Spans, and what stands beside its like (low_b beside low_a), need no words of their own.
        plain = {"start", "end", "text_start", "text_end", "low_b", "high_b"}
        fields = set(getattr(value, "__dataclass_fields__", ())) - plain
        terse = {"AmbiguousForm", "Skill", "Section"}  # documented with the data that they are read from
        assert text
        assert name in terse or not [one for one in fields if one not in text]


@pytest.mark.parametrize("module", sorted(Path(aimatch.__file__).parent.rglob("*.py")), ids=lambda path: path.name)
def test_every_text_of_a_module_can_be_encoded(module: Path) -> None:
    # Python 3.13 refuses to compile a docstring with a lone surrogate.
    docstrings = [
        ast.get_docstring(node, clean=False) or ""
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    "\n".join(docstrings).encode()
