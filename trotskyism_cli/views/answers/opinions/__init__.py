"""Answer what was held, disputed or opposed, how two stand to one another, and what something is or says.

Each module answers one question; `shapes`, above, has an example of most.
"""
