using NodaTime;

namespace Analytics.Compliance;

/// <summary>All rule packs; a date finds the one of its time. Packs of overlapping dates are refused.</summary>
internal sealed class RulePacks
{
    private readonly List<RulePack> _packs;

    public RulePacks(IEnumerable<RulePack> packs)
    {
        _packs = [.. packs.OrderBy(pack => pack.Validity.From ?? LocalDate.MinIsoValue)];
        for (var i = 1; i < _packs.Count; i++)
            if (_packs[i - 1].Validity.Overlaps(_packs[i].Validity.From ?? LocalDate.MinIsoValue, LocalDate.MaxIsoValue))
                throw new RulePackException(
                    _packs[i].Name, 1, $"a valid_from after the last day of pack {_packs[i - 1].Name}", $"{_packs[i].Validity.From}");
        NipNamespaces = [.. _packs.SelectMany(pack => pack.NipNamespaces).Distinct(StringComparer.Ordinal)];
        QualifyingVerbs = [.. _packs.SelectMany(pack => pack.QualifyingVerbs).Distinct(StringComparer.Ordinal)];
        FormCodes = [.. _packs.SelectMany(pack => pack.Forms.Keys).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The homePages under which an account's name is a NIP, of every pack: an identity does not end with a rule.</summary>
    public IReadOnlyList<string> NipNamespaces { get; }

    /// <summary>What the IFI key of such an account begins with; the NIP follows.</summary>
    public IReadOnlyList<string> NipPrefixes => field ??= [.. NipNamespaces.Select(homePage => Ingest.Ifi.Account(homePage, ""))];

    public IReadOnlyList<string> QualifyingVerbs { get; }

    public IReadOnlyList<string> FormCodes { get; }

    /// <summary>Null where no pack knows the date: nothing is counted by rules that did not exist.</summary>
    public RulePack? On(LocalDate date) => _packs.FirstOrDefault(pack => pack.Validity.Covers(date));

    /// <summary>The competencies every ASN should cover in a year, in the order of its pack.</summary>
    public IReadOnlyList<string> CompetenciesOf(int year, DateTimeOffset now) =>
        On(Steps.YearResult.ReferenceDate(year, ComplianceComputation.TodayAt(now)))?.Coverage.Competencies ?? [];

    /// <summary>The packs of a directory, or where none is named, those of the program.</summary>
    public static RulePacks Load(string? directory) => directory is null ? Embedded() : FromDirectory(directory);

    public static RulePacks Embedded()
    {
        var assembly = typeof(RulePacks).Assembly;
        var names = assembly.GetManifestResourceNames().Where(name => name.Contains(".Compliance.RulePacks.", StringComparison.Ordinal));
        return new RulePacks(names.Select(name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return RulePackReader.Read(name, reader);
        }));
    }

    public static RulePacks FromDirectory(string directory) =>
        new(Directory.EnumerateFiles(directory, "*.yaml").Order(StringComparer.Ordinal).Select(file =>
        {
            using var reader = new StreamReader(file);
            return RulePackReader.Read(Path.GetFileName(file), reader);
        }));
}
