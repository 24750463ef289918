import type { SessionAnswer } from './contract';

export type { AgencyMonths, DayHours, GroupTotals, OwnUnresolvedLearner, YearInDays, YearInMonths } from './contract';

/** The shapes of /api/v1 that the pages read. */

export type Role = SessionAnswer['role'];
export type Status = 'MET' | 'UNMET' | 'EXEMPT' | 'NOT_REQUIRED';

export type Session = SessionAnswer;

export interface Agency {
  code: string;
  name: string;
  kind: string;
  parentCode: string | null;
  provinceCode: string | null;
  timezone: string;
  people: number;
}

export interface Counts {
  people: number;
  met: number;
  unmet: number;
  exempt: number;
  notRequired: number;
  countedJp: number;
  meanJp: number;
}

export interface ByEmploymentType extends Counts {
  employmentType: string;
}

export interface JpTotals {
  credits: number;
  people: number;
  claimedJp: number;
  convertedJp: number;
  countedJp: number;
}

export interface ByForm extends JpTotals {
  form: string;
}

export interface ByProvider extends JpTotals {
  provider: string;
}

export interface ByCompetency {
  competency: string;
  name: string;
  people: number;
  share: number;
}

export interface ByMonth {
  month: number;
  credits: number;
  countedJp: number;
  byForm: { form: string; countedJp: number }[];
}

export interface Aggregate extends Counts {
  year: number;
  computedAt: string | null;
  byEmploymentType: ByEmploymentType[];
  byForm: ByForm[];
  byProvider: ByProvider[];
  byCompetency: ByCompetency[];
  byMonth: ByMonth[];
}

export interface AgencyCompliance extends Aggregate {
  code: string;
  name: string;
}

export interface AgencyCounts extends Counts {
  code: string;
  name: string;
  kind: string;
  provinceCode: string | null;
}

/** "" for agencies of no province: ministries and national bodies. */
export interface ProvinceCounts extends Counts {
  provinceCode: string;
  agencies: number;
}

export interface NationCompliance extends Aggregate {
  agencies: AgencyCounts[];
  byProvince: ProvinceCounts[];
}

export interface PersonRow {
  personId: string;
  name: string;
  employmentType: string;
  unit: string | null;
  positionGroup: string | null;
  countedJp: number;
  minJp: number | null;
  missingJp: number | null;
  status: Status;
}

export interface PeoplePage {
  people: PersonRow[];
  next: string | null;
}

/** The same words in the languages of the pages. */
export interface Bilingual {
  id: string;
  en: string;
}

/** A change of hours as a sentence, with the law it rests on: the service's own words. */
export interface Explanation {
  rule: string;
  jp: number;
  sentence: Bilingual;
  legalBasis: Bilingual;
}

export interface Credit {
  statementId: string;
  activityIri: string;
  title: string | null;
  provider: string;
  form: string;
  level: string;
  date: string;
  timestamp: string;
  claimedJp: number;
  convertedJp: number;
  countedJp: number;
  conversion: Explanation | null;
  reductions: Explanation[];
}

export interface PersonCompetency {
  competency: string;
  name: string;
  covered: boolean;
  coveredOn: string | null;
}

export interface Transcript {
  personId: string;
  name: string;
  year: number;
  employmentType: string;
  agencyCode: string;
  agencyName: string;
  requirement: { minJp: number | null; maxJp: number | null; rule: string | null } | null;
  target: { minJp: number; met: boolean } | null;
  claimedJp: number;
  convertedJp: number;
  countedJp: number;
  status: Status;
  credits: Credit[];
  competencies: PersonCompetency[];
}

export type ReportFormat = 'csv' | 'xlsx' | 'pdf';

/** What a printed transcript said. It names nobody. */
export interface Verification {
  code: string;
  initials: string;
  agencyName: string;
  employmentType: string;
  year: number;
  countedJp: number;
  minJp: number | null;
  status: Status;
  issuedAt: string;
  unchanged: boolean;
  pdfSha256: string;
}

export interface Report {
  id: string;
  agencyCode: string;
  year: number;
  kind: string;
  format: string;
  fileName: string;
  bytes: number;
  sha256: string;
  createdAt: string;
}

/** RFC 9457. */
export interface Problem {
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
}

export interface ReportSchedule {
  id: string;
  agencyCode: string;
  kind: string;
  cron: string;
  format: string;
  nextRun: string;
}
