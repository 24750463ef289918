using System.Buffers.Binary;
using System.Numerics;

namespace Analytics.Files;

/// <summary>SHA-224 (FIPS 180-4 6.3): SHA-256 from another start, cut to seven words. The xAPI allows it, .NET has it not.</summary>
internal sealed class Sha224
{
    private const int BlockBytes = 64;
    private const int HashBytes = 28;

    private static readonly uint[] Constants =
    [
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
    ];

    private readonly uint[] _state =
        [0xc1059ed8, 0x367cd507, 0x3070dd17, 0xf70e5939, 0xffc00b31, 0x68581511, 0x64f98fa7, 0xbefa4fa4];

    private readonly uint[] _schedule = new uint[Constants.Length];
    private readonly byte[] _block = new byte[BlockBytes];
    private int _inBlock;
    private long _length;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        _length += bytes.Length;
        while (!bytes.IsEmpty)
        {
            var taken = Math.Min(bytes.Length, BlockBytes - _inBlock);
            bytes[..taken].CopyTo(_block.AsSpan(_inBlock));
            bytes = bytes[taken..];
            _inBlock += taken;
            if (_inBlock < BlockBytes)
                return;
            Compress();
            _inBlock = 0;
        }
    }

    public byte[] Finish()
    {
        // FIPS 180-4 5.1.1: a one, zeros, and the length in bits at the end of a block.
        var bits = _length * 8;
        Append([0x80]);
        if (_inBlock > BlockBytes - sizeof(long))
            Append(new byte[BlockBytes - _inBlock]);
        Append(new byte[BlockBytes - sizeof(long) - _inBlock]);
        Span<byte> length = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(length, bits);
        Append(length);

        var hash = new byte[HashBytes];
        for (var i = 0; i < HashBytes / sizeof(uint); i++)
            BinaryPrimitives.WriteUInt32BigEndian(hash.AsSpan(i * sizeof(uint)), _state[i]);
        return hash;
    }

    // FIPS 180-4 6.2.2
    private void Compress()
    {
        var w = _schedule;
        for (var t = 0; t < 16; t++)
            w[t] = BinaryPrimitives.ReadUInt32BigEndian(_block.AsSpan(t * sizeof(uint)));
        for (var t = 16; t < w.Length; t++)
        {
            var small0 = BitOperations.RotateRight(w[t - 15], 7) ^ BitOperations.RotateRight(w[t - 15], 18) ^ (w[t - 15] >> 3);
            var small1 = BitOperations.RotateRight(w[t - 2], 17) ^ BitOperations.RotateRight(w[t - 2], 19) ^ (w[t - 2] >> 10);
            w[t] = w[t - 16] + small0 + w[t - 7] + small1;
        }

        var (a, b, c, d, e, f, g, h) = (_state[0], _state[1], _state[2], _state[3], _state[4], _state[5], _state[6], _state[7]);
        for (var t = 0; t < w.Length; t++)
        {
            var big1 = BitOperations.RotateRight(e, 6) ^ BitOperations.RotateRight(e, 11) ^ BitOperations.RotateRight(e, 25);
            var first = h + big1 + ((e & f) ^ (~e & g)) + Constants[t] + w[t];
            var big0 = BitOperations.RotateRight(a, 2) ^ BitOperations.RotateRight(a, 13) ^ BitOperations.RotateRight(a, 22);
            var second = big0 + ((a & b) ^ (a & c) ^ (b & c));
            (h, g, f, e, d, c, b, a) = (g, f, e, d + first, c, b, a, first + second);
        }

        ReadOnlySpan<uint> added = [a, b, c, d, e, f, g, h];
        for (var i = 0; i < added.Length; i++)
            _state[i] += added[i];
    }
}
