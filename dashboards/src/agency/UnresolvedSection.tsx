import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { whyOf } from '../api/client';
import { ownUnresolvedQuery, useMapLearner } from '../api/people';
import type { OwnUnresolvedLearner } from '../api/contract';
import { useFormats } from '../format/useFormats';
import { DataTable, type Column } from '../parts/DataTable';
import { Section } from '../parts/Section';
import { PartFailure } from '../shell/Failure';
import { Loading } from '../shell/Loading';

const PersonChoice = lazy(() => import('./PersonChoice'));

/** Learners who seem the agency's own and whom nobody is known by: said who they are, what they learnt counts. */
export function UnresolvedSection({ code, year }: { code: string; year: number }) {
  const { t } = useTranslation();
  const learners = useQuery(ownUnresolvedQuery(code));
  const map = useMapLearner(code);
  return (
    <Section title={t('unresolved.title')} lead={t('unresolved.lead')} testId="unresolved">
      <div role="status" className="said">
        {map.isSuccess && <p className="notice notice--good">{t('unresolved.mapped')}</p>}
        {map.isError && <p className="notice notice--bad">{t('unresolved.failed', { why: whyOf(map.error) })}</p>}
      </div>
      {learners.isPending ? (
        <Loading what="people" />
      ) : !learners.data ? (
        <PartFailure error={learners.error} onRetry={() => void learners.refetch()} />
      ) : learners.data.length === 0 ? (
        <p className="empty">{t('unresolved.none')}</p>
      ) : (
        <LearnerTable code={code} year={year} learners={learners.data} isBusy={map.isPending} onMap={(ifi, personId) => map.mutate({ ifi, personId })} />
      )}
    </Section>
  );
}

interface TableProps {
  code: string;
  year: number;
  learners: OwnUnresolvedLearner[];
  isBusy: boolean;
  onMap: (ifi: string, personId: string) => void;
}

const Few = 10;

function LearnerTable({ code, year, learners, isBusy, onMap }: TableProps) {
  const { t } = useTranslation();
  const { count, date } = useFormats();
  const [opened, setOpened] = useState('');
  const [isWhole, setWhole] = useState(false);
  const columns: Column<OwnUnresolvedLearner>[] = [
    { title: t('unresolved.learner'), of: ({ ifi }) => <code>{shownIfi(ifi)}</code> },
    { title: t('unresolved.platform'), of: ({ providers }) => providers.join(', ') },
    { title: t('unresolved.statements'), of: ({ statements }) => count(statements), look: 'right' },
    { title: t('unresolved.last'), of: ({ lastDay }) => date(lastDay), look: 'right' },
    {
      title: t('unresolved.map'),
      of: ({ ifi }) => (
        <button
          className="button button--small"
          type="button"
          aria-expanded={opened === ifi}
          onClick={() => setOpened(opened === ifi ? '' : ifi)}
          aria-label={t('unresolved.mapLabel', { learner: shownIfi(ifi) })}
          data-testid="unresolved-map"
        >
          {t('unresolved.map')}
        </button>
      ),
      look: 'right',
      isTitleHidden: true,
    },
  ];
  const choice = ({ ifi }: OwnUnresolvedLearner) =>
    opened === ifi && (
      <Suspense fallback={<span className="quiet">…</span>}>
        <PersonChoice code={code} year={year} isBusy={isBusy} onChoose={(personId) => onMap(ifi, personId)} onCancel={() => setOpened('')} />
      </Suspense>
    );
  return (
    <>
      <DataTable
        label={t('unresolved.title')}
        rows={isWhole ? learners : learners.slice(0, Few)}
        columns={columns}
        keyOf={({ ifi }) => ifi}
        under={choice}
        narrow="lines"
        className="unresolved-table"
        testId="unresolved-table"
        rowTestId="unresolved-row"
      />
      {learners.length > Few && (
        <button className="button button--plain" type="button" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('forms.fewer') : t('forms.more', { count: learners.length })}
        </button>
      )}
    </>
  );
}

/** A mail address, or an account's name and the site it is of. */
function shownIfi(ifi: string): string {
  if (ifi.startsWith('mailto:')) return ifi.slice('mailto:'.length);
  const [homePage = '', name] = ifi.replace(/^account:/, '').split('|');
  return name ? `${name} · ${homePage.replace(/^https?:\/\//, '')}` : ifi;
}
