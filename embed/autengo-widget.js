/*
 * The loader of the Autengo vehicle widget: the one file a page refers to.
 *
 * It defines <autengo-vehicles>, fetches the program (WebAssembly), its glue and
 * its styles once per page, and mounts one instance into the shadow root of each
 * element. When the program cannot run, the element's own content shows instead.
 *
 * The build fills in what stands between underscores: the names of the hashed files beside it, and
 * what `attributes.json` and the program say.
 *
 * Optimizers and consent managers insert it again as a classic script: it runs as one, too, so it
 * exports nothing and does not write `import.meta`. The build puts all of it into one function.
 */

const TAG = 'autengo-vehicles';

/** For editors that strip unknown elements: a div, or the script tag itself, with this attribute. */
const ALIAS = 'data-autengo-vehicles';

const LOAD_TIMEOUT = 30_000;

/** How long the first list may take before the program asks for it itself. */
const LIST_TIMEOUT = 10_000;

/** A change of one of these starts the instance anew. `lang` is told to it, `theme` is CSS alone. */
const SETTINGS = '__SETTINGS__'.split(' ');

// ---------------------------------------------------------------- the program, once per page

/** Where this file is: no module is a `currentScript`, but every script stands in its own stack. */
const SOURCE = document.currentScript?.src || /\bhttps?:[^\s)]+?(?=:\d+:\d+)/.exec(new Error().stack)?.[0];

/** Of a page that was opened as https://user:password@… browsers fetch nothing by a relative address. */
function absolute(address, base) {
  const url = new URL(address, base);
  url.username = url.password = '';
  return url.href;
}

const assetUrl = (name) => absolute(name, SOURCE);

/** Resolves to what `mount` needs; undefined before the first element, after a failed load and after a panic. */
let program;
let isLoaded = false;
let attempts = 0;

function load() {
  return (program ??= fetchProgram().then(
    (loaded) => {
      isLoaded = true;
      return loaded;
    },
    (reason) => {
      program = undefined; // so that a later element tries again
      addEventListener('online', retry, { once: true });
      report(reason);
      throw reason;
    },
  ));
}

async function fetchProgram() {
  if (typeof WebAssembly !== 'object') throw new Error('WebAssembly is switched off in this browser');
  const timeout = AbortSignal.timeout(LOAD_TIMEOUT);
  const asset = async (name) => {
    const response = await fetch(assetUrl(name), { signal: timeout });
    // Many servers answer for a missing file with a page and status 200.
    const type = response.headers.get('content-type') ?? '';
    if (!response.ok || type.includes('html')) {
      throw new Error(`${response.url} answered ${response.status} ${type}`);
    }
    return response;
  };
  // A module that failed or panicked stays so under its address: another fragment makes another module.
  const address = assetUrl('__GLUE__') + (attempts ? `#${attempts}` : '');
  const own = (attempts += 1);

  const start = Promise.all([import(address), asset('__WASM__'), asset('__CSS__').then((response) => response.text())]).then(
    async ([glue, wasm, styles]) => {
      // Development builds word a panic themselves. One that failed before may still be called, and fail again.
      glue.watch?.((trap) => own === attempts && fail(trap.message));
      await glue.default({ module_or_path: wasm });
      return { mount: glue.mount, styles };
    },
  );
  // An import cannot be aborted, only given up.
  const tooLate = new Promise((_, reject) => {
    timeout.onabort = () => reject(new Error(`nothing arrived within ${LOAD_TIMEOUT / 1000} s`));
  });
  return Promise.race([start, tooLate]);
}

/** Document → its sheets by their text, as none serves another document. */
const sheets = new WeakMap();

/** Constructed, as a <style> element needs 'unsafe-inline' in the page's Content-Security-Policy. */
function sheetFor(owner, text) {
  const known = sheets.get(owner) ?? new Map();
  sheets.set(owner, known);
  if (!known.has(text)) {
    known.set(text, new owner.defaultView.CSSStyleSheet());
    known.get(text).replaceSync(text);
  }
  return known.get(text);
}

function report(reason) {
  console.error(`<${TAG}> cannot run, so its own content is shown: ${reason?.message ?? reason}`);
}

// ---------------------------------------------------------------- one instance

/** Until the real styles are there: the room is kept (nothing jumps later), nothing is covered. */
const FRAME = `
  :host { display: block }
  :host([hidden]), [hidden] { display: none }
  .autengo { min-block-size: var(--autengo-min-height, min(100vh, 1440px)) }
  .autengo:empty {
    background: repeating-linear-gradient(90deg, #8882 0 18em, #0000 0 19.25em);
    mask: repeating-linear-gradient(#000 0 24em, #0000 0 25.25em);
  }
`;

/** What the program listens to, much of which still comes when its elements are gone. */
const EVENTS = [
  'beforetoggle', 'blur', 'cancel', 'change', 'click', 'close', 'error', 'focus', 'focusin', 'focusout', 'input',
  'keydown', 'load', 'pointerdown', 'scroll', 'scrollend', 'submit', 'toggle', 'wheel',
];

const stop = (event) => event.stopImmediatePropagation();

/** Lets no event reach what is in a container any more. */
function silence(container) {
  for (const element of [container, ...container.children]) {
    for (const type of EVENTS) element.addEventListener(type, stop, true);
  }
}

/** What is typed into our fields is no shortcut of the page's, to which it seems to come from the element. */
function keepKey(event) {
  const [field] = event.composedPath();
  if (field.matches?.('textarea, select, input:not([type=checkbox], [type=radio], [type=button])')) event.stopPropagation();
}

/** Host element → its instance, for as long as the host lives. */
const instances = new WeakMap();

/** The instances whose hosts are in a document. */
const connected = new Set();

class Instance {
  #host;
  #prefix;
  #root;
  #slot = document.createElement('slot');
  #container;
  #program;
  /** Counts starts and stops: what a former start still awaits is void. */
  #era = 0;
  #failedToLoad = false;
  /** The settings of the last start, as text. */
  #started;
  #document;
  #language;

  /** `prefix` is `data-` where the settings are data attributes. */
  constructor(host, prefix) {
    this.#host = host;
    this.#prefix = prefix;
    this.#root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
    this.#root.replaceChildren(this.#slot);
    for (const type of ['keydown', 'keypress', 'keyup']) this.#root.addEventListener(type, keepKey);
    // Never removed: the host is the instance's whole world, and may come back.
    host.addEventListener('autengo:error', ({ detail }) => detail?.kind === 'panic' && giveUp());
  }

  /** The host came into a document, or moved within it. */
  enter() {
    observe(this.#host, this.#prefix);
    if (connected.has(this)) return this.speak();
    connected.add(this);
    // Scripts that insert an element often set its attributes after that.
    queueMicrotask(() => connected.has(this) && this.#started === undefined && this.#start());
  }

  /**
   * Ends what stands on a host that left, or that is no host any more, and starts anew in another document.
   * Frameworks move elements by taking them out and putting them in again: wait for that.
   */
  settle() {
    if (this.#isSettled()) return;
    queueMicrotask(() => {
      if (this.#isSettled()) return;
      if (this.#isHost()) this.restart();
      else if (connected.delete(this)) this.#stop();
    });
  }

  #isHost() {
    return this.#host.isConnected && (!this.#prefix || this.#host.hasAttribute(ALIAS));
  }

  #isSettled() {
    return this.#isHost() && (this.#started === undefined || this.#document === this.#host.ownerDocument);
  }

  /** The settings may have changed. What the visitor chose stays. */
  restartIfChanged() {
    if (this.#started !== undefined && JSON.stringify(this.#settings()) !== this.#started) this.restart();
  }

  restart() {
    const chosen = this.#program?.language();
    const isChosen = chosen && chosen !== this.#language;
    this.#stop();
    this.#start(isChosen ? chosen : undefined);
  }

  restartIfUnloaded() {
    if (this.#failedToLoad) this.#start();
  }

  /** Tells the program the page's language, if it has changed. */
  speak() {
    const language = languageAt(this.#host, this.#prefix, this.#language);
    if (language === this.#language) return;
    this.#language = language;
    this.#program?.set_language(language);
  }

  async #start(chosen) {
    const era = ++this.#era;
    const settings = this.#settings();
    this.#started = JSON.stringify(settings);
    this.#document = this.#host.ownerDocument;
    this.#failedToLoad = false;
    this.#language = languageAt(this.#host, this.#prefix, this.#language);
    const language = chosen ?? this.#language;
    this.#slot.hidden = true;
    const container = this.#document.createElement('div');
    container.className = 'autengo';
    container.part = 'root';
    if (isReturn(this.#document)) keepRoom(this.#host, container, settings);
    this.#container = container;
    this.#dress(FRAME);
    this.#root.prepend(container);
    try {
      const prefetched = isLoaded ? undefined : prefetch(settings, language);
      const { mount, styles } = await load();
      if (era !== this.#era) return;
      this.#dress(FRAME, styles);
      this.#program = mount(this.#host, container, settings, language, prefetched);
    } catch (reason) {
      if (era !== this.#era) return; // gone, or a panic has said so already
      if (program) report(reason); // `load` has reported its own
      this.#failedToLoad = true;
      this.giveUp();
      this.tell('load');
    }
  }

  /** Tells the page that the element shows its own content, and why. */
  tell(kind) {
    this.#host.dispatchEvent(new CustomEvent('autengo:error', { bubbles: true, composed: true, detail: { kind } }));
  }

  #dress(...texts) {
    this.#root.adoptedStyleSheets = texts.map((text) => sheetFor(this.#document, text));
  }

  #stop() {
    this.#era += 1;
    if (this.#container) silence(this.#container);
    this.#program?.unmount();
    this.#program = this.#started = undefined;
    this.#container?.remove();
    this.#slot.hidden = false;
  }

  /** Shows the element's own content; asks nothing of a program that may be broken. */
  giveUp() {
    this.#era += 1;
    this.#program = undefined;
    this.#slot.hidden = false;
    // Out of the document, as an open modal dialog would lock the page; later, as the program is
    // still on the stack when it panics and removal may fire events at it.
    const container = this.#container;
    if (container) silence(container);
    queueMicrotask(() => container?.remove());
  }

  /** All attributes by name, those of a div without their `data-`. */
  #settings() {
    const prefix = this.#prefix;
    const named = [...this.#host.attributes].filter(({ name }) => name.startsWith(prefix) && name !== ALIAS);
    const settings = Object.fromEntries(named.map(({ name, value }) => [name.slice(prefix.length), value.trim()]));
    const base = settings['api-base'];
    if (base && !/^\w+:/.test(base)) settings['api-base'] = absolute(base, this.#host.baseURI);
    return settings;
  }
}

/** All instances share the program's memory, which is no longer sound. */
function giveUp() {
  program = undefined;
  isLoaded = false;
  for (const instance of connected) instance.giveUp();
}

/** The program failed, and says nothing itself. */
function fail(reason) {
  if (!program) return; // once
  report(`the program failed (${reason})`);
  giveUp();
  for (const instance of connected) instance.tell('panic');
}

function instanceOf(host, prefix) {
  if (!instances.has(host)) instances.set(host, new Instance(host, prefix));
  return instances.get(host);
}

function retry() {
  for (const instance of connected) instance.restartIfUnloaded();
}

/** The code of a language tag that the program speaks. */
const spoken = (tag) => /^(?:__LANGUAGES__)(?![a-z])/i.exec(tag)?.[0].toLowerCase();

/**
 * The host's own language, else the nearest up the tree and out of shadow roots, else the browser's; one that the program speaks.
 * A translator names its own language on the page, which is then in neither: what was shown stays.
 */
function languageAt(host, prefix, before) {
  const own = host.getAttribute(`${prefix}lang`);
  let tag = own;
  for (let node = host; node && !tag; node = node.getRootNode().host) {
    tag = node.closest('[lang]:not([lang=""])')?.getAttribute('lang');
  }
  const isTranslated = host.ownerDocument.documentElement.matches('.translated-ltr, .translated-rtl');
  if (before && !own && (isTranslated || (tag && !spoken(tag)))) return before;
  return spoken(tag || navigator.language) ?? '__LANGUAGE__';
}

/** Whether a page is being reloaded, or come back to: the browser then scrolls to where it was left. */
const isReturn = ({ readyState }) =>
  readyState !== 'complete' && /reload|back/.test(performance.getEntriesByType('navigation')[0]?.type);

/** Browsers scroll no further than the page is high, so it is high enough until the list is there. */
function keepRoom(host, container, settings) {
  container.style.minBlockSize = `${(settings['page-size'] || __PAGE_SIZE__) * 30}em`;
  host.addEventListener('autengo:ready', () => container.style.removeProperty('min-block-size'), { once: true });
}

/**
 * Asks for the first page of vehicles while the program loads. The program takes the answer only
 * if it would have asked exactly this, so anything out of the ordinary is left to it.
 */
function prefetch(settings, language) {
  const key = settings['url-key'] ?? '__URL_KEY__';
  const size = settings['page-size'] ?? '__PAGE_SIZE__';
  const isOurs = (name) => name === key || name.startsWith(`${key}[`);
  const hasState = () => [...new URLSearchParams(location.search).keys()].some(isOurs);
  if (!key || settings.filter || settings.order || !/^([1-9]\d?|100)$/.test(size) || hasState()) return undefined;

  const base = (settings['api-base'] || '__API_BASE__').replace(/\/+$/, '');
  const url = `${base}/vehicle?__QUERY__&limit=${size}`;
  const headers = { Accept: 'application/json', 'Accept-Language': language };
  if (settings['api-key']) headers['X-Api-Key'] = settings['api-key'];
  const signal = AbortSignal.timeout(LIST_TIMEOUT);
  return { url, language, promise: fetch(url, { headers, signal }).catch(() => null) };
}

// ---------------------------------------------------------------- the page

/** One for all instances: settings, languages, and the div form's coming and going. */
const observer = new MutationObserver((records) => {
  const changed = new Set();
  let languageChanged = false;
  for (const { target, attributeName, addedNodes } of records) {
    if (attributeName === ALIAS) target.hasAttribute(ALIAS) ? adopt(target) : instances.get(target)?.settle();
    else if (attributeName?.endsWith('lang')) languageChanged = true;
    else if (attributeName) changed.add(instances.get(target));
    for (const node of addedNodes) adopt(node);
  }
  for (const instance of connected) {
    instance.settle();
    if (changed.has(instance)) instance.restartIfChanged();
    else if (languageChanged) instance.speak();
  }
});

function observe(host, prefix) {
  observer.observe(host, { attributes: true, attributeFilter: ['lang', ...SETTINGS].map((name) => prefix + name) });
  // This document is observed for good, others are not; a mutation within a shadow root does not reach either.
  for (let root = host.getRootNode(); root && root !== document; root = root.host?.getRootNode()) {
    observer.observe(root, { subtree: true, childList: !root.host, attributes: true, attributeFilter: ['lang'] });
  }
}

/** Takes up the alias forms at `node` and below. */
function adopt(node) {
  if (!node.isConnected || !node.querySelectorAll) return; // gone again, or text
  const aliases = `div[${ALIAS}], script[${ALIAS}]`;
  const found = [...node.querySelectorAll(aliases)];
  if (node.matches?.(aliases)) found.unshift(node);
  for (const element of found) {
    if (element.localName === 'script') placeAfter(element);
    else instanceOf(element, 'data-').enter();
  }
}

/** A script tag stands for an element right after it. */
function placeAfter(script) {
  if (script.closest('head')) {
    console.error(`<script ${ALIAS}> shows the vehicles where it stands: move it into the <body>`);
  } else if (script.nextElementSibling?.localName !== TAG) {
    const element = document.createElement(TAG);
    for (const { name, value } of script.attributes) {
      if (name.startsWith('data-') && name !== ALIAS) element.setAttribute(name.slice(5), value);
    }
    script.after(element);
  }
}

class AutengoVehiclesElement extends HTMLElement {
  connectedCallback() {
    instanceOf(this, '').enter();
  }

  disconnectedCallback() {
    instanceOf(this, '').settle();
  }
}

// Pages load scripts twice; the first one serves all.
if (!customElements.get(TAG)) {
  // The measure of the styles, which cannot register it themselves from within a shadow root.
  CSS.registerProperty?.({ name: '--autengo-unit', syntax: '<length>', inherits: true, initialValue: '16px' });
  customElements.define(TAG, AutengoVehiclesElement);
  adopt(document);
  observer.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['lang', ALIAS] });
}
