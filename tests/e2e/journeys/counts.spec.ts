// The number beside each value: the vehicles that choosing it alone in its column would list.
import { expect, test } from '../harness/test';
import { Requests } from '../harness/requests';
import type { Widget } from '../harness/widget';

const beside = (widget: Widget, column: string, value: string) =>
  widget.root.locator('.facet__option', { has: widget.page.locator(`[data-facet="${column}:${value}"]`) }).locator('.facet__count');

const number = (total: number) => total.toLocaleString('de-DE');

test('a column\'s own choice does not shrink its neighbours, all others do', async ({ host, sandbox }) => {
  const widget = await host.open({ with: { facets: 'fuelType conditionType' } });
  await widget.ready();
  await widget.toggle('fuelType', 'diesel');
  await widget.toggle('conditionType', 'used');
  for (const fuel of ['diesel', 'electric', 'gasoline']) {
    const { total } = await sandbox.list({ fuelType: fuel, conditionType: 'used' });
    await expect(beside(widget, 'fuelType', fuel)).toHaveText(number(total));
  }
  for (const condition of ['used', 'new', 'classic']) {
    const { total } = await sandbox.list({ fuelType: 'diesel', conditionType: condition });
    await expect(beside(widget, 'conditionType', condition)).toHaveText(number(total));
  }
});

test('a value without vehicles is shown, and cannot be chosen', async ({ host, sandbox }) => {
  expect((await sandbox.list({ fuelType: 'hydrogen', conditionType: 'classic' })).total).toBe(0);
  const widget = await host.open({ with: { facets: 'fuelType conditionType' } });
  await widget.ready();
  await widget.toggle('conditionType', 'classic');
  await expect(beside(widget, 'fuelType', 'hydrogen')).toHaveText('0');
  await expect(widget.facet('fuelType', 'hydrogen')).toBeDisabled();
  // What is chosen can be taken back whatever its number.
  await expect(widget.facet('conditionType', 'classic')).toBeEnabled();
});

test('no more than the list, its values and makes, and what is on screen is asked for', async ({ host, page, sandbox }) => {
  const asked = new Requests(page, sandbox.api);
  const widget = await host.open({ with: { facets: 'makeId fuelType conditionType colorId' } });
  await widget.ready();
  await expect(widget.facet('fuelType', 'diesel')).toBeVisible();
  await asked.idle();
  // Nobody has used the widget yet: the list, the values and the makes.
  expect(asked.urls).toHaveLength(3);

  await widget.cards.first().hover();
  await expect(beside(widget, 'fuelType', 'diesel')).not.toHaveText('');
  await asked.idle();
  expect(asked.lists).toHaveLength(1);
  expect(asked.of('/vehicle/filter/values')).toHaveLength(1);
  expect(asked.of('/vehicle/reference/make')).toHaveLength(1);
  // Never more counts than leave room for a list and a vehicle.
  expect(asked.most).toBeLessThanOrEqual(4);

  const fold = widget.root.locator('details', { hasText: 'Außenfarbe' });
  const before = asked.urls.length;
  await fold.locator('summary').click();
  const shown = fold.locator('[data-facet]:visible');
  await expect(shown).toHaveCount(10);
  await expect(fold.locator('.facet__count').first()).not.toHaveText('');
  await asked.idle();
  const names = ({ searchParams }: URL) => searchParams.get('and[colorId]');
  const counted = asked.urls.slice(before).filter((url) => names(url) !== null && url.searchParams.has('and[vehicleState]'));
  expect(counted.length).toBeLessThanOrEqual(10);
  expect(new Set(counted.map(names)).size).toBe(counted.length);
});
