// Pages as others build them: what they do around a guest, and to it.
import { createServer } from 'node:http';
import { hostPage } from '../harness/pages';
import { expect, test } from '../harness/test';
import { Widget } from '../harness/widget';

test('keys typed into our fields are no shortcuts of the page, all others are', async ({ host, page }) => {
  const widget = await host.open();
  await widget.ready();
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    addEventListener('keydown', (event) => {
      heard.push(event.key);
      if (/^[sa ]$|Arrow/.test(event.key) && !(event.target as Element).matches('input, textarea')) event.preventDefault();
    });
  });
  await widget.search.pressSequentially('suv sport');
  await expect(widget.search).toHaveValue('suv sport');
  await widget.search.press('ArrowLeft');
  expect(await widget.search.evaluate((field: HTMLInputElement) => field.selectionStart)).toBe(8);
  expect(await page.evaluate('heard')).toEqual([]);
  await widget.facet('fuelType', 'diesel').focus();
  await page.keyboard.press('j');
  expect(await page.evaluate('heard')).toEqual(['j']);
});

test('a page that scrolls in a box, smoothly, is scrolled back at once', async ({ host, page, sandbox }) => {
  const head = '<style>html, body { height: 100%; margin: 0; overflow: hidden } main { height: 100vh; overflow: auto } * { scroll-behavior: smooth }</style>';
  const widget = await host.open({ head });
  await widget.shows(await sandbox.list());
  const chosen = (await widget.ids())[14];
  const box = page.locator('main');
  await box.evaluate((node) => node.scrollTo({ top: 1200, behavior: 'instant' }));
  const top = await box.evaluate((node) => node.scrollTop);
  expect(top).toBeGreaterThan(500);
  await widget.card(chosen).getByRole('link').evaluate((link: HTMLElement) => link.click());
  await expect(widget.detail(chosen)).toBeVisible();
  await page.goBack();
  await expect(widget.card(chosen)).toBeVisible();
  await expect.poll(() => box.evaluate((node) => node.scrollTop)).toBe(top);
});

test('a reloaded page stands where it stood', async ({ host, page, sandbox }) => {
  await page.setViewportSize({ width: 375, height: 800 });
  const widget = await host.open();
  await widget.shows(await sandbox.list());
  await widget.idle();
  await widget.cards.nth(18).scrollIntoViewIfNeeded();
  const top = await page.evaluate(() => scrollY);
  expect(top).toBeGreaterThan(3000);
  await page.reload();
  await widget.shows(await sandbox.list());
  await widget.idle();
  await expect.poll(() => page.evaluate(() => Math.abs(scrollY))).toBeGreaterThan(top - 900);
  await expect(widget.cards.nth(18)).toBeInViewport();
});

test('a page opened with user and password asks, writes its address and goes back', async ({ host, page, sandbox }) => {
  // The host's own path to the API, as its proxy has it.
  const server = createServer(async (request, response) => {
    const url = request.url ?? '/';
    if (url.startsWith('/v3/')) {
      const answer = await fetch(sandbox.origin + url, { headers: { 'X-Api-Key': 'sandbox-key', 'Accept-Language': request.headers['accept-language'] ?? 'de' } });
      return void response.writeHead(answer.status, { 'Content-Type': 'application/json' }).end(await answer.text());
    }
    if (/\.(js|wasm|css)$/.test(url)) {
      const answer = await fetch(host.assets.origin + url);
      return void response.writeHead(answer.status, { 'Content-Type': answer.headers.get('content-type') ?? '' }).end(Buffer.from(await answer.arrayBuffer()));
    }
    response.writeHead(200, { 'Content-Type': 'text/html' }).end(hostPage('<script type="module" src="/autengo-widget.js"></script><autengo-vehicles api-base="/v3" privacy-url="/d"></autengo-vehicles>'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await page.goto(`http://max:geheim@127.0.0.1:${port}/fahrzeuge`);
  const widget = new Widget(page);
  await widget.shows(await sandbox.list());
  await widget.toggle('fuelType', 'diesel');
  await widget.shows(await sandbox.list({ fuelType: 'diesel' }));
  await page.goBack();
  await widget.shows(await sandbox.list());
  server.closeAllConnections();
  server.close();
});

test('the script works as a classic one, as optimizers insert it again', async ({ host, page, sandbox }) => {
  host.put('/klassisch', hostPage(`<script src="${host.assets.origin}/autengo-widget.js"></script> ${host.element()} <script defer src="${host.assets.origin}/autengo-widget.js"></script>`));
  await page.goto(`${host.site.origin}/klassisch`);
  await new Widget(page).shows(await sandbox.list());
  expect(await page.evaluate(() => ['TAG', 'load', 'SETTINGS', 'observer'].filter((name) => name in window))).toEqual([]);
});

test('a translator\'s language is not the widget\'s', async ({ host, page, sandbox }) => {
  const widget = await host.open({ lang: 'en', with: { 'language-switch': undefined } });
  await widget.shows(await sandbox.list());
  await expect(widget.total).toContainText('vehicles');
  await page.evaluate(() => {
    document.documentElement.lang = 'tr';
    document.documentElement.classList.add('translated-ltr');
  });
  await widget.search.fill('golf');
  await expect(page).toHaveURL(/golf/);
  await expect(widget.total).toContainText('vehicle');
  await page.evaluate(() => {
    document.documentElement.classList.remove('translated-ltr');
    document.documentElement.lang = 'de';
  });
  await expect(widget.total).toContainText('Fahrzeug');
});
