"""What a quiz or a study session at this terminal needs: what can be asked, how it is shown, and where answers are kept.

`actions.quiz` and `actions.study` put it together; `start`, `stats` and cards ask it what is known.
"""
