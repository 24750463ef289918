using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Text;

namespace Analytics.ClickHouse;

/// <summary>
/// Server-side parameters: <c>{name:Type}</c> in the SQL takes the value added here under that name. Values travel in the
/// request's body, never in its address, since they may be personal data.
/// </summary>
public sealed class QueryParameters : IEnumerable<KeyValuePair<string, string>>
{
    private readonly List<KeyValuePair<string, string>> _values = [];
    private readonly List<KeyTable> _tables = [];

    internal IReadOnlyList<KeyTable> Tables => _tables;

    public QueryParameters Add(string name, object? value)
    {
        _values.Add(new("param_" + name, Format(value, nested: false)));
        return this;
    }

    /// <summary>
    /// Keys as a table with the one column <c>key</c>: <c>WHERE id IN (SELECT key FROM wanted)</c>. For lists of any length; an array
    /// parameter is one form field, of which ClickHouse reads 128 KiB only: 3,000 UUIDs.
    /// </summary>
    public QueryParameters AddKeys(string table, IReadOnlyCollection<Guid> keys) =>
        AddKeys(table, "UUID", keys, static (writer, key) => writer.Write(key));

    public QueryParameters AddKeys(string table, IReadOnlyCollection<string> keys) =>
        AddKeys(table, "String", keys, static (writer, key) => writer.Write(key));

    public QueryParameters AddKeys(string table, IReadOnlyCollection<ulong> keys) =>
        AddKeys(table, "UInt64", keys, static (writer, key) => writer.Write(key));

    public QueryParameters AddKeys(string table, IReadOnlyCollection<DateTimeOffset> keys) =>
        AddKeys(table, "DateTime64(6, 'UTC')", keys, static (writer, key) => writer.Write(key));

    /// <summary>Learners and the people they may be, as a table with the columns <c>learner</c> and <c>person_id</c>.</summary>
    public QueryParameters AddOwners(string table, IReadOnlyCollection<(string Learner, Guid Person)> owners) =>
        AddRows(table, "learner String, person_id UUID", owners, static (writer, owner) =>
        {
            writer.Write(owner.Learner);
            writer.Write(owner.Person);
        });

    private QueryParameters AddKeys<T>(string table, string type, IReadOnlyCollection<T> keys, Action<RowBinaryWriter, T> write) =>
        AddRows(table, "key " + type, keys, write);

    private QueryParameters AddRows<T>(string table, string structure, IReadOnlyCollection<T> rows, Action<RowBinaryWriter, T> write)
    {
        var buffer = new ArrayBufferWriter<byte>(Math.Max(16, rows.Count * 16));
        var writer = new RowBinaryWriter(buffer);
        foreach (var row in rows)
            write(writer, row);
        _tables.Add(new KeyTable(table, structure, buffer.WrittenMemory));
        return this;
    }

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static string Format(object? value, bool nested) => value switch
    {
        null => nested ? "NULL" : "\\N",
        string text => nested ? Quote(text) : Escape(text),
        bool flag => flag ? "1" : "0",
        Guid id => nested ? Quote(id.ToString()) : id.ToString(),
        DateTimeOffset moment => Quoted(moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture), nested),
        DateOnly date => Quoted(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), nested),
        NodaTime.LocalDate date => Quoted(date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture), nested),
        NodaTime.Instant moment => Quoted(moment.ToString("uuuu-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture), nested),
        IEnumerable list => "[" + string.Join(',', list.Cast<object?>().Select(item => Format(item, nested: true))) + "]",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException($"A query parameter cannot be a {value.GetType().Name}."),
    };

    private static string Quoted(string text, bool nested) => nested ? Quote(text) : text;

    private static string Quote(string text) => "'" + Escape(text).Replace("'", "\\'", StringComparison.Ordinal) + "'";

    // ClickHouse reads a parameter's text as one TSV field.
    private static string Escape(string text)
    {
        if (text.AsSpan().IndexOfAny("\\\t\n\r\0") < 0)
            return text;
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            _ = c switch
            {
                '\\' => escaped.Append("\\\\"),
                '\t' => escaped.Append("\\t"),
                '\n' => escaped.Append("\\n"),
                '\r' => escaped.Append("\\r"),
                '\0' => escaped.Append("\\0"),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }
}

/// <summary>A table that travels with a query and lives as long as it: external data, in ClickHouse's words.</summary>
internal sealed record KeyTable(string Name, string Structure, ReadOnlyMemory<byte> Rows);
