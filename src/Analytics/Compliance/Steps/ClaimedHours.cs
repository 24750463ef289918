using System.Globalization;

namespace Analytics.Compliance.Steps;

/// <summary>Step 7: the hours a candidate asks for, exact as they were registered or sent.</summary>
internal static class ClaimedHours
{
    public static decimal Of(Candidate candidate) => candidate.Form.Basis switch
    {
        Basis.Programme or Basis.Manual => Programme(candidate),
        _ => Units(candidate.Activity) * candidate.Form.Value.National,
    };

    /// <summary>Days, sessions, events or semesters; one where the registry names none.</summary>
    public static decimal Units(RegisteredActivity activity) => activity.Units ?? 1;

    private static decimal Programme(Candidate candidate) =>
        candidate.Activity.Jp
        ?? FromExtension(candidate.Statement.JpExtension)
        ?? FromDuration(candidate.Statement.Duration, candidate.Pack.MinutesPerJp)
        ?? 0;

    /// <summary>Null for what is no number of hours, so that the duration may still speak.</summary>
    public static decimal? FromExtension(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var jp) && jp is >= 0 and <= Jp.Largest ? jp : null;

    public static decimal? FromDuration(string text, int minutesPerJp) =>
        IsoDuration.TryReadSeconds(text, out var seconds) && Math.Floor(seconds / (minutesPerJp * 60)) is var jp and <= Jp.Largest
            ? jp
            : null;
}
