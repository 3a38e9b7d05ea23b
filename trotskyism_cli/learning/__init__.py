"""Quiz and study sessions as state machines that print nothing, the log of answers, and what is computed from it.

`answering` asks questions and marks answers; each answer becomes a `review`. `recall` estimates from the reviews what a
learner knows, `record` stores both, `study` chooses what to ask, `progress` computes figures, and `sharing` exchanges
reviews with other machines and people. Output is the task of `screen`.
"""
