// A guest on other people's pages: how it gets in, what it needs, what it leaves alone.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KEY } from '../harness/sandbox';
import { expect, FALLBACK, test, type Host } from '../harness/test';
import { element, hostPage } from '../harness/pages';
import { Requests } from '../harness/requests';
import { OWN_STYLES, unharmed } from '../harness/unharmed';
import { Widget } from '../harness/widget';

/** A page of examples/ with the addresses of this test. */
function example(host: Host, name: string): string {
  const text = readFileSync(join(import.meta.dirname, '../../../examples', name), 'utf8');
  return text
    .replaceAll('https://assets.example', host.assets.origin)
    .replaceAll('https://www.dealer.example/autengo', host.sandbox.api)
    .replaceAll('https://www.dealer.example', host.sandbox.origin)
    .replaceAll('https://photos.example/{sellingId}/{n}.jpg', `${host.sandbox.origin}/media/{sellingId}/{n}.svg`)
    .replaceAll('https://photos.example', host.sandbox.origin)
    // The example's proxy would add it.
    .replaceAll(/<autengo-vehicles(\s)/g, `<autengo-vehicles api-key="${KEY}"$1`)
    .replaceAll(/^(\s*)data-autengo-vehicles$/gm, `$1data-autengo-vehicles data-api-key="${KEY}"`);
}

test('the two lines of the README are enough', async ({ host, page, sandbox }) => {
  host.put('/', example(host, 'plain.html'));
  await page.goto(`${host.site.origin}/`);
  await new Widget(page).shows(await sandbox.list());
});

test('a strict Content-Security-Policy and Trusted Types are kept', async ({ host, page, sandbox }) => {
  await page.addInitScript(() => {
    const violations: string[] = [];
    Object.assign(window, { violations });
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
      violations.push(`${effectiveDirective} ${blockedURI} ${sample}`);
    });
  });
  host.put('/streng', example(host, 'strict-csp.html'));
  await page.goto(`${host.site.origin}/streng`);
  const widget = new Widget(page);
  await widget.shows(await sandbox.list());
  await widget.toggle('fuelType', 'diesel');
  await widget.shows(await sandbox.list({ fuelType: 'diesel' }));
  const [id] = await widget.ids();
  await widget.open(id);
  await expect(widget.detail(id).getByRole('img').first()).toBeVisible();
  await widget.inquiry.getByRole('button').last().click();
  await expect(widget.inquiry.locator('[aria-invalid="true"]').first()).toBeVisible();
  await page.goBack();
  await widget.shows(await sandbox.list({ fuelType: 'diesel' }));
  expect(await page.evaluate(() => (window as never as { violations: string[] }).violations)).toEqual([]);
});

test('styles of the host that would ruin everything do not get in', async ({ host, page, sandbox }) => {
  host.put('/feindlich', example(host, 'hostile-css.html'));
  await page.goto(`${host.site.origin}/feindlich`);
  const widget = new Widget(page);
  await widget.shows(await sandbox.list());
  const card = widget.cards.first();
  await expect(card).toHaveCSS('float', 'none');
  await expect(card).not.toHaveCSS('border-style', 'dashed');
  await expect(card).toHaveCSS('text-transform', 'none');
  await expect(card).toHaveCSS('letter-spacing', 'normal');
  await expect(card).toHaveCSS('text-align', /start|left/);
  await expect(card.getByRole('link')).not.toHaveCSS('text-decoration-line', 'line-through');
  await expect(widget.sort).not.toHaveCSS('background-color', 'rgb(255, 255, 0)');
  expect((await card.boundingBox())?.width).toBeGreaterThan(200);
  // A page that makes its rem ten pixels does not make the widget's text small.
  expect(await card.evaluate((node) => Number.parseFloat(getComputedStyle(node).fontSize))).toBeGreaterThanOrEqual(13);
  await expect(page.locator('p.own')).toHaveCSS('color', 'rgb(0, 128, 0)');
  await expect(page.locator('p.own')).toHaveCSS('font-size', '20px');
});

test('two listings with their own url-keys do not disturb each other', async ({ host, page, sandbox }) => {
  host.put('/zwei', example(host, 'two-instances.html'));
  await page.goto(`${host.site.origin}/zwei`);
  const fresh = new Widget(page);
  const electric = new Widget(page, '[data-autengo-vehicles]');
  const freshList = await sandbox.list({ conditionType: 'new' }, 12);
  const electricList = await sandbox.list({ fuelType: 'electric' }, 12);
  await fresh.shows(freshList);
  await electric.shows(electricList);
  await expect(fresh.total).toContainText('Fahrzeuge');
  await expect(electric.total).toContainText('vehicles');

  await fresh.toggle('fuelType', 'diesel');
  const diesel = await sandbox.list({ conditionType: 'new', fuelType: 'diesel' }, 12);
  await fresh.shows(diesel);
  await electric.shows(electricList);
  await electric.toggle('transmissionType', 'automatic');
  const automatic = await sandbox.list({ fuelType: 'electric', transmissionType: 'automatic' }, 12);
  await electric.shows(automatic);
  await fresh.shows(diesel);
  expect(new URL(page.url()).search).toBe('?neu%5Bor%5D%5BfuelType%5D%5B%5D=diesel&ev%5Bor%5D%5BtransmissionType%5D%5B%5D=automatic');

  await page.reload();
  await fresh.shows(diesel);
  await electric.shows(automatic);
  await page.goBack();
  await electric.shows(electricList);
  await fresh.shows(diesel);
});

test('a preset cannot be widened by editing the URL', async ({ host, sandbox }) => {
  const widget = await host.open({ at: '/fahrzeuge?cars[or][conditionType][]=used&cars[or][conditionType][]=new', with: { filter: 'and[conditionType]=new' } });
  await widget.shows(await sandbox.list({ conditionType: 'new' }));
});

test.describe('two listings with the same url-key', () => {
  test.use({ mayComplain: true });

  test('the second keeps to itself and says so', async ({ host, page, complaints, sandbox }) => {
    host.put('/doppelt', hostPage(`${host.loader} ${host.element({ id: 'a' })} ${host.element({ id: 'b' })}`));
    await page.goto(`${host.site.origin}/doppelt`);
    const [a, b] = ['#a', '#b'].map((selector) => new Widget(page, selector));
    const all = await sandbox.list();
    await a.shows(all);
    await b.shows(all);
    await b.facet('fuelType', 'diesel').click();
    await b.shows(await sandbox.list({ fuelType: 'diesel' }));
    await a.shows(all);
    expect(page.url()).toBe(`${host.site.origin}/doppelt`);
    expect(complaints.texts.join('\n')).toMatch(/url-key/);
  });
});

test.describe('an attribute whose name is near a known one', () => {
  test.use({ mayComplain: true });

  test('is named in the console with the known one, others are left alone', async ({ host, complaints, sandbox }) => {
    const widget = await host.open({ with: { pagesize: '48', title: 'x', 'data-id': '7' } });
    await widget.shows(await sandbox.list());
    const named = () => complaints.texts.filter((text) => text.includes('no attribute'));
    await expect.poll(named).toEqual([expect.stringMatching(/no attribute pagesize: is page-size meant\?/)]);
  });
});

test('the script may be loaded twice, and late', async ({ host, page, sandbox }) => {
  const again = host.loader.replace('.js', '.js?again');
  host.put('/zweimal', hostPage(`${host.loader} ${host.element()} ${host.loader} ${again}`));
  await page.goto(`${host.site.origin}/zweimal`);
  const widget = new Widget(page);
  await widget.shows(await sandbox.list());

  // As consent managers and single-page hosts do it: everything at run time.
  host.put('/spaet', hostPage(''));
  await page.goto(`${host.site.origin}/spaet`);
  await page.evaluate(
    ([source, markup]) => {
      document.querySelector('main')!.insertAdjacentHTML('beforeend', markup);
      document.head.append(Object.assign(document.createElement('script'), { type: 'module', src: source }));
    },
    [`${host.assets.origin}/autengo-widget.js`, host.element()],
  );
  await widget.shows(await sandbox.list());
});

test('the div and the script tag are other ways to embed', async ({ host, page, sandbox }) => {
  const settings = Object.fromEntries(Object.entries(host.attributes).map(([name, value]) => [`data-${name}`, value]));
  const list = await sandbox.list({}, 12);
  host.put('/div', hostPage(`${host.loader} ${element({ 'data-autengo-vehicles': true, ...settings, 'data-page-size': '12' }, FALLBACK, 'div')}`));
  await page.goto(`${host.site.origin}/div`);
  await new Widget(page, '[data-autengo-vehicles]').shows(list);

  const script = element({ type: 'module', src: `${host.assets.origin}/autengo-widget.js`, 'data-autengo-vehicles': true, ...settings, 'data-page-size': '12' }, '', 'script');
  host.put('/script', hostPage(script));
  await page.goto(`${host.site.origin}/script`);
  await new Widget(page).shows(list);
});

test('an element may move, go and come again', async ({ host, page, sandbox }) => {
  const asked = new Requests(page, sandbox.api);
  const widget = await host.open({ at: '/fahrzeuge?x=1', head: OWN_STYLES });
  await widget.shows(await sandbox.list());
  await widget.toggle('fuelType', 'diesel');
  const diesel = await sandbox.list({ fuelType: 'diesel' });
  await widget.shows(diesel);
  await widget.idle();
  await asked.idle();

  const before = asked.lists.length;
  await page.evaluate(() => document.querySelector('footer')!.before(document.querySelector('autengo-vehicles')!));
  await widget.shows(diesel);
  expect(asked.lists.length, 'moving asks for no list').toBe(before);

  const url = page.url();
  const steps = await page.evaluate(() => history.length);
  await page.evaluate(() => {
    const element = document.querySelector('autengo-vehicles')!;
    element.remove();
    Object.assign(window, { removed: element });
  });
  await expect(widget.root).toHaveCount(0);
  expect(page.url()).toBe(url);
  expect(await page.evaluate(() => history.length)).toBe(steps);
  await page.evaluate(() => document.querySelector('main')!.append((window as never as { removed: Element }).removed));
  await widget.shows(diesel);
  await expect(widget.facet('fuelType', 'diesel')).toBeChecked();
  await widget.toggle('fuelType', 'diesel');
  await widget.shows(await sandbox.list());
  await unharmed(page, `${host.site.origin}/fahrzeuge?x=1`);
});

test('attributes may change at any time', async ({ host, page, sandbox }) => {
  const widget = await host.open();
  await widget.shows(await sandbox.list());
  await page.locator('autengo-vehicles').evaluate((node) => node.setAttribute('page-size', '12'));
  await widget.shows(await sandbox.list({}, 12));
});

test('the page hears what happens', async ({ host, page, sandbox }) => {
  await page.addInitScript(() => {
    const heard: [string, unknown][] = [];
    Object.assign(window, { heard });
    for (const type of ['ready', 'search', 'view', 'inquiry', 'error']) {
      document.addEventListener(`autengo:${type}`, (event) => heard.push([type, (event as CustomEvent).detail]));
    }
  });
  const heard = () => page.evaluate(() => (window as never as { heard: [string, Record<string, unknown>][] }).heard);
  const of = async (type: string) => (await heard()).filter(([name]) => name === type).map(([, detail]) => detail);
  const widget = await host.open();
  const list = await sandbox.list();
  await widget.shows(list);
  await expect.poll(() => of('ready')).toHaveLength(1);
  expect((await of('search')).at(-1)).toMatchObject({ total: list.total });
  const [id] = await widget.ids();
  await widget.open(id);
  expect(await of('view')).toEqual([{ sellingId: id }]);
  await widget.inquiry.getByLabel('Nachname').fill('Doe');
  await widget.inquiry.getByLabel('Telefon').fill('030 123456');
  await widget.inquiry.getByLabel('Ihre Nachricht').fill('Hallo');
  await widget.inquiry.getByRole('button', { name: 'Anfrage senden' }).click();
  await expect.poll(() => of('inquiry')).toHaveLength(1);
  const [{ opportunityId }] = (await sandbox.opportunities()).filter((one) => one.sellingId === id).slice(-1);
  expect(await of('inquiry')).toEqual([{ sellingId: id, opportunityId }]);
  expect(await of('error')).toEqual([]);
});

test('nothing is stored, and nobody else is asked', async ({ host, page, context, sandbox }) => {
  const origins = new Set<string>();
  page.on('request', (request) => origins.add(new URL(request.url()).origin));
  const widget = await host.open();
  await widget.shows(await sandbox.list());
  const [id] = await widget.ids();
  await widget.open(id);
  expect([...origins].sort()).toEqual([host.site.origin, host.assets.origin, sandbox.origin].sort());
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length])).toEqual([0, 0, 0]);
});

for (const width of [375, 768, 1280]) {
  test(`the first listing comes with one question and without a jump, ${width} px wide`, async ({ host, page, sandbox }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.addInitScript(() => {
      const shifts: string[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        type Shift = { value: number; sources: { node?: Element; previousRect: DOMRect; currentRect: DOMRect }[] };
        for (const { value, sources } of list.getEntries() as never as Shift[]) {
          const moved = sources.map(({ node, previousRect, currentRect }) => `${node?.nodeName}.${node?.className} ${JSON.stringify([previousRect, currentRect])}`);
          shifts.push(`${value}: ${moved.join('; ')}`);
        }
      }).observe({ type: 'layout-shift', buffered: true });
      // What was asked when the first card stood.
      const asked = () => (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).filter(({ name, initiatorType }) => name.includes('/v3/') && initiatorType === 'fetch').length;
      const look = () => {
        const card = document.querySelector('autengo-vehicles')?.shadowRoot?.querySelector('[data-vehicle]');
        if (card) Object.assign(window, { askedBefore: asked() });
        else requestAnimationFrame(look);
      };
      look();
    });
    // The one line of examples/plain.html for the time before the loader runs, which no loader can fill.
    const head = '<style>autengo-vehicles:not(:defined) { display: block; min-height: 100vh }</style>';
    const widget = await host.open({ head });
    await widget.shows(await sandbox.list());
    // What the list is changed with comes after it, and moves nothing either.
    await expect(page.locator('[data-search]')).toBeVisible();
    await widget.idle();
    expect(await page.evaluate(() => (window as never as { askedBefore: number }).askedBefore)).toBeLessThanOrEqual(2);
    expect(await page.evaluate(() => (window as never as { shifts: string[] }).shifts)).toEqual([]);
  });
}
