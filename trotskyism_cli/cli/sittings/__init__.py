"""What a quiz or a study session at this terminal needs: what can be asked, the face it has, and where answers go.

`actions.quiz` and `actions.study` put it together; `start`, `stats` and the card of an entry ask it what is known.
"""
