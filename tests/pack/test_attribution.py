"""Whose words a quotation is."""

from trotskyism_cli.pack.attribution import attribution_of
from trotskyism_cli.pack.pack import Pack


def test_what_several_wrote_together_is_said_by_all_of_them(built_in: Pack) -> None:
    address = built_in.quotes["quote-own-revolutionary-workers-governments"]
    own = next(each for each in built_in.quotes.values() if each.work == "results-and-prospects")

    assert attribution_of(built_in, address).startswith(
        "Karl Marx and Friedrich Engels, Address of the Central Committee"
    )
    assert attribution_of(built_in, address._replace(speaker="engels")) == attribution_of(built_in, address)
    assert attribution_of(built_in, address._replace(speaker="trotsky")).startswith("Leon Trotsky, ")
    assert attribution_of(built_in, own) == "Leon Trotsky, Results and Prospects, 1906"
