import type { TFunction } from 'i18next';
import type { ByMonth } from '../api/types';

/** Every form (none left out as "other") by month, for a spreadsheet. */
export function monthRows(byMonth: ByMonth[], formName: (form: string) => string, t: TFunction): (string | number)[][] {
  const forms = [...new Set(byMonth.flatMap((month) => month.byForm.map(({ form }) => form)))].sort();
  const head = [t('months.month'), t('months.credits'), ...forms.map(formName), t('months.total')];
  const rows = byMonth.map(({ month, credits, countedJp, byForm }) => [
    month,
    credits,
    ...forms.map((form) => byForm.find((part) => part.form === form)?.countedJp ?? 0),
    countedJp,
  ]);
  return [head, ...rows];
}
