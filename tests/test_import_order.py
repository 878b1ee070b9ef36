"""The modules import one way only: down the list below. What is lazy counts too; types for the checker alone do not."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import aimatch

ROOT = Path(aimatch.__file__).parent
#: Earlier entries may not import later ones; those on one line not each other.
ORDER = (
    ("errors",),
    ("model",),
    ("wordlist", "deferred", "rewritten"),
    ("line_ends",),
    ("data",),
    ("taxonomy",),
    ("profile",),
    ("dates",),
    ("readers",),
    ("resume",),
    ("pasted",),
    ("extract",),
    ("evidence",),
    ("score", "flags"),
    ("job",),
    ("what_if", "interview"),
    ("duplicates",),
    ("report",),
    ("profile_check", "comparison", "calibration"),
    ("pipeline",),
    ("examples", "suggest", "language_check"),
    ("outputs",),
    ("audit",),
    ("batch",),
    ("integrations",),
    ("cli",),
    ("__main__",),
)
LEVEL = {name: level for level, names in enumerate(ORDER) for name in names}
#: Within a package as well; what a package holds beside these, they may import and it may import them.
WITHIN = {
    "extract": (
        ("words", "normalise", "sentences", "lines"),
        ("rules",),
        ("lexicon",),
        ("line_seams",),
        ("candidates",),
        ("senses",),
        ("spelling",),
        ("status",),
        ("behaviours",),
    ),
    "resume": (("rules",), ("prose",), ("sections",), ("entries",), ("education", "positions"), ("projects",)),
    "readers/pdf": (
        ("calls",),
        ("geometry",),
        ("words",),
        ("objects",),
        ("lines",),
        ("layout", "sight"),
        ("gathered",),
        ("reading",),
    ),
}
#: A report, a profile and the answers to questions about it can show themselves: their methods hand over to the formats, at their
#: first use.
EXCEPTIONS = {(name, "outputs") for name in ("report", "profile", "what_if", "interview", "comparison", "calibration")}
#: These may be imported only inside functions: they take longer to import than a resume takes to score.
HEAVY = {
    "pandas",
    "numpy",
    "sklearn",
    "spacy",
    "jinja2",
    "rich",
    "pyarrow",
    "docx",
    "dask",
    "distributed",
    "starlette",
    "uvicorn",
    "scipy",
}
#: These do nothing without them, and are themselves imported only where they are needed.
LAZY = {"calibration/fitting.py"}


def imports(tree: ast.AST) -> Iterator[tuple[str, bool]]:
    """(module, whether at the top level), without what stands under ``if TYPE_CHECKING``."""

    def walk(node: ast.AST, top: bool) -> Iterator[tuple[str, bool]]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.If) and isinstance(child.test, ast.Name) and child.test.id == "TYPE_CHECKING":
                for other in child.orelse:
                    yield from walk(other, top)
            elif isinstance(child, ast.Import):
                yield from ((alias.name, top) for alias in child.names)
            elif isinstance(child, ast.ImportFrom):
                assert child.level == 0, "relative imports hide where a name comes from"
                module = child.module or ""
                yield module, top
                if module == "aimatch":
                    yield from ((f"aimatch.{alias.name}", top) for alias in child.names)
            else:
                yield from walk(child, top and not isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef)))

    yield from walk(tree, True)


MODULES = sorted(path for path in ROOT.rglob("*.py") if path != ROOT / "__init__.py" and "_taxonomy" not in path.parts)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_imports_go_one_way(path: Path) -> None:
    own = path.relative_to(ROOT).with_suffix("").parts[0]
    assert own in LEVEL, f"{own} has no place in ORDER"
    for module, top in imports(ast.parse(path.read_text("utf-8"))):
        package, _, rest = module.partition(".")
        if package == "aimatch" and rest:
            other = rest.partition(".")[0]
            if other == own or other not in LEVEL or ((own, other) in EXCEPTIONS and not top):
                continue
            assert LEVEL[other] < LEVEL[own], f"{own} may not import {other}"
        elif top and package in HEAVY and own != "integrations" and path.relative_to(ROOT).as_posix() not in LAZY:
            raise AssertionError(f"{package} must be imported inside the function that needs it")


@pytest.mark.parametrize("package", WITHIN)
def test_imports_go_one_way_within_a_package(package: str) -> None:
    level = {name: level for level, names in enumerate(WITHIN[package]) for name in names}
    root = ROOT / package
    assert {name for name in level if not ((root / name).is_dir() or (root / f"{name}.py").is_file())} == set()
    for path in (path for path in MODULES if root in path.parents):
        own = path.relative_to(root).with_suffix("").parts[0]
        for module, _ in imports(ast.parse(path.read_text("utf-8"))):
            _, inside, rest = module.partition(f"aimatch.{package.replace('/', '.')}.")
            other = rest.partition(".")[0]
            if inside and other != own and other in level and own in level:
                assert level[other] < level[own], f"{path.relative_to(ROOT)} may not import {other}"


def test_what_is_lazy_is_imported_by_nothing_at_the_top() -> None:
    names = {f"aimatch.{path.removesuffix('.py').replace('/', '.')}" for path in LAZY}
    for path in MODULES:
        for module, top in imports(ast.parse(path.read_text("utf-8"))):
            assert not (top and module in names), f"{path} imports {module} at its top"


def test_every_place_in_the_order_but_the_planned_ones_exists() -> None:
    planned = {"integrations"}
    existing = {path.stem if path.is_file() else path.name for path in ROOT.iterdir() if not path.name.startswith("_")}
    assert {name for names in ORDER for name in names} - {"__main__"} - existing <= planned


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_stays_readable(path: Path) -> None:
    # "A module past about 300 lines is two modules": this is where "about" ends.
    assert len(path.read_text("utf-8").splitlines()) <= 300


# ---------------------------------------------------------------------------------------------- whichever comes first
NAMES = {
    ".".join(("aimatch", *path.relative_to(ROOT).with_suffix("").parts)).removesuffix(".__init__"): path
    for path in MODULES
}
NAMES["aimatch"] = ROOT / "__init__.py"


def top_level(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """The statements that an import runs, those within ``if`` and ``try`` too, but for what the checker alone reads."""
    for node in body:
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            continue
        yield node
        for part in ("body", "orelse", "finalbody"):
            if not isinstance(node, (ast.FunctionDef, ast.ClassDef)):
                yield from top_level(getattr(node, part, []))


STATEMENTS = {name: list(top_level(ast.parse(path.read_text("utf-8")).body)) for name, path in NAMES.items()}


def loaded(module: str, names: dict[str, set[str]]) -> None:
    """Import a module as Python would, noting in ``names`` which names each module has by now."""
    if module in names or module not in NAMES:
        return
    loaded(module.rpartition(".")[0], names)
    bound = names[module] = set()
    for node in STATEMENTS[module]:
        if isinstance(node, ast.ImportFrom) and node.module is not None:
            loaded(node.module, names)
            for alias in node.names:
                full = f"{node.module}.{alias.name}"
                loaded(full, names)
                known = node.module not in names or full in names or "__getattr__" in names[node.module]
                assert known or alias.name in names[node.module], f"{module} needs {full}, which is being imported"
                bound.add(alias.asname or alias.name)
        elif isinstance(node, ast.Import):
            for alias in node.names:
                loaded(alias.name, names)
        elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            bound.add(node.name)
        else:
            bound |= {
                part.id for part in ast.walk(node) if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)
            }


@pytest.mark.parametrize("module", sorted(NAMES))
def test_a_module_can_be_the_first_that_is_imported(module: str) -> None:
    # Told from the source: 300 interpreters would take half a minute. What is imported within a function comes first
    # in some process, too (a picture as the first file).
    loaded(module, {})
