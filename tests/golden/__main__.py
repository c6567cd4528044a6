"""Writes the kept files anew."""

from tests.golden.release import HERE, made

for name, content in made().items():
    (HERE / name).write_bytes(content)
    print(f"written: {HERE / name}")
