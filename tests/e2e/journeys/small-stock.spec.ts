// A stock of at most `local-up-to` vehicles is loaded once, and then searched without a request.
import { expect, test as base } from '../harness/test';
import { Sandbox } from '../harness/sandbox';
import { Requests } from '../harness/requests';

const test = base.extend<object, { small: Sandbox }>({
  small: [
    async ({}, use) => {
      const small = await Sandbox.start('--vehicles', '260');
      await use(small);
      await small.close();
    },
    { scope: 'worker' },
  ],
});

test('facets, ranges, order and pages ask nothing once the stock is there', async ({ host, page, small }) => {
  const asked = new Requests(page, small.api);
  const all = await small.list();
  const widget = await host.open({ with: { 'api-base': small.api } });
  await widget.shows(all);
  await expect.poll(() => asked.whole.length).toBe(Math.ceil(all.total / 100));
  await asked.idle();
  const before = asked.urls.length;

  await widget.toggle('fuelType', 'diesel', 'electric');
  await widget.shows(await small.any('fuelType', ['diesel', 'electric']));
  await widget.toggle('fuelType', 'electric');
  await widget.toggle('transmissionType', 'automatic');
  const narrowed = { fuelType: 'diesel', transmissionType: 'automatic' };
  await widget.shows(await small.list(narrowed));
  await widget.sort.selectOption({ label: 'Kilometerstand aufsteigend' });
  await widget.shows(await small.list(narrowed, 24, { 'order[field]': 'kilometers', 'order[dir]': 'asc' }));
  const makes = await small.makes();
  const bmw = String(makes.find(({ makeName }) => makeName === 'BMW')?.makeId);
  await widget.toggle('makeId', bmw);
  await widget.shows(await small.list({ ...narrowed, makeId: bmw }, 24, { 'order[field]': 'kilometers', 'order[dir]': 'asc' }));
  await page.goBack();
  await page.goBack();
  await page.goBack();
  await widget.shows(await small.list({ fuelType: ['diesel'] }, 24));
  // The names of the chosen make's models are no vehicles.
  expect(asked.urls.slice(before).map(({ pathname }) => pathname)).toEqual([`/v3/vehicle/reference/make/${bmw}/model`]);
});

test('no car is pictured by another one, not for a frame', async ({ host, page, small }) => {
  const asked = new Requests(page, small.api);
  const photos = `${small.origin}/media/{sellingId}/{n}.svg`;
  const widget = await host.open({ with: { 'api-base': small.api, 'photo-url': photos } });
  await expect.poll(() => asked.whole.length).toBeGreaterThan(1);
  await asked.idle();
  const watched = await widget.root.evaluateHandle((element) => {
    const watched = { frames: 0, wrong: [] as string[] };
    const look = () => {
      watched.frames += 1;
      for (const card of element.shadowRoot?.querySelectorAll('[data-vehicle]') ?? []) {
        const [id, picture] = [card.getAttribute('data-vehicle'), card.querySelector('img')];
        if (picture && getComputedStyle(picture).visibility === 'visible' && !picture.src.includes(`/${id}/`)) {
          watched.wrong.push(`${id}: ${picture.src}`);
        }
      }
      requestAnimationFrame(look);
    };
    look();
    return watched;
  });
  const first = widget.cards.first();
  const card = await first.elementHandle();
  await widget.toggle('fuelType', 'diesel');
  await widget.toggle('transmissionType', 'automatic');
  const list = await small.list({ fuelType: 'diesel', transmissionType: 'automatic' });
  await widget.shows(list);
  await expect(widget.root.locator('img[data-old]')).toHaveCount(0);
  const { frames, wrong } = await watched.jsonValue();
  expect(wrong).toEqual([]);
  expect(frames).toBeGreaterThan(2);
  // The card was there before, and says now what is listed first.
  expect(await card?.getAttribute('data-vehicle')).toBe(list.vehicles[0].sellingId);
  await expect(first.locator('img')).toHaveJSProperty('complete', true);
  expect(await first.locator('img').evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
});

test('what vehicles do not tell is asked for', async ({ host, page, small }) => {
  const asked = new Requests(page, small.api);
  const widget = await host.open({ with: { 'api-base': small.api } });
  await widget.shows(await small.list());
  await expect.poll(() => asked.whole.length).toBeGreaterThan(1);
  await asked.idle();
  const field = widget.root.locator('[data-range="price:<="]');
  await field.fill('20000');
  await field.press('Enter');
  await widget.shows(await small.list({ price: '<=|20000' }));
  await widget.search.fill('golf');
  await widget.shows(await small.list({ price: '<=|20000' }, 24, { search: 'golf' }));
});

test('a stock that is larger than allowed is left to the server', async ({ host, page, small }) => {
  const asked = new Requests(page, small.api);
  const widget = await host.open({ with: { 'api-base': small.api, 'local-up-to': '100' } });
  await widget.shows(await small.list());
  await asked.idle();
  await widget.toggle('fuelType', 'diesel');
  await widget.shows(await small.list({ fuelType: 'diesel' }));
  expect(asked.whole).toEqual([]);
});

test('visitors who save data are left alone', async ({ host, page, small }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
  const asked = new Requests(page, small.api);
  const widget = await host.open({ with: { 'api-base': small.api } });
  await widget.shows(await small.list());
  await asked.idle();
  expect(asked.whole).toEqual([]);
});

test('the stock comes without idle callbacks, too, and in the other language anew', async ({ host, page, small }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'requestIdleCallback'));
  const asked = new Requests(page, small.api);
  const widget = await host.open({ with: { 'api-base': small.api } });
  await widget.shows(await small.list());
  await expect.poll(() => asked.whole.length).toBe(3);
  await widget.root.getByRole('button', { name: 'English' }).click();
  await expect.poll(() => asked.whole.length).toBe(6);
  await asked.idle();
  const before = asked.urls.length;
  await widget.toggle('fuelType', 'diesel');
  await widget.shows(await small.list({ fuelType: 'diesel' }));
  await expect(widget.cards.first()).toContainText('Diesel');
  expect(asked.urls.slice(before)).toEqual([]);
});
