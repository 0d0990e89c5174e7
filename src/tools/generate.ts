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

/** The page with the table of the rules between its marks. */
function withRuleTable(page: string, header: string, nameOf: (rule: Rule) => string): string {
  const rows = rules.map((rule) => `| \`${rule.id}\` | ${rule.severity} | ${nameOf(rule)} |`);
  const table = [header, '| --- | --- | --- |', ...rows].join('\n');
  return page.replace(
    /(<!-- rules -->)[\s\S]*(<!-- \/rules -->)/,
    (_, open, close) => `${open}\n\n${table}\n\n${close}`,
  );
}

const root = join(__dirname, '../..');

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

function json(value: object, indent = 2): string {
  return JSON.stringify(value, null, indent) + '\n';
}

/** Content of the generated files by path from the repository's root. */
export function generatedFiles(): Map<string, string> {
  const manifest = JSON.parse(read('package.json'));
  manifest.contributes.configuration.properties['tuiqiao.rules'].properties = ruleSettings();
  manifest.contributes.languageModelTools = languageModelTools();
  const strings = (path: string, naming: Naming) => json(withNames(JSON.parse(read(path)), naming));
  return new Map([
    ['src/data/traditional.json', json(traditionalTable(), 1)],
    ['src/data/lexicon/README.md', lexiconPage()],
    ['src/data/schema/config.schema.json', json(configurationSchema())],
    ['package.json', json(manifest)],
    ['package.nls.json', strings('package.nls.json', english)],
    ['package.nls.zh-cn.json', strings('package.nls.zh-cn.json', chinese)],
    ['README.md', withRuleTable(read('README.md'), '| rule | severity | what is checked |', english.rule)],
    ['README.zh-CN.md', withRuleTable(read('README.zh-CN.md'), '| 规则 | 默认级别 | 检查什么 |', chinese.rule)],
  ]);
}

if (require.main === module) {
  for (const [path, content] of generatedFiles()) writeFileSync(join(root, path), content);
}
