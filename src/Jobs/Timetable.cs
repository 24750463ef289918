using Quartz;

namespace Jobs;

/// <summary>When something happens again and again: after an interval, or at times of day in WIB.</summary>
public sealed record Timetable
{
    /// <summary>Jakarta's time; it has known no daylight saving since 1964, so every time of day exists once.</summary>
    public static readonly TimeZoneInfo Wib = TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta");

    private readonly CronExpression? _cron;

    private Timetable(TimeSpan? interval, string? cron, string inWords)
    {
        (Interval, Cron, InWords) = (interval, cron, inWords);
        _cron = cron is null ? null : new CronExpression(cron, Wib);
    }

    public TimeSpan? Interval { get; }

    /// <summary>In Quartz's form: second, minute, hour, day of month, month, day of week.</summary>
    public string? Cron { get; }

    public string InWords { get; }

    public static Timetable Every(TimeSpan interval, string inWords) => new(interval, null, inWords);

    public static Timetable At(string cron, string inWords) => new(null, cron, inWords);

    /// <summary>
    /// monthly, quarterly and yearly: the first day at 02:00, when the night's computation is done. Else a cron expression, of five fields as
    /// crontab has them or of six as Quartz has them.
    /// </summary>
    /// <param name="wrong">What about it cannot be read; empty where it can.</param>
    public static bool TryParse(string cadence, out Timetable timetable, out string wrong)
    {
        (timetable, wrong) = (Yearly, "");
        switch (cadence)
        {
            case "monthly":
                timetable = Monthly;
                return true;
            case "quarterly":
                timetable = Quarterly;
                return true;
            case "yearly":
                return true;
        }

        var fields = cadence.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        wrong = fields is < 5 or > 7
            ? $"expected monthly, quarterly, yearly, or a cron expression of five fields (minute, hour, day of month, month, day of week) in WIB, found {fields}"
            // TRICKY: Quartz keeps "any" and "none" as the numbers 99 and 98, and takes them from the text too.
            : cadence.Split(' ', ',', '-', '/').FirstOrDefault(part => part is "99" or "98") is { } outside ? $"{outside} is outside of every field's range"
            : "";
        if (wrong.Length > 0)
            return false;
        try
        {
            timetable = At(CronExpression.Parse(cadence, fields == 5 ? CronFormat.Unix : CronFormat.Quartz).CronExpressionString, cadence);
            return true;
        }
        catch (FormatException exception)
        {
            wrong = exception.Message;
            return false;
        }
    }

    /// <summary>The first time after <paramref name="moment"/>, or null where there is none any more.</summary>
    public DateTimeOffset? NextAfter(DateTimeOffset moment) =>
        Interval is { } interval ? moment + interval : _cron!.GetNextValidTimeAfter(moment);

    private static readonly Timetable Monthly = At("0 0 2 1 * ?", "on the first of each month at 02:00 WIB");
    private static readonly Timetable Quarterly = At("0 0 2 1 1,4,7,10 ?", "on the first of each quarter at 02:00 WIB");
    private static readonly Timetable Yearly = At("0 0 2 1 1 ?", "on 1 January at 02:00 WIB");
}
