import { useTranslation } from 'react-i18next';
import type { JpTotals } from '../api/types';
import { useFormats } from '../format/useFormats';
import { FiguresSection, type Figure } from './FiguresSection';

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
  const figures: Figure<TotalsRow>[] = [
    { title: t('forms.credits'), of: ({ credits }) => count(credits) },
    { title: t('forms.people'), of: ({ people }) => count(people) },
    { title: t('forms.claimed'), of: ({ claimedJp }) => jpSum(claimedJp), isQuiet: true },
    { title: t('forms.converted'), of: ({ convertedJp }) => jpSum(convertedJp), isQuiet: true },
    { title: t('forms.counted'), of: ({ countedJp }) => <b>{jpSum(countedJp)}</b> },
  ];
  const csv = () => [
    [props.nameColumn, ...figures.map(({ title }) => title)],
    ...sorted.map((row) => [row.name, row.credits, row.people, row.claimedJp, row.convertedJp, row.countedJp]),
  ];
  return <FiguresSection {...props} rows={sorted} figures={figures} csv={{ file, rows: csv }} none={t('forms.none')} few={6} />;
}
