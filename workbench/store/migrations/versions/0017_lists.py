"""Indices that give a page of a list in its order, and count it, without a look at each row"""

from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

# Name, table, columns before, columns now; None: there is no such index.
INDICES = (
    ("ix_discrepancy_rank", "discrepancy", ["rank", "id", "found_at"], ["rank", "id", "found_at", "state"]),
    (
        "ix_discrepancy_measure",
        "discrepancy",
        ["measure", "rank", "id"],
        ["measure", "rank", "id", "found_at", "state"],
    ),
    (
        "ix_discrepancy_event",
        "discrepancy",
        ["event_id", "rank", "id"],
        ["event_id", "rank", "id", "found_at", "state", "measure"],
    ),
    ("ix_claim_measure", "claim", ["measure"], ["measure", "id"]),
    ("ix_claim_event_id", "claim", ["event_id"], ["event_id", "id"]),
    ("ix_claim_population", "claim", None, ["population", "id"]),
    ("ix_claim_place", "claim", None, ["place", "id"]),
    ("ix_claim_origin", "claim", None, ["origin", "id"]),
    ("ix_claim_outlet", "claim", None, ["outlet", "id"]),
    ("ix_article_version_published", "article_version", None, ["current", "published_at", "article_id"]),
    ("ix_annotation_sentence_id", "annotation", ["sentence_id"], ["sentence_id", "deleted_at"]),
)


def upgrade() -> None:
    for name, table, before, now in INDICES:
        if before:
            op.drop_index(name, table)
        op.create_index(name, table, now)


def downgrade() -> None:
    for name, table, before, _ in reversed(INDICES):
        op.drop_index(name, table)
        if before:
            op.create_index(name, table, before)
