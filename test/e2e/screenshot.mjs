// Drives a served editor the way a person would, for pictures and for what no extension API shows. A library.
import { launch } from './browser.mjs';

const patience = { timeout: 60_000 };

/**
 * Opens a served editor in a browser of its own, at a size in pixels. The caller must `close()` it.
 * @param language the display language, as `zh-cn`: the editor's own words stay English without its language pack
 */
export async function openEditor(url, { width = 1280, height = 800, language } = {}) {
  const browser = await launch();
  const page = await browser.newPage({ viewport: { width, height } });
  if (language !== undefined)
    await page.addInitScript((name) => {
      // What the page of an installed editor sets (microsoft/vscode src/vs/nls.ts).
      globalThis._VSCODE_NLS_LANGUAGE = name;
    }, language);
  await page.goto(url);
  await page.locator('.monaco-workbench').waitFor(patience);
  return new Editor(browser, page);
}

class Editor {
  #browser;

  constructor(browser, page) {
    this.#browser = browser;
    /** The Playwright page, for what the methods below do not cover. */
    this.page = page;
  }

  /** Opens a file by a double click on its row in the explorer. `name` is the row's whole text. */
  async openFile(name) {
    const row = this.page.locator('.explorer-folders-view .monaco-list-row', {
      has: this.page.getByText(name, { exact: true }),
    });
    await row.first().dblclick(patience);
    await this.page.locator('.tab.active', { hasText: name }).waitFor(patience);
  }

  /** Waits until something is underlined. `severity` is `error`, `warning`, `info` or `hint`. */
  async squiggle(severity = 'warning') {
    await this.page
      .locator(`.squiggly-${severity}`)
      .first()
      .waitFor({ state: 'attached', ...patience });
  }

  /** Puts the cursor on the first line that holds `text`. */
  async clickLine(text) {
    await this.page.locator('.view-line', { hasText: text }).first().click(patience);
  }

  /** Opens the quick fix menu on the first line that holds `text`, and returns the titles in it. */
  async quickFixes(text) {
    const menu = this.page.locator('.action-widget:visible').first();
    // Asked before the fixes are known, the editor says that there are none.
    for (let attempt = 1; ; attempt++) {
      await this.clickLine(text);
      await this.page.keyboard.press('Control+Period');
      try {
        await menu.waitFor({ timeout: 3000 });
        break;
      } catch (error) {
        if (attempt === 5) throw error;
      }
    }
    return menu.locator('.monaco-list-row.action .title').allTextContents();
  }

  /** Chooses a fix from the open menu, by keys: for a while after it opens the menu takes no clicks. */
  async choose(title) {
    const menu = this.page.locator('.action-widget:visible').first();
    const focused = menu.locator('.monaco-list-row.focused').first();
    const titles = await menu.locator('.monaco-list-row.action .title').allTextContents();
    for (const _ of titles) {
      if ((await focused.textContent())?.includes(title)) return this.page.keyboard.press('Enter');
      await this.page.keyboard.press('ArrowDown');
    }
    throw new Error(`no fix '${title}' among: ${titles.join('; ')}`);
  }

  /** Runs a command of the palette by its title, such as `Preferences: Color Theme`. */
  async runCommand(title) {
    await this.page.keyboard.press('F1');
    await this.page.locator('.quick-input-widget input').first().fill(`>${title}`);
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().click(patience);
  }

  /** Writes a picture of the window, or of a part of it in pixels, as PNG. */
  async picture(path, clip) {
    await this.page.screenshot({ path, ...(clip && { clip }) });
  }

  async close() {
    await this.#browser.close();
  }
}
