// Two validators of schema.org data from npm, which need no network: the vocabulary as types
// (schema-dts, by the TypeScript compiler), and what search engines ask of an offer.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Validator from '@adobe/structured-data-validator';
import ts from 'typescript';

const ROOT = join(import.meta.dirname, '..');

/** What is wrong with descriptions of that type; nothing if they are right. */
export async function problems(type: string, descriptions: unknown[]): Promise<string[]> {
  return [...vocabulary(type, descriptions), ...(await Promise.all(descriptions.map((it) => engines(type, it)))).flat()];
}

/** Unknown types and properties, and values of the wrong kind. */
function vocabulary(type: string, descriptions: unknown[]): string[] {
  const folder = mkdtempSync(join(ROOT, 'node_modules/.schema-'));
  try {
    const file = join(folder, 'described.ts');
    const lines = descriptions.map((it, at) => `export const described${at}: WithContext<${type}> = ${JSON.stringify(it)};`);
    writeFileSync(file, [`import type { ${type}, WithContext } from 'schema-dts';`, ...lines].join('\n'));
    const program = ts.createProgram([file], { strict: true, noEmit: true, skipLibCheck: true, types: [], module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler });
    return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function engines(type: string, description: unknown): Promise<string[]> {
  const issues = await new Validator().validate({ jsonld: { [type]: [description] }, microdata: {}, rdfa: {}, errors: [] });
  return issues.filter(({ severity }: { severity: string }) => severity === 'ERROR').map(({ issueMessage }: { issueMessage: string }) => issueMessage);
}
