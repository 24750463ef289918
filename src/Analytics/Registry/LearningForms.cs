using System.Collections.Frozen;
using Analytics.Compliance;

namespace Analytics.Registry;

/// <summary>The forms of learning that some rule pack converts: those an activity may have.</summary>
public sealed class LearningForms
{
    internal LearningForms(RulePacks packs) => Codes = packs.FormCodes.ToFrozenSet(StringComparer.Ordinal);

    public FrozenSet<string> Codes { get; }
}
