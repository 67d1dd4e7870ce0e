"""Names by custom, the forms in print, and letters without their accents."""

from __future__ import annotations

import pytest

from ccdata.authority.folding import fold, folded
from ccdata.authority.names import is_pinyin, print_forms, short_forms, split_name


@pytest.mark.parametrize(
    ("name", "country", "parts", "called"),
    [
        ("Park Chan-il", "KOR", ("Park", "Chan-il"), ("Park",)),
        ("Tran Van Binh", "VNM", ("Tran", "Van Binh"), ("Binh",)),
        ("Budi Hartono", "IDN", (None, "Budi Hartono"), ("Budi", "Hartono")),
        ("K. Raman", "IND", (None, "K. Raman"), ("Raman",)),
        ("Peter Chen", "TWN", ("Chen", "Peter"), ("Chen",)),
        ("Juan de Santos Jr.", "PHL", ("de Santos", "Juan"), ("de Santos",)),
        ("Ivan Petrov", "RUS", ("Petrov", "Ivan"), ("Petrov",)),
        ("Sukanto", "IDN", (None, "Sukanto"), ()),
    ],
)
def test_custom(name: str, country: str, parts: tuple[str | None, str], called: tuple[str, ...]) -> None:
    assert split_name(name, country) == parts
    assert short_forms(name, parts[0], country) == called


def test_forms_in_print() -> None:
    assert {"Park Chan-il", "Park Chan Il", "Park Chan-Il", "Park Chanil"} == {
        *print_forms("Park Chan-il", "KOR", "Park", "Chan-il")
    }
    assert {"Jiro Sato", "Sato Jiro"} == {*print_forms("Jirō Satō", "JPN", "Satō", "Jirō")}
    assert "Chris Miller" in {*print_forms("Christopher J. Miller", "USA", "Miller", "Christopher J.")}


@pytest.mark.parametrize(
    ("word", "answer"), [("Qingsong", True), ("Oingsong", False), ("Xi'an", True), ("Petrov", False)]
)
def test_pinyin(word: str, answer: bool) -> None:
    assert is_pinyin(word) is answer


def test_folding_keeps_places() -> None:
    assert fold("Jun’ichirō Đặng") == "Jun'ichiro Dang"
    flat = folded("Nguyễn X")
    assert flat.text == "Nguyen X"
    assert "Nguyễn X"[flat.place(flat.text.index("X"))] == "X"
