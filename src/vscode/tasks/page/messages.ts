import type { TaskRow } from '../../../core';

/** A row as the page holds it. */
export interface PageRow extends TaskRow {
  /** The sentence as it stands in the document, and where it began; empty for a row that the user added. */
  readonly original: string;
  readonly start: number;
  /** Which of the tasks of that sentence it is, from 0. */
  readonly ordinal: number;
  /** Whether the user has written in it. */
  readonly corrected: boolean;
  /** Whether its sentence is no longer in the document. */
  readonly gone: boolean;
  /** Whether it is a call without a body or a time, which the table keeps apart until the user writes in it. */
  readonly exhortation?: boolean;
}

/** The table as it is made from a document. */
export interface MadeTable {
  readonly title: string;
  readonly rows: readonly PageRow[];
}

/** The table as the user has left it: what the page keeps over a reload of the window, and the extension over a closed tab. */
export interface PageState extends MadeTable {
  /** URI of the document that it was made from. */
  readonly uri: string;
  /** Whether the user has written the title. */
  readonly retitled: boolean;
  /** Rows of the document that the user has deleted. */
  readonly removed: readonly PageRow[];
  /** Whether the user has changed anything. */
  readonly edited: boolean;
}

/** How the table can be exported. */
export const exportFormats = ['markdown', 'csv', 'docx'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** The table in the place of the one before. */
export interface ShowMessage {
  readonly type: 'show';
  readonly table: PageState;
}

/** The document has another URI now. */
export interface MovedMessage {
  readonly type: 'moved';
  readonly uri: string;
}

/** What the page tells the extension. */
export type PageMessage =
  /** It can be told what to show, and has nothing of its own. */
  | { readonly type: 'ready' }
  /** The user has changed the table. */
  | { readonly type: 'keep'; readonly table: PageState }
  /** The user asked for the sentence of a row. */
  | { readonly type: 'reveal'; readonly original: string; readonly start: number }
  /** The user asked for the table to be made anew. */
  | { readonly type: 'again'; readonly edited: boolean }
  | {
      readonly type: 'export';
      readonly format: ExportFormat;
      readonly title: string;
      readonly rows: readonly TaskRow[];
      /** How many calls are kept apart from them. */
      readonly keptApart: number;
    };
