using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Analytics.Compliance;

/// <summary>
/// All rule packs; a date finds the one of its time. A pack without a last day holds until the next begins; one whose last day is after
/// that, or two that begin together, are refused.
/// </summary>
internal sealed class RulePacks
{
    private readonly List<RulePack> _packs;

    public RulePacks(IEnumerable<RulePack> packs)
    {
        _packs = [.. packs.OrderBy(pack => pack.Validity.From ?? LocalDate.MinIsoValue)];
        for (var i = 1; i < _packs.Count; i++)
            _packs[i - 1] = EndedBefore(_packs[i - 1], _packs[i]);
        NipNamespaces = [.. _packs
            .SelectMany((pack, i) => pack.NipNamespaces.Select(homePage => new NipNamespace(homePage, i == 0 ? null : pack.Validity.From)))
            .DistinctBy(one => one.HomePage)];
        QualifyingVerbs = [.. _packs.SelectMany(pack => pack.QualifyingVerbs).Distinct(StringComparer.Ordinal)];
        FormCodes = [.. _packs.SelectMany(pack => pack.Forms.Keys).Distinct(StringComparer.Ordinal)];
        Fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Concat(_packs.Select(pack => pack.Digest)))))[..16];
    }

    public IReadOnlyList<RulePack> InOrder => _packs;

    /// <summary>The same as long as every pack's text is.</summary>
    public string Fingerprint { get; }

    /// <summary>Where an account's name is a NIP: an identity does not end with a rule, but it begins with one.</summary>
    public IReadOnlyList<NipNamespace> NipNamespaces { get; }

    public IReadOnlyList<string> QualifyingVerbs { get; }

    public IReadOnlyList<string> FormCodes { get; }

    /// <summary>Null where no pack knows the date: nothing is counted by rules that did not exist.</summary>
    public RulePack? On(LocalDate date)
    {
        foreach (var pack in _packs)
            if (pack.Validity.Covers(date))
                return pack;
        return null;
    }

    /// <summary>Whether a verifier decides what learning of a form on a date is worth.</summary>
    public bool IsManual(string form, LocalDate on) => On(on)?.Forms.GetValueOrDefault(form)?.Basis == Basis.Manual;

    /// <summary>The competencies every ASN should cover in a year, in the order of its pack.</summary>
    public IReadOnlyList<string> CompetenciesOf(int year, DateTimeOffset now) =>
        On(Steps.YearResult.ReferenceDate(year, Wib.DayOf(now)))?.Coverage.Competencies ?? [];

    /// <summary>The program's own packs.</summary>
    public static RulePacks Embedded() => RulePackFiles.Load(null);

    private static RulePack EndedBefore(RulePack pack, RulePack next)
    {
        if (next.Validity.From is not { } from || from == pack.Validity.From || pack.Validity.To >= from)
            throw next.Origin.Refuse($"a valid_from after that of pack {pack.Name}, and after its valid_to where it has one");
        return pack with { Validity = pack.Validity with { To = pack.Validity.To ?? from.PlusDays(-1) } };
    }
}

/// <summary>A homePage under which an account's name is a NIP.</summary>
/// <param name="HomePage">As statements have it.</param>
/// <param name="Since">From which local day on; null for always. A new pack's namespace says nothing about the years before it.</param>
internal sealed record NipNamespace(string HomePage, LocalDate? Since)
{
    /// <summary>What the IFI key of such an account begins with; the NIP follows.</summary>
    public string Prefix { get; } = Ingest.Ifi.Account(HomePage, "");

    /// <summary>Step 2: whether an IFI key names a person by NIP.</summary>
    public bool Names(string ifi) => ifi.StartsWith(Prefix, StringComparison.Ordinal) && Nip.TryParse(ifi[Prefix.Length..], out _);
}
