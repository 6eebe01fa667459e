// Vehicles as the sandbox has them, but for what a test changes: what no stock has by itself.
import type { Page } from '@playwright/test';
import type { Vehicle } from './sandbox';

/** Changes every vehicle that the API answers with, in lists and alone. */
export async function alter(page: Page, change: (vehicle: Vehicle) => Vehicle): Promise<void> {
  await page.route(/\/v3\/vehicle(\?|\/[^/]+$)/, async (route) => {
    const response = await route.fetch();
    const body = await response.json();
    const altered = Array.isArray(body?.list) ? { ...body, list: body.list.map(change) } : body?.vehicle ? { vehicle: change(body.vehicle) } : body;
    await route.fulfill({ response, json: altered });
  });
}
