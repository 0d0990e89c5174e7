import * as vscode from 'vscode';
import {
  type AsOf,
  type Configuration,
  defaultHighlighting,
  type Highlighting,
  type HighlightKind,
  highlightKinds,
  isSeverity,
  type Member,
  members,
  readAsOf,
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
  /** The text of `tuiqiao.asOf` if it is neither today, document nor a day. */
  readonly malformedAsOf: string | undefined;
  /** Whether every section shows how long it is. */
  readonly sectionLength: boolean;
  readonly highlight: Highlighting;
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** The as-of date that is meant; undefined where it is neither today, document nor a day. */
function asOfIn(value: unknown): AsOf | undefined {
  const reading = readAsOf(String(value));
  return 'asOf' in reading ? reading.asOf : undefined;
}

/** The value of a setting that somebody has chosen, for themselves, the workspace or the folder; not its default. */
function chosen(stored: vscode.WorkspaceConfiguration, name: string): unknown {
  const values = stored.inspect<unknown>(name);
  const byScope = [values?.globalValue, values?.workspaceValue, values?.workspaceFolderValue];
  const byLanguage = [
    values?.globalLanguageValue,
    values?.workspaceLanguageValue,
    values?.workspaceFolderLanguageValue,
  ];
  return [...byScope, ...byLanguage].some((value) => value !== undefined) ? stored.get(name) : undefined;
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
  return {
    enable: stored.get('enable') !== false,
    languages: strings(stored.get('languages')),
    exclude: strings(stored.get('exclude')),
    malformedAsOf: asOfIn(written) === undefined ? String(written) : undefined,
    sectionLength: stored.get('sectionLength') === true,
    highlight: highlighting(stored.get('highlight')),
  };
}

/** What the settings say of how the texts there are judged, as far as somebody has chosen it. */
export function chosenFor(place: vscode.TextDocument | vscode.Uri | undefined): Configuration {
  const stored = vscode.workspace.getConfiguration(section, place);
  const written = chosen(stored, 'asOf');
  const asOf = written === undefined ? undefined : asOfIn(written);
  const rules = Object.entries((chosen(stored, 'rules') ?? {}) as object).filter(([, value]) => isSeverity(value));
  const rate = chosen(stored, 'speakingRate');
  const profile = chosen(stored, 'wordProfile');
  return {
    ...(asOf !== undefined && { asOf }),
    ...(rules.length > 0 && { rules: Object.fromEntries(rules) }),
    ...(typeof rate === 'number' && rate > 0 && { speakingRate: rate }),
    ...(typeof profile === 'string' && profile !== '' && { wordProfile: profile }),
  };
}

/** The setting that says what a member of a configuration says, where there is one. */
const settingOf: { readonly [M in Member]?: string } = {
  asOf: 'asOf',
  rules: 'rules',
  disabled: 'lexicon.disabled',
  lexicons: 'lexicons',
  exclude: 'exclude',
  speakingRate: 'speakingRate',
  wordProfile: 'wordProfile',
};

/** Whether a person may say in the settings what the member says. */
export function hasSetting(member: Member): boolean {
  return settingOf[member] !== undefined;
}

/** What the settings say there of everything that an office may say too, as far as somebody has chosen it. */
export function allChosenFor(folder: vscode.WorkspaceFolder | undefined): Configuration {
  const stored = vscode.workspace.getConfiguration(section, folder);
  const lists = (['disabled', 'lexicons', 'exclude'] as const).map((member) => {
    const values = strings(chosen(stored, settingOf[member] ?? ''));
    return values.length > 0 ? [[member, values] as const] : [];
  });
  return { ...chosenFor(folder?.uri), ...Object.fromEntries(lists.flat()) };
}

/** A setting that somebody has chosen, where it is stored. */
export interface StoredChoice {
  readonly member: Member;
  readonly scope: vscode.ConfigurationTarget;
  readonly value: unknown;
}

/** Every chosen setting that an office may say too, as it is stored: those of the user before those of workspace and folder. */
export function storedChoices(folder: vscode.WorkspaceFolder): StoredChoice[] {
  const { Global, Workspace, WorkspaceFolder } = vscode.ConfigurationTarget;
  const stored = vscode.workspace.getConfiguration(section, folder);
  return members.flatMap((member) => {
    const name = settingOf[member];
    if (name === undefined) return [];
    const values = stored.inspect<unknown>(name);
    // The settings of a folder that is opened by itself are those of the workspace.
    const alone = JSON.stringify(values?.workspaceFolderValue) === JSON.stringify(values?.workspaceValue);
    const scopes = [
      [Global, values?.globalValue] as const,
      [Workspace, values?.workspaceValue] as const,
      [WorkspaceFolder, alone ? undefined : values?.workspaceFolderValue] as const,
    ];
    return scopes.flatMap(([scope, value]) => (value === undefined ? [] : [{ member, scope, value }]));
  });
}

/** Takes chosen settings away, where they are stored. */
export async function withdraw(folder: vscode.WorkspaceFolder, choices: readonly StoredChoice[]): Promise<void> {
  const stored = vscode.workspace.getConfiguration(section, folder);
  for (const { member, scope } of choices) await stored.update(settingOf[member] ?? '', undefined, scope);
}

/** Shows the setting of a member to the user. */
export async function openSetting(member: Member): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.openSettings', `${section}.${settingOf[member] ?? ''}`);
}

/** What the settings make of the lexicon of a workspace folder; of the workspace where it is of no folder. */
export function lexiconSettingsOf(
  folder: vscode.WorkspaceFolder | undefined,
): Required<Pick<Configuration, 'lexicons' | 'disabled'>> {
  const stored = vscode.workspace.getConfiguration(section, folder);
  return { lexicons: strings(stored.get('lexicons')), disabled: strings(stored.get('lexicon.disabled')) };
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

/** Whether the change touches settings of this extension. */
export function settingsChanged(change: vscode.ConfigurationChangeEvent): boolean {
  // Of no document: for one VS Code tells of values alone, and not that somebody has chosen what was the default.
  return change.affectsConfiguration(section);
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
