import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import process from 'node:process';
import { errorCode, systemMessage } from '../system-error.ts';

/** What a page asks of the server that it came from. */
export type PageApi = {
  readonly page: () => Promise<string>;
  /** The policy that the page names itself, for a header. */
  readonly policy: string;
  readonly state: () => unknown;
  /** What a page hears first when it connects, or connects again. */
  readonly hello: () => unknown;
  /** Answers a question that the page posts as JSON; null: there is none of that name. */
  readonly ask: (name: string, body: unknown) => Promise<unknown> | null;
};

export type PageServer = {
  readonly address: string;
  /** Tells all pages that there is something new. */
  readonly tell: (data: unknown) => void;
  /** Resolves when the user stops it, by Ctrl-C or a signal. */
  readonly stopped: Promise<void>;
};

/** Bytes; no page asks anything longer. */
const LONGEST_BODY = 512 * 1024;

/**
 * Serves a page on the loopback address alone, below a path that nobody can guess: a random one. Whoever asks by another
 * name of this machine, or from another page, is refused, so that no page of the web reaches it through a browser.
 */
export async function servePage(port: number, api: PageApi): Promise<PageServer | string> {
  const token = randomBytes(24).toString('base64url');
  const listeners = new Set<ServerResponse>();
  const server = createServer({ connectionsCheckingInterval: 1000 }, (request, response) => {
    const welcome = (): void => {
      strangers.get(server)?.delete(request.socket);
    };
    respond({ request, response, api, token, listeners, welcome }).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  guardConnections(server);
  const problem = await new Promise<Error | null>((resolve) => {
    server.once('error', resolve);
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => resolve(null));
  });
  if (problem !== null)
    return `port ${port} ${listenProblems.get(errorCode(problem)) ?? `cannot be listened on: ${systemMessage(problem)}`}`;
  const { port: used } = server.address() as AddressInfo;
  // Whatever goes wrong with a connection is that connection's.
  server.on('error', () => {});
  const stopped = new Promise<void>((resolve) => {
    const stop = (): void => {
      for (const signal of SIGNALS) process.off(signal, stop);
      for (const one of listeners) one.end();
      server.close(() => resolve());
      server.closeAllConnections();
    };
    for (const signal of SIGNALS) process.on(signal, stop);
  });
  const tell = (data: unknown): void => {
    for (const one of listeners) one.write(eventOf(data));
  };
  return { address: `http://127.0.0.1:${used}/${token}/`, tell, stopped };
}

const listenProblems: ReadonlyMap<string, string> = new Map([
  ['EADDRINUSE', 'is in use; name another, or none for a free one'],
  ['EACCES', 'is not for this user; name one from 1024 on, or none for a free one'],
]);

/** Connections that nobody with the address has spoken on; the oldest makes room for one more. */
const MOST_STRANGERS = 32;

const strangers = new WeakMap<Server, Set<Socket>>();

/** Whoever connects and says little, or nothing, keeps nobody out. */
function guardConnections(server: Server): void {
  server.headersTimeout = 5000;
  server.requestTimeout = 10_000;
  const waiting = new Set<Socket>();
  strangers.set(server, waiting);
  server.on('connection', (socket) => {
    waiting.add(socket);
    socket.on('close', () => waiting.delete(socket));
    const [oldest] = waiting;
    if (waiting.size > MOST_STRANGERS) oldest?.destroy();
  });
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

type Asked = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly api: PageApi;
  readonly token: string;
  readonly listeners: Set<ServerResponse>;
  /** The connection is one of the page. */
  readonly welcome: () => void;
};

async function respond({ request, response, api, token, listeners, welcome }: Asked): Promise<void> {
  for (const [name, value] of headersOf(api.policy)) response.setHeader(name, value);
  const port = request.socket.localPort;
  const refusal = refusalOf(request, `127.0.0.1:${port}`, `localhost:${port}`);
  const [, given = '', name = '', ...more] = (request.url ?? '').split('/');
  if (refusal !== null || more.length > 0 || !isSame(given, token)) {
    response.writeHead(403, { 'content-type': 'text/plain' });
    response.end(`${refusal ?? 'no page here; use the address that header-split printed'}\n`);
    return;
  }
  welcome();
  if (request.method === 'GET' && name === '') return send(response, 'text/html; charset=utf-8', await api.page());
  if (request.method === 'GET' && name === 'state')
    return send(response, 'application/json', JSON.stringify(api.state()));
  if (request.method === 'GET' && name === 'events') {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(`retry: 1000\n\n${eventOf(api.hello())}`);
    listeners.add(response);
    response.on('close', () => listeners.delete(response));
    return;
  }
  const body = request.method === 'POST' ? await readBody(request) : null;
  if (typeof body === 'number') return refuse(response, body);
  const answer = body === null ? null : api.ask(name, body.json);
  if (answer === null) return refuse(response, 404);
  send(response, 'application/json', JSON.stringify(await answer));
}

function eventOf(data: unknown): string {
  return `event: data\ndata: ${JSON.stringify(data)}\n\n`;
}

const refusals = {
  400: 'this is no JSON',
  404: 'there is nothing of that name',
  413: 'that is too long',
};

function refuse(response: ServerResponse, status: keyof typeof refusals): void {
  response.writeHead(status, { 'content-type': 'text/plain' });
  response.end(`${refusals[status]}\n`);
}

/** Why a request is refused, whatever it asks for; null: it is not. */
function refusalOf({ headers, method }: IncomingMessage, ...hosts: readonly string[]): string | null {
  const { host = '', origin } = headers;
  if (!hosts.includes(host)) return 'this server answers to its own address alone';
  if (origin !== undefined && origin !== `http://${host}`) return 'another page may not ask here';
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return 'another page may not ask here';
  if (method === 'GET') return null;
  if (method !== 'POST') return 'only GET and POST are answered';
  if (origin === undefined) return 'a question without origin is not answered';
  return headers['content-type'] === 'application/json' ? null : 'only JSON is answered';
}

function headersOf(policy: string): readonly (readonly [string, string])[] {
  return [
    ['content-security-policy', `${policy}; frame-ancestors 'none'`],
    ['x-content-type-options', 'nosniff'],
    ['referrer-policy', 'no-referrer'],
    ['cache-control', 'no-store'],
    ['cross-origin-opener-policy', 'same-origin'],
    ['cross-origin-resource-policy', 'same-origin'],
  ];
}

function send(response: ServerResponse, type: string, text: string): void {
  const bytes = Buffer.from(text, 'utf8');
  response.writeHead(200, { 'content-type': type, 'content-length': bytes.length });
  response.end(bytes);
}

function isSame(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** A number: the status that refuses it. */
async function readBody(request: IncomingMessage): Promise<{ readonly json: unknown } | 400 | 413> {
  const chunks: Buffer[] = [];
  let length = 0;
  // What is too long is read to its end and forgotten: a connection that is closed before takes the answer with it.
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= LONGEST_BODY) chunks.push(chunk);
  }
  if (length > LONGEST_BODY) return 413;
  try {
    return { json: JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown };
  } catch {
    return 400;
  }
}
