// What a buyer does next on the page of a car.
import { alter } from '../harness/altered';
import { expect, test } from '../harness/test';

test('the cars before and after lead through the list, over the ends of its pages', async ({ host, page, sandbox }) => {
  const { total, vehicles } = await sandbox.list({}, 30);
  const widget = await host.open({ with: { 'page-size': '12' } });
  await widget.ready();
  await widget.open(vehicles[10].sellingId);
  const ways = widget.root.getByRole('navigation', { name: 'Weitere Fahrzeuge der Liste' });
  const count = total.toLocaleString('de-DE');
  await expect(ways).toContainText(`11 von ${count}`);
  for (const at of [11, 12]) {
    const next = ways.getByRole('link', { name: 'Nächstes' });
    // A real address, with the page of the list that the car stands on.
    await expect(next).toHaveAttribute('href', new RegExp(`vehicle%5D=${vehicles[at].sellingId}`));
    await next.click();
    await expect(widget.detail(vehicles[at].sellingId)).toBeVisible();
    await expect(ways).toContainText(`${at + 1} von ${count}`);
    await expect(widget.detail(vehicles[at].sellingId).getByRole('heading', { level: 2 })).toBeFocused();
  }
  expect(new URL(page.url()).searchParams.get('cars[offset]')).toBe('12');
  await ways.getByRole('link', { name: 'Vorheriges' }).click();
  await expect(widget.detail(vehicles[11].sellingId)).toBeVisible();
  await page.goBack();
  await page.goBack();
  await page.goBack();
  await expect(widget.detail(vehicles[10].sellingId)).toBeVisible();
  await page.goBack();
  await expect(widget.cards).toHaveCount(12);
});

test('a car that was linked has no neighbours, and asks for no list', async ({ host, page, sandbox }) => {
  const { vehicles: [{ sellingId }] } = await sandbox.list();
  const asked: string[] = [];
  page.on('request', (request) => request.url().includes('/v3/') && request.method() === 'GET' && asked.push(request.url()));
  const widget = await host.open({ at: `/fahrzeuge?cars[vehicle]=${sellingId}` });
  await expect(widget.detail(sellingId)).toBeVisible();
  await widget.idle();
  await expect(widget.root.getByRole('navigation', { name: 'Weitere Fahrzeuge der Liste' })).toBeHidden();
  // Similar cars are asked for when the visitor comes near.
  expect(asked.filter((url) => /\/vehicle\?/.test(url))).toEqual([]);
  await widget.root.locator('.similar').scrollIntoViewIfNeeded();
  await expect.poll(() => asked.filter((url) => /\/vehicle\?/.test(url)).length).toBeGreaterThan(0);
});

test('similar cars are of the same model, then of the body type at about the price', async ({ host, page, sandbox }) => {
  const { vehicles } = await sandbox.list({ conditionType: 'used', kilometers: '>|20000' }, 60);
  const vehicle = vehicles.find((it) => typeof it.priceYard === 'number' && typeof it.vehicleTypeId === 'object')!;
  const widget = await host.open({ at: `/fahrzeuge?cars[vehicle]=${vehicle.sellingId}`, with: { 'local-up-to': '0' } });
  await expect(widget.detail(vehicle.sellingId)).toBeVisible();
  const similar = widget.root.locator('.similar');
  await similar.scrollIntoViewIfNeeded();
  const links = similar.getByRole('link');
  await expect(links).toHaveCount(3);
  await expect(widget.root.locator('[data-vehicle]')).toHaveCount(0);
  const price = Number(vehicle.priceYard);
  const same = (await sandbox.list({ makeName: String(vehicle.makeName), modelName: String(vehicle.modelName) }, 100)).vehicles;
  const alike = (await sandbox.list({ vehicleTypeId: (vehicle.vehicleTypeId as { key: string }).key, price: [`>=|${Math.round(price * 0.85)}`, `<=|${Math.round(price * 1.15)}`] }, 100)).vehicles;
  const wanted = new Set([...same, ...alike].map(({ sellingId }) => sellingId));
  for (const link of await links.all()) {
    const id = new URL((await link.evaluate((it: HTMLAnchorElement) => it.href))).searchParams.get('cars[vehicle]')!;
    expect(id).not.toBe(vehicle.sellingId);
    expect([...wanted]).toContain(id);
  }
  await links.first().click();
  await expect(page).not.toHaveURL(new RegExp(vehicle.sellingId));
  await expect(widget.root.locator('[data-detail]')).toBeVisible();
});

test('a car is shared by the device, else its link is copied, else shown', async ({ host, page, context, sandbox }) => {
  const { vehicles: [{ sellingId }] } = await sandbox.list();
  const at = `/fahrzeuge?cars[vehicle]=${sellingId}&cars[search]=a`;
  const link = `${host.site.origin}/fahrzeuge?cars%5Bvehicle%5D=${sellingId}`;
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.addInitScript(() => Object.defineProperty(navigator, 'share', { value: undefined, configurable: true }));
  const widget = await host.open({ at });
  const share = widget.root.getByRole('button', { name: 'Teilen' });
  await share.click();
  await expect(widget.root.getByText('Link kopiert')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  await page.evaluate(() => Object.assign(window, { shared: [] }));
  await page.evaluate(() => Object.defineProperty(navigator, 'share', { configurable: true, value: async (data: never) => (window as never as { shared: unknown[] }).shared.push(data) }));
  await share.click();
  const [shared] = await page.evaluate(() => (window as never as { shared: { url: string; title: string }[] }).shared);
  expect(shared).toMatchObject({ url: link });
  expect(shared.title.length).toBeGreaterThan(3);
  // A browser that does neither, as on a page without https.
  await page.evaluate(() => {
    for (const name of ['share', 'clipboard']) Object.defineProperty(navigator, name, { value: undefined });
  });
  await share.click();
  await expect(widget.root.getByText(link).first()).toBeVisible();
});

test('long equipment is searched, whatever the accents', async ({ host, sandbox }) => {
  const { vehicles } = await sandbox.list({}, 100);
  const rich = vehicles.find(({ equipment }) => Array.isArray(equipment) && equipment.length > 20 && JSON.stringify(equipment).includes('Rückfahrkamera'))!;
  const widget = await host.open({ at: `/fahrzeuge?cars[vehicle]=${rich.sellingId}` });
  const search = widget.root.getByRole('searchbox', { name: 'Ausstattung suchen' });
  await search.fill('RUCKFAHR');
  const items = widget.root.locator('.group__items').first().getByRole('listitem');
  await expect(items).toHaveText(['Rückfahrkamera']);
  await search.fill('gibt es nicht');
  await expect(items).toHaveCount(0);
  await expect(widget.root.getByText('Nichts gefunden')).toBeVisible();
});

test('a description is text: markup is shown, and only web addresses become links', async ({ host, page, sandbox }) => {
  const { vehicles: [{ sellingId }] } = await sandbox.list();
  const description = 'Top!\nZustand\n\n<b>fett</b> <img src=x onerror=alert(1)> https://a.example/x?y=1. javascript:alert(1)';
  await alter(page, (vehicle) => ({ ...vehicle, description }));
  const widget = await host.open({ at: `/fahrzeuge?cars[vehicle]=${sellingId}` });
  const text = widget.root.locator('.description');
  await expect(text.locator('p')).toHaveCount(2);
  await expect(text).toContainText('<b>fett</b> <img src=x onerror=alert(1)>');
  await expect(text.locator('b, img')).toHaveCount(0);
  const links = text.getByRole('link');
  await expect(links).toHaveText(['https://a.example/x?y=1']);
  await expect(links).toHaveAttribute('rel', 'nofollow noopener');
});
