// Every column that can be filtered, set in the page as a visitor sets it, against what the sandbox has for it.
import { expect, test } from '../harness/test';
import type { Widget } from '../harness/widget';

/** Values that are chosen together, so that one or the other holds. */
const VALUES: Record<string, string[]> = {
  vehicleState: ['incoming', 'inventory'],
  vehicleTypeId: ['3', '5'],
  climatisationType: ['airConditioning', 'automaticClimateControl2'],
  conditionType: ['used', 'demonstration'],
  pollutionBadge: ['4', '5'],
  colorId: ['1', '7'],
  airbagType: ['driverAirbag', 'driverSideAirbag'],
  interiorType: ['fullLeather', 'alcantara'],
  interiorColorId: ['1', '2'],
  fuelType: ['diesel', 'electric'],
  fuelDetailType: ['superPlus98', 'superE1095'],
  transmissionType: ['manual', 'semiAutomatic'],
  driveType: ['rear', 'all'],
};

/** Both ends as they are typed, and what the API is asked for. */
const RANGES: Record<string, [typed: [string, string], asked: [string, string]]> = {
  created: [['2026-03-01', '2026-09-30'], ['>=|2026-03-01 00:00:00', '<=|2026-09-30 23:59:59']],
  updated: [['2026-03-01', '2026-09-30'], ['>=|2026-03-01 00:00:00', '<=|2026-09-30 23:59:59']],
  firstRegistration: [['2018', '2021'], ['>=|2018-01-01', '<=|2021-12-31']],
  constructionDate: [['2018', '2021'], ['>=|2018-01-01', '<=|2021-12-31']],
  kilometers: [['20.000 km', '60 000'], ['>=|20000', '<=|60000']],
  powerKw: [['150 PS', '184'], ['>=|110', '<=|184']],
  cubicCapacity: [['1400', '2000'], ['>=|1400', '<=|2000']],
  doorCount: [['2', '3'], ['>=|2', '<=|3']],
  seatCount: [['6', '9'], ['>=|6', '<=|9']],
  cylinders: [['5', '6'], ['>=|5', '<=|6']],
  price: [['10.000 €', '20000'], ['>=|10000', '<=|20000']],
  previousOwnerCount: [['2', '3'], ['>=|2', '<=|3']],
};

/** What is worth looking for. */
const SWITCHES: Record<string, string> = {
  isMetallicColor: 'true',
  isDamaged: 'false',
  hadAccidentDamage: 'false',
  isDrivable: 'true',
  hasFullServiceHistory: 'true',
  isPluginHybrid: 'true',
  isE10Enabled: 'true',
};

/** Words that somebody types. */
const WORDS: Record<string, string> = {
  makeName: 'BMW',
  modelName: 'Golf',
  /** Of a vehicle that is there. */
  modelVersion: '',
  trimLine: 'AMG Line',
  modelRange: 'Golf VII',
};

/** Opens the column, with all of its values. */
async function unfold(widget: Widget): Promise<void> {
  const fold = widget.root.locator('details').first();
  await expect(fold).toBeVisible();
  if ((await fold.getAttribute('open')) === null) await fold.locator('summary').click();
  await expect(fold.locator('input').first()).toBeVisible();
  const more = fold.getByRole('button', { name: 'weitere anzeigen' });
  if (await more.isVisible()) await more.click();
}

for (const [column, values] of Object.entries(VALUES)) {
  test(`${column} is filtered by values`, async ({ host, sandbox }) => {
    const widget = await host.open({ with: { facets: column } });
    await widget.ready();
    await unfold(widget);
    await widget.toggle(column, values[0]);
    const one = await sandbox.list({ [column]: values[0] });
    expect(one.total).toBeGreaterThan(0);
    await widget.shows(one);
    await widget.toggle(column, values[1]);
    await widget.shows(await sandbox.any(column, values));
  });
}

for (const [column, [typed, asked]] of Object.entries(RANGES)) {
  test(`${column} is filtered by a range`, async ({ host, sandbox }) => {
    const widget = await host.open({ with: { facets: column } });
    await widget.ready();
    await unfold(widget);
    const list = await sandbox.list({ [column]: asked });
    expect(list.total).toBeGreaterThan(0);
    for (const [at, op] of ['>=', '<='].entries()) {
      const field = widget.root.locator(`[data-range="${column}:${op}"]`);
      await field.fill(typed[at]);
      await field.press('Enter');
    }
    await widget.shows(list);
    await expect(widget.chips).toHaveCount(1);
  });
}

for (const [column, value] of Object.entries(SWITCHES)) {
  test(`${column} is filtered by a switch`, async ({ host, sandbox }) => {
    const widget = await host.open({ with: { facets: column } });
    await widget.ready();
    const list = await sandbox.list({ [column]: value });
    expect(list.total).toBeGreaterThan(0);
    await widget.toggle(column, value);
    await widget.shows(list);
    await expect(widget.root.getByRole('switch')).toBeChecked();
  });
}

for (const [column, word] of Object.entries(WORDS)) {
  test(`${column} is filtered by words`, async ({ host, sandbox }) => {
    const [golf] = (await sandbox.list({ modelName: 'Golf' }, 1)).vehicles;
    const typed = word || String(golf[column]);
    const list = await sandbox.list({ [column]: typed });
    expect(list.total).toBeGreaterThan(0);
    const widget = await host.open({ with: { facets: column } });
    await widget.ready();
    await unfold(widget);
    const field = widget.root.locator(`[data-words="${column}"]`);
    await field.fill(typed);
    await field.press('Enter');
    await widget.shows(list);
    await expect(widget.facet(column, typed)).toBeChecked();
  });
}

test('makes and their models are filtered together', async ({ host, sandbox }) => {
  const makes = await sandbox.makes();
  const id = (name: string) => String(makes.find(({ makeName }) => makeName === name)?.makeId);
  const [bmw, audi] = [id('BMW'), id('Audi')];
  const model = (await sandbox.models(audi)).find(({ modelName }) => modelName === 'A4');
  const widget = await host.open({ with: { facets: 'makeId' } });
  await widget.ready();
  await widget.toggle('makeId', bmw);
  await widget.shows(await sandbox.list({ makeId: bmw }));
  await widget.toggle('makeId', audi);
  await widget.toggle('modelId', String(model?.modelId));
  // BMW of any model, or an Audi A4.
  const narrowed = await sandbox.list({ modelId: String(model?.modelId) });
  expect(narrowed.total).toBeGreaterThan(0);
  const total = (await sandbox.list({ makeId: bmw })).total + narrowed.total;
  await expect(widget.total).toHaveAttribute('data-total', String(total));
});

test('models stand alone where the embedder asks for them alone', async ({ host, sandbox }) => {
  const makes = await sandbox.makes();
  const make = makes.find(({ makeName }) => makeName === 'Volkswagen');
  const golf = (await sandbox.models(String(make?.makeId))).find(({ modelName }) => modelName === 'Golf');
  const list = await sandbox.list({ modelId: String(golf?.modelId) });
  const widget = await host.open({ with: { facets: 'modelId' } });
  await widget.ready();
  await unfold(widget);
  await widget.root.getByRole('searchbox', { name: 'Modell suchen' }).fill('golf');
  await widget.toggle('modelId', String(golf?.modelId));
  await widget.shows(list);
});

test('every documented column has a test here', async ({ sandbox }) => {
  const { paths } = await (await fetch(`${sandbox.origin}/openapi.json`)).json();
  const order = paths['/v3/vehicle'].get.parameters.find(({ name }: { name: string }) => name === 'order');
  const columns: string[] = order.schema.properties.field.enum;
  const tested = [...Object.keys({ ...VALUES, ...RANGES, ...SWITCHES, ...WORDS }), 'makeId', 'modelId'];
  expect(columns).toHaveLength(39);
  expect(tested.sort()).toEqual([...columns].sort());
});
