"""What a sentence leaves out beside its year in the margin."""

import pytest

from trotskyism_cli.views.wording.margins import from_to, without_year, without_years_of_names


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("In 1926 the two joined.", "The two joined."),
        ("In November 1926 the two were expelled.", "In November the two were expelled."),
        ("In 1926 and 1927 the two led it.", "In 1926 and 1927 the two led it."),
        ("In November 1926 and in 1927 the two led it.", "In November 1926 and in 1927 the two led it."),
        ("In 1926–27 the two led it.", "In 1926–27 the two led it."),
        ("From 1926 the two led it.", "From then on the two led it."),
        ("From 1926, when it rained, the two led it.", "When it rained, the two led it."),
        ("From 1926 to 1928 the two led it.", "From 1926 to 1928 the two led it."),
        ("From 1926 to his death in 1928 he led it.", "From 1926 to his death in 1928 he led it."),
        (
            "From December 1926, after A, to March 1928 B led it.",
            "From December 1926, after A, to March 1928 B led it.",
        ),
        ("After A's death in January 1926 B lost it in May 1927.", "After A's death in January B lost it in May 1927."),
        ("After the strikes in January 1926 and 1927 B fell.", "After the strikes in January 1926 and 1927 B fell."),
        ("Show trial of August 1926 in Moscow against A.", "Show trial in August in Moscow against A."),
        ("In 1927 the two led it.", "In 1927 the two led it."),
        ("In his Testament (December 1926) he wrote.", "In his Testament (December) he wrote."),
        ("On 23 October 1926 (10 October Old Style) they met.", "On 23 October (10 October Old Style) they met."),
        ("They broke in 1926, and met.", "They broke, and met."),
        ("The end of A in November 1926 and of B in December.", "The end of A in November and of B in December."),
        ("He sat in Norway in the summer of 1926.", "He sat in Norway in the summer."),
        ("Early in 1926 it fell; in 1927 it rose.", "Early in the year it fell; in 1927 it rose."),
        (
            "At the end of 1926 he led the October Revolution of 1926.",
            "At the end of the year he led the October Revolution.",
        ),
        ("A came in 1926 and B in 1927.", "A came in 1926 and B in 1927."),
        ("From 1925–26, when he was ill, to 1928 they met.", "From 1925–26, when he was ill, to 1928 they met."),
        ("From the autumn of 1926 to January 1927.", "From the autumn of 1926 to January 1927."),
        ("The Revolution of 1926 and the 1920s in 1926.", "The Revolution of 1926 and the 1920s in 1926."),
        ("He said: “in May 1926 it fell”, in May 1926.", "He said: “in May 1926 it fell”, in May."),
        ("In a book, put together in 1926, he wrote.", "In a book, put together in 1926, he wrote."),
        ("The book published in 1926 says so.", "The book published in 1926 says so."),
        ("It was a party, founded in 1926, of ten.", "It was a party, founded in 1926, of ten."),
        ("It parted from A in 1926; B led it.", "It parted from A; B led it."),
        ("The Revolution of 1926 failed.", "The Revolution of 1926 failed."),
    ],
)
def test_the_year_is_left_out_where_nothing_else_is_dated(text: str, left: str) -> None:
    assert without_year(text, "1926") == left
    assert without_year(text, "") == text


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("From 1923 to 1929 he rose.", "1923–29"),
        ("From 1898 to his death in 1940 he fought.", "1898–1940"),
        ("From 1922–23, when he was ill, to 1925 they met.", "1922–25"),
        ("From 1923 he rose; they went to A in 1925.", ""),
        ("In 1923 he went to A in 1925.", ""),
    ],
)
def test_a_sentence_may_begin_with_the_years_of_what_went_on(text: str, years: str) -> None:
    assert from_to(text) == years


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("wrote Kronstadt 1921 in exile", "wrote Kronstadt in exile"),
        ("The 1953 split began with an open letter", "The 1953 split began with an open letter"),
        ("An 1898 congress met at Minsk", "An 1898 congress met at Minsk"),
        ("In 1921 it rose", "In 1921 it rose"),
    ],
)
def test_the_year_of_a_name_is_no_date(text: str, left: str) -> None:
    assert without_years_of_names(text) == left
