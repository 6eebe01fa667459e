// Pkw-EnVKV: what is said of a new car's consumption, and what of one whose data is incomplete.
import type { Locator } from '@playwright/test';
import { alter } from '../harness/altered';
import { expect, test, type Host } from '../harness/test';
import type { Sandbox, Vehicle } from '../harness/sandbox';
import type { Widget } from '../harness/widget';

const open = (host: Host, { sellingId }: Vehicle, lang = 'de'): Promise<Widget> => host.open({ at: `/fahrzeuge?cars[vehicle]=${sellingId}`, lang });

/** A car of that drive about which all is said; few of the rarer ones are new. */
async function complete(sandbox: Sandbox, and: Record<string, string>): Promise<Vehicle> {
  const { vehicles } = await sandbox.list(and, 100);
  const isPlugIn = and.isPluginHybrid === 'true';
  const isElectric = and.fuelType === 'electric';
  const needed = [
    'emissionsCombinedCo2Class', 'energieCostTax', 'energieCostCo2CostsMiddle',
    ...(isElectric ? ['consumptionPowerCombined'] : ['consumptionFuelCombined']),
    ...(isPlugIn ? ['consumptionPowerCombined', 'consumptionPowerCombinedWeighted', 'consumptionFuelCombinedWeighted', 'co2EmissionCombinedWeighted', 'emissionsDischargedCo2Class', 'electricRangePluginHybrid'] : []),
    ...(isElectric || isPlugIn || and.fuelType === 'hydrogen' ? [] : ['co2EmissionCombined']),
  ];
  const found = vehicles.find((vehicle) => needed.every((name) => typeof vehicle[name] === 'number' || typeof vehicle[name] === 'string'));
  if (!found) throw new Error(`no complete new car for ${JSON.stringify(and)}`);
  return found;
}

const asNew = (vehicle: Vehicle): Vehicle => ({ ...vehicle, conditionType: { key: 'new', text: 'Neu' } });

/** Names and values as they stand side by side. */
const rows = (within: Locator): Promise<Record<string, string>> =>
  within.locator('dl > div').evaluateAll((rows) => Object.fromEntries(rows.map((row) => ['dt', 'dd'].map((part) => row.querySelector(part)!.textContent!.replaceAll('\u00a0', ' ')))));

/** The classes that the black arrows point at, column by column. */
const arrows = (label: Locator): Promise<string[][]> =>
  label.locator('tbody tr').evaluateAll((rows) => {
    const columns = rows[0].querySelectorAll('td').length;
    return Array.from({ length: columns }, (_, column) =>
      rows.flatMap((row) => {
        const arrow = row.querySelectorAll('td')[column].textContent;
        return arrow ? [`${row.querySelector('th')!.textContent}${arrow}`] : [];
      }),
    );
  });

const number = (value: unknown, digits: number): string => Number(value).toLocaleString('de-DE', { minimumFractionDigits: digits, maximumFractionDigits: digits });

const DRIVES = [
  { name: 'an engine', and: { fuelType: 'diesel' }, drive: 'Verbrennungsmotor', carrier: ['Kraftstoff', 'Diesel'], unit: 'l/100 km', phases: ['Kraftstoffverbrauch'] },
  { name: 'natural gas', and: { fuelType: 'cng' }, drive: 'Verbrennungsmotor', carrier: ['Kraftstoff', 'komprimiertes Erdgas'], unit: 'kg/100 km', phases: ['Kraftstoffverbrauch'] },
  { name: 'a fuel cell', and: { fuelType: 'hydrogen' }, drive: 'Brennstoffzelle', carrier: ['Anderer Energieträger', 'Wasserstoff'], unit: 'kg/100 km', phases: ['Kraftstoffverbrauch'] },
  { name: 'a battery', and: { fuelType: 'electric' }, drive: 'Elektromotor', carrier: ['Anderer Energieträger', 'Strom'], unit: 'kWh/100 km', phases: ['Stromverbrauch'] },
];

for (const { name, and, drive, carrier, unit, phases } of DRIVES) {
  test(`the label of a car with ${name} says what Anlage 1 asks for`, async ({ host, page, sandbox }) => {
    await alter(page, asNew);
    const vehicle = await complete(sandbox, and as never);
    const widget = await open(host, vehicle);
    const label = widget.detail(vehicle.sellingId).locator('[data-label]');
    await expect(label.getByRole('heading', { name: 'Information über den Energieverbrauch und die CO₂-Emissionen des neuen Pkw' })).toBeVisible();
    const said = await rows(label);
    const field = and.fuelType === 'electric' ? 'consumptionPowerCombined' : 'consumptionFuelCombined';
    const isFree = ['electric', 'hydrogen'].includes(and.fuelType);
    expect(said).toMatchObject({
      Marke: vehicle.makeName,
      Handelsbezeichnung: vehicle.modelName,
      Antriebsart: drive,
      [carrier[0]]: carrier[1],
      'Energieverbrauch kombiniert': `${number(vehicle[field], 1)} ${unit}`,
      'CO₂-Emissionen kombiniert¹': `${number(isFree ? 0 : vehicle.co2EmissionCombined, 0)} g/km`,
    });
    for (const phase of ['kombiniert', 'Innenstadt', 'Stadtrand', 'Landstraße', 'Autobahn']) expect(said[phase]).toMatch(new RegExp(`^\\d+,\\d ${unit}$`));
    await expect(label.locator('.label__phases > p')).toHaveText(phases);
    const ofCar = vehicle.emissionsCombinedCo2Class;
    expect(await arrows(label)).toEqual([[`${ofCar}${ofCar}`]]);
    expect(said['Energiekosten bei 15.000 km Jahresfahrleistung']).toMatch(/ €\/Jahr$/);
    expect(said['Kraftfahrzeugsteuer']).toBe(isFree ? 'befristet steuerbefreit³' : `${number(vehicle.energieCostTax, 0)} €/Jahr`);
    const costs = Object.entries(said).filter(([name]) => name.startsWith('bei einem angenommenen'));
    expect(costs.map(([name]) => /(mittleren|niedrigen|hohen)/.exec(name)?.[0])).toEqual(['mittleren', 'niedrigen', 'hohen']);
    if (isFree) expect(costs.map(([, cost]) => cost)).toEqual(['0 €', '0 €', '0 €']);
    else expect(costs[0][0]).toMatch(/CO₂-Preis von \d+ €\/t$/);
    await expect(label).toContainText('2027 bis 2036');
    // The sentence of the law before 2024.
    await expect(widget.root).not.toContainText('Leitfaden');
  });
}

test('the label of a plug-in hybrid has two arrows, and both kinds of energy', async ({ host, page, sandbox }) => {
  await alter(page, asNew);
  const vehicle = await complete(sandbox, { isPluginHybrid: 'true' });
  const widget = await open(host, vehicle);
  const label = widget.detail(vehicle.sellingId).locator('[data-label]');
  await expect(label).toBeVisible();
  const said = await rows(label);
  expect(said).toMatchObject({
    Antriebsart: 'Plug-in-Hybrid',
    'Anderer Energieträger': 'Strom',
    'Energieverbrauch gewichtet kombiniert': `${number(vehicle.consumptionPowerCombinedWeighted, 1)} kWh/100 km plus ${number(vehicle.consumptionFuelCombinedWeighted, 1)} l/100 km`,
    'CO₂-Emissionen gewichtet kombiniert¹': `${vehicle.co2EmissionCombinedWeighted} g/km`,
    'Elektrische Reichweite (EAER)': `${vehicle.electricRangePluginHybrid} km`,
  });
  const both = [vehicle.emissionsCombinedCo2Class, vehicle.emissionsDischargedCo2Class];
  expect(await arrows(label)).toEqual(both.map((of) => [`${of}${of}`]));
  await expect(label.getByRole('columnheader', { name: 'bei entladener Batterie' })).toBeVisible();
  await expect(label.locator('.label__phases > p')).toHaveText(['Stromverbrauch bei rein elektrischem Betrieb', 'Kraftstoffverbrauch bei entladener Batterie']);
  // Beside the engine's data at the top, too.
  const top = widget.detail(vehicle.sellingId).locator('header');
  await expect(top).toContainText('Kraftstoffverbrauch bei entladener Batterie kombiniert');
  await expect(top).toContainText(`gewichtet kombiniert: ${both[0]}; bei entladener Batterie: ${both[1]}`);
});

test('the label speaks English, and a used car has none', async ({ host, sandbox }) => {
  const vehicle = await complete(sandbox, { fuelType: 'gasoline', conditionType: 'new' });
  const widget = await open(host, vehicle, 'en');
  const label = widget.detail(vehicle.sellingId).locator('[data-label]');
  await expect(label.getByRole('heading', { name: /^Information on the energy consumption/ })).toBeVisible();
  expect(await rows(label)).toMatchObject({ 'Type of drive': 'Combustion engine', Fuel: 'Petrol' });
  const { vehicles } = await sandbox.list({ conditionType: 'used', kilometers: '>|20000', firstRegistration: '<|2025-01-01', fuelType: 'gasoline' }, 50);
  const used = vehicles.find((it) => it.energieCostTax !== undefined && it.co2EmissionCombined !== undefined && it.emissionsCombinedCo2Class !== undefined) ?? vehicles[0];
  await open(host, used, 'en');
  await expect(widget.detail(used.sellingId)).toBeVisible();
  await widget.idle();
  await expect(label).toHaveCount(0);
});

test('a new car with incomplete data is shown with its make only', async ({ host, page, sandbox, complaints }) => {
  const vehicle = await complete(sandbox, { fuelType: 'diesel' });
  await alter(page, (it) => (it.sellingId === vehicle.sellingId ? { ...asNew(it), co2EmissionCombined: null } : it));
  const widget = await open(host, vehicle);
  const detail = widget.detail(vehicle.sellingId);
  await expect(detail).toHaveAttribute('data-incomplete', '');
  await expect(detail.getByRole('heading', { level: 2 })).toHaveText(`${vehicle.makeName} · Neufahrzeug, Angaben auf Anfrage`);
  await expect(detail).not.toContainText(String(vehicle.modelName));
  await expect(detail).not.toContainText('kW');
  await expect(detail.locator('[data-label], .gallery')).toHaveCount(0);
  await expect(widget.inquiry).toBeVisible();
  expect(await page.title()).not.toContain(String(vehicle.modelName));
  await expect(page.locator('head script[type="application/ld+json"]')).toHaveCount(0);
  expect(complaints.texts.join()).toContain(`${vehicle.sellingId} lacks consumption or CO2 data`);
});

test('a class that the CO₂ figure contradicts is shown as it is, and reported', async ({ host, page, sandbox, complaints }) => {
  const vehicle = await complete(sandbox, { fuelType: 'gasoline' });
  await alter(page, (it) => (it.sellingId === vehicle.sellingId ? { ...asNew(it), co2EmissionCombined: 108, emissionsCombinedCo2Class: 'A' } : it));
  const widget = await open(host, vehicle);
  await expect(widget.detail(vehicle.sellingId).locator('header')).toContainText('CO₂-Klasse: A');
  await expect(widget.root.locator('[data-label]')).toBeVisible();
  expect(await arrows(widget.root.locator('[data-label]'))).toEqual([['AA']]);
  expect(complaints.texts.join()).toContain(`${vehicle.sellingId} has CO2 class A, its CO2 figure means C`);
});

test('a label that would say too little is left out, and the webmaster is told why', async ({ host, page, sandbox, complaints }) => {
  const vehicle = await complete(sandbox, { fuelType: 'gasoline' });
  await alter(page, (it) => (it.sellingId === vehicle.sellingId ? { ...asNew(it), energieCostTax: null } : it));
  const widget = await open(host, vehicle);
  const detail = widget.detail(vehicle.sellingId);
  await expect(detail.locator('header')).toContainText('Energieverbrauch kombiniert');
  await expect(detail.getByRole('heading', { name: 'Verbrauch und Emissionen' })).toBeVisible();
  await expect(detail.locator('[data-label]')).toHaveCount(0);
  expect(complaints.texts.join()).toContain('which needs energieCostTax');
});
