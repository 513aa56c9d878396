// The grammar compiles, gives one flow the scopes of scopes.txt (KEEL_UPDATE=1 writes them anew), and knows every word
// that begins a line: keywords.txt, which a test of the parser holds against the parser's own lists.
import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import oniguruma from "vscode-oniguruma";
import textmate from "vscode-textmate";

const here = (name) => new URL(name, import.meta.url);
const grammarFile = here("../../tools/editors/vscode/syntaxes/keel.tmLanguage.json");
const wasm = createRequire(import.meta.url).resolve("vscode-oniguruma/release/onig.wasm");
await oniguruma.loadWASM(readFileSync(wasm).buffer);

const registry = new textmate.Registry({
  onigLib: Promise.resolve({
    createOnigScanner: (sources) => new oniguruma.OnigScanner(sources),
    createOnigString: (text) => new oniguruma.OnigString(text),
  }),
  loadGrammar: async () => textmate.parseRawGrammar(readFileSync(grammarFile, "utf8"), "keel.json"),
});
const grammar = await registry.loadGrammar("source.keel");

function scopesOf(text) {
  let state = textmate.INITIAL;
  const lines = [];
  for (const line of text.trimEnd().split("\n")) {
    const read = grammar.tokenizeLine(line, state);
    state = read.ruleStack;
    lines.push(
      read.tokens
        .map((t) => [line.slice(t.startIndex, t.endIndex), t.scopes.slice(1).join(" ")])
        .filter(([words]) => words.trim()),
    );
  }
  return lines;
}

const keywords = readFileSync(here("keywords.txt"), "utf8").trim().split("\n");

test("every word that begins a line is a keyword", () => {
  for (const keyword of keywords) {
    const isHead = keyword.endsWith(":") || keyword === "flow" || keyword === "define";
    const rest = { define: " calm: a is b", "or if": " a is b: Hello.", "and if": " a is b: Hello." }[keyword];
    const whole = ["end", "otherwise", "if skipped", "any other answer"].includes(keyword);
    const line = (isHead ? "" : "  ") + keyword + (rest ?? (whole ? "" : " some-thing"));
    const [words, scope] = scopesOf(line)[0][0];
    assert.match(scope, /^keyword/, line);
    assert.equal(words.trim().replace(/:$/, ""), keyword.replace(/:$/, ""), line);
  }
});

test("a flow has the scopes that it had", () => {
  const printed = scopesOf(readFileSync(here("example.keel"), "utf8"))
    .map((tokens) => tokens.map(([words, scope]) => `${words.trim()}  <${scope}>\n`).join("") + "\n")
    .join("");
  if (process.env.KEEL_UPDATE === "1" || !existsSync(here("scopes.txt"))) writeFileSync(here("scopes.txt"), printed);
  assert.equal(printed, readFileSync(here("scopes.txt"), "utf8"));
});

test("what is spoken is a string to its end, whatever stands in it", () => {
  const [mark, spoken] = scopesOf('Coach: One thing: if you go to bed, set "it" aside. # 1')[0];
  assert.deepEqual(mark, ["Coach:", "keyword.other.speech.keel"]);
  assert.deepEqual(spoken, ['One thing: if you go to bed, set "it" aside. # 1', "string.unquoted.spoken.keel"]);
});

test("the problem matcher reads what `keel check --format short` prints", () => {
  const matcher = JSON.parse(readFileSync(here("../../tools/editors/vscode/package.json"), "utf8")).contributes
    .problemMatchers[0].pattern;
  const line = 'dialogs/pause.keel:31:9: error: no part named "clsoe"; did you mean "close"? [K012]';
  const found = new RegExp(matcher.regexp).exec(line);
  assert.deepEqual(
    [found[matcher.file], found[matcher.line], found[matcher.column], found[matcher.severity], found[matcher.code]],
    ["dialogs/pause.keel", "31", "9", "error", "K012"],
  );
});
