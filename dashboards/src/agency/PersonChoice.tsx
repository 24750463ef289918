import { useQuery } from '@tanstack/react-query';
import { useCombobox } from 'downshift';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { peopleNamedQuery } from '../api/people';
import type { AgencyPerson } from '../api/contract';
import { useLabels } from '../format/useLabels';

const TypingPauseMs = 250;

/** Finds one of the agency's people by name. A chunk of its own. */
export default function PersonChoice({
  code,
  year,
  isBusy,
  onChoose,
  onCancel,
}: {
  code: string;
  year: number;
  isBusy: boolean;
  onChoose: (personId: string) => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation();
  const labels = useLabels();
  const [text, setText] = useState('');
  const search = usePaused(text.trim());
  const people = useQuery(peopleNamedQuery(code, year, search));
  const items = search.length > 1 ? (people.data?.people ?? []) : [];
  const [chosen, setChosen] = useState<AgencyPerson | null>(null);
  const { isOpen, highlightedIndex, getInputProps, getItemProps, getLabelProps, getMenuProps } = useCombobox({
    items,
    itemToString: (person) => person?.name ?? '',
    onInputValueChange: ({ inputValue }) => setText(inputValue ?? ''),
    onSelectedItemChange: ({ selectedItem }) => setChosen(selectedItem ?? null),
  });

  return (
    <div className="person-choice">
      <label className="person-choice__label" {...getLabelProps()}>
        {t('unresolved.who')}
      </label>
      <div className="person-choice__field">
        <input {...getInputProps({ autoFocus: true })} placeholder={t('unresolved.whoHint')} data-testid="person-search" />
        <ul {...getMenuProps()} className={isOpen && search.length > 1 ? 'person-choice__list' : 'person-choice__list person-choice__list--closed'}>
          {isOpen &&
            items.map((person, index) => (
              <li
                key={person.personId}
                {...getItemProps({ item: person, index })}
                className={index === highlightedIndex ? 'is-highlighted' : undefined}
                data-testid="person-option"
              >
                {person.name}
                <span className="quiet">{[person.unit, labels.employmentType(person.employmentType)].filter(Boolean).join(' · ')}</span>
              </li>
            ))}
          {isOpen && search.length > 1 && people.isSuccess && items.length === 0 && <li className="quiet">{t('unresolved.nobody')}</li>}
        </ul>
      </div>
      <div className="person-choice__ways">
        <button
          className="button button--small button--main"
          type="button"
          disabled={!chosen || isBusy}
          onClick={() => chosen && onChoose(chosen.personId)}
          data-testid="person-map"
        >
          {isBusy ? t('unresolved.mapping') : t('unresolved.confirm')}
        </button>
        <button className="button button--small" type="button" onClick={onCancel}>
          {t('unresolved.cancel')}
        </button>
      </div>
    </div>
  );
}

function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), TypingPauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
}
