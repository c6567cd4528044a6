"""Releases: what each one froze"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "release",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("decided_to", sa.BigInteger(), nullable=False),
        sa.Column("about", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_release")),
    )
    op.create_table(
        "released_claim",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.String(length=32), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["number"], ["release.number"], name=op.f("fk_released_claim_number")
        ),
        sa.PrimaryKeyConstraint("number", "claim_id", name=op.f("pk_released_claim")),
    )
    op.create_index(op.f("ix_released_claim_claim_id"), "released_claim", ["claim_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_released_claim_claim_id"), "released_claim")
    op.drop_table("released_claim")
    op.drop_table("release")
