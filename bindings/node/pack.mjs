// Makes the packages people install: pack.mjs MODULE FOLDER. `ticketcore` has the JavaScript and names the packages of
// the platforms as optional; the one of this platform has the module and the libraries it needs. No install scripts.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const [module_, folder] = process.argv.slice(2).map((p) => path.resolve(p));
const SYSTEM = /^(linux-vdso|ld-linux|lib(c|m|dl|rt|pthread|gcc_s)\.)/;
const libc = process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl';
const name = `@ticketcore/${process.platform}-${process.arch}${process.platform === 'linux' ? (libc === 'glibc' ? '-gnu' : '-musl') : ''}`;
const own = JSON.parse(fs.readFileSync(path.join(here, 'package.json'), 'utf8'));
const run = (command, ...given) => execFileSync(command, given, { encoding: 'utf8', cwd: folder });

function platformPackage() {
  const place = path.join(folder, 'platform');
  fs.mkdirSync(place, { recursive: true });
  const target = path.join(place, 'ticketcore.node');
  fs.copyFileSync(module_, target);
  const libraries = [];
  for (const [, library, from] of run('ldd', module_).matchAll(/^\s*(\S+) => (\/\S+)/gm)) {
    if (SYSTEM.test(library)) continue;
    fs.copyFileSync(from, path.join(place, library));
    libraries.push(library);
  }
  const { version, license } = own;
  fs.copyFileSync(path.join(here, '../../LICENSE'), path.join(place, 'LICENSE'));
  fs.writeFileSync(path.join(place, 'README.md'), `# ${name}\nThe compiled part of [ticketcore](https://www.npmjs.com/package/ticketcore) for one platform.\n`);
  fs.writeFileSync(path.join(place, 'package.json'), JSON.stringify({ name, version, license, description: 'ticketcore, compiled',
    main: 'ticketcore.node', files: ['ticketcore.node', ...libraries], os: [process.platform], cpu: [process.arch],
    ...(process.platform === 'linux' ? { libc: [libc] } : {}) }, null, 2));
  return place;
}

function mainPackage() {
  const place = path.join(folder, 'main');
  for (const file of own.files) {
    const from = file === 'LICENSE' ? path.join(here, '../../LICENSE') : path.join(here, file);
    fs.cpSync(from, path.join(place, file), { recursive: true });
  }
  fs.writeFileSync(path.join(place, 'package.json'), JSON.stringify({ ...own, optionalDependencies: { [name]: own.version } }, null, 2));
  return place;
}

fs.mkdirSync(folder, { recursive: true });
for (const place of [platformPackage(), mainPackage()])
  console.log(path.join(folder, run('npm', 'pack', '--silent', '--offline', place).trim().split('\n').pop()));
