import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { unitsQuery } from '../api/compliance';
import { CountsSection } from '../aggregate/CountsSection';
import { useCsvFile } from '../format/useCsvFile';
import { bringIntoView } from '../parts/bringIntoView';
import { usePeopleFilter } from './usePeopleFilter';

/** The units, those with most people first; one chosen narrows the list of people. */
export function UnitsSection({ code, year }: { code: string; year: number }) {
  const { t } = useTranslation();
  const { set } = usePeopleFilter();
  const fileOf = useCsvFile(code, year);
  const units = useQuery(unitsQuery(code, year));
  if (!units.data) return null;
  const choose = (unit: string) => {
    set('unit', unit);
    bringIntoView('people');
  };
  return (
    <CountsSection
      title={t('units.title')}
      lead={t('units.lead')}
      nameColumn={t('units.unit')}
      rows={units.data.map((unit) => ({ ...unit, key: unit.name, name: unit.name || t('units.nobody') }))}
      file={fileOf('units')}
      testId="units"
      nameOf={({ key, name }) =>
        key ? (
          <button type="button" className="link" onClick={() => choose(key)}>
            {name}
          </button>
        ) : (
          name
        )
      }
    />
  );
}
