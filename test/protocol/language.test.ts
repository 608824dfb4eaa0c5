import assert from 'node:assert/strict';
import { EditorClient } from './client';

const uri = 'file:///project/Dockerfile';
const text = 'FROM ubuntu:24.04\nRUN apt-get update\nRUN apt-get install -y curl\n';
const install = { start: { line: 2, character: 4 }, end: { line: 2, character: 4 } };

describe('the language of the person in front of the editor', () => {
  let client: EditorClient;

  beforeEach(() => {
    client = new EditorClient();
  });

  afterEach(() => client.stop());

  async function told(locale: string): Promise<Record<'messages' | 'titles' | 'hover', string>> {
    await client.start({ locale, initializationOptions: { pageCommand: 'plimsoll.showRule' } });
    await client.open(uri, 'dockerfile', text);
    const found = await client.diagnostics(uri);
    const related = found.flatMap(({ relatedInformation = [] }) => relatedInformation.map(({ message }) => message));
    return {
      messages: [...found.map(({ message }) => message), ...related].join('\n'),
      titles: (await client.actions(uri, install)).map(({ title }) => title).join('\n'),
      hover: JSON.stringify(await client.hover(uri, 2, 5)),
    };
  }

  it('is Chinese where it says so', async () => {
    const { messages, titles, hover } = await told('zh-cn');
    assert.match(messages, /^`apt-get update` 与需要它的安装分开缓存/m);
    assert.match(messages, /^这里的安装会读取索引$/m);
    assert.match(titles, /^为 `apt-get install -y curl` 加上 `--no-install-recommends`$/m);
    assert.match(titles, /^在此处忽略 recommended-packages$/m);
    assert.match(hover, /镜像只含所需的软件包/);
    assert.match(hover, /\*\*原因\*\*/);
  });

  it('is English everywhere else', async () => {
    const { messages, titles, hover } = await told('de');
    assert.match(messages, /is cached apart from the install that needs it/);
    assert.match(titles, /^Ignore recommended-packages here$/m);
    for (const said of [messages, titles, hover]) assert.doesNotMatch(said, /\p{Script=Han}/u);
  });
});
