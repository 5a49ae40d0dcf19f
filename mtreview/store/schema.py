"""Tables of a review store, in SQL that SQLite and PostgreSQL share.

`decisions` only ever grows. `segments.state`, `.current_target`, `.current_hash`, `.open` and `.worst` follow from it
and are written in the same transaction, so that a list of 100,000 segments is one cheap query.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

HEAD = "0001"

metadata = MetaData()

version = Table("alembic_version", metadata, Column("version_num", String(32), primary_key=True))

documents = Table(
    "documents",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False, unique=True),
    Column("path", Text, nullable=False),
    Column("format", Text, nullable=False),
    Column("hash", String(64), nullable=False),
)

segments = Table(
    "segments",
    metadata,
    Column("row", Integer, primary_key=True, autoincrement=False),
    Column("document", Integer, ForeignKey("documents.number"), nullable=False),
    Column("position", Integer, doc="0-based place in the document; NULL where the document no longer has it"),
    Column("id", Text, nullable=False),
    Column("source", Text),
    Column("target", Text, nullable=False),
    Column("reference", Text),
    Column("path", Text),
    Column("line", Integer),
    Column("column", Integer),
    Column("locked", Boolean, nullable=False),
    Column("input_state", Text, nullable=False),
    Column("rest", Text, nullable=False, doc="JSON of what the review does not query: codes, system, date, extra"),
    Column("hash", String(16), nullable=False),
    Column("score", Float, nullable=False),
    Column("basis", String(16), nullable=False),
    Column("state", Integer, nullable=False, doc="position in STATES"),
    Column("current_target", Text, doc="the confirmed post-edit, NULL where the MT stands"),
    Column("current_hash", String(16), nullable=False),
    Column("open", Integer, nullable=False),
    Column("worst", Integer, doc="severity of the worst open issue"),
    Index("segments_document_position", "document", "position"),
)

issues = Table(
    "issues",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("row", Integer, ForeignKey("segments.row"), nullable=False),
    Column("text_hash", String(16), nullable=False, doc="hash of the texts it was found in"),
    Column("fingerprint", String(16), nullable=False),
    Column("check", Text, nullable=False),
    Column("category", Text, nullable=False),
    Column("severity", Integer, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("message", Text, nullable=False),
    Column("spans", Text, nullable=False),
    Column("suggestion", Text),
    Index("issues_row", "row"),
    Index("issues_check", "check"),
)

scores = Table(
    "scores",
    metadata,
    Column("row", Integer, ForeignKey("segments.row"), primary_key=True),
    Column("scorer", Text, primary_key=True),
    Column("value", Float, nullable=False),
)

decisions = Table(
    "decisions",
    metadata,
    Column("id", String(26), primary_key=True),
    Column("row", Integer, ForeignKey("segments.row"), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("document", Text, nullable=False),
    Column("segment", Text, nullable=False),
    Column("segment_hash", String(16), nullable=False),
    Column("reviewer", Text, nullable=False),
    Column("at", String(32), nullable=False),
    Column("verdict", String(32)),
    Column("fingerprint", String(16), nullable=False),
    Column("scope", String(16), nullable=False),
    Column("check", Text, nullable=False),
    Column("category", Text, nullable=False),
    Column("severity", String(16), nullable=False),
    Column("spans", Text, nullable=False),
    Column("target", Text),
    Column("note", Text, nullable=False),
    Column("supersedes", String(26), nullable=False),
    Index("decisions_row", "row"),
    Index("decisions_reviewer", "reviewer", "id"),
)

drafts = Table(
    "drafts",
    metadata,
    Column("row", Integer, ForeignKey("segments.row"), nullable=False),
    Column("reviewer", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("at", String(32), nullable=False),
    UniqueConstraint("row", "reviewer"),
)

positions = Table(
    "positions",
    metadata,
    Column("reviewer", Text, primary_key=True),
    Column("row", Integer, ForeignKey("segments.row"), nullable=False),
)
