// The main job once, from a link on somebody else's page to an inquiry that arrived (issue 2).
import { expect, test } from '../harness/test';
import { Widget } from '../harness/widget';

test('a visitor finds a car among the dealer\'s and asks about it', async ({ host, page, context, sandbox }) => {
  const at = '/fahrzeuge?search=winterreifen&page_id=17&s=x%20y#hash';
  await page.addInitScript(() => Object.assign(window, { steps: history.length }));
  const widget = await host.open({ at });
  expect(new URL(host.assets.origin).origin).not.toBe(host.site.origin);

  await test.step('the cards stand, and the page\'s URL is untouched', async () => {
    await widget.shows(await sandbox.list());
    expect(page.url()).toBe(host.site.origin + at);
    expect(await page.evaluate(() => history.length - (window as never as { steps: number }).steps)).toBe(0);
  });

  await test.step('two facets with two values each list (a or b) and (c or d)', async () => {
    await widget.toggle('fuelType', 'diesel', 'electric');
    await widget.toggle('conditionType', 'used', 'demonstration');
    const wanted = { fuelType: ['diesel', 'electric'], conditionType: ['used', 'demonstration'] };
    const total = await sandbox.count(wanted);
    expect(total).toBeGreaterThan(24);
    await expect(widget.total).toHaveAttribute('data-total', String(total));
    await expect(widget.chips).toHaveCount(4);
    const url = new URL(page.url());
    expect(url.search).toMatch(/^\?search=winterreifen&page_id=17&s=x%20y&cars/);
    expect(url.hash).toBe('#hash');
  });

  const ids = await widget.ids();
  const total = await widget.total.getAttribute('data-total');

  await test.step('the URL shows the same in a new tab', async () => {
    const tab = await context.newPage();
    await tab.goto(page.url());
    const there = new Widget(tab);
    await expect(there.total).toHaveAttribute('data-total', total ?? '');
    await expect.poll(() => there.ids()).toEqual(ids);
    await expect(there.facet('fuelType', 'electric')).toBeChecked();
    await tab.close();
  });

  const chosen = ids[13];
  await test.step('Back from a car leads to the same list at the same place', async () => {
    await widget.card(chosen).scrollIntoViewIfNeeded();
    await widget.card(chosen).getByRole('link').focus();
    const place = await page.evaluate(() => scrollY);
    expect(place).toBeGreaterThan(200);
    await widget.open(chosen);
    await page.goBack();
    await expect(widget.cards.first()).toBeVisible();
    expect(await widget.ids()).toEqual(ids);
    await expect.poll(() => page.evaluate(() => Math.round(scrollY))).toBe(Math.round(place));
    await expect(widget.total).toHaveAttribute('data-total', total ?? '');
  });

  await test.step('in English', async () => {
    await widget.root.getByRole('button', { name: 'English' }).click();
    await expect(widget.total).toContainText(/vehicles/);
    await expect(widget.facet('conditionType', 'used')).toBeChecked();
    await expect(widget.root.getByRole('checkbox', { name: 'Used' })).toBeChecked();
    expect(await widget.ids()).toEqual(ids);
  });

  await test.step('an inquiry arrives', async () => {
    await widget.open(chosen);
    const form = widget.inquiry;
    await form.getByLabel('Last name').fill('Müller-Lüdenscheidt');
    await form.getByLabel('First name').fill('Zoë');
    await form.getByLabel('E-mail').fill('zoe@example.com');
    await form.getByLabel('Your message').fill('Is the trailer hitch removable?\nRegards "Z" & <b>');
    await form.getByRole('button', { name: 'Send inquiry' }).click();
    await expect(widget.root.getByText(/Thank you/)).toBeVisible();

    const arrived = (await sandbox.opportunities()).filter((one) => one.sellingId === chosen);
    expect(arrived).toHaveLength(1);
    expect(arrived[0]).toMatchObject({ sourceType: 6, customer: { lastName: 'Müller-Lüdenscheidt', firstName: 'Zoë', email: 'zoe@example.com' } });
    expect(arrived[0].requestText).toContain('Is the trailer hitch removable?\nRegards "Z" & <b>');
    await expect(widget.root.getByText(`Your reference number: ${arrived[0].opportunityId}`)).toBeVisible();
  });

  await test.step('the host\'s links do what the host meant', async () => {
    await page.getByRole('link', { name: 'Werkstatt' }).click();
    await expect(page).toHaveURL(`${host.site.origin}/werkstatt?von=fahrzeuge`);
    await expect(page.getByRole('heading', { name: '/werkstatt' })).toBeVisible();
  });
});
