"""English verbs with irregular past forms, which no stemmer relates.

`leave` is missing because `left` mostly means the side.
"""

_VERBS = """
become became, begin began begun, break broke broken, bring brought, build built, buy bought, choose chose chosen,
come came, draw drew drawn, drive drove driven, fall fell fallen, fight fought, find found, flee fled,
forbid forbade forbidden, foresee foresaw foreseen, get got, give gave given, go went gone, grow grew grown,
hang hanged hung, hear heard, hide hid hidden, hold held, keep kept, know knew known, lead led, lose lost, make made,
mean meant, meet met, overthrow overthrew overthrown, pay paid, rise rose risen, say said, see saw seen, seek sought,
sell sold, send sent, shoot shot, sing sang sung, speak spoke spoken, spend spent, stand stood, steal stole stolen,
strike struck, swear swore sworn, take took taken, teach taught, tell told, think thought, understand understood,
win won, withdraw withdrew withdrawn, write wrote written
"""
OTHER_FORMS = {
    form: tuple(each for each in verb.split() if each != form) for verb in _VERBS.split(",") for form in verb.split()
}
"""The other forms of such a verb, by each of its forms."""
ALSO_VERBS = {"found", "fell", "saw"}
"""Past forms that are verbs of their own too: `did he found it`."""
