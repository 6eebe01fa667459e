// The host: a dealer's website, on another origin than the assets and the API.
import { listen, type Server } from './server';

export type Page = { html: string; headers?: Record<string, string> };

export type Site = Server & { pages: Map<string, Page> };

/** Serves the pages it is given; every other path is a page of the host's own that names it. */
export async function serveSite(): Promise<Site> {
  const pages = new Map<string, Page>();
  const server = await listen((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    const { html, headers } = pages.get(pathname) ?? { html: `<!doctype html><title>host ${pathname}</title><h1>${pathname}</h1>` };
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store', ...headers });
    response.end(html);
  });
  return { ...server, pages };
}

export type HostOptions = {
  /** In the head, before everything of the widget. */
  head?: string;
  /** The widget's own lines; without them, the two lines of the README. */
  body?: string;
  lang?: string;
};

/** A page as dealers have them: links, an anchor, something above and below the widget. */
export const hostPage = (widget: string, { head = '', body = widget, lang = 'de' }: HostOptions = {}): string => `<!doctype html>
<html lang="${lang}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Autohaus Beispiel</title>
  <link rel="icon" href="data:,">
  ${head}
</head>
<body>
  <header><nav aria-label="Hauptmenü"><a href="/werkstatt?von=fahrzeuge">Werkstatt</a> <a href="#kontakt">Kontakt</a></nav></header>
  <main>
    <h1>Unsere Fahrzeuge</h1>
    ${body}
  </main>
  <footer id="kontakt"><p class="own">Autohaus Beispiel GmbH, Berlin</p></footer>
</body>
</html>`;

/** An element with these attributes: `true` is one without a value, `undefined` is none. */
export function element(attributes: Record<string, string | true | undefined>, content: string, name = 'autengo-vehicles'): string {
  const text = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => (value === true ? ` ${key}` : ` ${key}="${String(value).replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`))
    .join('');
  return `<${name}${text}>${content}</${name}>`;
}
