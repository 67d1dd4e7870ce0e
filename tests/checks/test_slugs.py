"""Ids that names give: ASCII letters and digits with hyphens."""

import pytest

from ccdata.records.ids import slug


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Korean People's Army", "korean-peoples-army"),
        ("Robert O’Brien", "robert-obrien"),
        ("Jun'ichirō Koizumi", "junichiro-koizumi"),
        ("Workers' Party of Korea", "workers-party-of-korea"),
        ("Lee Myung-bak", "lee-myung-bak"),
    ],
)
def test_marks_of_a_name_are_left_out_of_its_id(name: str, made: str) -> None:
    assert slug(name) == made
