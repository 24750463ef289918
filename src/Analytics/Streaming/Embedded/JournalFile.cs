using System.Buffers.Binary;
using System.IO.Hashing;
using Microsoft.Win32.SafeHandles;

namespace Analytics.Streaming.Embedded;

/// <summary>A file of records, each with its length and hash before it. It only grows, and each record is on disk before the next is begun.</summary>
internal sealed class JournalFile : IDisposable
{
    private const int HeaderBytes = sizeof(int) + sizeof(ulong);

    private readonly SafeFileHandle _file;
    private byte[] _buffer = new byte[1 << 16];

    public JournalFile(string path)
    {
        Path = path;
        _file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
    }

    public string Path { get; }

    public long Length { get; private set; }

    public void Append(ReadOnlySpan<byte> record)
    {
        var bytes = HeaderBytes + record.Length;
        if (_buffer.Length < bytes)
            _buffer = new byte[bytes];
        BinaryPrimitives.WriteInt32LittleEndian(_buffer, record.Length);
        BinaryPrimitives.WriteUInt64LittleEndian(_buffer.AsSpan(sizeof(int)), XxHash3.HashToUInt64(record));
        record.CopyTo(_buffer.AsSpan(HeaderBytes));
        try
        {
            RandomAccess.Write(_file, _buffer.AsSpan(0, bytes), Length);
            RandomAccess.FlushToDisk(_file);
        }
        catch
        {
            // Not swallowed. What got there must not be found after a crash: its senders are told no, and may send something else.
            RandomAccess.SetLength(_file, Length);
            RandomAccess.FlushToDisk(_file);
            throw;
        }

        Length += bytes;
    }

    /// <summary>The records of a file. It may end in the middle of one that was being written when the power went; nobody was told yes for that.</summary>
    public static List<byte[]> Read(string path, out bool isWhole)
    {
        var records = new List<byte[]>();
        using var stream = File.OpenRead(path);
        Span<byte> header = stackalloc byte[HeaderBytes];
        while (stream.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false) is var read && read > 0)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(header);
            isWhole = false;
            if (read < HeaderBytes || length <= 0 || length > stream.Length - stream.Position)
                return records;
            var record = new byte[length];
            stream.ReadExactly(record);
            if (XxHash3.HashToUInt64(record) != BinaryPrimitives.ReadUInt64LittleEndian(header[sizeof(int)..]))
                return records;
            records.Add(record);
        }

        isWhole = true;
        return records;
    }

    public void Dispose() => _file.Dispose();
}
