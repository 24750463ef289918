import { useTranslation } from 'react-i18next';
import { useYear, YearSelect } from '../parts/YearSelect';
import { ReportsSection } from '../reports/ReportsSection';
import { SchedulesSection } from '../reports/SchedulesSection';

/** What the platform delivered in a year and what of it counts, as files. */
export function DeliverySection({ provider }: { provider: string }) {
  const { t } = useTranslation();
  const year = useYear();
  const whose = { provider };
  return (
    <>
      <ReportsSection key={`${provider} ${year}`} whose={whose} year={year} title={t('reports.ofPlatform')} tools={<YearSelect />} />
      <SchedulesSection key={provider} whose={whose} year={year} />
    </>
  );
}
