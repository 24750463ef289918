import { useYear, YearSelect } from '../parts/YearSelect';
import { ReportsSection } from '../reports/ReportsSection';
import { SchedulesSection } from '../reports/SchedulesSection';

/** What the platform delivered in a year and what of it counts, as files. */
export function DeliverySection({ provider }: { provider: string }) {
  const year = useYear();
  const whose = { provider };
  return (
    <>
      <ReportsSection key={`${provider} ${year}`} whose={whose} year={year} tools={<YearSelect />} />
      <SchedulesSection key={provider} whose={whose} year={year} />
    </>
  );
}
