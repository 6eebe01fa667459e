// What programs that translate a page make of it: Chromium's puts elements in the place of texts.
import type { Page } from '@playwright/test';

/** Translates the widgets of a page, and what comes into them later. */
export const translate = (page: Page, selector = 'autengo-vehicles'): Promise<void> =>
  page.evaluate((selector) => {
    const put = (text: Text): void => {
      if (!text.data.trim() || text.parentElement?.closest('font, style, textarea')) return;
      const outer = document.createElement('font');
      outer.append(document.createElement('font'));
      outer.firstElementChild!.textContent = text.data;
      text.replaceWith(outer);
    };
    const all = (node: Node): void => {
      if (node instanceof Text) return put(node);
      [...node.childNodes].forEach(all);
    };
    const observed: WeakSet<Node> = ((window as any).translated ??= new WeakSet());
    for (const { shadowRoot } of document.querySelectorAll(selector)) {
      if (!shadowRoot || observed.has(shadowRoot)) continue;
      observed.add(shadowRoot);
      all(shadowRoot);
      const observer = new MutationObserver((changes) => changes.forEach((change) => (change.type === 'childList' ? change.addedNodes.forEach(all) : all(change.target))));
      observer.observe(shadowRoot, { childList: true, characterData: true, subtree: true });
    }
  }, selector);
