"""How fast aimatch is on this machine, in ratios where ratios travel better than seconds.

    python benchmarks/speed.py FOLDER [--repeat 5] [--only pipeline] [--json figures.json]

FOLDER holds resumes; its PDFs are used for the pipeline, all of its files for the batch. Each figure is the best of
several runs: whatever else a machine does only ever makes it slower.

import      `import aimatch` and `aimatch --help`, beyond starting Python
one         `aimatch score one.pdf`, wall clock, everything in
text        one text resume to a report, in this process
pipeline    PDF bytes to report, over bare pypdfium2 text extraction of the same files in the same run
batch       one process against two, on FOLDER copied until it takes some seconds
"""

from __future__ import annotations

import argparse
import io
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

AS_OF = date(2026, 11, 1)


def best(run: Callable[[], object], repeat: int) -> float:
    """Seconds of the fastest run."""
    seconds = []
    for _ in range(repeat):
        start = time.perf_counter()
        run()
        seconds.append(time.perf_counter() - start)
    return min(seconds)


#: Modules keep their bytecode, as those of any installation do; where this is switched off each start compiles them anew.
KEEPING_BYTECODE = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def python(*arguments: str) -> Callable[[], object]:
    """A run of this Python in a process of its own; the first one, unmeasured, leaves the bytecode of what it imports."""

    def run() -> object:
        return subprocess.run([sys.executable, *arguments], check=False, capture_output=True, env=KEEPING_BYTECODE)

    run()
    return run


def imports(folder: Path, repeat: int) -> dict[str, float]:
    bare = best(python("-c", "pass"), repeat + 4)
    loaded = best(python("-c", "import aimatch"), repeat + 4)
    helped = best(python("-m", "aimatch", "--help"), repeat + 4)
    return {
        "import aimatch, ms beyond Python": 1000 * (loaded - bare),
        "aimatch --help, ms beyond Python": 1000 * (helped - bare),
    }


def one(folder: Path, repeat: int) -> dict[str, float]:
    pdf = documents(folder)[0]
    return {f"aimatch score {pdf.name}, s": best(python("-m", "aimatch", "score", str(pdf)), repeat)}


def text(folder: Path, repeat: int) -> dict[str, float]:
    import aimatch

    texts = [aimatch.read(path).document.text + "\n" for path in documents(folder)]

    def run() -> None:
        for one_text in texts:
            aimatch.score(one_text, as_of=AS_OF)

    run()
    return {"a text resume, ms": 1000 * best(run, repeat) / len(texts)}


def pipeline(folder: Path, repeat: int) -> dict[str, float]:
    import pypdfium2

    import aimatch

    loaded = [path.read_bytes() for path in documents(folder)]

    def bare(data: bytes) -> None:
        document = pypdfium2.PdfDocument(io.BytesIO(data))
        for page in document:
            page.get_textpage().get_text_bounded()
        document.close()

    def full(data: bytes) -> None:
        aimatch.score(data, as_of=AS_OF)

    full(loaded[0])
    pairs = []
    for data in loaded:
        # Side by side for each file, so that a slow moment of the machine hits both.
        pairs.append((best(lambda data=data: bare(data), repeat), best(lambda data=data: full(data), repeat)))  # type: ignore[misc]
    extracting, scoring = (sum(column) for column in zip(*pairs, strict=True))
    return {
        "PDFs": len(pairs),
        "bare pypdfium2 text, ms a file": 1000 * extracting / len(pairs),
        "PDF to report, ms a file": 1000 * scoring / len(pairs),
        "PDF to report over bare text, total": scoring / extracting,
        "PDF to report over bare text, median": statistics.median(b / a for a, b in pairs),
    }


def batch(folder: Path, repeat: int) -> dict[str, float]:
    from aimatch.batch import find_files, stream
    from aimatch.batch.task import Item
    from aimatch.outputs import table

    found = find_files(folder).items
    rounds = range(1 + 1_500 // len(found))
    items = [Item(path=item.path, name=f"{number}/{item.name}") for number in rounds for item in found]

    def through(workers: int) -> float:
        # From the first result on: starting the processes is paid once, however many files there are.
        results = stream(items, as_of=AS_OF, workers=workers, then=table.row)
        next(results)
        start = time.perf_counter()
        for _ in results:
            pass
        return time.perf_counter() - start

    single, double = (min(through(workers) for _ in range(max(2, repeat // 2))) for workers in (1, 2))
    return {
        "files": len(items),
        "files a second, one process": len(items) / single,
        "files a second, two processes": len(items) / double,
        "two processes over one": single / double,
    }


def documents(folder: Path) -> list[Path]:
    """The PDFs of the folder that can be read."""
    import aimatch

    readable = []
    for path in sorted(folder.rglob("*.pdf")):
        try:
            aimatch.read(path)
        except aimatch.ReadError:
            continue
        readable.append(path)
    if not readable:
        raise SystemExit(f"{folder} holds no PDF that can be read")
    return readable


PARTS: dict[str, Callable[[Path, int], dict[str, float]]] = {
    "import": imports,
    "one": one,
    "text": text,
    "pipeline": pipeline,
    "batch": batch,
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--only", choices=PARTS, action="append")
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    figures: dict[str, Any] = {}
    for name in arguments.only or PARTS:
        for label, value in PARTS[name](arguments.folder, arguments.repeat).items():
            print(f"{label:<44} {value:10.2f}" if isinstance(value, float) else f"{label:<44} {value:>7}", flush=True)
            figures[label] = value
    if arguments.json:
        arguments.json.write_text(json.dumps(figures, indent=2) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
