import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { keepHeapSmall } from './lsp/heap.node';
import { nodeHost } from './lsp/host.node';
import { serveOn } from './main.browser';

keepHeapSmall();
serveOn(createConnection(ProposedFeatures.all), nodeHost);
