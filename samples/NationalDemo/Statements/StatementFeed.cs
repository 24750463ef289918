using Samples.Learning;
using Samples.Platforms;

namespace Samples.Statements;

/// <summary>All batches in the order they are posted: month by month, within it agency by agency, the platforms mixed.</summary>
internal sealed class StatementFeed(Nation nation, int seed)
{
    public IEnumerable<Batch> Batches()
    {
        for (var month = 1; month <= nation.LastMonth; month++)
        {
            foreach (var batch in BatchesOf(month))
                yield return batch;
        }
    }

    private IEnumerable<Batch> BatchesOf(int month)
    {
        var waiting = nation.Platforms.ToDictionary(platform => platform, _ => new List<Draft>());
        var sent = nation.Platforms.ToDictionary(platform => platform, _ => 0);
        foreach (var reported in nation.ReportedIn(month))
        {
            foreach (var platform in nation.Platforms)
            {
                var drafts = waiting[platform];
                foreach (var draft in Told(platform, reported))
                {
                    drafts.Add(draft);
                    if (drafts.Count < platform.BatchSize)
                        continue;
                    foreach (var batch in Send(platform, drafts, month, sent[platform]++))
                        yield return batch;
                }
            }
        }
        foreach (var (platform, drafts) in waiting.Where(entry => entry.Value.Count > 0))
        {
            foreach (var batch in Send(platform, drafts, month, sent[platform]++))
                yield return batch;
        }
    }

    private IEnumerable<Draft> Told(Platform platform, IReadOnlyList<Participation> reported) =>
        platform.TellAll([.. reported.Where(taken => taken.Platform == platform)])
            .Concat(reported.SelectMany(platform.Relay))
            .Where(draft => draft.When <= nation.Now);

    private IEnumerable<Batch> Send(Platform platform, List<Draft> drafts, int month, int number)
    {
        var batch = new Batch(platform, drafts.ToArray());
        drafts.Clear();
        yield return batch;
        if (Chance.Of(seed, platform.Provider + " again", month, number).Hits(platform.BatchesSentTwice))
            yield return batch with { IsRepeat = true };
    }
}
