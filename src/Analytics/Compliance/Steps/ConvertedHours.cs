namespace Analytics.Compliance.Steps;

/// <summary>Step 8: claimed hours in the measure of the rule pack, by form and level, one decimal place, half up.</summary>
internal static class ConvertedHours
{
    public static decimal Of(Candidate candidate)
    {
        var value = candidate.Form.Value.Of(candidate.Activity.International);
        return Jp.Round(candidate.Form.Basis switch
        {
            Basis.Programme => candidate.Claimed * value,
            Basis.Manual => candidate.Verified ?? 0,
            _ => ClaimedHours.Units(candidate.Activity) * value,
        });
    }
}
