import { expect, it } from 'vitest';
import { en } from './en';
import { id } from './id';

type Tree = { [key: string]: string | Tree };

function flat(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : flat(value, `${path}${key}.`),
  );
}

const english = new Map(flat(en as Tree));

it.each(flat(id))('%s fills the same blanks in both languages', (key, text) => {
  const blanks = (of: string) => [...of.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
  expect(blanks(english.get(key)!)).toEqual(blanks(text));
});

// Indonesian has one form; where English lacks its singular, the Indonesian text would show through.
it.each([...english.keys()].filter((key) => key.endsWith('_other')))('%s has an English singular', (key) => {
  expect(english.has(key.replace(/_other$/, '_one'))).toBe(true);
});
