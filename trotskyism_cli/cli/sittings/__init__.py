"""What a quiz or a study session at this terminal needs: what is asked, how it is shown, where answers are kept.

`actions.quiz` and `actions.study` put it together; `start`, `stats` and cards ask it what is known.
"""
