// A car on one sheet of A4, without the page around it.
import { expect, test } from '../harness/test';

const pages = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;

test('a car prints on one sheet, and the page is left as it was', async ({ host, page, sandbox }) => {
  const { vehicles } = await sandbox.list({ conditionType: 'new', fuelType: 'gasoline' }, 50);
  const labelled = vehicles.find((it) => it.energieCostTax !== undefined && it.co2EmissionCombined !== undefined && it.emissionsCombinedCo2Class !== undefined && it.consumptionFuelCombined !== undefined)!;
  const body = `<div id="spalten" style="display:grid;grid-template-columns:1fr 300px;overflow:hidden;padding:40px"><div>${host.loader}${host.element({ phone: '+49 30 1234567' })}</div><aside>Werbung</aside></div>`;
  const at = `/fahrzeuge?cars[vehicle]=${labelled.sellingId}`;
  // A page that would rather show itself.
  const head = '<style>#spalten aside { display: block !important } @media print { main { display: none } }</style>';
  const widget = await host.open({ at, body, head });
  await expect(widget.root.locator('[data-label]')).toBeVisible();
  await page.waitForLoadState('networkidle');
  const before = await page.evaluate(() => document.documentElement.outerHTML);

  // Headless Chromium has no dialog: what would be printed is looked at instead.
  await page.evaluate(() => Object.assign(window, { print: () => {} }));
  await widget.root.getByRole('button', { name: 'Drucken' }).click();
  await page.emulateMedia({ media: 'print' });
  await expect(widget.root.locator('[data-label]')).toBeVisible();
  await expect(page.getByText('Werbung')).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Unsere Fahrzeuge' })).toBeHidden();
  await expect(widget.inquiry).toBeHidden();
  await expect(widget.root.locator('[data-label]')).toBeVisible();
  const sheet = widget.root.locator('footer');
  await expect(sheet).toContainText('+49 30 1234567');
  await expect(sheet).toContainText(`${host.site.origin}/fahrzeuge?cars%5Bvehicle%5D=${labelled.sellingId}`);
  await page.emulateMedia({ media: null });
  expect(pages(await page.pdf({ preferCSSPageSize: true }))).toBe(1);
  // Printing is over.
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
  expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
});
