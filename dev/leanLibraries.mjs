/**
 * An esbuild plugin for the language server libraries, which are published as CommonJS: nothing can be left out of that,
 * so two thirds of our bundles would be code that never runs. It turns the compiler's regular output back into ES modules,
 * from which esbuild takes what is used, and takes out the features that our server does not offer. A file that does not
 * look as expected stays as it is.
 */
import { readFileSync } from 'node:fs';

const LIBRARIES = /[\\/]node_modules[\\/]vscode-(?:languageclient|languageserver|jsonrpc)[\w-]*[\\/]lib[\\/].*\.js$/;

/** Features of the protocol that our server does not have; the client need not announce them. */
const UNUSED =
  'CallHierarchy|TypeHierarchy|LinkedEditing(?:Range)?|InlineValue|InlineCompletion(?:Item)?|Moniker|NotebookDocumentSync|NotebookSync|TextDocumentContent|ColorProvider|Implementation|Declaration|DocumentRangeFormatting|ExecuteCommand|WillSave(?:WaitUntil)?|FileOperations|(?:Did|Will)(?:Create|Rename|Delete)Files';

/** In place of modules that would have nothing to do. */
const STAND_INS = [
  // VS Code itself compares its version with the manifest's.
  [/^semver\/functions\//, 'module.exports = () => true;'],
  // Our document selectors have no patterns.
  [/^minimatch$/, 'exports.Minimatch = class { makeRe() { return false; } };'],
];

export const leanLibraries = {
  name: 'lean libraries',
  setup(build) {
    for (const [filter, contents] of STAND_INS) {
      build.onResolve({ filter }, ({ path }) => ({ path, namespace: contents }));
      build.onLoad({ filter, namespace: contents }, () => ({ contents }));
    }
    build.onLoad({ filter: LIBRARIES }, ({ path }) => {
      const code = readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
      return {
        contents: asModule(withoutUnused(code, path.replaceAll('\\', '/').split('/node_modules/').at(-1))) ?? code,
      };
    });
  },
};

/** Who waits for a notebook waits in vain. */
const NO_NOTEBOOKS = `{
  onOpenNotificationSent: () => ({ dispose() {} }),
  onChangeNotificationSent: () => ({ dispose() {} }),
  onSaveNotificationSent: () => ({ dispose() {} }),
  onCloseNotificationSent: () => ({ dispose() {} }),
}`;

/** What is taken out of some files, and what stands in its place. */
const CHANGES = {
  'vscode-languageclient/lib/common/client.js': [
    [new RegExp(`^ +this\\.registerFeature\\(new \\w+\\.(?:${UNUSED})Feature\\(this\\)\\);\n`, 'gm'), ''],
    [/notebook_1\.NotebookDocumentSyncFeature\.CellScheme/, "'vscode-notebook-cell'"],
    [/feature instanceof notebook_1\.NotebookDocumentSyncFeature/, 'false'],
  ],
  'vscode-languageclient/lib/common/diagnostic.js': [
    [/(?<=const notebookFeature = )client\.getFeature\([\w.]+\)/, NO_NOTEBOOKS],
  ],
  'vscode-languageserver/lib/common/server.js': [[new RegExp(`\\(0, \\w+\\.(?:${UNUSED})Feature\\)`, 'g'), '']],
};

function withoutUnused(code, file) {
  for (const [pattern, replacement] of CHANGES[file] ?? []) {
    if (code.search(pattern) < 0) throw new Error(`${file} has changed: nothing in it is ${pattern}`);
    code = code.replace(pattern, replacement);
  }
  return code;
}

/** Undefined when something of CommonJS is left. */
function asModule(code) {
  const exported = new Set();
  const sources = new Map();
  const module = code
    .replace(/^"use strict";\n/, '')
    .replace(/^var __\w+ = \(this && this\.__\w+\) \|\| [\s\S]*?^(?:\}\)\);|\}\);|\}\)\(\);|\};)\n/gm, '')
    .replace(/^Object\.defineProperty\(exports, "__esModule", \{ value: true \}\);\n/m, '')
    .replace(/^(?:exports\.\w+ = )+void 0;\n/gm, '')
    .replace(/^(?:const|var) (\w+) = (?:__import\w+\()?require\("([^"]+)"\)\)?;$/gm, (_, name, source) => {
      sources.set(name, source);
      if (/^\.|^vscode-/.test(source)) return `import * as ${name} from ${JSON.stringify(source)};`;
      return `const ${name} = require(${JSON.stringify(source)});`;
    })
    .replace(/^__exportStar\(require\("([^"]+)"\), exports\);$/gm, (_, source) => `export * from "${source}";`)
    .replace(
      /^Object\.defineProperty\(exports, "(\w+)", \{ enumerable: true, get: function \(\) \{ return (\w+)\.(\w+); \} \}\);$/gm,
      (_, name, from, original) => `export { ${original} as ${name} } from "${sources.get(from)}";`,
    )
    // A namespace by itself has no effect until it is used.
    .replace(
      /^(export )?var (\w+);\n\(function \(\2\) \{\n([\s\S]*?)^\}\)\(\2 \|\| \((exports\.\2 = )?\2 = \{\}\)\);$/gm,
      (_, isExport, name, body, isAssigned) => {
        if (isExport || isAssigned) exported.add(name);
        return `var ${name} = /* @__PURE__ */ (function (${name}) {\n${body}return ${name};\n})({});`;
      },
    )
    .replace(/^\}\)\((\w+) \|\| \(exports\.\1 = \1 = \{\}\)\);$/gm, (_, name) => {
      exported.add(name);
      return `})(${name});`;
    })
    .replace(/^exports\.default = (\w+);$/gm, 'export default $1;')
    .replace(/^exports\.(\w+) = (\w+);$/gm, (whole, name, value) => {
      if (name !== value) return whole;
      exported.add(name);
      return '';
    })
    .replace(/^exports\.(\w+) = /gm, (_, name) => {
      exported.add(name);
      return `const ${name} = `;
    })
    .replace(/\bexports\.(\w+)/g, (whole, name) => (exported.has(name) ? name : whole));
  if (/\bexports\b|\b__(?:import|export|create)\w+/.test(module)) return undefined;
  return exported.size === 0 ? module : `${module}\nexport { ${[...exported].join(', ')} };\n`;
}
