// When the API fails or has little to say: a sentence for the visitor, a reason for the webmaster, no
// endless waiting, and a host page that is as it was.
import { listen } from '../harness/server';
import { KEY, Sandbox } from '../harness/sandbox';
import { expect, test, type Host } from '../harness/test';
import { OWN_STYLES, unharmed } from '../harness/unharmed';

const AT = '/fahrzeuge?search=foo&page_id=3#anker';

test.describe('the list cannot be had', () => {
  test.use({ mayComplain: true });

  /** The address of a server that is not there. */
  const nobody = async () => {
    const server = await listen(() => {});
    await server.close();
    return server.origin;
  };

  const cases = [
    { name: 'wrong api-base: a web page answers', base: async (host) => `${host.site.origin}/nirgendwo`, reason: /nirgendwo|JSON|read/i },
    { name: 'wrong api-base: there is no such path', base: async (host) => `${host.sandbox.origin}/v2`, reason: /nothing under this address/ },
    { name: 'API down', base: async () => `${await nobody()}/v3`, reason: /cannot be reached/ },
    { name: 'API always fails', base: async (host) => host.sandbox.failing('500'), reason: /500/ },
    { name: 'API cuts the connection', base: async (host) => host.sandbox.failing('cut'), reason: /cannot be reached/ },
    { name: 'API sends half an answer', base: async (host) => host.sandbox.failing('truncated'), reason: /./ },
    { name: 'API sends no JSON', base: async (host) => host.sandbox.failing('broken-json'), reason: /JSON|read/i },
    { name: 'API sends another JSON', base: async (host) => host.sandbox.failing('wrong-type'), reason: /./ },
  ] satisfies { name: string; base: (host: Host) => Promise<string>; reason: RegExp }[];

  for (const { name, base, reason } of cases) {
    test(name, async ({ host, page, complaints }) => {
      const widget = await host.open({ at: AT, head: OWN_STYLES, with: { 'api-base': await base(host), phone: '+49 30 1234567' } });
      const alert = widget.failure;
      await expect(alert).toHaveText(/\w.*\./s);
      await expect(alert.getByRole('link', { name: /030|30 1234567/ })).toHaveAttribute('href', /^tel:/);
      await widget.idle();
      await expect(widget.cards).toHaveCount(0);
      expect(complaints.texts.join('\n')).toMatch(reason);
      await unharmed(page, host.site.origin + AT);
    });
  }

  test('wrong key', async ({ host, page, complaints }) => {
    const widget = await host.open({ at: AT, head: OWN_STYLES, with: { 'api-key': 'wrong' } });
    const alert = widget.failure;
    await expect(alert).toContainText('zurzeit nicht erreichbar');
    // The visitor is not told of keys, the webmaster is.
    await expect(alert).not.toContainText(/key|Schlüssel|401/i);
    expect(complaints.texts.join('\n')).toMatch(/key/i);
    await widget.idle();
    await unharmed(page, host.site.origin + AT);
  });

  test('the visitor tries again when the API is back', async ({ host, sandbox }) => {
    let isUp = false;
    // A proxy as dealers run it: it adds the key.
    const proxy = await listen(async (request, response) => {
      const cors = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' };
      if (!isUp) return void response.writeHead(503, cors).end();
      const answer = await fetch(sandbox.origin + request.url, { headers: { 'X-Api-Key': KEY } });
      response.writeHead(answer.status, { ...cors, 'Content-Type': 'application/json' }).end(await answer.text());
    });
    const widget = await host.open({ with: { 'api-base': `${proxy.origin}/v3`, 'api-key': undefined } });
    await expect(widget.failure).toBeVisible();
    isUp = true;
    await widget.root.getByRole('button', { name: 'Erneut versuchen' }).click();
    await widget.shows(await sandbox.list());
    await expect(widget.root.getByRole('alert')).toHaveCount(0);
    await proxy.close();
  });
});

test('a server that fails twice is asked again, unnoticed', async ({ host, sandbox }) => {
  const widget = await host.open({ with: { 'api-base': sandbox.failing('500-twice@list') } });
  await widget.shows(await sandbox.list());
  await expect(widget.root.getByRole('alert')).toHaveCount(0);
});

test('a slow server is waited for, with room kept and no alarm', async ({ host, sandbox }) => {
  const widget = await host.open({ with: { 'api-base': sandbox.failing('slow@list') } });
  await expect(widget.root.locator('[aria-busy="true"]').first()).toBeAttached();
  await expect(widget.root.getByRole('alert')).toHaveCount(0);
  await widget.shows(await sandbox.list());
  await widget.idle();
});

test('empty stock', async ({ host, page }) => {
  const empty = await Sandbox.start('--vehicles', '0');
  const widget = await host.open({ at: AT, head: OWN_STYLES, with: { 'api-base': empty.api } });
  await expect(widget.root.getByText('Zurzeit sind keine Fahrzeuge im Angebot')).toBeVisible();
  await expect(widget.total).toHaveAttribute('data-total', '0');
  await widget.idle();
  await unharmed(page, host.site.origin + AT);
  await empty.close();
});

test('one car', async ({ host, page }) => {
  const one = await Sandbox.start('--vehicles', '1');
  const list = await one.list();
  expect(list.total, 'the only vehicle of the stock is for sale').toBe(1);
  const widget = await host.open({ at: AT, head: OWN_STYLES, with: { 'api-base': one.api } });
  await widget.shows(list);
  await expect(widget.total).toHaveText('1 Fahrzeug');
  await expect(widget.next).toHaveCount(0);
  await widget.idle();
  await unharmed(page, host.site.origin + AT);
  await one.close();
});

test('a link to a car that is gone says so and leads to the others', async ({ host, page, sandbox }) => {
  const widget = await host.open({ at: '/fahrzeuge?cars%5Bvehicle%5D=GIBTESNICHT' });
  await expect(widget.root.getByText('Dieses Fahrzeug ist nicht mehr verfügbar')).toBeVisible();
  await widget.idle();
  await widget.root.getByRole('link', { name: 'Alle Fahrzeuge ansehen' }).click();
  await widget.shows(await sandbox.list());
  expect(new URL(page.url()).search).toBe('');
});

test.describe('an inquiry that fails', () => {
  test.use({ mayComplain: true });

  test('keeps what was typed, and can be sent again', async ({ host, page, sandbox }) => {
    const [{ sellingId }] = (await sandbox.list()).vehicles;
    const at = `/fahrzeuge?cars%5Bvehicle%5D=${sellingId}`;
    const widget = await host.open({ at, with: { 'api-base': sandbox.failing('500@opportunity') } });
    const before = (await sandbox.opportunities()).length;
    await widget.inquiry.getByLabel('Nachname').fill('Özdemir');
    await widget.inquiry.getByLabel('Telefon').fill('030 123456');
    await widget.inquiry.getByLabel('Ihre Nachricht').fill('Geht auch Leasing?');
    await widget.inquiry.getByRole('button', { name: 'Anfrage senden' }).click();
    await expect(widget.inquiry.getByText(/nicht gesendet/)).toBeVisible();
    await expect(widget.inquiry.getByLabel('Ihre Nachricht')).toHaveValue('Geht auch Leasing?');
    // A POST never repeats itself: it may have arrived.
    expect(await sandbox.opportunities()).toHaveLength(before);

    // The API recovers, as the page's own markup would change it: the draft lives in the element.
    await page.locator('autengo-vehicles').evaluate((element, api) => element.setAttribute('api-base', api), sandbox.api);
    await expect(widget.inquiry.getByLabel('Nachname')).toHaveValue('Özdemir');
    await widget.inquiry.getByRole('button', { name: 'Anfrage senden' }).click();
    await expect(widget.root.getByText(/Vorgangsnummer/)).toBeVisible();
    expect(await sandbox.opportunities()).toHaveLength(before + 1);
  });
});

test('a form that cannot be sent says why, field by field', async ({ host, sandbox }) => {
  const [{ sellingId }] = (await sandbox.list()).vehicles;
  const widget = await host.open({ at: `/fahrzeuge?cars%5Bvehicle%5D=${sellingId}` });
  const before = (await sandbox.opportunities()).length;
  await widget.inquiry.getByLabel('Ihre Nachricht').fill('');
  await widget.inquiry.getByLabel('E-Mail').fill('ohne-at');
  await widget.inquiry.getByRole('button', { name: 'Anfrage senden' }).click();
  await expect(widget.inquiry.getByText('Bitte geben Sie Ihren Nachnamen an.')).toBeVisible();
  await expect(widget.inquiry.getByText(/E-Mail-Adresse ist unvollständig/)).toBeVisible();
  await expect(widget.inquiry.getByLabel('Nachname')).toHaveAttribute('aria-invalid', 'true');
  await expect(widget.inquiry.getByLabel('Ihre Nachricht')).toBeFocused();
  expect(await sandbox.opportunities()).toHaveLength(before);
});
