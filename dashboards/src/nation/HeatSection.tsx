import * as Tabs from '@radix-ui/react-tabs';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { monthsQuery } from '../api/compliance';
import type { AgencyTotals } from '../api/contract';
import { useCsvFile } from '../format/useCsvFile';
import { useFormats } from '../format/useFormats';
import { Section } from '../parts/Section';
import { useAddress } from '../parts/useAddress';
import { PartFailure } from '../shell/Failure';
import { Loading } from '../shell/Loading';
import { cellsOf, heatOf, type HeatRow, type Measure } from './heat';

/** When agencies learn and how soon they get there: a table whose cells are coloured, in the order of the table of agencies. */
export function HeatSection({ agencies, total, year }: { agencies: AgencyTotals[]; total: number; year: number }) {
  const { t } = useTranslation();
  const { month } = useFormats();
  const [get, set] = useAddress();
  const measure: Measure = get('heat') === 'share' ? 'share' : 'jp';
  const months = useQuery(monthsQuery(year));
  const fileOf = useCsvFile('', year);
  const rows = months.data ? cellsOf(agencies, months.data, measure) : [];
  const isEmpty = !!months.data && months.data.agencies.length === 0;
  const csv = () => [
    [t('nation.code'), t('heat.agency'), ...Array.from({ length: 12 }, (_, index) => month(index + 1))],
    ...rows.map((row) => [row.code, row.name, ...row.cells.map((cell) => (cell === null ? '' : measure === 'share' ? cell * 100 : cell))]),
  ];

  return (
    <Tabs.Root value={measure} onValueChange={(value) => set('heat', value === 'share' ? value : '')}>
      <Section
        title={t('heat.title')}
        lead={t(measure === 'jp' ? 'heat.leadJp' : 'heat.leadShare')}
        testId="heat"
        csv={rows.length > 0 && !isEmpty ? { file: fileOf('heat'), rows: csv } : undefined}
        tools={
          <Tabs.List className="tabs__list" aria-label={t('heat.view')}>
            <Tabs.Trigger value="jp">{t('heat.jp')}</Tabs.Trigger>
            <Tabs.Trigger value="share" data-testid="heat-share">
              {t('heat.share')}
            </Tabs.Trigger>
          </Tabs.List>
        }
      >
        <Tabs.Content value={measure} tabIndex={-1}>
          {!months.data ? (
            months.isError ? (
              <PartFailure error={months.error} onRetry={() => void months.refetch()} />
            ) : (
              <Loading what="compliance" minHeight="24rem" />
            )
          ) : isEmpty ? (
            <p className="empty">{t('heat.none', { year })}</p>
          ) : (
            <>
              <HeatTable rows={rows} measure={measure} year={year} />
              <p className="heat-note quiet">{t('heat.shown', { shown: rows.length, total })}</p>
            </>
          )}
        </Tabs.Content>
      </Section>
    </Tabs.Root>
  );
}

function HeatTable({ rows, measure, year }: { rows: HeatRow[]; measure: Measure; year: number }) {
  const { t } = useTranslation();
  const { count, jp, month } = useFormats();
  const classes = heatOf(rows, measure);
  const shown = (cell: number) => (measure === 'share' ? `${count(cell * 100)}%` : jp(cell));
  return (
    <div className="table-scroll" tabIndex={0} role="group" aria-label={t('heat.title')}>
      <table className="table heat" data-testid="heat-table">
        <thead>
          <tr>
            <th scope="col">{t('heat.agency')}</th>
            {Array.from({ length: 12 }, (_, index) => (
              <th key={index} scope="col" className="heat__month">
                {month(index + 1, 'short')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code}>
              <th scope="row">
                <Link to={`/agencies/${encodeURIComponent(row.code)}?year=${year}`}>{row.name}</Link>
              </th>
              {row.cells.map((cell, index) => (
                <td key={index} className={cell === null ? 'heat__cell' : `heat__cell heat__cell--${classes(cell)}`}>
                  {cell === null ? '' : shown(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
