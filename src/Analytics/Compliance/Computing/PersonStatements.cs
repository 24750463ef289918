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

    // A person's last row; each row knows the one before it.
    private readonly Dictionary<Uuid, Place> _last = [];
    private readonly List<Block> _blocks = [];
    private readonly List<LearningStatement> _person = [];

    public Task ReadAsync(WantedPeople wanted, CancellationToken cancellation) => clickHouse.ReadBlocksAsync(
        StatementsOfPeople,
        wanted.Parameters(),
        (reader, rows) => _blocks.Add(Block.Read(reader, rows, _last, _blocks.Count)),
        cancellation);

    /// <summary>Mostly in order of their instants, as they are stored; now and then one twice. Until the next person is asked for.</summary>
    public List<LearningStatement> Of(Guid person)
    {
        _person.Clear();
        for (var place = _last.GetValueOrDefault(Uuid.Of(person)); place.RowsThrough > 0; place = _blocks[place.Block].Before(place))
            _person.Add(_blocks[place.Block].Statement(place.RowsThrough - 1));
        _person.Reverse();
        return _person;
    }

    public void Dispose()
    {
        foreach (var block in _blocks)
            block.Dispose();
    }

    /// <summary>A row of a block, counted from 1; none is the place before a person's first.</summary>
    private readonly record struct Place(int Block, int RowsThrough);

    /// <summary>The columns of the SELECT, in its order.</summary>
    private sealed class Block : IDisposable
    {
        private readonly Place[] _before;
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

        private Block(NativeReader reader, int rows, Dictionary<Uuid, Place> last, int number)
        {
            _before = Rent<Place>(rows);
            Chain(reader.ReadValues<Uuid>(rows), last, number);
            _ids = Rent<Uuid>(rows);
            reader.ReadValues<Uuid>(rows).CopyTo(_ids);
            _microseconds = Rent<long>(rows);
            reader.ReadValues<long>(rows).CopyTo(_microseconds);
            _learners = ReadKeys(reader, rows);
            _verbs = reader.ReadTexts(rows);
            _objects = ReadKeys(reader, rows);
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

        public static Block Read(NativeReader reader, int rows, Dictionary<Uuid, Place> last, int number) => new(reader, rows, last, number);

        public Place Before(Place place) => _before[place.RowsThrough - 1];

        public LearningStatement Statement(int row) => new(
            _ids[row].ToGuid(), Instant.FromUnixTimeTicks(_microseconds[row] * TimeSpan.TicksPerMicrosecond), _learners[row], _verbs[row],
            _objects[row], ActivitiesOf(row), _success[row], _completion[row], _durations[row], _jpExtensions[row], _certificates[row],
            _providers[row]);

        public void Dispose()
        {
            ArrayPool<Place>.Shared.Return(_before);
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

        // A person's rows follow each other: one look-up serves them all.
        private void Chain(ReadOnlySpan<Uuid> people, Dictionary<Uuid, Place> last, int number)
        {
            for (var row = 0; row < people.Length; row++)
            {
                ref var of = ref CollectionsMarshal.GetValueRefOrAddDefault(last, people[row], out _);
                _before[row] = of;
                while (row + 1 < people.Length && people[row + 1] == people[row])
                    _before[++row] = new Place(number, row);
                of = new Place(number, row + 1);
            }
        }

        private ReadOnlyMemory<TextKey> ActivitiesOf(int row)
        {
            var first = row == 0 ? 0 : _ends[row - 1];
            return _activities.AsMemory(first, _ends[row] - first);
        }

        private static TextKey[] ReadKeys(NativeReader reader, int rows)
        {
            var keys = Rent<TextKey>(rows);
            reader.ReadValues<TextKey>(rows).CopyTo(keys);
            return keys;
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
