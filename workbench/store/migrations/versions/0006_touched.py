"""What was touched since the last cross-check, and which case a decision was on"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
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
    # Never in a batch: it would make the table anew, and dropping the old one deletes what hangs on it.
    op.add_column("discrepancy", sa.Column("slot", sa.String(length=32), nullable=True))
    op.create_index("ix_discrepancy_slot", "discrepancy", ["slot"])
    op.add_column("decision", sa.Column("slot", sa.String(length=32), nullable=True))
    op.add_column("decision", sa.Column("seen", sa.JSON(), nullable=True))
    op.create_index("ix_decision_slot", "decision", ["slot"])


def downgrade() -> None:
    op.drop_index("ix_decision_slot", table_name="decision")
    op.drop_column("decision", "seen")
    op.drop_column("decision", "slot")
    op.drop_index("ix_discrepancy_slot", table_name="discrepancy")
    op.drop_column("discrepancy", "slot")
    op.drop_table("checked")
    op.drop_table("touched")
