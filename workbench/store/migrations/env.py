"""Runs migrations on the connection that store/schema.py hands over."""

from alembic import context

from workbench.store.rows import Row

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=Row.metadata, render_as_batch=True)
context.run_migrations()
