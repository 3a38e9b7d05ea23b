"""The days that a sentence writes out."""

import pytest

from trotskyism_cli.library.compiled.days_in_sentences import days_written


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("From 3 April 1922 he led the union.", ["1922-04-03"]),
        ("On 10 February 1918 (28 January Old Style) the war ended.", ["1918-02-10 NS"]),
        ("It met from 8 to 16 March 1921.", ["1921-03-08/1921-03-16"]),
        ("It met from 30 July to 23 August 1903 (17 July to 10 August Old Style).", ["1903-07-30/1903-08-23 NS"]),
        ("On the night of 7–8 November 1917 it fell.", ["1917-11-07/1917-11-08"]),
        ("They came on 25 or 26 March 1917.", ["1917-03-25/1917-03-26"]),
        ("It was dictated between 23 December 1922 and 4 January 1923.", ["1922-12-23/1923-01-04"]),
        ("The war lasted from 28 July 1914 to 11 November 1918.", ["1914-07-28", "1918-11-11"]),
        ("Strikes were held on 3 April 1922 and 9 May 1923.", ["1922-04-03", "1923-05-09"]),
        ("The rising of 1952 began on 9 April, in La Paz.", ["1952-04-09"]),
        ("In his book (1925) he wrote of a rising on 9 April.", []),  # of no year that is known
        ("The printer, born in Kazan on 9 October 1888, led the union.", []),
        ("The printer (9 October 1888 – 3 May 1940) led the union.", []),
        ("They had parted before 9 October 1888.", []),
        ("It is called the coup of 3 June (Old Style) of 1907.", []),
        ("There was no 30 February 1917.", []),
    ],
)
def test_a_sentence_tells_of_the_days_that_it_writes_out(text: str, days: list[str]) -> None:
    assert [each.text for each in days_written(text)] == days
