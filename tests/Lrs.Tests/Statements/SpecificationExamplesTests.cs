using System.Text.Json;
using static Lrs.Tests.Statements.Parsing;

namespace Lrs.Tests.Statements;

/// <summary>
/// Every statement that the specification of 1.0.3 gives as an example (ADL, Apache License 2.0), by its section; what is only a part
/// of one there is put into the smallest statement that can hold it.
/// </summary>
public class SpecificationExamplesTests
{
    private static readonly Dictionary<string, JsonElement> Examples = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fixtures", "xapi-1.0.3", "examples.json")))!;

    public static TheoryData<string> Sections { get; } = [.. Examples.Keys];

    [Theory]
    [MemberData(nameof(Sections))]
    public void Are_accepted_in_both_versions(string section)
    {
        Accepts(Examples[section].GetRawText());
        Accepts(Examples[section].GetRawText(), "2.0.0");
    }
}
