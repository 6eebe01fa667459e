/** The element `<autengo-vehicles>`; the script defines it, as a module or a classic one. */
export interface AutengoVehiclesElement extends HTMLElement {
  /** What a visitor has typed into an inquiry and not yet sent. It outlives the program that shows the form. */
  autengoDraft?: string;
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
