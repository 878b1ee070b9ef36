"""What a batch leaves on the disk, also where it is cut short."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from importlib import resources
from pathlib import Path
from typing import Any

import jsonschema
import pandas as pd
import pytest

import aimatch
from aimatch.batch import publish
from aimatch.batch.publish import Publication, json_name
from aimatch.duplicates import Fingerprint
from aimatch.errors import AimatchError
from aimatch.profile import Profile
from aimatch.report import Failure, Report

ROOT = Path(__file__).resolve().parents[2]
AS_OF = date(2026, 11, 1)
RESUME = "Ann Cook\n\nExperience\nChef, Acme, 2015 - 2020\n- Cooked for two hundred guests\n"


def publication(folder: Path, role: Profile) -> Publication:
    return Publication(folder, role, as_of="2026-11-01")


def test_each_result_is_on_the_disk_as_soon_as_it_is_made(tmp_path: Path, role: Profile, report: Report) -> None:
    with publication(tmp_path / "out", role) as out:
        out.add(out.publish(replace(report, source="sub/a.pdf")))
        written = json.loads((tmp_path / "out/json/sub/a.pdf.json").read_text("utf-8"))
        assert written["coverage"] == report.coverage
        assert "sub/a.pdf" in (tmp_path / "out/results.csv").read_text("utf-8-sig")


def test_all_outputs_agree(tmp_path: Path, role: Profile, report: Report, failure: Failure) -> None:
    with publication(tmp_path, role) as out:
        for number, one in enumerate((replace(report, source="b.pdf", coverage=0.25), failure, report)):
            out.add(out.publish(one))
            assert number < 3
    table = pd.read_csv(tmp_path / "results.csv", encoding="utf-8-sig")
    assert list(table["file"]) == [report.source, "b.pdf", failure.source]
    assert list(pd.read_parquet(tmp_path / "results.parquet")["file"]) == list(table["file"])
    page = (tmp_path / "report.html").read_text("utf-8")
    assert "2 of 3 files scored" in page
    assert page.count('<details class="am-card am-candidate"') == 2
    assert sorted(path.name for path in (tmp_path / "json").rglob("*.json")) == sorted(
        ["b.pdf.json", "café.pdf.json", "zoë & <co>.pdf.json"]
    )
    assert not list(tmp_path.rglob("*.tmp"))


def test_an_interrupted_batch_leaves_readable_results(tmp_path: Path, role: Profile, report: Report) -> None:
    def interrupted() -> None:
        with publication(tmp_path, role) as out:
            out.add(out.publish(report))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert len(pd.read_parquet(tmp_path / "results.parquet")) == 1
    assert (tmp_path / "report.html").read_text("utf-8").rstrip().endswith("</html>")


def told(folder: Path) -> dict[str, Any]:
    run = json.loads((folder / "run.json").read_text("utf-8"))
    schema = json.loads(resources.files("aimatch.outputs").joinpath("commands.schema.json").read_text("utf-8"))
    jsonschema.validate(run, {"$ref": "#/$defs/run", "$defs": schema["$defs"]})
    return dict(run)


FILES = ("a.pdf", "b.pdf", "c.pdf")


@pytest.mark.parametrize(
    ("done", "state", "incomplete"), [(3, "complete", ""), (1, "interrupted", "1 of 3 files")], ids=["whole", "cut"]
)
def test_each_output_tells_whether_the_run_came_to_its_end(
    tmp_path: Path, role: Profile, report: Report, done: int, state: str, incomplete: str
) -> None:
    with Publication(tmp_path, role, as_of="2026-11-01", files=FILES, passed_over=[".x"]) as out:
        for name in FILES[:done]:
            out.add(out.publish(replace(report, source=name)))
            assert told(tmp_path)["state"] == "running", "a run that is killed leaves no table that looks whole"
            assert "not ended" in (tmp_path / "results.csv").read_text("utf-8-sig")
    run = told(tmp_path)
    assert (run["state"], run["incomplete"]) == (state, incomplete)
    assert (run["files"], run["scored"], run["not_reached"], run["passed_over"]) == (
        3,
        done,
        list(FILES[done:]),
        [".x"],
    )
    frame = pd.read_parquet(tmp_path / "results.parquet")
    assert frame.attrs["run"] == run
    assert set(frame["incomplete"]) == {incomplete}
    assert set(pd.read_csv(tmp_path / "results.csv", keep_default_na=False)["incomplete"]) == {incomplete}
    page = (tmp_path / "report.html").read_text("utf-8")
    assert ("This run was interrupted" in page) == bool(incomplete)
    assert f"{done} of 3 files scored" in page
    assert "<li>.x</li>" in page


def test_an_interruption_is_told_though_the_files_of_the_run_are_not_known(
    tmp_path: Path, role: Profile, report: Report
) -> None:
    def interrupted() -> None:
        with publication(tmp_path, role) as out:
            out.add(out.publish(report))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert told(tmp_path)["incomplete"] == "interrupted"
    assert "This run was interrupted" in (tmp_path / "report.html").read_text("utf-8")


def test_copies_of_one_text_are_ranked_once(tmp_path: Path, role: Profile) -> None:
    long = (ROOT / "examples/resumes/leila-haddad.txt").read_text("utf-8")
    texts = {"=a.txt": long, "b.txt": long, "c.txt": RESUME}
    with publication(tmp_path, role) as out:
        for name, one in texts.items():
            out.add(out.publish(replace(aimatch.score(one, role, as_of=AS_OF), source=name)))
    assert out.ranked is not None
    held = out.ranked[["file", "rank", "rank_last", "copy_of"]].values.tolist()
    assert held == [["'=a.txt", 1, 1, ""], ["b.txt", 1, 1, "'=a.txt"], ["c.txt", 2, 2, ""]]
    assert "copy of =a.txt" in (tmp_path / "report.html").read_text("utf-8")


def test_a_second_run_replaces_the_first(tmp_path: Path, role: Profile, report: Report) -> None:
    for name in ("old.pdf", "new.pdf"):
        with publication(tmp_path, role) as out:
            out.add(out.publish(replace(report, source=name)))
    assert [path.name for path in (tmp_path / "json").iterdir()] == ["new.pdf.json"]
    assert "old.pdf" not in (tmp_path / "report.html").read_text("utf-8")


def test_results_stay_until_there_are_others(tmp_path: Path, role: Profile, report: Report) -> None:
    def files() -> dict[str, bytes]:
        return {path.as_posix(): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}

    def fails() -> None:
        with publication(tmp_path, role):
            raise AimatchError("a worker process could not be started")

    with publication(tmp_path, role) as out:
        out.add(out.publish(replace(report, source="a.pdf")))
    before = files()
    with pytest.raises(AimatchError):
        fails()
    assert files() == before
    with publication(tmp_path, role) as out:
        # A worker writes before the first result is taken note of.
        done = [out.publish(replace(report, source=name, coverage=0.5)) for name in ("b.pdf", "a.pdf")]
        for one in done:
            out.add(one)
    assert sorted(path.name for path in (tmp_path / "json").iterdir()) == ["a.pdf.json", "b.pdf.json"]
    assert json.loads((tmp_path / "json" / "a.pdf.json").read_text("utf-8"))["coverage"] == 0.5


def test_the_first_error_of_a_new_folder_leaves_no_results(tmp_path: Path, role: Profile) -> None:
    def fails() -> None:
        with publication(tmp_path / "out", role):
            raise AimatchError("a worker process could not be started")

    with pytest.raises(AimatchError):
        fails()
    assert not list((tmp_path / "out").iterdir())


def test_a_batch_that_holds_nothing_has_an_empty_table(tmp_path: Path, role: Profile) -> None:
    with publication(tmp_path, role) as out:
        pass
    assert out.ranked is not None
    assert len(pd.read_csv(tmp_path / "results.csv")) == 0


def test_files_that_may_be_one_application_name_each_other(tmp_path: Path, role: Profile) -> None:
    text = (ROOT / "examples/resumes/leila-haddad.txt").read_text("utf-8")
    texts = {"a.txt": text, "again/b.txt": text, "c.txt": RESUME}
    with publication(tmp_path, role) as out:
        for name, one in texts.items():
            out.add(out.publish(replace(aimatch.score(one, role, as_of=AS_OF), source=name)))
    assert out.ranked is not None
    others = dict(zip(out.ranked["file"], out.ranked["duplicates"].fillna(""), strict=True))
    assert others == {"a.txt": "again/b.txt", "again/b.txt": "a.txt", "c.txt": ""}


def test_files_that_are_not_ours_are_left_alone(tmp_path: Path, role: Profile, report: Report) -> None:
    (tmp_path / "json").mkdir()
    (tmp_path / "json" / "mine.json").write_text("{}")
    with publication(tmp_path, role) as out:
        out.add(out.publish(report))
    assert (tmp_path / "json" / "mine.json").exists()


def test_the_page_holds_the_best_and_says_what_it_leaves_out(
    tmp_path: Path, role: Profile, report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publish, "MOST_REPORTS", 3)
    monkeypatch.setattr(publish, "MOST_RANKED", 5)
    with publication(tmp_path, role) as out:
        for number in range(10):
            out.add(out.publish(replace(report, source=f"{number}.pdf", coverage=number / 16)))
    page = (tmp_path / "report.html").read_text("utf-8")
    assert [f"{number}.pdf</h3>" in page for number in (9, 8, 7, 6)] == [True, True, True, False]
    assert "The best 5 of 10 are shown" in page
    assert len(pd.read_csv(tmp_path / "results.csv")) == 10


def test_files_of_others_are_neither_replaced_nor_deleted(tmp_path: Path, role: Profile) -> None:
    (tmp_path / "json").mkdir()
    theirs = {tmp_path / "results.csv": "name,turnover\n", tmp_path / "json" / "a.json": "{}"}
    for path, text in theirs.items():
        path.write_text(text)
    with pytest.raises(FileExistsError, match=r"results\.csv: is no result of a batch"), publication(tmp_path, role):
        pass
    assert {path: path.read_text() for path in theirs} == theirs


def test_a_page_without_a_table_is_somebody_elses(tmp_path: Path, role: Profile) -> None:
    (tmp_path / "report.html").write_text("<p>Sales</p>")
    with pytest.raises(FileExistsError, match=r"report\.html"), publication(tmp_path, role):
        pass
    assert (tmp_path / "report.html").read_text() == "<p>Sales</p>"


@pytest.mark.parametrize("length", [10, 236, 240, 247, 250], ids=str)
def test_the_file_of_a_result_has_a_name_that_file_systems_take(length: int) -> None:
    name = json_name("sub/" + "x" * length)
    assert name.startswith("sub/x")
    assert len((name.removeprefix("sub/") + ".tmp").encode()) <= 255


def test_of_equal_coverages_the_page_keeps_the_first(
    tmp_path: Path, role: Profile, report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publish, "MOST_REPORTS", 1)
    with publication(tmp_path, role) as out:
        for name in ("a.pdf", "b.pdf"):
            out.add(out.publish(replace(report, source=name)))
    page = (tmp_path / "report.html").read_text("utf-8")
    assert [f"{name}.pdf</h3>" in page for name in "ab"] == [True, False]


def test_the_files_of_one_application_are_named_beside_each_other(
    tmp_path: Path, role: Profile, report: Report
) -> None:
    same = Fingerprint(bins=(), contacts=(7,))
    with publication(tmp_path, role) as out:
        for name, mark in (("a.pdf", same), ("b.pdf", same), ("c.pdf", Fingerprint(bins=(), contacts=(8,)))):
            done = out.publish(replace(report, source=name))
            out.add(replace(done, row=replace(done.row, fingerprint=mark)))
    assert dict(zip(out.ranked["file"], out.ranked["duplicates"], strict=True)) == {
        "a.pdf": "b.pdf", "b.pdf": "a.pdf", "c.pdf": "",
    }  # fmt: skip
