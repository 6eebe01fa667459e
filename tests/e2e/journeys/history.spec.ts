// The page's URL is the only home of the search: links, Back, Forward, reload, and what belongs to the host.
import { Requests } from '../harness/requests';
import { expect, test } from '../harness/test';
import { Widget } from '../harness/widget';

const used = { fuelType: ['diesel'] };

test('Back and Forward go through choices, reload keeps them', async ({ host, page, sandbox }) => {
  const all = await sandbox.list();
  const diesel = await sandbox.list({ fuelType: 'diesel' });
  const both = await sandbox.list({ fuelType: 'diesel', transmissionType: 'automatic' });
  const widget = await host.open();
  await widget.shows(all);
  await widget.toggle('fuelType', 'diesel');
  await widget.shows(diesel);
  await widget.toggle('transmissionType', 'automatic');
  await widget.shows(both);

  await page.reload();
  await widget.shows(both);
  await expect(widget.facet('transmissionType', 'automatic')).toBeChecked();
  await page.goBack();
  await widget.shows(diesel);
  await expect(widget.facet('transmissionType', 'automatic')).not.toBeChecked();
  await page.goBack();
  await widget.shows(all);
  expect(page.url()).toBe(`${host.site.origin}/fahrzeuge`);
  await page.goForward();
  await widget.shows(diesel);
  await expect(widget.facet('fuelType', 'diesel')).toBeChecked();
});

test('typing searches without a step for every key', async ({ host, page, sandbox }) => {
  const widget = await host.open();
  await widget.ready();
  const steps = await page.evaluate(() => history.length);
  await widget.search.pressSequentially('golf');
  await expect(page).toHaveURL(/cars%5Bsearch%5D=golf$/);
  expect(await page.evaluate(() => history.length)).toBe(steps);
  const response = await fetch(`${sandbox.api}/vehicle?search=golf&and[vehicleState]=%3C%3E|sold&order[field]=created&order[dir]=desc&limit=24`, { headers: { 'X-Api-Key': 'sandbox-key' } });
  const { total, list } = await response.json();
  expect(total).toBeGreaterThan(0);
  await widget.shows({ total, vehicles: list });
});

test('Back cancels what typing had not yet written', async ({ host, page, sandbox }) => {
  await page.clock.install();
  // What is under way when hours pass takes too long.
  const asked = new Requests(page, sandbox.api);
  const widget = await host.open();
  await widget.ready();
  const lastPart = page.waitForEvent('requestfinished', (request) => request.url().includes('-vehicle-'));
  await widget.toggle('fuelType', 'diesel');
  await widget.shows(await sandbox.list({ fuelType: 'diesel' }));
  await lastPart;
  await asked.idle();
  await page.clock.pauseAt(new Date(Date.now() + 3_600_000));
  await widget.search.fill('golf');
  await page.evaluate(() => history.back());
  await expect(page).toHaveURL(`${host.site.origin}/fahrzeuge`);
  await asked.idle();
  await page.clock.runFor(60_000);
  expect(page.url()).toBe(`${host.site.origin}/fahrzeuge`);
  await expect(widget.search).toHaveValue('');
  await page.clock.resume();
  await widget.shows(await sandbox.list());
});

test('the host\'s parameters, hash and history state survive byte for byte', async ({ host, page }) => {
  const own = '?a=%20&b=+&c&d=%C3%A4&e[]=1&e%5B%5D=2&&search=x';
  host.put('/vorher', '<!doctype html><title>vorher</title>');
  const widget = await host.open({ at: `/fahrzeuge${own}#/route?x=[1]`, head: '<script>history.replaceState({ router: [1, { two: null }] }, "")</script>' });
  await widget.ready();
  expect(page.url()).toBe(`${host.site.origin}/fahrzeuge${own}#/route?x=[1]`);
  await widget.toggle('fuelType', 'diesel');
  expect(page.url()).toBe(`${host.site.origin}/fahrzeuge${own}&cars%5Bor%5D%5BfuelType%5D%5B%5D=diesel#/route?x=[1]`);
  expect(await page.evaluate(() => history.state)).toEqual({ router: [1, { two: null }] });
  await widget.toggle('fuelType', 'diesel');
  expect(page.url()).toBe(`${host.site.origin}/fahrzeuge${own}#/route?x=[1]`);
});

test('every card, page and reset is a link that opens in a new tab', async ({ host, page, context, sandbox }) => {
  const { vehicles } = await sandbox.list({}, 48);
  const widget = await host.open();
  await widget.ready();
  const inNewTab = async (link: import('@playwright/test').Locator) => {
    // The pointer is there before it clicks: what is above is laid out as it comes into view.
    await link.hover();
    const opened = context.waitForEvent('page');
    await link.click({ modifiers: ['Control'] });
    return new Widget(await opened);
  };
  const second = await inNewTab(widget.next);
  await expect.poll(() => second.ids()).toEqual(vehicles.slice(24).map(({ sellingId }) => sellingId));
  const [first] = vehicles;
  const detail = await inNewTab(widget.card(first.sellingId).getByRole('link'));
  await expect(detail.detail(first.sellingId)).toBeVisible();
  // And this tab has stayed where it was.
  expect(page.url()).toBe(`${host.site.origin}/fahrzeuge`);
  await expect(widget.cards).toHaveCount(24);
});

test('pages go forth and back', async ({ host, page, sandbox }) => {
  const { total, vehicles } = await sandbox.list({}, 48);
  const widget = await host.open();
  await widget.ready();
  await widget.next.hover();
  await widget.next.click();
  await widget.shows({ total, vehicles: vehicles.slice(24) });
  expect(new URL(page.url()).search).toBe('?cars%5Boffset%5D=24');
  await page.goBack();
  await widget.shows({ total, vehicles: vehicles.slice(0, 24) });
});

test('a car opened from the list is closed by its own link, too', async ({ host, page, sandbox }) => {
  const widget = await host.open();
  await widget.shows(await sandbox.list());
  const [id] = await widget.ids();
  await widget.open(id);
  await expect(page).toHaveTitle(/ – Autohaus Beispiel$/);
  await widget.root.getByRole('link', { name: 'Zurück zur Liste' }).click();
  await widget.shows(await sandbox.list());
  await expect(page).toHaveTitle('Autohaus Beispiel');
  expect(page.url()).toBe(`${host.site.origin}/fahrzeuge`);
});

for (const [spelling, query] of Object.entries({
  'raw brackets': 'cars[or][fuelType][]=diesel&cars[or][fuelType][]=electric',
  'indexes': 'cars[or][fuelType][0]=diesel&cars[or][fuelType][1]=electric',
  'high indexes': 'cars[or][fuelType][21]=diesel&cars[or][fuelType][22]=electric',
  'a repeated key': 'cars[or][fuelType]=diesel&cars[or][fuelType]=electric',
  'small hex digits': 'cars%5bor%5d%5bfuelType%5d%5b%5d=diesel&cars%5Bor%5D%5BfuelType%5D%5B%5D=electric',
})) {
  test(`a link is read with ${spelling}, and written encoded`, async ({ host, page, sandbox }) => {
    const total = await sandbox.count({ fuelType: ['diesel', 'electric'] });
    const widget = await host.open({ at: `/fahrzeuge?${query}` });
    await expect(widget.total).toHaveAttribute('data-total', String(total));
    await expect(widget.facet('fuelType', 'electric')).toBeChecked();
    // Reading is not writing.
    expect(await page.evaluate(() => location.search.slice(1))).toBe(query);
    await widget.toggle('fuelType', 'diesel');
    expect(new URL(page.url()).search).toBe('?cars%5Bor%5D%5BfuelType%5D%5B%5D=electric');
  });
}

test.describe('a broken link', () => {
  test.use({ mayComplain: true });

  test('loses its bad value alone', async ({ host, complaints, sandbox }) => {
    const widget = await host.open({ at: '/fahrzeuge?cars[and][kilometers][]=%3E%3D|viel&cars[or][fuelType][]=diesel&cars[limit]=-3&cars[order][field]=passwort' });
    await widget.shows(await sandbox.list(used));
    expect(complaints.texts.join('\n')).toMatch(/kilometers/);
    expect(complaints.texts.join('\n')).toMatch(/limit/);
  });
});

test('mileage and order narrow and sort as the API does', async ({ host, page, sandbox }) => {
  const widget = await host.open();
  await widget.ready();
  await widget.root.locator('[data-km="von"]').fill('10000');
  await widget.root.locator('[data-km="bis"]').fill('20000');
  await widget.root.locator('[data-km="bis"]').press('Enter');
  const { total } = await sandbox.list({ kilometers: ['>=|10000', '<=|20000'] });
  await expect(widget.total).toHaveAttribute('data-total', String(total));
  await widget.sort.selectOption({ label: 'Preis aufsteigend' });
  await expect(page).toHaveURL(/order%5D%5Bfield%5D=price&cars%5Border%5D%5Bdir%5D=asc/);
  const response = await fetch(
    `${sandbox.api}/vehicle?and[vehicleState]=%3C%3E|sold&and[kilometers][]=%3E%3D|10000&and[kilometers][]=%3C%3D|20000&order[field]=price&order[dir]=asc&limit=24`,
    { headers: { 'X-Api-Key': 'sandbox-key' } },
  );
  const answer = await response.json();
  await widget.shows({ total: answer.total, vehicles: answer.list });
});

test('chips say what holds, and take it back', async ({ host, sandbox }) => {
  const widget = await host.open();
  await widget.ready();
  await widget.toggle('fuelType', 'diesel', 'electric');
  await expect(widget.chips).toHaveCount(2);
  await widget.chips.filter({ hasText: 'Diesel' }).click();
  await widget.shows(await sandbox.list({ fuelType: 'electric' }));
  await expect(widget.facet('fuelType', 'diesel')).not.toBeChecked();
  await widget.root.getByRole('link', { name: 'Alle Filter zurücksetzen' }).first().click();
  await widget.shows(await sandbox.list());
  await expect(widget.chips).toHaveCount(0);
});

test('what is wrong with a range is said in place, and nothing is lost', async ({ host, sandbox }) => {
  const widget = await host.open();
  await widget.ready();
  const [from, to] = ['von', 'bis'].map((end) => widget.root.locator(`[data-km="${end}"]`));
  await from.fill('viel');
  await from.press('Enter');
  await expect(from).toHaveAttribute('aria-invalid', 'true');
  await expect(from).toHaveValue('viel');
  await expect(widget.root.getByText('Bitte eine ganze Zahl eingeben.')).toBeVisible();
  await widget.shows(await sandbox.list());
  await from.fill('50000');
  await from.press('Enter');
  await to.fill('10000');
  await to.press('Enter');
  await expect(widget.root.getByText('„Von“ ist größer als „bis“: So passt kein Fahrzeug.')).toBeVisible();
  await expect(widget.total).toHaveAttribute('data-total', '0');
});
