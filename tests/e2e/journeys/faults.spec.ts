// Every endpoint with every fault: what the visitor reads in both languages, that nothing waits for
// ever, that the console says why once, and that all is well again when the API is.
import type { Page } from '@playwright/test';
import { endpointOf, ENDPOINTS, FAULTS, Faulty, type Endpoint, type Fault } from '../harness/faulty';
import type { Sandbox } from '../harness/sandbox';
import { Complaints, expect, Host, test } from '../harness/test';
import { Widget } from '../harness/widget';

test.use({ mayComplain: true });
test.setTimeout(300_000);

/** What a visitor reads of a fault, where a question failed. */
const WORDS: Record<Fault, [de: RegExp, en: RegExp]> = {
  slow: [/langsam/, /slow/],
  '401': [/kontaktieren|direkt|Rufen/, /contact|directly|call/i],
  '404': [/nicht|kontaktieren/, /not|cannot|contact/i],
  '429': [/viel los|Minute|warten/, /busy|minute|wait|a lot/i],
  '500': [/Server|Problem|später/, /server|problem|later/i],
  '500-twice': [/^$/, /^$/],
  'broken-json': [/\w/, /\w/],
  truncated: [/\w/, /\w/],
  html: [/\w/, /\w/],
  cut: [/nicht erreichbar|Verbindung/, /reach|connection/i],
  name: [/nicht erreichbar|Verbindung/, /reach|connection/i],
  offline: [/offline|Internet|keine Verbindung/i, /offline|internet|no connection/i],
};

/** Of what filters are made of: the list is there. */
const VALUES: [de: RegExp, en: RegExp] = [/konnten nicht geladen werden|offline|Internet/, /could not be loaded|offline|internet/i];

/** Of an inquiry: whether it may have arrived is known, or not. */
const SENT: Record<Fault, [de: RegExp, en: RegExp]> = {
  ...WORDS,
  slow: [/möglicherweise|vielleicht|angekommen sein/i, /may have|possibly|might/i],
  'broken-json': [/möglicherweise|vielleicht|angekommen sein/i, /may have|possibly|might/i],
  truncated: [/möglicherweise|vielleicht|angekommen sein/i, /may have|possibly|might/i],
  html: [/möglicherweise|vielleicht|angekommen sein/i, /may have|possibly|might/i],
  cut: [/möglicherweise|vielleicht|angekommen sein/i, /may have|possibly|might/i],
  name: [/möglicherweise|nicht gesendet|nicht erreichbar/i, /may have|not (been )?sent|reach/i],
  '401': [/direkt|Rufen|rufen|schreiben/, /directly|call|write|contact/i],
  '500': [/nicht gesendet/, /not (been )?sent/i],
  '500-twice': [/nicht gesendet/, /not (been )?sent/i],
};

const AGAIN = /^(Erneut versuchen|Try again)$/;
const ARRIVES: Fault[] = ['slow', 'broken-json', 'truncated', 'html', 'cut'];

type Row = { de: string; en: string; recovered: string; said: number; leads: string; faults: string[] };

/** A cell: a page of its own, and the fault before its API. */
class Cell {
  readonly widget: Widget;
  readonly row: Row = { de: '', en: '', recovered: '', said: 0, leads: '', faults: [] };

  constructor(
    readonly host: Host,
    readonly page: Page,
    readonly sandbox: Sandbox,
    readonly faulty: Faulty,
    readonly complaints: Complaints,
    readonly endpoint: Endpoint,
    readonly fault: Fault,
  ) {
    this.widget = new Widget(page);
  }

  async open(at = '/fahrzeuge'): Promise<void> {
    await this.page.clock.install();
    await this.page.addInitScript(() => {
      Object.defineProperty(navigator, 'onLine', { get: () => !(window as any).isOffline });
    });
    if (this.fault === 'name' || this.fault === 'offline') {
      await this.page.route(`${this.faulty.origin}/**`, (route, request) => {
        const hit = this.faulty.fault && request.method() !== 'OPTIONS' && endpointOf(request.method(), new URL(request.url()).pathname) === this.endpoint;
        return hit ? route.abort(this.fault === 'name' ? 'namenotresolved' : 'internetdisconnected') : route.continue();
      });
    }
    await this.host.open({ at, with: { 'api-base': this.faulty.api, phone: '+49 30 1234567' } });
  }

  async break(): Promise<void> {
    this.faulty.fault = { kind: this.fault, endpoint: this.endpoint };
    if (this.fault === 'offline') await this.line(false);
  }

  async line(isUp: boolean): Promise<void> {
    await this.page.evaluate((isUp) => {
      Object.assign(window, { isOffline: !isUp });
      dispatchEvent(new Event(isUp ? 'online' : 'offline'));
    }, isUp);
  }

  async heal(): Promise<void> {
    this.faulty.heal();
    if (this.fault === 'offline') await this.line(true);
  }

  /** Lets the page's time pass until something holds, or `seconds` have. */
  async until(what: () => Promise<boolean>, seconds = 24): Promise<boolean> {
    for (let past = 0; past <= seconds; past += 2) {
      // What is asked is answered in the time of this machine.
      const found = await expect.poll(what, { timeout: 400, intervals: [50, 100] }).toBe(true).then(() => true, () => false);
      if (found) return true;
      await this.page.clock.fastForward(2_000);
    }
    return what();
  }

  async must(name: string, what: () => Promise<boolean>, seconds?: number): Promise<boolean> {
    const held = await this.until(what, seconds);
    if (!held) this.row.faults.push(name);
    return held;
  }

  /** What is said in the alerts and notices: of the whole widget, or of a part. */
  async words(): Promise<string> {
    const texts = await this.widget.root.locator('[role="alert"]:visible, .notice:visible, .message:visible').allInnerTexts();
    return [...new Set(texts.map((text) => text.replace(/\s+/g, ' ').trim()))].join(' ¶ ');
  }

  /** Reads the words in German, then in English. */
  async reads([de, en]: [RegExp, RegExp]): Promise<void> {
    const says = (pattern: RegExp) => async () => {
      const words = await this.words();
      return words !== '' && pattern.test(words);
    };
    await this.must('words de', says(de), 30);
    this.row.de = await this.words();
    this.row.said = this.reasons().most;
    const isTold = this.fault === 'offline' || (this.endpoint === 'vehicle' && this.fault === '404');
    if (this.row.said === 0 && !isTold) this.row.faults.push('console silent');
    if (this.row.said > 1) this.row.faults.push('console repeats');
    // A page of a vehicle has no switch.
    await this.widget.root.evaluate((element) => element.setAttribute('lang', 'en'));
    await this.must('words en', async () => (await says(en)()) && (await this.words()) !== this.row.de, 30);
    this.row.en = await this.words();
  }

  reasons(): { most: number } {
    const own = this.complaints.texts.filter((text) => text.startsWith('<autengo-vehicles>'));
    const counts = own.map((text) => own.filter((it) => it === text).length);
    return { most: Math.max(0, ...counts) };
  }

  /** By itself, or by the button. */
  async recovers(isWell: () => Promise<boolean>): Promise<void> {
    await this.heal();
    if (await this.until(isWell, this.fault === 'offline' ? 10 : 2)) {
      this.row.recovered = 'by itself';
      return;
    }
    // The device is back: nobody should have to press anything.
    if (this.fault === 'offline') this.row.faults.push('not asked again when online');
    const button = this.widget.root.getByRole('button', { name: AGAIN }).first();
    if (await button.isVisible()) await button.click({ timeout: 2_000 }).catch(() => {});
    else this.row.faults.push('no button');
    if (await this.must('recovery', isWell, 12)) this.row.recovered = 'by the button';
  }

  /** Nothing that waits stands there. */
  async rests(): Promise<void> {
    await this.must('skeleton', async () => (await this.widget.root.locator('[aria-busy="true"], .card--skeleton').count()) === 0, 6);
  }
}

const listed = async (cell: Cell): Promise<boolean> => (await cell.widget.cards.count()) > 0 && (await cell.widget.root.locator('[aria-busy="true"]').count()) === 0;

/** Questions whose answers stand in the page. */
async function asks(cell: Cell, at: string, act: (cell: Cell) => Promise<void>, isWell: (cell: Cell) => Promise<boolean>): Promise<void> {
  const { fault, faulty, row } = cell;
  // What is asked from the start fails from the start, but for what only a page can be told of.
  const isLate = cell.endpoint === 'models';
  if (!isLate) faulty.fault = { kind: fault, endpoint: cell.endpoint };
  if (!isLate && fault === 'offline') await cell.page.addInitScript(() => Object.assign(window, { isOffline: true }));
  await cell.open(at);
  if (isLate) {
    await cell.must('list', () => listed(cell));
    await cell.break();
  }
  await act(cell);
  if (fault === '500-twice') {
    await cell.must('recovery', () => isWell(cell), 30);
    if ((await cell.words()) !== '') row.faults.push('alarm');
    row.recovered = 'unnoticed';
    return;
  }
  const isGone = cell.endpoint === 'vehicle' && fault === '404';
  const isBehind = ['makes', 'models', 'values'].includes(cell.endpoint);
  await cell.reads(isGone ? [/nicht mehr verfügbar/, /no longer available/i] : isBehind ? VALUES : WORDS[fault]);
  await cell.rests();
  if (isGone) {
    // The car is gone: the way is on to others.
    row.recovered = 'other cars';
    return;
  }
  await cell.recovers(() => isWell(cell));
}

const TYPED = { Nachname: 'Muster', 'E-Mail': 'max@muster.de', 'Ihre Nachricht': 'Ist er noch da?' };

async function inquires(cell: Cell, sellingId: string): Promise<void> {
  const { widget, fault, row, sandbox } = cell;
  const before = (await sandbox.opportunities()).length;
  const leads = async () => (await sandbox.opportunities()).slice(before);
  await cell.open(`/fahrzeuge?cars[vehicle]=${sellingId}`);
  await cell.must('form', async () => await widget.inquiry.isVisible());
  for (const [label, text] of Object.entries(TYPED)) await widget.inquiry.getByLabel(label).fill(text);
  await cell.break();
  const send = widget.inquiry.locator('button:not([type="button"]), .inquiry__failed button, button.button--primary').last();
  const press = () => send.click({ timeout: 3_000 }).catch(() => void row.faults.push('nothing to press'));
  await press();
  await cell.reads(SENT[fault]);
  const kept = await widget.inquiry.locator('input:not([type=checkbox]), textarea').evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
  if (!Object.values(TYPED).every((text) => kept.some((it) => it.includes(text)))) row.faults.push('text lost');
  const arrived = ARRIVES.includes(fault) ? 1 : 0;
  if (fault === '500-twice') {
    await press();
    await cell.until(async () => (await cell.words()) !== '');
  }
  await cell.heal();
  await cell.page.clock.fastForward(20_000);
  const waiting = (await leads()).length;
  // Chromium itself sends again what it lost with a connection that it had used before: the dealer
  // sees by the reference that both are one.
  const isBrowsers = fault === 'cut' && waiting === 2;
  if (waiting !== arrived && !isBrowsers) row.faults.push(`${waiting} leads without a decision`);
  await press();
  await cell.must('thanks', async () => await widget.root.locator('.inquiry__done').isVisible(), 20);
  const all = await leads();
  row.leads = `${waiting} + ${all.length - waiting}`;
  if (all.length !== waiting + 1) row.faults.push(`${all.length} leads`);
  const references = new Set(all.map(({ requestText }) => /(?:Referenz|Reference): (\w+)/.exec(requestText)?.[1]));
  if (references.size !== 1 || references.has(undefined)) row.faults.push(`references ${[...references]}`);
  const repeats = all.filter(({ requestText }) => /\((erneut gesendet|sent again)\)/.test(requestText)).length;
  // What was refused did not arrive, so the next one is the first.
  if (arrived && repeats !== 1) row.faults.push(`${repeats} repeats marked`);
  row.recovered = 'by a decision';
}

async function run(cell: Cell): Promise<void> {
  const { endpoint, sandbox, widget } = cell;
  const { vehicles } = await sandbox.list();
  const { sellingId } = vehicles[0];
  switch (endpoint) {
    case 'list':
      return asks(cell, '/fahrzeuge', async () => {}, listed);
    case 'vehicle':
      return asks(cell, `/fahrzeuge?cars[vehicle]=${sellingId}`, async () => {}, async () => (await widget.detail(sellingId).isVisible()) && (await widget.inquiry.count()) > 0);
    case 'makes':
      return asks(cell, '/fahrzeuge', async () => {}, async () => (await widget.root.locator('[data-facet^="makeId:"]').count()) > 2);
    case 'values':
      return asks(cell, '/fahrzeuge', async () => {}, async () => (await widget.root.locator('[data-facet^="vehicleTypeId:"], [data-facet^="fuelType:"]').count()) > 2 && (await cell.words()) === '');
    case 'models': {
      const choose = async () => {
        await cell.must('makes', async () => (await widget.root.locator('[data-facet^="makeId:"]').count()) > 2);
        await widget.root.locator('[data-facet^="makeId:"]:visible').first().click({ timeout: 5_000 }).catch(() => void cell.row.faults.push('no make'));
      };
      return asks(cell, '/fahrzeuge', choose, async () => (await widget.root.locator('[data-facet^="modelId:"]').count()) > 0);
    }
    case 'opportunity':
      return inquires(cell, sellingId);
  }
}

const only = process.env.AUTENGO_FAULTS?.split(' ');

for (const endpoint of ENDPOINTS) {
  test(`${endpoint}: nothing lost, nothing stuck, nothing false`, async ({ browser, host, sandbox }) => {
    const rows = new Map<Fault, Row>();
    for (const fault of FAULTS.filter((it) => !only || only.includes(it))) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'de-DE', reducedMotion: 'reduce' });
      context.setDefaultTimeout(5_000);
      const page = await context.newPage();
      const complaints = new Complaints();
      complaints.watch(page);
      const faulty = await Faulty.before(sandbox);
      const cell = new Cell(new Host(page, host.site, host.assets, sandbox), page, sandbox, faulty, complaints, endpoint, fault);
      await run(cell).catch((error: Error) => void cell.row.faults.push(`broke off: ${error.message.split('\n')[0]}`));
      const uncaught = complaints.texts.filter((text) => /^uncaught|panic/.test(text));
      if (uncaught.length) cell.row.faults.push(...uncaught);
      rows.set(fault, cell.row);
      await context.close();
      await faulty.close();
    }
    console.log(table(endpoint, rows));
    const failures = [...rows].flatMap(([fault, { faults }]) => faults.map((it) => `${endpoint} × ${fault}: ${it}`));
    expect(failures).toEqual([]);
  });
}

const short = (text: string, length: number): string => (text.length > length ? `${text.slice(0, length - 1)}…` : text).padEnd(length);

function table(endpoint: Endpoint, rows: Map<Fault, Row>): string {
  const line = (cells: string[]) => cells.map((cell, at) => short(cell, [11, 11, 60, 60, 14, 7, 6, 40][at])).join(' | ');
  const head = line(['endpoint', 'fault', 'reads (de)', 'reads (en)', 'recovered', 'console', 'leads', 'result']);
  const body = [...rows].map(([fault, { de, en, recovered, said, leads, faults }]) => line([endpoint, fault, de, en, recovered, String(said), leads, faults.join(', ') || 'right']));
  return [head, ...body].join('\n');
}
