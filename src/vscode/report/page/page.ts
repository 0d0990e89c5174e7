import type { PageMessage, PageState, ShowMessage } from './messages';

// The script of the review panel's page: it shows what the extension sends, keeps the place while it does, filters the
// findings, and tells the extension what the user asks for.

declare function acquireVsCodeApi(): {
  postMessage(message: PageMessage): void;
  getState(): PageState | undefined;
  setState(state: PageState): void;
};

const vscode = acquireVsCodeApi();
const main = document.querySelector('main') as HTMLElement;
let state: PageState = vscode.getState() ?? { scroll: 0, without: [], rule: '', open: false };
let revision = 0;

function keep(change: Partial<PageState>): void {
  state = { ...state, ...change };
  vscode.setState(state);
}

/** What can have the focus, in order of place. */
function stops(): HTMLElement[] {
  return [...main.querySelectorAll<HTMLElement>('button, input, select, summary, a')];
}

function show(message: ShowMessage): void {
  const focused = document.activeElement instanceof HTMLElement ? stops().indexOf(document.activeElement) : -1;
  const another = message.uri !== state.uri;
  revision = message.revision;
  main.innerHTML = message.content;
  keep({ uri: message.uri, ...(another && { scroll: 0, open: false }) });
  const data = main.querySelector<HTMLDetailsElement>('details.data');
  if (data) {
    data.open = state.open;
    data.addEventListener('toggle', () => keep({ open: data.open }));
  }
  filter();
  if (!another && focused >= 0) stops()[focused]?.focus({ preventScroll: true });
  window.scrollTo(0, state.scroll);
}

/** Shows the findings that the controls let through, and says how many they are. */
function filter(): void {
  const rule = main.querySelector<HTMLSelectElement>('select.rules');
  const boxes = [...main.querySelectorAll<HTMLInputElement>('input.severity-filter')];
  for (const box of boxes) box.checked = !state.without.includes(box.value);
  if (rule) {
    rule.value = state.rule;
    // A rule that has no findings any more is not among the options.
    if (rule.selectedIndex < 0) {
      rule.selectedIndex = 0;
      keep({ rule: '' });
    }
  }
  const rows = [...main.querySelectorAll<HTMLElement>('tr[data-rule]')];
  let shown = 0;
  for (const row of rows) {
    const { severity = '', rule: id } = row.dataset;
    row.hidden = state.without.includes(severity) || (state.rule !== '' && id !== state.rule);
    if (!row.hidden) shown++;
  }
  const count = main.querySelector<HTMLElement>('.shown');
  if (count) count.textContent = shown === rows.length ? '' : `显示${shown}行，共${rows.length}行`;
}

main.addEventListener('change', ({ target }) => {
  if (target instanceof HTMLSelectElement) keep({ rule: target.value });
  else if (target instanceof HTMLInputElement) {
    const others = state.without.filter((severity) => severity !== target.value);
    keep({ without: target.checked ? others : [...others, target.value] });
  }
  filter();
});

main.addEventListener('click', ({ target }) => {
  if (!(target instanceof Element)) return;
  if (target.closest('button.export')) vscode.postMessage({ type: 'export' });
  if (target.closest('button.today')) vscode.postMessage({ type: 'today' });
  const place = target.closest<HTMLElement | SVGElement>('[data-start]') ?? firstPlaceOf(target);
  if (!place) return;
  const { start, end } = place.dataset;
  vscode.postMessage({ type: 'reveal', start: Number(start), end: Number(end), revision });
});

/** The first place of the row that was clicked, unless the click was on a link or the end of marking words to copy them. */
function firstPlaceOf(target: Element): HTMLElement | null {
  const selected = window.getSelection()?.isCollapsed === false;
  if (selected || target.closest('a, button, input, select, label')) return null;
  return target.closest('tbody tr')?.querySelector<HTMLElement>('[data-start]') ?? null;
}

window.addEventListener('scroll', () => keep({ scroll: window.scrollY }), { passive: true });

// Only VS Code itself can post to the page; frames of others cannot be in it.
window.addEventListener('message', ({ data }: MessageEvent<ShowMessage>) => {
  if (data.type === 'show') show(data);
});

vscode.postMessage({ type: 'ready' });
