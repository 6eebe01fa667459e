// Cars that are gone say so, and offer others.
import { expect, test } from '../harness/test';

const gone = 'Dieses Fahrzeug ist nicht mehr verfügbar';

test('an unknown car, an invalid one and an empty answer are gone', async ({ host, page, sandbox }) => {
  const others = (await sandbox.list()).vehicles.slice(0, 3).map(({ sellingId }) => sellingId);
  const answers = [{ status: 404, json: { message: 'not found' } }, { status: 400, json: { message: 'invalid' } }, { status: 200, json: { vehicle: null } }];
  for (const answer of answers) {
    await page.route(/\/v3\/vehicle\/WEGWEG$/, (route) => route.fulfill({ ...answer, headers: { 'Access-Control-Allow-Origin': '*' } }));
    const widget = await host.open({ at: '/fahrzeuge?cars[vehicle]=WEGWEG' });
    await expect(widget.root.getByRole('heading', { name: gone })).toBeVisible();
    await expect(page.locator('head script[type="application/ld+json"]')).toHaveCount(0);
    expect(await page.title()).toBe('Autohaus Beispiel');
    // Nothing is known of it: the list's own first vehicles.
    const similar = widget.root.locator('.similar');
    await similar.scrollIntoViewIfNeeded();
    await expect(similar.getByRole('link')).toHaveCount(3);
    const links = await similar.getByRole('link').evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).searchParams.get('cars[vehicle]')));
    expect(links).toEqual(others);
    await expect(widget.root.locator('[data-vehicle]')).toHaveCount(0);
    await page.unroute(/\/v3\/vehicle\/WEGWEG$/);
  }
});

test('a sold car is gone, its like are offered, and the list is one Back away', async ({ host, page, sandbox }) => {
  const list = await sandbox.list();
  const { sellingId } = list.vehicles[4];
  await page.route(new RegExp(`/v3/vehicle/${sellingId}$`), async (route) => {
    const response = await route.fetch();
    const { vehicle } = await response.json();
    await route.fulfill({ response, json: { vehicle: { ...vehicle, vehicleState: { key: 'sold', text: 'Verkauft' } } } });
  });
  const widget = await host.open();
  await widget.shows(list);
  await widget.card(sellingId).getByRole('link').click();
  await expect(widget.root.getByRole('heading', { name: gone })).toBeVisible();
  await widget.root.locator('.similar').scrollIntoViewIfNeeded();
  const similar = widget.root.locator('.similar').getByRole('link');
  await expect(similar.first()).toBeVisible();
  await page.goBack();
  await widget.shows(list);
  await expect(widget.card(sellingId).getByRole('link')).toBeFocused();
});
