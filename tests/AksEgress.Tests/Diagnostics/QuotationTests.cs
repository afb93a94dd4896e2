using AksEgress.Diagnostics;

namespace AksEgress.Tests.Diagnostics;

/// <summary>What messages quote is shortened, what they say is not.</summary>
public sealed class QuotationTests
{
    private static readonly string _long = new string('a', 100) + new string('m', 1000) + new string('z', 100);

    [Fact]
    public void What_is_no_longer_than_a_host_is_quoted_in_full() => Assert.Equal(new string('a', 256), Quotation.Shorten(new string('a', 256)));

    [Fact]
    public void Of_a_long_text_both_ends_and_the_length_are_quoted() =>
        Assert.Equal($"{new string('a', 60)}…{new string('z', 20)} (1200 characters)", Quotation.Shorten(_long));

    [Fact]
    public void No_character_is_cut_in_two()
    {
        var text = "a" + string.Concat(Enumerable.Repeat("\U0001F600", 200)) + "z";

        Assert.All(Quotation.Shorten(text).EnumerateRunes(), rune => Assert.NotEqual('\uFFFD', (char)rune.Value));
    }

    [Fact]
    public void What_is_the_librarys_own_is_not_shortened() => Assert.Equal($"It says {_long}.", Quotation.Format($"It says {Quotation.Own(_long)}."));

    [Fact]
    public void A_part_of_a_message_is_kept_and_what_it_quotes_is_shortened()
    {
        FormattableString part = $"a long part {_long[..150]}{_long[..150]} that is the rule's own, about '{_long}'";

        Assert.Equal(
            $"It says: a long part {_long[..150]}{_long[..150]} that is the rule's own, about '{Quotation.Shorten(_long)}' 1.5 2027-01-31 .",
            Quotation.Format($"It says: {part} {1.5} {new DateOnly(2027, 1, 31):yyyy-MM-dd} {(string?)null}."));
    }
}
