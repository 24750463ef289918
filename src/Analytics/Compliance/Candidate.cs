using NodaTime;

namespace Analytics.Compliance;

/// <summary>A statement that may give hours, on its way through the steps: claimed, converted, what is left and why.</summary>
internal sealed class Candidate(DatedStatement source, RegisteredActivity activity, LearningForm form, RulePack pack)
{
    // Most are cut by nothing.
    private List<Reduction>? _reductions;

    public LearningStatement Statement => source.Statement;

    public LocalDate Date => source.Date;

    public EmploymentSpell Spell => source.Spell;

    public RegisteredActivity Activity => activity;

    public LearningForm Form => form;

    public RulePack Pack => pack;

    public bool IsDuplicate { get; set; }

    /// <summary>What a verifier entered for it, if one did; it is asked for in MANUAL forms only.</summary>
    public decimal? Verified { get; init; }

    public decimal Claimed { get; set; }

    public decimal Converted { get; private set; }

    public decimal Counted { get; private set; }

    public IReadOnlyList<Reduction> Reductions => _reductions ?? [];

    public void Convert(decimal jp) => Converted = Counted = jp;

    /// <summary>Takes from what is counted; nothing to take leaves no reduction.</summary>
    public void Cut(string rule, decimal jp)
    {
        if (jp <= 0)
            return;
        Counted -= jp;
        (_reductions ??= []).Add(new Reduction(rule, Jp.Shown(jp)));
    }

    /// <summary>Counts nothing at all; the rule is kept with the hours it stands for, be they none.</summary>
    public void Void(string rule, decimal jp)
    {
        Counted = 0;
        (_reductions ??= []).Add(new Reduction(rule, Jp.Shown(jp)));
    }
}
