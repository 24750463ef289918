import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const Compressible = /\.(js|css|html|svg|json|txt)$/;

/** Writes a .br and a .gz beside each text file of the build, so that the service need not compress at run time. */
export function precompress(): Plugin {
  let outDir = 'dist';
  return {
    name: 'precompress',
    apply: 'build',
    configResolved: (config) => void (outDir = join(config.root, config.build.outDir)),
    writeBundle: async (options) => compressAll(options.dir ?? outDir),
  };
}

async function compressAll(directory: string): Promise<void> {
  const names = await readdir(directory, { recursive: true });
  await Promise.all(names.filter((name) => Compressible.test(name)).map((name) => compress(join(directory, name))));
}

async function compress(path: string): Promise<void> {
  const bytes = await readFile(path);
  const brotli = await promisify(brotliCompress)(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
  await writeFile(`${path}.br`, brotli);
  await writeFile(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }));
}
