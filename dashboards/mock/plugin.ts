import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Connect, Plugin } from 'vite';
import { answer } from './answers.ts';

/**
 * Answers /api/v1 while the pages are developed without the service. It is part of the dev and preview servers only, never of the build.
 * Users: lan, agency, asn, vendor, each with its own name as the password.
 */
export function mockApi(): Plugin {
  return {
    name: 'mock-api',
    configureServer: (server) => void server.middlewares.use(handle),
    configurePreviewServer: (server) => void server.middlewares.use(handle),
  };
}

const handle: Connect.NextHandleFunction = (request, response, next) => {
  if (!request.url?.startsWith('/api/v1/')) return next();
  void respond(request, response);
};

function bodyOf(text: string): Record<string, string> | null {
  try {
    return JSON.parse(text) as Record<string, string>;
  } catch {
    return null;
  }
}

async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const url = new URL(request.url!, 'http://mock');
  const cookie = /lrs-mock=(\w+)/.exec(request.headers.cookie ?? '')?.[1] ?? null;
  const text = Buffer.concat(chunks).toString();

  const reply = answer({
    method: request.method!,
    path: url.pathname.replace('/api/v1', ''),
    query: url.searchParams,
    user: cookie,
    body: bodyOf(text) ?? {},
    isJson: bodyOf(text) !== null,
    hasCsrfHeader: request.headers['x-requested-with'] === 'lrs',
  });
  await new Promise((resolve) => setTimeout(resolve, 150));

  response.statusCode = reply.status;
  if (reply.user !== undefined) response.setHeader('Set-Cookie', `lrs-mock=${reply.user}; Path=/; HttpOnly; SameSite=Lax`);
  if (reply.file) response.setHeader('Content-Disposition', `attachment; filename="${reply.file}"`);
  response.setHeader('Content-Type', reply.status < 400 ? 'application/json' : 'application/problem+json');
  response.setHeader('Cache-Control', 'no-store');
  response.end(reply.status === 204 ? undefined : JSON.stringify(reply.body));
}
