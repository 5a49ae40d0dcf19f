from __future__ import annotations

from mtreview.checks.missing_subject import MissingSubject
from tests.checks.table import Row, verify, verify_fixes

ROWS: list[Row] = [
    ("Es importante que lo sepan.", "Is important that they know.", ("Is",)),
    (None, "Is necessary to wait.", ("Is",)),
    (None, "Was difficult to leave.", ("Was",)),
    (None, "It rained. Is possible that it snows.", ("Is",)),
    (None, "Exist many reasons.", ("Exist",)),
    ("Dijo que vendría.", "Said that he would come.", ("Said",)),
    (None, "Added that the plan was ready.", ("Added",)),
    ("Nació en Lima.", "Was born in Lima.", ("Was",)),
    (None, "Should be noted that he left.", ("Should",)),
    ("Es un libro caro.", "Is a dear book.", ("Is",)),
    ("Tiene un perro.", "Has a dog.", ("Has",)),
    ("Son los mejores.", "Are the best.", ("Are",)),
    (None, "He waits because is important to wait.", ("is",)),
    (None, "Come if is possible to come.", ("is",)),
    (None, "It is important that they know.", ()),
    (None, "Is it important that they know?", ()),
    (None, "Is important information lost?", ()),
    ("¿Es un libro?", "Is a book here?", ()),
    (None, "Is a directory", ()),
    (None, "Was born in Lima", ()),
    (None, "Had he known, he would have come.", ()),
    (None, "Were it so, we would know.", ()),
    (None, "What is important to know is this, which is likely to change.", ()),
    (None, "He left and is likely to return when it is possible to.", ()),
    (None, "Said the mayor: no.", ()),
    ("Una casa.", "Is a house.", ()),
    (None, "Can be the best!", ()),
    (None, "", ()),
]


def test_table() -> None:
    verify(MissingSubject(), ROWS)


def test_fixes() -> None:
    verify_fixes(
        MissingSubject(),
        [
            (None, "Is important that they know.", "It is important that they know."),
            (None, "Come if is possible to come.", "Come if it is possible to come."),
            (None, "Should be noted that he left.", "It should be noted that he left."),
        ],
    )
