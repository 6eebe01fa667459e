// What a page asks the API.
import { expect, type Page } from '@playwright/test';

export class Requests {
  /** All that were sent, preflights left out. */
  readonly urls: URL[] = [];
  /** How many were under way at once, at most. */
  most = 0;
  #underWay = 0;

  /** Of `page`, below `base`, from now on. */
  constructor(page: Page, base: string) {
    const isOurs = (request: { url(): string; method(): string }) => request.url().startsWith(base) && request.method() !== 'OPTIONS';
    page.on('request', (request) => {
      if (!isOurs(request)) return;
      this.urls.push(new URL(request.url()));
      this.#underWay += 1;
      this.most = Math.max(this.most, this.#underWay);
    });
    for (const end of ['requestfinished', 'requestfailed'] as const) {
      page.on(end as 'requestfinished', (request) => {
        if (isOurs(request)) this.#underWay -= 1;
      });
    }
  }

  /** Those of a path below the API's. */
  of(path: string): URL[] {
    return this.urls.filter(({ pathname }) => pathname === `/v3${path}`);
  }

  /** Lists and pages of lists, without the counts, which ask for a single vehicle. */
  get lists(): URL[] {
    return this.of('/vehicle').filter(({ searchParams }) => searchParams.get('limit') !== '1');
  }

  /** Parts of the whole stock. */
  get whole(): URL[] {
    return this.of('/vehicle').filter(({ searchParams }) => searchParams.get('limit') === '100');
  }

  /** Waits until no more are sent: counts are asked for when the visitor rests. */
  async settled(): Promise<void> {
    let before = -1;
    const isSame = () => {
      const same = this.urls.length === before;
      before = this.urls.length;
      return same && this.#underWay === 0;
    };
    await expect.poll(isSame, { intervals: [800] }).toBe(true);
  }

  /** Waits until none is under way. */
  async idle(): Promise<void> {
    await expect.poll(() => this.#underWay).toBe(0);
  }
}
