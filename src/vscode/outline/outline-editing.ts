import * as vscode from 'vscode';
import {
  applyEdits,
  type Changes,
  composed,
  continueItem,
  correctMarker,
  cursorPlace,
  type CursorPlace,
  demote,
  headingAt,
  headingsOf,
  headingsToItems,
  insertPoint,
  inTurn,
  itemsToHeadings,
  joinPoints,
  lineAt,
  lineBreak,
  moveSection,
  type Operation,
  type Outline,
  type OutlineNode,
  outlineOf,
  overtaken,
  promote,
  type Refusal,
  removeMarker,
  renumberSpan,
  renumberText,
  shifted,
  splitPoint,
  type TextEdit,
  typedOn,
} from '../../core';
import { languages, speechLanguage } from '../host/documents';
import { offsetOf, positionInText, rangeOf, spanOf } from '../host/positions';
import { refusalText } from './refusal';
import { OutlineKeys } from './outline-keys';
import { formatsOnType } from '../host/settings';

/** How long a message stays in the status bar, in milliseconds. */
const messageTime = 5_000;

/** How often an edit is tried again that the text has outrun, as when someone types on at once. */
const attempts = 3;

/** The argument of a call that does nothing. */
const ready = 'ready';

function tell(message: string): void {
  vscode.window.setStatusBarMessage(message, messageTime);
}

/** Applies an operation to a heading; others go to the section around the offset. */
type OnHeading = (text: string, outline: Outline, node: OutlineNode, cursor: number) => ReturnType<Operation>;

function atHeading(operation: OnHeading): Operation {
  return (text, outline, offset) => {
    const node = headingAt(text, outline, offset);
    return node ? operation(text, outline, node, offset) : 'nothing-here';
  };
}

/** Where an operation on sections is made: at every cursor, and at every outermost heading that begins in a selection. */
function headingOffsets(text: string, editor: vscode.TextEditor): number[] {
  const { nodes } = outlineOf(text);
  const all = headingsOf(nodes);
  const offsets = editor.selections.flatMap((selection) => {
    const span = spanOf(editor.document, selection);
    const first = lineAt(text, span.start).start;
    const within = all.filter(({ start }) => first <= start && start < span.end);
    const outermost = within.filter(
      (node) => !within.some((other) => other !== node && headingsOf([other]).includes(node)),
    );
    return selection.isEmpty || outermost.length === 0
      ? [offsetOf(editor.document, selection.active)]
      : outermost.map(({ marker }) => marker.end);
  });
  // Two cursors in one section mean it once.
  const targets = new Map(offsets.map((offset) => [headingAt(text, { nodes, lists: [] }, offset) ?? offset, offset]));
  return [...targets.values()].sort((a, b) => a - b);
}

/** Makes the edits one undo step; false where the text has changed meanwhile. */
async function edit(editor: vscode.TextEditor, edits: readonly TextEdit[]): Promise<boolean> {
  return editor.edit((builder) => {
    for (const each of edits) builder.replace(rangeOf(editor.document, each), each.text);
  });
}

function isChanges(outcome: Changes | Refusal | undefined): outcome is Changes {
  return outcome !== undefined && typeof outcome !== 'string';
}

/**
 * Makes changes that are computed from the text, and returns whether that could be done, which is told where not; or what they come
 * to where they do not apply.
 */
async function change(
  editor: vscode.TextEditor,
  keys: OutlineKeys,
  compute: (text: string) => Changes | Refusal | undefined,
): Promise<Refusal | boolean | undefined> {
  const { document } = editor;
  const asked = document.getText();
  const cursor = offsetOf(document, editor.selection.active);
  const wanted = compute(asked);
  let changes = wanted;
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (!isChanges(changes)) return changes;
    const { edits, cursors } = changes;
    const result = applyEdits(document.getText(), edits);
    const moves = cursors.length === editor.selections.length && editor.selections.every(({ isEmpty }) => isEmpty);
    if (moves && document.languageId === speechLanguage) keys.expect(result, cursors);
    if (await edit(editor, edits)) {
      if (moves) placeCursors(editor, result, cursors);
      return true;
    }
    const now = document.getText();
    const made = isChanges(wanted) ? [overtaken, typedOn].map((way) => way(wanted, asked, cursor, now)) : [];
    changes = made.find(isChanges) ?? compute(now);
  }
  tell(vscode.l10n.t('The document could not be changed.'));
  return false;
}

/**
 * Makes the cursors stand where a change wants them. Mostly the edit has led them there, and they are left alone: to set them
 * again would take them back from behind what is typed in this moment, which is not known here yet.
 */
function placeCursors(editor: vscode.TextEditor, result: string, cursors: readonly number[]): void {
  // Who has typed on meanwhile keeps the cursor where that has led.
  if (editor.document.getText() !== result) return;
  const wanted = cursors.map((cursor) => {
    const position = positionInText(result, cursor);
    return new vscode.Selection(position, position);
  });
  if (!wanted.every((selection, index) => selection.isEqual(editor.selections[index]))) editor.selections = wanted;
  editor.revealRange(wanted[0]);
}

/** Edits of a text, with the cursors where they make them stand. */
function withCursors(editor: vscode.TextEditor, edits: readonly TextEdit[]): Changes {
  const cursors = editor.selections.map(({ active }) => shifted(edits, offsetOf(editor.document, active)));
  return { edits, cursors };
}

/** Drafting along the outline: commands, and keys in our own language where a number stands at the cursor. */
export function register(context: vscode.ExtensionContext): void {
  const keys = new OutlineKeys();

  // Each key acts on what the one before it has left, however fast they follow.
  let last: Promise<unknown> = Promise.resolve();
  const inOrderOfKeys = (run: () => Promise<void>) => {
    const done = last.then(run);
    last = done.catch(() => undefined);
    return done;
  };

  const command = (id: string, run: (editor: vscode.TextEditor, key: unknown) => Promise<void>) =>
    vscode.commands.registerCommand(`tuiqiao.${id}`, async (key?: unknown) => {
      const editor = vscode.window.activeTextEditor;
      if (key === ready || !editor || !(languages as readonly string[]).includes(editor.document.languageId)) return;
      await inOrderOfKeys(() => run(editor, key));
    });

  /** The first of the operations that has something to do, at every cursor; undefined where none has */
  const applied = async (editor: vscode.TextEditor, ...operations: readonly Operation[]) => {
    const outcome = await change(editor, keys, (text) => {
      const offsets = editor.selections.map(({ active }) => offsetOf(editor.document, active));
      return operations.reduce<ReturnType<typeof inTurn>>(
        (made, operation) => made ?? inTurn(text, offsets, operation),
        undefined,
      );
    });
    if (typeof outcome === 'string') tell(refusalText(outcome));
    return outcome;
  };

  /** At every cursor; `own` is what the editor does with the key where the operation has nothing to do. */
  const onKey = (operation: Operation, own: () => Thenable<unknown>) => async (editor: vscode.TextEditor) => {
    if ((await applied(editor, operation)) === undefined) await own();
  };

  const atCursors = (operation: Operation) => onKey(operation, async () => tell(refusalText('nothing-here')));

  const onSections =
    (operation: OnHeading, order: 'down' | 'up' = 'down') =>
    async (editor: vscode.TextEditor) => {
      const outcome = await change(editor, keys, (text) => {
        const offsets = headingOffsets(text, editor);
        if (order === 'up') offsets.reverse();
        const changes = inTurn(text, offsets, atHeading(operation));
        if (!isChanges(changes)) return changes;
        const { cursors } = withCursors(editor, changes.edits);
        const moved = cursors.map((cursor, index) => {
          const made = offsets.indexOf(offsetOf(editor.document, editor.selections[index].active));
          return made < 0 ? cursor : changes.cursors[made];
        });
        return { edits: changes.edits, cursors: moved };
      });
      if (typeof outcome === 'string') tell(refusalText(outcome));
    };

  const editorsOwn = (id: string, argument?: unknown) => () => vscode.commands.executeCommand(id, argument);

  /** The command; run by a key, it leaves that to the editor where cursors or selected lines are not as it asks. */
  const keyed =
    (run: (editor: vscode.TextEditor) => Promise<void>, asked: keyof CursorPlace, own: () => Thenable<unknown>) =>
    async (editor: vscode.TextEditor, key: unknown) => {
      const applies = key === 'key' ? standAt(editor, asked) : key !== 'lines' || holdHeadings(editor);
      if (applies) await run(editor);
      else await own();
    };

  context.subscriptions.push(
    keys,
    command('continueItem', async (editor) => {
      const corrects = formatsOnType(editor.document);
      // The break is ours too: the editor would make it behind what has been typed since.
      await applied(editor, corrects ? correctingFirst(continueItem) : continueItem, lineBreak);
    }),
    command('removeMarker', onKey(removeMarker, editorsOwn('deleteLeft'))),
    command('demote', keyed(onSections(demote), 'atMarker', editorsOwn('tab'))),
    command('promote', keyed(onSections(promote), 'atMarker', editorsOwn('outdent'))),
    command(
      'moveSectionUp',
      keyed(
        onSections((text, outline, node, at) => moveSection(text, outline, node, 'up', at)),
        'onHeading',
        editorsOwn('editor.action.moveLinesUpAction'),
      ),
    ),
    command(
      'moveSectionDown',
      keyed(
        onSections((text, outline, node, at) => moveSection(text, outline, node, 'down', at), 'up'),
        'onHeading',
        editorsOwn('editor.action.moveLinesDownAction'),
      ),
    ),
    command(
      'insertPointBefore',
      atCursors((text, outline, offset) => insertPoint(text, outline, offset, 'before')),
    ),
    command(
      'insertPointAfter',
      atCursors((text, outline, offset) => insertPoint(text, outline, offset, 'after')),
    ),
    command('splitPoint', atCursors(splitPoint)),
    command('joinPoints', atCursors(joinPoints)),
    command('itemsToHeadings', atCursors(itemsToHeadings)),
    command('headingsToItems', atCursors(headingsToItems)),
    command('renumberDocument', async (editor) => putRight(editor, keys, (text) => renumberText(text, outlineOf))),
    command('renumberSelection', async (editor) =>
      putRight(editor, keys, (text) => {
        const outline = outlineOf(text);
        return editor.selections
          .flatMap((selection) => renumberSpan(outline, spanOf(editor.document, selection)))
          .sort((a, b) => a.start - b.start);
      }),
    ),
  );
  // The editor holds the first call of a command back until the extension has answered, and what is typed meanwhile would come
  // before it: the first Enter in a speech must not be that call.
  const commands = ['continueItem', 'removeMarker', 'demote', 'promote'].map((id) => ({
    command: `tuiqiao.${id}`,
    args: ready,
  }));
  void vscode.commands.executeCommand('runCommands', { commands });
}

/** Whether every cursor stands in the line of a heading, and as asked in it. */
function standAt(editor: vscode.TextEditor, asked: keyof CursorPlace): boolean {
  const text = editor.document.getText();
  const starts = headingsOf(outlineOf(text).nodes).map(({ start }) => start);
  return editor.selections.every(({ active }) => {
    const offset = offsetOf(editor.document, active);
    const { start, end } = lineAt(text, offset);
    return (
      cursorPlace(text.slice(start, end), offset - start)[asked] && starts.some((each) => start <= each && each <= end)
    );
  });
}

/** Whether a heading begins in the lines of every selection. */
function holdHeadings(editor: vscode.TextEditor): boolean {
  const text = editor.document.getText();
  const starts = headingsOf(outlineOf(text).nodes).map(({ start }) => start);
  return editor.selections.every((selection) => {
    const span = spanOf(editor.document, selection);
    const first = lineAt(text, span.start).start;
    return starts.some((start) => first <= start && start < span.end);
  });
}

/** The operation on a line whose number has been put right first, as typing on would. */
function correctingFirst(operation: Operation): Operation {
  return (text, outline, offset) => {
    const correction = correctMarker(text, outline, offset);
    if (correction.length === 0) return operation(text, outline, offset);
    const corrected = applyEdits(text, correction);
    const made = operation(corrected, outlineOf(corrected), shifted(correction, offset));
    if (made === undefined || typeof made === 'string') return made;
    return { edits: composed(correction, made.edits, text.length), cursor: made.cursor };
  };
}

async function putRight(
  editor: vscode.TextEditor,
  keys: OutlineKeys,
  compute: (text: string) => readonly TextEdit[],
): Promise<void> {
  let count = 0;
  const outcome = await change(editor, keys, (text) => {
    const edits = compute(text);
    count = edits.length;
    return count > 0 ? withCursors(editor, edits) : undefined;
  });
  if (outcome === false) return;
  tell(count > 0 ? vscode.l10n.t('Numbers put right: {0}', count) : vscode.l10n.t('All numbers are in order.'));
}
