namespace Analytics.Compliance;

/// <summary>A level as it stands in the registry, the API and the store.</summary>
internal static class LevelText
{
    public static string Of(bool international) => international ? "INTERNATIONAL" : "NATIONAL";
}
