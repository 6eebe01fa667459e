// The asset host: dist/ as a CDN would serve it.
import { readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { listen, type Server } from './server';

export const DIST = process.env.AUTENGO_DIST || join(import.meta.dirname, '../../../dist');

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm',
};

// The loader's name is stable; the others' follow from their content.
const HASHED = /-[0-9a-f]{16}(_bg)?\.(js|css|wasm)$/;

export const serveAssets = (): Promise<Server> =>
  listen(async (request, response) => {
    const name = basename(new URL(request.url ?? '/', 'http://assets').pathname);
    const type = TYPES[extname(name)];
    const content = type && (await readFile(join(DIST, name)).catch(() => undefined));
    if (!content) {
      response.writeHead(404, { 'Access-Control-Allow-Origin': '*' }).end();
      return;
    }
    response.writeHead(200, {
      'Content-Type': type,
      'Cache-Control': HASHED.test(name) ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
      'Access-Control-Allow-Origin': '*',
      'X-Content-Type-Options': 'nosniff',
    });
    response.end(content);
  });
