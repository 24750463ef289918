import { useTranslation } from 'react-i18next';
import { saveCsv } from '../../format/csv';
import { useFormats } from '../../format/useFormats';
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
  const isCut = preview.changes.length < preview.added + preview.changed;
  return (
    <>
      <div className="table-scroll" tabIndex={0} role="group" aria-label={t('admin.previewTitle')}>
        <table className="table admin-table" data-testid="preview-changes">
          <thead>
            <tr>
              <th scope="col" className="right narrow">
                {t('admin.line')}
              </th>
              <th scope="col">{t('admin.what')}</th>
              <th scope="col">{t('admin.change')}</th>
            </tr>
          </thead>
          <tbody>
            {preview.changes.map((change) => (
              <tr key={change.line}>
                <td className="right">{count(change.line)}</td>
                <th scope="row">{change.subject}</th>
                <td>
                  {change.isNew ? (
                    t('admin.isNew')
                  ) : (
                    <ul className="preview__columns">
                      {change.columns.map(({ column, before, after }) => (
                        <li key={column}>
                          <code>{column}</code>: <span className="visually-hidden">{t('admin.before')} </span>
                          <del>{before || '–'}</del> → <span className="visually-hidden">{t('admin.after')} </span>
                          <ins>{after || '–'}</ins>
                        </li>
                      ))}
                    </ul>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {isCut && <p className="quiet">{t('admin.someShown', { count: preview.changes.length })}</p>}
    </>
  );
}

function BadRows({ rejected }: { rejected: Preview['rejected'] }) {
  const { t } = useTranslation();
  const { count } = useFormats();
  return (
    <div className="table-scroll" tabIndex={0} role="group" aria-label={t('admin.badTitle')}>
      <table className="table admin-table" data-testid="preview-rejected">
        <thead>
          <tr>
            <th scope="col" className="right narrow">
              {t('admin.line')}
            </th>
            <th scope="col">{t('admin.column')}</th>
            <th scope="col">{t('admin.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {rejected.map((row, place) => (
            <tr key={place}>
              <td className="right">{count(row.line)}</td>
              <td>{row.column ? <code>{row.column}</code> : t('admin.wholeRow')}</td>
              <td>{row.reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
