"""Links sets with known truth, untuned and cold, and has other programs do the same beside it.

bench/run accuracy [--splink] [--duke] [--data FOLDER] [--work FOLDER] [SET...]

SET    febrl3, febrl4, historical_50k   public sets, from FOLDER of --data
       a made-up set                    `made` for all of the linkage tests' sets, `shapes` for all of shapes.py's, `more-shapes` for all of more_shapes.py's,
                                        `other-shapes`, `trade-shapes` and `further-shapes` for all of other_shapes.py's, trade_shapes.py's and further_shapes.py's,
                                        `stranger-shapes` and `agency-shapes` for all of stranger_shapes.py's and agency_shapes.py's
       people-N                         N records of an invented population, such as people-1000000
Without SET: the public sets where --data is given, two-no-id, crowded and people-100000.
"""
import argparse, collections, csv, json, os, pathlib, shlex, shutil, subprocess, sys, tempfile, time
import agency_shapes, further_shapes, more_shapes, other_shapes, shapes, stranger_shapes, trade_shapes

HERE = pathlib.Path(__file__).resolve().parent
HOME = HERE.parent.parent
PUBLIC = {
    'febrl3': (['febrl_dataset3.csv'], 'rec_id', lambda row: row['rec_id'].split('-')[1]),
    'febrl4': (['febrl_dataset4a.csv', 'febrl_dataset4b.csv'], 'rec_id', lambda row: row['rec_id'].split('-')[1]),
    'historical_50k': (['historical_figures_50k.csv'], 'unique_id', lambda row: row['cluster']),
}


SHAPES = {'shapes': shapes, 'more-shapes': more_shapes, 'other-shapes': other_shapes, 'trade-shapes': trade_shapes, 'further-shapes': further_shapes, 'stranger-shapes': stranger_shapes, 'agency-shapes': agency_shapes}


class Set:
    """Files without the truth, and the truth beside them, by (file, id); the files again for programs that need to be told."""

    def __init__(self, name, sources, key, person, folder, told=None):
        self.name, self.key, self.truth = name, key, {}
        folder.mkdir(parents=True, exist_ok=True)
        self.files = self.copies(sources, person, folder)
        self.told = self.copies(told, person, folder) if told else self.files

    def copies(self, sources, person, folder):
        files = []
        for at, source in enumerate(sources):
            target = folder / source.name
            files.append(target)
            with open(source, newline='', encoding='utf-8') as read, open(target, 'w', newline='', encoding='utf-8') as write:
                rows = csv.DictReader(read, skipinitialspace=True)
                rows.fieldnames = [column.strip() for column in rows.fieldnames]
                kept = [column for column in rows.fieldnames if column != 'cluster']
                out = csv.DictWriter(write, kept, extrasaction='ignore', lineterminator='\n')
                out.writeheader()
                for row in rows:
                    self.truth[at, row[self.key]] = person(row)
                    out.writerow(row)
        return files

    def pairs(self):
        """How many pairs are of one person; across files where there are two."""
        return sum(all_pairs(n) for n in by_person(self.truth.items(), len(self.files)).values())


def by_person(records, files):
    people = collections.defaultdict(lambda: [0] * files)
    for (source, _), person in records:
        people[person][source] += 1
    return people


def all_pairs(counts):
    if len(counts) == 1:
        return counts[0] * (counts[0] - 1) // 2
    return (sum(counts) ** 2 - sum(n * n for n in counts)) // 2


def between(a, b):
    return a[0] * b[0] if len(a) == 1 else sum(a) * sum(b) - sum(x * y for x, y in zip(a, b))


class Growing:
    """Clusters that grow pair by pair, and how right they are at each moment."""

    def __init__(self, linked):
        files = len(linked.files)
        self.real, self.made, self.right = linked.pairs(), 0, 0
        self.parent = {record: record for record in linked.truth}
        self.size = {r: [int(at == r[0]) for at in range(files)] for r in linked.truth}
        self.people = {r: {person: self.size[r]} for r, person in linked.truth.items()}

    def find(self, record):
        parent = self.parent
        while parent[record] != record:
            parent[record] = parent[parent[record]]
            record = parent[record]
        return record

    def join(self, a, b):
        a, b = self.find(a), self.find(b)
        if a == b:
            return
        if len(self.people[a]) < len(self.people[b]):
            a, b = b, a
        self.made += between(self.size[a], self.size[b])
        into = self.people[a]
        for person, count in self.people.pop(b).items():
            if person in into:
                self.right += between(into[person], count)
                into[person] = [x + y for x, y in zip(into[person], count)]
            else:
                into[person] = count
        self.size[a] = [x + y for x, y in zip(self.size[a], self.size.pop(b))]
        self.parent[b] = a

    def f1(self):
        return 2 * self.right / max(1, self.made + self.real)


def run(command, log):
    """Seconds, processor seconds and MiB of a whole process; its output goes to a file."""
    with open(log, 'w') as out:
        start = time.time()
        process = subprocess.Popen([str(word) for word in command], stdout=out, stderr=subprocess.STDOUT, cwd=HOME)
        _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(pathlib.Path(log).read_text()[-400:].strip() or f'ended with {process.returncode}')
    return dict(s=time.time() - start, cpu=used.ru_utime + used.ru_stime, mib=used.ru_maxrss / 1024)


def ours(linked, folder):
    out = folder / 'ours.csv'
    figures = run([HOME / 'sightline', 'link', *linked.files, '--model', 'auto', '--output', out], folder / 'ours.log')
    source = {file.name: at for at, file in enumerate(linked.files)}
    clusters, first = Growing(linked), {}
    with open(out, newline='', encoding='utf-8') as read:
        for row in csv.DictReader(read):
            record = source[row['source']], row['record_id']
            clusters.join(first.setdefault(row['cluster_id'], record), record)
    return figures | {'.5': clusters.f1()}


def other(linked, folder, name, command, thresholds):
    """Another program; it writes scored pairs (source, id, source, id, score), the surest first, and its own figures."""
    pairs = folder / f'{name}.csv'
    outer = run([*command, linked.name, linked.key, pairs, *linked.told], folder / f'{name}.log')
    figures = json.loads((folder / f'{name}.csv.json').read_text()) if (folder / f'{name}.csv.json').exists() else outer
    clusters, best, at, right, made = Growing(linked), 0, {}, 0, 0
    waiting = sorted(thresholds, reverse=True)
    with open(pairs, newline='', encoding='utf-8') as read:
        before = None
        for row in csv.reader(read):
            score = float(row[4])
            if score != before:
                best = max(best, clusters.f1(), 2 * right / max(1, made + clusters.real))
                while waiting and score < waiting[0]:
                    at[thresholds[waiting.pop(0)]] = clusters.f1()
                before = score
            a, b = (int(row[0]), row[1]), (int(row[2]), row[3])
            made, right = made + 1, right + (linked.truth[a] == linked.truth[b])
            clusters.join(a, b)
    for threshold in waiting:
        at[thresholds[threshold]] = clusters.f1()
    return figures | at | {'best': max(best, clusters.f1())}


def splink(work):
    """A Python with Splink, made once; the error where PyPI cannot be reached."""
    python = work / 'splink' / 'bin' / 'python'
    if not python.exists() or subprocess.run([python, '-c', 'import splink'], capture_output=True).returncode:
        for command in ([sys.executable, '-m', 'venv', work / 'splink'],
                        [python, '-m', 'pip', 'install', '-q', 'splink==5.0.0', 'duckdb==2.0.1', 'pandas']):
            made = subprocess.run([str(word) for word in command], capture_output=True, text=True)
            if made.returncode:
                raise RuntimeError((made.stderr or made.stdout).strip()[-400:])
    return [python, HERE / 'splink_beside.py']


def duke(work):
    """Duke from Maven Central; the error where it cannot be had."""
    classpath = work / 'duke.classpath'
    if not classpath.exists():
        made = subprocess.run(['sh', HOME / 'mvnw', '-q', '-B', '-ntp', '-f', HERE / 'duke.xml', 'dependency:build-classpath', f'-Dmdep.outputFile={classpath}'],
                              capture_output=True, text=True, cwd=HOME)
        if made.returncode:
            raise RuntimeError((made.stderr or made.stdout).strip()[-400:])
    return [pathlib.Path(os.environ['JAVA_HOME']) / 'bin/java', '-cp', classpath.read_text().strip(), HERE / 'DukeBeside.java']


def sets(names, data, work, seed):
    made = work / 'made'
    for name in names:
        folder = work / name
        if name in PUBLIC:
            if not data:
                raise SystemExit(f'{name} is a public set.\nSay with --data in which folder its files are.')
            files, key, person = PUBLIC[name]
            yield Set(name, [data / file for file in files], key, person, folder)
            continue
        if name.startswith('people-'):
            source = work / f'{name}.csv'
            if not source.exists():
                subprocess.run(shlex.split(os.environ['BENCH']) + ['people', '--records', name[7:], '--output', source], check=True, cwd=HOME)
            yield Set(name, [source], 'id', lambda row: row['cluster'], folder)
            continue
        of = next((all_of for all_of, made_by in SHAPES.items() if name in made_by.NAMES), None)
        if of:
            folder_of_shapes = work / of
            if not folder_of_shapes.exists():
                SHAPES[of].write(folder_of_shapes, seed)
            own = sorted(folder_of_shapes.glob(f'{name}-[0-9].csv'))
            yield Set(name, own, 'id', lambda row: row['cluster'], folder, [f.with_name('plain-' + f.name) for f in own])
            continue
        if not made.exists():
            made.mkdir(parents=True)
            subprocess.run(shlex.split(os.environ['MAKE_SETS']) + [f'write:{made}'], check=True, cwd=HOME)
        found = sorted(made.glob(f'{name}-[01].csv'))
        if not found:
            raise SystemExit(f'There is no set {name}.')
        yield Set(name, found, 'id', lambda row: row['cluster'], folder)


def line(what, f):
    score = lambda key: f'{f[key]:.4f}' if key in f else '     -'
    print(f"  {what:10s} F1 at .5 {score('.5')}  at .95 {score('.95')}  best {score('best')}   {f['s']:7.2f} s  {f['cpu']:7.2f} CPU s  {f['mib']:6.0f} MiB", flush=True)


def main():
    options = argparse.ArgumentParser(prog='bench/run accuracy', description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument('--splink', action='store_true', help='run Splink 5 (PyPI) beside')
    options.add_argument('--duke', action='store_true', help='run Duke 1.2 (Maven Central) beside')
    options.add_argument('--data', type=pathlib.Path, help='folder of the public sets')
    options.add_argument('--work', type=pathlib.Path, help='folder for sets and results; it stays')
    options.add_argument('--seed', type=int, default=1, help='of the sets of shapes.py and of the four other files of shapes')
    options.add_argument('sets', nargs='*')
    asked = options.parse_args()
    work = (asked.work or pathlib.Path(tempfile.mkdtemp(prefix='accuracy-'))).resolve()
    work.mkdir(parents=True, exist_ok=True)
    names = asked.sets or [*(PUBLIC if asked.data else ()), 'two-no-id', 'crowded', 'people-100000']
    names = [name for asked_for in names for name in (SHAPES[asked_for].NAMES if asked_for in SHAPES else [asked_for])]
    if 'made' in names:
        next(sets(['two-no-id'], None, work, asked.seed))
        names = [n for n in names if n != 'made'] + sorted({f.name[:-6] for f in (work / 'made').glob('*-0.csv')})
    print(f"{time.strftime('%Y-%m-%d %H:%M')}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; each a whole process, cold; F1 of pairs in clusters", flush=True)
    others = {}
    for wanted, name, make, thresholds in (
            (asked.splink, 'Splink 5', splink, {0.0: '.5', 4.2479: '.95'}), (asked.duke, 'Duke 1.2', duke, {.5: '.5', .95: '.95'})):
        if wanted:
            try:
                others[name] = make(work), thresholds
            except (RuntimeError, OSError) as error:
                print(f'{name} cannot be had here: {error}', flush=True)
    subprocess.run([HOME / 'sightline', 'link', '--help'], capture_output=True)  # builds what is missing
    for linked in sets(names, asked.data and asked.data.resolve(), work, asked.seed):
        folder = work / linked.name
        print(f'{linked.name}: {len(linked.truth)} records in {len(linked.files)} files, {linked.pairs()} true pairs, load {os.getloadavg()[0]:.1f}', flush=True)
        line('Sightline', ours(linked, folder))
        for name, (command, thresholds) in others.items():
            try:
                line(name, other(linked, folder, name.split()[0].lower(), command, thresholds))
            except RuntimeError as error:
                print(f"  {name:10s} {str(error).splitlines()[-1]}", flush=True)
    if not asked.work:
        shutil.rmtree(work)


main()
