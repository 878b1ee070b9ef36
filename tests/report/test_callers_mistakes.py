"""What people get wrong when they call the library, and what else they do with a report."""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import aimatch
from aimatch.batch import stream

RESUME = "Zoe Quist\n\nExperience\nData Engineer, Acme, Jan 2020 - Dec 2022\n- Built pipelines in Python\n"
DAY = date(2026, 11, 1)


@pytest.fixture(scope="module")
def report() -> aimatch.Report:
    return aimatch.score(RESUME, as_of=DAY)


@pytest.mark.parametrize("profile", [None, 5, ["python"], b"ai-engineer"])
def test_a_profile_of_another_type_is_a_type_error_that_says_what_one_is(profile: object) -> None:
    with pytest.raises(TypeError, match="a profile is a name, a path, a dict or a Profile, not "):
        aimatch.score(RESUME, profile)  # type: ignore[arg-type]


@pytest.mark.filterwarnings("ignore:.*holds no files to score")
def test_the_day_is_a_date_and_of_a_datetime_its_date(tmp_path: Path) -> None:
    assert aimatch.score(RESUME, as_of=datetime(2026, 11, 1, 23, 59)).as_of == DAY
    for call in (aimatch.score, aimatch.score_folder):
        with pytest.raises(TypeError, match=r"as_of is a datetime\.date, not str"):
            call(RESUME if call is aimatch.score else tmp_path, as_of="2026-11-01")


def test_one_flag_may_be_switched_off_by_its_bare_name() -> None:
    with pytest.raises(aimatch.UnknownFlag) as caught:
        aimatch.score(RESUME, flags_off="timeline")
    assert len(caught.value.problems) == 1
    aimatch.score(RESUME, flags_off="timeline-gap")


def test_a_name_may_be_meant() -> None:
    with pytest.raises(FileNotFoundError, match="computer-vision-engineer may be meant"):
        aimatch.load_profile("computer-vison-engineer")
    with pytest.raises(aimatch.ProfileError, match="'pytorch-mobile' may be meant"):
        aimatch.load_profile({"id": "r", "requirements": [{"id": "a", "skills": ["pytorhc lib"]}]})
    taxonomy = aimatch.load_taxonomy()
    assert [skill.name for skill in taxonomy.near("kubernetis cluster", 1)] == ["Kubernetes"]
    assert taxonomy.near("qqqqqqqq") == ()


def test_a_profile_that_can_not_be_opened_is_an_error_of_ours(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "role.toml"
    path.write_text("")

    def shut(*_: object, **__: object) -> str:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_text", shut)
    with pytest.raises(aimatch.ProfileError, match="can't be opened: Permission denied"):
        aimatch.load_profile(path)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ({"add": "docker", "months": -1}, "months: must be 0 to 600, not -1"),
        ({"add": "docker", "months": 10**6}, "months: must be 0 to 600"),
        ({"degree": "doctor"}, "degree: must be one of none, associate, bachelor, master, phd, not 'doctor'"),
    ],
)
def test_what_can_not_be_supposed_is_refused(report: aimatch.Report, arguments: dict[str, object], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        report.what_if(**arguments)  # type: ignore[arg-type]


def test_an_empty_text_is_said_to_be_empty() -> None:
    empty = aimatch.score(" \n ")
    assert (empty.coverage, empty.notes) == (0.0, ("no text in the file",))


def test_reports_are_kept_in_sets_and_as_keys(report: aimatch.Report) -> None:
    again = aimatch.score(RESUME, as_of=DAY)
    assert {report, again} == {report}
    assert {report: 1}[again] == 1


def test_threads_give_the_same_bytes(report: aimatch.Report) -> None:
    made: list[str] = []
    threads = [threading.Thread(target=lambda: made.append(aimatch.score(RESUME, as_of=DAY).to_json())) for _ in "1234"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made == [report.to_json()] * 4


def test_a_spawned_process_sends_a_report_back(report: aimatch.Report) -> None:
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        (sent,) = pool.starmap(aimatch.score, [(RESUME,)])
        assert sent.input_sha256 == report.input_sha256
        assert pool.apply(aimatch.score, (RESUME,), {"as_of": DAY}).to_json() == report.to_json()


def test_a_folder_is_no_profile_and_neither_are_bytes_of_another_encoding(tmp_path: Path) -> None:
    with pytest.raises(aimatch.ProfileError, match="is a folder"):
        aimatch.load_profile(tmp_path)
    path = tmp_path / "role.toml"
    path.write_bytes('id = "r\xe9"'.encode("latin-1"))
    with pytest.raises(aimatch.ProfileError, match="not in UTF-8"):
        aimatch.load_profile(path)


def test_a_posting_of_another_type_is_named() -> None:
    with pytest.raises(TypeError, match="a posting is text, a path, bytes or a mapping, not int"):
        aimatch.score(RESUME, posting=5)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda _: aimatch.score(["a.pdf", "b.pdf"]), r"not list \(several: one call each"),
        (lambda _: aimatch.score(pd.Series(["a", "b"])), r"not Series \(several: one call each"),
        (lambda _: aimatch.score(RESUME, as_of=pd.NaT), r"as_of is a datetime\.date, not NaTType"),
        (lambda _: aimatch.read(RESUME, limits={"max_pages": 3}), r"limits are an aimatch\.Limits"),
        (lambda _: aimatch.score_folder(None), "a folder is a path, not NoneType"),
        (lambda _: aimatch.score_folder(["a.pdf"]), "a folder is a path, not list"),
        (lambda _: aimatch.load_taxonomy(3), "extend is the path of a TOML file or a folder of them, not int"),
        (lambda _: aimatch.load_taxonomy().find(None), "the name of a skill is a str, not NoneType"),
        (lambda report: report.what_if(add="docker", months=1.5), r"months is a whole number, not 1\.5"),
        (lambda report: report.what_if(add="docker", months="12"), "months is a whole number, not '12'"),
        (lambda report: report.what_if(add=3), "add takes names of skills, not int"),
        (lambda report: report.what_if(add=["docker", None]), "add takes names of skills, not None"),
        (lambda report: report.next_best("3"), "n is a whole number, not '3'"),
        (lambda _: aimatch.fit_weights("reports", [1]), "fit_weights takes reports and an outcome for each, not str"),
        (lambda _: aimatch.Limits(seconds="3"), r"Limits\.seconds is a number, not '3'"),
        (lambda _: aimatch.score_folder(".", workers="2"), "workers is a whole number, not '2'"),
        (lambda _: stream("cv.pdf"), "items are several paths, such as a list, not str"),
        (lambda _: stream(None), "items are several paths, such as a list, not NoneType"),
        (lambda report: aimatch.fit_weights([report], None), "fit_weights takes reports and an outcome .* not None"),
    ],
)
def test_an_argument_of_another_type_is_named(
    report: aimatch.Report, call: Callable[[aimatch.Report], object], says: str
) -> None:
    with pytest.raises(TypeError, match=says):
        call(report)


def test_numbers_of_numpy_are_whole_numbers(report: aimatch.Report) -> None:
    assert report.what_if(add="docker", months=np.int64(12)) == report.what_if(add="docker", months=12)
    assert report.next_best(np.int64(1)) == report.next_best(1)


@pytest.mark.parametrize("text", ["Zoe Quist\nEngineer at Acme since May 2019.\n" * 40, "Zoe Quist, engineer. " * 300])
def test_a_text_in_the_place_of_a_name_is_quoted_shortly(text: str) -> None:
    with pytest.raises(
        aimatch.ProfileError, match=r"Zoe Quist.*….*\n.*is a text of [\d,]+ characters.* resume first"
    ) as caught:
        aimatch.score("ai-engineer", text)
    assert "is a text" in str(caught.value)
    with pytest.raises(aimatch.ReadError, match=r"….*can't be opened: File name too long") as closed:
        aimatch.read(Path(text))
    assert len(str(closed.value)) < 120
    for call in (aimatch.load_taxonomy, aimatch.score_folder):
        with pytest.raises(FileNotFoundError, match=r"Zoe Quist.*…") as missing:
            call(text)
        assert len(str(missing.value)) < 120
    with pytest.raises(FileNotFoundError, match=r"….*neither a profile file nor") as missing:
        aimatch.load_profile("Zoe Quist, engineer of many things. " * 5)
    assert len(str(missing.value)) < 300


def test_a_posting_of_one_long_line_is_no_name_of_a_file() -> None:
    assert aimatch.profile_from_job("Required: five years of Python at work. " * 20).requirements[0].skills == (
        "python",
    )


def test_the_way_out_that_a_missing_file_tells_of_is_one() -> None:
    line = "Wrote cv.pdf"
    with pytest.raises(FileNotFoundError, match=r"give it as bytes: text\.encode\(\)"):
        aimatch.read(line)
    assert aimatch.read(line.encode()).document.text == line


def test_an_address_is_said_to_be_none_that_is_fetched() -> None:
    with pytest.raises(FileNotFoundError, match=r"example\.com/cv\.pdf: no such file \(an address"):
        aimatch.score("https://example.com/cv.pdf")


def test_files_with_a_byte_order_mark_are_read(tmp_path: Path) -> None:
    text = 'id = "r"\n[[requirements]]\nid = "py"\nskills = ["python"]\n'
    role = tmp_path / "role.toml"
    role.write_text(text, "utf-8-sig")
    assert aimatch.load_profile(role).id == "r"
    other = tmp_path / "role.json"
    other.write_text('{"id": "r", "requirements": [{"id": "py", "skills": ["python"]}]}', "utf-8-sig")
    assert aimatch.load_profile(other).id == "r"
    skills = tmp_path / "skills.toml"
    skills.write_text("[[skill]]\n", "utf-8-sig")
    with pytest.raises(aimatch.TaxonomyError) as caught:
        aimatch.load_taxonomy(skills)
    assert "Invalid statement" not in str(caught.value), "what it says is about the entry, not about the mark"


def test_failures_among_reports_are_named_before_weights_are_fitted(report: aimatch.Report) -> None:
    failure = aimatch.Failure(source="b.pdf", error="ReadError", reason="is empty")
    with pytest.raises(aimatch.CalibrationError, match=r"b\.pdf: is no report but a failure"):
        aimatch.fit_weights([report, failure], [1, 0])  # type: ignore[list-item]


@pytest.mark.parametrize("call", [aimatch.score_folder, aimatch.load_profile, aimatch.load_taxonomy])
def test_an_empty_name_is_not_the_current_folder(call: Callable[[str], object]) -> None:
    with pytest.raises(FileNotFoundError, match=r"the .*name .*is empty"):
        call("")


def test_skills_in_another_kind_of_file_are_named_as_given(tmp_path: Path) -> None:
    path = tmp_path / "skills.txt"
    path.write_text("acme-forge")
    with pytest.raises(aimatch.TaxonomyError, match=r"skills\.txt: is no \.toml file"):
        aimatch.load_taxonomy(path)


def test_a_batch_names_a_file_that_is_not_there() -> None:
    (failure,) = stream(["nowhere/cv.pdf"], engine="inline")
    assert (failure.source, failure.reason) == ("nowhere/cv.pdf", "no such file")  # type: ignore[union-attr]
