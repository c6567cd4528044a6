"""Edges between origins, and what reviewers say of them"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "edge_ruling",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("copy", sa.String(length=400), nullable=False),
        sa.Column("original", sa.String(length=400), nullable=False),
        sa.Column("live", sa.Boolean(), nullable=False),
        sa.Column("cut", sa.Boolean(), nullable=False),
        sa.Column("reviewer", sa.Text(), nullable=False),
        sa.Column("ruled_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_edge_ruling")),
    )
    op.create_index(
        "ix_edge_ruling_live",
        "edge_ruling",
        ["copy", "original"],
        unique=True,
        sqlite_where=sa.text("live"),
        postgresql_where=sa.text("live"),
    )
    op.create_table(
        "origin_edge",
        sa.Column("copy", sa.String(length=400), nullable=False),
        sa.Column("original", sa.String(length=400), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("copy", "original", name=op.f("pk_origin_edge")),
    )


def downgrade() -> None:
    op.drop_table("origin_edge")
    op.drop_index("ix_edge_ruling_live", table_name="edge_ruling")
    op.drop_table("edge_ruling")
