import { useTranslation } from 'react-i18next';
import { csvOf } from '../aggregate/CountsSection';
import type { NationCompliance } from '../api/contract';
import { useCsvFile } from '../format/useCsvFile';
import { useFormats } from '../format/useFormats';
import { useLabels } from '../format/useLabels';
import { Section } from '../parts/Section';
import { AgencyTable } from './AgencyTable';
import { Central, provinceName } from './provinces';
import type { useAgencyFilter } from './useAgencyFilter';

export const Few = 25;

export function AgenciesSection({ nation, filter, span }: { nation: NationCompliance; filter: ReturnType<typeof useAgencyFilter>; span?: 8 }) {
  const { t } = useTranslation();
  const { count } = useFormats();
  const labels = useLabels();
  const fileOf = useCsvFile('', nation.year);
  const { agencies, year } = nation;
  const { found, isWhole, kind, order, province, search, set, setOrder } = filter;
  const shown = isWhole ? found : found.slice(0, Few);
  const kinds = [...new Set(agencies.map((agency) => agency.kind).filter(Boolean))];
  const provinces = nation.byProvince.map(({ provinceCode }) => provinceCode || Central);

  if (agencies.length === 0) {
    return (
      <Section title={t('nation.agencies')} span={span} testId="agencies">
        <p className="empty">{t('nation.none')}</p>
      </Section>
    );
  }
  const csv = () => csvOf(found.map((agency) => ({ ...agency, key: agency.code })), t('nation.name'), t);
  return (
    <Section title={t('nation.agencies')} span={span} testId="agencies" csv={{ file: fileOf('agencies'), rows: csv }}>
      <div className="filters no-print" role="search" aria-label={t('nation.search')}>
        <input
          type="search"
          aria-label={t('nation.search')}
          placeholder={t('nation.searchHint')}
          value={search}
          onChange={(event) => set('search', event.target.value)}
          data-testid="agency-search"
        />
        {kinds.length > 1 && (
          <Choice
            label={t('nation.kind')}
            all={t('nation.allKinds')}
            value={kind}
            options={kinds.map((code) => [code, labels.agencyKind(code)])}
            onChange={(value) => set('kind', value)}
            testId="agency-kind"
          />
        )}
        {provinces.length > 1 && (
          <Choice
            label={t('map.province')}
            all={t('map.all')}
            value={province}
            options={provinces.map((code) => [code, provinceName(code, t('map.central'))])}
            onChange={(value) => set('province', value)}
            testId="agency-province"
          />
        )}
        <p className="quiet filters__count number" role="status">
          {t('nation.shown', { shown: count(shown.length), total: count(agencies.length) })}
        </p>
      </div>
      {found.length === 0 ? (
        <p className="empty">{t('nation.noneFound')}</p>
      ) : (
        <AgencyTable agencies={shown} year={year} order={order} onOrder={setOrder} />
      )}
      {found.length > Few && (
        <div className="more">
          <button className="button" type="button" onClick={() => set('all', isWhole ? '' : '1')} aria-expanded={isWhole} data-testid="agencies-more">
            {isWhole ? t('map.fewer') : t('nation.more', { count: found.length })}
          </button>
        </div>
      )}
    </Section>
  );
}

function Choice({
  label,
  all,
  value,
  options,
  onChange,
  testId,
}: {
  label: string;
  all: string;
  value: string;
  options: [string, string][];
  onChange: (value: string) => void;
  testId: string;
}) {
  const sorted = [...options].sort(([, a], [, b]) => a.localeCompare(b, 'id'));
  return (
    <select aria-label={label} value={value} onChange={(event) => onChange(event.target.value)} data-testid={testId}>
      <option value="">{all}</option>
      {sorted.map(([code, name]) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </select>
  );
}
