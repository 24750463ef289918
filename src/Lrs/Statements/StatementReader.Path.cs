using System.Text;
using System.Text.Json;

namespace Lrs.Statements;

// Where the reader is. Two integers are noted per property or element; text is made of them only for a refusal.
internal ref partial struct StatementReader
{
    private const int MaxNameInPath = 60;

    /// <summary>Declares that the current token starts a statement: paths begin here.</summary>
    public void BeginStatement() => _statementDepth = _json.CurrentDepth;

    /// <summary>The place of the current token, such as context.contextActivities.parent[0].id.</summary>
    public readonly string Path() => PathUpTo(_json.CurrentDepth);

    /// <summary>The place of a property of the current object, which need not be there.</summary>
    public readonly string PathTo(string property) => Path() is { Length: > 0 } path ? $"{path}.{property}" : property;

    /// <summary>The place of a property beside the current one.</summary>
    public readonly string PathToSibling(string property)
    {
        var parent = PathUpTo(_json.CurrentDepth - 1);
        return parent.Length > 0 ? $"{parent}.{property}" : property;
    }

    private readonly void StepToProperty() =>
        _path[_json.CurrentDepth] = new PathStep((int)_json.TokenStartIndex + 1, _json.ValueSpan.Length);

    // Called before the element is read, so that a refusal of its text has the place: the first comes after the start of the array.
    private readonly void StepToElement(int index) =>
        _path[_json.CurrentDepth + (index == 0 ? 1 : 0)] = new PathStep(index, PathStep.Element);

    private readonly string PathUpTo(int last)
    {
        var path = new StringBuilder();
        for (var depth = _statementDepth + 1; depth <= last; depth++) Append(path, _path[depth]);
        return path.ToString();
    }

    private readonly void Append(StringBuilder path, PathStep step)
    {
        if (step.Length == PathStep.Element)
        {
            path.Append('[').Append(step.Start).Append(']');
            return;
        }

        var name = NameAt(step);
        if (name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
            path.Append(path.Length > 0 ? "." : "").Append(name);
        else
            path.Append("[\"").Append(name).Append("\"]");
    }

    private readonly string NameAt(PathStep step)
    {
        var quoted = new Utf8JsonReader(Body.Span.Slice(step.Start - 1, step.Length + 2));
        quoted.Read();
        // Half a surrogate pair has no decoded form; it is shown as it was written.
        var name = quoted.ValueIsEscaped && !Escapes.AreUnicode(quoted.ValueSpan, out _)
            ? Encoding.UTF8.GetString(quoted.ValueSpan)
            : quoted.GetString()!;
        return name.Length <= MaxNameInPath ? name : $"{name.AsSpan(0, MaxNameInPath)}…";
    }

    /// <summary>A name as a slice of the body, or the index of an array element.</summary>
    private readonly record struct PathStep(int Start, int Length)
    {
        public const int Element = -1;
    }
}
