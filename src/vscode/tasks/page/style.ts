/** The look of the task table: colours of the theme alone. */
export const taskPageStyle = `
:root { --line: var(--vscode-contrastBorder, var(--vscode-widget-border, var(--vscode-panel-border, #80808066))); }
body { padding: 0 1.2rem 2rem; color: var(--vscode-foreground); background: var(--vscode-editor-background);
  font: var(--vscode-font-size, 13px)/1.6 var(--vscode-font-family), "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 1px; }
.title { box-sizing: border-box; width: 100%; margin: 1rem 0 .3rem; padding: .2rem .3rem; border: 1px solid transparent; background: none;
  color: inherit; font: inherit; font-size: 1.4em; font-weight: 600; }
.title:hover, .title:focus { border-color: var(--vscode-input-border, var(--line)); }
.bar { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; align-items: center; gap: .4rem .6rem; padding: .5rem 0;
  background: var(--vscode-editor-background); border-bottom: 1px solid var(--line); }
.bar .summary { flex: 1 1 16em; }
.bar label { display: inline-flex; align-items: center; gap: .35em; }
.bar input { accent-color: var(--vscode-button-background); }
button { font: inherit; color: var(--vscode-button-secondaryForeground); background: var(--vscode-button-secondaryBackground);
  border: 1px solid var(--vscode-button-border, var(--vscode-contrastBorder, transparent)); border-radius: 2px; padding: .15em .8em; cursor: pointer; }
button:hover:not(:disabled) { background: var(--vscode-button-secondaryHoverBackground); }
button.primary { color: var(--vscode-button-foreground); background: var(--vscode-button-background); }
button.primary:hover { background: var(--vscode-button-hoverBackground); }
button:disabled { opacity: .4; cursor: default; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; margin-top: .6rem; }
th, td { border: 1px solid var(--line); padding: .3rem .4rem; text-align: left; vertical-align: top; }
th { font-weight: 600; background: var(--vscode-keybindingTable-headerBackground, var(--vscode-editorWidget-background)); }
.col-number { width: 3.4em; } .col-lead { width: 18%; } .col-support { width: 12%; } .col-deadline { width: 13%; }
.col-speaker { width: 12%; } .col-actions { width: 5.6em; }
textarea { box-sizing: border-box; width: 100%; min-height: 1.9em; padding: .1em .3em; resize: none; overflow: hidden; field-sizing: content;
  border: 1px solid transparent; border-radius: 2px; background: none; color: inherit; font: inherit; }
textarea:hover { border-color: var(--vscode-input-border, var(--line)); }
textarea:focus { background: var(--vscode-input-background); color: var(--vscode-input-foreground); border-color: var(--vscode-focusBorder); outline: none; }
textarea.open { border: 2px dashed var(--vscode-editorWarning-foreground, currentColor); }
textarea.open::placeholder { color: var(--vscode-foreground); opacity: 1; font-weight: 700; }
td.number { text-align: center; }
.flag { display: block; font-weight: 700; }
.source { display: block; width: 100%; padding: 0 .3em; border: 0; overflow: hidden; background: none; color: var(--vscode-textLink-foreground);
  font-size: .9em; text-align: left; text-overflow: ellipsis; white-space: nowrap; }
.source:hover:not(:disabled) { background: none; text-decoration: underline; }
.gone { padding: 0 .3em; color: var(--vscode-editorWarning-foreground, inherit); font-size: .9em; font-weight: 700; }
.notice button { margin-left: .6em; }
.actions button { float: left; width: 2em; padding: 0; margin: 0 .15em .15em 0; }
.empty { padding: 3rem 1rem; text-align: center; color: var(--vscode-descriptionForeground); }
.foot { color: var(--vscode-descriptionForeground); }
.notice { min-height: 1.6em; }
.only-open tr.settled { display: none; }
@media screen and (max-width: 56em) {
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table, tbody { display: block; }
  tbody tr { display: grid; grid-template-columns: 3.4em 1fr 1fr; margin-bottom: .7rem; border: 1px solid var(--line); }
  tbody td[class] { width: auto; border: 0; }
  td[data-label]::before { content: attr(data-label); padding-left: .3em; color: var(--vscode-descriptionForeground); font-size: .9em; }
  td.number { grid-row: 1 / span 5; border-right: 1px solid var(--line); }
  td.col-task, td.actions { grid-column: 2 / span 2; }
}
@media print {
  .bar, .actions, .col-actions, .notice { display: none; }
  body { background: #fff; color: #000; }
}
`;
