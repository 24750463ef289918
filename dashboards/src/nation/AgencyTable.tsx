import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AgencyTotals } from '../api/contract';
import { ShareCell } from '../aggregate/ShareCell';
import { useFormats } from '../format/useFormats';
import type { Column, Order } from './agencyOrder';

const Columns: Column[] = ['name', 'people', 'unmet', 'meanJp', 'share'];

export function AgencyTable({
  agencies,
  year,
  order,
  onOrder,
}: {
  agencies: AgencyTotals[];
  year: number;
  order: Order;
  onOrder: (order: Order) => void;
}) {
  const { count, jp } = useFormats();
  return (
    <table className="table agency-table" data-testid="agency-table">
      <thead>
        <tr>
          {Columns.map((column) => (
            <ColumnHead key={column} column={column} order={order} onOrder={onOrder} />
          ))}
        </tr>
      </thead>
      <tbody>
        {agencies.map((agency) => (
          <tr key={agency.code} data-testid="agency-row">
            <th scope="row">
              <Link to={`/agencies/${encodeURIComponent(agency.code)}?year=${year}`}>{agency.name}</Link>{' '}
              <span className="agency-table__code">{agency.code}</span>
            </th>
            <td className="right">{count(agency.people)}</td>
            <td className="right">{count(agency.unmet)}</td>
            <td className="right">{jp(agency.meanJp)}</td>
            <td className="right">
              <ShareCell counts={agency} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ColumnHead({ column, order, onOrder }: { column: Column; order: Order; onOrder: (order: Order) => void }) {
  const { t } = useTranslation();
  const isBy = order.by === column;
  const direction = isBy ? (order.isDescending ? 'descending' : 'ascending') : undefined;
  // Names begin at A, figures at the largest; but shares at the smallest: who is behind comes first.
  const isDescendingFirst = column !== 'name' && column !== 'share';
  return (
    <th scope="col" className={column === 'name' ? undefined : 'right'} aria-sort={direction}>
      <button
        type="button"
        className="sort"
        title={t('nation.sortBy', { column: t(`nation.${column}`) })}
        data-testid={`sort-${column}`}
        onClick={() => onOrder({ by: column, isDescending: isBy ? !order.isDescending : isDescendingFirst })}
      >
        {t(`nation.${column}`)}
        <svg viewBox="0 0 8 10" width="8" height="10" aria-hidden="true" className={`sort__arrow sort__arrow--${direction ?? 'none'}`}>
          <path d="M4 1v8M1 6l3 3 3-3" fill="none" stroke="currentColor" strokeWidth="1.4" strokeLinecap="round" strokeLinejoin="round" />
        </svg>
      </button>
    </th>
  );
}
