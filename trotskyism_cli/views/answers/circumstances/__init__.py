"""Answer how, why, where, how long and how many: for events, and for those who parted.

Each module answers one question; `shapes`, above, has an example of most.
"""
