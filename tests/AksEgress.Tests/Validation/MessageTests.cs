using AksEgress.Tests.Infrastructure;

namespace AksEgress.Tests.Validation;

/// <summary>What users read. A change of <c>messages.verified.txt</c> is a change of what they see.</summary>
public sealed class MessageTests
{
    [Fact]
    public void Messages_of_the_wrong_examples_are_as_written_down() =>
        Snapshot.Match(
            string.Concat(HelpPageTests.CodesOfDocuments.Select(row => HelpPage.Read(row.Data)).Select(page => $"{page.FindingsIn(HelpPage.Complete(page.Wrong!)).Single()}\n")),
            Repository.PathOf("tests", "AksEgress.Tests", "Validation"),
            "messages.txt");
}
