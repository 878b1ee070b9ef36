"""Build hook: puts the compiled taxonomy into the wheel, beside the sources it was made from."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledTaxonomy(BuildHookInterface):  # type: ignore[type-arg, misc, unused-ignore]
    """Compiles the data with the very code that will load it, and adds what came out to the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        # An editable install reads the checkout's own data, which compiles itself at first use.
        if version == "editable":
            return
        sys.path.insert(0, str(root / "src"))
        try:
            from aimatch import data, taxonomy

            data.load_data()
            taxonomy.load_taxonomy()
            folder = data.directory() / ".compiled"
        finally:
            sys.path.remove(str(root / "src"))
        for path in sorted(folder.glob("*.json")):
            build_data["force_include"][str(path)] = f"aimatch/_taxonomy/.compiled/{path.name}"
