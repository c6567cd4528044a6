"""What is to be derived anew, and where the cross-check filed the evidence"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Both only say what has to be looked at next; nothing was derived by this version, so that is everything.
    op.drop_table("touched")
    op.drop_table("checked")
    op.create_table(
        "touched",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("evidence_id", sa.String(length=32), nullable=True),
        sa.Column("sentence_id", sa.String(length=32), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_touched")),
    )
    op.create_table(
        "unread",
        sa.Column("sentence_id", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("sentence_id", name=op.f("pk_unread")),
    )
    op.create_table(
        "derived",
        sa.Column("what", sa.String(length=20), nullable=False),
        sa.Column("basis", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("what", name=op.f("pk_derived")),
    )
    op.create_table(
        "series",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("key", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_series")),
    )
    op.create_index("ix_series_event_id", "series", ["event_id"])
    op.create_table(
        "filed",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("event_id", sa.Text(), nullable=True),
        sa.Column("series_id", sa.String(length=32), nullable=True),
        sa.Column("scope", sa.String(length=20), nullable=True),
        sa.Column("start", sa.String(length=60), nullable=True),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("whole_id", sa.String(length=32), nullable=True),
        sa.Column("host_id", sa.String(length=32), nullable=True),
        sa.Column("alike", sa.BigInteger(), nullable=True),
        sa.Column("odd", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_filed")),
    )
    op.create_index("ix_filed_start", "filed", ["event_id", "scope", "start"])
    for column in ("series_id", "whole_id", "host_id", "alike", "odd"):
        op.create_index(f"ix_filed_{column}", "filed", [column])
    op.add_column("discrepancy", sa.Column("series_id", sa.String(length=32), nullable=True))
    op.create_index("ix_discrepancy_series_id", "discrepancy", ["series_id"])
    op.create_index("ix_claim_chosen", "claim", ["chosen"])
    op.create_index(
        "ix_annotation_no_claim",
        "annotation",
        ["sentence_id"],
        sqlite_where=sa.text("answer = 'no_claim'"),
        postgresql_where=sa.text("answer = 'no_claim'"),
    )


def downgrade() -> None:
    op.drop_index("ix_annotation_no_claim", table_name="annotation")
    op.drop_index("ix_claim_chosen", table_name="claim")
    op.drop_index("ix_discrepancy_series_id", table_name="discrepancy")
    op.drop_column("discrepancy", "series_id")
    for table in ("filed", "series", "derived", "unread", "touched"):
        op.drop_table(table)
    op.create_table(
        "touched",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("evidence_id", sa.String(length=32), nullable=False),
        sa.Column("event_id", sa.Text(), nullable=True),
        sa.Column("body", sa.JSON(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_touched")),
    )
    op.create_table(
        "checked",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("basis", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_checked")),
    )
