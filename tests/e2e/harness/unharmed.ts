// What a guest must leave alone on the host's page.
import { expect, type Page } from '@playwright/test';

/** Styles of the host's own, by which a leak would show. */
export const OWN_STYLES = `<style>
  .own { color: rgb(0, 128, 0); margin: 7px; font: italic 21px/2 serif; }
  main { display: block; padding: 11px; }
</style>`;

/** The page's URL, title, styles and links are as the host made them. */
export async function unharmed(page: Page, url: string): Promise<void> {
  expect(page.url()).toBe(url);
  expect(await page.title()).toBe('Autohaus Beispiel');
  const own = page.locator('.own');
  await expect(own).toHaveCSS('color', 'rgb(0, 128, 0)');
  await expect(own).toHaveCSS('margin', '7px');
  await expect(own).toHaveCSS('font', 'italic 21px / 42px serif');
  await expect(page.locator('main')).toHaveCSS('padding', '11px');
  expect(await page.locator('style, link[rel=stylesheet]').count()).toBe(1);
  expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
  await page.getByRole('link', { name: 'Kontakt' }).click();
  expect(new URL(page.url()).hash).toBe('#kontakt');
  await page.goBack();
  await page.getByRole('link', { name: 'Werkstatt' }).click();
  await expect(page.getByRole('heading', { name: '/werkstatt' })).toBeVisible();
}
