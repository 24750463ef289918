using NodaTime;

namespace Analytics.Compliance.Steps;

/// <summary>Step 6: of candidates for the same learning the first counts, the rest are duplicates; only what counts uses keys.</summary>
internal static class Once
{
    // candidates: All candidates of one person over all years, in order: a certificate counts once in a life.
    public static void MarkDuplicates(List<Candidate> candidates)
    {
        if (candidates.Count < 2)
            return;
        var certificates = new HashSet<string>(StringComparer.Ordinal);
        var learnt = new HashSet<(TextKey Activity, int Year, LocalDate? Session)>();
        foreach (var candidate in candidates)
        {
            var certificate = candidate.Statement.CertificateNumber;
            var span = (candidate.Activity.Key, candidate.Date.Year, SessionOf(candidate));
            candidate.IsDuplicate = (certificate.Length > 0 && certificates.Contains(certificate)) || !learnt.Add(span);
            if (!candidate.IsDuplicate && certificate.Length > 0)
                certificates.Add(certificate);
        }
    }

    /// <summary>A session is known by its day, anything else by its year.</summary>
    private static LocalDate? SessionOf(Candidate candidate) => candidate.Form.Basis == Basis.PerSession ? candidate.Date : null;
}
