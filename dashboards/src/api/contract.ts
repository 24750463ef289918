// Made from openapi.json by `npm run types`: not edited by hand. The service's tests keep openapi.json true.

/* eslint-disable */

export interface ActivityWorth {
  activityIri: string;
  title: string;
  form: string;
  level: string;
  jp: number | null;
  units: number | null;
  countsJp: number | null;
  basis: string | null;
  value: number | null;
  jpPerDay: number | null;
  eventsPerMonth: number | null;
  competencies: string[];
  validFrom: string | null;
  validTo: string | null;
}

export interface AgencyCompliance {
  year: number;
  people: number;
  met: number;
  unmet: number;
  exempt: number;
  notRequired: number;
  countedJp: number;
  meanJp: number;
  computedAt: string | null;
  byEmploymentType: EmploymentTypeCompliance[];
  byForm: FormHours[];
  byProvider: ProviderHours[];
  byCompetency: CompetencyShare[];
  byMonth: MonthHours[];
  code: string;
  name: string;
  kind: string;
}

export interface AgencyMonths {
  code: string;
  credits: number[];
  countedJp: number[];
  met: number[];
}

export interface AgencyPeoplePage {
  people: AgencyPerson[];
  next: string | null;
}

export interface AgencyPerson {
  personId: string;
  name: string;
  employmentType: string;
  unit: string;
  positionGroup: string;
  countedJp: number;
  minJp: number | null;
  missingJp: number;
  status: "MET" | "UNMET" | "EXEMPT" | "NOT_REQUIRED";
}

export interface AgencyTotals {
  code: string;
  name: string;
  people: number;
  met: number;
  unmet: number;
  exempt: number;
  notRequired: number;
  countedJp: number;
  meanJp: number;
  kind: string;
  provinceCode: string | null;
}

export interface Bilingual {
  id: string;
  en: string;
}

export interface CertificateHolder {
  personId: string;
  name: string;
  agencyCode: string;
}

export interface ChangedUser {
  displayName?: string | null;
  role?: string | null;
  agencyCode?: string | null;
  provider?: string | null;
  personId?: string | null;
  disabled: boolean;
}

export interface CompetencyShare {
  competency: string;
  name: string;
  people: number;
  share: number;
}

export interface CreatedCredential {
  key: string;
  secret: string;
  provider: string;
  scopes: string[];
  allowedOrigins: string[];
  expiresAt: string | null;
}

export interface CreatedUser {
  userName: string;
  displayName: string;
  role: "lan" | "agency" | "vendor" | "asn";
  agencyCode: string | null;
  provider: string | null;
  personId: string | null;
  initialPassword: string | null;
  initialPasswordUntil: string | null;
}

export interface CredentialChange {
  changedAt: string;
  key: string;
  change: string;
  detail: string;
  caller: string;
}

export interface CredentialSummary {
  key: string;
  provider: string;
  scopes: string[];
  name: string;
  createdAt: string;
  allowedOrigins: string[];
  expiresAt: string | null;
  previousValidUntil: string | null;
  lastUsedOn: string | null;
  revokedAt: string | null;
}

export interface DayHours {
  date: string;
  credits: number;
  countedJp: number;
  met: number;
}

export interface DiskState {
  freeBytes: number;
  totalBytes: number;
  databaseBytes: number;
}

export interface DrivenAnswer {
  driven: number;
}

export interface EmploymentTypeCompliance {
  employmentType: string;
  people: number;
  met: number;
  unmet: number;
  exempt: number;
  notRequired: number;
  countedJp: number;
  meanJp: number;
}

export interface Explanation {
  rule: string;
  jp: number;
  sentence: Bilingual;
  legalBasis: Bilingual;
}

export interface FormHours {
  form: string;
  credits: number;
  people: number;
  claimedJp: number;
  convertedJp: number;
  countedJp: number;
}

export interface FoundPerson {
  personId: string;
  name: string;
  agencyCode: string;
  employmentType: string;
}

export interface GroupTotals {
  name: string;
  people: number;
  met: number;
  unmet: number;
  exempt: number;
  notRequired: number;
  countedJp: number;
  meanJp: number;
}

export interface ImportAnswer {
  accepted: number;
  changed: number;
  rejectedCount: number;
  rejected: Rejection[];
}

export interface IntakeDay {
  day: string;
  accepted: number;
  refusedRequests: number;
  notRecognised: number;
  unknownLearner: number;
  unknownActivity: number;
}

export interface JobAnswer {
  name: string;
  description: string;
  schedule: string;
  nextRun: string | null;
  lastSuccess: string | null;
  failing: boolean;
  overdue: boolean;
  runs: JobRunAnswer[];
}

export interface JobRunAnswer {
  id: string;
  startedAt: string;
  finishedAt: string | null;
  seconds: number | null;
  rows: number;
  outcome: "running" | "succeeded" | "failed";
  error: string | null;
  note: string | null;
}

export interface ListedAgency {
  code: string;
  name: string;
  kind: string;
  parentCode: string | null;
  provinceCode: string | null;
  timezone: string;
  people: number;
}

export interface ListedForm {
  code: string;
  siasnId: number | null;
  basis: string;
  national: number | null;
  international: number | null;
  eventsPerMonth: number | null;
  jpPerDay: number | null;
  jpPerDayInternational: number | null;
  legalBasis: string;
}

export interface ListedRequirement {
  employmentType: string;
  minJp: number | null;
  maxJp: number | null;
  period: string;
  validFrom: string | null;
  validTo: string | null;
  legalBasis: string;
}

export interface ListedRulePack {
  name: string;
  legalBasis: string;
  validFrom: string | null;
  validTo: string | null;
  minutesPerJp: number;
  qualifyingVerbs: string[];
  requirements: ListedRequirement[];
  targets: ListedTarget[];
  forms: ListedForm[];
  competencies: string[];
}

export interface ListedTarget {
  agencyCode: string;
  minJp: number;
  validFrom: string | null;
  validTo: string | null;
  legalBasis: string;
}

export interface MadePassword {
  initialPassword: string;
  initialPasswordUntil: string;
}

export interface ManualClaim {
  date: string;
  personId: string;
  statementId: string;
  agencyCode: string;
  activityIri: string;
  title: string;
  provider: string;
  form: string;
  level: string;
  claimedJp: number;
  name: string;
}

export interface ManualClaimsPage {
  claims: ManualClaim[];
  next: string | null;
}

export interface ManualCredit {
  entryId: string;
  personId: string;
  statementId: string;
  jp: number;
  reason: string;
  enteredBy: string;
  enteredAt: string;
}

export interface MappingAnswer {
  index: number;
  outcome: "stored" | "unchanged" | "overtaken" | "rejected";
  property: string | null;
  reason: string | null;
}

export interface Mappings {
  mappings?: (Record<string, unknown>)[] | null;
}

export interface MappingsAnswer {
  accepted: number;
  changed: number;
  rejected: number;
  rows: MappingAnswer[];
}

export interface MonthFormHours {
  form: string;
  countedJp: number;
}

export interface MonthHours {
  month: number;
  credits: number;
  countedJp: number;
  byForm: MonthFormHours[];
}

export interface NationCompliance {
  year: number;
  people: number;
  met: number;
  unmet: number;
  exempt: number;
  notRequired: number;
  countedJp: number;
  meanJp: number;
  computedAt: string | null;
  byEmploymentType: EmploymentTypeCompliance[];
  byForm: FormHours[];
  byProvider: ProviderHours[];
  byCompetency: CompetencyShare[];
  byMonth: MonthHours[];
  agencies: AgencyTotals[];
  byProvince: ProvinceTotals[];
}

export interface NewCredential {
  provider?: string | null;
  scopes?: string[] | null;
  name?: string | null;
  allowedOrigins?: string[] | null;
  expiresAt?: string | null;
}

export interface NewManualCredit {
  jp?: number | null;
  reason?: string | null;
}

export interface NewOrigins {
  allowedOrigins?: string[] | null;
}

export interface NewPassword {
  currentPassword?: string | null;
  password?: string | null;
}

export interface NewReport {
  agencyCode?: string | null;
  year?: number | null;
  kind?: string | null;
  format?: string | null;
  provider?: string | null;
}

export interface NewReportSchedule {
  agencyCode?: string | null;
  kind?: string | null;
  cron?: string | null;
  format?: string | null;
  provider?: string | null;
}

export interface NewSecret {
  overlapHours?: number | null;
}

export interface NewUser {
  userName?: string | null;
  displayName?: string | null;
  password?: string | null;
  role?: string | null;
  agencyCode?: string | null;
  provider?: string | null;
  personId?: string | null;
}

export interface OwnMapping {
  ifi?: string | null;
  personId?: string | null;
}

export interface OwnUnresolvedLearner {
  ifi: string;
  kind: string;
  providers: string[];
  statements: number;
  lastDay: string;
}

export interface PersonCompetency {
  competency: string;
  name: string;
  covered: boolean;
  coveredOn: string | null;
}

export interface PersonCompliance {
  personId: string;
  name: string;
  year: number;
  employmentType: string;
  agencyCode: string;
  agencyName: string;
  requirement: Requirement;
  target: Target | null;
  claimedJp: number;
  convertedJp: number;
  countedJp: number;
  status: "MET" | "UNMET" | "EXEMPT" | "NOT_REQUIRED";
  credits: PersonCredit[];
  competencies: PersonCompetency[];
  computedAt: string;
}

export interface PersonCredit {
  statementId: string;
  activityIri: string;
  title: string;
  provider: string;
  form: string;
  level: string;
  date: string;
  timestamp: string;
  claimedJp: number;
  convertedJp: number;
  countedJp: number;
  reductions: Reduction[];
}

export interface PersonTranscript {
  personId: string;
  name: string;
  year: number;
  employmentType: string;
  agencyCode: string;
  agencyName: string;
  requirement: Requirement;
  target: Target | null;
  claimedJp: number;
  convertedJp: number;
  countedJp: number;
  status: "MET" | "UNMET" | "EXEMPT" | "NOT_REQUIRED";
  credits: TranscriptCredit[];
  competencies: PersonCompetency[];
  computedAt: string;
}

export interface PreviewedChange {
  line: number;
  isNew: boolean;
  subject: string;
  columns: PreviewedColumn[];
}

export interface PreviewedColumn {
  column: string;
  before: string;
  after: string;
}

export interface PreviewedImport {
  added: number;
  changed: number;
  unchanged: number;
  changes: PreviewedChange[];
  rejectedCount: number;
  rejected: Rejection[];
}

export interface PreviewedPerson {
  personId: string;
  agencyCode: string;
  before: PreviewedStanding;
  after: PreviewedStanding;
}

export interface PreviewedRules {
  pack: string;
  year: number;
  people: number;
  before: PreviewedTotals;
  after: PreviewedTotals;
  changed: number;
  examples: PreviewedPerson[];
}

export interface PreviewedStanding {
  countedJp: number;
  minJp: number | null;
  status: "MET" | "UNMET" | "EXEMPT" | "NOT_REQUIRED";
}

export interface PreviewedTotals {
  met: number;
  unmet: number;
  exempt: number;
  notRequired: number;
  countedJp: number;
}

export interface ProblemDetails {
  type?: string | null;
  title?: string | null;
  status?: number | null;
  detail?: string | null;
  instance?: string | null;
}

export interface ProcessState {
  startedAt: string;
  memoryBytes: number;
  processors: number;
}

export interface ProviderHours {
  provider: string;
  credits: number;
  people: number;
  claimedJp: number;
  convertedJp: number;
  countedJp: number;
}

export interface ProviderIntake {
  provider: string;
  from: string;
  to: string;
  timeZone: string;
  lastStatementAt: string | null;
  perMinute: number[];
  days: IntakeDay[];
  reasons: RefusedFor[];
  recent: RecentRefusal[];
  unknownLearners: UnknownLearners[];
  unknownActivities: UnknownActivity[];
}

export interface ProviderSummary {
  provider: string;
  lastStatementAt: string | null;
  lastHour: number;
  accepted: number;
  refusedRequests: number;
  credentials: number;
}

export interface ProvinceTotals {
  provinceCode: string;
  agencies: number;
  people: number;
  met: number;
  unmet: number;
  exempt: number;
  notRequired: number;
  countedJp: number;
  meanJp: number;
}

export interface ReadLogLine {
  readAt: string;
  caller: string;
  callerName: string | null;
  personId: string;
  personName: string | null;
  agencyCode: string;
  purpose: string;
}

export interface ReadLogPage {
  reads: ReadLogLine[];
  next: string | null;
}

export interface RecentRefusal {
  refusedAt: string;
  request: string;
  status: number;
  code: string;
  path: string;
  rule: string;
  statementIndex: number | null;
}

export interface Reduction {
  rule: string;
  jp: number;
}

export interface RefusedFor {
  status: number;
  code: string;
  path: string;
  rule: string;
  requests: number;
  lastAt: string;
}

export interface RegisteredActivity {
  activityIri: string;
  title: string;
  provider: string;
  form: string;
  jp: number | null;
  units: number | null;
  level: string;
  competencies: string[];
  validFrom: string | null;
  validTo: string | null;
}

export interface RegisteredActivityRegistryPage {
  rows: RegisteredActivity[];
  next: string | null;
}

export interface RegisteredCompetency {
  code: string;
  family: string;
  name: string;
}

export interface RegisteredCompetencyRegistryPage {
  rows: RegisteredCompetency[];
  next: string | null;
}

export interface RegisteredIdentifier {
  ifi: string;
  validFrom: string | null;
  validTo: string | null;
  personId: string;
  personName: string | null;
}

export interface RegisteredIdentifierRegistryPage {
  rows: RegisteredIdentifier[];
  next: string | null;
}

export interface RegisteredPerson {
  personId: string;
  name: string;
  employmentType: string;
  agencyCode: string;
  unit: string;
  positionGroup: string;
  employedFrom: string | null;
  employedTo: string | null;
  contractFrom: string | null;
  contractTo: string | null;
  exemptReason: string;
}

export interface RegisteredPersonRegistryPage {
  rows: RegisteredPerson[];
  next: string | null;
}

export interface RegistryQuestion {
  search?: string | null;
  agency?: string | null;
  provider?: string | null;
  limit?: number | null;
  cursor?: string | null;
}

export interface Rejection {
  line: number;
  column: string | null;
  reason: string;
}

export interface ReportAnswer {
  id: string;
  agencyCode: string;
  provider: string | null;
  year: number;
  kind: string;
  format: string;
  fileName: string;
  bytes: number;
  sha256: string;
  createdAt: string;
}

export interface ReportScheduleAnswer {
  id: string;
  agencyCode: string;
  provider: string | null;
  kind: string;
  cron: string;
  format: string;
  nextRun: string;
}

export interface Requirement {
  minJp: number | null;
  maxJp: number | null;
  rule: string | null;
}

export interface RotatedCredential {
  key: string;
  secret: string;
  previousValidUntil: string;
}

export interface RulesToPreview {
  pack?: string | null;
  year?: number | null;
  people?: number | null;
}

export interface SessionAnswer {
  userName: string;
  displayName: string;
  role: "lan" | "agency" | "vendor" | "asn";
  agencyCode: string | null;
  provider: string | null;
  personId: string | null;
  mustChangePassword: boolean;
}

export interface SetAside {
  id: string;
  setAsideAt: string;
  reason: string;
  detail: string;
  statementId: string;
  provider: string;
  partition: number;
  offset: number;
  drivenAt: string | null;
}

export interface SharedCertificate {
  certificateNumber: string;
  people: number;
  statements: number;
  providers: string[];
  firstDay: string;
  lastDay: string;
  personIds: string[];
  holders: CertificateHolder[];
}

export interface SignInRequest {
  userName?: string | null;
  password?: string | null;
}

export interface SignInWays {
  oidc: string | null;
  minPasswordLength: number;
}

export interface StartedRunAnswer {
  runId: string;
}

export interface StoreState {
  version: string;
  uptimeSeconds: number;
  memoryBytes: number;
  maxMemoryBytes: number;
  queries: number;
  merges: number;
}

export interface StreamAnswer {
  consistentThrough: string;
  lagMessages: number;
  lagSeconds: number;
  partitions: StreamPartition[];
}

export interface StreamPartition {
  partition: number;
  owner: string | null;
  accepted: number;
  stored: number;
  lagMessages: number;
  lagSeconds: number;
}

export interface StreamState {
  isReady: boolean;
  lagSeconds: number;
}

export interface SystemState {
  at: string;
  stream: StreamState;
  store: StoreState | null;
  tables: TableOnDisk[];
  process: ProcessState;
  disk: DiskState;
}

export interface TableOnDisk {
  name: string;
  rows: number;
  bytes: number;
}

export interface Target {
  minJp: number;
  met: boolean;
}

export interface TestAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

export interface TranscriptCredit {
  statementId: string;
  activityIri: string;
  title: string;
  provider: string;
  form: string;
  formName: Bilingual;
  level: string;
  date: string;
  timestamp: string;
  claimedJp: number;
  convertedJp: number;
  countedJp: number;
  counts: boolean;
  conversion: Explanation | null;
  reductions: Explanation[];
}

export interface UnknownActivity {
  activityIri: string;
  statements: number;
  learners: number;
  lastDay: string;
}

export interface UnknownLearners {
  kind: string;
  homePage: string;
  learners: number;
  statements: number;
  lastDay: string;
  forms: string[];
}

export interface UnresolvedActivity {
  provider: string;
  activityIri: string;
  statements: number;
  learners: number;
  lastDay: string;
  statementIds: string[];
}

export interface UnresolvedPeople {
  provider: string;
  kind: string;
  homePage: string;
  learners: number;
  statements: number;
  lastDay: string;
  ifis: string[];
}

export interface UserAnswer {
  userName: string;
  displayName: string;
  role: "lan" | "agency" | "vendor" | "asn";
  agencyCode: string | null;
  provider: string | null;
  personId: string | null;
  createdAt: string;
  lastSignInAt: string | null;
  disabled: boolean;
  initialPasswordUntil: string | null;
  isVouchedFor: boolean;
}

export interface UserChange {
  changedAt: string;
  change: string;
  detail: string;
  caller: string;
}

export interface UsersPage {
  users: UserAnswer[];
  next: string | null;
}

export interface VerificationAnswer {
  code: string;
  initials: string;
  agencyName: string;
  employmentType: string;
  year: number;
  countedJp: number;
  minJp: number | null;
  status: "MET" | "UNMET" | "EXEMPT" | "NOT_REQUIRED";
  issuedAt: string;
  unchanged: boolean;
  pdfSha256: string;
}

export interface WantedPerson {
  nip?: string | null;
}

export interface YearInDays {
  year: number;
  people: number;
  required: number;
  metAtStart: number;
  computedAt: string | null;
  days: DayHours[];
}

export interface YearInMonths {
  year: number;
  agencies: AgencyMonths[];
}

/** Every call: what its path and query take, its body, and what it answers. */
export interface Calls {
  /** Who looked at whose record, when and why */
  'GET /record-reads': {
    path: {};
    query: { from?: string; to?: string; agency?: string; personId?: string; caller?: string; purpose?: string; limit?: number; cursor?: string };
    body: undefined;
    answer: ReadLogPage;
  };
  /** The agencies a caller may see */
  'GET /agencies': {
    path: {};
    query: {};
    body: undefined;
    answer: ListedAgency[];
  };
  /** A person's hours of a year, by the rules */
  'GET /people/{personId}/compliance': {
    path: { personId: string };
    query: { year?: number };
    body: undefined;
    answer: PersonCompliance;
  };
  /** How an agency stands in a year */
  'GET /agencies/{code}/compliance': {
    path: { code: string };
    query: { year?: number };
    body: undefined;
    answer: AgencyCompliance;
  };
  /** An agency's people: who is behind, and by how much */
  'GET /agencies/{code}/people': {
    path: { code: string };
    query: { year?: number; status?: string; search?: string; unit?: string; employmentType?: string; positionGroup?: string; limit?: number; cursor?: string };
    body: undefined;
    answer: AgencyPeoplePage;
  };
  /** How the nation stands in a year, with every agency */
  'GET /compliance': {
    path: {};
    query: { year?: number };
    body: undefined;
    answer: NationCompliance;
  };
  /** The nation's year, day by day */
  'GET /compliance/days': {
    path: {};
    query: { year?: number };
    body: undefined;
    answer: YearInDays;
  };
  /** Every agency's year, month by month */
  'GET /compliance/months': {
    path: {};
    query: { year?: number };
    body: undefined;
    answer: YearInMonths;
  };
  /** The nation's year by position group */
  'GET /compliance/position-groups': {
    path: {};
    query: { year?: number };
    body: undefined;
    answer: GroupTotals[];
  };
  /** An agency's year, day by day */
  'GET /agencies/{code}/compliance/days': {
    path: { code: string };
    query: { year?: number };
    body: undefined;
    answer: YearInDays;
  };
  /** An agency's year by unit */
  'GET /agencies/{code}/compliance/units': {
    path: { code: string };
    query: { year?: number };
    body: undefined;
    answer: GroupTotals[];
  };
  /** An agency's year by position group */
  'GET /agencies/{code}/compliance/position-groups': {
    path: { code: string };
    query: { year?: number };
    body: undefined;
    answer: GroupTotals[];
  };
  /** Make a credential */
  'POST /credentials': {
    path: {};
    query: {};
    body: NewCredential;
    answer: CreatedCredential;
  };
  /** The credentials there are and were */
  'GET /credentials': {
    path: {};
    query: {};
    body: undefined;
    answer: CredentialSummary[];
  };
  /** Give a credential a new secret */
  'POST /credentials/{key}/rotate': {
    path: { key: string };
    query: {};
    body: NewSecret;
    answer: RotatedCredential;
  };
  /** Say which sites' pages may use a credential in a browser */
  'PUT /credentials/{key}/allowed-origins': {
    path: { key: string };
    query: {};
    body: NewOrigins;
    answer: undefined;
  };
  /** What was done to a credential, by whom and when */
  'GET /credentials/{key}/changes': {
    path: { key: string };
    query: {};
    body: undefined;
    answer: CredentialChange[];
  };
  /** Revoke a credential */
  'DELETE /credentials/{key}': {
    path: { key: string };
    query: {};
    body: undefined;
    answer: undefined;
  };
  /** Import agencies from CSV */
  'POST /imports/agencies': {
    path: {};
    query: {};
    body: string;
    answer: ImportAnswer;
  };
  /** What would importing agencies change? */
  'POST /imports/agencies/preview': {
    path: {};
    query: {};
    body: string;
    answer: PreviewedImport;
  };
  /** Import people from CSV */
  'POST /imports/people': {
    path: {};
    query: {};
    body: string;
    answer: ImportAnswer;
  };
  /** What would importing people change? */
  'POST /imports/people/preview': {
    path: {};
    query: {};
    body: string;
    answer: PreviewedImport;
  };
  /** Import identifiers from CSV */
  'POST /imports/identifiers': {
    path: {};
    query: {};
    body: string;
    answer: ImportAnswer;
  };
  /** What would importing identifiers change? */
  'POST /imports/identifiers/preview': {
    path: {};
    query: {};
    body: string;
    answer: PreviewedImport;
  };
  /** Import activities from CSV */
  'POST /imports/activities': {
    path: {};
    query: {};
    body: string;
    answer: ImportAnswer;
  };
  /** What would importing activities change? */
  'POST /imports/activities/preview': {
    path: {};
    query: {};
    body: string;
    answer: PreviewedImport;
  };
  /** Import competencies from CSV */
  'POST /imports/competencies': {
    path: {};
    query: {};
    body: string;
    answer: ImportAnswer;
  };
  /** What would importing competencies change? */
  'POST /imports/competencies/preview': {
    path: {};
    query: {};
    body: string;
    answer: PreviewedImport;
  };
  /** What runs on the clock, and how it went */
  'GET /jobs': {
    path: {};
    query: {};
    body: undefined;
    answer: JobAnswer[];
  };
  /** Run a job now */
  'POST /jobs/{name}/runs': {
    path: { name: string };
    query: { wait?: boolean };
    body: undefined;
    answer: JobRunAnswer | StartedRunAnswer;
  };
  /** Claims whose JP a verifier enters */
  'GET /manual-claims': {
    path: {};
    query: { agency?: string; year?: number; limit?: number; cursor?: string };
    body: undefined;
    answer: ManualClaimsPage;
  };
  /** What verifiers entered for a claim */
  'GET /people/{personId}/manual-credits/{statementId}': {
    path: { personId: string; statementId: string };
    query: {};
    body: undefined;
    answer: ManualCredit[];
  };
  /** Enter the JP of a claim */
  'POST /people/{personId}/manual-credits/{statementId}': {
    path: { personId: string; statementId: string };
    query: {};
    body: NewManualCredit;
    answer: ManualCredit;
  };
  /** Find a person by NIP */
  'POST /people/lookup': {
    path: {};
    query: {};
    body: WantedPerson;
    answer: FoundPerson;
  };
  /** Every platform: last statement, accepted and refused */
  'GET /providers': {
    path: {};
    query: { from?: string; to?: string };
    body: undefined;
    answer: ProviderSummary[];
  };
  /** A platform's intake by day: accepted, refused and why, not recognised */
  'GET /providers/{provider}/intake': {
    path: { provider: string };
    query: { from?: string; to?: string };
    body: undefined;
    answer: ProviderIntake;
  };
  /** What a platform's registered activities count for */
  'GET /providers/{provider}/activities': {
    path: { provider: string };
    query: {};
    body: undefined;
    answer: ActivityWorth[];
  };
  /** Checks statements without storing them */
  'POST /providers/{provider}/test-statement': {
    path: { provider: string };
    query: {};
    body: unknown;
    answer: TestAnswer;
  };
  /** Find people in the registry */
  'POST /registry/people/search': {
    path: {};
    query: {};
    body: RegistryQuestion;
    answer: RegisteredPersonRegistryPage;
  };
  /** Find identifiers in the registry */
  'POST /registry/identifiers/search': {
    path: {};
    query: {};
    body: RegistryQuestion;
    answer: RegisteredIdentifierRegistryPage;
  };
  /** Find activities in the registry */
  'POST /registry/activities/search': {
    path: {};
    query: {};
    body: RegistryQuestion;
    answer: RegisteredActivityRegistryPage;
  };
  /** The competencies */
  'POST /registry/competencies/search': {
    path: {};
    query: {};
    body: RegistryQuestion;
    answer: RegisteredCompetencyRegistryPage;
  };
  /** The reports that were made */
  'GET /reports': {
    path: {};
    query: { agency?: string; provider?: string; kind?: string; year?: number };
    body: undefined;
    answer: ReportAnswer[];
  };
  /** Make a report now */
  'POST /reports': {
    path: {};
    query: { wait?: boolean };
    body: NewReport;
    answer: JobRunAnswer | StartedRunAnswer;
  };
  /** Download a report */
  'GET /reports/{id}/file': {
    path: { id: string };
    query: {};
    body: undefined;
    answer: undefined;
  };
  /** When which report makes itself */
  'GET /report-schedules': {
    path: {};
    query: {};
    body: undefined;
    answer: ReportScheduleAnswer[];
  };
  /** A report schedule */
  'GET /report-schedules/{id}': {
    path: { id: string };
    query: {};
    body: undefined;
    answer: ReportScheduleAnswer;
  };
  /** Make or change a report schedule */
  'PUT /report-schedules/{id}': {
    path: { id: string };
    query: {};
    body: NewReportSchedule;
    answer: ReportScheduleAnswer;
  };
  /** Remove a report schedule */
  'DELETE /report-schedules/{id}': {
    path: { id: string };
    query: {};
    body: undefined;
    answer: undefined;
  };
  /** Make now what a schedule makes */
  'POST /report-schedules/{id}/runs': {
    path: { id: string };
    query: { year?: number; wait?: boolean };
    body: undefined;
    answer: JobRunAnswer | StartedRunAnswer;
  };
  /** The rules that hold, each with its law */
  'GET /rule-packs': {
    path: {};
    query: {};
    body: undefined;
    answer: ListedRulePack[];
  };
  /** What would another rule pack change? */
  'POST /rule-packs/preview': {
    path: {};
    query: {};
    body: RulesToPreview;
    answer: PreviewedRules;
  };
  /** Sign in with a user name and a password */
  'POST /session': {
    path: {};
    query: {};
    body: SignInRequest;
    answer: SessionAnswer;
  };
  /** Who am I? */
  'GET /session': {
    path: {};
    query: {};
    body: undefined;
    answer: SessionAnswer;
  };
  /** Sign out */
  'DELETE /session': {
    path: {};
    query: { everywhere?: boolean };
    body: undefined;
    answer: undefined;
  };
  /** Sign in by OpenID Connect */
  'GET /session/oidc': {
    path: {};
    query: { next?: string };
    body: undefined;
    answer: undefined;
  };
  /** Which ways to sign in are there? */
  'GET /session/ways': {
    path: {};
    query: {};
    body: undefined;
    answer: SignInWays;
  };
  /** Change one's own password */
  'PUT /session/password': {
    path: {};
    query: {};
    body: NewPassword;
    answer: SessionAnswer;
  };
  /** How far behind is the statement stream? */
  'GET /stream': {
    path: {};
    query: {};
    body: undefined;
    answer: StreamAnswer;
  };
  /** What could not be stored, with the reason */
  'GET /set-aside': {
    path: {};
    query: {};
    body: undefined;
    answer: SetAside[];
  };
  /** Try one again that was set aside */
  'POST /set-aside/{id}/drive': {
    path: { id: string };
    query: {};
    body: undefined;
    answer: DrivenAnswer;
  };
  /** Try all again that were set aside */
  'POST /set-aside/drive-all': {
    path: {};
    query: {};
    body: undefined;
    answer: DrivenAnswer;
  };
  /** Certificates by which two different people claim learning */
  'GET /suspicious/certificates': {
    path: {};
    query: {};
    body: undefined;
    answer: SharedCertificate[];
  };
  /** How the system is */
  'GET /system': {
    path: {};
    query: {};
    body: undefined;
    answer: SystemState;
  };
  /** A person's transcript, with every cut explained */
  'GET /people/{personId}/transcript': {
    path: { personId: string };
    query: { year?: number };
    body: undefined;
    answer: PersonTranscript;
  };
  /** A person's transcript on paper */
  'GET /people/{personId}/transcript.pdf': {
    path: { personId: string };
    query: { year?: number };
    body: undefined;
    answer: undefined;
  };
  /** Is a printed transcript genuine, and still true? */
  'GET /verifications/{code}': {
    path: { code: string };
    query: {};
    body: undefined;
    answer: VerificationAnswer;
  };
  /** Learners nobody knows, by platform and kind of identifier */
  'GET /unresolved/people': {
    path: {};
    query: {};
    body: undefined;
    answer: UnresolvedPeople[];
  };
  /** Activities that are not registered, by platform */
  'GET /unresolved/activities': {
    path: {};
    query: {};
    body: undefined;
    answer: UnresolvedActivity[];
  };
  /** Say who learners are, in bulk */
  'POST /unresolved/people/mappings': {
    path: {};
    query: {};
    body: Mappings;
    answer: MappingsAnswer;
  };
  /** Register activities, in bulk */
  'POST /unresolved/activities/mappings': {
    path: {};
    query: {};
    body: Mappings;
    answer: MappingsAnswer;
  };
  /** An agency's own learners whom nobody is known by */
  'GET /agencies/{code}/unresolved/people': {
    path: { code: string };
    query: {};
    body: undefined;
    answer: OwnUnresolvedLearner[];
  };
  /** Say which of the agency's people a learner is */
  'POST /agencies/{code}/unresolved/people/mappings': {
    path: { code: string };
    query: {};
    body: OwnMapping;
    answer: undefined;
  };
  /** Make a user */
  'POST /users': {
    path: {};
    query: {};
    body: NewUser;
    answer: CreatedUser;
  };
  /** A page of the users */
  'GET /users': {
    path: {};
    query: { search?: string; role?: string; limit?: number; cursor?: string };
    body: undefined;
    answer: UsersPage;
  };
  /** A user */
  'GET /users/{userName}': {
    path: { userName: string };
    query: {};
    body: undefined;
    answer: UserAnswer;
  };
  /** Change a user: name, role, place, whether disabled */
  'PUT /users/{userName}': {
    path: { userName: string };
    query: {};
    body: ChangedUser;
    answer: UserAnswer;
  };
  /** Remove a user */
  'DELETE /users/{userName}': {
    path: { userName: string };
    query: {};
    body: undefined;
    answer: undefined;
  };
  /** Give a user a new initial password */
  'POST /users/{userName}/initial-password': {
    path: { userName: string };
    query: {};
    body: undefined;
    answer: MadePassword;
  };
  /** Sign a user out everywhere */
  'DELETE /users/{userName}/sessions': {
    path: { userName: string };
    query: {};
    body: undefined;
    answer: undefined;
  };
  /** What was done to a user, by whom and when */
  'GET /users/{userName}/changes': {
    path: { userName: string };
    query: {};
    body: undefined;
    answer: UserChange[];
  };
}
