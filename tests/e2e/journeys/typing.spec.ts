// What people type belongs to them: nothing is written into the field, and nothing that was left behind is applied.
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../harness/test';
import type { Widget } from '../harness/widget';

const from = (widget: Widget): Locator => widget.root.locator('[data-km="von"]');
const steps = (page: Page) => page.evaluate(() => history.length);
/** Lets what was done, and what follows from it, run out. */
const settled = (page: Page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));

test('a blank between two words stays, and what is typed survives a link to a place on the page', async ({ host, page, sandbox }) => {
  const widget = await host.open();
  await widget.ready();
  await widget.search.pressSequentially('golf gti');
  for (let i = 0; i < 3; i += 1) await widget.search.press('Backspace');
  // The list, and with it the address, has settled on `golf` by now.
  await expect(page).toHaveURL(/cars%5Bsearch%5D=golf$/);
  await widget.search.pressSequentially('tdi');
  await expect(widget.search).toHaveValue('golf tdi');
  await page.evaluate(() => location.assign('#kontakt'));
  await expect(page).toHaveURL(/cars%5Bsearch%5D=golf%20tdi#kontakt$/);
  await expect(widget.search).toHaveValue('golf tdi');
  await page.goBack();
  await expect(widget.search).toHaveValue('golf');
  await widget.shows(await sandbox.list({}, 24, { search: 'golf' }));
});

test('a text that is too long is named, in both languages', async ({ host, sandbox }) => {
  const widget = await host.open();
  await widget.ready();
  await widget.search.fill('golf '.repeat(1400));
  await expect(widget.root.getByRole('heading', { name: 'Der Suchtext ist zu lang' })).toBeVisible();
  await widget.root.getByRole('button', { name: 'English' }).or(widget.root.getByText('English', { exact: true })).first().click();
  await expect(widget.root.getByRole('heading', { name: 'The search text is too long' })).toBeVisible();
  await widget.root.getByRole('link', { name: 'Show without the search text' }).click();
  await expect(widget.search).toHaveValue('');
  await widget.shows(await sandbox.list());
});

test('a number is shown in one spelling once the field is left', async ({ host, page }) => {
  const widget = await host.open();
  await widget.ready();
  await from(widget).pressSequentially('25 tkm');
  await from(widget).press('Enter');
  await expect(page).toHaveURL(/kilometers%5D%5B%5D=%3E%3D%7C25000$/);
  await expect(from(widget)).toHaveValue('25 tkm');
  await from(widget).press('Tab');
  await expect(from(widget)).toHaveValue('25.000');
});

test('a range that is half typed dies with its element', async ({ host, page }) => {
  const widget = await host.open();
  await widget.ready();
  const before = await steps(page);
  await from(widget).pressSequentially('25000');
  await page.evaluate(() => {
    history.pushState({ host: 1 }, '', '/werkstatt');
    document.querySelector('autengo-vehicles')?.remove();
  });
  await settled(page);
  expect(page.url()).toBe(`${host.site.origin}/werkstatt`);
  expect(await steps(page)).toBe(before + 1);
});

test('a range that is half typed dies with a setting that the host changes', async ({ host, page }) => {
  const widget = await host.open();
  await widget.ready();
  const before = await steps(page);
  await from(widget).pressSequentially('25000');
  await page.evaluate(() => document.querySelector('autengo-vehicles')?.setAttribute('page-size', '12'));
  await expect(widget.cards).toHaveCount(12);
  await settled(page);
  expect(page.url()).toBe(`${host.site.origin}/fahrzeuge`);
  expect(await steps(page)).toBe(before);
});

test('a day that is typed is one step', async ({ host, page }) => {
  const widget = await host.open({ with: { facets: 'makeId created' } });
  await widget.ready();
  await widget.root.locator('summary').last().click();
  const day = widget.root.locator('[data-range^="created"]').first();
  const before = await steps(page);
  await day.click({ position: { x: 12, y: 10 } });
  await page.keyboard.type('01022020', { delay: 20 });
  await settled(page);
  expect(await steps(page)).toBe(before);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/created%5D%5B%5D=%3E%3D%7C2020-0[12]-0[12]/);
  expect(await steps(page)).toBe(before + 1);
});

test.describe('on a narrow screen', () => {
  test.use({ viewport: { width: 375, height: 720 } });

  test('Back from the filters writes nothing of a range that is half typed', async ({ host, page, sandbox }) => {
    const widget = await host.open();
    await widget.ready();
    await widget.root.getByRole('button', { name: 'Filter' }).click();
    const dialog = widget.root.getByRole('dialog', { name: 'Filter' });
    await dialog.locator('summary', { hasText: 'Kilometer' }).click();
    await from(widget).pressSequentially('25000');
    const before = await steps(page);
    await page.goBack();
    await expect(dialog).toBeHidden();
    await settled(page);
    expect(page.url()).toBe(`${host.site.origin}/fahrzeuge`);
    expect(await steps(page)).toBe(before);
    await widget.shows(await sandbox.list());
    await page.goForward();
    await expect(dialog).toBeVisible();
    await expect(from(widget)).toHaveValue('');
  });
});
