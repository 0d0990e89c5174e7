/** What the extension tells the page: the report in place of the one before. */
export interface ShowMessage {
  readonly type: 'show';
  /** HTML; everything in it has been escaped. */
  readonly content: string;
  /** URI of the document; absent where none is shown. */
  readonly uri?: string;
  /** Number of this content; messages about it bear it. */
  readonly revision: number;
}

/** What the page tells the extension. */
export type PageMessage =
  /** It can be told what to show. */
  | { readonly type: 'ready' }
  /** The user asked for a place of the text. */
  | { readonly type: 'reveal'; readonly start: number; readonly end: number; readonly revision: number }
  /** The user asked for the report as a file. */
  | { readonly type: 'export' }
  /** The user asked for a review as of today. */
  | { readonly type: 'today' };

/** What the page keeps over a reload of the window. */
export interface PageState {
  readonly uri?: string;
  /** Distance from the top, in pixels. */
  readonly scroll: number;
  /** Severities that are left out. */
  readonly without: readonly string[];
  /** Id of the only rule that is shown; empty for all. */
  readonly rule: string;
  /** Whether the table behind the map is open. */
  readonly open: boolean;
}
