/** Colours of the report from the theme, and what the panel has beside the report. */
export const panelStyle = `
:root {
  --ground: var(--vscode-editor-background);
  --ink: var(--vscode-foreground);
  --muted: var(--vscode-descriptionForeground);
  --line: var(--vscode-contrastBorder, var(--vscode-widget-border, var(--vscode-panel-border, #80808040)));
  --strong: var(--vscode-contrastBorder, var(--vscode-editorRuler-foreground, #80808080));
  --hover: var(--vscode-list-hoverBackground, transparent);
  --link: var(--vscode-textLink-foreground);
  --slogan: var(--vscode-tuiqiao-sloganBorder, #b86a10);
  --boilerplate: var(--vscode-tuiqiao-boilerplateBorder, #707070);
  --fact: color-mix(in srgb, var(--vscode-charts-green, #388a34) 78%, var(--vscode-editor-background));
  --rest: color-mix(in srgb, var(--vscode-foreground) 11%, transparent);
  --error: var(--vscode-editorError-foreground, #c0241b);
  --warning: var(--vscode-editorWarning-foreground, #a86200);
  --information: var(--vscode-editorInfo-foreground, #1f6fb5);
  --hint: var(--vscode-descriptionForeground);
  --mono: var(--vscode-editor-font-family, monospace);
}
body { padding: 0; font-family: var(--vscode-font-family), "PingFang SC", "Microsoft YaHei", "Noto Sans SC", sans-serif;
  font-size: var(--vscode-font-size, 13px); }
:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }
.actions { float: right; margin: .1rem 0 0 1rem; }
button { font: inherit; cursor: pointer; }
button.place { min-width: 2.4em; padding: 0 .45em; border: 1px solid transparent; border-radius: 3px; background: none;
  color: var(--link); font-variant-numeric: tabular-nums; text-align: left; }
button.place { margin-left: -.45em; }
.places button.place + button.place { margin-left: 0; }
button.place:hover { background: var(--vscode-toolbar-hoverBackground, var(--hover)); border-color: var(--vscode-contrastActiveBorder, transparent); }
button.export, button.today { padding: .2em .9em; border: 1px solid var(--vscode-button-border, transparent); border-radius: 2px;
  background: var(--vscode-button-secondaryBackground); color: var(--vscode-button-secondaryForeground); }
button.export:hover, button.today:hover { background: var(--vscode-button-secondaryHoverBackground); }
button.today { margin-left: .6em; padding: 0 .7em; }
tbody tr:has(button.place), .column, .section { cursor: pointer; }
.column:hover { opacity: .72; }
.tools { display: flex; flex-wrap: wrap; align-items: center; gap: .35rem 1.1rem; margin: 0 0 .5rem; padding: 0; border: 0; }
.tools label { display: inline-flex; align-items: center; gap: .4em; cursor: pointer; }
.tools input { margin: 0; accent-color: var(--vscode-button-background); }
.tools select { max-width: 18em; padding: .15em .3em; border: 1px solid var(--vscode-dropdown-border, var(--line)); border-radius: 2px;
  background: var(--vscode-dropdown-background); color: var(--vscode-dropdown-foreground); font: inherit; }
.shown { color: var(--muted); }
.empty { padding: 3rem 2rem; color: var(--muted); text-align: center; }
.hidden-label { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media print {
  .actions, .tools { display: none; }
  :root { --ground: #fff; --ink: #000; --muted: #444; --line: #bbb; --strong: #888; --link: #000; --rest: #eee; --slogan: #b86a10;
    --boilerplate: #666; --fact: #2c7a78; }
}
`;
