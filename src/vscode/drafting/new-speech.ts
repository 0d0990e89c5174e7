import * as vscode from 'vscode';
import {
  chineseDate,
  completeSalutation,
  factFields,
  type FactName,
  type Facts,
  factsNeeded,
  fillSkeleton,
  fillTemplate,
  nameFault,
  readDay,
  type Skeleton,
  suggestions,
  type Template,
} from '../../core';
import { dayError } from '../findings/as-of';
import { speechLanguage } from '../host/documents';
import { snippetsIn } from '../host/snippets';
import { templateFiles, type TemplateFile } from '../workspace/template-files';

/** What 新建讲话稿 offers: a skeleton that ships with the product, or a template of the office. */
interface Form {
  readonly item: vscode.QuickPickItem;
  readonly questions: readonly Question[];
  /** The snippet body with the answers written in; an empty answer leaves a tab stop. */
  fill(answers: ReadonlyMap<string, string>): string;
}

/** Contributes 新建讲话稿: pick a form, answer for its few facts, go on in an untitled draft with live tab stops. */
export function register(context: vscode.ExtensionContext): void {
  // Answers given before a cancellation are offered again; they are kept in memory only, a speech being confidential.
  let kept: ReadonlyMap<string, string> = new Map();

  async function newSpeech(): Promise<void> {
    const skeletons = await snippetsIn(context, 'speeches.json');
    const form = await pickForm(skeletons, await templateFiles());
    if (!form) return;
    const answers = new Map<string, string>();
    for (const [step, question] of form.questions.entries()) {
      const title = vscode.l10n.t('New Speech ({0}/{1})', step + 1, form.questions.length);
      const answer = await ask({ ...question, title, kept: kept.get(question.name) });
      if (answer === undefined) {
        kept = new Map([...kept, ...answers]);
        return;
      }
      answers.set(question.name, answer);
    }
    kept = new Map();
    const document = await vscode.workspace.openTextDocument({ language: speechLanguage, content: '' });
    const editor = await vscode.window.showTextDocument(document);
    await editor.insertSnippet(new vscode.SnippetString(form.fill(answers)), new vscode.Position(0, 0));
  }

  context.subscriptions.push(vscode.commands.registerCommand('tuiqiao.newSpeech', newSpeech));
}

function formOfSkeleton(skeleton: Skeleton): Form {
  const { name, prefix, description } = skeleton;
  const facts = factsNeeded(skeleton);
  return {
    item: { label: name, description: prefix, detail: description },
    questions: facts.map((fact) => ({ name: factFields[fact], fact, suggestions: suggestions(skeleton, fact) })),
    fill: (answers) => {
      const given = facts.map((fact) => [fact, answers.get(factFields[fact])]);
      return fillSkeleton(skeleton, Object.fromEntries(given) as Facts);
    },
  };
}

function formOfTemplate(template: Template, path: string): Form {
  const factOf = new Map(Object.entries(factFields).map(([fact, field]) => [field as string, fact as FactName]));
  return {
    item: { label: template.name, description: path, detail: template.description || undefined },
    questions: template.fields.map((field) => ({ ...field, fact: factOf.get(field.name) })),
    fill: (answers) => fillTemplate(template, answers),
  };
}

/** Lets one choose among the office's own templates and the skeletons; a faulty template is opened instead. */
async function pickForm(skeletons: readonly Skeleton[], files: readonly TemplateFile[]): Promise<Form | undefined> {
  const separator = (label: string) => ({ item: { label, kind: vscode.QuickPickItemKind.Separator } });
  const usable = files.filter(({ template }) => template);
  const faulty = files.filter(({ template }) => !template);
  const own = [...usable, ...faulty].map(({ uri, path, template, fault }) => {
    if (!template) return { uri, item: { label: `$(warning) ${path}`, detail: fault } };
    const form = formOfTemplate(template, path);
    return { form, item: form.item };
  });
  const choices: { item: vscode.QuickPickItem; form?: Form; uri?: vscode.Uri }[] = [
    ...(own.length > 0 ? [separator(vscode.l10n.t('Templates of this folder')), ...own] : []),
    ...(own.length > 0 ? [separator(vscode.l10n.t('Built-in skeletons'))] : []),
    ...skeletons.map(formOfSkeleton).map((form) => ({ form, item: form.item })),
  ];
  const picked = await vscode.window.showQuickPick(
    choices.map(({ item, ...choice }) => ({ ...item, ...choice })),
    {
      title: vscode.l10n.t('New Speech'),
      placeHolder: vscode.l10n.t('Choose the kind of draft'),
      matchOnDescription: true,
      matchOnDetail: true,
    },
  );
  if (picked?.uri) await vscode.window.showTextDocument(picked.uri);
  return picked?.form;
}

interface Question {
  /** Name of the field. */
  readonly name: string;
  /** Set where it is one of the facts that are asked for in a way of their own. */
  readonly fact: FactName | undefined;
  readonly suggestions: readonly string[];
}

interface Asked extends Question {
  readonly title: string;
  readonly kept: string | undefined;
}

/** An empty answer leaves the tab stop to the draft; undefined means cancelled. */
function ask(question: Asked): Promise<string | undefined> {
  switch (question.fact) {
    case 'occasion':
      return askName(vscode.l10n.t('Name of the meeting or event; leave it empty to fill it in later'), question);
    case 'speaker':
      return askName(vscode.l10n.t('Post and name of the speaker; leave it empty to fill it in later'), question);
    case 'date':
      return askDate(question);
    case 'salutation':
      return askSalutation(question);
    case undefined:
      return askField(question);
  }
}

/** Lets one choose a text or type another, which stands first while it is typed; empty where none of the list fits and none is typed. */
function pickOrType(offered: readonly string[], title: string, placeholder: string): Promise<string | undefined> {
  const pick = vscode.window.createQuickPick();
  const items = offered.map((label) => ({ label }));
  Object.assign(pick, { title, placeholder, items, ignoreFocusOut: true });
  return new Promise((resolve) => {
    pick.onDidChangeValue((value) => {
      const typed = value.trim();
      const own = typed === '' || offered.includes(typed) ? [] : [{ label: typed, alwaysShow: true }];
      pick.items = [...own, ...items];
    });
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.label ?? pick.value.trim());
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

/** Asks for a field of an office's template: with a choice where it suggests several texts. */
async function askField({ name, suggestions, title, kept }: Asked) {
  if (suggestions.length > 1) return pickOrType(suggestions, title, vscode.l10n.t('{0}; choose or type', name));
  const answer = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('{0}; leave it empty to fill it in later', name),
    placeHolder: suggestions[0],
    value: kept,
    ignoreFocusOut: true,
  });
  return answer?.trim();
}

async function askName(prompt: string, { suggestions, title, kept }: Asked) {
  const answer = await vscode.window.showInputBox({
    title,
    prompt,
    placeHolder: suggestions[0],
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

async function askDate({ title, kept }: Asked) {
  const now = new Date();
  const answer = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('Date of the speech'),
    value: kept || `${now.getFullYear()}年${now.getMonth() + 1}月${now.getDate()}日`,
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? undefined : dayError(text)),
  });
  if (answer === undefined) return undefined;
  const reading = readDay(answer);
  return 'day' in reading ? chineseDate(reading.day) : '';
}

async function askSalutation({ suggestions: offered, title, kept }: Asked) {
  const all = [...(kept && !offered.includes(kept) ? [kept] : []), ...offered];
  const prompt = vscode.l10n.t('Salutation; choose or type, a colon is added where it is missing');
  const answer = await pickOrType(all, title, prompt);
  return answer && completeSalutation(answer);
}
