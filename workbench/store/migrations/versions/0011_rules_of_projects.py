"""Rules of projects: which sentences belong in which"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("project", sa.Column("event_id", sa.String(length=200), nullable=True))
    op.add_column("project", sa.Column("language", sa.String(length=35), nullable=True))


def downgrade() -> None:
    op.drop_column("project", "language")
    op.drop_column("project", "event_id")
