"""The queue of discrepancies"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

INDICES = {
    "ix_discrepancy_todo": ["todo", "rank", "id", "found_at"],
    "ix_discrepancy_state": ["state", "rank", "id", "found_at"],
    "ix_discrepancy_rank": ["rank", "id", "found_at"],
    "ix_discrepancy_measure": ["measure", "rank", "id"],
    "ix_discrepancy_event": ["event_id", "rank", "id"],
}
CLASSES = (
    "hard_conflict attribution_mismatch internal_contradiction subset_violation sum_mismatch drop outlier "
    "tension definition_mismatch revision phase_reset growth change stale not_testable echo "
    "annotator_disagreement"
).split()
LIVE = "SELECT outcome FROM decision WHERE decision.fingerprint = discrepancy.id AND decision.live"
UNSETTLED = "'annotation_error', 'needs_evidence', 'escalate'"
FIRST = (
    "(SELECT {table}.{column} FROM {table} JOIN discrepancy_claim ON discrepancy_claim.claim_id = {table}.id "
    "WHERE discrepancy_claim.discrepancy_id = discrepancy.id AND discrepancy_claim.position = 0)"
)
VOICES = (
    "INSERT INTO discrepancy_voice (kind, name, discrepancy_id) "
    "SELECT DISTINCT '{kind}', {name}, discrepancy_claim.discrepancy_id FROM discrepancy_claim "
    "JOIN {table} ON {table}.id = discrepancy_claim.claim_id WHERE {name} IS NOT NULL{but}"
)


def upgrade() -> None:
    # Never in a batch: it would make the table anew, and dropping the old one deletes what hangs on it.
    op.add_column("discrepancy", sa.Column("rank", sa.BigInteger(), nullable=False, server_default="0"))
    op.add_column("discrepancy", sa.Column("state", sa.String(20), nullable=False, server_default="open"))
    op.add_column("discrepancy", sa.Column("todo", sa.Boolean(), nullable=False, server_default=sa.true()))
    op.add_column("discrepancy", sa.Column("measure", sa.Text(), nullable=True))
    op.add_column("discrepancy", sa.Column("event_id", sa.Text(), nullable=True))
    op.create_table(
        "discrepancy_voice",
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("discrepancy_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["discrepancy_id"],
            ["discrepancy.id"],
            name=op.f("fk_discrepancy_voice_discrepancy_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("kind", "name", "discrepancy_id", name=op.f("pk_discrepancy_voice")),
    )
    op.create_index("ix_discrepancy_voice_discrepancy_id", "discrepancy_voice", ["discrepancy_id"])
    op.create_table(
        "assignment",
        sa.Column("fingerprint", sa.String(length=32), nullable=False),
        sa.Column("reviewer", sa.Text(), nullable=False),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("fingerprint", name=op.f("pk_assignment")),
    )
    op.create_index("ix_assignment_reviewer", "assignment", ["reviewer"])
    op.create_index("ix_task_sentence_id", "task", ["sentence_id"])
    _fill()
    for name, columns in INDICES.items():
        op.create_index(name, "discrepancy", columns)


def _fill() -> None:
    """What was found before gets its place in the queue."""
    places = " ".join(f"WHEN '{name}' THEN {place}" for place, name in enumerate(CLASSES))
    op.execute(f"UPDATE discrepancy SET rank = (3 - severity) * 100 + CASE class {places} ELSE 99 END")
    op.execute(
        f"UPDATE discrepancy SET state = CASE "
        f"WHEN ({LIVE}) NOT IN ({UNSETTLED}) THEN 'resolved' WHEN severity = 0 THEN 'note' "
        f"WHEN ({LIVE}) IS NOT NULL THEN 'help_needed' ELSE 'open' END"
    )
    op.execute("UPDATE discrepancy SET todo = (state IN ('open', 'help_needed'))")
    for column in ("measure", "event_id"):
        claim, count = (FIRST.format(table=table, column=column) for table in ("claim", "reference_count"))
        op.execute(f"UPDATE discrepancy SET {column} = COALESCE({claim}, {count})")
    for kind, table, name in (
        ("outlet", "claim", "claim.outlet"),
        ("origin", "claim", "COALESCE(claim.origin, claim.outlet)"),
        ("origin", "reference_count", "reference_count.origin"),
    ):
        known = (
            f" AND NOT EXISTS (SELECT 1 FROM discrepancy_voice v WHERE v.kind = '{kind}' AND v.name = {name} "
            "AND v.discrepancy_id = discrepancy_claim.discrepancy_id)"
        )
        op.execute(VOICES.format(kind=kind, table=table, name=name, but=known))


def downgrade() -> None:
    op.drop_index("ix_task_sentence_id", "task")
    op.drop_table("assignment")
    op.drop_table("discrepancy_voice")
    for name in INDICES:
        op.drop_index(name, "discrepancy")
    for column in ("event_id", "measure", "todo", "state", "rank"):
        op.drop_column("discrepancy", column)
