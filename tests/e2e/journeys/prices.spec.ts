// What dealers, exporters and carriers pay is nowhere on the page.
import type { Page } from '@playwright/test';
import { alter } from '../harness/altered';
import { expect, test } from '../harness/test';

const SECRETS = { dealerPrice: 7_181_911, priceExport: 7_282_922, priceOverpass: 7_383_933, somethingNew: 7_484_944 };

/** Everything that the page says in any way: text, attributes, values, head, title. */
const everything = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const all = (root: Document | ShadowRoot): string =>
      [...root.querySelectorAll('*')].flatMap((element) => [
        ...[...element.attributes].map(({ value }) => value),
        ...[...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map(({ data }: never) => data),
        (element as HTMLInputElement).value ?? '',
        element.shadowRoot ? all(element.shadowRoot) : '',
      ]).join('\n');
    return `${document.title}\n${all(document)}`;
  });

/** A number as it may be written. */
const spellings = (value: number): string[] => [String(value), value.toLocaleString('de-DE'), value.toLocaleString('en-GB'), value.toLocaleString('fr-FR')];

for (const lang of ['de', 'en']) {
  test(`no dealer, export or transfer price is on the page (${lang})`, async ({ host, page, sandbox }) => {
    await alter(page, (vehicle) => ({ ...vehicle, ...SECRETS, priceYard: 7_585_955 }));
    const widget = await host.open({ lang, with: { 'local-up-to': '0' } });
    await widget.ready();
    const list = await everything(page);
    const { vehicles } = await sandbox.list();
    const seen = [list];
    for (const { sellingId } of vehicles.slice(0, 3)) {
      await widget.open(sellingId);
      await widget.idle();
      await widget.root.locator('.similar').scrollIntoViewIfNeeded();
      seen.push(await everything(page));
      await page.goBack();
    }
    for (const text of seen) {
      // The search finds what is there: the public price.
      expect(spellings(7_585_955).some((spelling) => text.includes(spelling))).toBe(true);
      for (const [name, value] of Object.entries(SECRETS)) {
        for (const spelling of spellings(value)) expect(text, name).not.toContain(spelling);
        expect(text).not.toContain(name);
      }
    }
    expect(seen[1]).toContain('"price":7585955');
  });
}

test('without a public price there is none at all', async ({ host, page, sandbox }) => {
  await alter(page, (vehicle) => ({ ...vehicle, ...SECRETS, price: null, priceYard: 0, isPriceNegotiable: true }));
  const { vehicles: [{ sellingId }] } = await sandbox.list();
  const widget = await host.open({ at: `/fahrzeuge?cars[vehicle]=${sellingId}` });
  await expect(widget.detail(sellingId).locator('header')).toContainText('Preis auf Anfrage');
  await expect(widget.detail(sellingId).locator('header')).not.toContainText('VB');
  const text = await everything(page);
  for (const value of Object.values(SECRETS)) for (const spelling of spellings(value)) expect(text).not.toContain(spelling);
  const [data] = await page.locator('head script[type="application/ld+json"]').allTextContents();
  expect(JSON.parse(data).offers.price).toBeUndefined();
});
