import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { defaultSpeakingRate } from '../../src/core/speech/statistics';
import { offeredCommands, versionOf } from '../../src/vscode/host/manifest';
import { tried } from '../../src/vscode/start/tried';

const root = join(__dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const manifest = JSON.parse(read('package.json'));
const { commands, configuration, colors } = manifest.contributes;
const english: Record<string, string> = JSON.parse(read('package.nls.json'));
const chinese: Record<string, string> = JSON.parse(read('package.nls.zh-cn.json'));
const sources = readdirSync(join(root, 'src/vscode'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ts.createSourceFile(name, read(`src/vscode/${name}`), ts.ScriptTarget.Latest, true));

/** First arguments of the calls whose callee ends with the name, where they are plain strings. */
function firstArguments(callee: string): Set<string> {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText().endsWith(callee)) {
      const [first] = node.arguments;
      if (first && ts.isStringLiteralLike(first)) found.add(first.text);
    }
    ts.forEachChild(node, visit);
  };
  sources.forEach(visit);
  return found;
}

describe('the manifest', () => {
  it('has the same strings in English and Chinese, and uses every one of them', () => {
    assert.deepEqual(Object.keys(english).sort(), Object.keys(chinese).sort());
    const used = new Set([...JSON.stringify(manifest).matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key));
    assert.deepEqual([...used].sort(), Object.keys(english).sort());
  });

  it('leaves no text to be translated outside those files', () => {
    const texts = [
      ...commands.flatMap(({ title, category }: Record<string, string>) => [title, category]),
      ...colors.map(({ description }: Record<string, string>) => description),
      ...Object.values<Record<string, string>>(configuration.properties).map(
        ({ description, markdownDescription }) => description ?? markdownDescription,
      ),
    ];
    for (const text of texts) assert.match(text, /^%[\w.]+%$/);
  });

  it('leaves the keys of drafting to a modal editor outside its insert mode, and to an input method', () => {
    const keys = ['enter', 'backspace', 'tab', 'shift+tab'];
    const outline = ['continueItem', 'removeMarker', 'demote', 'promote'].map((id) => `tuiqiao.${id}`);
    const bound = manifest.contributes.keybindings.filter(
      ({ command, key }: Record<string, string>) => outline.includes(command) && keys.includes(key),
    );
    assert.equal(bound.length, 7);
    for (const { when } of bound as { when: string }[]) {
      const conditions = when.split(' && ');
      assert.ok(conditions.includes('!isComposing'), when);
      assert.ok(conditions.includes("(!vim.mode || vim.mode == 'Insert')"), when);
      assert.ok(conditions.includes("(!neovim.mode || neovim.mode == 'insert')"), when);
    }
  });

  it('gives every setting a scope, a default and a place of its own in the order', () => {
    const settings = Object.entries<Record<string, unknown>>(configuration.properties);
    for (const [name, { scope, default: value }] of settings) {
      assert.match(name, /^tuiqiao(\.\w+)+$/);
      assert.equal(scope, 'resource', name);
      assert.notEqual(value, undefined, name);
    }
    assert.equal(new Set(settings.map(([, { order }]) => order)).size, settings.length);
  });

  it('speaks of the speaking rate that is in force without a setting', () => {
    assert.equal(configuration.properties['tuiqiao.speakingRate'].default, defaultSpeakingRate);
  });

  it('gives every colour for every kind of theme', () => {
    for (const { id, defaults } of colors) {
      assert.deepEqual(Object.keys(defaults).sort(), ['dark', 'highContrast', 'highContrastLight', 'light'], id);
    }
  });
});

/** A part of the manifest that leads to commands, in both languages. */
interface Led {
  readonly name: string;
  readonly when?: string;
  readonly english: readonly string[];
  readonly chinese: readonly string[];
}

/** The commands that a text of the manifest links to, each standing on a line of its own as a button. */
function buttonsOf(strings: Record<string, string>, text: string): string[] {
  const lines = (strings[text.replaceAll('%', '')] ?? '').split('\n');
  return lines.flatMap((line) => /^\[[^\]]+\]\(command:([\w.]+)\)$/.exec(line)?.[1] ?? []);
}

function led(name: string, text: string, when?: string): Led {
  return { name, when, english: buttonsOf(english, text), chinese: buttonsOf(chinese, text) };
}

describe('the first contact', () => {
  const { viewsWelcome, walkthroughs = [], views } = manifest.contributes;
  const registered = firstArguments('registerCommand');
  const enablement = new Map<string, string | undefined>(
    commands.map((command: Record<string, string>) => [command.command, command.enablement]),
  );
  const welcomes: Led[] = viewsWelcome.map(({ view, contents, when }: Record<string, string>) =>
    led(`${view} ${when}`, contents, when),
  );
  const steps: (Record<string, string> & { media: Record<string, string>; completionEvents: string[] })[] =
    walkthroughs.flatMap((walkthrough: { steps: unknown[] }) => walkthrough.steps);

  it('gives every command a title of its own, in both languages', () => {
    for (const strings of [english, chinese]) {
      const titles = commands.map(({ title }: Record<string, string>) => strings[title.replaceAll('%', '')]);
      assert.deepEqual([...new Set(titles)].sort(), titles.sort());
    }
  });

  it('offers one action in every empty view, that can be taken there', () => {
    for (const { name, when, english: actions, chinese: inChinese } of welcomes) {
      assert.equal(actions.length, 1, name);
      assert.deepEqual(inChinese, actions, name);
      assert.ok(enablement.has(actions[0]), `${name}: ${actions[0]}`);
      const needed = enablement.get(actions[0])?.split(' || ');
      assert.ok(!needed || needed.includes(when ?? ''), `${name}: ${actions[0]} needs ${needed?.join()}`);
    }
  });

  it('leaves no view empty but the lexicon, which never is', () => {
    const empty = viewsWelcome.map(({ view }: Record<string, string>) => view);
    for (const { id } of views.tuiqiao) assert.equal(empty.includes(id), id !== 'tuiqiao.lexicon', id);
  });

  it('leads through five steps, each with a picture and with buttons that do something', () => {
    assert.deepEqual(
      steps.map(({ id }) => id),
      ['open', 'marks', 'fix', 'draft', 'hand-on'],
    );
    for (const { id, description, media, completionEvents } of steps) {
      assert.ok(existsSync(join(root, media.svg)), media.svg);
      // The page takes no style but its own.
      assert.doesNotMatch(read(media.svg), /<style| style=| class=/, media.svg);
      const { english: actions, chinese: inChinese } = led(id, description);
      assert.ok(actions.length > 0, id);
      assert.deepEqual(inChinese, actions, id);
      for (const action of actions) {
        assert.ok(registered.has(action) || tried.some((command) => action === `tuiqiao.try.${command}`), action);
        assert.ok(completionEvents.includes(`onCommand:${action}`), `${id}: ${action}`);
        // The page of the walkthrough is no text: a command that acts on one needs the way round.
        assert.equal(enablement.get(action), undefined, `${id}: ${action}`);
      }
    }
  });

  it('tries commands on a text that there are', () => {
    for (const command of tried) assert.ok(enablement.has(`tuiqiao.${command}`), command);
  });
});

describe('the manifest as it is read at run time', () => {
  /** What VS Code makes of the manifest: a string that it has translated is an object with both strings. */
  const translated = JSON.parse(JSON.stringify(manifest), (_, value: unknown) => {
    const key = typeof value === 'string' ? /^%(.+)%$/.exec(value)?.[1] : undefined;
    return key === undefined ? value : { value: chinese[key], original: english[key] };
  });

  it('offers the commands by their titles in the display language', () => {
    const offered = offeredCommands({ packageJSON: translated });
    const titleOf = (id: string) => offered.find(({ command }) => command === id)?.title;
    assert.equal(titleOf('tuiqiao.openPanel'), '打开审校面板');
    for (const { title } of offered) assert.match(title, /\p{Script=Han}/u);
    assert.equal(titleOf('tuiqiao.comparison.go'), undefined);
  });

  it('offers them in English too', () => {
    const packageJSON = JSON.parse(JSON.stringify(manifest), (_, value: unknown) =>
      typeof value === 'string' ? value.replace(/^%(.+)%$/, (_whole, key: string) => english[key]) : value,
    );
    const offered = offeredCommands({ packageJSON });
    assert.ok(offered.some(({ title }) => title === english['command.openPanel']));
    assert.equal(versionOf({ packageJSON }), manifest.version);
  });

  it('is read in one module, which knows of both', () => {
    const readers = sources.filter(({ text }) => text.includes('packageJSON')).map(({ fileName }) => fileName);
    assert.deepEqual(readers, ['host/manifest.ts']);
  });
});

describe('the Chinese strings of the code', () => {
  it('are those that the code asks for', () => {
    const bundle: Record<string, string> = JSON.parse(read('src/l10n/bundle.l10n.zh-cn.json'));
    assert.deepEqual(Object.keys(bundle).sort(), [...firstArguments('l10n.t')].sort());
  });

  it('have the same places to fill in as the English ones', () => {
    const bundle: Record<string, string> = JSON.parse(read('src/l10n/bundle.l10n.zh-cn.json'));
    const places = (text: string) => [...text.matchAll(/\{\d\}/g)].map(String).sort();
    for (const [source, translation] of Object.entries(bundle)) assert.deepEqual(places(translation), places(source));
  });
});
