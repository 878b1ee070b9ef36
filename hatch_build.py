"""Build hook: puts the taxonomy into the wheel, with what is compiled from it.

An installation may lie on a read-only disk, where nothing could be compiled at first use; so the wheel brings it. It is
compiled from a copy laid out as it will be installed, by the very code that will load it.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# One resume through the whole of it and one look-up, so that all that is compiled at first use is compiled now.
_WARM_UP = """
import sys; sys.path.insert(0, sys.argv[1])
import aimatch
aimatch.score("Skills: Python, Pythn, Go")
aimatch.load_taxonomy().find("amazon web services")
from aimatch.resume.names.fields import is_specialty, is_technology
is_specialty("nursing"), is_technology("lathe")
"""


class CompiledTaxonomy(BuildHookInterface):  # type: ignore[type-arg, misc, unused-ignore]
    """Lays the package out in a temporary folder, runs it once, and adds the data with what came out."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        # An editable install reads the checkout's own data, which compiles itself at first use.
        if version == "editable":
            return
        root = Path(self.root)
        self._folder = tempfile.TemporaryDirectory()
        package = Path(self._folder.name) / "aimatch"
        shutil.copytree(root / "src" / "aimatch", package, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copytree(root / "skill_taxonomy", package / "_taxonomy", ignore=shutil.ignore_patterns(".compiled"))
        subprocess.run([sys.executable, "-c", _WARM_UP, self._folder.name], check=True)
        if not list((package / "_taxonomy" / ".compiled").glob("*.marshal")):
            raise RuntimeError("nothing was compiled from the taxonomy: has aimatch.data moved it?")
        build_data["force_include"][str(package / "_taxonomy")] = "aimatch/_taxonomy"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if version != "editable":
            self._folder.cleanup()
