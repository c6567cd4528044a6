"""Decisions in full: the guideline flag and second reviews"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007a"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Never in a batch: see 0002.
    op.add_column("decision", sa.Column("guideline", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("decision", sa.Column("provisional", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_index("ix_origin_edge_original", "origin_edge", ["original"])


def downgrade() -> None:
    op.drop_index("ix_origin_edge_original", "origin_edge")
    op.drop_column("decision", "provisional")
    op.drop_column("decision", "guideline")
