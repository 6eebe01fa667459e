// German and English: where the language comes from, and that a change changes everything.
import { Requests } from '../harness/requests';
import { expect, test } from '../harness/test';
import { Widget } from '../harness/widget';

test('the page\'s language is taken, and a change of it at once', async ({ host, page, sandbox }) => {
  const asked = new Requests(page, sandbox.api);
  const languages: (string | undefined)[] = [];
  page.on('request', (request) => {
    if (request.url().startsWith(`${sandbox.api}/vehicle`) && request.method() === 'GET') languages.push(request.headers()['accept-language']);
  });
  const widget = await host.open({ lang: 'en-GB' });
  await widget.ready();
  await expect(widget.total).toHaveText(/^[\d,]+ vehicles$/);
  expect(new Set(languages)).toEqual(new Set(['en']));

  // The filters come after the list, and ask as well, once somebody uses them.
  await widget.cards.first().hover();
  await expect(widget.root.locator('.facet__count').first()).not.toHaveText('');
  await asked.idle();
  languages.length = 0;
  await page.evaluate(() => (document.documentElement.lang = 'de'));
  await expect(widget.total).toHaveText(/^[\d.]+ Fahrzeuge$/);
  await expect(widget.cards.first()).toContainText('€');
  await widget.idle();
  expect(new Set(languages)).toEqual(new Set(['de']));
});

test('the element\'s own language goes before the page\'s', async ({ host }) => {
  const widget = await host.open({ lang: 'de', with: { lang: 'en' } });
  await expect(widget.total).toContainText('vehicles');
});

test('without any language the browser\'s is taken', async ({ browser, host, complaints }) => {
  const context = await browser.newContext({ locale: 'en-US' });
  const page = await context.newPage();
  complaints.watch(page);
  host.put('/', `<!doctype html><title>x</title>${host.loader}${host.element()}`);
  await page.goto(`${host.site.origin}/`);
  await expect(new Widget(page).total).toContainText('vehicles');
  await context.close();
});

test('numbers, dates and prices are written as the language writes them', async ({ host, sandbox }) => {
  const { vehicles } = await sandbox.list({ kilometers: '>=|10000' });
  const [{ sellingId, kilometers }] = vehicles;
  const widget = await host.open({ at: `/fahrzeuge?cars[and][kilometers][]=${encodeURIComponent('>=|10000')}` });
  await widget.ready();
  const german = Number(kilometers).toLocaleString('de-DE');
  const english = Number(kilometers).toLocaleString('en-GB');
  await expect(widget.card(sellingId)).toContainText(`${german} km`);
  await widget.root.getByRole('button', { name: 'English' }).click();
  await expect(widget.card(sellingId)).toContainText(`${english} km`);
  await widget.root.getByRole('button', { name: 'Deutsch' }).click();
  await expect(widget.card(sellingId)).toContainText(`${german} km`);
});
