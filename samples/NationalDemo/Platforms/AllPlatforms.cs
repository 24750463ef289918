namespace Samples.Platforms;

/// <summary>Every platform that reports to the record store in the demo.</summary>
internal static class AllPlatforms
{
    public static IReadOnlyList<Platform> Create() =>
    [
        new AsnBerpijar(), new ApoliticalCampus(), new LearningMarketplace(), new AsnUnggul(), new BmkgCorpu(),
        new CoeLkpp(), new CoeBnpb(), new CoeKementan(), new CoeKemenkes(), new CoeKlhk(),
        new NationalCoachNetwork(), new NationalForum(),
    ];
}
