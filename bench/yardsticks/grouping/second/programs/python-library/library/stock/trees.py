# FAULT topic-cycle: a topic that is its own parent; two functions in turn.
def depth(topic):
    # @PAD@
    return 1 + parent_depth(topic)


def parent_depth(topic):
    l_parent = topic["parent"]
    return depth(l_parent) if l_parent else 0


# FAULT class-missing: a class was taken out of the tree; may lie at any depth.
def walk(tree, path):
    l_head, *l_rest = path
    # @PAD@
    l_below = tree[l_head]
    return walk(l_below, l_rest) if l_rest else l_below


# @PAD@
# FAULT share-week and share-month: two lambdas of one function, each with its own fault.
def shares(loans, weeks, months):
    l_week = lambda n: n / (weeks - 4)
    # @PAD@
    l_month = lambda n: n / (months - 3)
    return [l_week(n) for n in loans] if weeks == 4 else list(map(l_month, loans))


# FAULT pages-left: a generator over pages meets one without a number.
def pages(rows):
    for l_row in rows:
        # @PAD@
        yield int(l_row["n"]) + 1
