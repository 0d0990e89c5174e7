import * as vscode from 'vscode';
import type { Refusal } from '../../core';

/** Why an operation on the outline does not apply, for the user. */
export function refusalText(refusal: Refusal): string {
  switch (refusal) {
    case 'nothing-here':
      return vscode.l10n.t('There is no numbered heading or item at the cursor.');
    case 'first':
      return vscode.l10n.t('It is the first on its level already.');
    case 'last':
      return vscode.l10n.t('It is the last on its level; nothing follows it there.');
    case 'highest':
      return vscode.l10n.t('It is on the highest level already.');
    case 'no-parent':
      return vscode.l10n.t('It cannot be demoted: no heading of its level stands before it.');
    case 'deepest':
      return vscode.l10n.t('There is no level below （1）.');
    case 'fixed-form':
      return vscode.l10n.t('Numbers such as 第一部分, 第一章 and 首先 cannot be changed like this.');
    case 'in-line':
      return vscode.l10n.t('It shares a line with other words; break the line first.');
    case 'into-itself':
      return vscode.l10n.t('A section cannot be moved into itself.');
    case 'nothing-to-split':
      return vscode.l10n.t('Put the cursor between the words of the point that is to be split.');
    case 'not-clauses':
      return vscode.l10n.t('Only headings of one paragraph each, two or more, can become items.');
  }
}
