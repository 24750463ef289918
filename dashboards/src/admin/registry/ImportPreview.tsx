import { useTranslation } from 'react-i18next';
import { saveCsv } from '../../format/csv';
import { useFormats } from '../../format/useFormats';
import { DataTable, type Column } from '../../parts/DataTable';
import type { Preview, Table } from '../api';
import { badRowsCsv } from './badRows';

const BadShown = 50;

interface Props {
  table: Table;
  csv: string;
  preview: Preview;
  isApplying: boolean;
  onApply: () => void;
}

/** What a file would do: counts, the first changes, the bad rows, and the decision. */
export function ImportPreview({ table, csv, preview, isApplying, onApply }: Props) {
  const { t } = useTranslation();
  const { count } = useFormats();
  const changing = preview.added + preview.changed;
  return (
    <div className="preview" data-testid="import-preview">
      <h3>{t('admin.previewTitle')}</h3>
      <dl className="admin-figures">
        {(['added', 'changed', 'unchanged'] as const).map((figure) => (
          <div key={figure}>
            <dt>{t(`admin.${figure}`)}</dt>
            <dd data-testid={`preview-${figure}`}>{count(preview[figure])}</dd>
          </div>
        ))}
        <div>
          <dt>{t('admin.bad')}</dt>
          <dd data-testid="preview-bad">{count(preview.rejectedCount)}</dd>
        </div>
      </dl>
      {preview.changes.length > 0 && <Changes preview={preview} />}
      {preview.rejected.length > 0 && (
        <>
          <div className="section__head">
            <h3>{t('admin.badTitle')}</h3>
            <button
              className="button button--small"
              type="button"
              onClick={() => saveCsv(t('admin.badFile', { table: t(`admin.tables.${table}`).toLocaleLowerCase() }), badRowsCsv(csv, preview.rejected))}
              data-testid="bad-rows"
            >
              {t('admin.badCsv')}
            </button>
          </div>
          <BadRows rejected={preview.rejected.slice(0, BadShown)} />
        </>
      )}
      {changing > 0 ? (
        <button className="button button--main" type="button" disabled={isApplying} onClick={onApply} data-testid="import-apply">
          {isApplying ? t('admin.applying') : t('admin.apply', { count: changing, replace: { count: count(changing) } })}
        </button>
      ) : (
        <p className="quiet">{t('admin.nothing')}</p>
      )}
    </div>
  );
}

function Changes({ preview }: { preview: Preview }) {
  const { t } = useTranslation();
  const { count } = useFormats();
  const columns: Column<Preview['changes'][number]>[] = [
    { title: t('admin.line'), of: ({ line }) => count(line), look: 'right' },
    { title: t('admin.what'), of: ({ subject }) => subject },
    { title: t('admin.change'), of: (change) => (change.isNew ? t('admin.isNew') : <Changed columns={change.columns} />) },
  ];
  const isCut = preview.changes.length < preview.added + preview.changed;
  return (
    <>
      <DataTable
        label={t('admin.previewTitle')}
        rows={preview.changes}
        columns={columns}
        keyOf={({ line }) => line}
        narrow="lines"
        names={1}
        className="admin-table"
        testId="preview-changes"
      />
      {isCut && <p className="quiet">{t('admin.someShown', { count: preview.changes.length })}</p>}
    </>
  );
}

function Changed({ columns }: { columns: Preview['changes'][number]['columns'] }) {
  const { t } = useTranslation();
  return (
    <ul className="preview__columns">
      {columns.map(({ column, before, after }) => (
        <li key={column}>
          <code>{column}</code>: <span className="visually-hidden">{t('admin.before')} </span>
          <del>{before || '–'}</del> → <span className="visually-hidden">{t('admin.after')} </span>
          <ins>{after || '–'}</ins>
        </li>
      ))}
    </ul>
  );
}

function BadRows({ rejected }: { rejected: Preview['rejected'] }) {
  const { t } = useTranslation();
  const { count } = useFormats();
  const columns: Column<Preview['rejected'][number]>[] = [
    { title: t('admin.line'), of: ({ line }) => count(line), look: 'right' },
    { title: t('admin.column'), of: ({ column }) => (column ? <code>{column}</code> : t('admin.wholeRow')) },
    { title: t('admin.reason'), of: ({ reason }) => reason },
  ];
  return (
    <DataTable
      label={t('admin.badTitle')}
      rows={rejected}
      columns={columns}
      keyOf={(_, place) => place}
      narrow="lines"
      names={-1}
      className="admin-table"
      testId="preview-rejected"
    />
  );
}
