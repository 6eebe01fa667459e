// How it looks where others decide: narrow columns, fingers, paper, and pages that are built otherwise.
import type { Page } from '@playwright/test';
import { expect, test, type Host } from '../harness/test';
import { translate } from '../harness/translator';
import type { Widget } from '../harness/widget';

/** A page without the frame of the others: of another kind, or in another direction. */
async function bare(host: Host, page: Page, html: (widget: string) => string, at = '/fahrzeuge'): Promise<void> {
  host.put(at, html(`${host.loader}${host.element()}`));
  await page.goto(host.site.origin + at);
}

test('the filters stay within their column, whatever is chosen', async ({ host, page }) => {
  const chosen = Array.from({ length: 6 }, (_, at) => `cars[or][vehicleTypeId][]=${at + 1}`).join('&');
  const widget = await host.open({ at: `/fahrzeuge?${chosen}` });
  await expect(widget.chips.first()).toBeVisible();
  await expect(widget.facet('fuelType', 'diesel')).toBeAttached();
  for (const width of [1280, 1024, 768, 375]) {
    await page.setViewportSize({ width, height: 900 });
    const opener = widget.root.getByRole('button', { name: /^Filter/ });
    if (await opener.isVisible()) await opener.click();
    // Closed, a part says what is chosen in it.
    await widget.root.locator('details').evaluateAll((parts) => parts.forEach((part) => part.removeAttribute('open')));
    await widget.root.locator('.fold__summary').evaluateAll((all) => all.forEach((it) => (it.textContent ||= 'Donaudampfschifffahrtsgesellschaftskapitänswagen, SUV/Geländewagen/Pickup')));
    const { column, widest, page: sideways } = await widget.root.evaluate(({ shadowRoot }) => {
      const filters = shadowRoot!.querySelector('dialog')!.getBoundingClientRect();
      const parts = [...shadowRoot!.querySelectorAll('.fold, .fold__title, .fold__summary')].map((it) => it.getBoundingClientRect().right);
      return { column: filters.right, widest: Math.max(...parts), page: document.documentElement.scrollWidth - innerWidth };
    });
    // A fold's rim is wider than the column, by its focus ring.
    expect(widest - column, `at ${width}`).toBeLessThanOrEqual(6);
    expect(sideways, `at ${width}`).toBeLessThanOrEqual(0);
    await page.keyboard.press('Escape');
  }
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test('no field is so small that a phone zooms the page', async ({ host, sandbox }) => {
    const { vehicles } = await sandbox.list();
    const head = '<style>html { font-size: 10px } body { font: 10px sans-serif }</style>';
    const sizes = (widget: Widget) => widget.root.locator('input:not([type=checkbox]), select, textarea').evaluateAll((fields) => fields.map((field) => Number.parseFloat(getComputedStyle(field).fontSize)));
    const list = await host.open({ head });
    await expect(list.root.locator('summary').first()).toBeAttached();
    // Where the filters are a drawer, a fold's fields are made when it is opened.
    await list.root.locator('summary').evaluateAll((folds) => folds.forEach((fold) => (fold as HTMLElement).click()));
    await expect(list.root.locator('[data-km="von"]')).toBeAttached();
    expect(Math.min(...(await sizes(list)))).toBeGreaterThanOrEqual(16);
    const vehicle = await host.open({ head, at: `/fahrzeuge?cars[vehicle]=${vehicles[0].sellingId}` });
    await expect(vehicle.inquiry).toBeAttached();
    expect(Math.min(...(await sizes(vehicle)))).toBeGreaterThanOrEqual(16);
  });
});

test('the browser prints all of a vehicle, our button one sheet', async ({ host, page, sandbox }) => {
  const { vehicles } = await sandbox.list({ conditionType: 'new', fuelType: 'gasoline' }, 50);
  const longest = vehicles.filter((it) => it.energieCostTax !== undefined).sort((a, b) => JSON.stringify(b).length - JSON.stringify(a).length)[0];
  const widget = await host.open({ at: `/fahrzeuge?cars[vehicle]=${longest.sellingId}` });
  await expect(widget.detail(longest.sellingId)).toBeVisible();
  await expect(widget.root.locator('.group, .description').last()).toBeAttached();
  await page.waitForLoadState('networkidle');
  await page.setViewportSize({ width: 718, height: 1000 });
  await page.emulateMedia({ media: 'print' });
  const cutOff = () =>
    widget.root.evaluate(({ shadowRoot }) => {
      const boxes = [...shadowRoot!.querySelectorAll('.detail, .detail__data')];
      return boxes.some((box) => getComputedStyle(box).overflowY === 'hidden');
    });
  expect(await cutOff()).toBe(false);
  for (const part of await widget.root.locator('.detail__data > *').all()) await expect(part).toBeVisible();
  const { bottom, last } = await widget.root.evaluate(({ shadowRoot }) => {
    const low = (it: Element) => it.getBoundingClientRect().bottom;
    return { bottom: low(shadowRoot!.querySelector('.detail')!), last: Math.max(...[...shadowRoot!.querySelectorAll('.detail__data *, .label')].map(low)) };
  });
  expect(last).toBeLessThanOrEqual(bottom + 1);
  await page.emulateMedia({ media: null });
  await page.evaluate(() => Object.assign(window, { print: () => {} }));
  await widget.root.getByRole('button', { name: 'Drucken' }).click();
  await page.emulateMedia({ media: 'print' });
  expect(await cutOff()).toBe(true);
});

test('a page that has properties of our names changes nothing', async ({ host, page }) => {
  const looks = (widget: Widget) =>
    widget.root.evaluate(({ shadowRoot }) =>
      ['.card', '.card__price', '.card__link', '[data-next]', '[data-search]', '.badge'].map((it) => {
        const found = shadowRoot!.querySelector(it);
        if (!found) return it;
        const { color, backgroundColor, borderColor, padding, fontSize, borderRadius } = getComputedStyle(found);
        return [it, color, backgroundColor, borderColor, padding, fontSize, borderRadius].join(' | ');
      }),
    );
  const plain = await host.open();
  await plain.ready();
  await expect(plain.next).toBeVisible();
  const before = await looks(plain);
  const names = ['accent', 'accent-ink', 'on-accent', 'radius', 'quiet', 'line', 'edge', 'soft', 'surface', 'focus', 'control', 'row', 'text-s', 'text-l', 'space-2', 'space-3', 'space-4'];
  const registered = names.map((name) => `@property --${name} { syntax: '*'; inherits: false }`).join('\n');
  const hostile = await host.open({ head: `<style>${registered} * { ${names.map((name) => `--${name}: red !important`).join(';')} }</style>` });
  await hostile.ready();
  await expect(hostile.next).toBeVisible();
  expect(await looks(hostile)).toEqual(before);
  void page;
});

test('a page without a doctype has the label black on white', async ({ host, page, sandbox }) => {
  const { vehicles } = await sandbox.list({ conditionType: 'new', fuelType: 'gasoline' }, 50);
  const labelled = vehicles.find((it) => it.energieCostTax !== undefined && it.emissionsCombinedCo2Class !== undefined && it.co2EmissionCombined !== undefined)!;
  const at = `/fahrzeuge?cars[vehicle]=${labelled.sellingId}`;
  await bare(host, page, (widget) => `<html lang="de"><body text="white" bgcolor="black" style="color: white; background: black; text-align: center; font-size: 20px">${widget}`, at);
  expect(await page.evaluate(() => document.compatMode)).toBe('BackCompat');
  const label = page.locator('autengo-vehicles [data-label]');
  await expect(label).toBeVisible();
  const colours = await label.locator('table, th, td, dt, dd, p').evaluateAll((all) => all.map((it) => getComputedStyle(it).color));
  expect(new Set(colours)).toEqual(new Set(['rgb(0, 0, 0)']));
});

test('on a page from right to left it reads from left to right, and its pictures turn', async ({ host, page, sandbox }) => {
  const { vehicles } = await sandbox.list();
  await bare(host, page, (widget) => `<!doctype html><html lang="de" dir="rtl"><body>${widget}`, `/fahrzeuge?cars[vehicle]=${vehicles[0].sellingId}`);
  const gallery = page.locator('autengo-vehicles').getByRole('figure', { name: 'Bilder' });
  await expect(gallery.getByRole('button', { name: /^Bild 3/ })).toBeVisible();
  await expect(gallery).toHaveCSS('direction', 'ltr');
  await gallery.getByRole('button', { name: 'Nächstes Bild' }).first().click();
  await expect(gallery.locator('.gallery__main .gallery__place')).toHaveText(/^2 \//);
  const strip = gallery.getByRole('list').first();
  await expect.poll(() => strip.evaluate((strip) => Math.round(strip.scrollLeft / strip.clientWidth))).toBe(1);
  await strip.evaluate((strip) => strip.scrollTo({ left: strip.clientWidth * 2 }));
  await expect(gallery.locator('.gallery__main .gallery__place')).toHaveText(/^3 \//);
});

test('whatever a translator does, a card shows one car', async ({ host, page, sandbox }) => {
  const widget = await host.open();
  await widget.ready();
  await expect(widget.facet('fuelType', 'diesel')).toBeVisible();
  await translate(page);
  await widget.toggle('fuelType', 'diesel');
  const list = await sandbox.list({ fuelType: 'diesel' });
  await widget.shows(list);
  const cards = await widget.cards.evaluateAll((cards) =>
    cards.map((card) => ({ id: card.getAttribute('data-vehicle'), title: card.querySelector('.card__title')!.textContent, price: card.querySelector('.card__price')!.textContent, href: card.querySelector('a')!.getAttribute('href') })),
  );
  const euros = new Intl.NumberFormat('de-DE');
  cards.forEach(({ id, title, price, href }, at) => {
    const { sellingId, makeName, modelName, priceYard } = list.vehicles[at];
    expect(id).toBe(sellingId);
    expect(href).toContain(sellingId);
    if (title!.includes('Neufahrzeug')) return;
    expect(title).toContain(String(modelName ?? makeName));
    if (typeof priceYard === 'number') expect(price).toContain(euros.format(priceYard));
  });
  // Nor do the filters say what was true before.
  await expect(widget.chips).toHaveText([/^\s*Diesel\s*$/]);
});
