// Order, pages and their size.
import { expect, test } from '../harness/test';

test('every documented order can be chosen, in words', async ({ host, page, sandbox }) => {
  const widget = await host.open();
  await widget.ready();
  const options = widget.sort.locator('option');
  await expect(options).toHaveCount(78);
  const said = await options.evaluateAll((all) => all.map((option) => [option.getAttribute('value'), option.textContent]));
  // No column's own name is a word that people use.
  for (const [value, words] of said) expect(words, value ?? '').not.toMatch(/[a-z][A-Z]|^\s*$/);
  for (const [label, field, dir] of [
    ['Preis absteigend', 'price', 'desc'],
    ['Erstzulassung, älteste zuerst', 'firstRegistration', 'asc'],
    ['Marke Z–A', 'makeName', 'desc'],
    ['Metallic: ja zuerst', 'isMetallicColor', 'desc'],
    ['Hubraum absteigend', 'cubicCapacity', 'desc'],
  ]) {
    await widget.sort.selectOption({ label });
    await widget.shows(await sandbox.list({}, 24, { 'order[field]': field, 'order[dir]': dir }));
    expect(new URL(page.url()).searchParams.get('cars[order][field]')).toBe(field);
  }
});

test('a link may ask for any order', async ({ host, sandbox }) => {
  const widget = await host.open({ at: '/fahrzeuge?cars[order][field]=seatCount&cars[order][dir]=desc' });
  await widget.shows(await sandbox.list({}, 24, { 'order[field]': 'seatCount', 'order[dir]': 'desc' }));
  await expect(widget.sort).toHaveValue('seatCount desc');
});

test('the size of a page is a choice, and the last page is a link', async ({ host, page, sandbox }) => {
  const widget = await host.open();
  await widget.ready();
  await widget.root.getByRole('combobox', { name: 'Fahrzeuge pro Seite' }).selectOption('48');
  const { total, vehicles } = await sandbox.list({}, 48);
  await widget.shows({ total, vehicles });
  expect(new URL(page.url()).search).toBe('?cars%5Blimit%5D=48');
  const last = Math.ceil(total / 48);
  await widget.root.getByRole('link', { name: `Seite ${last}` }).click();
  await expect(widget.cards).toHaveCount(total - (last - 1) * 48);
  await expect(widget.next).toHaveCount(0);
  await expect(widget.root.getByRole('link', { name: 'Zurück', exact: true })).toBeVisible();
});

test('a page that no longer exists says so and leads to the first one', async ({ host, sandbox }) => {
  const widget = await host.open({ at: '/fahrzeuge?cars[offset]=100000' });
  await widget.root.getByRole('link', { name: 'Zur ersten Seite' }).click();
  await widget.shows(await sandbox.list());
});
