import * as vscode from 'vscode';
import { cardsAt, countCharacters, lengthInWords, type OutlineNode, type Review, type Span } from '../../core';
import { cardMarkdown } from './card-markdown';
import { selector } from '../host/documents';
import { offsetOf, rangeOf } from '../host/positions';
import type { Reviews } from '../workspace/reviews';

/** Cards of the formulations under the mouse; length and speaking time of a section at its marker. */
export function register(context: vscode.ExtensionContext, reviews: Reviews): void {
  const provider: vscode.HoverProvider = {
    async provideHover(document, position, token) {
      const review = await reviews.get(document, token);
      if (!review) return undefined;
      const offset = offsetOf(document, position);
      return phraseHover(review, document, offset) ?? sectionHover(review, document, offset);
    },
  };
  context.subscriptions.push(vscode.languages.registerHoverProvider(selector, provider));
}

function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset < end;
}

function phraseHover(review: Review, document: vscode.TextDocument, offset: number): vscode.Hover | undefined {
  const found = cardsAt(review, offset);
  return found && new vscode.Hover(found.cards.map(cardMarkdown), rangeOf(document, found.span));
}

function headingAt(nodes: readonly OutlineNode[], offset: number): OutlineNode | undefined {
  const node = nodes.find((candidate) => holds(candidate, offset));
  if (!node) return undefined;
  return node.level !== 'series' && holds(node.marker, offset) ? node : headingAt(node.children, offset);
}

/** Length and speaking time of the section whose marker is at the offset. */
function sectionHover(review: Review, document: vscode.TextDocument, offset: number): vscode.Hover | undefined {
  const section = headingAt(review.outline.nodes, offset);
  if (!section) return undefined;
  const characters = countCharacters(review.text, section);
  const contents = new vscode.MarkdownString().appendText(
    lengthInWords(characters, characters / review.statistics.speakingRate),
  );
  return new vscode.Hover(contents, rangeOf(document, section.marker));
}
