"""What people get wrong when they call the library, and what else they do with a report."""

from __future__ import annotations

import multiprocessing
import threading
from datetime import date, datetime
from pathlib import Path

import pytest

import aimatch

RESUME = "Zoe Quist\n\nExperience\nData Engineer, Acme, Jan 2020 - Dec 2022\n- Built pipelines in Python\n"
DAY = date(2026, 11, 1)


@pytest.fixture(scope="module")
def report() -> aimatch.Report:
    return aimatch.score(RESUME, as_of=DAY)


@pytest.mark.parametrize("profile", [None, 5, ["python"], b"ai-engineer"])
def test_a_profile_of_another_type_is_a_type_error_that_says_what_one_is(profile: object) -> None:
    with pytest.raises(TypeError, match="a profile is a name, a path, a dict or a Profile, not "):
        aimatch.score(RESUME, profile)  # type: ignore[arg-type]


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
