using System.Globalization;

namespace Samples.Registry;

/// <summary>Makes employee numbers of the right build: 18 digits, born, appointed (or contract), sex, serial.</summary>
internal static class Nip
{
    /// <summary>PNS and CPNS: birth YYYYMMDD, appointed as CPNS YYYYMM, 1 man or 2 woman, serial from 001.</summary>
    public static string OfOfficial(DateOnly born, DateOnly appointed, bool woman, int serial) =>
        string.Create(CultureInfo.InvariantCulture, $"{born:yyyyMMdd}{appointed:yyyyMM}{Sex(woman)}{serial:D3}");

    /// <summary>PPPK: birth YYYYMMDD, year first appointed, 2, number of the contract 1-9, sex, serial.</summary>
    public static string OfContract(DateOnly born, int firstAppointed, int contract, bool woman, int serial) =>
        string.Create(CultureInfo.InvariantCulture, $"{born:yyyyMMdd}{firstAppointed:D4}2{contract}{Sex(woman)}{serial:D3}");

    private static int Sex(bool woman) => woman ? 2 : 1;
}
