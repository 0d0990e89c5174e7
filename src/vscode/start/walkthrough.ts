import * as vscode from 'vscode';

/** What is remembered of a person: that the walkthrough has been shown. */
const shownKey = 'tuiqiao.walkthrough.shown';

/** What is needed of the extension's context. */
type Remembering = Pick<vscode.ExtensionContext, 'extension' | 'globalState'>;

/** Opens the walkthrough; beside the text, it leaves the keyboard there. */
async function openWalkthrough({ extension }: Remembering, beside: boolean): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.openWalkthrough', `${extension.id}#start`, beside);
}

/** Whether a page of VS Code's own is open, such as its welcome or this walkthrough: a tab of which extensions learn nothing. */
function isPageOpen(): boolean {
  return vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ input }) => input === undefined));
}

/**
 * Shows the walkthrough beside the first speech that somebody opens, once in a life, and never where they have told VS Code that no
 * extension is to open one.
 * @returns whether it is shown now
 */
export async function showOnce(context: Remembering): Promise<boolean> {
  const allowed = vscode.workspace.getConfiguration('workbench.welcomePage.walkthroughs').get('openOnInstall');
  if (allowed !== true || context.globalState.get(shownKey) || isPageOpen()) return false;
  await context.globalState.update(shownKey, true);
  await openWalkthrough(context, true);
  return true;
}

/** Registers 使用入门. */
export function register(context: vscode.ExtensionContext): void {
  context.subscriptions.push(
    vscode.commands.registerCommand('tuiqiao.help', async () => {
      await context.globalState.update(shownKey, true);
      await openWalkthrough(context, false);
    }),
  );
}
