import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { languages, listedRules } from './languages';
import { nodeHost } from './lsp/host.node';
import { serve } from './lsp/server';

serve(
  createConnection(ProposedFeatures.all),
  nodeHost,
  languages,
  listedRules.map(({ rule }) => rule),
);
