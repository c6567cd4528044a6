"""Events that turned out to be other ones"""

import sqlalchemy as sa
from alembic import op

revision = "0007a"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("event", sa.Column("merged_into", sa.String(length=200), nullable=True))


def downgrade() -> None:
    op.drop_column("event", "merged_into")
