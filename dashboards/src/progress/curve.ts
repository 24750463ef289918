import type { YearInDays } from '../api/contract';

/** How far the people of a year were by the end of a day. */
export interface Standing {
  date: string;
  /** Null where nobody must. */
  share: number | null;
  met: number;
  unmet: number;
  meanJp: number;
  countedJp: number;
}

const DayMs = 86_400_000;

/** The last day that can be spoken of: today, or the last of December of a year that is over. */
export function lastDayOf(year: number, today: string): string {
  return Number(today.slice(0, 4)) > year ? `${year}-12-31` : today;
}

/** The same day of another year; 29 February is the 28th where there is none. */
export function sameDayIn(year: number, date: string): string {
  const moved = `${year}${date.slice(4)}`;
  return moved.endsWith('-02-29') && !isLeap(year) ? `${year}-02-28` : moved;
}

export function standingOn(year: YearInDays, date: string): Standing {
  return curveOf(year, date).at(-1) ?? standingOf(year, date, year.metAtStart, 0);
}

/** One point for each day from the first of January to the day given. */
export function curveOf(year: YearInDays, through: string): Standing[] {
  const days = new Map(year.days.map((day) => [day.date, day]));
  let { metAtStart: met } = year;
  let jp = 0;
  const points: Standing[] = [];
  for (let day = Date.parse(`${year.year}-01-01`); day <= Date.parse(through); day += DayMs) {
    const date = isoOf(day);
    met += days.get(date)?.met ?? 0;
    jp += days.get(date)?.countedJp ?? 0;
    points.push(standingOf(year, date, met, jp));
  }
  return points;
}

/** What the seven days that end with this one brought. */
export function weekTo(year: YearInDays, date: string): { credits: number; countedJp: number; met: number } {
  const from = isoOf(Date.parse(date) - 6 * DayMs);
  const within = year.days.filter((day) => day.date >= from && day.date <= date);
  return {
    credits: within.reduce((sum, day) => sum + day.credits, 0),
    countedJp: within.reduce((sum, day) => sum + day.countedJp, 0),
    met: within.reduce((sum, day) => sum + day.met, 0),
  };
}

export interface Forecast {
  /** The days whose pace is carried on. */
  paceDays: number;
  metPerDay: number;
  daysLeft: number;
  met: number;
  share: number;
  meanJp: number;
  /** How many more would have to meet their minimum each day, so that all do by 31 December. */
  neededPerDay: number;
}

const PaceDays = 28;

/**
 * 31 December, if every day left brings what a day of the last four weeks brought: people who meet their minimum, and hours.
 * Null where there is nothing to foretell: a year that is over, has not run a week, or asks nothing of anybody.
 */
export function forecastOf(year: YearInDays, today: string): Forecast | null {
  const daysGone = daysBetween(`${year.year}-01-01`, today) + 1;
  const daysLeft = daysBetween(today, `${year.year}-12-31`);
  if (year.required === 0 || Number(today.slice(0, 4)) !== year.year || daysGone < 7 || daysLeft === 0) return null;
  const paceDays = Math.min(PaceDays, daysGone);
  const now = standingOn(year, today);
  const before = daysGone > paceDays ? standingOn(year, isoOf(Date.parse(today) - paceDays * DayMs)) : { met: year.metAtStart, meanJp: 0 };
  const metPerDay = (now.met - before.met) / paceDays;
  const met = Math.min(year.required, Math.round(now.met + metPerDay * daysLeft));
  return {
    paceDays,
    metPerDay,
    daysLeft,
    met,
    share: met / year.required,
    meanJp: now.meanJp + ((now.meanJp - before.meanJp) / paceDays) * daysLeft,
    neededPerDay: now.unmet / daysLeft,
  };
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DayMs);
}

/** Today where most of the nation is: a day of Jakarta, whatever the computer's own zone. */
export function todayOf(now: number): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Jakarta' }).format(now);
}

function standingOf(year: YearInDays, date: string, met: number, jp: number): Standing {
  return {
    date,
    met,
    unmet: Math.max(0, year.required - met),
    share: year.required === 0 ? null : met / year.required,
    meanJp: year.people === 0 ? 0 : jp / year.people,
    countedJp: jp,
  };
}

function isoOf(day: number): string {
  return new Date(day).toISOString().slice(0, 10);
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
