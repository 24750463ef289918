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

    public static RulePack Read(string file, TextReader text)
    {
        var root = new RulePackNode(file, Document(file, text));
        root.AllowOnly("pack", "valid_from", "valid_to", "minutes_per_jp", "nip_namespaces", "qualifying_verbs",
            "competency_coverage", "forms", "requirements", "targets");
        return new RulePack(
            root.Required("pack", "the pack's name").Text("the pack's name"),
            ValidityOf(root),
            root.Required("minutes_per_jp", "a whole number").Whole("a whole number above 0"),
            Texts(root, "nip_namespaces", "a homePage"),
            Texts(root, "qualifying_verbs", "a verb IRI"),
            CoverageOf(root.Required("competency_coverage", "months, verbs and competencies")),
            root.Required("forms", "the forms of learning").Entries().ToDictionary(form => form.Key, form => FormOf(form.Key, form.Value)),
            root.Required("requirements", "a list").Items().Select(RequirementOf).ToList(),
            root.Optional("targets")?.Items().Select(TargetOf).ToList() ?? []);
    }

    private static YamlNode Document(string file, TextReader text)
    {
        var yaml = new YamlStream();
        try
        {
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

    private static LearningForm FormOf(string code, RulePackNode node)
    {
        node.AllowOnly("siasn", "basis", "national", "international", "events_per_month", "jp_per_day");
        var basis = node.Required("basis", $"one of {string.Join(", ", Bases.Keys)}").OneOf(Bases);
        var cap = node.Optional("jp_per_day");
        cap?.AllowOnly("national", "international");
        return new LearningForm(
            code,
            node.Optional("siasn")?.Whole("a SIASN jenisDiklatId"),
            basis,
            basis == Basis.Manual ? new ByLevel(0, null) : ByLevelOf(node),
            node.Optional("events_per_month")?.Whole("a number of events"),
            cap is null ? null : ByLevelOf(cap));
    }

    private static ByLevel ByLevelOf(RulePackNode node) =>
        new(node.Required("national", "a number").Number("a number"), node.Optional("international")?.Number("a number"));

    private static RequirementLine RequirementOf(RulePackNode node)
    {
        node.AllowOnly("employment_type", "min_jp", "max_jp", "period", "valid_from", "valid_to", "legal_basis");
        var (min, max) = (node.Optional("min_jp")?.Number("a number of JP"), node.Optional("max_jp")?.Number("a number of JP"));
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
            node.Required("min_jp", "a number of JP").Number("a number of JP"),
            ValidityOf(node),
            LegalBasisOf(node));
    }

    private static CoverageRule CoverageOf(RulePackNode node)
    {
        node.AllowOnly("months", "verbs", "competencies");
        return new CoverageRule(
            node.Required("months", "a whole number").Whole("a whole number above 0"),
            Texts(node, "verbs", "a verb IRI"),
            node.Required("competencies", "a list").Items().Select(item => item.Text("a competency code")).ToList());
    }

    private static Validity ValidityOf(RulePackNode node)
    {
        var validity = new Validity(node.Optional("valid_from")?.Date(), node.Optional("valid_to")?.Date());
        return validity.To < validity.From ? throw node.Required("valid_to", "a date").Refuse("a date not before valid_from") : validity;
    }

    private static string LegalBasisOf(RulePackNode node) =>
        node.Required("legal_basis", "the law it stands on").Text("the law it stands on");

    private static HashSet<string> Texts(RulePackNode node, string key, string expected) =>
        node.Required(key, "a list").Items().Select(item => item.Text(expected)).ToHashSet(StringComparer.Ordinal);
}
