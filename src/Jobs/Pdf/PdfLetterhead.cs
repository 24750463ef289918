namespace Jobs.Pdf;

/// <summary>The head of an official page: whose record it is from, the title, of whom and when, under a double rule.</summary>
internal static class PdfLetterhead
{
    public static void Write(PdfPaper paper, string title, string subject, string period)
    {
        paper.Page.Text(PdfPage.Width / 2, paper.Y + 8, "CATATAN BELAJAR APARATUR SIPIL NEGARA", TrueTypeFont.Bold, 9, Align.Center, Ink.Soft);
        paper.Y += 22;
        paper.Page.Line(PdfPaper.Left, paper.Y, PdfPaper.Right, paper.Y, 1.6);
        paper.Page.Line(PdfPaper.Left, paper.Y + 2.8, PdfPaper.Right, paper.Y + 2.8, 0.5);
        paper.Y += 24;
        paper.Centered(title.ToUpperInvariant(), TrueTypeFont.Bold, 13, 17);
        paper.Y += 3;
        paper.Centered(subject, TrueTypeFont.Bold, 11, 15);
        paper.Y += 1;
        paper.Centered(period, TrueTypeFont.Regular, 9.5, 13);
    }
}
