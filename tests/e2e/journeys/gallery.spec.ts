// The pictures: swiped, by keys, by thumbnails, full-screen; and what stands in for those missing.
import type { Locator } from '@playwright/test';
import { expect, test } from '../harness/test';
import type { Widget } from '../harness/widget';

const place = (gallery: Locator): Locator => gallery.locator('.gallery__main .gallery__place');

const opened = async (widget: Widget): Promise<Locator> => {
  await widget.ready();
  const [id] = await widget.ids();
  await widget.open(id);
  const gallery = widget.root.getByRole('figure', { name: 'Bilder' });
  await expect(gallery.getByRole('button', { name: /^Bild 2/ })).toBeVisible();
  return gallery;
};

test('pictures are looked at by keys, thumbnails and buttons', async ({ host, page }) => {
  const gallery = await opened(await host.open());
  await expect(place(gallery)).toHaveText(/^1 \/ \d/);
  await gallery.getByRole('list').first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(place(gallery)).toHaveText(/^2 \//);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(place(gallery)).toHaveText(/^1 \//);
  await gallery.getByRole('button', { name: /^Bild 3/ }).click();
  await expect(place(gallery)).toHaveText(/^3 \//);
  await expect(gallery.getByRole('button', { name: /^Bild 3/ })).toHaveAttribute('aria-current', 'true');
  await gallery.getByRole('button', { name: 'Vorheriges Bild' }).click();
  await expect(place(gallery)).toHaveText(/^2 \//);
  // What is looked at is what stands in the strip.
  const strip = gallery.getByRole('list').first();
  await expect.poll(() => strip.evaluate((strip) => Math.round(strip.scrollLeft / strip.clientWidth))).toBe(1);
});

test('a swipe comes to rest on a picture', async ({ host }) => {
  const gallery = await opened(await host.open());
  const strip = gallery.getByRole('list').first();
  await expect(strip).toHaveCSS('scroll-snap-type', 'x mandatory');
  await strip.evaluate((strip) => strip.scrollTo({ left: strip.clientWidth * 1.8 }));
  await expect(place(gallery)).toHaveText(/^3 \//);
});

test('the full screen is a dialog that Escape closes, at the same picture', async ({ host, page }) => {
  const gallery = await opened(await host.open());
  await gallery.getByRole('button', { name: /^Bild 2/ }).click();
  const opener = gallery.getByRole('button', { name: 'Bilder im Vollbild' });
  await opener.click();
  const viewer = gallery.getByRole('dialog', { name: 'Bilder' });
  await expect(viewer).toBeVisible();
  const { width, height } = (await viewer.boundingBox())!;
  expect([width, height]).toEqual([1280, 900]);
  await expect(viewer.locator('.gallery__place')).toHaveText(/^2 \//);
  await page.keyboard.press('ArrowRight');
  await expect(viewer.locator('.gallery__place')).toHaveText(/^3 \//);
  await page.keyboard.press('Escape');
  await expect(viewer).toBeHidden();
  await expect(opener).toBeFocused();
  await expect(place(gallery)).toHaveText(/^3 \//);
  const strip = gallery.getByRole('list').first();
  await expect.poll(() => strip.evaluate((strip) => Math.round(strip.scrollLeft / strip.clientWidth))).toBe(2);
});

test('a car without pictures, or with broken ones, is drawn', async ({ host, page, sandbox }) => {
  const { vehicles: [{ sellingId }] } = await sandbox.list();
  const at = `/fahrzeuge?cars[vehicle]=${sellingId}`;
  await page.route('**/kaputt/*', (route) => route.fulfill({ status: 200, contentType: 'image/jpeg', body: 'kein Bild' }));
  for (const template of [undefined, `${sandbox.origin}/gibt-es-nicht/{n}.jpg`, `${sandbox.origin}/kaputt/{n}.jpg`]) {
    const widget = await host.open({ at, with: { 'photo-url': template } });
    const gallery = widget.root.getByRole('figure', { name: 'Bilder' });
    await expect(gallery.locator('svg.silhouette')).toBeVisible();
    await expect(gallery.locator('img:visible')).toHaveCount(0);
    await expect(gallery.getByRole('button')).toHaveCount(0);
  }
});

test('pictures end where one is missing, and far ones are not loaded', async ({ host, page, sandbox }) => {
  const { vehicles: [{ sellingId }] } = await sandbox.list();
  const asked = new Set<number>();
  await page.route('**/viele/*', async (route) => {
    const n = Number(/(\d+)\.svg/.exec(route.request().url())?.[1]);
    asked.add(n);
    const body = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600"><rect width="800" height="600" fill="hsl(${n * 20} 60% 60%)"/></svg>`;
    await route.fulfill(n <= 25 ? { contentType: 'image/svg+xml', body } : { status: 404, body: '' });
  });
  await page.setViewportSize({ width: 375, height: 720 });
  const widget = await host.open({ at: `/fahrzeuge?cars[vehicle]=${sellingId}`, with: { 'photo-url': `${sandbox.origin}/viele/{n}.svg` } });
  const gallery = widget.root.getByRole('figure', { name: 'Bilder' });
  await expect(gallery.getByRole('button', { name: /^Bild 4/ })).toBeVisible();
  await widget.idle();
  await page.waitForLoadState('networkidle');
  expect(Math.max(...asked)).toBeLessThan(25);
  // Looking on has the next ones tried, until there are no more.
  await gallery.getByRole('list').first().focus();
  const on = async () => {
    await page.keyboard.press('ArrowRight');
    return place(gallery).textContent();
  };
  await expect.poll(on, { intervals: [100] }).toBe('25 / 25');
});
