// When the program itself cannot run, the element's own content shows.
import { expect, FALLBACK, test } from '../harness/test';
import { hostPage } from '../harness/pages';
import { OWN_STYLES, unharmed } from '../harness/unharmed';
import { Widget } from '../harness/widget';

test.use({ mayComplain: true });

const phone = { name: 'Rufen Sie uns an: 030 1234567' };

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    const kinds: string[] = [];
    Object.assign(window, { kinds });
    document.addEventListener('autengo:error', (event) => kinds.push((event as CustomEvent).detail.kind));
  });
});

const kinds = (page: import('@playwright/test').Page) => page.evaluate(() => (window as never as { kinds: string[] }).kinds);

test('without WebAssembly', async ({ host, page, complaints }) => {
  await page.addInitScript(() => {
    delete (window as { WebAssembly?: unknown }).WebAssembly;
  });
  const widget = await host.open({ head: OWN_STYLES });
  await expect(page.getByRole('link', phone)).toBeVisible();
  await expect.poll(() => kinds(page)).toEqual(['load']);
  await widget.idle();
  expect(complaints.texts.join('\n')).toMatch(/WebAssembly/);
  await unharmed(page, `${host.site.origin}/fahrzeuge`);
});

for (const [name, pattern, answer] of [
  ['the program is blocked', '**/*.wasm', undefined],
  ['the glue is blocked', /autengo-widget-[0-9a-f]+\.js/, undefined],
  ['the styles are blocked', '**/*.css', undefined],
  ['the server answers with a page for the program', '**/*.wasm', { status: 200, contentType: 'text/html', body: '<!doctype html>' }],
  ['the program is missing', '**/*.wasm', { status: 404, body: '' }],
] as const) {
  test(name, async ({ host, page, complaints }) => {
    await page.route(pattern, (route) => (answer ? route.fulfill(answer) : route.abort()));
    const widget = await host.open({ head: OWN_STYLES });
    await expect(page.getByRole('link', phone)).toBeVisible();
    await expect.poll(() => kinds(page)).toEqual(['load']);
    await widget.idle();
    expect(complaints.texts.join('\n')).toMatch(/cannot run/);
    await unharmed(page, `${host.site.origin}/fahrzeuge`);
  });
}

test('a Content-Security-Policy without wasm-unsafe-eval', async ({ host, page }) => {
  await host.open({ headers: { 'Content-Security-Policy': `script-src ${host.assets.origin}` } });
  await expect(page.getByRole('link', phone)).toBeVisible();
  await expect.poll(() => kinds(page)).toEqual(['load']);
});

test('the loader is blocked', async ({ host, page }) => {
  await page.route('**/autengo-widget.js', (route) => route.abort());
  await host.open();
  await expect(page.getByRole('link', phone)).toBeVisible();
});

test('the page that came before its time loads when the network is back', async ({ host, page, context, sandbox }) => {
  host.put('/fahrzeuge', hostPage(`${host.loader} ${host.element({}, FALLBACK)}`));
  let isUp = false;
  await page.route('**/*.wasm', (route) => (isUp ? route.continue() : route.abort()));
  const widget = await host.open();
  await expect(page.getByRole('link', phone)).toBeVisible();
  isUp = true;
  await context.setOffline(true);
  await context.setOffline(false);
  await widget.shows(await sandbox.list());
  await expect(page.getByRole('link', phone)).toBeHidden();
});

test('a program that panics gives up every listing of the page, says so once, and may start anew', async ({ host, page, complaints, sandbox }) => {
  host.put('/zwei', hostPage(`${host.loader} ${host.element({ id: 'a' })} ${host.element({ id: 'b', 'url-key': 'b' })}`, { head: OWN_STYLES }));
  await page.goto(`${host.site.origin}/zwei`);
  const [a, b] = ['#a', '#b'].map((selector) => new Widget(page, selector));
  await a.shows(await sandbox.list());
  await expect(a.facet('fuelType', 'diesel')).toBeEnabled();
  await expect(b.facet('fuelType', 'diesel')).toBeEnabled();
  // What no browser does: an element is refused while the next list is shown.
  await a.facet('fuelType', 'diesel').evaluate((box: HTMLElement) => {
    Object.assign(document, { createElement: () => { throw new Error('refused'); } });
    box.click();
  });
  await expect(page.getByRole('link', phone)).toHaveCount(2);
  for (const link of await page.getByRole('link', phone).all()) await expect(link).toBeVisible();
  await expect.poll(() => kinds(page)).toEqual(['panic', 'panic']);
  expect(complaints.texts.filter((text) => text.includes('the program failed'))).toHaveLength(1);
  await page.evaluate(() => Reflect.deleteProperty(document, 'createElement'));
  await page.locator('#b').evaluate((element) => element.replaceWith(element.cloneNode(true)));
  await b.shows(await sandbox.list());
});
