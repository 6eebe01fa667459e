// Answers are read with the page's own parser, on a page whose objects may not be the browser's.
import { expect, test } from '../harness/test';

/** What libraries of another age gave every object and every list. */
const EXTENDED = () => {
  const extend = (target: object, name: string, value: unknown) => {
    (target as Record<string, unknown>)[name] = value;
  };
  for (const name of ['text', 'key', 'name', 'title', 'each', 'price', 'total']) extend(Object.prototype, name, () => 'of the page');
  for (const name of ['each', 'first', 'last', 'toJSON']) extend(Array.prototype, name, () => 'of the page');
};

test('a page that gives all objects members of its own changes no vehicle', async ({ host, page, sandbox }) => {
  const list = await sandbox.list();
  await page.addInitScript(EXTENDED);
  const widget = await host.open();
  await widget.shows(list);
  await expect(widget.root).not.toContainText('of the page');
  const [id] = await widget.ids();
  await widget.card(id).getByRole('link').click();
  await expect(widget.detail(id)).toBeVisible();
  await expect(widget.root).not.toContainText('of the page');
});

test('a mark of the order of bytes and blanks before an answer are no fault', async ({ host, page, sandbox }) => {
  await page.route(/\/v3\/vehicle\?/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `\u{feff} \n${await response.text()}\n` });
  });
  const widget = await host.open();
  await widget.shows(await sandbox.list());
});

test('of two members of the same name the last one holds, and a number beyond all bounds costs no vehicle', async ({ host, page }) => {
  const vehicle = '{"sellingId":"A","sellingId":"B","makeName":"Audi","modelName":"A4","price":1e400,"kilometers":"12000"}';
  await page.route(/\/v3\/vehicle\?/, (route) => route.fulfill({ contentType: 'application/json', body: `{"total":1,"list":[${vehicle}]}` }));
  const widget = await host.open();
  await expect.poll(() => widget.ids()).toEqual(['B']);
  await expect(widget.card('B')).toContainText('12.000');
  await expect(widget.card('B')).not.toContainText(/NaN|Infinity|∞/);
});
