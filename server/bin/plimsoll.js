#!/usr/bin/env node
// The command is this file and not the bundle itself because npm links only a file that exists, and the bundle is
// built after the install. Newer versions of Node keep the compiled bundle between runs when asked before it loads.
require('node:module').enableCompileCache?.();
require('../dist/cli.js');
