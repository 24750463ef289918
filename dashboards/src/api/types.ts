import type {
  AgencyCompliance,
  CredentialSummary,
  FormHours,
  GroupTotals,
  ListedAgency,
  MonthHours,
  PersonTranscript,
  ProviderHours,
  ReportAnswer,
  ReportScheduleAnswer,
  SessionAnswer,
  TranscriptCredit,
  VerificationAnswer,
} from './contract';

/** Shorter names, and parts that several answers share. What an answer holds is said in `contract.ts` alone. */

export type Session = SessionAnswer;
export type Role = SessionAnswer['role'];
export type Agency = ListedAgency;

/** How many people there are, and how they stand. */
export type Counts = Omit<GroupTotals, 'name'>;
/** What was claimed, what the rules made of it, what counts. */
export type JpTotals = Omit<FormHours, 'form'> & Omit<ProviderHours, 'provider'>;
/** What the nation and an agency answer alike. */
export type Aggregate = Omit<AgencyCompliance, 'code' | 'name' | 'kind'>;
export type ByMonth = MonthHours;

export type Transcript = PersonTranscript;
export type Credit = TranscriptCredit;
export type Status = PersonTranscript['status'];

export type Report = ReportAnswer;
export type ReportFormat = 'csv' | 'xlsx' | 'pdf';
export type ReportSchedule = ReportScheduleAnswer;
export type Verification = VerificationAnswer;

export type Credential = CredentialSummary;
