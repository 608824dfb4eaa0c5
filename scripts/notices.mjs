// What the bundles hold of others' work, with their licences, as one text.
import { existsSync, readdirSync, readFileSync } from 'node:fs';

const data = `Facts in the bundles come from these projects:

- docker-library/official-images (Apache-2.0) and docker-library/repo-info: tags, sizes and configurations of official images
- endoflife-date/endoflife.date (MIT): how long releases are supported
- kubernetes/kubernetes (Apache-2.0), by way of @kubernetes/client-node: the fields of objects and what they are for
`;

/**
 * @param {readonly import('esbuild').Metafile[]} metafiles of the bundles
 * @param {string} root of the project, with a slash at the end
 */
export function notices(metafiles, root) {
  const folders = new Set(
    metafiles
      .flatMap(({ inputs }) => Object.keys(inputs))
      // What a bundle takes from another one is in that one's list.
      .filter((file) => !file.startsWith('shared:'))
      .flatMap((file) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []),
  );
  const packages = [...folders].map((folder) => noticeOf(`${root}${folder}`)).sort();
  return `${data}\nThe bundles hold code of these packages:\n\n${[...new Set(packages)].join('\n')}`;
}

function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file !== undefined && existsSync(`${folder}/${file}`) ? readFileSync(`${folder}/${file}`, 'utf8') : '';
  return `=== ${name} ${version} (${license})\n\n${text.trim()}\n`;
}
