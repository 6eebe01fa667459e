// What is gone does nothing: elements that a host takes away, moves, hides or brings back at the worst
// moment, and what the page is left with.
import { hostPage } from '../harness/pages';
import { Requests } from '../harness/requests';
import { expect, test } from '../harness/test';
import { Widget } from '../harness/widget';

const DIESEL = '?cars%5Bor%5D%5BfuelType%5D%5B%5D=diesel';

test('Back while the host takes the element away leaves the other listings alive', async ({ host, page, sandbox }) => {
  host.put('/zwei', hostPage(`${host.loader} ${host.element({ id: 'a' })} ${host.element({ id: 'b', 'url-key': 'b' })}`));
  await page.goto(`${host.site.origin}/zwei`);
  const [a, b] = ['#a', '#b'].map((selector) => new Widget(page, selector));
  await a.ready();
  const [id] = await a.ids();
  await a.open(id);
  // As a router does it that hears of Back before and after us.
  await page.evaluate(() => addEventListener('popstate', () => document.querySelector('#a')?.remove(), { once: true }));
  await page.goBack();
  await expect(a.root).toHaveCount(0);
  await b.toggle('fuelType', 'diesel');
  await b.shows(await sandbox.list({ fuelType: 'diesel' }));
});

test('an element that goes in the middle of a click, with its drawer open, leaves nothing behind', async ({ host, page, sandbox }) => {
  await page.setViewportSize({ width: 375, height: 800 });
  host.put('/zwei', hostPage(`${host.loader} ${host.element({ id: 'a' })} ${host.element({ id: 'b', 'url-key': 'b' })}`));
  await page.goto(`${host.site.origin}/zwei`);
  const [a, b] = ['#a', '#b'].map((selector) => new Widget(page, selector));
  await a.ready();
  await a.root.getByRole('button', { name: 'Filter' }).click();
  await expect(a.root.locator('dialog[open]')).toBeVisible();
  const url = page.url();
  await a.root.locator('summary', { hasText: 'Kraftstoff' }).first().click();
  await expect(a.facet('fuelType', 'diesel')).toBeVisible();
  await page.evaluate(() => addEventListener('click', () => document.querySelector('#a')?.remove(), { once: true, capture: true }));
  await a.facet('fuelType', 'diesel').click();
  await expect(a.root).toHaveCount(0);
  expect(page.url()).toBe(url);
  await expect(b.cards.first()).toBeVisible();
  await b.search.fill('golf');
  await expect(page).toHaveURL(/b%5Bsearch%5D=golf/);
  expect(sandbox.api).toBeTruthy();
});

test('of two copies the one that is shown has the key of the URL, and leaves it to the other', async ({ host, page, sandbox }) => {
  const styles = '<style>@media (width < 700px) { #gross { display: none } } @media (width >= 700px) { #klein { display: none } }</style>';
  host.put('/kopien', hostPage(`${host.loader} <div id="klein">${host.element()}</div> <div id="gross">${host.element()}</div>`, { head: styles }));
  await page.goto(`${host.site.origin}/kopien${DIESEL}`);
  const [small, large] = ['#klein autengo-vehicles', '#gross autengo-vehicles'].map((selector) => new Widget(page, selector));
  await large.shows(await sandbox.list({ fuelType: 'diesel' }));
  await large.toggle('conditionType', 'used');
  const both = await sandbox.list({ fuelType: 'diesel', conditionType: 'used' });
  await large.shows(both);
  await page.setViewportSize({ width: 600, height: 900 });
  await small.shows(both);
  await page.goBack();
  await small.shows(await sandbox.list({ fuelType: 'diesel' }));
  await page.setViewportSize({ width: 1280, height: 900 });
  await large.shows(await sandbox.list({ fuelType: 'diesel' }));
});

test('an element that comes while another still stands gets the key when that goes', async ({ host, page, sandbox }) => {
  const widget = await host.open({ at: `/fahrzeuge${DIESEL}` });
  const diesel = await sandbox.list({ fuelType: 'diesel' });
  await widget.shows(diesel);
  await page.evaluate((markup) => {
    const old = document.querySelector('autengo-vehicles')!;
    old.id = 'alt';
    old.insertAdjacentHTML('afterend', markup);
  }, host.element({ id: 'neu' }));
  const next = new Widget(page, '#neu');
  await next.shows(await sandbox.list());
  await page.evaluate(() => document.querySelector('#alt')!.remove());
  await next.shows(diesel);
  await next.toggle('fuelType', 'diesel');
  expect(new URL(page.url()).search).toBe('');
});

test('the title that stands at the end is the host\'s', async ({ host, page }) => {
  host.put('/zwei', hostPage(`${host.loader} ${host.element({ id: 'a' })} ${host.element({ id: 'b', 'url-key': 'b' })}`));
  await page.goto(`${host.site.origin}/zwei`);
  const [a, b] = ['#a', '#b'].map((selector) => new Widget(page, selector));
  await Promise.all([a.ready(), b.ready()]);
  await a.open((await a.ids())[0]);
  await b.open((await b.ids())[1]);
  await expect(page).toHaveTitle(/^[^–]+ – Autohaus Beispiel$/);
  const last = await page.title();
  await a.root.getByRole('link', { name: 'Zurück zur Liste' }).click();
  await a.ready();
  expect(await page.title()).toBe(last);
  await page.evaluate(() => (document.title = 'Neu vom Host'));
  await b.root.getByRole('link', { name: 'Zurück zur Liste' }).click();
  await b.ready();
  await expect(page).toHaveTitle('Neu vom Host');

  // A host that goes elsewhere and then takes the element away.
  await a.open((await a.ids())[0]);
  await page.evaluate(() => {
    history.pushState(null, '', '/anderswo');
    document.title = 'Anderswo';
    document.querySelector('#a')!.remove();
  });
  await expect(a.root).toHaveCount(0);
  await expect(page).toHaveTitle('Anderswo');
  await expect(page.locator('head script[type="application/ld+json"]')).toHaveCount(0);
});

test('an element may move into another document and back', async ({ host, page, sandbox }) => {
  const widget = await host.open({ body: `${host.loader} ${host.element()} <iframe title="Rahmen" width="900" height="700" srcdoc="<!doctype html><body></body>"></iframe>` });
  const list = await sandbox.list();
  await widget.shows(list);
  await page.evaluate(() => {
    const inner = document.querySelector('iframe')!.contentDocument!;
    inner.body.append(document.querySelector('autengo-vehicles')!);
  });
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('[data-vehicle]')).toHaveCount(list.vehicles.length);
  await expect(frame.locator('.card').first()).toHaveCSS('position', 'relative');
  await page.evaluate(() => document.querySelector('main')!.append(document.querySelector('iframe')!.contentDocument!.querySelector('autengo-vehicles')!));
  await widget.shows(list);
  await expect(widget.cards.first()).toHaveCSS('position', 'relative');
});

test('attributes that are set right after the element was inserted hold from the first question on', async ({ host, page, sandbox }) => {
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('autengo.com')) elsewhere.push(request.url());
  });
  host.put('/spaet', hostPage(host.loader));
  await page.goto(`${host.site.origin}/spaet`);
  const asked = new Requests(page, sandbox.api);
  await page.evaluate((attributes) => {
    const element = document.createElement('autengo-vehicles');
    document.querySelector('main')!.append(element);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value === true ? '' : String(value));
  }, { ...host.attributes, 'page-size': '12' });
  const widget = new Widget(page);
  await widget.shows(await sandbox.list({}, 12));
  expect(elsewhere).toEqual([]);
  expect(asked.lists.filter(({ searchParams }) => searchParams.get('limit') === '12')).toHaveLength(1);
});

test('a div without its marker shows its own content again', async ({ host, page, sandbox }) => {
  const settings = Object.fromEntries(Object.entries(host.attributes).map(([name, value]) => [`data-${name}`, value]));
  const attributes = Object.entries({ 'data-autengo-vehicles': '', ...settings }).map(([name, value]) => `${name}="${value === true ? '' : value}"`).join(' ');
  host.put('/div', hostPage(`${host.loader} <div ${attributes}><a href="tel:1">Eigener Inhalt</a></div>`));
  await page.goto(`${host.site.origin}/div`);
  const widget = new Widget(page, '[data-api-base]');
  await widget.shows(await sandbox.list());
  await widget.root.evaluate((div) => div.removeAttribute('data-autengo-vehicles'));
  await expect(widget.cards).toHaveCount(0);
  await expect(page.getByText('Eigener Inhalt')).toBeVisible();
  await widget.root.evaluate((div) => div.setAttribute('data-autengo-vehicles', ''));
  await widget.shows(await sandbox.list());
  await expect(page.getByText('Eigener Inhalt')).toBeHidden();
});

test('a changed setting leaves the language that the visitor chose', async ({ host, page, sandbox }) => {
  const widget = await host.open();
  await widget.shows(await sandbox.list());
  await widget.root.getByRole('button', { name: 'English' }).click();
  await expect(widget.total).toContainText('vehicles');
  const asked = new Requests(page, sandbox.api);
  await widget.root.evaluate((element) => element.setAttribute('page-size', '12'));
  await widget.shows(await sandbox.list({}, 12));
  await expect(widget.total).toContainText('vehicles');
  // The same value again is no change.
  const before = asked.lists.length;
  await widget.cards.first().evaluate((node) => Object.assign(node, { isTheSame: true }));
  await widget.root.evaluate((element) => element.setAttribute('page-size', '12'));
  await widget.idle();
  expect(await widget.cards.first().evaluate((node) => 'isTheSame' in node)).toBe(true);
  expect(asked.lists.length).toBe(before);
});

test('a frame that may not print prints its page later, not the widget', async ({ host, page }) => {
  await page.clock.install();
  const widget = await host.open();
  await widget.ready();
  await page.evaluate(() => Object.assign(window, { print: () => {} }));
  await widget.open((await widget.ids())[0]);
  await widget.root.getByRole('button', { name: 'Drucken' }).click();
  await page.clock.runFor(2_000);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(widget.root).not.toHaveAttribute('data-autengo-print');
  expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
  await widget.root.getByRole('button', { name: 'Drucken' }).click();
  await expect(widget.root).toHaveAttribute('data-autengo-print');
  await page.clock.runFor(60_000);
  await expect(widget.root).not.toHaveAttribute('data-autengo-print');
});
