import type * as vscode from 'vscode';

// The only module that reads the manifest at run time.

/** A string of the manifest: VS Code keeps the original beside what it has translated into the display language. */
type ManifestText = string | { readonly value: string; readonly original: string };

interface Manifest {
  readonly version: string;
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: ManifestText }[];
    readonly languageModelTools: readonly { readonly name: string }[];
    readonly menus: { readonly commandPalette: readonly { readonly command: string }[] };
  };
}

type Extension = Pick<vscode.Extension<unknown>, 'packageJSON'>;

function manifestOf({ packageJSON }: Extension): Manifest {
  return packageJSON as Manifest;
}

/** Version of the extension. */
export function versionOf(extension: Extension): string {
  return manifestOf(extension).version;
}

/** A command as the command palette offers it. */
export interface OfferedCommand {
  readonly command: string;
  /** In the display language. */
  readonly title: string;
}

/** The commands that the command palette offers, in the order of the manifest. */
export function offeredCommands(extension: Extension): OfferedCommand[] {
  const { commands, menus } = manifestOf(extension).contributes;
  // What the palette does not show works on a node of a tree only.
  const hidden = menus.commandPalette.map(({ command }) => command);
  return commands
    .filter(({ command }) => !hidden.includes(command))
    .map(({ command, title }) => ({ command, title: typeof title === 'string' ? title : title.value }));
}

/** Names of the tools that assistants are offered. */
export function offeredTools(extension: Extension): string[] {
  return manifestOf(extension).contributes.languageModelTools.map(({ name }) => name);
}
