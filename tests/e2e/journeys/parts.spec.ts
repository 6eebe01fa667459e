// What the first list does not need is fetched after it; what does not come is asked for again.
import { expect, test } from '../harness/test';

const later = /autengo-widget-(controls|filters|vehicle|chunk_\d+)-[0-9a-f]{16}\.wasm/;

test('the first list waits for none of the later parts', async ({ host, page, sandbox }) => {
  let letThrough = () => {};
  const held = new Promise<void>((resolve) => (letThrough = resolve));
  await page.route(later, async (route) => {
    await held;
    await route.continue();
  });
  const widget = await host.open();
  await widget.shows(await sandbox.list());
  const make = page.locator('[data-facet^="makeId:"]');
  await expect(make).toHaveCount(0);
  letThrough();
  await expect(make.first()).toBeVisible();
});

test('the later parts are asked for once the list stands, and not before', async ({ host, page }) => {
  const asked: { url: string; cards: number }[] = [];
  await page.route(later, async (route) => {
    asked.push({ url: route.request().url(), cards: await page.locator('[data-vehicle]').count() });
    await route.continue();
  });
  const widget = await host.open();
  const has = (part: string) => asked.some(({ url }) => url.includes(`-${part}-`));
  await expect(page.locator('[data-facet^="makeId:"]').first()).toBeVisible();
  // Not yet that of a vehicle, which whoever leaves at once does not open.
  expect([has('filters'), has('vehicle')]).toEqual([true, false]);
  await widget.cards.first().hover();
  await expect.poll(() => has('vehicle')).toBe(true);
  expect(asked.map(({ cards }) => cards)).not.toContain(0);
});

for (const { name, query, part } of [
  { name: 'a filtered list', query: () => 'cars[or][fuelType][]=diesel', part: /autengo-widget-controls-/ },
  { name: 'a vehicle', query: (sellingId: string) => `cars[vehicle]=${sellingId}`, part: /autengo-widget-vehicle-/ },
]) {
  test(`what a link to ${name} needs is asked for beside what reads the link`, async ({ host, page, sandbox }) => {
    const { vehicles } = await sandbox.list();
    let letThrough = () => {};
    const held = new Promise<void>((resolve) => (letThrough = resolve));
    await page.route(/autengo-widget-links-/, async (route) => {
      await held;
      await route.continue();
    });
    const asked = page.waitForRequest(part);
    const opened = host.open({ at: `/fahrzeuge?${query(vehicles[0].sellingId)}` });
    await asked;
    letThrough();
    await opened;
  });
}

test('a page whose code comes late has the focus then', async ({ host, page }) => {
  let letThrough = () => {};
  const held = new Promise<void>((resolve) => (letThrough = resolve));
  await page.route(/autengo-widget-vehicle-/, async (route) => {
    await held;
    await route.continue();
  });
  const widget = await host.open();
  await widget.ready();
  const [id] = await widget.ids();
  await widget.card(id).getByRole('link').press('Enter');
  await expect(widget.cards.first()).toBeHidden();
  letThrough();
  await expect(widget.detail(id).getByRole('heading', { level: 2 })).toBeFocused();
});

test.describe('a part that does not come', () => {
  test.use({ mayComplain: true });

  test('the page of a vehicle', async ({ host, page }) => {
    let [isUp, asked] = [false, 0];
    await page.route(/autengo-widget-vehicle-/, (route) => {
      asked += 1;
      return isUp ? route.continue() : route.abort();
    });
    await page.clock.install();
    await host.open();
    await page.locator('[data-vehicle] a').first().click();
    const retry = page.getByRole('button', { name: 'Erneut versuchen' });
    await expect(retry).toBeVisible();
    // The rest after which the part is asked for ahead of need.
    await page.clock.runFor(1000);
    expect(asked).toBe(1);
    isUp = true;
    await retry.click();
    await expect(page.locator('[data-detail]')).toBeVisible();
  });

  test('what the list is changed with', async ({ host, page, sandbox }) => {
    let isUp = false;
    await page.route(/autengo-widget-controls-/, (route) => (isUp ? route.continue() : route.abort()));
    const widget = await host.open();
    await widget.shows(await sandbox.list());
    const retry = page.getByRole('button', { name: 'Erneut versuchen' });
    await expect(retry).toBeVisible();
    isUp = true;
    await retry.click();
    await expect(page.locator('[data-search]')).toBeVisible();
    await expect(retry).toBeHidden();
  });

  test('a filtered list says so, and lists', async ({ host, page, sandbox }) => {
    await page.route(/autengo-widget-controls-/, (route) => route.abort());
    const widget = await host.open({ at: '/fahrzeuge?cars[or][fuelType][]=diesel' });
    await widget.shows(await sandbox.list({ fuelType: 'diesel' }));
    await expect(page.getByRole('button', { name: 'Erneut versuchen' })).toBeVisible();
  });

  test('the filters', async ({ host, page, sandbox }) => {
    let isUp = false;
    await page.route(/autengo-widget-filters-/, (route) => (isUp ? route.continue() : route.fulfill({ status: 503, body: '' })));
    const widget = await host.open();
    await widget.shows(await sandbox.list());
    const retry = page.getByRole('button', { name: 'Erneut versuchen' });
    await expect(retry).toBeVisible();
    isUp = true;
    await retry.click();
    await expect(page.locator('[data-facet^="makeId:"]').first()).toBeVisible();
    await expect(retry).toBeHidden();
  });
});
