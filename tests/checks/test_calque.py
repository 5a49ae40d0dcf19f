from __future__ import annotations

import re

from mtreview.checks._phrases import read_table
from mtreview.checks.calque import Calque
from tests.checks.table import Row, verify, verify_fixes

ROWS: list[Row] = [
    ("El alcalde aseguró que dimitirá.", "The mayor assured that he will resign.", ("assured that",)),
    (None, "He assured that that is why they left.", ("assured that",)),
    ("Los vecinos afirman que hubo disparos.", "Neighbours affirm that there were shots.", ()),
    (None, "The party manifested that it would not vote.", ("manifested that",)),
    ("Falk expresó que sería un error.", "Falk expressed that it would be a mistake.", ("expressed that",)),
    ("La policía informó que hay tres detenidos.", "Police informed that three are held.", ("informed that",)),
    ("Señaló que el plan es caro.", "She pointed that the plan is dear.", ("pointed that",)),
    (None, "Explain me how it works.", ("Explain me",)),
    (None, "Everything depends of the weather.", ("depends of",)),
    (None, "The test consists on two parts.", ("consists on",)),
    (None, "They left despite of the rain.", ("despite of",)),
    (None, "I am agree with you.", ("am agree",)),
    (None, "It is worth to visit the castle.", ("is worth to visit",)),
    ("El pueblo cuenta con una escuela.", "The village counts with a school.", ("counts with",)),
    ("El plan supone un riesgo.", "The plan supposes a risk.", ("supposes",)),
    ("Hizo una pregunta.", "He made a question.", ("made a question",)),
    ("La reunión tendrá lugar en Lima.", "The meeting will have place in Lima.", ("will have place",)),
    (None, "The law enters into vigor in May.", ("enters into vigor",)),
    (None, "They put in march a new plan.", ("put in march",)),
    (None, "We must take in account the cost.", ("take in account",)),
    ("Realizaron un estudio.", "They realized a study.", ("realized a study",)),
    ("Acaba de llegar a casa.", "He ends of arriving home.", ("ends of arriving",)),
    ("Ella tiene 30 años.", "She has 30 years.", ("She has 30 years",)),
    (None, "the terror that was lived in the streets", ("was lived",)),
    (None, "The dead are counted by dozens.", ("are counted by dozens",)),
    (None, "The amount of victims is unknown.", ("amount of victims",)),
    ("El barco y los dueños del mismo.", "The ship and the owners of the same.", ("of the same",)),
    (None, "The president, of the United States, Joe Biden, left.", ("president, of the United States,",)),
    (None, "The head, of the Cuban Army, Raúl Castro, left.", (", of the Cuban Army,",)),
    (None, "He arrived the past Monday.", ("the past Monday",)),
    (None, "In the day of today nobody walks.", ("In the day of today",)),
    (None, "He said on the contrary that it was false.", ("on the contrary that",)),
    ("En cambio, los precios bajaron.", "In change, prices fell.", ("In change",)),
    (None, "By his part, the mayor left.", ("By his part",)),
    ("Cabe mencionar que llovió.", "It is necessary to mention that it rained.", ("It is necessary to mention",)),
    (None, "a home for people of the third age", ("people of the third age",)),
    (None, "It was decided in base to the data.", ("in base to",)),
    ("Cada vez más gente viaja.", "Each time more people travel.", ("Each time more",)),
    (None, "The most of the houses burned.", ("The most of",)),
    ("Vive aquí desde hace diez años.", "He lives here since ten years.", ("since ten years",)),
    (None, "I told you in many occasions.", ("in many occasions",)),
    (None, "He came in the morning of Tuesday.", ("in the morning of Tuesday",)),
    (None, "In what refers to prices, nothing changed.", ("In what refers to",)),
    ("No han hablado hasta la fecha.", "They have not spoken until the date.", ("until the date",)),
    (None, "For this motive, he resigned.", ("For this motive",)),
    ("Por otra parte, llueve.", "By other part, it rains.", ("By other part",)),
    ("Lo sabe todo el mundo.", "All the world knows it.", ("All the world",)),
    ("Sale todos los días.", "He goes out all the days.", ("all the days",)),
    (None, "It happened ones years later.", ("ones",)),
    (
        None,
        "the head of the office of the ministry of the north",
        ("head of the office of the ministry of the north",),
    ),
    (None, "He was assured that all was well; rest assured that it is.", ()),
    (None, "We can assure you that the court affirmed that ruling.", ()),
    (None, "You were informed that he left; it depends, of course.", ()),
    ("Le hizo una oferta.", "He made an offer; he made the question moot.", ()),
    (None, "the house was lived in by monks; his life was lived well", ()),
    ("Se sabe.", "Much of the same. More of the same, please.", ()),
    ("Es el mismo coche.", "The same car; all the same, it is not the same.", ()),
    (None, "The past week was hot, and the last Monday of May hotter.", ()),
    (None, "Nurses arrived to the sound of bells; he realized a study was missing.", ()),
    ("Visitó todo el mundo en barco.", "He saw places in all the world's oceans.", ()),
    ("Los buques son dos.", "One counts with care; the court supposes nothing.", ()),
    (None, "He lived here since two years before the war.", ()),
    (None, "The president, of course, and the chief, of the old school, agree.", ()),
    (None, "Make the most of the day, on the morning of Monday.", ()),
    (None, "the end of the day of the race", ()),
]


def test_table() -> None:
    verify(Calque(), ROWS)


def test_fixes() -> None:
    verify_fixes(
        Calque(),
        [
            (None, "He assured that it rained.", "He said that it rained."),
            (None, "Explain me how.", "Explain to me how."),
            (None, "They dispute despite of it.", "They dispute despite it."),
            (None, "The dead are counted by dozens.", "The dead number in the dozens."),
            (None, "The president, of the United States, Joe Biden, left.", "The US president, Joe Biden, left."),
            (None, "The president, of the United States, Joe Biden left.", "The US president Joe Biden left."),
            (None, "The minister, of the USA, Antony Blinken.", "The minister of the USA, Antony Blinken."),
            (None, "In the day of today nobody walks.", "Today nobody walks."),
            (None, "He arrived on the past Monday.", "He arrived last Monday."),
            (None, "He came in the morning of Tuesday.", "He came on Tuesday morning."),
            (None, "Since ten years he paints.", "For ten years he paints."),
            ("Cada vez más.", "Each time more people.", "More and more people."),
        ],
    )  # fmt: skip


def test_every_phrase_of_the_table_can_be_read_and_matches_some_words() -> None:
    for phrase in read_table("_calques.tsv").phrases:
        assert re.compile(phrase.pattern, re.IGNORECASE).search("") is None
        assert re.compile(phrase.source).groups >= 0
        assert phrase.words
        assert phrase.better
        assert 0 < phrase.sure <= 1
        assert 0 <= phrase.alone <= phrase.sure
