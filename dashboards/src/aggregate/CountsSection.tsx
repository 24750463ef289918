import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Counts } from '../api/types';
import type { Cell } from '../format/csv';
import { useFormats } from '../format/useFormats';
import type { Column } from '../parts/DataTable';
import { FiguresSection } from './FiguresSection';
import { ShareCell } from './ShareCell';

export interface CountsRow extends Counts {
  key: string;
  name: string;
}

interface Props {
  title: string;
  lead?: string;
  nameColumn: string;
  rows: CountsRow[];
  file: string;
  span?: 6;
  testId: string;
  nameOf?: (row: CountsRow) => ReactNode;
}

/** People by kind of ASN, position group or unit: how many are behind, and how far each is. */
export function CountsSection({ file, ...props }: Props) {
  const { t } = useTranslation();
  const { count, jp } = useFormats();
  const figures: Column<CountsRow>[] = [
    { title: t('kinds.people'), of: ({ people }) => count(people), look: 'right' },
    { title: t('kinds.unmet'), of: ({ unmet }) => count(unmet), look: 'right' },
    { title: t('kinds.meanJp'), of: ({ meanJp }) => jp(meanJp), look: 'right', isWide: true },
    { title: t('kinds.share'), of: (row) => <ShareCell counts={row} />, look: 'right' },
  ];
  const csv = { file, rows: () => csvOf(props.rows, props.nameColumn, t) };
  return <FiguresSection {...props} className="counts-table" figures={figures} csv={csv} none={t('kinds.none')} />;
}

/** With the columns for which a page has no room. */
export function csvOf(rows: CountsRow[], nameColumn: string, t: TFunction): Cell[][] {
  const head = [nameColumn, t('kinds.people'), t('status.MET'), t('status.UNMET'), t('status.EXEMPT'), t('status.NOT_REQUIRED')];
  return [
    [...head, t('overview.countedJp'), t('kinds.meanJp')],
    ...rows.map((row) => [row.name, row.people, row.met, row.unmet, row.exempt, row.notRequired, row.countedJp, row.meanJp]),
  ];
}
