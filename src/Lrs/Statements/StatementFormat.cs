namespace Lrs.Statements;

/// <summary>The parameter <c>format</c> (xAPI Communication 2.1.3). The numbers stand in <c>more</c> links.</summary>
internal enum StatementFormat : byte
{
    /// <summary>As it came.</summary>
    Exact = 0,

    /// <summary>Agents, groups, activities and verbs with no more than identifies them.</summary>
    Ids = 1,

    /// <summary>Activities with the LRS's own definitions, language maps with one language.</summary>
    Canonical = 2,
}
