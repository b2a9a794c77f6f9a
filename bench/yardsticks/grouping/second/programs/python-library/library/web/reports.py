from library.kit.around import section


class Report:
    def __init__(self, rows):
        self.rows = rows

    def write(self):
        with section("report"):
            # @PAD@
            return "\n".join([self.head()] + [self.line(r) for r in self.rows])

    # FAULT report-head: a report without rows; both kinds of report begin with it.
    def head(self):
        l_first = self.rows[0]
        return str(l_first)


class LoanReport(Report):
    # FAULT loan-line: loans by hand have no reader.
    def line(self, row):
        # @PAD@
        return row["reader"] + ";" + row["title"]


class DamageReport(Report):
    # FAULT damage-line: damages found on the shelf have no reader.
    def line(self, row):
        l_who = row["reader"]
        return l_who.upper()
