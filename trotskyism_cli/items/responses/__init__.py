"""Ways to answer other than choosing one option: each module makes items of one response from the same questions."""
