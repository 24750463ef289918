using NodaTime;

namespace Analytics.Compliance.Steps;

/// <summary>Step 6: of candidates for the same learning the first counts, the rest are duplicates; only what counts uses keys.</summary>
internal sealed class Once
{
    private readonly HashSet<string> _certificates = new(StringComparer.Ordinal);
    private readonly HashSet<Learning> _learnt = [];

    // candidates: All candidates of one person over all years, in order: a certificate counts once in a life.
    public void MarkDuplicates(List<Candidate> candidates)
    {
        if (candidates.Count < 2)
            return;
        _certificates.Clear();
        _learnt.Clear();
        foreach (var candidate in candidates)
        {
            var certificate = candidate.Statement.CertificateNumber;
            candidate.IsDuplicate = (certificate.Length > 0 && _certificates.Contains(certificate)) || !_learnt.Add(Learning.Of(candidate));
            if (!candidate.IsDuplicate && certificate.Length > 0)
                _certificates.Add(certificate);
        }
    }

    /// <summary>A session is known by its day, anything else by its year.</summary>
    private readonly record struct Learning(TextKey Activity, int Year, LocalDate? Session)
    {
        public static Learning Of(Candidate candidate) =>
            new(candidate.Activity.Key, candidate.Date.Year, candidate.Form.Basis == Basis.PerSession ? candidate.Date : null);
    }
}
