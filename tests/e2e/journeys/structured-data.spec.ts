// What the page's head says to machines while a car is open, and the page's title.
import { expect, test } from '../harness/test';
import { problems } from '../harness/schema-org';

const SCRIPT = 'head script[type="application/ld+json"]';

test('cars of every kind are described in schema.org\'s words', async ({ host, page, sandbox }) => {
  const described: Record<string, unknown>[] = [];
  for (const and of [{ fuelType: 'gasoline' }, { fuelType: 'electric' }, { fuelType: 'cng' }, { isPluginHybrid: 'true' }, { conditionType: 'used', driveType: 'all' }, { vehicleState: 'incoming' }]) {
    const { vehicles } = await sandbox.list({ ...and } as never, 10);
    for (const { sellingId } of vehicles.slice(0, 2)) {
      const widget = await host.open({ at: `/fahrzeuge?cars[vehicle]=${sellingId}`, with: { 'incomplete-new': 'show' } });
      await expect(widget.detail(sellingId)).toBeVisible();
      await widget.idle();
      described.push(JSON.parse((await page.locator(SCRIPT).textContent())!));
    }
  }
  expect(described).toHaveLength(12);
  expect(await problems('Car', described)).toEqual([]);
  for (const car of described) {
    expect(car).toMatchObject({ '@context': 'https://schema.org', '@type': 'Car', offers: { '@type': 'Offer' } });
    expect(String(car.image)).toMatch(/^http/);
  }
});

test('the validator finds what is wrong', async () => {
  const offer = { '@type': 'Offer', price: 1, priceCurrency: 'EUR', availability: 'https://schema.org/InStock' };
  const car = { '@context': 'https://schema.org', '@type': 'Car', name: 'x', offers: offer };
  expect(await problems('Car', [car])).toEqual([]);
  for (const wrong of [{ ...car, dealerPrice: 1 }, { ...car, '@type': 'Auto' }, { ...car, offers: { ...offer, availability: 'da' } }]) {
    expect((await problems('Car', [wrong])).length).toBeGreaterThan(0);
  }
});

test('head and title follow the car, its language, and its leaving', async ({ host, page, sandbox }) => {
  const [first, second] = (await sandbox.list()).vehicles;
  const widget = await host.open();
  await widget.ready();
  await expect(page.locator(SCRIPT)).toHaveCount(0);
  await widget.open(first.sellingId);
  const data = async () => JSON.parse((await page.locator(SCRIPT).textContent())!);
  expect((await data()).offers.price).toBe(first.priceYard);
  expect(await page.title()).toBe(`${first.makeName} ${first.modelName} – Autohaus Beispiel`);
  const inGerman = (await data()).vehicleTransmission;
  await page.evaluate(() => document.documentElement.setAttribute('lang', 'en'));
  await expect.poll(async () => (await data()).vehicleTransmission).not.toBe(inGerman);
  await page.goBack();
  await expect(page.locator(SCRIPT)).toHaveCount(0);
  expect(await page.title()).toBe('Autohaus Beispiel');
  await widget.open(second.sellingId);
  await expect(page.locator(SCRIPT)).toHaveCount(1);
  await page.evaluate(() => document.querySelector('autengo-vehicles')!.remove());
  await expect(page.locator(SCRIPT)).toHaveCount(0);
  expect(await page.title()).toBe('Autohaus Beispiel');
});

test('both can be turned off', async ({ host, page, sandbox }) => {
  const { vehicles: [{ sellingId }] } = await sandbox.list();
  const widget = await host.open({ at: `/fahrzeuge?cars[vehicle]=${sellingId}`, with: { 'structured-data': 'off', 'page-title': 'off' } });
  await expect(widget.detail(sellingId)).toBeVisible();
  await widget.idle();
  await expect(page.locator(SCRIPT)).toHaveCount(0);
  expect(await page.title()).toBe('Autohaus Beispiel');
});

test('a policy with Trusted Types has nothing against it', async ({ host, page, sandbox }) => {
  const { vehicles: [{ sellingId }] } = await sandbox.list();
  await page.addInitScript(() => {
    const violations: string[] = [];
    Object.assign(window, { violations });
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, sample }) => violations.push(`${effectiveDirective} ${sample}`));
  });
  const policy = `default-src 'none'; script-src ${host.assets.origin} 'wasm-unsafe-eval'; connect-src ${host.assets.origin} ${sandbox.origin}; img-src ${sandbox.origin} data:; require-trusted-types-for 'script'`;
  const widget = await host.open({ at: `/fahrzeuge?cars[vehicle]=${sellingId}`, headers: { 'Content-Security-Policy': policy } });
  await expect(widget.detail(sellingId)).toBeVisible();
  await expect(page.locator(SCRIPT)).toHaveCount(1);
  expect(JSON.parse((await page.locator(SCRIPT).textContent())!)['@type']).toBe('Car');
  await page.evaluate(() => Object.assign(window, { print: () => {} }));
  await widget.root.getByRole('button', { name: 'Drucken' }).click();
  await widget.root.getByRole('button', { name: 'Bilder im Vollbild' }).click();
  await widget.root.locator('.similar').scrollIntoViewIfNeeded();
  expect(await page.evaluate(() => (window as never as { violations: string[] }).violations)).toEqual([]);
});
