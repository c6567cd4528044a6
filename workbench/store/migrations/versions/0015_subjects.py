"""Accounts of an OpenID Connect provider"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("account", sa.Column("issuer", sa.Text(), nullable=True))
    op.add_column("account", sa.Column("subject", sa.String(length=255), nullable=True))
    op.create_index("ix_account_subject", "account", ["issuer", "subject"], unique=True)


def downgrade() -> None:
    op.drop_index("ix_account_subject", "account")
    op.drop_column("account", "subject")
    op.drop_column("account", "issuer")
