import { useInfiniteQuery } from '@tanstack/react-query';
import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { manualClaimsQuery, useEnterJp, type EnteredJp } from '../api/manual';
import type { ManualClaim } from '../api/contract';
import { whyOf } from '../api/client';
import { useFormats } from '../format/useFormats';
import { useLabels } from '../format/useLabels';
import { DataTable, type Column } from '../parts/DataTable';
import { More } from '../parts/More';
import { Section } from '../parts/Section';
import { PartFailure } from '../shell/Failure';
import { Loading } from '../shell/Loading';

/** Learning whose hours no rule knows, such as guidance at work: a verifier enters them, and says why. */
export function ManualSection({ code, year }: { code: string; year: number }) {
  const { t } = useTranslation();
  const waiting = useInfiniteQuery(manualClaimsQuery(code, year));
  const claims = waiting.data?.pages.flatMap((page) => page.claims);
  const enter = useEnterJp(code, year);
  return (
    <Section title={t('manual.title')} lead={t('manual.lead')} testId="manual">
      <div role="status" className="said">
        {enter.isSuccess && <p className="notice notice--good">{t('manual.saved')}</p>}
        {enter.isError && <p className="notice notice--bad">{t('manual.failed', { why: whyOf(enter.error) })}</p>}
      </div>
      {waiting.isPending ? (
        <Loading what="people" />
      ) : !claims ? (
        <PartFailure error={waiting.error} onRetry={() => void waiting.refetch()} />
      ) : claims.length === 0 && !waiting.hasNextPage ? (
        <p className="empty">{t('manual.none', { year })}</p>
      ) : (
        <>
          <ClaimTable claims={claims} year={year} isBusy={enter.isPending} onEnter={(entered) => enter.mutate(entered)} />
          {waiting.hasNextPage && <More shown={claims.length} query={waiting} />}
        </>
      )}
    </Section>
  );
}

interface Entering {
  isBusy: boolean;
  onEnter: (entered: EnteredJp) => void;
}

function ClaimTable({ claims, year, ...entering }: Entering & { claims: ManualClaim[]; year: number }) {
  const { t } = useTranslation();
  const { date, jp } = useFormats();
  const labels = useLabels();
  const columns: Column<ManualClaim>[] = [
    { title: t('people.name'), of: ({ personId, name }) => <Link to={`/people/${personId}?year=${year}`}>{name}</Link> },
    {
      title: t('manual.activity'),
      of: ({ title, activityIri, form }) => (
        <span>
          {title || activityIri}
          <span className="people-table__under people-table__under--always">{labels.form(form)}</span>
        </span>
      ),
    },
    { title: t('manual.platform'), of: ({ provider }) => provider },
    { title: t('manual.day'), of: (claim) => date(claim.date), look: 'number' },
    { title: t('manual.claimed'), of: ({ claimedJp }) => jp(claimedJp), look: 'right' },
    { title: t('manual.enter'), of: (claim) => <Entry claim={claim} {...entering} />, isTitleHidden: true },
  ];
  return (
    <DataTable
      label={t('manual.title')}
      rows={claims}
      columns={columns}
      keyOf={({ personId, statementId }) => personId + statementId}
      narrow="lines"
      className="manual-table"
      testId="manual-table"
      rowTestId="manual-row"
    />
  );
}

function Entry({ claim, isBusy, onEnter }: Entering & { claim: ManualClaim }) {
  const { t } = useTranslation();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    onEnter({ claim, jp: Number(form.get('jp')), reason: String(form.get('reason')).trim() });
  };
  if (!isOpen)
    return (
      <button className="button button--small" type="button" onClick={() => setOpen(true)} aria-label={t('manual.enterLabel', { name: claim.name })} data-testid="manual-enter">
        {t('manual.enter')}
      </button>
    );
  return (
    <form className="manual-form" onSubmit={submit} aria-label={t('manual.enterLabel', { name: claim.name })}>
      <div className="field">
        <label htmlFor={`${id}jp`}>{t('manual.jp')}</label>
        <input id={`${id}jp`} name="jp" type="number" min={0} max={1000} step={0.01} required autoFocus defaultValue={claim.claimedJp || ''} />
      </div>
      <div className="field">
        <label htmlFor={`${id}reason`}>{t('manual.reason')}</label>
        <input id={`${id}reason`} name="reason" required maxLength={1000} placeholder={t('manual.reasonHint')} />
      </div>
      <div className="manual-form__ways">
        <button className="button button--main button--small" type="submit" disabled={isBusy} data-testid="manual-save">
          {isBusy ? t('manual.saving') : t('manual.save')}
        </button>
        <button className="button button--small" type="button" onClick={() => setOpen(false)}>
          {t('unresolved.cancel')}
        </button>
      </div>
    </form>
  );
}
