import type { TaskRow } from '../../core/assignments';

/** A row as the page holds it. */
export interface PageRow extends TaskRow {
  /** The sentence as it stands in the document, and where it began; empty for a row that the user added. */
  readonly original: string;
  readonly start: number;
}

/** How the table can be exported. */
export const exportFormats = ['markdown', 'csv', 'docx'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** The table in the place of the one before. */
export interface ShowMessage {
  readonly type: 'show';
  /** URI of the document that it was made from. */
  readonly uri: string;
  readonly title: string;
  readonly rows: readonly PageRow[];
}

/** What the page tells the extension. */
export type PageMessage =
  /** It can be told what to show, and has nothing of its own. */
  | { readonly type: 'ready' }
  /** The user asked for the sentence of a row. */
  | { readonly type: 'reveal'; readonly original: string; readonly start: number }
  /** The user asked for the table to be made anew. */
  | { readonly type: 'again'; readonly edited: boolean }
  | {
      readonly type: 'export';
      readonly format: ExportFormat;
      readonly title: string;
      readonly rows: readonly TaskRow[];
    };

/** What the page keeps over a reload of the window. */
export interface PageState {
  readonly uri: string;
  readonly title: string;
  readonly rows: readonly PageRow[];
  /** Whether the user has changed anything. */
  readonly edited: boolean;
}
