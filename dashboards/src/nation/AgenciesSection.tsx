import './nation.css';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { agenciesQuery } from '../api/queries';
import type { AgencyCounts } from '../api/types';
import { useFormats } from '../format/useFormats';
import { useLabels } from '../format/useLabels';
import { Section } from '../parts/Section';
import { inOrder, matches, type Order } from './agencyOrder';
import { AgencyTable } from './AgencyTable';

const Few = 25;

export function AgenciesSection({ agencies, year }: { agencies: AgencyCounts[]; year: number }) {
  const { t } = useTranslation();
  const { count } = useFormats();
  const labels = useLabels();
  const [search, setSearch] = useState('');
  const [kind, setKind] = useState('');
  const [order, setOrder] = useState<Order>({ by: 'share', isDescending: false });
  const [isWhole, setWhole] = useState(false);

  const registry = useQuery(agenciesQuery);
  const kindOf = useMemo(() => new Map(registry.data?.map((agency) => [agency.code, agency.kind])), [registry.data]);
  const kinds = [...new Set(kindOf.values())];
  const found = useMemo(
    () =>
      inOrder(
        agencies.filter((a) => matches(a, search) && (!kind || kindOf.get(a.code) === kind)),
        order,
      ),
    [agencies, search, kind, kindOf, order],
  );
  const shown = isWhole ? found : found.slice(0, Few);

  if (agencies.length === 0) {
    return (
      <Section title={t('nation.agencies')} testId="agencies">
        <p className="empty">{t('nation.none')}</p>
      </Section>
    );
  }
  return (
    <Section title={t('nation.agencies')} testId="agencies">
      <div className="filters" role="search" aria-label={t('nation.search')}>
        <input
          type="search"
          aria-label={t('nation.search')}
          placeholder={t('nation.searchHint')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          data-testid="agency-search"
        />
        {kinds.length > 1 && (
          <select aria-label={t('nation.kind')} value={kind} onChange={(event) => setKind(event.target.value)} data-testid="agency-kind">
            <option value="">{t('nation.allKinds')}</option>
            {kinds.map((code) => (
              <option key={code} value={code}>
                {labels.agencyKind(code)}
              </option>
            ))}
          </select>
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
      {found.length > shown.length && (
        <div className="more">
          <button className="button" type="button" onClick={() => setWhole(true)} data-testid="agencies-more">
            {t('nation.more', { count: found.length })}
          </button>
        </div>
      )}
    </Section>
  );
}
