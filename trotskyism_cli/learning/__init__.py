"""One sitting of a quiz, as a state machine that prints nothing and reads no keys."""
