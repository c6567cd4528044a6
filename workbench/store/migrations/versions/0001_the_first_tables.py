"""The first tables"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "article",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("file", sa.Text(), nullable=True),
        sa.Column("ingested_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article")),
    )
    op.create_table(
        "decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fingerprint", sa.String(length=32), nullable=False),
        sa.Column("live", sa.Boolean(), nullable=False),
        sa.Column("outcome", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.String(length=40), nullable=False),
        sa.Column("reviewer", sa.Text(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("low", sa.BigInteger(), nullable=True),
        sa.Column("high", sa.BigInteger(), nullable=True),
        sa.Column("as_of", sa.String(length=60), nullable=True),
        sa.Column("claim_id", sa.String(length=32), nullable=True),
        sa.Column("confidence", sa.String(length=10), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
    )
    with op.batch_alter_table("decision", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_decision_fingerprint"), ["fingerprint"], unique=False)
        batch_op.create_index(
            "ix_decision_live",
            ["fingerprint"],
            unique=True,
            sqlite_where=sa.text("live"),
            postgresql_where=sa.text("live"),
        )

    op.create_table(
        "discrepancy",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("class", sa.String(length=40), nullable=False),
        sa.Column("severity", sa.BigInteger(), nullable=False),
        sa.Column("rule", sa.String(length=60), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("found_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_discrepancy")),
    )
    with op.batch_alter_table("discrepancy", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_discrepancy_class"), ["class"], unique=False)
        batch_op.create_index(batch_op.f("ix_discrepancy_severity"), ["severity"], unique=False)

    op.create_table(
        "event",
        sa.Column("id", sa.String(length=200), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("start", sa.Date(), nullable=False),
        sa.Column("end", sa.Date(), nullable=True),
        sa.Column("places", sa.JSON(), nullable=False),
        sa.Column("aliases", sa.JSON(), nullable=False),
        sa.Column("populations", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
    )
    op.create_table(
        "project",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("server", sa.Text(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("pulled_to", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project")),
        sa.UniqueConstraint("server", "number", name=op.f("uq_project_server_number")),
    )
    op.create_table(
        "article_version",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("article_id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=False),
        sa.Column("published_at", sa.Date(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("language", sa.String(length=35), nullable=False),
        sa.Column("event_id", sa.String(length=200), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("suggester", sa.String(length=100), nullable=True),
        sa.Column("ingested_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_article_version_article_id")),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_article_version_event_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article_version")),
        sa.UniqueConstraint("article_id", "number", name=op.f("uq_article_version_article_id_number")),
    )
    with op.batch_alter_table("article_version", schema=None) as batch_op:
        batch_op.create_index(
            "ix_article_version_current",
            ["article_id"],
            unique=True,
            sqlite_where=sa.text("current"),
            postgresql_where=sa.text("current"),
        )

    op.create_table(
        "discrepancy_claim",
        sa.Column("discrepancy_id", sa.String(length=32), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("claim_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["discrepancy_id"],
            ["discrepancy.id"],
            name=op.f("fk_discrepancy_claim_discrepancy_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("discrepancy_id", "position", name=op.f("pk_discrepancy_claim")),
    )
    with op.batch_alter_table("discrepancy_claim", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_discrepancy_claim_claim_id"), ["claim_id"], unique=False)

    op.create_table(
        "reference_count",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("event_id", sa.String(length=200), nullable=False),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("population", sa.Text(), nullable=True),
        sa.Column("measure", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.Column("reported", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_reference_count_event_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reference_count")),
    )
    with op.batch_alter_table("reference_count", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_reference_count_event_id"), ["event_id"], unique=False)

    op.create_table(
        "sentence",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("article_id", sa.String(length=32), nullable=False),
        sa.Column("start", sa.BigInteger(), nullable=False),
        sa.Column("end", sa.BigInteger(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_sentence_article_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sentence")),
    )
    with op.batch_alter_table("sentence", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sentence_article_id"), ["article_id"], unique=False)

    op.create_table(
        "annotation",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("sentence_id", sa.String(length=32), nullable=False),
        sa.Column("annotator", sa.Text(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("cancelled", sa.Boolean(), nullable=False),
        sa.Column("ground_truth", sa.Boolean(), nullable=False),
        sa.Column("lead_time", sa.Double(), nullable=True),
        sa.Column("regions", sa.JSON(), nullable=False),
        sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["project_id"], ["project.id"], name=op.f("fk_annotation_project_id")),
        sa.ForeignKeyConstraint(["sentence_id"], ["sentence.id"], name=op.f("fk_annotation_sentence_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_annotation")),
    )
    with op.batch_alter_table("annotation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_annotation_sentence_id"), ["sentence_id"], unique=False)

    op.create_table(
        "task",
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("sentence_id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=True),
        sa.Column("pushed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["project_id"], ["project.id"], name=op.f("fk_task_project_id")),
        sa.ForeignKeyConstraint(["sentence_id"], ["sentence.id"], name=op.f("fk_task_sentence_id")),
        sa.PrimaryKeyConstraint("project_id", "sentence_id", name=op.f("pk_task")),
    )
    op.create_table(
        "version_sentence",
        sa.Column("version_id", sa.String(length=32), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("sentence_id", sa.String(length=32), nullable=False),
        sa.Column("suggestions", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(
            ["sentence_id"], ["sentence.id"], name=op.f("fk_version_sentence_sentence_id")
        ),
        sa.ForeignKeyConstraint(
            ["version_id"], ["article_version.id"], name=op.f("fk_version_sentence_version_id")
        ),
        sa.PrimaryKeyConstraint("version_id", "position", name=op.f("pk_version_sentence")),
    )
    with op.batch_alter_table("version_sentence", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_version_sentence_sentence_id"), ["sentence_id"], unique=False)

    op.create_table(
        "claim",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("annotation_id", sa.String(length=32), nullable=False),
        sa.Column("sentence_id", sa.String(length=32), nullable=False),
        sa.Column("article_id", sa.String(length=32), nullable=False),
        sa.Column("chosen", sa.Boolean(), nullable=False),
        sa.Column("measure", sa.Text(), nullable=False),
        sa.Column("event_id", sa.Text(), nullable=True),
        sa.Column("population", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("origin", sa.Text(), nullable=True),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("value", sa.BigInteger(), nullable=True),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["annotation_id"], ["annotation.id"], name=op.f("fk_claim_annotation_id")),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=op.f("fk_claim_article_id")),
        sa.ForeignKeyConstraint(["sentence_id"], ["sentence.id"], name=op.f("fk_claim_sentence_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim")),
    )
    with op.batch_alter_table("claim", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_claim_article_id"), ["article_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_claim_event_id"), ["event_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_claim_measure"), ["measure"], unique=False)
        batch_op.create_index(batch_op.f("ix_claim_sentence_id"), ["sentence_id"], unique=False)

    op.create_table(
        "unreadable",
        sa.Column("annotation_id", sa.String(length=32), nullable=False),
        sa.Column("region", sa.String(length=200), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["annotation_id"], ["annotation.id"], name=op.f("fk_unreadable_annotation_id")
        ),
        sa.PrimaryKeyConstraint("annotation_id", "region", name=op.f("pk_unreadable")),
    )


def downgrade() -> None:
    op.drop_table("unreadable")
    with op.batch_alter_table("claim", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_claim_sentence_id"))
        batch_op.drop_index(batch_op.f("ix_claim_measure"))
        batch_op.drop_index(batch_op.f("ix_claim_event_id"))
        batch_op.drop_index(batch_op.f("ix_claim_article_id"))

    op.drop_table("claim")
    with op.batch_alter_table("version_sentence", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_version_sentence_sentence_id"))

    op.drop_table("version_sentence")
    op.drop_table("task")
    with op.batch_alter_table("annotation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_annotation_sentence_id"))

    op.drop_table("annotation")
    with op.batch_alter_table("sentence", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sentence_article_id"))

    op.drop_table("sentence")
    with op.batch_alter_table("reference_count", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_reference_count_event_id"))

    op.drop_table("reference_count")
    with op.batch_alter_table("discrepancy_claim", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_discrepancy_claim_claim_id"))

    op.drop_table("discrepancy_claim")
    with op.batch_alter_table("article_version", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_article_version_current", sqlite_where=sa.text("current"), postgresql_where=sa.text("current")
        )

    op.drop_table("article_version")
    op.drop_table("project")
    op.drop_table("event")
    with op.batch_alter_table("discrepancy", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_discrepancy_severity"))
        batch_op.drop_index(batch_op.f("ix_discrepancy_class"))

    op.drop_table("discrepancy")
    with op.batch_alter_table("decision", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_decision_live", sqlite_where=sa.text("live"), postgresql_where=sa.text("live")
        )
        batch_op.drop_index(batch_op.f("ix_decision_fingerprint"))

    op.drop_table("decision")
    op.drop_table("article")
