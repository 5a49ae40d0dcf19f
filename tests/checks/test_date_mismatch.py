from __future__ import annotations

from mtreview.checks.date_mismatch import DateMismatch
from tests.checks.table import Row, verify, verify_fixes

ROWS: list[Row] = [
    ("Vino el lunes.", "She came on Tuesday.", ("Tuesday",)),
    ("La reunión del jueves fue breve.", "Friday's meeting was brief.", ("Friday's",)),
    ("Los sábados cierra.", "It is closed on Sundays.", ("Sundays",)),
    ("Domingo de lluvia", "Rainy Saturday", ("Saturday",)),
    ("El 3 de mayo", "March 3", ("March",)),
    ("Nació en octubre.", "He was born in November.", ("November",)),
    ("Abre en verano.", "It opens in the winter.", ("winter",)),
    ("Llegó ayer.", "He arrived today.", ("today",)),
    ("Se va hoy.", "She leaves tomorrow.", ("tomorrow",)),
    ("Tres siglos después", "Three decades later", ("decades",)),
    ("Dura dos semanas.", "It lasts two months.", ("months",)),
    ("Ocurrió en los últimos meses.", "It happened in recent centuries.", ("centuries",)),
    ("Lo supo hace unas horas.", "She learned of it a few years ago.", ("years",)),
    ("Subió en junio y bajó en julio.", "It rose in July and fell in July.", ("July",)),
    ("Abre el sábado, el lunes y el sábado.", "It opens on Saturday, Monday and Monday.", ("Monday",)),
    ("El sábado, el sábado y el viernes.", "On Sunday, on Saturday and on Friday.", ("Sunday",)),
    ("El domingo, cuando el sol se ponga.", "On Monday, when the sun sets.", ("Monday",)),
    ("Lo dijo en The Sunday Times.", "She said so in The Monday Times.", ("Monday",)),
    ("Así fue en los últimos años.", "So it was in recent months.", ("months",)),
    ("Lo vio unos días antes.", "He had seen it a few weeks earlier.", ("weeks",)),
    ("Durante los días y meses siguientes", "In the days and years that followed", ("years",)),
    ("Habló a última hora, en el minuto 15.", "He spoke later in the day, on the quarter-hour mark.", ()),
    ("Lo hizo en medio año.", "She did it in six months.", ()),
    ("Hace años de eso.", "That was back in the day.", ()),
    ("Subió en julio y bajó en julio.", "It rose in July and fell in July.", ()),
    ("El lunes y el martes de mayo", "In May, on Monday and Tuesday", ()),
    ("Vuelve en quince días.", "He is back in two weeks.", ()),
    ("Tiene más de cien años.", "It is more than a century old.", ()),
    ("La hora punta de los años 80", "The rush hour of the 1980s", ()),
    ("Vino el lunes.", "She came on Monday.", ()),
    ("El martes 3 de mayo", "Tuesday, May 3", ()),
    ("Santo Domingo espera el lunes.", "Santo Domingo waits for Monday.", ()),
    ("Plácido Domingo cantó el sábado.", "Plácido Domingo sang on Saturday.", ()),
    ("Mañana por la mañana", "Tomorrow morning", ()),
    ("Llegó por la mañana, hoy.", "He arrived this morning.", ()),
    ("El fin de semana", "The weekend", ()),
    ("De lunes a viernes", "Monday to Friday", ()),
    ("Del lunes al martes", "From Wednesday to Friday", ()),
    ("El otoño pasado", "Last fall", ()),
    ("Hoy en día", "Nowadays", ()),
    ("Se cayó en primavera.", "She fell in spring.", ()),
    ("Nació en marzo.", "He was born in the spring.", ()),
    (None, "She came on Tuesday.", ()),
]


def test_table() -> None:
    verify(DateMismatch(), ROWS)


def test_suggests_the_day_of_the_source() -> None:
    verify_fixes(
        DateMismatch(),
        [
            ("Vino el lunes.", "She came on Tuesday.", "She came on Monday."),
            ("La reunión del jueves", "Friday's meeting", "Thursday's meeting"),
        ],
    )
