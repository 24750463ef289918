import { useId, type ReactNode } from 'react';

export function Section({
  title,
  lead,
  tools,
  span,
  testId,
  children,
}: {
  title: string;
  lead?: ReactNode;
  tools?: ReactNode;
  span?: 4 | 5 | 6 | 7 | 8;
  testId: string;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={span ? `section span-${span}` : 'section'} aria-labelledby={id} data-testid={testId}>
      <div className="section__head">
        <h2 id={id}>{title}</h2>
        {tools}
        {lead && <p className="section__lead">{lead}</p>}
      </div>
      {children}
    </section>
  );
}
