import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { positionGroupsQuery, unitsQuery } from '../api/compliance';
import type { Aggregate } from '../api/types';
import { useFormats } from '../format/useFormats';
import { useLabels } from '../format/useLabels';
import { usePeopleFilter } from './usePeopleFilter';

const TypingPauseMs = 300;

export function PeopleFilters({ code, figures }: { code: string; figures: Aggregate }) {
  const { t } = useTranslation();
  const { count } = useFormats();
  const labels = useLabels();
  const { filter, isNarrowed, set } = usePeopleFilter();
  const units = useQuery(unitsQuery(code, figures.year)).data ?? [];
  const groups = useQuery(positionGroupsQuery(code, figures.year)).data ?? [];
  const choices = [
    ['UNMET', t('status.UNMET'), figures.unmet],
    ['MET', t('status.MET'), figures.met],
    ['EXEMPT', t('status.EXEMPT'), figures.exempt],
    ['NOT_REQUIRED', t('status.NOT_REQUIRED'), figures.notRequired],
    ['', t('people.all'), figures.people],
  ] as const;

  return (
    <div className="people-filters no-print" role="search" aria-label={t('people.title')}>
      <div className="filters">
        <SearchField />
        <Choice part="unit" all={t('people.allUnits')} label={t('people.unit')} options={units.map(({ name }) => [name, name])} />
        <Choice
          part="employmentType"
          all={t('people.allKinds')}
          label={t('people.kind')}
          options={figures.byEmploymentType.map(({ employmentType }) => [employmentType, labels.employmentType(employmentType)])}
        />
        <Choice part="positionGroup" all={t('people.allGroups')} label={t('people.group')} options={groups.map(({ name }) => [name, name])} />
      </div>
      <fieldset className="chips">
        <legend className="visually-hidden">{t('people.filter')}</legend>
        {choices.map(([value, name, people]) => (
          <label key={value} className="chip">
            <input type="radio" name="status" value={value} checked={filter.status === value} onChange={() => set('status', value)} />
            <span>{name}</span>
            {/* The counts are of the whole agency: among some of its people they would mislead. */}
            {!isNarrowed && <span className="chip__count number">{count(people)}</span>}
          </label>
        ))}
      </fieldset>
    </div>
  );
}

function Choice({
  part,
  all,
  label,
  options,
}: {
  part: 'unit' | 'employmentType' | 'positionGroup';
  all: string;
  label: string;
  options: [string, string][];
}) {
  const { filter, set } = usePeopleFilter();
  const named = options.filter(([value]) => value !== '');
  if (named.length < 2 && !filter[part]) return null;
  return (
    <select aria-label={label} value={filter[part]} onChange={(event) => set(part, event.target.value)} data-testid={`people-${part}`}>
      <option value="">{all}</option>
      {named
        .sort(([, a], [, b]) => a.localeCompare(b, 'id'))
        .map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
    </select>
  );
}

/** What is typed is shown at once and asked for after a pause. */
function SearchField() {
  const { t } = useTranslation();
  const { filter, set } = usePeopleFilter();
  const { search } = filter;
  const [text, setText] = useState(search);
  useEffect(() => {
    if (text.trim() === search) return;
    const timer = setTimeout(() => set('search', text.trim()), TypingPauseMs);
    return () => clearTimeout(timer);
  }, [text, search, set]);
  return (
    <input
      type="search"
      aria-label={t('people.search')}
      placeholder={t('people.searchHint')}
      value={text}
      onChange={(event) => setText(event.target.value)}
      data-testid="people-search"
    />
  );
}
