using System.Data;
using System.Globalization;
using Dapper;

namespace Analytics.Relational;

/// <summary>
/// How values stand in the relational store, the same in every database: a time as ISO 8601 text in UTC with microseconds, which sorts as
/// text; an id as lower-case text.
/// </summary>
internal static class RelationalTypes
{
    public static void Register()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
        SqlMapper.AddTypeHandler(new TimeText());
        SqlMapper.RemoveTypeMap(typeof(Guid));
        SqlMapper.RemoveTypeMap(typeof(Guid?));
        SqlMapper.AddTypeHandler(new IdText());
        SqlMapper.RemoveTypeMap(typeof(string));
        SqlMapper.AddTypeHandler(new KeptText());
    }

    private sealed class TimeText : SqlMapper.TypeHandler<DateTimeOffset>
    {
        private const string Format = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

        public override DateTimeOffset Parse(object value) =>
            DateTimeOffset.Parse((string)value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value)
        {
            parameter.DbType = DbType.String;
            parameter.Value = value.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);
        }
    }

    /// <summary>PostgreSQL's text knows every character but U+0000: it stands as U+FFFD, in both databases.</summary>
    private sealed class KeptText : SqlMapper.TypeHandler<string>
    {
        public override string? Parse(object value) => (string)value;

        public override void SetValue(IDbDataParameter parameter, string? value)
        {
            parameter.DbType = DbType.String;
            parameter.Value = (object?)value?.Replace('\0', '\uFFFD') ?? DBNull.Value;
        }
    }

    private sealed class IdText : SqlMapper.TypeHandler<Guid>
    {
        public override Guid Parse(object value) => Guid.Parse((string)value);

        public override void SetValue(IDbDataParameter parameter, Guid value)
        {
            parameter.DbType = DbType.String;
            parameter.Value = value.ToString();
        }
    }
}
