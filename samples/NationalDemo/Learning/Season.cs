namespace Samples.Learning;

/// <summary>When in a year civil servants learn: little in January, most when budgets and hours run out in autumn.</summary>
internal static class Season
{
    private static readonly double[] Months = [0.5, 0.8, 0.9, 0.9, 1.0, 1.1, 1.1, 1.0, 1.3, 1.5, 1.5, 0.8];

    public static DateOnly Day(Chance chance, int year)
    {
        var month = chance.Weighted(Months) + 1;
        return WorkingDay(chance, new DateOnly(year, month, chance.Between(1, DateTime.DaysInMonth(year, month))));
    }

    /// <summary>Most of what falls on a weekend is done on the Monday.</summary>
    public static DateOnly WorkingDay(Chance chance, DateOnly day)
    {
        var toMonday = day.DayOfWeek switch { DayOfWeek.Saturday => 2, DayOfWeek.Sunday => 1, _ => 0 };
        return toMonday == 0 || chance.Hits(0.2) || day.AddDays(toMonday).Year != day.Year ? day : day.AddDays(toMonday);
    }

    public static double Weight(int month) => Months[month - 1];
}
