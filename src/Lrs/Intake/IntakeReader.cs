using System.Globalization;
using Analytics.Compliance;
using Analytics.Intake;
using Lrs.Auth;

namespace Lrs.Intake;

/// <summary>Puts together what the stores know of a platform's intake.</summary>
internal sealed class IntakeReader(
    IntakeQueries accepted, UnresolvedQueries unresolved, RefusalTable refusals, Credentials credentials, TimeProvider clock)
{
    private const int Minutes = 60;
    private const int MaxUnknown = 50;

    public async Task<ProviderIntake> ReadAsync(string provider, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        await accepted.CatchUpAsync(cancellation);
        // Asked at the same time: each waits for a store, not for the processor.
        var days = accepted.AcceptedByDayAsync(provider, from, to, cancellation);
        var last = accepted.LastStoredAsync(provider, cancellation);
        var minutes = PerMinuteAsync(provider, cancellation);
        var notRecognised = accepted.NotRecognisedByDayAsync(provider, from, to, cancellation);
        var learners = unresolved.PeopleAsync(provider, MaxUnknown, cancellation);
        var activities = unresolved.ActivitiesAsync(provider, MaxUnknown, cancellation);
        await Task.WhenAll(days, last, minutes, notRecognised, learners, activities);
        return new ProviderIntake(
            provider, from, to, "Asia/Jakarta", await last, await minutes,
            Days(from, to, await days, await refusals.ByDayAsync(provider, from, to, cancellation), await notRecognised),
            await refusals.ReasonsAsync(provider, from, to, cancellation),
            await refusals.RecentAsync(provider, cancellation),
            [.. (await learners).Select(UnknownLearners.Of)],
            [.. (await activities).Select(activity => new UnknownActivity(activity.ActivityIri, activity.Statements, activity.Learners, activity.LastDay))]);
    }

    /// <summary>Every platform that has a credential, or sent something in the span; in the order of their names.</summary>
    public async Task<IReadOnlyList<ProviderSummary>> ListAsync(DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        await accepted.CatchUpAsync(cancellation);
        var days = (await accepted.AcceptedByDayAsync("", from, to, cancellation)).ToLookup(day => day.Provider);
        var minutes = (await accepted.AcceptedByMinuteAsync("", Since(), cancellation)).ToLookup(minute => minute.Provider);
        var refused = (await refusals.ByDayAsync("", from, to, cancellation)).ToLookup(day => day.Provider);
        var now = clock.GetUtcNow();
        var keys = (await credentials.ListAsync(cancellation)).ToLookup(credential => credential.Provider);
        var providers = days.Concat<IGrouping<string, object>>(refused).Concat(keys).Select(of => of.Key)
            .Where(provider => provider.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return [.. providers.Select(provider => new ProviderSummary(
            provider,
            days[provider].Select(day => (DateTimeOffset?)day.LastStored).Max(),
            minutes[provider].Sum(minute => minute.Accepted),
            days[provider].Sum(day => day.Accepted),
            refused[provider].Sum(day => day.Requests),
            keys[provider].Count(key => key.RevokedAt is null && (key.ExpiresAt is null || key.ExpiresAt > now))))];
    }

    private async Task<IReadOnlyList<long>> PerMinuteAsync(string provider, CancellationToken cancellation)
    {
        var minutes = new long[Minutes];
        foreach (var minute in await accepted.AcceptedByMinuteAsync(provider, Since(), cancellation))
            minutes[Math.Clamp(minute.Minute, 0, Minutes - 1)] += minute.Accepted;
        return minutes;
    }

    private DateTimeOffset Since() => clock.GetUtcNow().AddMinutes(-Minutes);

    private static List<IntakeDay> Days(
        DateOnly from, DateOnly to, IReadOnlyList<AcceptedDay> accepted, IReadOnlyList<RefusedDay> refused, IReadOnlyList<NotRecognisedDay> notRecognised)
    {
        var acceptedOn = accepted.ToDictionary(day => day.Day, day => day.Accepted);
        var refusedOn = refused.ToDictionary(day => DateOnly.Parse(day.Day, CultureInfo.InvariantCulture), day => day.Requests);
        var notRecognisedOn = notRecognised.ToDictionary(day => day.Day);
        var days = new List<IntakeDay>();
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            var unknown = notRecognisedOn.GetValueOrDefault(day);
            days.Add(new IntakeDay(
                day, acceptedOn.GetValueOrDefault(day), refusedOn.GetValueOrDefault(day),
                unknown?.Statements ?? 0, unknown?.UnknownLearner ?? 0, unknown?.UnknownActivity ?? 0));
        }

        return days;
    }
}
