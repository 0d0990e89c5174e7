import * as vscode from 'vscode';
import { type OutlineNode, type Review, spokenCharacters } from '../../core';
import { selector } from '../host/documents';
import { rangeOf } from '../host/positions';
import type { Reviews } from '../workspace/reviews';
import { settingsOf } from '../host/settings';

/** Speaking time in words. */
export function minutesText(minutes: number): string {
  return minutes < 1 ? vscode.l10n.t('under 1 min') : vscode.l10n.t('{0} min', Math.round(minutes));
}

/** Characters and speaking time of a section, with its share of the target where there is one. */
export function sectionText({ text, speech, statistics }: Review, section: OutlineNode): string {
  const characters = spokenCharacters(text, speech.regions, section);
  const length = vscode.l10n.t(
    '{0} characters · {1}',
    characters.toLocaleString('en'),
    minutesText(characters / statistics.speakingRate),
  );
  if (statistics.target === undefined) return length;
  const share = Math.round((characters / statistics.target) * 100);
  return `${length} · ${vscode.l10n.t('{0}% of the target', share)}`;
}

/** The sections of the outline, outer ones before inner ones; items inside paragraphs are none. */
function sectionsIn(nodes: readonly OutlineNode[]): OutlineNode[] {
  return nodes.flatMap((node) => (node.level === 'series' ? [] : [node, ...sectionsIn(node.children)]));
}

/** Shows above every section how long it is, where the setting asks for it. */
export function register(context: vscode.ExtensionContext, reviews: Reviews): void {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    async provideCodeLenses(document, token) {
      const { sectionLength } = settingsOf(document);
      const review = sectionLength ? await reviews.get(document, token) : undefined;
      return (
        review &&
        sectionsIn(review.outline.nodes).map((section) => {
          const title = sectionText(review, section);
          return new vscode.CodeLens(rangeOf(document, section.heading), { title, command: 'tuiqiao.setTargetLength' });
        })
      );
    },
  };
  context.subscriptions.push(
    changed,
    vscode.languages.registerCodeLensProvider(selector, provider),
    reviews.onDidChange(() => changed.fire()),
  );
}
