// The filters on a narrow screen: a dialog that is a step of the history.
import { expect, test } from '../harness/test';

test.use({ viewport: { width: 375, height: 720 }, hasTouch: true });

test('opening is a step, choices inside belong to it, Back closes and stays on the page', async ({ host, page, sandbox }) => {
  const widget = await host.open();
  await widget.ready();
  const dialog = widget.root.getByRole('dialog', { name: 'Filter' });
  const steps = () => page.evaluate(() => history.length);
  const before = await steps();
  await widget.root.getByRole('button', { name: 'Filter' }).click();
  await expect(dialog).toBeVisible();
  expect(await steps()).toBe(before + 1);
  await expect(page).toHaveURL(/\?cars%5Bfilters%5D=open$/);

  await dialog.locator('summary', { hasText: 'Kraftstoff' }).click();
  await widget.toggle('fuelType', 'diesel');
  const diesel = await sandbox.list({ fuelType: 'diesel' });
  const show = dialog.getByRole('button', { name: `${diesel.total.toLocaleString('de-DE')} Fahrzeuge anzeigen` });
  await expect(show).toBeInViewport();
  expect(await steps()).toBe(before + 1);

  await show.click();
  await expect(dialog).toBeHidden();
  await widget.shows(diesel);
  expect(await steps()).toBe(before + 1);
  await expect(page).toHaveURL(/\?cars%5Bor%5D%5BfuelType%5D%5B%5D=diesel$/);
  await page.goBack();
  await widget.shows(await sandbox.list());
  expect(page.url()).toBe(`${host.site.origin}/fahrzeuge`);
});

for (const [name, close] of Object.entries({
  Back: (page: import('@playwright/test').Page) => page.goBack(),
  Escape: (page: import('@playwright/test').Page) => page.keyboard.press('Escape'),
})) {
  test(`${name} closes the filters, and the page stays`, async ({ host, page, sandbox }) => {
    const widget = await host.open();
    await widget.ready();
    await widget.root.getByRole('button', { name: 'Filter' }).click();
    const dialog = widget.root.getByRole('dialog', { name: 'Filter' });
    await expect(dialog).toBeVisible();
    await close(page);
    await expect(dialog).toBeHidden();
    await expect(page).toHaveURL(`${host.site.origin}/fahrzeuge`);
    await widget.shows(await sandbox.list());
    // The page behind can be used again.
    await widget.open((await widget.ids())[0]);
  });
}

test('a link to open filters opens them', async ({ host, page }) => {
  const widget = await host.open({ at: '/fahrzeuge?cars[filters]=open' });
  await expect(widget.root.getByRole('dialog', { name: 'Filter' })).toBeVisible();
  await page.setViewportSize({ width: 1280, height: 900 });
  await expect(widget.facet('fuelType', 'diesel')).toBeVisible();
});
