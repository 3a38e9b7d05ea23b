"""Everyday English words: they are not corrected to another word even if the book lacks them."""

from trotskyism_cli.library.words.adjectives import ADJECTIVES

_VERBS = """
accept achieve act add admire admit adopt advise afford agree aim allow announce annoy apologise appeal apply approach
argue arrange ask attempt avoid bake bathe beg behave believe belong bet betray blame bless boast boil borrow bother bow
breathe burn bury call cancel care carry catch celebrate chase cheat check cheer clean climb collect complain confuse
cook copy count cover crash cry cure dance dare deal debate deceive decorate delay deliver deny depend deserve dine
disappear dislike divorce doubt dream dress drink drown earn eat educate embrace employ enjoy envy escape excuse exist
expect explore fail fear feed feel fill fire fish fix float fold forget forgive greet guess guide hate hire hope hug
hunt hurry ignore imagine impress inherit inspire insult invest invite joke judge jump kick kiss knit laugh lend lie
like listen love marry match memorise mention mind miss mock mourn move nominate notice obey offer open owe own pack
paint pass pause perform permit phone pick plan plant play please point poison possess pour practise praise pray prefer
prepare present pretend prevent print promise protect prove pull push quarrel raise reach read recall recover reduce
refuse regret reign relax rely remember rent repair repeat reply rescue respect rest retire reveal rob ruin sail save
scare search serve share shout sleep smile smoke sneeze solve spare spell spoil spy stab stare stay steal stop study
suffer suggest surprise survive suspect swim tease thank threaten tidy touch train translate travel treat trust try
twist visit vote wait wake walk warn wash waste wear weep whisper wish wonder worry
"""
_NOUNS = """
actor age airport animal answer apple aunt baby bank beard bed beer bicycle bird birthday boat body bottle boy bread
breakfast bride bridge brother cake camera car castle cat chess child church cinema class clock clothes coat coffee
colour computer cousin cup daughter dentist desk diet dinner doctor dog donkey door engine eye face family farmer
fashion father favourite fiancee film finger flower food football friend fruit funeral game garden girl glasses gold
granddaughter grandfather grandmother grandson grave guest gun hair hat health height hobby holiday horse hospital
husband illness income internet jacket job judge juice key king kitchen lawyer lover luck lunch lunchtime magic mail
marriage meal medal milk mirror money moustache mouth movie museum music nanny neighbour nephew niece nobel noise nurse
ocean orphan palace parent party passport pension pet phone piano picture pilot pizza plane planet poem poet pope
portrait pregnant priest prince princess prize professor queen rabbit radio rain recipe religion restaurant ring river
robot salary school scientist shoe shop singer sister sleep snow soldier song soup sport stamp statue stepson storm
student suit summer surgeon table tea teacher teeth telephone television tennis tomb toy trip twin umbrella uncle
vegetarian village violin voice wallet wedding weight widow wife wine winter wives woman zoo
"""
_OTHERS = """
afraid alive angry awake beautiful bored brave busy cheap clever cold cool cruel deaf drunk dumb evil fair famous fast
fat funny gay gentle glad good great handsome happy heavy honest hot humble hungry ill jealous kind lazy lonely loud
lucky mad mean modern naked nasty nice old polite poor pretty proud quick quiet rich rude sad selfish shy sick silly
slim slow smart strange stupid sweet tall thirsty tired ugly weird wise wonderful wrong young
"""
_WORDS = frozenset(f"{_VERBS} {_NOUNS} {_OTHERS}".split())


def is_everyday(word: str) -> bool:
    """Return whether a plain word is an everyday one, an inflection of one (`married`) or a country.

    Countries are included so that Greece is not taken for Greene.
    """
    if word in ADJECTIVES:
        return True
    stems = (word, *(word.removesuffix(ending) for ending in ("s", "es", "d", "ed", "ing", "er")))
    stems += tuple(f"{stem}e" for stem in stems) + tuple(f"{stem.removesuffix('i')}y" for stem in stems)
    return not _WORDS.isdisjoint(stems)
