// Rules that depend on the day, and words that the law asks the dealer for.
import { alter } from '../harness/altered';
import { expect, test } from '../harness/test';

test('a page that is left open over midnight counts the days of its next list', async ({ host, page }) => {
  // Eight months to the day: new for the last day, and masked, as its data is incomplete.
  await alter(page, (it) => ({ ...it, conditionType: { key: 'used', text: 'Gebraucht' }, kilometers: 20_000, firstRegistration: '2026-03-26', co2EmissionCombined: null, consumptionFuelCombined: null, consumptionPowerCombined: null, consumptionPowerCombinedWeighted: null }));
  await page.clock.setFixedTime(new Date('2026-11-26T23:59:00+01:00'));
  const widget = await host.open({ at: '/fahrzeuge' });
  await expect(widget.root.locator('[data-vehicle][data-incomplete]')).toHaveCount(24);
  await page.clock.setFixedTime(new Date('2026-11-27T00:01:00+01:00'));
  // Masked cards are lower than the room that is kept for them: what a pointer aims at moves.
  await widget.next.press('Enter');
  await expect(page).toHaveURL(/offset/);
  await expect(widget.root.locator('[data-incomplete]')).toHaveCount(0);
  await expect(widget.root.locator('[data-vehicle]')).toHaveCount(24);
});

test('old energy prices, a missing tax from 2031 on and a rate without its warning are told once', async ({ host, page, sandbox, complaints }) => {
  const { vehicles } = await sandbox.list({ fuelType: 'electric' }, 100);
  const needed = ['consumptionPowerCombined', 'emissionsCombinedCo2Class', 'energieCostConsumptionCosts', 'energieCostPowerPrice'];
  const vehicle = vehicles.find((it) => needed.every((name) => it[name] !== undefined))!;
  await alter(page, (it) => ({ ...it, conditionType: { key: 'new', text: 'Neu' }, firstRegistration: null, energieCostTax: null, energieCostConsumptionPriceYear: 2024, description: 'Jetzt für 199 € mtl.' }));
  const at = `/fahrzeuge?cars[vehicle]=${vehicle.sellingId}`;
  await page.clock.setFixedTime(new Date(2026, 8, 30));
  const widget = await host.open({ at });
  const label = widget.detail(vehicle.sellingId).locator('[data-label]');
  await expect(label).toContainText('befristet steuerbefreit');
  await expect(label).toContainText('Jahresdurchschnitt 2024');
  await expect(widget.detail(vehicle.sellingId)).toContainText('Jetzt für 199 € mtl.');
  const told = (words: string): number => complaints.texts.filter((text) => text.includes(`${vehicle.sellingId} `) && text.includes(words)).length;
  expect(told('Achtung! Kreditaufnahme kostet Geld.')).toBe(1);
  expect(told('are binding')).toBe(0);
  await page.clock.setFixedTime(new Date(2026, 9, 1));
  await host.open({ at });
  await expect(label).toContainText('Jahresdurchschnitt 2024');
  expect(told('energy prices of 2024; those of 2025 are binding')).toBe(1);
  await page.clock.setFixedTime(new Date(2031, 0, 1));
  await host.open({ at });
  await expect(widget.detail(vehicle.sellingId)).toBeVisible();
  await expect(label).toHaveCount(0);
  expect(told('needs energieCostTax')).toBe(1);
});
