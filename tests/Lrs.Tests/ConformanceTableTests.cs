using System.Text.RegularExpressions;

namespace Lrs.Tests;

/// <summary>docs/conformance.md names tests that exist, and leaves out no section, no trap and no requirement.</summary>
public sealed partial class ConformanceTableTests
{
    private const string NotYet = "—";

    // Sections of the specifications that say what a statement, a request or an answer must be.
    private const string Data =
        "2.2 2.3.1 2.3.2 2.4 2.4.1 2.4.2.1 2.4.2.2 2.4.2.3 2.4.2.4 2.4.3 2.4.4 2.4.4.1 2.4.4.2 2.4.4.3 2.4.5 2.4.5.1 2.4.6 2.4.6.1 2.4.6.2 "
        + "2.4.7 2.4.8 2.4.9 2.4.10 2.4.11 2.5 2.6 3.1 3.2 4.1 4.2 4.3 4.4 4.5 4.6 Appendix";

    private const string Communication =
        "1.1 1.2 1.3 1.4 1.5.1 1.5.2 2.0 2.1.1 2.1.2 2.1.3 2.1.4 2.2 2.3 2.4 2.5 2.6 2.7 2.8 3.0 3.1 3.2 3.3 4.0 4.1 4.2 5.0 Appendix";

    private const string Ieee =
        "4.1.1 4.1.3 4.1.4 4.1.5 4.1.6 4.1.6.1 4.1.7 4.1.9 4.2.1 4.2.2.3 4.2.2.5 4.2.4.1 4.2.4.2 4.2.4.3 4.2.6 4.2.7";

    private const int Traps = 97;

    // Sections with requirements whose tests are still to be named: to be crossed out one by one, until there is none.
    private static readonly string[] Open =
    [
        "Data 2.4.3 Verb",
        "Data 2.4.4.1 Activities, interactions and their components",
        "Data 2.5 Retrieval of statements",
        "Communication 2.1.3 GET Statements",
        "Communication 2.1.4 Voided statements",
        "Communication 2.4 Agents",
        "Communication 2.5 Activities",
        "Communication 4.2 Scopes",
        "IEEE 4.1.6 Resources",
        "IEEE 4.1.6.1 Statements",
        "Traps 4 Storing statements",
        "Traps 5 Voiding and references",
        "Traps 6 Querying",
        "Traps 10 Agents and Activities",
    ];

    private static readonly string Repository = ArchitectureTests.FindRepository();

    private static readonly List<Row> Rows = [.. Read(File.ReadLines(Path.Combine(Repository, "docs", "conformance.md")))];

    [Fact]
    public void Every_test_that_is_named_exists()
    {
        var tests = Directory.EnumerateFiles(Path.Combine(Repository, "tests"), "*.cs", SearchOption.AllDirectories).SelectMany(TestsIn).ToHashSet();
        Assert.Contains("ConformanceTableTests.Every_test_that_is_named_exists", tests);
        Assert.Empty(Rows.SelectMany(row => row.Tests).Except(tests));
    }

    [Fact]
    public void Every_row_has_a_test_or_says_why_it_needs_none()
    {
        Assert.All(Rows, row =>
        {
            Assert.Contains(row.Versions, new[] { "both", "1.0.3", "2.0" });
            Assert.True(
                row.Tests.Count > 0 || row.Cell is NotYet or "*client*" or "*optional*" or "*OAuth*" or "*not applicable*" or "*not followed*", row.Requirement);
        });
        // What is required cannot be optional.
        Assert.Empty(Rows.Where(row => row.Cell is "*optional*" or "*not followed*" && Required().IsMatch(row.Requirement)).Select(row => row.Requirement));
    }

    [Fact]
    public void No_requirement_is_without_a_test_but_in_the_open_sections() =>
        Assert.Equal(Open, Rows.Where(row => row.Cell == NotYet).Select(row => row.Section).Distinct());

    [Theory]
    [InlineData("Data", Data)]
    [InlineData("Communication", Communication)]
    [InlineData("IEEE", Ieee)]
    public void Every_section_of_the_specification_is_there(string part, string sections) => Assert.Equal(
        sections.Split(' '),
        Rows.Select(row => row.Section.Split(' ')).Where(section => section[0] == part).Select(section => section[1]).Distinct());

    [Fact]
    public void Every_trap_is_there_once() => Assert.Equal(
        Enumerable.Range(1, Traps).Select(number => $"T{number:00}"),
        Rows.Where(row => row.Section.StartsWith("Traps ", StringComparison.Ordinal)).Select(row => row.Requirement[..3]));

    [Fact]
    public void No_requirement_is_there_twice_in_its_section() =>
        Assert.Equal(Rows.Count, Rows.Select(row => (row.Section, row.Requirement)).Distinct().Count());

    private static IEnumerable<Row> Read(IEnumerable<string> lines)
    {
        var section = "";
        foreach (var line in lines)
        {
            if (line.StartsWith("### ", StringComparison.Ordinal))
                section = line[4..];
            if (line.Split(" | ") is not [var requirement, var versions, var cell] || section.Length == 0 || requirement == "| Requirement")
                continue;
            cell = cell.TrimEnd(' ', '|');
            yield return new Row(section, requirement[2..], versions, cell, [.. Test().Matches(cell).Select(match => match.Groups[1].Value)]);
        }
    }

    // By the text of the sources: this assembly does not see the tests of the others.
    private static IEnumerable<string> TestsIn(string file)
    {
        var isTest = false;
        foreach (var line in File.ReadLines(file))
        {
            isTest |= Attribute().IsMatch(line);
            if (!isTest || Method().Match(line) is not { Success: true } method)
                continue;
            isTest = false;
            yield return $"{Path.GetFileNameWithoutExtension(file)}.{method.Groups[1].Value}";
        }
    }

    private sealed record Row(string Section, string Requirement, string Versions, string Cell, IReadOnlyList<string> Tests);

    [GeneratedRegex("`([A-Za-z0-9]+\\.[A-Za-z0-9_]+)`")]
    private static partial Regex Test();

    [GeneratedRegex(@"^ +\[(Skippable)?(Fact|Theory|Property)\b")]
    private static partial Regex Attribute();

    [GeneratedRegex(@"^ +public (?:async )?\w+ (\w+)\(")]
    private static partial Regex Method();

    [GeneratedRegex("MUST|SHALL")]
    private static partial Regex Required();
}
