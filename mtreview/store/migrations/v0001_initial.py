"""The first schema, as it was: this file never changes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


def upgrade() -> None:
    """Create the first tables."""
    op.create_table("alembic_version", sa.Column("version_num", sa.String(32), primary_key=True))
    _documents()
    _machine()
    _people()


def _documents() -> None:
    op.create_table(
        "documents",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("path", sa.Text, nullable=False),
        sa.Column("format", sa.Text, nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
    )
    op.create_table(
        "segments",
        sa.Column("row", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("document", sa.Integer, sa.ForeignKey("documents.number"), nullable=False),
        sa.Column("position", sa.Integer),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("source", sa.Text),
        sa.Column("target", sa.Text, nullable=False),
        sa.Column("reference", sa.Text),
        sa.Column("path", sa.Text),
        sa.Column("line", sa.Integer),
        sa.Column("column", sa.Integer),
        sa.Column("locked", sa.Boolean, nullable=False),
        sa.Column("input_state", sa.Text, nullable=False),
        sa.Column("rest", sa.Text, nullable=False),
        sa.Column("hash", sa.String(16), nullable=False),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("basis", sa.String(16), nullable=False),
        sa.Column("state", sa.Integer, nullable=False),
        sa.Column("current_target", sa.Text),
        sa.Column("current_hash", sa.String(16), nullable=False),
        sa.Column("open", sa.Integer, nullable=False),
        sa.Column("worst", sa.Integer),
    )
    op.create_index("segments_document_position", "segments", ["document", "position"])


def _machine() -> None:
    op.create_table(
        "issues",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("row", sa.Integer, sa.ForeignKey("segments.row"), nullable=False),
        sa.Column("text_hash", sa.String(16), nullable=False),
        sa.Column("fingerprint", sa.String(16), nullable=False),
        sa.Column("check", sa.Text, nullable=False),
        sa.Column("category", sa.Text, nullable=False),
        sa.Column("severity", sa.Integer, nullable=False),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("message", sa.Text, nullable=False),
        sa.Column("spans", sa.Text, nullable=False),
        sa.Column("suggestion", sa.Text),
    )
    op.create_index("issues_row", "issues", ["row"])
    op.create_index("issues_check", "issues", ["check"])
    op.create_table(
        "scores",
        sa.Column("row", sa.Integer, sa.ForeignKey("segments.row"), primary_key=True),
        sa.Column("scorer", sa.Text, primary_key=True),
        sa.Column("value", sa.Float, nullable=False),
    )


def _people() -> None:
    op.create_table(
        "decisions",
        sa.Column("id", sa.String(26), primary_key=True),
        sa.Column("row", sa.Integer, sa.ForeignKey("segments.row"), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("segment", sa.Text, nullable=False),
        sa.Column("segment_hash", sa.String(16), nullable=False),
        sa.Column("reviewer", sa.Text, nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("verdict", sa.String(32)),
        sa.Column("fingerprint", sa.String(16), nullable=False),
        sa.Column("scope", sa.String(16), nullable=False),
        sa.Column("check", sa.Text, nullable=False),
        sa.Column("category", sa.Text, nullable=False),
        sa.Column("severity", sa.String(16), nullable=False),
        sa.Column("spans", sa.Text, nullable=False),
        sa.Column("target", sa.Text),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("supersedes", sa.String(26), nullable=False),
    )
    op.create_index("decisions_row", "decisions", ["row"])
    op.create_index("decisions_reviewer", "decisions", ["reviewer", "id"])
    op.create_table(
        "drafts",
        sa.Column("row", sa.Integer, sa.ForeignKey("segments.row"), nullable=False),
        sa.Column("reviewer", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.UniqueConstraint("row", "reviewer"),
    )
    op.create_table(
        "positions",
        sa.Column("reviewer", sa.Text, primary_key=True),
        sa.Column("row", sa.Integer, sa.ForeignKey("segments.row"), nullable=False),
    )
