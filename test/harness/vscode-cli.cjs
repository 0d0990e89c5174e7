#!/usr/bin/env node
// A program that takes VS Code's command line and runs a VS Code server in a headless browser in its place.
require('tsx/cjs');
require('./vscode-cli.ts');
