using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Analytics.Compliance;

/// <summary>Reads and validates one rule pack; a pack that reads is a pack the engine can use.</summary>
internal static class RulePackReader
{
    private static readonly Dictionary<string, Basis> Bases = new()
    {
        ["PROGRAMME"] = Basis.Programme,
        ["PER_DAY"] = Basis.PerDay,
        ["PER_SESSION"] = Basis.PerSession,
        ["PER_EVENT"] = Basis.PerEvent,
        ["PER_SEMESTER"] = Basis.PerSemester,
        ["MANUAL"] = Basis.Manual,
    };

    private static readonly Dictionary<string, Period> Periods = new()
    {
        ["CALENDAR_YEAR"] = Period.CalendarYear,
        ["CONTRACT_YEAR"] = Period.ContractYear,
    };

    private static readonly Dictionary<string, string> EmploymentTypes =
        new[] { "PNS", "CPNS", "PPPK", "PPPK_PARUH_WAKTU" }.ToDictionary(type => type);

    /// <summary>A basis as a rule pack writes it.</summary>
    public static string NameOf(Basis basis) => Bases.First(pair => pair.Value == basis).Key;

    public static RulePack Read(string file, TextReader text)
    {
        var content = text.ReadToEnd();
        var root = new RulePackNode(file, Document(file, content));
        root.AllowOnly("pack", "legal_basis", "valid_from", "valid_to", "minutes_per_jp", "nip_namespaces", "qualifying_verbs",
            "competency_coverage", "forms", "requirements", "targets");
        var legalBasis = LegalBasisOf(root);
        return new RulePack(
            root.Required("pack", "the pack's name").Text("the pack's name"),
            root.Optional("valid_from") ?? root,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content))),
            legalBasis,
            ValidityOf(root),
            root.Required("minutes_per_jp", "a whole number").Whole("a whole number above 0"),
            Iris(root, "nip_namespaces", "a homePage"),
            Iris(root, "qualifying_verbs", "a verb IRI"),
            CoverageOf(root.Required("competency_coverage", "months, verbs and competencies")),
            root.Required("forms", "the forms of learning").Entries()
                .ToDictionary(form => form.Key, form => FormOf(form.Key, form.Value, legalBasis)),
            Lines(root.Required("requirements", "a list"), RequirementOf, line => (line.EmploymentType, line.MinJp is null, line.Validity.From)),
            root.Optional("targets") is { } targets ? Lines(targets, TargetOf, line => (line.AgencyCode, line.Validity.From)) : []);
    }

    private static YamlNode Document(string file, string content)
    {
        var yaml = new YamlStream();
        try
        {
            using var text = new StringReader(content);
            yaml.Load(text);
        }
        catch (Exception e) when (e is YamlException or InvalidOperationException) // the scanner throws the second for some broken lists
        {
            throw new RulePackException(file, (e as YamlException)?.Start.Line ?? 1, "YAML", e.Message);
        }
        return yaml.Documents.Count == 1
            ? yaml.Documents[0].RootNode
            : throw new RulePackException(file, 1, "one YAML document", $"{yaml.Documents.Count}");
    }

    /// <summary>Of two lines that begin on one day neither could be chosen.</summary>
    private static T[] Lines<T, TKey>(RulePackNode list, Func<RulePackNode, T> read, Func<T, TKey> keyOf)
    {
        var keys = new HashSet<TKey>();
        return [.. list.Items().Select(item =>
        {
            var line = read(item);
            return keys.Add(keyOf(line)) ? line : throw item.Refuse("a valid_from of its own: another line for the same begins on that day");
        })];
    }

    private static LearningForm FormOf(string code, RulePackNode node, string legalBasis)
    {
        node.AllowOnly("siasn", "basis", "national", "international", "events_per_month", "jp_per_day", "legal_basis");
        var basis = node.Required("basis", $"one of {string.Join(", ", Bases.Keys)}").OneOf(Bases);
        if (basis == Basis.Manual && (node.Optional("national") ?? node.Optional("international")) is { } value)
            throw value.Refuse("no value: a verifier enters the JP of a MANUAL form");
        var cap = node.Optional("jp_per_day");
        cap?.AllowOnly("national", "international");
        return new LearningForm(
            code,
            node.Optional("siasn")?.Whole("a SIASN jenisDiklatId"),
            basis,
            basis == Basis.Manual ? new ByLevel(0, null) : ByLevelOf(node, value => value.Number("a number")),
            node.Optional("events_per_month")?.Whole("a number of events"),
            cap is null ? null : ByLevelOf(cap, value => value.Hours("a number of JP")),
            node.Optional("legal_basis") is null ? legalBasis : LegalBasisOf(node));
    }

    private static ByLevel ByLevelOf(RulePackNode node, Func<RulePackNode, decimal> read) =>
        new(read(node.Required("national", "a number")), node.Optional("international") is { } value ? read(value) : null);

    private static RequirementLine RequirementOf(RulePackNode node)
    {
        node.AllowOnly("employment_type", "min_jp", "max_jp", "period", "valid_from", "valid_to", "legal_basis");
        var (min, max) = (node.Optional("min_jp")?.Hours("a number of JP"), node.Optional("max_jp")?.Hours("a number of JP"));
        if (min is null == max is null)
            throw node.Refuse("either min_jp or max_jp");
        var periodNode = node.Required("period", $"one of {string.Join(", ", Periods.Keys)}");
        var period = periodNode.OneOf(Periods);
        if (min is not null && period != Period.CalendarYear)
            throw periodNode.Refuse("CALENDAR_YEAR for a min_jp");
        return new RequirementLine(
            node.Required("employment_type", "a kind of ASN").OneOf(EmploymentTypes),
            min,
            max,
            period,
            ValidityOf(node),
            LegalBasisOf(node));
    }

    private static AgencyTarget TargetOf(RulePackNode node)
    {
        node.AllowOnly("agency", "min_jp", "valid_from", "valid_to", "legal_basis");
        return new AgencyTarget(
            node.Required("agency", "an agency code").Text("an agency code"),
            node.Required("min_jp", "a number of JP").Hours("a number of JP"),
            ValidityOf(node),
            LegalBasisOf(node));
    }

    private static CoverageRule CoverageOf(RulePackNode node)
    {
        node.AllowOnly("months", "verbs", "competencies");
        return new CoverageRule(
            node.Required("months", "a whole number").Whole("a whole number above 0"),
            Iris(node, "verbs", "a verb IRI"),
            node.Required("competencies", "a list").Items().Select(item => item.Text("a competency code")).ToList());
    }

    private static Validity ValidityOf(RulePackNode node)
    {
        var validity = new Validity(node.Optional("valid_from")?.Date(), node.Optional("valid_to")?.Date());
        return validity.To < validity.From ? throw node.Required("valid_to", "a date").Refuse("a date not before valid_from") : validity;
    }

    private static string LegalBasisOf(RulePackNode node) =>
        node.Required("legal_basis", "the law it stands on").Text("the law it stands on");

    // Asked of every statement of a nation.
    private static FrozenSet<string> Iris(RulePackNode node, string key, string expected) =>
        node.Required(key, "a list").Items().Select(item => item.Iri(expected)).ToFrozenSet(StringComparer.Ordinal);
}
