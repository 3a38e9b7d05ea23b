"""English adjectives of countries, which may stand for the country: `Russian communal land`."""

_NAMES = """
america american, argentina argentine, australia australian, austria austrian, belgium belgian, bolivia bolivian,
brazil brazilian, britain british, bulgaria bulgarian, canada canadian, ceylon ceylonese, chile chilean, china chinese,
cuba cuban, czechoslovakia czechoslovak, denmark danish, england english, europe european, finland finnish,
france french, georgia georgian, germany german, greece greek, hungary hungarian, india indian, indochina indochinese,
ireland irish, italy italian, japan japanese, mexico mexican, netherlands dutch, norway norwegian, poland polish,
portugal portuguese, romania romanian, russia russian, scotland scottish, spain spanish, sweden swedish,
switzerland swiss, turkey turkish, ukraine ukrainian, vietnam vietnamese, yugoslavia yugoslav
"""
_WORDS = _NAMES.replace(",", " ").split()
ADJECTIVES = dict(zip(_WORDS[::2], _WORDS[1::2], strict=True))
"""Adjective of each country, by its plain name."""
