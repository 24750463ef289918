using Analytics.Compliance.Transcript;
using Jobs.Pdf;
using Jobs.Reports;

namespace Jobs.Transcripts;

/// <summary>A transcript on paper: who, what was asked, what counts, every credit with what was cut and by which rule, and the code to check it by.</summary>
internal static class TranscriptPdf
{
    /// <summary>What follows a sentence: the law it rests on.</summary>
    private const string Law = "Dasar hukum: ";

    public static byte[] Write(PersonTranscript transcript, string code, string publicAddress, DateTimeOffset issuedAt)
    {
        var paper = new PdfPaper($"Transkrip belajar {transcript.Year}");
        PdfLetterhead.Write(paper, "Transkrip Pengembangan Kompetensi", transcript.Name,
            $"{Indonesian.NameOf(transcript.EmploymentType)} · {transcript.AgencyName} · tahun {transcript.Year}");
        paper.Heading("1. Ringkasan");
        paper.Table([new("Uraian", 2), new("Keterangan", 3)], [.. Summary(transcript)]);
        paper.Heading("2. Kegiatan");
        if (transcript.Credits.Count == 0)
            paper.Paragraph("Belum ada kegiatan yang diterima pada tahun ini.", ink: Ink.Soft);
        else
            Credits(paper, transcript);
        paper.Heading("3. Kompetensi dalam 36 bulan terakhir");
        paper.Table(
            [new("Kompetensi", 3), new("Terpenuhi", 2)],
            [.. transcript.Competencies.Select(one => new[] { one.Name, one.CoveredOn is { } day ? Indonesian.Date(day) : one.Covered ? "Ya" : "Belum" })]);
        Verification(paper, code, publicAddress, issuedAt);
        return paper.Finish($"Transkrip {transcript.Year} · kode verifikasi {code}");
    }

    private static IEnumerable<string[]> Summary(PersonTranscript transcript)
    {
        var (least, most) = (transcript.Requirement.MinJp, transcript.Requirement.MaxJp);
        yield return ["Status", Indonesian.NameOf(transcript.Status)];
        yield return ["JP dihitung", Indonesian.Jp(transcript.CountedJp)];
        yield return ["JP diklaim, lalu dikonversi", $"{Indonesian.Jp(transcript.ClaimedJp)}, lalu {Indonesian.Jp(transcript.ConvertedJp)}"];
        yield return ["Minimum", least is { } min ? $"{Indonesian.Jp(min)} JP" : "Tidak ada minimum untuk jenis ASN ini"];
        if (most is { } max)
            yield return ["Paling banyak dalam satu tahun perjanjian kerja", $"{Indonesian.Jp(max)} JP"];
        if (transcript.Target is { } target)
            yield return ["Target instansi", $"{Indonesian.Jp(target.MinJp)} JP, {(target.Met ? "tercapai" : "belum tercapai")}"];
        yield return ["Dasar hukum", transcript.Requirement.Rule ?? "–"];
        yield return ["Dihitung per", Indonesian.Date(Indonesian.DayInWib(transcript.ComputedAt))];
    }

    private static void Credits(PdfPaper paper, PersonTranscript transcript)
    {
        var credits = transcript.Credits.OrderBy(credit => credit.Timestamp).ThenBy(credit => credit.StatementId).ToList();
        paper.Table(
            [
                new("Tanggal", 17), new("Kegiatan", 38), new("Bentuk, platform", 24), new("Diklaim", 10, Align.Right),
                new("Dikonversi", 12, Align.Right), new("Dihitung", 10, Align.Right),
            ],
            [.. credits.Select(credit => new[]
            {
                Indonesian.Date(credit.Date), credit.Title.Length > 0 ? credit.Title : credit.ActivityIri,
                $"{credit.FormName.Id}{(credit.Level == "INTERNATIONAL" ? " internasional" : "")}, {credit.Provider}",
                Indonesian.Jp(credit.ClaimedJp), Indonesian.Jp(credit.ConvertedJp), Indonesian.Jp(credit.CountedJp),
            })],
            row => [.. credits[row].Reductions.Prepend(credits[row].Conversion).OfType<Explanation>()
                .Select(why => $"{why.Sentence.Id} {Law}{why.LegalBasis.Id}")],
            ["Jumlah", "", "", Indonesian.Jp(transcript.ClaimedJp), Indonesian.Jp(transcript.ConvertedJp), Indonesian.Jp(transcript.CountedJp)]);
        if (credits.Any(credit => credit.Reductions.Any(why => why.Rule == "duplicate")))
            paper.Paragraph("Kegiatan yang sudah dihitung lebih dahulu tidak termasuk dalam jumlah.", 7.5, Ink.Soft);
    }

    private static void Verification(PdfPaper paper, string code, string publicAddress, DateTimeOffset issuedAt)
    {
        const double height = 88;
        paper.Need(height + 20);
        paper.Y += 14;
        paper.Page.Fill(PdfPaper.Left, paper.Y, PdfPaper.TextWidth, height, Ink.Tint);
        paper.Page.Text(PdfPaper.Left + 12, paper.Y + 18, "Kode verifikasi", TrueTypeFont.Regular, 8.5, ink: Ink.Soft);
        paper.Page.Text(PdfPaper.Left + 12, paper.Y + 37, code, TrueTypeFont.Bold, 15);
        paper.Page.Text(PdfPaper.Left + 12, paper.Y + 53, "Periksa keaslian transkrip ini, dan apakah angkanya masih sama, di", TrueTypeFont.Regular, 8.5);
        paper.Page.Text(PdfPaper.Left + 12, paper.Y + 65, $"{publicAddress}/verify/{code}", TrueTypeFont.Bold, 8.5);
        paper.Page.Text(
            PdfPaper.Left + 12, paper.Y + 79, $"Diterbitkan {Indonesian.Date(Indonesian.DayInWib(issuedAt))}. Tanpa pemeriksaan kode, cetakan ini bukan bukti.",
            TrueTypeFont.Regular, 8.5, ink: Ink.Soft);
        paper.Y += height;
    }
}
