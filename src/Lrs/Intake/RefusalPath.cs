using System.Text;
using System.Text.RegularExpressions;
using Lrs.Http;
using Lrs.Statements;

namespace Lrs.Intake;

/// <summary>
/// The place of a refusal as it is kept: <c>$[*].context.contextActivities.parent[*].id</c>. Indexes become <c>*</c>, so that the same fault
/// is one reason; so do names that a platform chose freely (extensions, languages), which could be about a person.
/// </summary>
internal static partial class RefusalPath
{
    private const int MaxUnknownName = 30;

    public static string Of(XapiProblem? problem) => problem switch
    {
        null => "",
        { Index: null, Path: null } => "",
        { Index: null } => Generalise("$", problem.Path),
        _ => Generalise("$[*]", problem.Path ?? ""),
    };

    /// <param name="root">What the path is relative to: a statement, or the request.</param>
    /// <param name="path">As in a <see cref="StatementError"/>.</param>
    internal static string Generalise(string root, string path)
    {
        var kept = new StringBuilder(root);
        foreach (Match step in Steps().Matches(path))
        {
            if (step.Groups["name"] is { Success: true } name)
                kept.Append('.').Append(MayBeKept(name.Value) ? name.Value : "*");
            else
                kept.Append("[*]");
        }

        return kept.ToString();
    }

    // A misspelt property, or the header of a part, has to be told, or nobody could mend it; what has a digit may be a number of somebody.
    private static bool MayBeKept(string name) =>
        NameTable.Find(Encoding.UTF8.GetBytes(name)) != Names.None || (name.Length <= MaxUnknownName && name.All(c => char.IsAsciiLetter(c) || c == '-'));

    // A name in brackets is quoted but not escaped: it ends at the last quotation mark before a bracket and a further step, or the end.
    [GeneratedRegex("""\["(?s:.*?)"\](?=$|[.\[])|\[\d+\]|(?<name>[^.\[\]]+)""")]
    private static partial Regex Steps();
}
