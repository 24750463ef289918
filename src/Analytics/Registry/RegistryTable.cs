namespace Analytics.Registry;

/// <summary>What can be imported, by the word of its path.</summary>
public enum RegistryTable
{
    Agencies,
    People,
    Identifiers,
    Activities,
    Competencies,
}
