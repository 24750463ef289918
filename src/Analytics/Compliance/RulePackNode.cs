using System.Globalization;
using NodaTime;
using NodaTime.Text;
using YamlDotNet.RepresentationModel;

namespace Analytics.Compliance;

/// <summary>A place in a rule pack's file that knows its line, so that every refusal can name it.</summary>
internal sealed class RulePackNode(string file, YamlNode node)
{
    private const string DateForm = "a date, YYYY-MM-DD";
    private const decimal Largest = 1_000;

    private static readonly LocalDatePattern DatePattern = LocalDatePattern.Iso;

    private string Shown => node switch
    {
        YamlScalarNode { Value: { Length: > 0 } value } => $"'{value}'",
        YamlScalarNode => "nothing",
        _ => node.NodeType.ToString().ToLowerInvariant(),
    };

    public RulePackException Refuse(string expected) => new(file, node.Start.Line, expected, Shown);

    public RulePackNode Required(string key, string expected) =>
        Optional(key) ?? throw new RulePackException(file, node.Start.Line, $"'{key}': {expected}", "no such key");

    /// <summary>Null for a key that is absent or has no value.</summary>
    public RulePackNode? Optional(string key)
    {
        var found = Mapping().Children.FirstOrDefault(pair => pair.Key is YamlScalarNode name && name.Value == key).Value;
        return found is null or YamlScalarNode { Value: null or "" } ? null : new RulePackNode(file, found);
    }

    public void AllowOnly(params string[] keys)
    {
        foreach (var (key, _) in Mapping().Children)
            if (key is not YamlScalarNode { Value: { } name } || !keys.Contains(name))
                throw new RulePackNode(file, key).Refuse($"one of {string.Join(", ", keys)}");
    }

    public IEnumerable<(string Key, RulePackNode Value)> Entries() =>
        Mapping().Children.Select(pair => (new RulePackNode(file, pair.Key).Text("a name"), new RulePackNode(file, pair.Value)));

    public IEnumerable<RulePackNode> Items() =>
        node is YamlSequenceNode list ? list.Children.Select(child => new RulePackNode(file, child)) : throw Refuse("a list");

    public string Text(string expected) => node is YamlScalarNode { Value: { Length: > 0 } value } ? value : throw Refuse(expected);

    /// <summary>From 0 to <see cref="Largest"/>.</summary>
    public decimal Number(string expected) =>
        decimal.TryParse(Text(expected), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value <= Largest
            ? value
            : throw Refuse($"{expected} from 0 to {Largest}");

    /// <summary>Hours that sums are compared with and cut to, which have one decimal place.</summary>
    public decimal Hours(string expected)
    {
        var hours = Number(expected);
        return Jp.Round(hours) == hours ? hours : throw Refuse($"{expected} with at most one decimal place");
    }

    public string Iri(string expected)
    {
        var text = Text(expected);
        return text.Split(':', 2) is [{ Length: > 0 } scheme, { Length: > 0 }] && scheme.All(IsOfScheme) && !text.Any(char.IsWhiteSpace)
            ? text
            : throw Refuse($"{expected} with its scheme, such as https:");
    }

    public int Whole(string expected) =>
        int.TryParse(Text(expected), NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0
            ? value
            : throw Refuse(expected);

    public LocalDate Date() => DatePattern.Parse(Text(DateForm)) is { Success: true } parsed ? parsed.Value : throw Refuse(DateForm);

    public T OneOf<T>(IReadOnlyDictionary<string, T> values)
    {
        var expected = $"one of {string.Join(", ", values.Keys)}";
        return values.TryGetValue(Text(expected), out var value) ? value : throw Refuse(expected);
    }

    private static bool IsOfScheme(char c) => char.IsAsciiLetterOrDigit(c) || c is '+' or '-' or '.';

    private YamlMappingNode Mapping() => node as YamlMappingNode ?? throw Refuse("keys with values");
}
