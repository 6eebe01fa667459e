// Parked vehicles: kept on the device once a heart is pressed, listed under a link of their own.
import { expect, test } from '../harness/test';
import { Widget } from '../harness/widget';

const stored = (page: import('@playwright/test').Page) => page.evaluate(() => ({ ...localStorage }));

const heart = (widget: Widget, id: string) => widget.card(id).getByRole('button', { name: 'parken' });

test('a parked vehicle is kept, listed, opened, and taken back', async ({ host, page, context, sandbox }) => {
  const widget = await host.open();
  await widget.shows(await sandbox.list());
  expect(await stored(page)).toEqual({});
  const [first, second, third] = await widget.ids();
  await heart(widget, third).click();
  await expect(heart(widget, third)).toHaveAttribute('aria-pressed', 'true');
  await heart(widget, second).click();
  expect(Object.values(await stored(page)).join()).toContain(second);
  // A heart is no link.
  expect(page.url()).toBe(`${host.site.origin}/fahrzeuge`);

  const link = widget.root.getByRole('link', { name: 'Geparkt' });
  await expect(link).toContainText('2');
  await link.click();
  await expect(page).toHaveURL(/\?cars%5Bview%5D=parked$/);
  await expect(widget.root.getByRole('heading', { name: 'Geparkte Fahrzeuge' })).toBeVisible();
  const shown = widget.root.locator('[data-vehicle]:visible');
  await expect(shown).toHaveCount(2);
  expect(await shown.evaluateAll((cards) => cards.map((card) => card.getAttribute('data-vehicle')))).toEqual([second, third]);

  const tab = await context.newPage();
  await tab.goto(page.url());
  await expect(new Widget(tab).cards).toHaveCount(2);
  await tab.close();

  await shown.first().getByRole('link').click();
  await expect(widget.detail(second)).toBeVisible();
  const park = widget.detail(second).getByRole('button', { name: 'Parken', exact: true });
  await expect(park).toHaveAttribute('aria-pressed', 'true');
  await park.click();
  await expect(park).toHaveAttribute('aria-pressed', 'false');
  await park.click();
  await page.goBack();
  await expect(shown).toHaveCount(2);
  await shown.first().getByRole('button', { name: 'parken' }).click();
  // A slip of the finger loses nothing: it stays until the list is left.
  await expect(shown).toHaveCount(2);
  await widget.root.getByRole('button', { name: 'Alle entfernen' }).click();
  await expect(widget.root.getByRole('heading', { name: 'Noch nichts geparkt' })).toBeVisible();
  expect(await stored(page)).toEqual({});
  await widget.root.getByRole('link', { name: 'Zu allen Fahrzeugen' }).first().click();
  await widget.shows(await sandbox.list());
  await expect(heart(widget, first)).toHaveAttribute('aria-pressed', 'false');
  await expect(link).toHaveCount(0);
});

test('a vehicle that is gone drops out with a word', async ({ host, page, sandbox }) => {
  // One has been sold, and one the API has lacked for two days.
  const [there] = (await sandbox.list()).vehicles;
  const [sold] = (await sandbox.list({ vehicleState: 'sold' }, 1)).vehicles;
  await page.addInitScript((ids) => {
    if (!localStorage.length) localStorage.setItem('autengo-parked', ids.join('\n'));
    }, [`NEVER1\t${Math.floor(Date.now() / 1000) - 2 * 86_400}`, there.sellingId, sold.sellingId]);
  const widget = await host.open({ at: '/fahrzeuge?cars[view]=parked' });
  await expect(widget.cards).toHaveCount(1);
  await expect(widget.root.getByText(/nicht mehr verfügbar/)).toBeVisible();
  expect(Object.values(await stored(page))).toEqual([there.sellingId]);
});

test('where the device keeps nothing, vehicles are parked for as long as the page lives', async ({ host, page, sandbox }) => {
  await page.addInitScript(() => Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('blocked', 'SecurityError'); } }));
  const widget = await host.open();
  await widget.shows(await sandbox.list());
  const [first] = await widget.ids();
  await heart(widget, first).click();
  await widget.root.getByRole('link', { name: 'Geparkt' }).click();
  await expect(widget.root.locator('[data-vehicle]:visible')).toHaveCount(1);
});
