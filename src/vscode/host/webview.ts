import * as vscode from 'vscode';

/** A number that is used once, from the generator of the platform. */
function nonce(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What a webview shows. */
export interface WebviewPage {
  /** Title of the page for screen readers; plain words of our own. */
  readonly title: string;
  /** CSS of our own. */
  readonly style: string;
  /** The one script that runs in the page. */
  readonly script: vscode.Uri;
}

/**
 * The frame of a page whose script fills it. Nothing but that script and style runs or loads in it: no remote resource, no
 * inline handler, no image.
 */
export function webviewPage(webview: vscode.Webview, { title, style, script }: WebviewPage): string {
  const once = nonce();
  const policy = `default-src 'none'; style-src 'nonce-${once}'; script-src 'nonce-${once}'`;
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style nonce="${once}">${style}</style>
</head>
<body>
<main></main>
<script nonce="${once}" src="${webview.asWebviewUri(script).toString()}"></script>
</body>
</html>`;
}
