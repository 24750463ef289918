using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Analytics.Compliance.Transcript;

/// <summary>The same text in both languages of the system.</summary>
public sealed record Bilingual(string Id, string En);

/// <summary>What codes are called and why hours are cut, from <c>LearningTexts.yaml</c>: the one source of these words.</summary>
public sealed class LearningTexts
{
    private const string Unknown = "unknown";

    private readonly File _file;

    private LearningTexts(File file) => _file = file;

    public static LearningTexts Default { get; } = Load();

    /// <summary>A form this file does not know is called by its code: rule packs may add some.</summary>
    public Bilingual Form(string code) => NameOf(_file.Forms, code);

    internal Bilingual Level(string code) => NameOf(_file.Levels, code);

    internal bool Knows(string rule) => rule != Unknown && _file.Rules.ContainsKey(rule);

    /// <summary>The sentence and the law of a rule, with the blanks filled; a blank without a value makes it the sentence of no known rule.</summary>
    internal (Bilingual Sentence, Bilingual LegalBasis) Explain(string rule, IReadOnlyDictionary<string, Bilingual> values)
    {
        var texts = Knows(rule) && values.Keys.ToHashSet().IsSupersetOf(BlanksOf(_file.Rules[rule])) ? _file.Rules[rule] : _file.Rules[Unknown];
        return (Fill(texts.Sentence, values), Fill(texts.LegalBasis, values));
    }

    private static IEnumerable<string> BlanksOf(Rule rule) =>
        new[] { rule.Sentence.Id, rule.LegalBasis.Id }.SelectMany(text => text.Split('{').Skip(1).Select(part => part[..part.IndexOf('}', StringComparison.Ordinal)]));

    private static Bilingual Fill(Text text, IReadOnlyDictionary<string, Bilingual> values) => new(
        values.Aggregate(text.Id, (filled, value) => filled.Replace($"{{{value.Key}}}", value.Value.Id, StringComparison.Ordinal)),
        values.Aggregate(text.En, (filled, value) => filled.Replace($"{{{value.Key}}}", value.Value.En, StringComparison.Ordinal)));

    private static Bilingual NameOf(Dictionary<string, Text> names, string code) =>
        names.TryGetValue(code, out var name) ? new Bilingual(name.Id, name.En) : new Bilingual(code, code);

    private static LearningTexts Load()
    {
        var type = typeof(LearningTexts);
        using var reader = new StreamReader(type.Assembly.GetManifestResourceStream($"{type.FullName}.yaml")!);
        return new LearningTexts(new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build().Deserialize<File>(reader));
    }

    private sealed record File
    {
        public Dictionary<string, Text> Forms { get; init; } = [];

        public Dictionary<string, Text> Levels { get; init; } = [];

        public Dictionary<string, Rule> Rules { get; init; } = [];
    }

    private sealed record Text
    {
        public string Id { get; init; } = "";

        public string En { get; init; } = "";
    }

    private sealed record Rule
    {
        public Text Sentence { get; init; } = new();

        public Text LegalBasis { get; init; } = new();
    }
}
