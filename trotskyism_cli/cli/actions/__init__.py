"""What each command says: a module of its name, whose `answer` finds and shows it, imported when it is run."""
