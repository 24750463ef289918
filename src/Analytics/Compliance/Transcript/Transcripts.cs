using System.Globalization;
using NodaTime;

namespace Analytics.Compliance.Transcript;

/// <summary>Explains a person's year by the rules of the time of each credit.</summary>
public sealed class Transcripts
{
    private static readonly NumberFormatInfo Comma = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };

    private readonly ComplianceQueries _queries;
    private readonly RulePacks _packs;

    internal Transcripts(ComplianceQueries queries, RulePacks packs) => (_queries, _packs) = (queries, packs);

    /// <summary>Null for a person who is not registered.</summary>
    public async Task<PersonTranscript?> ReadAsync(Guid personId, int year, CancellationToken cancellation) =>
        await _queries.PersonAsync(personId, year, cancellation) is { } person ? Explain(person, _packs) : null;

    internal static PersonTranscript Explain(PersonCompliance person, RulePacks packs) => new(
        person.PersonId, person.Name, person.Year, person.EmploymentType, person.AgencyCode, person.AgencyName, person.Requirement, person.Target,
        person.ClaimedJp, person.ConvertedJp, person.CountedJp, person.Status,
        [.. person.Credits.Select(credit => Explain(credit, person.EmploymentType, packs))],
        person.Competencies, person.ComputedAt);

    private static TranscriptCredit Explain(PersonCredit credit, string employmentType, RulePacks packs)
    {
        var texts = LearningTexts.Default;
        var date = LocalDate.FromDateOnly(credit.Date);
        var pack = packs.On(date);
        return new TranscriptCredit(
            credit.StatementId, credit.ActivityIri, credit.Title, credit.Provider, credit.Form, texts.Form(credit.Form), credit.Level, credit.Date,
            credit.Timestamp, credit.ClaimedJp, credit.ConvertedJp, credit.CountedJp, credit.CountedJp > 0,
            IsConverted(credit) ? Of(new Reduction("converted", credit.ConvertedJp - credit.ClaimedJp)) : null,
            [.. credit.Reductions.Select(Of)]);

        Explanation Of(Reduction cut)
        {
            var (sentence, legalBasis) = texts.Explain(cut.Rule, ValuesOf(cut, credit, employmentType, pack, date));
            return new Explanation(cut.Rule, cut.Jp, sentence, legalBasis);
        }
    }

    // A verifier's hours are not converted but awaited, and the reduction says so.
    private static bool IsConverted(PersonCredit credit) =>
        credit.ConvertedJp != credit.ClaimedJp && credit.Reductions.All(cut => cut.Rule != ReductionRules.ManualPending);

    private static Dictionary<string, Bilingual> ValuesOf(Reduction cut, PersonCredit credit, string employmentType, RulePack? pack, LocalDate date)
    {
        var texts = LearningTexts.Default;
        var form = pack?.Forms.GetValueOrDefault(credit.Form);
        var ceiling = pack?.CeilingOf(employmentType, date);
        var values = new Dictionary<string, Bilingual>
        {
            ["jp"] = Hours(cut.Jp),
            ["claimed"] = Hours(credit.ClaimedJp),
            ["converted"] = Hours(credit.ConvertedJp),
            ["form"] = new(InSentence(texts.Form(credit.Form).Id), InSentence(texts.Form(credit.Form).En)),
            ["level"] = texts.Level(credit.Level),
            ["rule"] = new(cut.Rule, cut.Rule),
            ["pack"] = new(pack?.Name ?? "?", pack?.Name ?? "?"),
        };
        decimal? limit = cut.Rule switch
        {
            ReductionRules.JpPerDay => form?.JpPerDay?.Of(credit.Level == LevelText.Of(true)),
            ReductionRules.EventsPerMonth => form?.EventsPerMonth,
            ReductionRules.OverCap => ceiling?.MaxJp,
            _ => null,
        };
        if (limit is { } most)
            values["limit"] = new(most.ToString("0.####", Comma), most.ToString("0.####", CultureInfo.InvariantCulture));
        if (ceiling is not null)
            values["basis"] = new(ceiling.LegalBasis, ceiling.LegalBasis);
        return values;
    }

    private static Bilingual Hours(decimal jp) => new(jp.ToString("#,##0.0###", Comma), jp.ToString("#,##0.0###", CultureInfo.InvariantCulture));

    // "E-learning" begins a cell; within a sentence it is "e-learning". An abbreviation keeps its capitals.
    private static string InSentence(string name) =>
        name.Length > 1 && char.IsUpper(name[1]) ? name : char.ToLowerInvariant(name[0]) + name[1..];
}
