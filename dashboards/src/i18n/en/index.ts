import type { id } from '../id';
import { enAdmin } from './admin';
import { enAgency } from './agency';
import { enCodes } from './codes';
import { enFigures } from './figures';
import { enNation } from './nation';
import { enPlatform } from './platform';
import { enCsv, enHeat, enMap, enProgress } from './progress';
import { enProviders } from './providers';
import { enReports } from './reports';
import { enShell } from './shell';
import { enSuspicious } from './suspicious';
import { enTranscript } from './transcript';
import { enVerification } from './verification';

/** The same keys as the Indonesian texts; `_one` forms beside them where English needs a singular. */
type Texts<T> = { [K in keyof T]: T[K] extends string ? string : Texts<T[K]> } & { [K in `${string}_one`]?: string };

export const en: Texts<typeof id> = {
  ...enShell,
  ...enFigures,
  ...enAgency,
  ...enReports,
  nation: enNation,
  platform: enPlatform,
  progress: enProgress,
  map: enMap,
  heat: enHeat,
  csv: enCsv,
  intake: enProviders,
  verification: enVerification,
  transcript: enTranscript,
  suspicious: enSuspicious,
  admin: enAdmin,
  code: enCodes,
};
