"""Answer free questions directly: a module for each kind of question, in packages by subject.

Begin with `direct_answer`. It tries the sure `shapes` of questions first, then `unsure`.
"""
