using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Analytics.ClickHouse;
using NodaTime;

namespace Analytics.Compliance.Computing;

/// <summary>
/// The statements of a group of people, in the blocks they came in: they become objects a person at a time, and garbage with it.
/// None may be kept longer than this: it has its activities from here.
/// </summary>
internal sealed class PersonStatements(ClickHouseClient clickHouse) : IDisposable
{
    private static readonly string StatementsOfPeople = EmbeddedSql.Load<PersonStatements>(nameof(StatementsOfPeople));

    // A person's last run of rows; each knows the one before it. Nearly everybody has one.
    private readonly Dictionary<Uuid, int> _last = [];
    private readonly List<Run> _runs = [];
    private readonly List<Block> _blocks = [];
    private readonly List<LearningStatement> _person = [];

    public Task ReadAsync(WantedPeople wanted, CancellationToken cancellation) => clickHouse.ReadBlocksAsync(
        StatementsOfPeople,
        wanted.Parameters(),
        (reader, rows) =>
        {
            AddRuns(reader.ReadValues<Uuid>(rows));
            _blocks.Add(new Block(reader, rows));
        },
        cancellation);

    /// <summary>Mostly in order of their instants, as they are stored; now and then one twice. Until the next person is asked for.</summary>
    public List<LearningStatement> Of(Guid person)
    {
        _person.Clear();
        if (_last.TryGetValue(Uuid.Of(person), out var last))
            AddThrough(last);
        return _person;
    }

    public void Dispose()
    {
        foreach (var block in _blocks)
            block.Dispose();
    }

    // A person's rows follow each other: one look-up serves them all.
    private void AddRuns(ReadOnlySpan<Uuid> people)
    {
        for (int first = 0, end; first < people.Length; first = end)
        {
            end = first + 1;
            while (end < people.Length && people[end] == people[first])
                end++;
            ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(_last, people[first], out var known);
            _runs.Add(new Run(_blocks.Count, first, end, Before: known ? last : -1));
            last = _runs.Count - 1;
        }
    }

    private void AddThrough(int last)
    {
        var run = _runs[last];
        if (run.Before >= 0)
            AddThrough(run.Before);
        for (var row = run.First; row < run.End; row++)
            _person.Add(_blocks[run.Block].Statement(row));
    }

    /// <summary>Rows of a block that follow each other and are one person's, and the run before it; -1 where there is none.</summary>
    private readonly record struct Run(int Block, int First, int End, int Before);

    /// <summary>The columns of the SELECT, in its order.</summary>
    private sealed class Block : IDisposable
    {
        private readonly Uuid[] _ids;
        private readonly long[] _microseconds;
        private readonly TextKey[] _learners;
        private readonly TextColumn _verbs;
        private readonly TextKey[] _objects;
        private readonly int[] _ends;
        private readonly TextKey[] _activities;
        private readonly bool?[] _success;
        private readonly bool?[] _completion;
        private readonly TextColumn _durations;
        private readonly TextColumn _jpExtensions;
        private readonly TextBytes _certificates;
        private readonly TextColumn _providers;

        // The rest of the columns, after whose the rows are.
        public Block(NativeReader reader, int rows)
        {
            _ids = ReadValues<Uuid>(reader, rows);
            _microseconds = ReadValues<long>(reader, rows);
            _learners = ReadValues<TextKey>(reader, rows);
            _verbs = reader.ReadTexts(rows);
            _objects = ReadValues<TextKey>(reader, rows);
            _ends = Rent<int>(rows);
            _activities = reader.ReadLists<TextKey>(_ends.AsSpan(0, rows));
            _success = Rent<bool?>(rows);
            reader.ReadNullableBools(_success.AsSpan(0, rows));
            _completion = Rent<bool?>(rows);
            reader.ReadNullableBools(_completion.AsSpan(0, rows));
            _durations = reader.ReadTexts(rows);
            _jpExtensions = reader.ReadTexts(rows);
            _certificates = reader.ReadStrings(rows);
            _providers = reader.ReadTexts(rows);
        }

        public LearningStatement Statement(int row) => new(
            _ids[row].ToGuid(), Instant.FromUnixTimeTicks(_microseconds[row] * TimeSpan.TicksPerMicrosecond), _learners[row], _verbs[row],
            _objects[row], ActivitiesOf(row), _success[row], _completion[row], _durations[row], _jpExtensions[row], _certificates[row],
            _providers[row]);

        public void Dispose()
        {
            ArrayPool<Uuid>.Shared.Return(_ids);
            ArrayPool<long>.Shared.Return(_microseconds);
            ArrayPool<TextKey>.Shared.Return(_learners);
            ArrayPool<TextKey>.Shared.Return(_objects);
            ArrayPool<int>.Shared.Return(_ends);
            ArrayPool<TextKey>.Shared.Return(_activities);
            ArrayPool<bool?>.Shared.Return(_success);
            ArrayPool<bool?>.Shared.Return(_completion);
            _certificates.Dispose();
            foreach (var texts in (ReadOnlySpan<TextColumn>)[_verbs, _durations, _jpExtensions, _providers])
                texts.Dispose();
        }

        private ReadOnlyMemory<TextKey> ActivitiesOf(int row)
        {
            var first = row == 0 ? 0 : _ends[row - 1];
            return _activities.AsMemory(first, _ends[row] - first);
        }

        private static T[] ReadValues<T>(NativeReader reader, int rows)
            where T : unmanaged
        {
            var values = Rent<T>(rows);
            reader.ReadValues<T>(rows).CopyTo(values);
            return values;
        }

        private static T[] Rent<T>(int rows) => ArrayPool<T>.Shared.Rent(rows);
    }

    /// <summary>A UUID as ClickHouse has it in memory: two halves, each little-endian.</summary>
    private readonly record struct Uuid(ulong High, ulong Low)
    {
        public static Uuid Of(Guid id)
        {
            Span<byte> bytes = stackalloc byte[16];
            id.TryWriteBytes(bytes, bigEndian: true, out _);
            return new Uuid(BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]));
        }

        public Guid ToGuid()
        {
            Span<byte> bytes = stackalloc byte[16];
            BinaryPrimitives.WriteUInt64BigEndian(bytes, High);
            BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Low);
            return new Guid(bytes, bigEndian: true);
        }
    }
}
