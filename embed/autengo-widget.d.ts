/** The element `<autengo-vehicles>`; the script defines it, as a module or a classic one. */
export interface AutengoVehiclesElement extends HTMLElement {
  /** What a visitor has typed into an inquiry and not yet sent. It outlives the program that shows the form. */
  autengoDraft?: string;
}

/** The element's attributes, as `embed/attributes.json` has them. */
export interface AutengoVehiclesAttributes {
  /** The address of the API: the host's own proxy. Default: `https://api.dev-stage.autengo.com/v3`. */
  'api-base'?: string;
  /** The key that is sent as `X-Api-Key`; open to everybody who looks at the page. */
  'api-key'?: string;
  /** The language; without it that of the page, else of the browser. */
  'lang'?: string;
  /** Lets visitors change the language. */
  'language-switch'?: '' | boolean;
  /** Locked conditions, which visitors can narrow but not widen. */
  'filter'?: string;
  /** The order of the list: a column of `GET /vehicle`, and `asc` or `desc`. Default: `created desc`. */
  'order'?: string;
  /** The number of vehicles on a page, 1 to 100. Default: `24`. */
  'page-size'?: number | `${number}`;
  /** The filters and their order, with spaces between. */
  'facets'?: string;
  /** The size of a stock that is loaded whole and filtered without requests; 0 for never. Default: `500`. */
  'local-up-to'?: number | `${number}`;
  /** The field that is the price. */
  'price-field'?: 'price' | 'priceYard';
  /** The addresses of the pictures, with `{sellingId}`, `{internalId}` and `{n}`. */
  'photo-url'?: string;
  /** The privacy policy; without it the page's `link[rel=privacy-policy]`. */
  'privacy-url'?: string;
  /** The phone number that is shown where the widget cannot help. */
  'phone'?: string;
  /** The e-mail address that is shown where the widget cannot help. */
  'email'?: string;
  /** The key below which the page's address carries the search; empty for bare keys. Default: `cars`. */
  'url-key'?: string;
  /** The ground of its own that the widget brings. Default: `auto`. */
  'theme'?: 'auto' | 'light' | 'dark';
  /** The level of the widget's first heading, 1 to 4. Default: `2`. */
  'heading-level'?: number | `${number}`;
  /** The way of new cars that lack data which an advertisement must state. Default: `mask`. */
  'incomplete-new'?: 'mask' | 'show';
  /** Whether the page's title names the open vehicle. Default: `on`. */
  'page-title'?: 'on' | 'off';
  /** Whether the page's head describes the open vehicle to search engines. Default: `on`. */
  'structured-data'?: 'on' | 'off';
}

/** The vehicles can be seen and used. */
export type AutengoReadyEvent = CustomEvent<Record<string, never>>;

/** A search was answered. */
export type AutengoSearchEvent = CustomEvent<{ query: string; total: number }>;

/** A vehicle's page is shown. */
export type AutengoViewEvent = CustomEvent<{ sellingId: string }>;

/** An inquiry has arrived. */
export type AutengoInquiryEvent = CustomEvent<{ sellingId: string; opportunityId: string }>;

/** Something failed: `load` and `panic` mean that the element shows its own content instead. */
export type AutengoErrorEvent = CustomEvent<{ kind: 'load' | 'panic' | (string & {}); of?: string }>;

declare global {
  interface HTMLElementTagNameMap {
    'autengo-vehicles': AutengoVehiclesElement;
  }

  /** All of them bubble and cross shadow roots. */
  interface HTMLElementEventMap {
    'autengo:ready': AutengoReadyEvent;
    'autengo:search': AutengoSearchEvent;
    'autengo:view': AutengoViewEvent;
    'autengo:inquiry': AutengoInquiryEvent;
    'autengo:error': AutengoErrorEvent;
  }
}
