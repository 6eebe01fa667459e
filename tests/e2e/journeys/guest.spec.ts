// Bugs that others had with URL, history and the way back; those that need no page of their own are
// named among the other journeys.
import { Requests } from '../harness/requests';
import { expect, test } from '../harness/test';

const steps = 'history.length';

test('the host\'s own search parameter is not ours', async ({ host, page, sandbox }) => {
  const at = '/fahrzeuge?s=golf&search=golf&and[fuelType]=diesel&vehicle=1';
  const widget = await host.open({ at });
  await widget.shows(await sandbox.list());
  await expect(widget.search).toHaveValue('');
  await widget.toggle('fuelType', 'diesel');
  expect(page.url()).toBe(`${host.site.origin}${at}&cars%5Bor%5D%5BfuelType%5D%5B%5D=diesel`);
});

test('removing the widget writes nothing, and Back is single', async ({ host, page, sandbox }) => {
  await page.clock.install();
  const asked = new Requests(page, sandbox.api);
  const widget = await host.open();
  await widget.shows(await sandbox.list());
  // It has a time limit, which is over when the clock jumps.
  const lastPart = page.waitForEvent('requestfinished', (request) => request.url().includes('-vehicle-'));
  await widget.toggle('fuelType', 'diesel');
  const [url, length] = [page.url(), await page.evaluate(steps)];
  await lastPart;
  await asked.idle();
  await page.clock.pauseAt(new Date(Date.now() + 3_600_000));
  // Typing is not written yet, and will not be.
  await widget.search.fill('golf');
  await page.evaluate(() => document.querySelector('autengo-vehicles')?.remove());
  await page.clock.runFor(60_000);
  await expect(widget.root).toHaveCount(0);
  expect([page.url(), await page.evaluate(steps)]).toEqual([url, length]);
  await page.goBack();
  await expect(page).toHaveURL(`${host.site.origin}/fahrzeuge`);
});

test('what came from Back is not pushed again', async ({ host, page, sandbox }) => {
  const widget = await host.open();
  await widget.shows(await sandbox.list());
  await widget.toggle('fuelType', 'diesel');
  await widget.toggle('conditionType', 'used');
  const length = await page.evaluate(steps);
  await page.goBack();
  await widget.shows(await sandbox.list({ fuelType: 'diesel' }));
  expect(await page.evaluate(steps)).toBe(length);
  await page.goForward();
  await widget.shows(await sandbox.list({ fuelType: 'diesel', conditionType: 'used' }));
  expect(await page.evaluate(steps)).toBe(length);
});

test('a URL that could be said shorter stays as it is on load', async ({ host, page, sandbox }) => {
  await page.addInitScript(() => {
    const written: string[] = [];
    Object.assign(window, { written });
    for (const name of ['pushState', 'replaceState'] as const) {
      const real = history[name];
      history[name] = function (...values) {
        written.push(name);
        return real.apply(this, values);
      };
    }
  });
  const at = '/fahrzeuge?cars[order][field]=created&cars[order][dir]=desc&cars[offset]=0&cars[limit]=24';
  const widget = await host.open({ at });
  await widget.shows(await sandbox.list());
  expect(page.url()).toBe(host.site.origin + at);
  expect(await page.evaluate('written')).toEqual([]);
});

test('more than twenty values of a facet are all meant', async ({ host, sandbox }) => {
  const makes = (await sandbox.makes()).map(({ makeId }) => String(makeId));
  const [left, ...chosen] = makes;
  expect(chosen.length).toBeGreaterThan(20);
  const widget = await host.open({ at: `/fahrzeuge?${chosen.map((id, at) => `cars[or][makeId][${at}]=${id}`).join('&')}` });
  const [all, without] = [await sandbox.list(), await sandbox.list({ makeId: left }, 1)];
  await expect(widget.total).toHaveAttribute('data-total', String(all.total - without.total));
  await expect(widget.chips).toHaveCount(chosen.length);
});

test.describe('a browser that counts calls of the history', () => {
  for (const [name, refuse] of Object.entries({
    'throws': () => { throw new DOMException('too many', 'SecurityError'); },
    'does nothing': () => {},
  })) {
    test(name, async ({ host, page, sandbox }) => {
      const widget = await host.open();
      await widget.shows(await sandbox.list());
      await page.evaluate(`history.pushState = history.replaceState = ${refuse}`);
      await widget.facet('fuelType', 'diesel').click();
      await widget.shows(await sandbox.list({ fuelType: 'diesel' }));
      await page.evaluate(() => {
        Reflect.deleteProperty(history, 'pushState');
        Reflect.deleteProperty(history, 'replaceState');
      });
      // The next change writes all of it.
      await widget.toggle('conditionType', 'used');
      await widget.shows(await sandbox.list({ fuelType: 'diesel', conditionType: 'used' }));
      const { search } = new URL(page.url());
      expect(search).toBe('?cars%5Bor%5D%5BconditionType%5D%5B%5D=used&cars%5Bor%5D%5BfuelType%5D%5B%5D=diesel');
    });
  }
});

test('a base of the host bends no link', async ({ host, page, sandbox }) => {
  const widget = await host.open({ at: '/unter/fahrzeuge', head: '<base href="/anderswo/">' });
  await widget.shows(await sandbox.list());
  await widget.toggle('fuelType', 'diesel');
  expect(page.url()).toBe(`${host.site.origin}/unter/fahrzeuge?cars%5Bor%5D%5BfuelType%5D%5B%5D=diesel`);
  const href = await widget.cards.first().getByRole('link').evaluate((link: HTMLAnchorElement) => link.href);
  expect(href).toContain(`${host.site.origin}/unter/fahrzeuge?cars`);
});

test('the way back from a car leads to the list as it was, asking nothing', async ({ host, page, sandbox }) => {
  const asked = new Requests(page, sandbox.api);
  const widget = await host.open();
  await widget.shows(await sandbox.list());
  await widget.toggle('fuelType', 'diesel');
  await widget.shows(await sandbox.list({ fuelType: 'diesel' }));
  await asked.settled();
  const ids = await widget.ids();
  const chosen = ids[10];
  const card = widget.card(chosen);
  await card.scrollIntoViewIfNeeded();
  await card.evaluate((node) => Object.assign(node, { isTheSame: true }));
  const place = await page.evaluate(() => scrollY);
  expect(place).toBeGreaterThan(200);

  // What the list knows of the car is there before the API has said more.
  let letThrough = () => {};
  const held = new Promise<void>((resolve) => (letThrough = resolve));
  await page.route(new RegExp(`/v3/vehicle/${chosen}`), async (route) => {
    await held;
    await route.continue();
  });
  const name = await card.getByRole('heading').textContent();
  await widget.open(chosen);
  await expect(widget.detail(chosen).getByRole('heading').first()).toHaveText(name ?? '');
  letThrough();
  await widget.idle();

  const before = asked.urls.length;
  await page.goBack();
  await expect(card).toBeVisible();
  await expect.poll(() => page.evaluate(() => Math.round(scrollY))).toBe(Math.round(place));
  expect(await card.evaluate((node) => 'isTheSame' in node)).toBe(true);
  await expect(card.getByRole('link')).toBeFocused();
  expect(await widget.ids()).toEqual(ids);
  expect(asked.urls.slice(before).map(String)).toEqual([]);
});
