"""The day of a claim, for figures over time"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

DAY = {
    "sqlite": "COALESCE(json_extract(body, '$.as_of.last'), json_extract(body, '$.published_at'))",
    "postgresql": "CAST(COALESCE(body->'as_of'->>'last', body->>'published_at') AS date)",
}


def upgrade() -> None:
    op.add_column("claim", sa.Column("day", sa.Date(), nullable=True))
    op.execute(f"UPDATE claim SET day = {DAY[op.get_bind().dialect.name]}")
    op.create_index("ix_claim_series", "claim", ["event_id", "measure", "population", "place", "day"])


def downgrade() -> None:
    op.drop_index("ix_claim_series", "claim")
    op.drop_column("claim", "day")
