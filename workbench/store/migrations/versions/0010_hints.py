"""Hints of Label Studio: which tasks to look at"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "hint",
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("task", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["project_id"], ["project.id"], name=op.f("fk_hint_project_id")),
        sa.PrimaryKeyConstraint("project_id", "task", name=op.f("pk_hint")),
    )


def downgrade() -> None:
    op.drop_table("hint")
