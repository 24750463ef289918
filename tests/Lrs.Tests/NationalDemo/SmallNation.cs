using Samples.Learning;
using Samples.Statements;

namespace Lrs.Tests.NationalDemo;

/// <summary>The demo at a tenth of its size, on a day late in the year.</summary>
public sealed class SmallNation
{
    public const int Seed = 7;
    public const int Size = 2_000;
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero);

    internal Nation Nation { get; } = Make(Seed);

    internal IReadOnlyList<Batch> Batches { get; }

    internal IEnumerable<Draft> Drafts => Batches.Where(batch => !batch.IsRepeat).SelectMany(batch => batch.Drafts);

    public SmallNation() => Batches = [.. new StatementFeed(Nation, Seed).Batches()];

    internal IEnumerable<Draft> Of(string provider) =>
        Batches.Where(batch => !batch.IsRepeat && batch.Platform.Provider == provider).SelectMany(batch => batch.Drafts);

    internal static Nation Make(int seed, int size = Size) => new(seed, 2026, size, Now);
}
