// An inquiry, whatever happens while it is written and sent: nothing typed is lost, nothing goes out
// twice without a decision, and what is said of it is true.
import type { Page } from '@playwright/test';
import type { Sandbox } from '../harness/sandbox';
import { expect, test, type Host } from '../harness/test';
import type { Widget } from '../harness/widget';

const POST = '**/v3/opportunity';
const TEXT = 'Hat der Wagen eine abnehmbare Anhängerkupplung?';
const CORS = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': '*' };

/** The first vehicle of the list, open. */
async function open(host: Host, sandbox: Sandbox): Promise<{ widget: Widget; id: string }> {
  const [{ sellingId: id }] = (await sandbox.list()).vehicles;
  const widget = await host.open({ at: `/fahrzeuge?cars%5Bvehicle%5D=${id}`, with: { phone: '030 1234567' } });
  await expect(widget.inquiry).toBeVisible();
  return { widget, id };
}

async function fill(widget: Widget, text = TEXT): Promise<void> {
  await widget.inquiry.getByLabel('Ihre Nachricht').fill(text);
  await widget.inquiry.getByLabel('Nachname').fill('Özdemir');
  await widget.inquiry.getByLabel('E-Mail').fill('jane@doe.example');
}

const send = (widget: Widget) => widget.inquiry.getByRole('button', { name: 'Anfrage senden' }).click();

/** Inquiries with this text. */
const leads = async (sandbox: Sandbox, text: string) => (await sandbox.opportunities()).filter(({ requestText }) => requestText.startsWith(text));

/** Holds every inquiry back until `go` is called. */
async function hold(page: Page): Promise<{ go: () => void; count: () => number }> {
  let [go, count] = [() => {}, 0];
  const gone = new Promise<void>((resolve) => (go = resolve));
  await page.route(POST, async (route) => {
    if (route.request().method() === 'POST') count += 1;
    await gone;
    await route.continue();
  });
  return { go, count: () => count };
}

const speak = (page: Page, lang: string) => page.locator('autengo-vehicles').evaluate((element, lang) => element.setAttribute('lang', lang), lang);

test('a fuller answer that comes while somebody types leaves the words, the focus and the caret', async ({ host, page, sandbox }) => {
  const [{ sellingId }] = (await sandbox.list()).vehicles;
  let answer = () => {};
  const answered = new Promise<void>((resolve) => (answer = resolve));
  await page.route(`**/v3/vehicle/${sellingId}`, async (route) => {
    const response = await route.fetch();
    const { vehicle } = await response.json();
    await answered;
    await route.fulfill({ response, json: { vehicle: { ...vehicle, modelName: 'Voller', equipment: ['Alles'] } } });
  });
  const widget = await host.open();
  await widget.ready();
  await widget.open(sellingId);
  const message = widget.inquiry.getByLabel('Ihre Nachricht');
  await message.fill('');
  await message.pressSequentially('Ist der Wagen');
  answer();
  await expect(widget.root.getByRole('heading', { level: 2, name: /Voller/ })).toBeVisible();
  await page.keyboard.type(' noch zu haben? Ich');
  await page.keyboard.press('ArrowLeft');
  await speak(page, 'en');
  await expect(widget.root.getByRole('heading', { name: 'Ask about this vehicle' })).toBeVisible();
  await widget.idle();
  await page.keyboard.type('!');
  await expect(widget.inquiry.getByLabel('Your message')).toHaveValue('Ist der Wagen noch zu haben? Ic!h');
});

test('a language that is switched while an inquiry is sent, and after, changes the words alone', async ({ host, page, sandbox }) => {
  const { widget } = await open(host, sandbox);
  const posts = await hold(page);
  const text = `${TEXT} Sprache`;
  await fill(widget, text);
  await send(widget);
  await expect(widget.inquiry.getByRole('button', { name: 'Wird gesendet …' })).toBeVisible();
  await speak(page, 'en');
  await expect(widget.inquiry.getByLabel('Your message')).toHaveValue(text);
  await widget.inquiry.getByRole('button', { name: 'Sending …' }).click({ force: true });
  posts.go();
  await expect(widget.root.getByRole('status').filter({ hasText: 'Thank you, your inquiry has arrived.' })).toBeFocused();
  await speak(page, 'de');
  await expect(widget.root.getByText('Danke, Ihre Anfrage ist angekommen.')).toBeVisible();
  expect(posts.count()).toBe(1);
  expect(await leads(sandbox, text)).toHaveLength(1);
});

test('who writes on while an inquiry is sent is not interrupted', async ({ host, page, sandbox }) => {
  const { widget } = await open(host, sandbox);
  const posts = await hold(page);
  const text = `${TEXT} Weiter`;
  await fill(widget, text);
  await send(widget);
  const message = widget.inquiry.getByLabel('Ihre Nachricht');
  await message.fill('');
  await message.pressSequentially('Und hat er ');
  posts.go();
  await expect(widget.root.getByText('Danke, Ihre Anfrage ist angekommen.')).toBeVisible();
  await page.keyboard.type('Winterreifen?');
  await expect(message).toHaveValue('Und hat er Winterreifen?');
  await send(widget);
  await expect.poll(async () => (await leads(sandbox, 'Und hat er Winterreifen?')).length).toBe(1);
  expect(await leads(sandbox, text)).toHaveLength(1);
});

test('what is seen is sent, however it came into the field', async ({ host, page, sandbox }) => {
  const { widget } = await open(host, sandbox);
  const text = `${TEXT} Felder`;
  await fill(widget, text);
  const email = widget.inquiry.getByLabel('E-Mail');
  await email.fill('');
  await email.pressSequentially('max mustermann@example.de');
  await expect(email).toHaveValue('max mustermann@example.de');
  await send(widget);
  await expect(email).toHaveAttribute('aria-invalid', 'true');
  await email.fill('');
  await email.pressSequentially('max@straße.de ');
  await expect(email).toHaveValue('max@straße.de ');
  // Password managers fire `change` alone, or nothing at all.
  await widget.inquiry.getByLabel('Nachname').evaluate((field: HTMLInputElement) => {
    field.value = 'Mustermann';
    field.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await widget.inquiry.getByLabel('Telefon').evaluate((field: HTMLInputElement) => {
    field.value = '030 7654321';
  });
  await send(widget);
  await expect(widget.root.getByText(/Vorgangsnummer/)).toBeVisible();
  const [{ customer, requestText }] = await leads(sandbox, text);
  expect(customer).toEqual({ lastName: 'Mustermann', email: 'max@straße.de', phoneNumber: '030 7654321' });
  expect(requestText).toMatch(/\nReferenz: [2-9A-Z]{6}$/);
  expect(page.url()).not.toContain('mustermann');
});

test('a host that takes the element out in the task of the click loses no inquiry', async ({ host, page, sandbox }) => {
  const { widget } = await open(host, sandbox);
  const text = `${TEXT} Entfernt`;
  await fill(widget, text);
  await page.locator('autengo-vehicles').evaluate((element) => {
    element.shadowRoot?.querySelector<HTMLElement>('form[data-inquiry] [type=submit]')?.click();
    element.remove();
    (globalThis as any).removed = element;
  });
  await expect.poll(async () => (await leads(sandbox, text)).length).toBe(1);
  // What arrived does not come back with the element, who asked does.
  await page.evaluate(() => document.querySelector('main')?.append((globalThis as any).removed));
  await expect(widget.inquiry.getByLabel('Nachname')).toHaveValue('Özdemir');
  await expect(widget.inquiry.getByLabel('Ihre Nachricht')).not.toHaveValue(text);
});

test.describe('an inquiry that is not known to have arrived', () => {
  test.use({ mayComplain: true });

  test('may be there, is sent again by a decision, and is known as the same', async ({ host, page, sandbox, complaints }) => {
    const { widget } = await open(host, sandbox);
    const text = `${TEXT} Verloren`;
    await fill(widget, text);
    let isLost = true;
    await page.route(POST, async (route) => {
      // It arrives, and its answer is lost.
      if (route.request().method() !== 'POST' || !isLost) return route.continue();
      await route.fetch();
      await route.abort('connectionreset');
    });
    await send(widget);
    const alert = widget.inquiry.getByRole('alert');
    await expect(alert).toContainText('möglicherweise schon angekommen');
    await expect(alert.getByRole('link', { name: /030 1234567/ })).toHaveAttribute('href', /^tel:/);
    await expect(widget.root).not.toContainText('nicht gesendet');
    await expect(widget.inquiry.getByLabel('Ihre Nachricht')).toHaveValue(text);
    expect(await leads(sandbox, text)).toHaveLength(1);
    // Neither Enter nor a new start of the instance sends it.
    await widget.inquiry.getByLabel('Nachname').press('Enter');
    await page.locator('autengo-vehicles').evaluate((element) => element.setAttribute('phone', '030 7654321'));
    await expect(alert).toContainText('möglicherweise');
    await expect(alert.getByRole('link', { name: /030 7654321/ })).toBeVisible();
    expect(await leads(sandbox, text)).toHaveLength(1);
    isLost = false;
    await widget.inquiry.getByRole('button', { name: 'Trotzdem noch einmal senden' }).click();
    await expect(widget.root.getByText(/Vorgangsnummer/)).toBeVisible();
    const marks = (await leads(sandbox, text)).map(({ requestText }) => requestText.split('Referenz: ')[1]);
    expect(marks).toEqual([expect.stringMatching(/^[2-9A-Z]{6}$/), `${marks[0]}\n(erneut gesendet)`]);
    expect(complaints.texts.filter((said) => said.includes('inquiry'))).toHaveLength(1);
    expect(complaints.texts.join('\n')).not.toContain(TEXT);
  });

  test('is told at the list, which leads back to its text', async ({ host, page, sandbox }) => {
    const [{ sellingId: id }, { sellingId: next }] = (await sandbox.list()).vehicles;
    const widget = await host.open({ with: { 'api-base': sandbox.failing('500@opportunity') } });
    await widget.ready();
    await widget.open(id);
    const posts = await hold(page);
    await fill(widget);
    await send(widget);
    await expect.poll(posts.count).toBe(1);
    await page.goBack();
    await widget.ready();
    posts.go();
    const notice = widget.root.getByRole('alert');
    await expect(notice).toContainText('wurde nicht gesendet');
    // Another vehicle's page says so, too, and has a text of its own.
    await widget.open(next);
    await expect(notice.filter({ visible: true })).toContainText('wurde nicht gesendet');
    await widget.inquiry.getByLabel('Ihre Nachricht').fill('Zu einem anderen');
    await page.goBack();
    await notice.getByRole('link', { name: 'Zu Ihrem Text' }).click();
    await expect(widget.detail(id)).toBeVisible();
    await expect(widget.inquiry.getByRole('alert')).toContainText('Ihre Anfrage wurde nicht gesendet');
    await expect(widget.inquiry.getByLabel('Ihre Nachricht')).toHaveValue(TEXT);
    await page.goBack();
    await widget.ready();
    await expect(notice).toHaveCount(0);
  });

  test('is told by its cause', async ({ host, page, context, sandbox }) => {
    const { widget } = await open(host, sandbox);
    const text = `${TEXT} Grund`;
    await fill(widget, text);
    const alert = widget.inquiry.getByRole('alert');
    const cases: [number, Record<string, string>, string, RegExp][] = [
      [400, {}, '{"status":"error","statusText":"customer.zipCode is too long"}', /nicht gesendet.*PLZ \(customer\.zipCode is too long\)/],
      [401, {}, '{}', /nicht gesendet, und ein weiterer Versuch hilft zurzeit nicht/],
      [404, {}, '{}', /nicht mehr verfügbar/],
      [503, {}, '', /nicht gesendet.*noch einmal/],
      [200, { 'Content-Type': 'text/html' }, '<!doctype html><title>Anmeldung</title>', /möglicherweise/],
    ];
    for (const [status, headers, body, words] of cases) {
      await page.unroute(POST);
      await page.route(POST, (route) => route.fulfill({ status, headers: { ...CORS, ...headers }, body }));
      await widget.inquiry.locator('.button--primary').click();
      await expect(alert).toContainText(words);
      await expect(widget.inquiry.getByLabel('Ihre Nachricht')).toHaveValue(text);
    }
    await page.unroute(POST);
    await context.setOffline(true);
    await widget.inquiry.locator('.button--primary').click();
    await expect(alert).toContainText(/nicht gesendet.*offline/);
    await context.setOffline(false);
    await page.route(POST, (route) => route.fulfill({ status: 429, headers: { ...CORS, 'Retry-After': '1' }, body: '{}' }));
    await send(widget);
    await expect(alert).toContainText('warten Sie 1 s');
    await page.unroute(POST);
    await expect(alert).toContainText('warten Sie einen Moment');
    await send(widget);
    await expect(widget.root.getByText(/Vorgangsnummer/)).toBeVisible();
    expect(await leads(sandbox, text)).toHaveLength(1);
  });

  test('stays on the page of a vehicle that is gone meanwhile', async ({ host, page, sandbox }) => {
    const { widget, id } = await open(host, sandbox);
    await fill(widget);
    await page.route(`**/v3/vehicle/${id}`, (route) => route.fulfill({ status: 404, headers: CORS, body: '{}' }));
    await speak(page, 'en');
    await expect(widget.root.getByText('This vehicle is no longer available').first()).toBeVisible();
    await expect(widget.inquiry.getByLabel('Your message')).toHaveValue(TEXT);
    await expect(widget.detail(id)).toHaveCount(0);
  });
});
