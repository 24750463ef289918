import { expect, it } from 'vitest';
import { nextPath } from './nextPath';

it.each(['/agencies/K002?year=2026', '/people/1'])('returns to a page of this site: %s', (path) => {
  expect(nextPath(path)).toBe(path);
});

it.each([null, '', 'https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '/sign-in?next=/'])(
  'goes home instead of %s',
  (path) => {
    expect(nextPath(path)).toBe('/');
  },
);
