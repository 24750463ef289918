import { useEffect, useState } from 'react';

const TypingPauseMs = 300;

/** What is typed is shown at once and asked for after a pause. */
export function SearchField({ label, hint, value, onSearch, testId }: { label: string; hint?: string; value: string; onSearch: (text: string) => void; testId: string }) {
  const [text, setText] = useState(value);
  useEffect(() => {
    if (text.trim() === value) return;
    const timer = setTimeout(() => onSearch(text.trim()), TypingPauseMs);
    return () => clearTimeout(timer);
  }, [text, value, onSearch]);
  return (
    <input type="search" aria-label={label} placeholder={hint ?? label} value={text} onChange={(event) => setText(event.target.value)} data-testid={testId} />
  );
}
