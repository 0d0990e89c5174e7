import * as vscode from 'vscode';
import {
  type AsOf,
  defaultHighlighting,
  defaultSpeakingRate,
  type Highlighting,
  type HighlightKind,
  highlightKinds,
  type Judging,
  readDay,
  severities,
  type Severity,
} from '../../core';

// The only module that reads settings. Values come from files that anyone may have written by hand: what is malformed
// counts as not set.

const section = 'tuiqiao';

/** Settings in force for one document. */
export interface Settings {
  readonly enable: boolean;
  /** Languages that are reviewed besides `official-speech`, where their text is Chinese prose. */
  readonly languages: readonly string[];
  /** Globs of documents that are not reviewed, relative to the workspace folder. */
  readonly exclude: readonly string[];
  readonly asOf: AsOf;
  /** The text of `tuiqiao.asOf` if it is neither today, document nor a day; `asOf` is today then. */
  readonly malformedAsOf: string | undefined;
  /** Severity by rule id. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  /** Characters per minute, above 0. */
  readonly speakingRate: number;
  /** Whether every section shows how long it is. */
  readonly sectionLength: boolean;
  readonly highlight: Highlighting;
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function isSeverity(value: unknown): value is Severity | 'off' {
  return value === 'off' || severities.includes(value as Severity);
}

/** The as-of date that is meant; undefined where it is neither today, document nor a day. */
function asOfIn(value: unknown): AsOf | undefined {
  if (value === 'today' || value === 'document') return value;
  const reading = readDay(String(value));
  return 'day' in reading ? reading.day : undefined;
}

function highlighting(value: unknown): Highlighting {
  const chosen = Object.entries(value ?? {}).filter(
    ([kind, on]) => highlightKinds.includes(kind as HighlightKind) && typeof on === 'boolean',
  );
  return { ...defaultHighlighting, ...Object.fromEntries(chosen) };
}

/** Settings in force for the document or the folder, or where none is open. */
export function settingsOf(place: vscode.TextDocument | vscode.Uri | undefined): Settings {
  const stored = vscode.workspace.getConfiguration(section, place);
  const written: unknown = stored.get('asOf', 'today');
  const asOf = asOfIn(written);
  const rate: unknown = stored.get('speakingRate');
  return {
    enable: stored.get('enable') !== false,
    languages: strings(stored.get('languages')),
    exclude: strings(stored.get('exclude')),
    asOf: asOf ?? 'today',
    malformedAsOf: asOf === undefined ? String(written) : undefined,
    rules: Object.fromEntries(
      Object.entries(stored.get<object>('rules') ?? {}).filter(([, value]) => isSeverity(value)),
    ),
    speakingRate: typeof rate === 'number' && rate > 0 ? rate : defaultSpeakingRate,
    sectionLength: stored.get('sectionLength') === true,
    highlight: highlighting(stored.get('highlight')),
  };
}

/** By what the texts there are judged, but for the day it is. */
export function judgingOf(place: vscode.TextDocument | vscode.Uri): Omit<Judging, 'today'> {
  const { asOf, rules, speakingRate } = settingsOf(place);
  return { asOf, severities: rules, speakingRate };
}

/** What a workspace folder makes of the lexicon; of the workspace where it is of no folder. */
export interface LexiconSettings {
  /** Lexicon files besides those in `.tuiqiao`, by their paths in the folder. */
  readonly files: readonly string[];
  /** Ids of entries that are switched off. */
  readonly disabled: readonly string[];
}

/** Lexicon settings in force for the folder. */
export function lexiconSettingsOf(folder: vscode.WorkspaceFolder | undefined): LexiconSettings {
  const stored = vscode.workspace.getConfiguration(section, folder);
  return { files: strings(stored.get('lexicons')), disabled: strings(stored.get('lexicon.disabled')) };
}

/** Whether the change touches the lexicon settings of the folder. */
export function lexiconSettingsChanged(
  change: vscode.ConfigurationChangeEvent,
  folder: vscode.WorkspaceFolder | undefined,
): boolean {
  return ['lexicons', 'lexicon.disabled'].some((name) => change.affectsConfiguration(`${section}.${name}`, folder));
}

/** Stores which entries are switched off, where the setting stands now: folder, workspace or user. */
export async function storeDisabled(folder: vscode.WorkspaceFolder | undefined, ids: readonly string[]): Promise<void> {
  const stored = vscode.workspace.getConfiguration(section, folder);
  const values = stored.inspect('lexicon.disabled');
  const { WorkspaceFolder, Workspace, Global } = vscode.ConfigurationTarget;
  const inUse = [
    [WorkspaceFolder, values?.workspaceFolderValue] as const,
    [Workspace, values?.workspaceValue] as const,
    [Global, values?.globalValue] as const,
  ].find(([, value]) => value !== undefined);
  const target = inUse?.[0] ?? (vscode.workspace.workspaceFolders ? Workspace : Global);
  await stored.update('lexicon.disabled', ids, target);
}

/** Whether the editor puts the document right as one types: its own setting `editor.formatOnType`. */
export function formatsOnType(document: vscode.TextDocument): boolean {
  return vscode.workspace.getConfiguration('editor', document).get('formatOnType') === true;
}

/** Whether the change touches settings of this extension that hold for the document. */
export function settingsChanged(change: vscode.ConfigurationChangeEvent, document: vscode.TextDocument): boolean {
  return change.affectsConfiguration(section, document);
}

/** Stores the as-of date for the workspace, or for the user where no folder is open. */
export async function storeAsOf(asOf: AsOf): Promise<void> {
  const target = vscode.workspace.workspaceFolders
    ? vscode.ConfigurationTarget.Workspace
    : vscode.ConfigurationTarget.Global;
  await vscode.workspace.getConfiguration(section).update('asOf', asOf, target);
}

/** Stores whether phrases of the kind are highlighted, where the setting stands now: folder, workspace or user. */
export async function storeHighlight(
  document: vscode.TextDocument | undefined,
  kind: HighlightKind,
  on: boolean,
): Promise<void> {
  const stored = vscode.workspace.getConfiguration(section, document);
  const values = stored.inspect<object>('highlight');
  const [target, value] = values?.workspaceFolderValue
    ? [vscode.ConfigurationTarget.WorkspaceFolder, values.workspaceFolderValue]
    : values?.workspaceValue
      ? [vscode.ConfigurationTarget.Workspace, values.workspaceValue]
      : [vscode.ConfigurationTarget.Global, values?.globalValue];
  await stored.update('highlight', { ...value, [kind]: on }, target);
}
