#!/usr/bin/env node
// A program that takes VS Code's command line and runs a VS Code server in a headless browser in its place.
import { createRequire } from 'node:module';
import 'tsx/cjs';

createRequire(import.meta.url)('./vscode-cli.ts');
