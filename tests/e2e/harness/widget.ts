// The widget as a visitor and the documented hooks see it (README, "Hooks").
import { expect, type Locator, type Page } from '@playwright/test';

export class Widget {
  readonly root: Locator;

  constructor(
    readonly page: Page,
    selector = 'autengo-vehicles',
  ) {
    this.root = page.locator(selector);
  }

  get cards(): Locator {
    return this.root.locator('[data-vehicle]');
  }

  get total(): Locator {
    return this.root.locator('[data-total]');
  }

  get search(): Locator {
    return this.root.locator('[data-search]');
  }

  get sort(): Locator {
    return this.root.locator('[data-sort]');
  }

  get next(): Locator {
    return this.root.locator('[data-next]');
  }

  get chips(): Locator {
    return this.root.locator('[data-chip]');
  }

  get inquiry(): Locator {
    return this.root.locator('form[data-inquiry]');
  }

  /** What stands in the place of a list that cannot be had. */
  get failure(): Locator {
    return this.root.getByRole('alert').filter({ has: this.page.getByRole('heading') });
  }

  facet(column: string, value: string): Locator {
    return this.root.locator(`[data-facet="${column}:${value}"]`);
  }

  detail(sellingId: string): Locator {
    return this.root.locator(`[data-detail="${sellingId}"]`);
  }

  card(sellingId: string): Locator {
    return this.root.locator(`[data-vehicle="${sellingId}"]`);
  }

  /** The cards' ids in their order. */
  ids(): Promise<string[]> {
    return this.cards.evaluateAll((cards) => cards.map((card) => card.getAttribute('data-vehicle') ?? ''));
  }

  /** Waits until exactly these vehicles are listed. */
  async shows({ total, vehicles }: { total: number; vehicles: { sellingId: string }[] }): Promise<void> {
    await expect(this.total).toHaveAttribute('data-total', String(total));
    await expect.poll(() => this.ids()).toEqual(vehicles.map(({ sellingId }) => sellingId));
  }

  /** Waits for the first list. */
  async ready(): Promise<void> {
    await expect(this.cards.first()).toBeVisible();
    await expect(this.total).toHaveAttribute('data-total', /^\d+$/);
  }

  /** Ticks or unticks values and waits for the URL that says so. */
  async toggle(column: string, ...values: string[]): Promise<void> {
    for (const value of values) {
      const before = this.page.url();
      await this.facet(column, value).click();
      await expect.poll(() => this.page.url()).not.toBe(before);
    }
  }

  /** Opens a card as a visitor does, and waits for the vehicle. */
  async open(sellingId: string): Promise<void> {
    await this.card(sellingId).getByRole('link').click();
    await expect(this.detail(sellingId)).toBeVisible();
  }

  /** Waits until nothing in the widget says that it is busy. */
  async idle(): Promise<void> {
    await expect(this.root.locator('[aria-busy="true"]')).toHaveCount(0);
  }
}
