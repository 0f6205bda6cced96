/**
 * Types of embed.js: the check in a page of another site, as an element that is as tall as what it shows.
 * The guide is docs/embedding.md. A script line takes the same `data-` attributes as the element.
 */

/** What a person chose to hand over to the page around, after saying yes to a list of what it holds. */
export interface QuietLegsHandover {
  /** `"fhir"`: `content` is a FHIR R4 Bundle as JSON. `"text"`: a plain page of text. */
  readonly format: "fhir" | "text";
  readonly content: string;
}

/**
 * Bubbles from the element, once for each hand-over. Call `preventDefault()` while handling it to say that you took it:
 * the person is then told that it arrived.
 */
export type QuietLegsHandoverEvent = CustomEvent<QuietLegsHandover>;

/** `<quiet-legs>`. It loads the check when it is put into a page, and again when one of these attributes changes. */
export interface QuietLegsElement extends HTMLElement {
  readonly dataset: DOMStringMap & QuietLegsData;
}

/** The attributes, as `data-…` on the element or on the script line. `src` on the element means the same as `data-src`. */
export interface QuietLegsData {
  /** Folder of the check, relative to the page or whole. Left out: the folder embed.js came from. */
  src?: string;
  /** What a screen reader calls the frame. Left out: "Restless legs check". Changing it loads nothing again. */
  title?: string;
  /** Height in CSS pixels kept free from the start, 100 or more. Left out: room for the first screen at this width. */
  height?: string;
  /** `"no"`: the height stays, the frame scrolls inside, and no message is sent or heard. */
  resize?: string;
}

/** What the page sends to the frame, to the origin of its address alone. */
export type QuietLegsToFrame = { source: "quiet-legs"; version: 1 } & (
  | { type: "hello" }
  | { type: "received"; id: string }
);

/** What the frame sends to the page, to the origin of the first hello alone. There is no answer in any of it but a hand-over. */
export type QuietLegsToPage = { source: "quiet-legs"; version: 1 } & (
  | { type: "height"; height: number }
  | { type: "page"; page: "start" | "check" | "result" | "other" }
  | ({ type: "handover"; id: string } & QuietLegsHandover)
);

declare global {
  interface HTMLElementTagNameMap {
    "quiet-legs": QuietLegsElement;
  }
  interface HTMLElementEventMap {
    "quiet-legs-handover": QuietLegsHandoverEvent;
  }
}
