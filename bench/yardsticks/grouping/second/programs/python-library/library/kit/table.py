"""All statements pass here."""
import sqlite3

CONNECTION = sqlite3.connect(":memory:", check_same_thread=False)
CONNECTION.executescript("create table card (number text unique); create table copy (code text unique); create table fine (reader text not null)")


class Table:
    name = ""

    def write(self, **row):
        l_marks = ",".join("?" * len(row))
        # @PAD@
        return CONNECTION.execute(f"insert into {self.name} ({','.join(row)}) values ({l_marks})", list(row.values()))
