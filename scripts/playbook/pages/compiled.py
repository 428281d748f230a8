"""Templates as they were compiled before, so that only those that changed are compiled again."""

from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from playbook.kept import KEPT, engine, write


class Compiled(BytecodeCache):
    """Keeps the code of each template, which Jinja compares with its text, for as long as the engine is the same."""

    def __init__(self, root: Path) -> None:
        self.folder = root / KEPT / "templates"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket with what is kept, if it is of this engine."""
        try:
            there = (self.folder / bucket.key).read_bytes()
        except OSError:
            return
        if there.startswith(engine()):
            bucket.bytecode_from_string(there[len(engine()) :])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what is in a bucket."""
        write(self.folder / bucket.key, engine() + bucket.bytecode_to_string())
