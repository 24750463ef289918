import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Aggregate } from '../api/types';
import { useFormats } from '../format/useFormats';
import { usePeopleFilter } from './usePeopleFilter';

const TypingPauseMs = 300;

export function PeopleFilters({ figures }: { figures: Aggregate }) {
  const { t } = useTranslation();
  const { count } = useFormats();
  const { status, set } = usePeopleFilter();
  const choices = [
    ['UNMET', t('status.UNMET'), figures.unmet],
    ['MET', t('status.MET'), figures.met],
    ['EXEMPT', t('status.EXEMPT'), figures.exempt],
    ['NOT_REQUIRED', t('status.NOT_REQUIRED'), figures.notRequired],
    ['', t('people.all'), figures.people],
  ] as const;

  return (
    <div className="filters no-print" role="search" aria-label={t('people.title')}>
      <SearchField />
      <fieldset className="chips">
        <legend className="visually-hidden">{t('people.filter')}</legend>
        {choices.map(([value, name, people]) => (
          <label key={value} className="chip">
            <input type="radio" name="status" value={value} checked={status === value} onChange={() => set('status', value)} />
            <span>{name}</span> <span className="chip__count number">{count(people)}</span>
          </label>
        ))}
      </fieldset>
    </div>
  );
}

/** What is typed is shown at once and asked for after a pause. */
function SearchField() {
  const { t } = useTranslation();
  const { search, set } = usePeopleFilter();
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
