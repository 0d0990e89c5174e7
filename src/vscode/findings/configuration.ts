import * as vscode from 'vscode';
import {
  chineseDate,
  type Configuration,
  configurationFile,
  type Member,
  members,
  type Origin,
  originOf,
  parseConfiguration,
  placesIn,
  ruleTitle,
  type Severity,
} from '../../core';
import { folderOf, pathIn, placeOf } from '../host/folders';
import { rangeInText } from '../host/positions';
import { allChosenFor, hasSetting, openSetting, storedChoices, type StoredChoice, withdraw } from '../host/settings';
import type { Reviews } from '../workspace/reviews';

/** How long a message stays in the status bar, in milliseconds. */
const messageTime = 5_000;

function nameOf(member: Member): string {
  switch (member) {
    case 'asOf':
      return vscode.l10n.t('As-of date');
    case 'rules':
      return vscode.l10n.t('Severity of rules');
    case 'disabled':
      return vscode.l10n.t('Entries switched off');
    case 'lexicons':
      return vscode.l10n.t('Further lexicon files');
    case 'exclude':
      return vscode.l10n.t('Documents left out');
    case 'speakingRate':
      return vscode.l10n.t('Characters a minute');
    case 'targetLength':
      return vscode.l10n.t('Target Length');
    case 'wordProfile':
      return vscode.l10n.t('Word profile');
    case 'wordProfiles':
      return vscode.l10n.t('Own Word profiles');
    case 'readings':
      return vscode.l10n.t('Readings of names');
  }
}

function severityText(severity: Severity | 'off'): string {
  switch (severity) {
    case 'error':
      return vscode.l10n.t('error');
    case 'warning':
      return vscode.l10n.t('warning');
    case 'information':
      return vscode.l10n.t('information');
    case 'hint':
      return vscode.l10n.t('hint');
    case 'off':
      return vscode.l10n.t('not checked');
  }
}

/** What a configuration says of the member, in words; empty where it says nothing. */
function valueOf(member: Member, said: Configuration): string {
  switch (member) {
    case 'asOf':
      if (said.asOf === 'today') return vscode.l10n.t('Today');
      if (said.asOf === 'document') return vscode.l10n.t('Date of the document');
      return said.asOf ? chineseDate(said.asOf) : '';
    case 'rules':
      return Object.entries(said.rules ?? {})
        .map(([id, severity]) => `${ruleTitle(id)} ${severityText(severity)}`)
        .join('，');
    case 'targetLength': {
      const target = said.targetLength;
      if (!target) return '';
      return 'characters' in target
        ? vscode.l10n.t('{0} characters', target.characters)
        : vscode.l10n.t('{0} minutes', target.minutes);
    }
    case 'speakingRate':
      return said.speakingRate === undefined ? '' : String(said.speakingRate);
    case 'wordProfile':
      return said.wordProfile ?? '';
    case 'wordProfiles':
      return Object.keys(said.wordProfiles ?? {}).join('，');
    case 'readings':
      return Object.entries(said.readings ?? {})
        .map(([name, reading]) => `${name} ${reading}`)
        .join('，');
    default:
      return (said[member] ?? []).join('，');
  }
}

/** Where a value comes from, in words; and where a setting goes before the file, what the file says. */
function originText(member: Member, origin: Origin, file: string, office: Configuration): string {
  switch (origin) {
    case 'office':
      return vscode.l10n.t('From {0}', file);
    case 'both':
      return vscode.l10n.t('From {0} and the settings together', file);
    case 'person':
      return office[member] === undefined
        ? vscode.l10n.t('From the settings')
        : vscode.l10n.t('From the settings, which go before {0}: {1}', file, valueOf(member, office));
    case 'default':
      return vscode.l10n.t('Default');
  }
}

/** The file as the user knows it: from the workspace folder, or whole where it lies outside. */
function fileName(folder: vscode.Uri): string {
  return vscode.workspace.asRelativePath(vscode.Uri.joinPath(folder, configurationFile));
}

/** What the status item says of the configuration by which the document is judged; nothing where there is none. */
export async function configurationNotes(reviews: Reviews, document: vscode.TextDocument): Promise<string[]> {
  const { folder, standing } = await reviews.configurations.of(document.uri);
  if (!folder) return [];
  const file = fileName(folder);
  const person = allChosenFor(folderOf(document.uri));
  const before = members.filter(
    (member) =>
      standing.configuration[member] !== undefined && originOf(member, person, standing.configuration) === 'person',
  );
  return [
    vscode.l10n.t('Configured by {0}', file),
    ...(before.length > 0 ? [vscode.l10n.t('Settings go before it: {0}', before.map(nameOf).join('，'))] : []),
    ...(standing.problems.length > 0 ? [vscode.l10n.t('{0} has faults, see Problems', file)] : []),
  ];
}

interface Item extends vscode.QuickPickItem {
  readonly member: Member;
  readonly origin: Origin;
}

/** Shows every value and where it comes from; the one that is picked is opened there. */
async function show(reviews: Reviews): Promise<void> {
  const uri = vscode.window.activeTextEditor?.document.uri;
  const { folder, standing } = await reviews.configurations.nearest(placeOf(uri));
  const office = standing.configuration;
  const person = allChosenFor(folderOf(uri));
  const file = folder ? fileName(folder) : configurationFile;
  const items = members.map((member): Item => {
    const origin = originOf(member, person, office);
    const values = origin === 'both' ? [office, person] : [origin === 'person' ? person : office];
    return {
      label: nameOf(member),
      description: values.map((said) => valueOf(member, said)).join('，'),
      detail: originText(member, origin, file, office),
      member,
      origin,
    };
  });
  const title = vscode.l10n.t('Configuration');
  const picked = await vscode.window.showQuickPick(items, { title, matchOnDescription: true, matchOnDetail: true });
  if (!picked) return;
  const { member, origin } = picked;
  const inFile = folder && (origin === 'office' || origin === 'both' || !hasSetting(member));
  if (!inFile) return openSetting(member);
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, configurationFile));
  const selection = rangeInText(document.getText(), placesIn(document.getText())(member));
  await vscode.window.showTextDocument(document, { selection });
}

function scopeName(scope: vscode.ConfigurationTarget): string {
  switch (scope) {
    case vscode.ConfigurationTarget.Global:
      return vscode.l10n.t('User setting: taken away for other folders too');
    case vscode.ConfigurationTarget.Workspace:
      return vscode.l10n.t('Workspace setting');
    case vscode.ConfigurationTarget.WorkspaceFolder:
      return vscode.l10n.t('Folder setting');
  }
}

/** What a configuration would say that held the choice; undefined where none could. */
function saidBy({ member, value }: StoredChoice): Configuration | undefined {
  const { configuration, problems } = parseConfiguration(JSON.stringify({ [member]: value }), configurationFile);
  return problems.some(({ severity }) => severity === 'error') ? undefined : configuration;
}

/**
 * What the file of the office says once it has taken the choices over, by where it stands: of lists what both say.
 * @param prefix of paths of the choices
 */
function takenOver(office: Configuration, choices: readonly StoredChoice[], prefix: string): [string[], unknown][] {
  const lists = new Map<Member, readonly unknown[]>();
  return choices.flatMap(({ member, value }): [string[], unknown][] => {
    if (member === 'rules') return Object.entries(value as object).map(([id, severity]) => [[member, id], severity]);
    if (!Array.isArray(value)) return [[[member], value]];
    const isPath = member === 'lexicons' || member === 'exclude';
    const before = lists.get(member) ?? ((office[member] ?? []) as readonly unknown[]);
    const all = [...new Set([...before, ...value.map((one) => (isPath ? `${prefix}${one}` : one))])];
    lists.set(member, all);
    return [[[member], all]];
  });
}

/** Moves settings into the configuration of the folder, those of the workspace unless the user says otherwise. */
async function write(reviews: Reviews): Promise<void> {
  const workspace = folderOf(vscode.window.activeTextEditor?.document.uri);
  if (!workspace) {
    return void vscode.window.showWarningMessage(
      vscode.l10n.t('Open a folder first: its configuration is kept in it.'),
    );
  }
  const { folder = workspace.uri, standing } = await reviews.configurations.nearest(workspace.uri);
  const uri = vscode.Uri.joinPath(folder, configurationFile);
  const items = storedChoices(workspace)
    .flatMap((choice) => {
      const said = saidBy(choice);
      return said ? [{ choice, said }] : [];
    })
    .map(({ choice, said }) => ({
      label: nameOf(choice.member),
      description: scopeName(choice.scope),
      detail: valueOf(choice.member, said),
      picked: choice.scope !== vscode.ConfigurationTarget.Global,
      choice,
    }));
  const title = vscode.l10n.t('Move these settings into {0}', fileName(folder));
  const picked =
    items.length > 0
      ? await vscode.window.showQuickPick(items, { title, canPickMany: true, ignoreFocusOut: true })
      : [];
  if (!picked) return;
  const choices = picked.map(({ choice }) => choice);
  const path = pathIn(folder, workspace.uri);
  const values = takenOver(standing.configuration, choices, path ? `${path}/` : '');
  if (!(await reviews.configurations.write(folder, values))) return;
  await withdraw(workspace, choices);
  await vscode.window.showTextDocument(uri);
  if (choices.length > 0) {
    const message = vscode.l10n.t(
      'Moved into {0}: {1}',
      fileName(folder),
      choices.map(({ member }) => nameOf(member)).join('，'),
    );
    vscode.window.setStatusBarMessage(message, messageTime);
  }
}

/** Registers the commands that show what a speech is judged by, and that move settings into the folder's configuration. */
export function register(context: vscode.ExtensionContext, reviews: Reviews): void {
  context.subscriptions.push(
    vscode.commands.registerCommand('tuiqiao.showConfiguration', () => show(reviews)),
    vscode.commands.registerCommand('tuiqiao.writeConfiguration', () => write(reviews)),
  );
}
