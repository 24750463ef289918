/** Numbers and dates as one language writes them: id-ID 1.234,5 and en-GB 1,234.5. */
export interface Formats {
  locale: string;
  /** A whole number. */
  count(value: number): string;
  /** Learning hours, always with one decimal, so that columns line up. */
  jp(value: number): string;
  /** A limit or a minimum: 20, or 22.5. */
  limit(value: number): string;
  /** A large sum of hours: whole from a thousand on. */
  jpSum(value: number): string;
  percent(share: number): string;
  date(isoDate: string): string;
  dayMonth(isoDate: string): string;
  time(instant: string | number): string;
  dateTime(instant: string | number): string;
  month(month: number, width?: 'long' | 'short' | 'narrow'): string;
  monthYear(isoDate: string): string;
  bytes(value: number): string;
  signed(value: number): string;
}

const cache = new Map<string, Formats>();

export function formatsFor(language: string): Formats {
  let formats = cache.get(language);
  if (!formats) cache.set(language, (formats = create(language === 'en' ? 'en-GB' : 'id-ID')));
  return formats;
}

function create(locale: string): Formats {
  const count = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const jp = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const limit = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const signed = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const kilobytes = new Intl.NumberFormat(locale, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 });
  const megabytes = new Intl.NumberFormat(locale, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 });
  const gigabytes = new Intl.NumberFormat(locale, { style: 'unit', unit: 'gigabyte', maximumFractionDigits: 1 });
  const months = { long: monthsOf(locale, 'long'), short: monthsOf(locale, 'short'), narrow: monthsOf(locale, 'narrow') };

  // A plain date has no time zone: it is read and written as UTC, so that it never moves by a day.
  const plain = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    return (isoDate: string) => format.format(new Date(`${isoDate.slice(0, 10)}T00:00:00Z`));
  };
  // Schedules, jobs and reports are in WIB, wherever the reader is.
  const instant = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'Asia/Jakarta' });
    return (value: string | number) => `${format.format(new Date(value))} WIB`;
  };

  return {
    locale,
    count: (value) => count.format(value),
    jp: (value) => jp.format(value),
    limit: (value) => limit.format(value),
    jpSum: (value) => (Math.abs(value) >= 1000 ? count.format(value) : jp.format(value)),
    percent: (share) => percent.format(share),
    date: plain({ day: 'numeric', month: 'long', year: 'numeric' }),
    dayMonth: plain({ day: 'numeric', month: 'short' }),
    monthYear: plain({ month: 'long', year: 'numeric' }),
    time: instant({ hour: '2-digit', minute: '2-digit' }),
    dateTime: instant({ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' }),
    month: (month, width = 'long') => months[width][month - 1] ?? String(month),
    bytes: (value) =>
      value < 1_000_000
        ? kilobytes.format(Math.max(1, value / 1000))
        : value < 1_000_000_000
          ? megabytes.format(value / 1_000_000)
          : gigabytes.format(value / 1_000_000_000),
    signed: (value) => signed.format(value).replace('-', '−'),
  };
}

function monthsOf(locale: string, month: 'long' | 'short' | 'narrow'): string[] {
  const format = new Intl.DateTimeFormat(locale, { month, timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, index) => format.format(Date.UTC(2026, index, 1)));
}
