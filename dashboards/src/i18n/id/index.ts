import { idAdmin } from './admin';
import { idAgency } from './agency';
import { idCodes } from './codes';
import { idFigures } from './figures';
import { idNation } from './nation';
import { idPlatform } from './platform';
import { idCsv, idHeat, idMap, idProgress } from './progress';
import { idProviders } from './providers';
import { idReports } from './reports';
import { idShell } from './shell';
import { idSuspicious } from './suspicious';
import { idTranscript } from './transcript';
import { idVerification } from './verification';

/** Indonesian: the first language. The English texts must have the same shape (checked by the compiler). */
export const id = {
  ...idShell,
  ...idFigures,
  ...idAgency,
  ...idReports,
  nation: idNation,
  platform: idPlatform,
  progress: idProgress,
  map: idMap,
  heat: idHeat,
  csv: idCsv,
  intake: idProviders,
  verification: idVerification,
  transcript: idTranscript,
  suspicious: idSuspicious,
  admin: idAdmin,
  code: idCodes,
};
