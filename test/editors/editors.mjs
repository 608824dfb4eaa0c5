// The editors that can be run without a screen: how to tell that one is there, and how to open a file in it.
import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { documentedSettings } from './settings.mjs';

const script = (name) => fileURLToPath(new URL(name, import.meta.url));

/** What a program prints first, or nothing when it is not installed or fails. */
function output(program, words) {
  const { status, stdout } = spawnSync(program, words, { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

/** Writes documented settings to a file of the folder that the editor starts from. */
function settingsFile(home, name, ...blocks) {
  const path = `${home}/${name}`;
  writeFileSync(path, blocks.join('\n'));
  return path;
}

function neovim() {
  const version = /^NVIM v(\d+)\.(\d+)\.\S+/.exec(output('nvim', ['--version']) ?? '');
  if (version === null) return { missing: 'nvim is not installed (Debian: neovim)' };
  const minor = Number(version[1]) * 1000 + Number(version[2]);
  const run = (...blocks) => ({
    name: `Neovim ${version[0].slice(6)}, ${blocks.join(' and ')}`,
    saves: blocks.some((block) => block.endsWith('-save')),
    command: (home, file) => {
      const settings = settingsFile(home, 'init.lua', ...blocks.map(documentedSettings));
      return ['nvim', '--headless', '-n', '-i', 'NONE', '-u', settings, '-c', `luafile ${script('neovim.lua')}`, file];
    },
  });
  if (minor < 8) return { runs: [run('neovim-0.7')] };
  if (minor < 11) return { runs: [run('neovim-0.8')] };
  return { runs: [run('neovim-0.11'), run('neovim-0.8'), run('neovim-0.11', 'neovim-0.11-save')] };
}

/** Without a screen, Emacs leaves the distribution's packages alone unless told otherwise. */
const batch = ['--batch', '--no-init-file', '--funcall', 'package-activate-all'];

const emacsHas = (...features) =>
  output('emacs', [...batch, '--eval', `(dolist (each '(${features.join(' ')})) (require each))`]) !== undefined;

function emacs() {
  const version = /^GNU Emacs (\S+)/.exec(output('emacs', ['--version']) ?? '')?.[1];
  if (version === undefined) return { missing: 'emacs is not installed (Debian: emacs-nox)' };
  if (!emacsHas('yaml-mode', 'dockerfile-mode'))
    return { missing: 'emacs lacks yaml-mode or dockerfile-mode (Debian: elpa-yaml-mode elpa-dockerfile-mode)' };
  const clients = ['eglot', 'lsp-mode'].filter((client) => emacsHas(client));
  if (clients.length === 0) return { missing: 'emacs lacks Eglot and lsp-mode (Debian: elpa-eglot elpa-lsp-mode)' };
  return {
    runs: clients.map((client) => ({
      name: `Emacs ${version} with ${client}`,
      command: (home) => {
        const settings = settingsFile(home, 'init.el', documentedSettings(`emacs-${client}`));
        const files = [settings, script('emacs.el'), script(`${client}.el`)];
        return ['emacs', ...batch, ...files.flatMap((file) => ['-l', file])];
      },
    })),
  };
}

/** Where Debian and ALE's own instructions put it. */
const aleFolders = ['/usr/share/vim-ale', `${process.env.HOME}/.vim/pack/git-plugins/start/ale`];

function vim() {
  const version = /^VIM - Vi IMproved (\S+)/.exec(output('vim', ['--version']) ?? '')?.[1];
  if (version === undefined) return { missing: 'vim is not installed (Debian: vim)' };
  const ale = aleFolders.find((folder) => existsSync(folder));
  if (ale === undefined) return { missing: 'vim lacks ALE (Debian: vim-ale)' };
  return {
    runs: [
      {
        name: `Vim ${version} with ALE`,
        hasTwoSeverities: true,
        command: (home, file) => {
          const start = `set nocompatible\nlet g:ale_linters = {'dockerfile': ['plimsoll'], 'yaml': ['plimsoll']}\nset runtimepath^=${ale}\nfiletype plugin on\nruntime plugin/ale.vim`;
          const settings = settingsFile(home, 'vimrc', start, documentedSettings('vim-ale'));
          const words = ['-n', '-i', 'NONE', '-T', 'dumb', '--not-a-term', '-es', '-u', settings];
          return ['vim', ...words, '-S', script('ale.vim'), file];
        },
      },
    ],
  };
}

/** By the name that `npm run test:editors -- NAME` takes. */
export const editors = { neovim, emacs, vim };
