import * as vscode from 'vscode';
import {
  countsOf,
  type Finding,
  problemsIn,
  rules,
  ruleTitle,
  severities,
  type Severity,
  severityNames,
} from '../../core';
import { followActiveReview, goTo, type Shown } from '../workspace/active-review';
import { rangeOf } from '../host/positions';
import type { Reviews } from '../workspace/reviews';

/** What stands in the tree: severities, in them rules, in them findings. */
export type FindingNode =
  | { readonly type: 'severity'; readonly severity: Severity; readonly findings: readonly Finding[] }
  | {
      readonly type: 'rule';
      readonly severity: Severity;
      readonly rule: string;
      readonly findings: readonly Finding[];
    }
  | { readonly type: 'finding'; readonly finding: Finding };

const icons: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
  hint: 'lightbulb',
};

/** The findings of the active document by severity and rule. */
export class FindingsTree implements vscode.TreeDataProvider<FindingNode> {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  #shown: Shown | undefined;
  /** Rules whose findings are left out. */
  #hidden: ReadonlySet<string> = new Set();

  show(shown: Shown | undefined): void {
    this.#shown = shown;
    this.#changed.fire();
  }

  get hidden(): ReadonlySet<string> {
    return this.#hidden;
  }

  /** Leaves out the findings of the rules. */
  hide(rules: ReadonlySet<string>): void {
    this.#hidden = rules;
    this.#changed.fire();
  }

  /** The findings that are not left out. */
  get findings(): readonly Finding[] {
    return (this.#shown?.review.findings ?? []).filter(({ rule }) => !this.#hidden.has(rule));
  }

  /** Rules that have findings in the document, left out or not, in the order of the rules. */
  get rules(): readonly { readonly id: string; readonly count: number }[] {
    const all = this.#shown?.review.findings ?? [];
    return rules
      .map(({ id }) => ({ id, count: all.filter(({ rule }) => rule === id).length }))
      .filter(({ count }) => count > 0);
  }

  getChildren(node?: FindingNode): FindingNode[] {
    switch (node?.type) {
      case undefined:
        return severities.flatMap((severity): FindingNode[] => {
          const findings = this.findings.filter((finding) => finding.severity === severity);
          return findings.length > 0 ? [{ type: 'severity', severity, findings }] : [];
        });
      case 'severity':
        return rules.flatMap(({ id }): FindingNode[] => {
          const findings = node.findings.filter(({ rule }) => rule === id);
          return findings.length > 0 ? [{ type: 'rule', severity: node.severity, rule: id, findings }] : [];
        });
      case 'rule':
        return node.findings.map((finding) => ({ type: 'finding', finding }));
      default:
        return [];
    }
  }

  getTreeItem(node: FindingNode): vscode.TreeItem {
    const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
    switch (node.type) {
      case 'severity':
        return {
          id: node.severity,
          label: severityNames[node.severity],
          description: String(node.findings.length),
          iconPath: new vscode.ThemeIcon(icons[node.severity]),
          collapsibleState: node.severity === 'hint' ? Collapsed : Expanded,
        };
      case 'rule':
        return {
          id: `${node.severity} ${node.rule}`,
          label: ruleTitle(node.rule),
          description: String(node.findings.length),
          collapsibleState: Collapsed,
        };
      case 'finding': {
        if (!this.#shown) return new vscode.TreeItem('', None);
        const { document, review } = this.#shown;
        const { start, end, message } = node.finding;
        const range = rangeOf(document, node.finding);
        return {
          label: review.text.slice(start, end).replace(/\s+/g, ' '),
          description: vscode.l10n.t('line {0}', range.start.line + 1),
          tooltip: message,
          collapsibleState: None,
          command: goTo(this.#shown, range),
        };
      }
    }
  }
}

/** Registers the view of the findings and its filter. */
export function register(context: vscode.ExtensionContext, reviews: Reviews): void {
  const tree = new FindingsTree();
  const view = vscode.window.createTreeView('tuiqiao.findings', { treeDataProvider: tree, showCollapseAll: true });
  const tell = () => {
    const count = problemsIn(countsOf(tree.findings));
    view.badge = count > 0 ? { value: count, tooltip: vscode.l10n.t('Findings: {0}', count) } : undefined;
    const left = tree.rules.filter(({ id }) => tree.hidden.has(id)).length;
    view.message = left > 0 ? vscode.l10n.t('Rules left out: {0}', left) : undefined;
  };

  const filter = async () => {
    const items = tree.rules.map(({ id, count }) => ({
      label: ruleTitle(id),
      description: String(count),
      picked: !tree.hidden.has(id),
      id,
    }));
    const title = vscode.l10n.t('Show the findings of these rules');
    const picked = await vscode.window.showQuickPick(items, { title, canPickMany: true });
    if (!picked) return;
    const shown = new Set(picked.map(({ id }) => id));
    tree.hide(new Set(items.map(({ id }) => id).filter((id) => !shown.has(id))));
    tell();
  };

  context.subscriptions.push(
    view,
    vscode.commands.registerCommand('tuiqiao.filterFindings', filter),
    followActiveReview(reviews, (shown) => {
      tree.show(shown);
      tell();
    }),
  );
}
