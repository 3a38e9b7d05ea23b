"""Direct answers to free questions: a module for each thing that is asked, in packages by what it is asked of.

Begin with `direct_answer`. It tries the `shapes` of questions that are answered for sure, then `unsure`.
"""
