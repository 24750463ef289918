using System.Numerics;
using System.Text;

namespace Lrs.Statements;

/// <summary>
/// Every property name of the standard, a bit each: sets of names (allowed, required, seen) are then one word.
/// The name on the wire is the member with a small first letter.
/// </summary>
[Flags]
internal enum Names : ulong
{
    None = 0,

    Id = 1UL << 0, Actor = 1UL << 1, Verb = 1UL << 2, Object = 1UL << 3, Result = 1UL << 4, Context = 1UL << 5,
    Timestamp = 1UL << 6, Stored = 1UL << 7, Authority = 1UL << 8, Version = 1UL << 9, Attachments = 1UL << 10,

    ObjectType = 1UL << 11, Name = 1UL << 12, Mbox = 1UL << 13, Mbox_sha1sum = 1UL << 14, Openid = 1UL << 15,
    Account = 1UL << 16, Member = 1UL << 17, HomePage = 1UL << 18,

    Display = 1UL << 19, Definition = 1UL << 20, Description = 1UL << 21, Type = 1UL << 22, MoreInfo = 1UL << 23,
    Extensions = 1UL << 24, InteractionType = 1UL << 25, CorrectResponsesPattern = 1UL << 26, Choices = 1UL << 27,
    Scale = 1UL << 28, Source = 1UL << 29, Target = 1UL << 30, Steps = 1UL << 31,

    Score = 1UL << 32, Success = 1UL << 33, Completion = 1UL << 34, Response = 1UL << 35, Duration = 1UL << 36,
    Scaled = 1UL << 37, Raw = 1UL << 38, Min = 1UL << 39, Max = 1UL << 40,

    Registration = 1UL << 41, Instructor = 1UL << 42, Team = 1UL << 43, ContextActivities = 1UL << 44, Revision = 1UL << 45,
    Platform = 1UL << 46, Language = 1UL << 47, Statement = 1UL << 48, ContextAgents = 1UL << 49, ContextGroups = 1UL << 50,
    Parent = 1UL << 51, Grouping = 1UL << 52, Category = 1UL << 53, Other = 1UL << 54,
    Agent = 1UL << 55, Group = 1UL << 56, RelevantTypes = 1UL << 57,

    UsageType = 1UL << 58, ContentType = 1UL << 59, Length = 1UL << 60, Sha2 = 1UL << 61, FileUrl = 1UL << 62,

    Identifiers = Mbox | Mbox_sha1sum | Openid | Account,
    Components = Choices | Scale | Source | Target | Steps,
}

/// <summary>From the bytes of a property name to its bit and back.</summary>
internal static class NameTable
{
    // Four times as many slots as names: most look-ups end at the first.
    private const int Slots = 256;

    private static readonly string[] Texts = new string[64];
    private static readonly (byte[]? Text, Names Name)[] Table = Build();

    public static Names Find(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty) return Names.None;
        for (var slot = SlotOf(text); Table[slot].Text is { } candidate; slot = (slot + 1) % Slots)
        {
            if (text.SequenceEqual(candidate)) return Table[slot].Name;
        }

        return Names.None;
    }

    /// <summary>The name on the wire of a single bit, or of the lowest of several.</summary>
    public static string Text(Names name) => Texts[BitOperations.TrailingZeroCount((ulong)name)];

    /// <summary>The name in a set that differs from the given text only by case: the usual slip behind an unknown property.</summary>
    public static string? FindIgnoringCase(Names among, string text)
    {
        for (var rest = (ulong)among; rest != 0; rest &= rest - 1)
        {
            var name = Text((Names)rest);
            if (name.Equals(text, StringComparison.OrdinalIgnoreCase)) return name;
        }

        return null;
    }

    private static int SlotOf(ReadOnlySpan<byte> text) => ((text[0] * 7) + (text[^1] * 31) + (text.Length * 17)) % Slots;

    private static (byte[]? Text, Names Name)[] Build()
    {
        var table = new (byte[]? Text, Names Name)[Slots];
        foreach (var name in Enum.GetValues<Names>().Where(n => BitOperations.IsPow2((ulong)n)))
        {
            var text = char.ToLowerInvariant(name.ToString()[0]) + name.ToString()[1..];
            Texts[BitOperations.TrailingZeroCount((ulong)name)] = text;
            var bytes = Encoding.UTF8.GetBytes(text);
            var slot = SlotOf(bytes);
            while (table[slot].Text is not null) slot = (slot + 1) % Slots;
            table[slot] = (bytes, name);
        }

        return table;
    }
}
