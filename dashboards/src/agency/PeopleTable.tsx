import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AgencyPerson } from '../api/contract';
import { useFormats } from '../format/useFormats';
import { useLabels } from '../format/useLabels';
import { Meter } from '../parts/Meter';
import { StatusBadge } from '../parts/StatusBadge';

/** The status of each is shown where the list mixes them. */
export function PeopleTable({ people, year, isMixed }: { people: AgencyPerson[]; year: number; isMixed: boolean }) {
  const { t } = useTranslation();
  return (
    <table className="table people-table" data-testid="people-table">
      <thead>
        <tr>
          <th scope="col">{t('people.name')}</th>
          <th scope="col" className="people-table__wide">
            {t('people.unit')}
          </th>
          <th scope="col" className="people-table__wide">
            {t('people.kind')}
          </th>
          {isMixed && (
            <th scope="col" className="people-table__status">
              {t('people.status')}
            </th>
          )}
          <th scope="col" className="right">
            {t('people.counted')}
          </th>
          <th scope="col" className="right">
            {t('people.missing')}
          </th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <Row key={person.personId} person={person} year={year} isMixed={isMixed} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ person, year, isMixed }: { person: AgencyPerson; year: number; isMixed: boolean }) {
  const { jp, limit } = useFormats();
  const labels = useLabels();
  const { t } = useTranslation();
  const { minJp, missingJp } = person;
  const kind = labels.employmentType(person.employmentType);
  return (
    <tr data-testid="person-row">
      <th scope="row">
        <Link to={`/people/${person.personId}?year=${year}`}>{person.name}</Link>
        <span className="people-table__under">{[person.unit, kind].filter(Boolean).join(' · ')}</span>
      </th>
      <td className="people-table__wide">{person.unit || '–'}</td>
      <td className="people-table__wide">{kind}</td>
      {isMixed && (
        <td className="people-table__status">
          <StatusBadge status={person.status} />
        </td>
      )}
      <td className="right">
        <span className="jp-cell">
          {minJp ? <Meter share={person.countedJp / minJp} isUnmet={person.status === 'UNMET'} /> : <span />}
          <span>
            {jp(person.countedJp)}
            {minJp ? <span className="quiet"> / {limit(minJp)}</span> : null}
          </span>
        </span>
      </td>
      <td className="right">
        {missingJp && person.status === 'UNMET' ? (
          <b>
            {jp(missingJp)} <span className="visually-hidden">{t('jp')}</span>
          </b>
        ) : (
          <span className="quiet">–</span>
        )}
      </td>
    </tr>
  );
}
