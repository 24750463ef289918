// Writes src/api/contract.ts from openapi.json, the description that the service itself gives: `npm run types`.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const Root = '/api/v1';

/** The whole file, for a description. */
export function contractOf(openapi) {
  const schemas = Object.entries(openapi.components.schemas).map(([name, schema]) => {
    const words = schema.description ? `/** ${schema.description.replaceAll('*/', '')} */\n` : '';
    return schema.properties ? `${words}export interface ${name} ${typeOf(schema, '')}` : `${words}export type ${name} = ${typeOf(schema, '')};`;
  });
  const calls = Object.entries(openapi.paths)
    .filter(([path]) => path.startsWith(Root))
    .flatMap(([path, operations]) => Object.entries(operations).map(([method, operation]) => callOf(method, path, operation)));
  return [
    "// Made from openapi.json by `npm run types`: not edited by hand. The service's tests keep openapi.json true.",
    '/* eslint-disable */',
    ...schemas,
    `/** Every call: what its path and query take, its body, and what it answers. */\nexport interface Calls {\n${calls.join('\n')}\n}`,
  ].join('\n\n') + '\n';
}

function callOf(method, path, { parameters = [], requestBody, responses, summary }) {
  const of = (place) => parameters.filter((parameter) => parameter.in === place);
  const given = (list) => (list.length ? `{ ${list.map((p) => `${key(p.name)}${p.required ? '' : '?'}: ${typeOf(p.schema, '')}`).join('; ')} }` : '{}');
  const success = Object.entries(responses).filter(([status]) => status.startsWith('2')).map(([, response]) => bodyOf(response.content));
  const answers = [...new Set(success)].join(' | ') || 'undefined';
  return [
    `  /** ${summary ?? ''} */`,
    `  '${method.toUpperCase()} ${path.slice(Root.length)}': {`,
    `    path: ${given(of('path'))};`,
    `    query: ${given(of('query'))};`,
    `    body: ${requestBody ? bodyOf(requestBody.content) : 'undefined'};`,
    `    answer: ${answers};`,
    '  };',
  ].join('\n');
}

function bodyOf(content = {}) {
  if (content['application/json']) return typeOf(content['application/json'].schema ?? {}, '    ');
  return Object.keys(content).length ? 'string' : 'undefined';
}

function typeOf(schema, indent) {
  const type = bareTypeOf(schema, indent);
  return schema.nullable ? `${type} | null` : type;
}

function bareTypeOf(schema, indent) {
  if (schema.$ref) return schema.$ref.split('/').at(-1);
  const composed = schema.allOf ?? schema.oneOf ?? schema.anyOf;
  if (composed) return composed.map((one) => typeOf(one, indent)).join(schema.allOf ? ' & ' : ' | ');
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  switch (schema.type) {
    case 'string':
      return 'string';
    case 'integer':
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'array': {
      const item = typeOf(schema.items ?? {}, indent);
      return /[ |&{]/.test(item) ? `(${item})[]` : `${item}[]`;
    }
    default:
      return schema.properties ? objectOf(schema, indent) : schema.additionalProperties ? `Record<string, ${typeOf(schema.additionalProperties, indent)}>` : 'unknown';
  }
}

function objectOf({ properties, required = [] }, indent) {
  const inner = `${indent}  `;
  const lines = Object.entries(properties).map(([name, schema]) => {
    const words = schema.description ? `${inner}/** ${schema.description.replaceAll('*/', '')} */\n` : '';
    return `${words}${inner}${key(name)}${required.includes(name) ? '' : '?'}: ${typeOf(schema, inner)};`;
  });
  return `{\n${lines.join('\n')}\n${indent}}`;
}

function key(name) {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const wanted = contractOf(JSON.parse(readFileSync(at('../openapi.json'), 'utf8')));
  writeFileSync(at('../src/api/contract.ts'), wanted);
}
