import * as vscode from 'vscode';
import {
  changesIn,
  chineseDate,
  type Entry,
  type EntryAnswers,
  kindNames,
  kinds,
  longestRemark,
  type PartialDate,
  placeOfEntry,
  quoted,
  readPartialDate,
  revised,
  answersOf,
  validateLexicon,
} from '../../core';
import { changeFile } from '../host/entry-file';

/** How long a message stays in the status bar, in milliseconds. */
const messageTime = 5_000;

/** Asks for one line; undefined where the user leaves. */
async function ask(
  title: string,
  prompt: string,
  value: string,
  fault: (text: string) => string | undefined = () => undefined,
): Promise<string | undefined> {
  const answer = await vscode.window.showInputBox({
    title,
    prompt,
    value,
    ignoreFocusOut: true,
    validateInput: (text) =>
      text.length > longestRemark ? vscode.l10n.t('Write {0} characters at most.', longestRemark) : fault(text.trim()),
  });
  return answer?.trim();
}

function dateFault(text: string): string | undefined {
  return readPartialDate(text)
    ? undefined
    : vscode.l10n.t('Write a day, a month or a year, such as 2025年3月1日, 2025年3月 or 2025年.');
}

const written = (date: PartialDate | undefined) => (date ? chineseDate(date) : '');

async function askKind(phrase: string, kind: Entry['kind'] | undefined): Promise<Entry['kind'] | undefined> {
  const items = kinds.map((chosen) => ({ label: kindNames[chosen], picked: chosen === kind, chosen }));
  // The one it has stands first, so that Enter keeps it.
  const picked = await vscode.window.showQuickPick(
    items.sort((a, b) => Number(b.picked) - Number(a.picked)),
    { title: vscode.l10n.t('Kind of {0}', quoted(phrase)), ignoreFocusOut: true },
  );
  return picked?.chosen;
}

type Basis = EntryAnswers['source'];

/** What it rests on: null where nothing is said, undefined where the user leaves. */
async function askSource(
  phrase: string,
  before: Basis,
  until: PartialDate | undefined,
): Promise<Basis | null | undefined> {
  const title = await ask(
    vscode.l10n.t('Basis of {0}', quoted(phrase)),
    vscode.l10n.t('Title of the document or report that says so; may be left empty'),
    before?.title ?? '',
  );
  if (!title) return title === '' ? null : undefined;
  const bare = title.replace(/^《(.*)》$/, '$1');
  const issuer = await ask(
    vscode.l10n.t('Who issued {0}', quoted(bare)),
    vscode.l10n.t('Office, speaker or newspaper'),
    before?.issuer ?? '',
  );
  if (issuer === undefined) return undefined;
  const date = await ask(
    vscode.l10n.t('When {0} was issued', quoted(bare)),
    vscode.l10n.t('Such as 2025年3月1日'),
    written(before?.date ?? until),
    dateFault,
  );
  return date === undefined ? undefined : { title: bare, issuer, date: readPartialDate(date) ?? '' };
}

/**
 * Asks what there is to say of a phrase, with what is said already to start from. Undefined where the user leaves.
 * @param before what is said of it so far; absent for a new one
 */
export async function askAnswers(phrase: string, before?: EntryAnswers): Promise<EntryAnswers | undefined> {
  const kind = await askKind(phrase, before?.kind);
  if (!kind) return undefined;
  const end = await ask(
    vscode.l10n.t('Since when is {0} outdated?', quoted(phrase)),
    vscode.l10n.t('First day on which it is no longer to be used, such as 2025年3月1日; leave it empty for one in use'),
    written(before?.until),
    (text) => (text === '' ? undefined : dateFault(text)),
  );
  if (end === undefined) return undefined;
  const until = readPartialDate(end);
  const replacement =
    until === undefined && !before?.replacement
      ? ''
      : await ask(
          vscode.l10n.t('What to write in place of {0}', quoted(phrase)),
          vscode.l10n.t('Words that can take its place; may be left empty'),
          before?.replacement ?? '',
        );
  if (replacement === undefined) return undefined;
  const source = await askSource(phrase, before?.source, until);
  if (source === undefined) return undefined;
  const note = await ask(
    vscode.l10n.t('Note on {0}', quoted(phrase)),
    vscode.l10n.t('What it means, or why it is not to be used; may be left empty'),
    before?.note ?? '',
  );
  return note === undefined ? undefined : { kind, until, replacement, source: source ?? undefined, note };
}

/** What keeps the entry out of a lexicon, in Chinese; undefined where nothing does. */
export function entryFault(entry: Entry): string | undefined {
  const { problems } = validateLexicon({ entries: [entry] }, '');
  return problems.find(({ severity }) => severity === 'error')?.message;
}

/** Asks anew for an entry of an office and writes what has changed. @returns whether it has */
export async function editEntry(uri: vscode.Uri, entry: Entry): Promise<boolean> {
  const answers = await askAnswers(entry.text, answersOf(entry));
  if (!answers) return false;
  const now = revised(entry, answers);
  const fault = entryFault(now);
  if (fault) {
    void vscode.window.showWarningMessage(fault);
    return false;
  }
  const names = new Set([...Object.keys(entry), ...Object.keys(now)]) as ReadonlySet<keyof Entry>;
  const changed = [...names].filter((name) => JSON.stringify(entry[name]) !== JSON.stringify(now[name]));
  if (changed.length === 0) return false;
  const document = await changeFile(uri, '', (json) => {
    const place = placeOfEntry(json, entry.id);
    return (
      place &&
      changesIn(
        json,
        changed.map((name) => [[...place, name], now[name]] as const),
      )
    );
  });
  if (document) vscode.window.setStatusBarMessage(vscode.l10n.t('Changed: {0}', entry.text), messageTime);
  return document !== undefined;
}

/** Takes an entry of an office away, once the user has said yes. */
export async function removeEntry(uri: vscode.Uri, { id, text }: Entry): Promise<void> {
  const remove = vscode.l10n.t('Remove');
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const question = vscode.l10n.t('Remove {0} from {1}?', quoted(text), name);
  const detail = vscode.l10n.t('An entry of the same id that ships with 推敲 is in force again then.');
  const answer = await vscode.window.showWarningMessage(question, { modal: true, detail }, remove);
  if (answer !== remove) return;
  const document = await changeFile(uri, '', (json) => {
    const place = placeOfEntry(json, id);
    return place && changesIn(json, [[place, undefined]]);
  });
  if (document) vscode.window.setStatusBarMessage(vscode.l10n.t('Removed: {0}', text), messageTime);
}
