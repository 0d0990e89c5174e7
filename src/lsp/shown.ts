import {
  type CodeAction,
  CodeActionKind,
  type CodeActionContext,
  type CompletionItem,
  CompletionItemKind,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentSymbol,
  type Position,
  type Range,
  SymbolKind,
  type TextEdit as ProtocolEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import {
  cardMarkdown,
  cardOf,
  type Day,
  type Entry,
  type Finding,
  fixesAt,
  kindNames,
  type Lexicon,
  type Lines,
  type OfferedCandidate,
  type OfferedFix,
  type OutlineNode,
  pageOf,
  type Review,
  ruleTitle,
  safeEdits,
  type Severity,
  type Span,
  type TextEdit,
  trimmed,
} from '../core';

// How the protocol shows the views of a review. Its positions count UTF-16 code units in a line, from 0.

/** What clients show as the origin of a finding. */
const source = '推敲';

/** The kind of the action that applies every safe fix, as a client may ask for on saving. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.tuiqiao`;

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

function positionOf(lines: Lines, offset: number): Position {
  const line = lines.at(offset);
  const { start, end } = lines.span(line);
  return { line, character: Math.min(offset, end) - start };
}

export function rangeOf(lines: Lines, { start, end }: Span): Range {
  return { start: positionOf(lines, start), end: positionOf(lines, end) };
}

/** The offset of a position; what lies behind the end of a line, or of the text, is that end. */
export function offsetOf(lines: Lines, { line, character }: Position): number {
  const { start, end } = lines.span(Math.max(0, Math.min(line, lines.count - 1)));
  return line >= lines.count ? end : Math.max(start, Math.min(start + character, end));
}

/** The finding as a diagnostic of the document. */
export function diagnosticOf(uri: string, { speech: { lines } }: Review, finding: Finding): Diagnostic {
  const page = pageOf(finding);
  return {
    range: rangeOf(lines, finding),
    severity: severities[finding.severity],
    code: finding.rule,
    ...(page && { codeDescription: { href: page } }),
    source,
    message: finding.message,
    ...(finding.rule === 'directive/outdated' && { tags: [DiagnosticTag.Deprecated] }),
    ...(finding.related && {
      relatedInformation: finding.related.map((place) => ({
        location: { uri, range: rangeOf(lines, place) },
        message: place.message,
      })),
    }),
  };
}

/** The edits in the version of the document that was reviewed. */
export type Changing = (edits: readonly ProtocolEdit[]) => WorkspaceEdit;

/** What can be changed at a place, and everything that is safe to fix. */
export function codeActions(
  review: Review,
  span: Span,
  { only, diagnostics }: CodeActionContext,
  change: Changing,
): CodeAction[] {
  const { lines } = review.speech;
  const wanted = (kind: string) => !only || only.some((one) => kind === one || kind.startsWith(`${one}.`));
  const edit = (edits: readonly TextEdit[]) =>
    change(edits.map((one) => ({ range: rangeOf(lines, one), newText: one.text })));
  const actions: CodeAction[] = [];
  if (wanted(CodeActionKind.QuickFix)) {
    for (const fix of fixesAt(review, span)) {
      const { start } = rangeOf(lines, fix.finding);
      actions.push({
        title: titleOf(fix),
        kind: CodeActionKind.QuickFix,
        diagnostics: diagnostics.filter(
          ({ code, range }) =>
            code === fix.finding.rule && range.start.line === start.line && range.start.character === start.character,
        ),
        ...(fix.preferred && { isPreferred: true }),
        edit: edit(fix.edits),
      });
    }
  }
  const all = only && wanted(fixAllKind) ? safeEdits(review) : [];
  if (all.length > 0) actions.push({ title: '修正全文可安全修正之处', kind: fixAllKind, edit: edit(all) });
  return actions;
}

function titleOf({ scope, title = '', count, finding }: OfferedFix): string {
  if (scope === 'finding') return title;
  const whose = scope === 'rule' ? `“${ruleTitle(finding.rule)}”问题中` : '';
  return `修正全文${whose}可安全修正之处（${count}处）`;
}

/** A heading with what stands below it. */
export function symbolOf({ text, speech: { lines } }: Review, node: OutlineNode): DocumentSymbol {
  const symbol = (one: OutlineNode): DocumentSymbol => ({
    name: text.slice(one.heading.start, one.heading.end).trim() || one.number,
    kind: one.level === 'series' ? SymbolKind.Field : SymbolKind.String,
    range: rangeOf(lines, trimmed(text, one)),
    selectionRange: rangeOf(lines, one.heading),
    children: one.children.map(symbol),
  });
  return symbol(node);
}

/** A formulation in the list. Which one it is goes with it, so that its card can be asked for. */
export function itemOf(candidate: OfferedCandidate, rank: number, lines: Lines): CompletionItem {
  const { entry, continues, text, filter, span } = candidate;
  return {
    label: continues ? text : entry.text,
    labelDetails: { description: continues ? entry.text : kindNames[entry.kind] },
    kind: CompletionItemKind.Constant,
    filterText: filter,
    sortText: String(rank).padStart(5, '0'),
    textEdit: { range: rangeOf(lines, span), newText: text },
  };
}

/** The item with the card of its formulation. */
export function withCard(item: CompletionItem, entry: Entry, asOf: Day, lexicon: Lexicon): CompletionItem {
  return { ...item, documentation: { kind: 'markdown', value: cardMarkdown(cardOf(entry, asOf, lexicon)) } };
}
