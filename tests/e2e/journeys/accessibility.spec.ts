// What axe finds, in both themes, and the ways of those who use no mouse.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../harness/test';

/** `within` is a part of the widget: what a modal dialog covers is out of reach, and not looked at. */
async function hasNoViolations(page: Page, within?: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .include(within ? { fromShadowDom: ['autengo-vehicles', within] } : 'autengo-vehicles')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const found = violations.flatMap(({ id, help, nodes }) => nodes.slice(0, 3).map(({ target, failureSummary }) => `${id}: ${help}\n${JSON.stringify(target)}\n${failureSummary}`));
  expect(found).toEqual([]);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    // A dark page: the widget takes the host's text colour, and with theme=auto the visitor's scheme.
    const head = '<style>:root { color-scheme: light dark } body { font: 16px/1.5 sans-serif; color: light-dark(#222, #eee); background: light-dark(#fff, #121212) }</style>';

    test('list and filters', async ({ host, page, sandbox }) => {
      const widget = await host.open({ head });
      await widget.shows(await sandbox.list());
      await widget.idle();
      await hasNoViolations(page);
      await widget.toggle('fuelType', 'diesel');
      await widget.shows(await sandbox.list({ fuelType: 'diesel' }));
      await widget.idle();
      await hasNoViolations(page);
    });

    test('filters on a phone', async ({ host, page }) => {
      await page.setViewportSize({ width: 375, height: 720 });
      const widget = await host.open({ head });
      await widget.ready();
      await widget.idle();
      await hasNoViolations(page);
      await widget.root.getByRole('button', { name: /^Filter/ }).click();
      await expect(widget.root.getByRole('dialog')).toBeVisible();
      // While the drawer comes in, its words are paler.
      await widget.root.evaluate((element) => {
        const animations = element.shadowRoot?.getAnimations() ?? [];
        const ending = animations.filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity);
        return Promise.all(ending.map(({ finished }) => finished));
      });
      await hasNoViolations(page, 'dialog');
    });

    test('detail and form', async ({ host, page }) => {
      const widget = await host.open({ head });
      await widget.ready();
      const [id] = await widget.ids();
      await widget.open(id);
      await widget.idle();
      await hasNoViolations(page);
      await widget.inquiry.getByRole('button', { name: 'Anfrage senden' }).click();
      await expect(widget.inquiry.locator('[aria-invalid="true"]').first()).toBeVisible();
      await hasNoViolations(page);
    });
  });
}

test.describe('failure and emptiness', () => {
  test.use({ mayComplain: true });

  test('are read out', async ({ host, page, sandbox }) => {
    const widget = await host.open({ with: { 'api-base': sandbox.failing('401') } });
    await expect(widget.failure).toBeVisible();
    await hasNoViolations(page);
    await host.open({ at: '/fahrzeuge?cars[search]=gibtesnichtimbestand' });
    await expect(widget.root.getByText('Keine passenden Fahrzeuge')).toBeVisible();
    await hasNoViolations(page);
  });
});

test('the keyboard alone finds a car and comes back', async ({ host, page }) => {
  const widget = await host.open();
  await widget.ready();
  await widget.facet('fuelType', 'diesel').focus();
  await page.keyboard.press('Space');
  await expect(widget.facet('fuelType', 'diesel')).toBeChecked();
  await expect(widget.facet('fuelType', 'diesel')).toBeFocused();
  await expect(widget.chips).toHaveCount(1);
  await widget.idle();
  const link = widget.cards.nth(2).getByRole('link');
  await link.focus();
  const [, , id] = await widget.ids();
  await page.keyboard.press('Enter');
  await expect(widget.detail(id)).toBeVisible();
  await expect(widget.detail(id).getByRole('heading', { level: 2 })).toBeFocused();
  await page.goBack();
  await expect(widget.card(id).getByRole('link')).toBeFocused();
});

test('the filters on a phone are a dialog that Escape closes', async ({ host, page, sandbox }) => {
  await page.setViewportSize({ width: 375, height: 720 });
  const widget = await host.open();
  await widget.ready();
  const opener = widget.root.getByRole('button', { name: /^Filter/ });
  await opener.click();
  const dialog = widget.root.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await dialog.locator('summary', { hasText: 'Kraftstoff' }).click();
  await dialog.locator('[data-facet="fuelType:diesel"]').click();
  const { total } = await sandbox.list({ fuelType: 'diesel' });
  await expect(widget.total).toHaveAttribute('data-total', String(total));
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
});
