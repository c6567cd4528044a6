"""Versions of annotations, and what annotators made of suggestions"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # No batch: it would make the table anew, and others refer to its rows.
    op.add_column("annotation", sa.Column("task", sa.BigInteger(), nullable=True))
    op.add_column("annotation", sa.Column("changes", sa.JSON(none_as_null=True), nullable=True))
    op.add_column("task", sa.Column("seen_at", sa.DateTime(timezone=True), nullable=True))
    op.create_table(
        "annotation_version",
        sa.Column("annotation_id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("what", sa.String(length=20), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["annotation_id"], ["annotation.id"], name=op.f("fk_annotation_version_annotation_id")
        ),
        sa.PrimaryKeyConstraint("annotation_id", "number", name=op.f("pk_annotation_version")),
    )


def downgrade() -> None:
    op.drop_table("annotation_version")
    op.drop_column("task", "seen_at")
    op.drop_column("annotation", "changes")
    op.drop_column("annotation", "task")
