// `test` with the three servers, a host page to open, and the rule that nothing complains unasked.
import { test as base, expect, type Page } from '@playwright/test';
import { serveAssets } from './assets';
import { element, hostPage, serveSite, type HostOptions, type Site } from './pages';
import { KEY, Sandbox } from './sandbox';
import type { Server } from './server';
import { Widget } from './widget';

export { expect };

export const FALLBACK = '<a href="tel:+49301234567">Rufen Sie uns an: 030 1234567</a>';

type OpenOptions = HostOptions & {
  /** Path, query and hash of the host page. */
  at?: string;
  /** Attributes beside or instead of those that every test needs; `undefined` removes one. */
  with?: Record<string, string | true | undefined>;
  headers?: Record<string, string>;
};

export class Host {
  constructor(
    readonly page: Page,
    readonly site: Site,
    readonly assets: Server,
    readonly sandbox: Sandbox,
  ) {}

  get loader(): string {
    return `<script type="module" src="${this.assets.origin}/autengo-widget.js"></script>`;
  }

  /** The element with the sandbox as its API. */
  element(attributes: OpenOptions['with'] = {}, content = FALLBACK): string {
    return element({ ...this.attributes, ...attributes }, content);
  }

  get attributes(): Record<string, string | true> {
    const { origin, api } = this.sandbox;
    return {
      'api-base': api,
      'api-key': KEY,
      'privacy-url': '/datenschutz',
      'photo-url': `${origin}/media/{sellingId}/{n}.svg`,
      'language-switch': true,
    };
  }

  /** Puts a page with the widget on the host's site and goes there. */
  async open({ at = '/fahrzeuge', with: attributes, headers, ...options }: OpenOptions = {}): Promise<Widget> {
    this.put(at, hostPage(`${this.loader}\n    ${this.element(attributes)}`, options), headers);
    await this.page.goto(this.site.origin + at);
    return new Widget(this.page);
  }

  /** Puts a page on the host's site; `at` may have a query and a hash. */
  put(at: string, html: string, headers?: Record<string, string>): void {
    this.site.pages.set(new URL(at, this.site.origin).pathname, { html, headers });
  }
}

/** What the page said in its console, and what nobody caught. */
export class Complaints {
  /** What is broken. */
  readonly errors: string[] = [];
  /** What the webmaster should know, errors included. */
  readonly texts: string[] = [];

  watch(page: Page): void {
    page.on('pageerror', ({ message }) => this.note(`uncaught: ${message}`, true));
    page.on('console', (message) => {
      const isError = message.type() === 'error';
      // The browser's own line about a failed request: a picture that is tried and not there has one.
      const isRequest = message.text().startsWith('Failed to load resource');
      if ((isError || message.type() === 'warning') && !isRequest) this.note(message.text(), isError);
    });
  }

  private note(text: string, isError: boolean): void {
    this.texts.push(text);
    if (isError) this.errors.push(text);
  }
}

type Fixtures = { host: Host; complaints: Complaints; mayComplain: boolean };
type Servers = { assets: Server; sandbox: Sandbox };

export const test = base.extend<Fixtures, Servers>({
  assets: [
    async ({}, use) => {
      const assets = await serveAssets();
      await use(assets);
      await assets.close();
    },
    { scope: 'worker' },
  ],
  sandbox: [
    async ({}, use) => {
      const sandbox = await Sandbox.start();
      await use(sandbox);
      await sandbox.close();
    },
    { scope: 'worker' },
  ],
  mayComplain: [false, { option: true }],
  complaints: [
    async ({ context, mayComplain }, use) => {
      const complaints = new Complaints();
      context.on('page', (page) => complaints.watch(page));
      await use(complaints);
      if (!mayComplain) expect(complaints.errors, 'errors in the console, and uncaught ones').toEqual([]);
    },
    { auto: true },
  ],
  // After `complaints`, which must know of the page before it says anything.
  host: async ({ complaints, page, assets, sandbox }, use) => {
    void complaints;
    const site = await serveSite();
    await use(new Host(page, site, assets, sandbox));
    // What is still under way when a test ends is nobody's failure.
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await site.close();
  },
});
