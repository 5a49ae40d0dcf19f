from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import Any

import pytest

from mtreview import plugins, resources
from mtreview.issue import Category, Severity

CORPORA = resources.folder("corpora")
ARTICLES = sorted(path.name.removesuffix(".gold.jsonl") for path in CORPORA.glob("*.gold.jsonl"))
HEADER = "source_indices\ttarget_indices\tscore\tsource\ttarget"


class Blocks(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.inside = False
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, _attributes: object) -> None:
        self.inside = self.inside or tag == "body"

    def handle_data(self, data: str) -> None:
        if self.inside and data.strip():
            self.texts.append(data)


def gold(article: str) -> list[dict[str, Any]]:
    with (CORPORA / f"{article}.gold.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def lines_of(name: str) -> list[str]:
    return (CORPORA / name).read_text(encoding="utf-8").splitlines()


def blocks(name: str) -> list[str]:
    parser = Blocks()
    parser.feed((CORPORA / name).read_text(encoding="utf-8"))
    return parser.texts


def beads(name: str) -> list[tuple[list[int], list[int], float, str, str]]:
    header, *rows = lines_of(name)
    assert header == HEADER
    found = []
    for row in rows:
        left, right, score, source, target = row.split("\t")
        indices = [[int(index) for index in side.split(",") if index] for side in (left, right)]
        found.append((indices[0], indices[1], float(score), source, target))
    return found


def test_there_are_three_articles_of_15_sentences_or_more() -> None:
    assert len(ARTICLES) >= 3
    assert all(len(lines_of(f"{article}.es.txt")) >= 15 for article in ARTICLES)


@pytest.mark.parametrize("article", ARTICLES)
def test_gold_issues_stand_where_they_say(article: str) -> None:
    for issue in gold(article):
        document = lines_of(issue["document"])
        assert not issue["segment"] or issue["segment"] in document[issue["line"] - 1]
        assert (issue["line"] is None) == (not issue["segment"])
        assert issue["spans"]
        for span in issue["spans"]:
            text = issue["segment"] if span["side"] == "target" else issue["source"]
            assert text[span["start"] : span["end"]] == span["text"] != ""


@pytest.mark.parametrize("article", ARTICLES)
def test_gold_issues_use_the_words_of_the_program(article: str) -> None:
    known = plugins.names("checks")
    for issue in gold(article):
        assert issue["check"] is None or issue["check"] in known
        assert Category(issue["category"])
        assert Severity.parse(issue["severity"])


@pytest.mark.parametrize("article", ARTICLES)
def test_gold_sources_are_those_of_the_beads(article: str) -> None:
    for issue in gold(article):
        name = issue["document"].removesuffix(".en.txt") + ".beads.tsv"
        pairs = [(source, target) for _, _, _, source, target in beads(name)]
        assert any((issue["source"] or "") == source and issue["segment"] in target for source, target in pairs)


@pytest.mark.parametrize("article", ARTICLES)
@pytest.mark.parametrize("variant", ["", ".page"])
def test_beads_use_every_sentence_once_and_in_order(article: str, variant: str) -> None:
    links = beads(f"{article}{variant}.beads.tsv")
    for sides in ([link[0] for link in links], [link[1] for link in links]):
        indices = [index for side in sides for index in side]
        assert indices == list(range(len(indices)))
    assert all(score == bool(left and right) for left, right, score, _, _ in links)


@pytest.mark.parametrize("article", ARTICLES)
def test_plain_beads_hold_the_lines_of_the_files(article: str) -> None:
    source, target = lines_of(f"{article}.es.txt"), lines_of(f"{article}.en.txt")
    links = beads(f"{article}.beads.tsv")
    assert sum(len(left) for left, *_ in links) == len(source)
    assert sum(len(right) for _, right, *_ in links) == len(target)
    for left, right, _, source_text, target_text in links:
        assert source_text == " ".join(source[index] for index in left)
        assert target_text == " ".join(target[index] for index in right)


@pytest.mark.parametrize("article", ARTICLES)
def test_page_beads_hold_the_text_of_the_pages(article: str) -> None:
    links = beads(f"{article}.page.beads.tsv")
    source = " ".join(link[3] for link in links if link[3])
    target = " ".join(link[4] for link in links if link[4])
    assert source == " ".join(blocks(f"{article}.page.es.html"))
    assert target == " ".join(blocks(f"{article}.page.en.html"))
    assert blocks(f"{article}.page.en.html") == [line for line in lines_of(f"{article}.page.en.txt") if line]


def test_no_file_stands_in_the_folder_unexplained() -> None:
    suffixes = {path.name.partition(".")[2] for path in CORPORA.iterdir() if path.name != "README.md"}
    readme = (CORPORA / "README.md").read_text(encoding="utf-8")
    assert all(f"`NAME.{suffix}`" in readme for suffix in suffixes)
