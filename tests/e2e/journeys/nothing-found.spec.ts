// Where nothing is found, each filter whose absence would help says how many vehicles it would bring.
import { expect, test } from '../harness/test';

test('each filter that stands in the way is a link with the vehicles it would bring', async ({ host, page, sandbox }) => {
  const both = { fuelType: 'electric', cylinders: '>=|4' };
  expect((await sandbox.list(both)).total).toBe(0);
  const widget = await host.open({ at: '/fahrzeuge?cars[or][fuelType][]=electric&cars[and][cylinders][]=>=|4' });
  await expect(widget.root.getByRole('heading', { name: 'Keine passenden Fahrzeuge' })).toBeVisible();
  const help = widget.root.getByRole('list', { name: 'Was helfen würde' }).getByRole('link');
  await expect(help).toHaveCount(2);
  const electric = await sandbox.list({ fuelType: 'electric' });
  const words = electric.total.toLocaleString('de-DE');
  await help.filter({ hasText: `Ohne „Zylinder ab 4“: ${words} Fahrzeuge` }).click();
  await widget.shows(electric);
  await expect(page).toHaveURL(/cars%5Bor%5D%5BfuelType%5D%5B%5D=electric$/);
  await page.goBack();
  await expect(help).toHaveCount(2);
});

test('a filter that alone would not help is not suggested', async ({ host }) => {
  const widget = await host.open({ at: '/fahrzeuge?cars[search]=xyzzy&cars[or][fuelType][]=diesel' });
  await expect(widget.root.getByRole('heading', { name: 'Keine passenden Fahrzeuge' })).toBeVisible();
  const help = widget.root.getByRole('list', { name: 'Was helfen würde' }).getByRole('link');
  await expect(help).toHaveCount(1);
  await expect(help).toContainText('Ohne „Suche: xyzzy“');
});
