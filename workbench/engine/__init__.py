"""Tables of claims too long for Python: read, narrowed and fetched by DuckDB in the process, or by Spark."""
