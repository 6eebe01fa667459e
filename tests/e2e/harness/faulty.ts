// The API behind a proxy whose faults are switched while a page is open.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Sandbox } from './sandbox';
import { listen, type Server } from './server';

export const ENDPOINTS = ['list', 'vehicle', 'makes', 'models', 'values', 'opportunity'] as const;
export type Endpoint = (typeof ENDPOINTS)[number];

/** `name` and `offline` never reach a server: the page has them from Playwright's routes. */
export const FAULTS = ['slow', '401', '404', '429', '500', '500-twice', 'broken-json', 'truncated', 'html', 'cut', 'name', 'offline'] as const;
export type Fault = (typeof FAULTS)[number];

const CORS = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*', 'Access-Control-Expose-Headers': 'Retry-After' };
const PASSED_ON = ['x-api-key', 'accept', 'accept-language', 'content-type', 'origin', 'access-control-request-method', 'access-control-request-headers'];

export const endpointOf = (method: string, path: string): Endpoint | undefined => {
  if (method === 'POST') return /\/opportunity$/.test(path) ? 'opportunity' : undefined;
  if (/\/reference\/make$/.test(path)) return 'makes';
  if (/\/reference\/make\/[^/]+\/model$/.test(path)) return 'models';
  if (/\/filter\/values$/.test(path)) return 'values';
  if (/\/vehicle$/.test(path)) return 'list';
  return /\/vehicle\/[^/]+$/.test(path) ? 'vehicle' : undefined;
};

export class Faulty {
  /** What fails, and how. */
  fault?: { kind: Fault; endpoint?: Endpoint };
  /** How long an answer takes, in ms. */
  latency = (): number => 0;
  /** What failed so far, by endpoint. */
  readonly failed = new Map<string, number>();
  #held: ServerResponse[] = [];

  private constructor(
    private readonly server: Server,
    private readonly sandbox: Sandbox,
  ) {}

  static async before(sandbox: Sandbox): Promise<Faulty> {
    const proxy: { faulty?: Faulty } = {};
    const server = await listen((request, response) => void proxy.faulty?.answer(request, response).catch(() => response.destroy()));
    return (proxy.faulty = new Faulty(server, sandbox));
  }

  get origin(): string {
    return this.server.origin;
  }

  get api(): string {
    return `${this.origin}/v3`;
  }

  /** From now on all is well; who still waits for an answer has none. */
  heal(): void {
    this.fault = undefined;
    this.failed.clear();
    this.#held.splice(0).forEach((response) => response.destroy());
  }

  async close(): Promise<void> {
    this.heal();
    await this.server.close();
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.method ?? 'GET';
    const { pathname } = new URL(request.url ?? '/', 'http://api');
    const endpoint = endpointOf(method, pathname);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    await new Promise((resolve) => setTimeout(resolve, this.latency()));
    const isHit = method !== 'OPTIONS' && this.fault && endpoint && (this.fault.endpoint ?? endpoint) === endpoint;
    const pass = () => this.pass(request, method, Buffer.concat(chunks));
    if (!isHit) return send(response, await pass());
    const failed = (this.failed.get(request.url!) ?? 0) + 1;
    this.failed.set(request.url!, failed);
    const refuse = (status: number, headers = {}) => void response.writeHead(status, { ...CORS, 'Content-Type': 'application/json', ...headers }).end('{"error":"as asked"}');
    switch (this.fault!.kind) {
      case '401':
      case '404':
      case '500':
        return refuse(Number(this.fault!.kind));
      case '429':
        return refuse(429, { 'Retry-After': '1' });
      case '500-twice':
        return failed <= 2 ? refuse(500) : send(response, await pass());
    }
    // What follows fails on its way back: a lead has arrived.
    const { headers, body } = await pass();
    switch (this.fault?.kind) {
      case 'slow':
        return void this.#held.push(response);
      case 'broken-json':
        return void response.writeHead(200, { ...headers, ...CORS }).end(body.subarray(0, body.length - 2));
      case 'truncated':
        response.writeHead(200, { ...headers, ...CORS, 'Content-Length': body.length });
        return void response.write(body.subarray(0, Math.ceil(body.length / 2)), () => response.destroy());
      case 'html':
        return void response.writeHead(200, { ...CORS, 'Content-Type': 'text/html' }).end('<!doctype html><title>Autohaus</title><h1>Willkommen</h1>');
      default:
        return void response.destroy();
    }
  }

  private async pass(request: IncomingMessage, method: string, body: Buffer): Promise<Answer> {
    const headers = Object.fromEntries(PASSED_ON.flatMap((name) => (request.headers[name] ? [[name, String(request.headers[name])]] : [])));
    const answer = await fetch(this.sandbox.origin + request.url, { method, headers, body: method === 'POST' ? new Uint8Array(body) : undefined });
    const kept = [...answer.headers].filter(([name]) => !/^(content-(encoding|length)|transfer-encoding|connection|date)$/.test(name));
    return { status: answer.status, headers: Object.fromEntries(kept), body: Buffer.from(await answer.arrayBuffer()) };
  }
}

type Answer = { status: number; headers: Record<string, string>; body: Buffer };

const send = (response: ServerResponse, { status, headers, body }: Answer): void => void response.writeHead(status, headers).end(body);
