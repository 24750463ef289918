namespace Analytics.Ingest;

/// <summary>What kind of object a property stands in, as far as its meaning for comparison depends on that.</summary>
internal enum Place
{
    Plain,
    Statement,

    /// <summary>A statement whose signatures are left aside.</summary>
    Unsigned,
    Verb,
    Account,
    ContextActivities,
    LanguageMap,
    Extensions,
}

/// <summary>How a property takes part when statements are compared.</summary>
internal enum Meaning
{
    Plain,
    LeftOut,
    Verbatim,
    Verb,
    Account,
    LanguageMap,
    ContextActivities,
    Activities,
    Attachments,
    ObjectType,
    Uuid,
    Caseless,
    Mbox,
    MediaType,
    Duration,
    Timestamp,
}

/// <summary>
/// Knows for each property what it means when statements are compared (xAPI Data 2.3.1). Statements are valid, so a name stands only where
/// the standard has it; names that clients choose are in extensions and language maps alone.
/// </summary>
internal static class PropertyMeanings
{
    public static Meaning Of(ReadOnlySpan<byte> name, Place place) => place switch
    {
        Place.Extensions => Meaning.Verbatim,
        Place.LanguageMap => Meaning.Plain,
        Place.ContextActivities => Meaning.Activities,
        _ => OfKnown(name, place),
    };

    // By length first: this runs for every property of every statement.
    private static Meaning OfKnown(ReadOnlySpan<byte> name, Place place)
    {
        var isOfStatement = place is Place.Statement or Place.Unsigned;
        return name.Length switch
        {
            2 when name.SequenceEqual("id"u8) => isOfStatement ? Meaning.LeftOut : Meaning.Uuid,
            4 when name.SequenceEqual("name"u8) => place == Place.Account ? Meaning.Plain : Meaning.LeftOut,
            4 when name.SequenceEqual("verb"u8) => Meaning.Verb,
            4 when name.SequenceEqual("mbox"u8) => Meaning.Mbox,
            4 when name.SequenceEqual("sha2"u8) => Meaning.Caseless,
            6 when isOfStatement && name.SequenceEqual("stored"u8) => Meaning.LeftOut,
            7 when isOfStatement && name.SequenceEqual("version"u8) => Meaning.LeftOut,
            7 when name.SequenceEqual("display"u8) => place == Place.Verb ? Meaning.LeftOut : Meaning.LanguageMap,
            7 when name.SequenceEqual("account"u8) => Meaning.Account,
            8 when name.SequenceEqual("duration"u8) => Meaning.Duration,
            8 when name.SequenceEqual("language"u8) => Meaning.Caseless,
            9 when isOfStatement && (name.SequenceEqual("timestamp"u8) || name.SequenceEqual("authority"u8)) => Meaning.LeftOut,
            9 when name.SequenceEqual("timestamp"u8) => Meaning.Timestamp,
            10 when name.SequenceEqual("objectType"u8) => Meaning.ObjectType,
            10 when name.SequenceEqual("definition"u8) => Meaning.LeftOut,
            10 when name.SequenceEqual("extensions"u8) => Meaning.Verbatim,
            11 when name.SequenceEqual("contentType"u8) => Meaning.MediaType,
            11 when name.SequenceEqual("description"u8) => Meaning.LanguageMap,
            11 when name.SequenceEqual("attachments"u8) => Meaning.Attachments,
            12 when name.SequenceEqual("registration"u8) => Meaning.Uuid,
            12 when name.SequenceEqual("mbox_sha1sum"u8) => Meaning.Caseless,
            17 when name.SequenceEqual("contextActivities"u8) => Meaning.ContextActivities,
            _ => Meaning.Plain,
        };
    }
}
