// What fails recovers: by a button, by itself when the device is back online, or it is said in words.
import type { Page } from '@playwright/test';
import { Requests } from '../harness/requests';
import { Sandbox } from '../harness/sandbox';
import { expect, test } from '../harness/test';
import { Widget } from '../harness/widget';

test.use({ mayComplain: true });

type Fault = (url: URL) => 'cut' | 'hang' | number | undefined;

/** Lets questions to the API fail as `fault` says; what it says can change. */
async function failing(page: Page, origin: string, fault: Fault) {
  const state = { fault, asked: [] as URL[] };
  await page.route(`${origin}/v3/**`, async (route) => {
    const url = new URL(route.request().url());
    if (route.request().method() === 'GET') state.asked.push(url);
    const kind = route.request().method() === 'GET' ? state.fault(url) : undefined;
    if (kind === 'cut') return route.abort();
    if (kind === 'hang') return;
    if (kind) return route.fulfill({ status: kind, headers: { 'Access-Control-Allow-Origin': '*' } });
    return route.continue();
  });
  return state;
}

const isValues = (url: URL) => url.pathname.endsWith('/filter/values');
const again = (widget: Widget) => widget.root.getByRole('button', { name: 'Erneut versuchen' });
/** Two values each of two columns: the planner excludes the other values of one. */
const TWO = 'cars[or][transmissionType][]=manual&cars[or][transmissionType][]=automatic&cars[or][conditionType][]=new&cars[or][conditionType][]=used';
const two = { transmissionType: ['manual', 'automatic'], conditionType: ['new', 'used'] };

const errorsOf = (page: Page) =>
  page.addInitScript(() => {
    Object.assign(window, { failed: [] });
    addEventListener('autengo:error', (event) => (window as any).failed.push((event as CustomEvent).detail));
  });

test('a link whose values did not come is asked for whole by the button', async ({ host, page, sandbox, complaints }) => {
  await errorsOf(page);
  const api = await failing(page, sandbox.origin, (url) => (isValues(url) ? 401 : undefined));
  const widget = await host.open({ at: `/fahrzeuge?${TWO}` });
  await expect(widget.failure).toBeVisible();
  await again(widget).first().click();
  await expect.poll(() => api.asked.filter(isValues).length).toBeGreaterThan(1);
  await expect(widget.failure).toBeVisible();
  expect(complaints.errors.filter((text) => text.includes('401'))).toHaveLength(1);
  expect(await page.evaluate(() => (window as any).failed[0])).toEqual({ kind: 'unauthorized', of: 'values' });

  api.fault = () => undefined;
  await again(widget).first().click();
  await expect(widget.total).toHaveAttribute('data-total', String(await sandbox.count(two)));
  await expect(widget.root.getByRole('alert')).toHaveCount(0);
});

for (const facets of ['makeId fuelType price', ' ']) {
  test(`a link asks for more than the facets "${facets}"`, async ({ host, sandbox }) => {
    const widget = await host.open({ at: `/fahrzeuge?${TWO}`, with: { facets } });
    await expect(widget.total).toHaveAttribute('data-total', String(await sandbox.count(two)));
  });
}

test('values that the API does not tell are not waited for', async ({ host, page, sandbox, complaints }) => {
  let values: unknown = 'array';
  await page.route(`${sandbox.origin}/v3/vehicle/filter/values*`, (route) =>
    route.fulfill({ json: { conditionType: values, transmissionType: values }, headers: { 'Access-Control-Allow-Origin': '*' } }),
  );
  const widget = await host.open({ at: `/fahrzeuge?${TWO}` });
  await expect(widget.root.getByText('Diese Auswahl kann die Suche zurzeit nicht verarbeiten')).toBeVisible();
  expect(complaints.texts.join('\n')).toMatch(/does not tell which values of (conditionType|transmissionType)/);
  values = ['new', 'used', 'manual', 'automatic'];
  await again(widget).first().click();
  await expect(widget.total).toHaveAttribute('data-total', /^\d+$/);
  await expect(widget.cards.first()).toBeVisible();
});

test('models that did not come are said and asked for again', async ({ host, page, sandbox }) => {
  const api = await failing(page, sandbox.origin, (url) => (/\/model$/.test(url.pathname) ? 404 : undefined));
  const widget = await host.open();
  await widget.ready();
  const [{ makeId }] = await sandbox.makes();
  const box = widget.root.locator('[data-facet^="makeId:"]').first();
  const make = ((await box.getAttribute('data-facet')) ?? '').split(':')[1] || String(makeId);
  await box.click();
  await expect(widget.root.getByText('Die Modelle konnten nicht geladen werden.')).toBeVisible();
  // The list does not need them.
  await expect(widget.total).toHaveAttribute('data-total', String(await sandbox.count({ makeId: [make] })));
  api.fault = () => undefined;
  await again(widget).first().click();
  await expect(widget.root.locator('[data-facet^="modelId:"]').first()).toBeAttached();
  await expect(widget.root.getByText('Die Modelle konnten nicht geladen werden.')).toHaveCount(0);
});

test('what fails while the device is offline comes by itself when it is back', async ({ host, page, context, sandbox }) => {
  const widget = await host.open();
  await widget.ready();
  await widget.idle();
  await context.setOffline(true);
  await expect(widget.root.getByText('Sie sind offline und sehen')).toBeVisible();
  await widget.search.fill('zzzz-nichts');
  await context.setOffline(false);
  await expect(widget.total).toHaveAttribute('data-total', '0');
  await expect(widget.root.getByText('Sie sind offline')).toHaveCount(0);
});

test('a list that cannot come as the device is offline says so, and comes when it is back', async ({ host, page, context, sandbox }) => {
  const { origin } = sandbox;
  await page.addInitScript(() => {
    // The page itself comes from a cache, as far as this test goes.
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => (window as any).isOnline === true });
  });
  const api = await failing(page, origin, () => 'cut');
  const widget = await host.open();
  await expect(widget.failure).toContainText('Sie sind offline');
  api.fault = () => undefined;
  await page.evaluate(() => {
    (window as any).isOnline = true;
    dispatchEvent(new Event('online'));
  });
  await widget.shows(await sandbox.list());
  await expect(widget.root.getByRole('alert')).toHaveCount(0);
});

test('a list is shown though the file of its chips never comes', async ({ host, page, assets, sandbox, complaints }) => {
  await errorsOf(page);
  let isThere = false;
  await page.route(/-controls-[^/]*\.wasm$/, (route) => (isThere ? route.continue() : route.fulfill({ status: 404 })));
  const widget = await host.open({ at: '/fahrzeuge?cars[or][fuelType][]=diesel' });
  await widget.shows(await sandbox.list({ fuelType: 'diesel' }));
  await expect(widget.root.getByText('Suche und Filter konnten nicht geladen werden.')).toBeVisible();
  expect(complaints.errors.filter((text) => text.includes('.wasm'))).toHaveLength(1);
  expect(complaints.errors.join('\n')).toMatch(new RegExp(`${assets.origin}/\\S+controls\\S+\\.wasm did not come: it answered 404`));
  expect(await page.evaluate(() => (window as any).failed)).toContainEqual({ kind: 'load', of: 'controls' });
  isThere = true;
  await again(widget).click();
  await expect(widget.chips).toHaveCount(1);
});

test('a list is shown though the file of its chips hangs', async ({ host, page, sandbox }) => {
  await page.route(/-controls-[^/]*\.wasm$/, () => {});
  const widget = await host.open({ at: '/fahrzeuge?cars[or][fuelType][]=diesel' });
  await widget.shows(await sandbox.list({ fuelType: 'diesel' }));
});

test('a vehicle whose page hangs says so in time, and comes by the button', async ({ host, page, sandbox }) => {
  test.slow();
  const [{ sellingId }] = (await sandbox.list()).vehicles;
  let hangs = true;
  await page.route(/-vehicle-[^/]*\.wasm$/, (route) => (hangs ? undefined : route.continue()));
  const widget = await host.open({ at: `/fahrzeuge?cars[vehicle]=${sellingId}` });
  await expect(widget.failure).toContainText('Die Seite konnte nicht geladen werden', { timeout: 20_000 });
  hangs = false;
  await again(widget).click();
  await expect(widget.detail(sellingId)).toBeVisible();
});

test('a first list that hangs is given up and asked for anew', async ({ host, page, sandbox }) => {
  test.slow();
  let asked = 0;
  const api = await failing(page, sandbox.origin, (url) =>
    url.pathname.endsWith('/vehicle') && url.searchParams.get('limit') === '24' && ++asked === 1 ? 'hang' : undefined,
  );
  const widget = await host.open();
  await expect(widget.cards.first()).toBeVisible({ timeout: 20_000 });
  expect(api.asked.length).toBeGreaterThan(1);
});

test('a web page in the place of the API is called one', async ({ host, complaints }) => {
  const at = '/schnittstelle/vehicle';
  host.put(at, '<!doctype html><title>Autohaus</title>');
  const widget = await host.open({ with: { 'api-base': `${host.site.origin}/schnittstelle` } });
  await expect(widget.failure).toBeVisible();
  expect(complaints.errors.join('\n')).toMatch(/api-base answers with a web page \(text\/html\) instead of JSON/);
});

test('a key with an invisible character works, and the console names it', async ({ host, sandbox, complaints }) => {
  const widget = await host.open({ with: { 'api-key': 'sandbox\u200b-key' } });
  await widget.shows(await sandbox.list());
  expect(complaints.texts.join('\n')).toMatch(/api-key has an invisible character, U\+200B/);
});

test.describe('parked vehicles', () => {
  const link = (widget: Widget) => widget.root.getByRole('link', { name: 'Geparkt' });
  const shown = (widget: Widget) => widget.root.locator('[data-vehicle]:visible');
  const stored = (page: Page) => page.evaluate(() => localStorage.getItem('autengo-parked') ?? '');

  test('stay while the API lacks them or fails, and those that come are shown', async ({ host, page, sandbox }) => {
    const [a, b, c] = (await sandbox.list()).vehicles.map(({ sellingId }) => sellingId);
    await page.addInitScript((ids) => localStorage.getItem('autengo-parked') ?? localStorage.setItem('autengo-parked', ids.join('\n')), [a, b, c]);
    const api = await failing(page, sandbox.origin, (url) => (url.pathname.endsWith(`/${a}`) ? 404 : url.pathname.endsWith(`/${b}`) ? 401 : undefined));
    const widget = await host.open({ at: '/fahrzeuge?cars[view]=parked' });
    await expect(shown(widget)).toHaveCount(1);
    await expect(widget.root.getByText('1 geparktes Fahrzeug ist zurzeit nicht abrufbar')).toBeVisible();
    expect((await stored(page)).split('\n').map((line) => line.split('\t')[0])).toEqual([a, b, c]);
    api.fault = () => undefined;
    await again(widget).first().click();
    await expect(shown(widget)).toHaveCount(3);
    await expect(widget.root.getByText('zurzeit nicht abrufbar')).toHaveCount(0);
    expect(await stored(page)).toBe([a, b, c].join('\n'));
  });

  test('are known to another tab and to another element', async ({ host, page, context, sandbox }) => {
    const widget = await host.open();
    await widget.ready();
    await widget.idle();
    const tab = await context.newPage();
    await tab.goto(page.url());
    const other = new Widget(tab);
    await other.ready();
    await other.idle();
    const [first] = await other.ids();
    await other.card(first).getByRole('button', { name: 'parken' }).click();
    await expect(link(widget)).toContainText('1');
    await page.evaluate(() => document.body.append(document.querySelector('autengo-vehicles')!.cloneNode(true)));
    const copy = new Widget(page, 'autengo-vehicles >> nth=1');
    await copy.ready();
    await copy.card(first).getByRole('button', { name: 'parken' }).click();
    await expect(link(new Widget(page, 'autengo-vehicles >> nth=0'))).toHaveCount(0);
    await tab.close();
  });

  test('stay for as long as the page lives where the device is full', async ({ host, page, sandbox }) => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    const widget = await host.open();
    await widget.shows(await sandbox.list());
    for (const id of (await widget.ids()).slice(0, 3)) await widget.card(id).getByRole('button', { name: 'parken' }).click();
    await link(widget).click();
    await expect(shown(widget)).toHaveCount(3);
    await expect(widget.root.getByText('Ihr Gerät kann nichts mehr speichern')).toBeVisible();
  });
});

test('a small stock is asked for anew when its page is seen again after a while', async ({ host, page }) => {
  const small = await Sandbox.start('--vehicles', '150');
  const asked = new Requests(page, small.api);
  const all = await small.list();
  const widget = await host.open({ with: { 'api-base': small.api } });
  await widget.shows(all);
  const pages = Math.ceil(all.total / 100);
  await expect.poll(() => asked.whole.length).toBe(pages);
  await asked.idle();
  const see = () => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await see();
  await asked.idle();
  expect(asked.whole).toHaveLength(pages);
  await page.evaluate(() => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + 20 * 60_000;
  });
  await see();
  await expect.poll(() => asked.whole.length).toBe(2 * pages);
  await widget.shows(all);
  await small.close();
});
