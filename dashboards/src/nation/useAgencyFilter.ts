import { useMemo } from 'react';
import type { AgencyTotals } from '../api/contract';
import { useAddress } from '../parts/useAddress';
import { inOrder, matches, type Column, type Order } from './agencyOrder';
import { Central } from './provinces';

const Columns: Column[] = ['name', 'people', 'unmet', 'meanJp', 'share'];
const Usual: Order = { by: 'share', isDescending: false };

/** Which agencies are shown and in which order: it stands in the address, and holds for the table and the months alike. */
export function useAgencyFilter(agencies: AgencyTotals[]) {
  const [get, set] = useAddress();
  const [search, kind, province, sort] = [get('search'), get('kind'), get('province'), get('sort')];
  const order = useMemo(() => orderOf(sort), [sort]);
  const found = useMemo(
    () =>
      inOrder(
        agencies.filter((agency) => matches(agency, search) && (!kind || agency.kind === kind) && (!province || isIn(province, agency))),
        order,
      ),
    [agencies, search, kind, province, order],
  );
  const setOrder = ({ by, isDescending }: Order) =>
    set('sort', by === Usual.by && isDescending === Usual.isDescending ? '' : `${isDescending ? '-' : ''}${by}`);
  return { search, kind, province, order, found, set, setOrder, isWhole: get('all') === '1' };
}

function orderOf(text: string): Order {
  const by = Columns.find((column) => column === text.replace(/^-/, ''));
  return by ? { by, isDescending: text.startsWith('-') } : Usual;
}

/** Ministries and national bodies are of no province, wherever they have their seat. */
function isIn(province: string, { kind, provinceCode }: AgencyTotals): boolean {
  const isCentral = kind === 'KEMENTERIAN' || kind === 'LEMBAGA' || !provinceCode;
  return province === Central ? isCentral : !isCentral && provinceCode === province;
}
