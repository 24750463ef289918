namespace Analytics.Relational;

/// <summary>Directories and files only the user the service runs as can read: they hold keys and personal data.</summary>
public static class PrivateDirectory
{
    /// <summary>Creates it and the directories above it, closed to others. One that exists keeps the permissions its owner gave it.</summary>
    public static void Create(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        // .NET closes the last one only.
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } above && !Directory.Exists(above))
            Create(above);
        Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    internal static void RestrictFile(string path)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
