/** Development only: writes the files that follow from other data. Run by `npm run generate`; a test keeps them current. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Converter } from 'opencc-js/t2cn';
import { type AssistantTool, assistantTools, type Rule, rules, severities } from '../core';
import { lexiconPage } from './lexicon-page';

/** The simplified form of every traditional character of the basic plane, as two strings of equal length, from OpenCC's data. */
export function traditionalTable(): { traditional: string; simplified: string } {
  const convert = Converter({ from: 't', to: 'cn' });
  let traditional = '';
  let simplified = '';
  for (let unit = 0x3400; unit <= 0x9fff; unit++) {
    const from = String.fromCharCode(unit);
    const to = convert(from);
    // A simplified form outside the basic plane cannot stand in a table of UTF-16 units; those characters are very rare.
    if (to === from || to.length !== 1) continue;
    traditional += from;
    simplified += to;
  }
  return { traditional, simplified };
}

/** The settings of the rules as the manifest declares them. */
function ruleSettings(): Record<string, object> {
  const names = [...severities, 'off'];
  return Object.fromEntries(
    rules.map(({ id }) => [
      id,
      {
        type: 'string',
        enum: names,
        enumDescriptions: names.map((name) => `%setting.rules.${name}%`),
        description: `%${manifestKey(id)}%`,
      },
    ]),
  );
}

/** The schema of configurations with the rules as they can be set. */
function configurationSchema(): object {
  const schema = JSON.parse(read('src/data/schema/config.schema.json'));
  const names = [...severities, 'off'];
  schema.properties.rules.properties = Object.fromEntries(
    rules.map(({ id, title, severity }) => [
      id,
      { enum: names, description: `${title}。默认 ${severity}；off 表示不查。` },
    ]),
  );
  return schema;
}

function manifestKey(rule: string): string {
  return `rule.${rule.replace('/', '.')}`;
}

/** What assistants in the editor may ask, as the manifest declares it. */
function languageModelTools(): object[] {
  return assistantTools.map(({ name, schema }) => ({
    name: `tuiqiao_${name}`,
    toolReferenceName: `tuiqiao_${name}`,
    canBeReferencedInPrompt: true,
    displayName: `%tool.${name}%`,
    userDescription: `%tool.${name}%`,
    modelDescription: `%tool.${name}.description%`,
    inputSchema: schema,
  }));
}

/** A language of the manifest's strings: what it calls the rules, and the tools of assistants. */
interface Naming {
  rule(rule: Rule): string;
  tool(tool: AssistantTool): readonly [title: string, description: string];
}

const english: Naming = {
  rule: (rule) => rule.english,
  tool: ({ english, englishDescription }) => [english, englishDescription],
};
const chinese: Naming = {
  rule: (rule) => rule.title,
  tool: ({ title, description }) => [title, description],
};

/** The manifest's strings with those of the rules and tools behind the others. */
function withNames(strings: Record<string, string>, naming: Naming): Record<string, string> {
  const others = Object.entries(strings).filter(([key]) => !/^(?:rule|tool)\./.test(key));
  const ofTools = assistantTools.flatMap((tool) => {
    const [title, description] = naming.tool(tool);
    return [
      [`tool.${tool.name}`, title],
      [`tool.${tool.name}.description`, description],
    ] as const;
  });
  const ofRules = rules.map((rule) => [manifestKey(rule.id), naming.rule(rule)] as const);
  return Object.fromEntries([...others, ...ofTools, ...ofRules]);
}

/** A page with a table between the marks `<!-- name -->` and `<!-- /name -->`. */
function withTable(
  page: string,
  name: string,
  header: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const table = [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [start, end] = [page.indexOf(open), page.indexOf(close)];
  if (start < 0 || end < start) throw new Error(`the page has no place for the table of ${name}`);
  return `${page.slice(0, start)}${open}\n\n${table}\n\n${page.slice(end)}`;
}

/** The manifest, as far as the tables tell of it. */
interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly keybindings: readonly { readonly command: string; readonly key: string }[];
    readonly menus: { readonly commandPalette: readonly { readonly command: string }[] };
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
  };
}

interface Setting {
  readonly default: unknown;
  readonly order: number;
  readonly description?: string;
  readonly markdownDescription?: string;
}

/** How keys are named on keyboards. */
const keyNames: Readonly<Record<string, string>> = { up: '↑', down: '↓' };

function keyName(key: string): string {
  const names = key.split('+').map((part) => keyNames[part] ?? part[0].toUpperCase() + part.slice(1));
  return names.join('+');
}

/** Rows of the commands that the palette lists: title, keys, id. */
function commandRows({ contributes }: Manifest, textOf: (key: string) => string): string[][] {
  const { commands, keybindings, menus } = contributes;
  const hidden = menus.commandPalette.map(({ command }) => command);
  return commands
    .filter(({ command }) => !hidden.includes(command))
    .map(({ command, title }) => {
      const keys = keybindings.filter((binding) => binding.command === command).map(({ key }) => keyName(key));
      return [textOf(title), [...new Set(keys)].join(', '), `\`${command}\``];
    });
}

/** Rows of the settings in their order: name, default, what it does. */
function settingRows({ contributes }: Manifest, textOf: (key: string) => string): string[][] {
  const settings = Object.entries(contributes.configuration.properties).sort(([, a], [, b]) => a.order - b.order);
  return settings.map(([name, { default: value, description, markdownDescription }]) => [
    `\`${name}\``,
    `\`${JSON.stringify(value)}\``,
    // In the settings editor, a name between # is a link.
    textOf(description ?? markdownDescription ?? '').replace(/`#([\w.]+)#`/g, '`$1`'),
  ]);
}

/** What the tables of a page are headed by, in its language. */
interface Headers {
  readonly commands: readonly string[];
  readonly settings: readonly string[];
  readonly rules: readonly string[];
}

/** The page with the tables of commands, settings and rules. */
function withTables(
  page: string,
  headers: Headers,
  manifest: Manifest,
  strings: Readonly<Record<string, string>>,
  nameOf: (rule: Rule) => string,
): string {
  const textOf = (key: string) => strings[key.replaceAll('%', '')] ?? '';
  const ruleRows = rules.map((rule) => [`\`${rule.id}\``, rule.severity, nameOf(rule)]);
  let whole = withTable(page, 'commands', headers.commands, commandRows(manifest, textOf));
  whole = withTable(whole, 'settings', headers.settings, settingRows(manifest, textOf));
  return withTable(whole, 'rules', headers.rules, ruleRows);
}

const root = join(__dirname, '../..');

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

function json(value: object, indent = 2): string {
  return JSON.stringify(value, null, indent) + '\n';
}

const englishHeaders: Headers = {
  commands: ['command', 'key', 'id'],
  settings: ['setting', 'default', 'what it does'],
  rules: ['rule', 'severity', 'what is checked'],
};
const chineseHeaders: Headers = {
  commands: ['命令', '按键', '标识'],
  settings: ['设置', '默认值', '作用'],
  rules: ['规则', '默认级别', '检查什么'],
};

/** Where the project is found, all from `homepage`, the one address that somebody fills in; nothing where nobody has. */
function addressesFrom(homepage: string | undefined): object {
  if (homepage === undefined) return { repository: undefined, bugs: undefined };
  return { repository: { type: 'git', url: `${homepage}.git` }, bugs: { url: `${homepage}/issues` } };
}

/** Content of the generated files by path from the repository's root. */
export function generatedFiles(): Map<string, string> {
  const manifest = JSON.parse(read('package.json'));
  Object.assign(manifest, addressesFrom(manifest.homepage));
  manifest.contributes.configuration.properties['tuiqiao.rules'].properties = ruleSettings();
  manifest.contributes.languageModelTools = languageModelTools();
  const strings = (path: string, naming: Naming) => withNames(JSON.parse(read(path)), naming);
  const inEnglish = strings('package.nls.json', english);
  const inChinese = strings('package.nls.zh-cn.json', chinese);
  return new Map([
    ['src/data/traditional.json', json(traditionalTable(), 1)],
    ['src/data/lexicon/README.md', lexiconPage()],
    ['src/data/schema/config.schema.json', json(configurationSchema())],
    ['package.json', json(manifest)],
    ['package.nls.json', json(inEnglish)],
    ['package.nls.zh-cn.json', json(inChinese)],
    ['README.md', withTables(read('README.md'), englishHeaders, manifest, inEnglish, english.rule)],
    ['README.zh-CN.md', withTables(read('README.zh-CN.md'), chineseHeaders, manifest, inChinese, chinese.rule)],
  ]);
}

if (require.main === module) {
  for (const [path, content] of generatedFiles()) writeFileSync(join(root, path), content);
}
