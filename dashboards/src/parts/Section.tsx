import { useId, type ReactNode } from 'react';
import { CsvButton, type Csv } from './CsvButton';

export function Section({
  title,
  lead,
  tools,
  csv,
  span,
  testId,
  children,
}: {
  title: string;
  lead?: ReactNode;
  tools?: ReactNode;
  csv?: Csv;
  span?: 4 | 5 | 6 | 7 | 8;
  testId: string;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={span ? `section span-${span}` : 'section'} aria-labelledby={id} data-testid={testId}>
      <div className="section__head">
        <h2 id={id}>{title}</h2>
        {(tools || csv) && (
          <div className="section__tools">
            {csv && <CsvButton csv={csv} of={title} testId={`${testId}-csv`} />}
            {tools}
          </div>
        )}
        {lead && <p className="section__lead">{lead}</p>}
      </div>
      {children}
    </section>
  );
}
