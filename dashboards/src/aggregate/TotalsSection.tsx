import { useTranslation } from 'react-i18next';
import type { JpTotals } from '../api/types';
import { useFormats } from '../format/useFormats';
import type { Column } from '../parts/DataTable';
import { FiguresSection } from './FiguresSection';

interface TotalsRow extends JpTotals {
  key: string;
  name: string;
}

interface Props {
  title: string;
  nameColumn: string;
  rows: TotalsRow[];
  file: string;
  span?: 6;
  testId: string;
}

/** JP by form, or by platform: what was claimed, what the rules made of it, what counts. */
export function TotalsSection({ rows, file, ...props }: Props) {
  const { t } = useTranslation();
  const { count, jpSum } = useFormats();
  const sorted = [...rows].sort((a, b) => b.countedJp - a.countedJp);
  const figures: Column<TotalsRow>[] = [
    { title: t('forms.credits'), of: ({ credits }) => count(credits), look: 'right' },
    { title: t('forms.people'), of: ({ people }) => count(people), look: 'right' },
    { title: t('forms.claimed'), of: ({ claimedJp }) => jpSum(claimedJp), look: 'right quiet', isWide: true },
    { title: t('forms.converted'), of: ({ convertedJp }) => jpSum(convertedJp), look: 'right quiet', isWide: true },
    { title: t('forms.counted'), of: ({ countedJp }) => <b>{jpSum(countedJp)}</b>, look: 'right' },
  ];
  const csv = () => [
    [props.nameColumn, ...figures.map(({ title }) => title)],
    ...sorted.map((row) => [row.name, row.credits, row.people, row.claimedJp, row.convertedJp, row.countedJp]),
  ];
  return <FiguresSection {...props} rows={sorted} figures={figures} csv={{ file, rows: csv }} none={t('forms.none')} few={6} />;
}
