import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useParams } from 'react-router';
import { NotFound } from '../../shell/Failure';
import { AdminHead } from '../AdminHead';
import { tables, type Table } from '../api';
import { SearchField } from '../SearchField';
import { AgencyRows } from './AgencyRows';
import { ImportSection } from './ImportSection';
import { RegistryRows } from './RegistryRows';

/** What everything is counted by: search each table, import into it. */
export function RegistryPage() {
  const { t } = useTranslation();
  const { table = 'agencies' } = useParams();
  if (!isTable(table)) return <NotFound kind="page" />;
  return (
    <>
      <AdminHead title={t('admin.registry')} lead={t('admin.registryLead')} />
      <nav className="part-nav part-nav--inner" aria-label={t('admin.table')}>
        {tables.map((one) => (
          <NavLink key={one} to={`/admin/registry/${one}`} className={({ isActive }) => (isActive || one === table ? 'active' : '')}>
            {t(`admin.tables.${one}`)}
          </NavLink>
        ))}
      </nav>
      <TableOf key={table} table={table} />
    </>
  );
}

// What is looked for may be a name or a NIP: it stays out of the address.
function TableOf({ table }: { table: Table }) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  return (
    <>
      <div className="filters no-print" role="search" aria-label={t(`admin.tables.${table}`)}>
        <SearchField label={t('admin.search')} hint={t(`admin.searchHints.${table}`)} value={search} onSearch={setSearch} testId="registry-search" />
      </div>
      {table === 'agencies' ? <AgencyRows search={search} /> : <RegistryRows table={table} search={search} />}
      <ImportSection table={table} />
    </>
  );
}

function isTable(text: string): text is Table {
  return tables.some((table) => table === text);
}
