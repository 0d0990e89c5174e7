import * as vscode from 'vscode';
import { chineseDate } from '../core/date';
import {
  completeSalutation,
  factsNeeded,
  fillSkeleton,
  nameFault,
  parseSkeletons,
  readDay,
  suggestions,
  type FactName,
  type Facts,
  type Skeleton,
} from '../core/skeleton';

/** Contributes 新建讲话稿: pick a skeleton, answer for its few facts, go on in an untitled draft with live tab stops. */
export function register(context: vscode.ExtensionContext): void {
  const file = vscode.Uri.joinPath(context.extensionUri, 'snippets', 'speeches.json');
  // Answers given before a cancellation are offered again; they are kept in memory only, a speech being confidential.
  let kept: Facts = {};

  async function newSpeech(): Promise<void> {
    const skeletons = parseSkeletons(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)));
    const skeleton = await pickSkeleton(skeletons);
    if (!skeleton) return;
    const names = factsNeeded(skeleton);
    const facts: Partial<Record<FactName, string>> = {};
    for (const [step, name] of names.entries()) {
      const title = vscode.l10n.t('New Speech ({0}/{1})', step + 1, names.length);
      const answer = await asks[name]({ skeleton, title, kept: kept[name] });
      if (answer === undefined) {
        kept = { ...kept, ...facts };
        return;
      }
      facts[name] = answer;
    }
    kept = {};
    const document = await vscode.workspace.openTextDocument({ language: 'official-speech', content: '' });
    const editor = await vscode.window.showTextDocument(document);
    await editor.insertSnippet(new vscode.SnippetString(fillSkeleton(skeleton, facts)), new vscode.Position(0, 0));
  }

  context.subscriptions.push(vscode.commands.registerCommand('tuiqiao.newSpeech', newSpeech));
}

async function pickSkeleton(skeletons: readonly Skeleton[]): Promise<Skeleton | undefined> {
  const picked = await vscode.window.showQuickPick(
    skeletons.map((skeleton) => ({
      label: skeleton.name,
      description: skeleton.prefix,
      detail: skeleton.description,
      skeleton,
    })),
    {
      title: vscode.l10n.t('New Speech'),
      placeHolder: vscode.l10n.t('Choose the kind of draft'),
      matchOnDescription: true,
      matchOnDetail: true,
    },
  );
  return picked?.skeleton;
}

interface Question {
  readonly skeleton: Skeleton;
  readonly title: string;
  readonly kept: string | undefined;
}

/** How each fact is asked for. An empty answer leaves the tab stop to the draft; undefined means cancelled. */
const asks: Record<FactName, (question: Question) => Promise<string | undefined>> = {
  occasion: (question) =>
    askName('occasion', vscode.l10n.t('Name of the meeting or event; leave it empty to fill it in later'), question),
  speaker: (question) =>
    askName('speaker', vscode.l10n.t('Post and name of the speaker; leave it empty to fill it in later'), question),
  date: askDate,
  salutation: askSalutation,
};

async function askName(fact: FactName, prompt: string, { skeleton, title, kept }: Question) {
  const answer = await vscode.window.showInputBox({
    title,
    prompt,
    placeHolder: suggestions(skeleton, fact)[0],
    value: kept,
    ignoreFocusOut: true,
    validateInput: (text) => {
      switch (nameFault(text)) {
        case 'framed':
          return vscode.l10n.t('Give the name of the meeting or event alone; the words of the title are added to it.');
        case 'mark':
          return vscode.l10n.t('Leave out the punctuation mark at the end; the draft has its own.');
        default:
          return undefined;
      }
    },
  });
  return answer?.trim();
}

async function askDate({ title, kept }: Question) {
  const now = new Date();
  const answer = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('Date of the speech'),
    value: kept || `${now.getFullYear()}年${now.getMonth() + 1}月${now.getDate()}日`,
    ignoreFocusOut: true,
    validateInput: (text) =>
      text.trim() === '' || readDay(text)
        ? undefined
        : vscode.l10n.t('Write a date of the calendar, such as 2026年11月20日 or 2026-11-20.'),
  });
  if (answer === undefined) return undefined;
  const day = readDay(answer);
  return day ? chineseDate(day) : '';
}

async function askSalutation({ skeleton, title, kept }: Question) {
  const other = vscode.l10n.t('Another salutation…');
  const offered = suggestions(skeleton, 'salutation');
  const picked = await vscode.window.showQuickPick(
    [...(kept && !offered.includes(kept) ? [kept] : []), ...offered, other],
    { title, placeHolder: vscode.l10n.t('Salutation'), ignoreFocusOut: true },
  );
  if (picked !== other) return picked;
  const answer = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('Salutation; a colon is added where it is missing, empty to choose in the draft'),
    value: kept,
    ignoreFocusOut: true,
  });
  return answer?.trim() ? completeSalutation(answer) : answer?.trim();
}
