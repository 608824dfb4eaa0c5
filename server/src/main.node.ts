import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeHost } from './lsp/host.node';
import { serveOn } from './main.browser';

serveOn(createConnection(ProposedFeatures.all), nodeHost);
