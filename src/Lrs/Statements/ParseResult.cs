using System.Diagnostics.CodeAnalysis;

namespace Lrs.Statements;

/// <summary>What parsing gives: a value, or the reason why there is none. Refusing is normal here, so it is no exception.</summary>
internal sealed class ParseResult<T>
    where T : class
{
    private readonly T? _value;
    private readonly StatementError? _error;

    private ParseResult(T? value, StatementError? error) => (_value, _error) = (value, error);

    public bool Success => _error is null;

    /// <summary>The value; asking a refusal for it is a bug.</summary>
    public T Value => _value ?? throw new InvalidOperationException($"There is no value, the input was refused: {_error!.Code}");

    /// <summary>The reason; asking a success for it is a bug.</summary>
    public StatementError Error => _error ?? throw new InvalidOperationException("There is no error, the input was accepted");

    public static ParseResult<T> Accept(T value) => new(value, null);

    public static ParseResult<T> Refuse(StatementError error) => new(null, error);

    public static implicit operator ParseResult<T>(T value) => Accept(value);

    public static implicit operator ParseResult<T>(StatementError error) => Refuse(error);

    public bool TryGetValue([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out StatementError? error)
    {
        (value, error) = (_value, _error);
        return error is null;
    }

    public TResult Match<TResult>(Func<T, TResult> accepted, Func<StatementError, TResult> refused) =>
        _error is null ? accepted(_value!) : refused(_error);
}
