"""Made-up sets of shapes that files in life have, with known truth, from a seed.

shapes.py FOLDER [SEED]

Of each set FOLDER gets NAME-0.csv (and NAME-1.csv, ...) as agencies would write them, with the truth as column `cluster`,
and plain-NAME-0.csv with the same records for programs that need to be told: one name for a column in all files, dates
as yyyy-mm-dd, lower case, full names apart. A shape is a function that calls `out` once; add one and it is written and measured.
The errors are of another process than those of the linkage tests: each clerk has a way of erring, and errors run in records.
"""
import csv, pathlib, random, sys, unicodedata

FOLDER = pathlib.Path(__file__).resolve().parents[2] / 'population/src/main/resources/sightline/population'


def rows(name):
    with open(FOLDER / name, newline='', encoding='utf-8') as read:
        return list(csv.DictReader(read))


def weighted(pairs):
    names, weights = zip(*pairs)
    total, sums = 0, []
    for w in weights:
        total += w
        sums.append(total)
    return names, sums


def name_of(shape): return shape.__name__.replace('_', '-')


def modulo_11(nine):
    """The check of NHS numbers and of books' numbers of ten, 0 to 10."""
    return (11 - sum(int(c) * (10 - i) for i, c in enumerate(nine)) % 11) % 11


GIVEN = {(age, sex): weighted([(r['name'], float(r['count'])) for r in rows(file) if r['sex'] == sex])
         for age, file in (('old', 'forenames-before-1996.csv'), ('new', 'forenames.csv')) for sex in 'MF'}
FAMILY = weighted([(r['name'], float(r['count'])) for r in rows('surnames-stand-in.csv')])
SHORT = {}
for r in rows('forename-variants.csv'):
    SHORT.setdefault(r['name'], []).append(r['variant'])
MONTHS = 'January February March April May June July August September October November December'.split()
NEAR = {a: b for row in ('qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1234567890') for a, b in zip(row, row[1:] + row[-2])}
SOUND = [('ph', 'f'), ('ie', 'y'), ('ee', 'ea'), ('th', 't'), ('ll', 'l'), ('nn', 'n'), ('ck', 'k'), ('ai', 'ay'), ('ou', 'o'), ('c', 'k'), ('s', 'z'), ('ei', 'ie')]


class Shapes:
    def __init__(self, folder, seed):
        self.folder, self.seed, self.sizes = pathlib.Path(folder), seed, {}
        self.folder.mkdir(parents=True, exist_ok=True)

    def write(self, shapes):
        for shape in shapes:
            self.start(name_of(shape))
            shape(self)

    def start(self, name):
        """Each set is drawn by itself, so that a new one leaves the others as they were."""
        self.name = name
        self.r = random.Random(f'{name} {self.seed}')
        self.towns = [self.family() + self.r.choice(['ton', 'ham', 'ford', 'by', 'wick', ' Green', ' St Mary']) for _ in range(25)]
        self.streets = [(self.family() + ' ' + self.r.choice(['Road', 'Street', 'Lane', 'Close', 'Avenue', 'Drive', 'Gardens', 'Terrace']), i % 25) for i in range(600)]
        self.surgeries = [self.family() + ' ' + self.r.choice(['Surgery', 'Practice', 'Health Centre']) for _ in range(14)]

    # ---- chance
    def chance(self, p): return self.r.random() < p

    def draw(self, bag): return self.r.choices(bag[0], cum_weights=bag[1])[0]

    def family(self): return self.draw(FAMILY)

    def given(self, sex, year): return self.draw(GIVEN['old' if year < 1996 else 'new', sex])

    def digits(self, n, head=''): return head + ''.join(self.r.choice('0123456789') for _ in range(n))

    def date(self, year): return f'{year}-{self.r.randint(1, 12):02d}-{self.r.randint(1, 28):02d}'

    def nhs(self):
        while True:
            nine = self.digits(8, '9')
            check = modulo_11(nine)
            if check < 10: return nine + str(check)

    # ---- people
    def home(self, p):
        street, town = self.r.choice(self.streets)
        at = self.streets.index((street, town))
        p.update(house=str(self.r.randint(1, 120)), street=street, town=self.towns[town], county='ABCDEF'[town % 6] + 'shire',
                 postcode=f'ZV{town + 1} {at % 9}{chr(65 + at // 9 % 23)}{chr(65 + self.r.randint(0, 1))}', zip=f'{27000 + town * 11}')
        p['address'] = f"{p['house']} {street}"

    def people(self, count, children=3, twins=.02):
        """Households: one or two grown-ups and their children, sons now and then called as their fathers."""
        everyone = []
        while len(everyone) < count:
            base, name, home = self.r.randint(1935, 1985), self.family(), dict(phone=self.digits(7, '0117'))
            self.home(home)
            father = self.person(dict(home), 'M', name, base)
            everyone.append(father)
            if self.chance(.7): everyone.append(self.person(dict(home), 'F', name if self.chance(.8) else self.family(), base + self.r.randint(-5, 4)))
            born = ''
            for _ in range(self.r.randint(0, children)):
                sex = self.r.choice('MF')
                child = self.person(dict(home), sex, name, base + self.r.randint(20, 34))
                if born: child['dob'] = born
                if sex == 'M' and self.chance(.05): child['forename'] = father['forename']
                everyone.append(child)
                born = child['dob'] if self.chance(twins) else ''
        return everyone

    def person(self, p, sex, family, year):
        p.update(sex=sex, surname=family, forename=self.given(sex, year), middle=self.given(sex, year) if self.chance(.7) else '', dob=self.date(year), nhs=self.nhs(),
                 mobile=self.digits(7, '0777'), place=self.r.choice(self.towns), job=self.r.choice(JOBS))
        p['email'] = f"{p['forename'][:self.r.choice([1, 20])]}{self.r.choice(['.', '', '_'])}{family}{self.r.choice(['', '', self.digits(2)])}@{self.r.choice(MAILS)}".lower().replace(' ', '').replace("'", '')
        p['year'] = p['dob'][:4]
        return p

    # ---- a clerk's errors
    def typo(self, v):
        if len(v) < 3: return v
        i, kind = self.r.randrange(1, len(v)), self.r.random()
        if kind < .25:
            for a, b in self.r.sample(SOUND, len(SOUND)):
                if a in v.lower():
                    at = v.lower().index(a)
                    return v[:at] + b + v[at + len(a):]
        if kind < .5: return v[:i] + v[i + 1:]
        if kind < .65: return v[:i] + v[i] + v[i:]
        if kind < .8: return v[:i - 1] + v[i] + v[i - 1] + v[i + 1:]
        return v[:i] + NEAR.get(v[i].lower(), 'e') + v[i + 1:]

    def wrong(self, field, v):
        if field == 'dob':
            y, m, d = v.split('-')
            kind = self.r.random()
            if kind < .25 and int(d) <= 12: return f'{y}-{d}-{m}'
            if kind < .5: return f'{int(y) + self.r.choice([-10, -1, 1, 10])}-{m}-{d}'
            if kind < .7: return f'{y}-{m}-{self.r.randint(1, 28):02d}'
            if kind < .8: return f'{y}-01-01'
            return f'{y}-{self.r.randint(1, 12):02d}-{d}'
        if field == 'forename' and self.chance(.35) and v in SHORT: return self.r.choice(SHORT[v])
        if field == 'surname' and self.chance(.15): return v + '-' + self.family()
        if field in ('address', 'title', 'authors') and self.chance(.5):
            words = v.split()
            if len(words) > 2:
                words.pop(self.r.randrange(len(words)))
                return ' '.join(words)
        return self.typo(v)

    def err(self, p, rate, *fields):
        """Most records are clean, some are bad: errors run in records."""
        rate *= self.r.choice([.2, .6, 1, 2.2])
        for f in fields:
            if p.get(f) and self.chance(rate): p[f] = self.wrong(f, p[f])

    def lose(self, p, rate, *fields):
        for f in fields:
            if self.chance(rate): p[f] = ''

    def live(self, p, moved=.1, married=.03):
        if self.chance(moved):
            self.home(p)
            if self.chance(.5): p['phone'] = self.digits(7, '0117')
        if p.get('sex') == 'F' and self.chance(married): p['surname'] = self.family()

    # ---- files
    def two(self, things, both, share=.5):
        """Each thing stands in both files, or in one of them."""
        files = ([], [])
        for at, thing in enumerate(things):
            to = (0, 1) if self.chance(both) else (0,) if self.chance(share) else (1,)
            for f in to: files[f].append((at, dict(thing)))
        return files

    def again(self, things, copies):
        return ([(at, dict(thing)) for at, thing in enumerate(things) for _ in range(copies())],)

    def out(self, files, headers, plain):
        """Headers: for each file words `column=field`, in which _ stands for a blank; plain: the fields for programs that need to be told."""
        for f, records in enumerate(files):
            self.r.shuffle(records)
            columns = [c.split('=') for c in headers[min(f, len(headers) - 1)].split()]
            with open(self.folder / f'{self.name}-{f}.csv', 'w', newline='', encoding='utf-8') as own, \
                    open(self.folder / f'plain-{self.name}-{f}.csv', 'w', newline='', encoding='utf-8') as told:
                a, b = csv.writer(own, lineterminator='\n'), csv.writer(told, lineterminator='\n')
                a.writerow(['id', 'cluster', *(c[0] for c in columns)])
                b.writerow(['id', 'cluster', *plain.split()])
                for i, (at, p) in enumerate(records):
                    key = f"{'abcdef'[f]}{i:06d}"
                    a.writerow([key, at, *(p.get(c[-1], '') for c in columns)])
                    b.writerow([key, at, *(' '.join(str(p.get('_' + c, p.get(c, ''))).lower().replace(',', ' ').split()) for c in plain.split())])
        self.sizes[self.name] = [len(x) for x in files]

    # ---- the shapes
    def other_columns(self):
        """Two agencies, 60 % in both, no column of one name, dates and names written in their own ways."""
        files = self.two(self.people(6000), .6)
        for f in (0, 1):
            for _, p in files[f]:
                self.live(p)
                self.err(p, .05, 'forename', 'surname', 'dob', 'address', 'postcode')
                self.lose(p, .04, 'postcode', 'dob')
                y, m, d = p['dob'].split('-') if p['dob'] else ('', '', '')
                p['when'] = p['dob'] and f'{int(d)} {MONTHS[int(m) % 12 - 1][:3]} {y}' if f else p['dob'] and f'{d}.{m}.{y}'
                p['called'] = f"{p['surname'].upper()}, {p['forename']} {p['middle'][:1]}".strip()
                p['lives'] = f"{p['address']}, {p['town']}, {p['postcode']}"
        self.out(files, ('PatFirst=forename PatLast=surname BirthDt=when Addr1=address Town=town PostCd=postcode G=sex', 'SubjectName=called DateBorn=when residence=lives gender=sex'),
                 'forename surname dob address postcode sex')

    def ncvr(self):
        """Two copies of a roll of voters, some years apart: suffixes, middle initials, counties, years of birth."""
        files = self.two(self.people(7000), .75)
        for f in (0, 1):
            for _, p in files[f]:
                self.live(p, .15, .06)
                p['suffix'] = 'JR' if p['sex'] == 'M' and self.chance(.04) else ''
                p['middle'] = p['middle'][:1] if self.chance(.35) else p['middle']
                p['party'] = self.r.choice(['DEM', 'REP', 'UNA', 'UNA'])
                p['race'] = 'WBAUO'[sum(map(ord, p['surname'])) % 5] if self.chance(.9) else 'U'
                p['address'] = p['address'].replace('Road', 'RD').replace('Street', 'ST')
                self.err(p, .04, 'forename', 'middle', 'surname', 'address', 'year')
                self.lose(p, .3, 'phone')
                for k in p: p[k] = p[k].upper()
        head = 'county_desc=county last_name=surname first_name=forename midl_name=middle name_sufx_cd=suffix res_street_address=address res_city_desc=town zip_code=zip full_phone_num=phone race_code=race party_cd=party sex_code=sex birth_year=year'
        self.out(files, (head,), 'forename middle surname suffix address town zip phone race sex year')

    def firms(self):
        """One file of firms: forms of law, words left out, numbers for half of them."""
        legal = {'Limited': ['Ltd', 'Ltd.', 'LTD', ''], 'plc': ['PLC', 'P.L.C.', ''], 'LLP': ['L.L.P.', 'LLP', '']}
        things = []
        for _ in range(3000):
            p = {}
            self.home(p)
            kind = self.r.choice(['Trading', 'Services', 'Holdings', 'Building Supplies', 'Engineering', 'Care Homes', 'Foods', 'Motors', 'Consulting', 'Logistics'])
            first = self.r.choice([self.family(), f'{self.family()} & {self.family()}', f'{self.family()} and Sons', p['town']])
            p.update(name=f'{first} {kind}', law=self.r.choice(list(legal)), number=self.digits(7, '0'), phone=self.digits(7, '0117'), sector=self.r.choice(['retail', 'care', 'building', 'food']))
            things.append(p)
        files = self.again(things, lambda: self.r.choice([1, 1, 2, 3]))
        for _, p in files[0]:
            if self.chance(.1): self.home(p)
            words = p['name'].split()
            if len(words) > 2 and self.chance(.12): p['name'] = ' '.join(words[:-1])
            if self.chance(.1): p['name'] = p['name'].replace(' & ', ' and ').replace('Services', 'Svcs').replace('Building', 'Bldg')
            self.err(p, .05, 'name', 'address', 'postcode', 'phone')
            p['name'] = f"{p['name']} {self.r.choice([p['law'], *legal[p['law']]])}".strip()
            self.lose(p, .5, 'number')
            self.lose(p, .2, 'phone', 'sector')
        self.out(files, ('company_name=name company_number=number address town postcode telephone=phone sector',), 'name number address town postcode phone sector')

    def cora(self):
        """One file of references, up to twenty to one paper, abbreviated each in its own way."""
        words = 'learning networks bayesian inference genetic algorithms neural parallel distributed query optimization database systems planning reinforcement classification trees boosting markov models logic programming induction features selection memory caches compilers graphs theory bounds complexity approach efficient robust adaptive theory analysis'.split()
        venues = [('Proceedings of the International Conference on Machine Learning', 'Proc. ICML', 'ICML'), ('Machine Learning Journal', 'Machine Learning', 'MLJ'),
                  ('Advances in Neural Information Processing Systems', 'NIPS', 'Adv. Neural Inf. Proc. Sys.'), ('Artificial Intelligence', 'AI Journal', 'Artif. Intell.'),
                  ('Symposium on Theory of Computing', 'STOC', 'Proc. of STOC'), ('Journal of the ACM', 'JACM', 'J. ACM')]
        people = [(self.given('M', 1960), self.family()) for _ in range(250)]
        things = [dict(title=' '.join(self.r.sample(words, self.r.randint(4, 8))).capitalize(), who=self.r.sample(people, self.r.randint(1, 4)), venue=self.r.randrange(6),
                       year=str(self.r.randint(1980, 1999)), volume=str(self.r.randint(1, 40)), pages=f'{self.r.randint(1, 400)}') for _ in range(500)]
        files = self.again(things, lambda: min(20, 1 + int(self.r.expovariate(.3))))
        for _, p in files[0]:
            style = self.r.randrange(4)
            p['authors'] = [', '.join(f'{a[0]}. {b}' for a, b in p['who']), ' and '.join(f'{b}, {a[0]}.' for a, b in p['who']), ', '.join(f'{a} {b}' for a, b in p['who']),
                            f"{p['who'][0][1]}, {p['who'][0][0][0]}." + (' et al.' if len(p['who']) > 1 else '')][style]
            p['venue'] = self.r.choice(venues[p['venue']])
            first = int(p['pages'])
            p['pages'] = self.r.choice([f'{first}-{first + 12}', f'{first}--{first + 12}', f'pp. {first}-{first + 12}'])
            if self.chance(.08): p['year'] = str(int(p['year']) + 1)
            self.err(p, .12, 'title', 'authors')
            self.lose(p, .3, 'venue', 'volume', 'pages')
            self.lose(p, .1, 'year')
        self.out(files, ('title authors venue year volume pages',), 'title authors venue year volume pages')

    def songs(self):
        """Three shops' catalogues in one file: track, artist, album, length in seconds or minutes."""
        words = 'love night blue fire heart dance river road home summer rain light dream girl moon stars time gold wild sky'.split()
        artists = [' '.join([self.r.choice(['The', 'DJ', self.given('F', 1980), self.given('M', 1980)]), self.family()]) for _ in range(300)]
        things = []
        for _ in range(2500):
            w = ' '.join(self.r.sample(words, self.r.randint(1, 4))).title()
            things.append(dict(title=w, artist=self.r.choice(artists), album=' '.join(self.r.sample(words, 2)).title(), seconds=self.r.randint(120, 400), year=str(self.r.randint(1970, 2015)),
                               language=self.r.choice(['English', 'English', 'English', 'French', 'German'])))
        files = self.again(things, lambda: self.r.choice([1, 1, 2, 3]))
        for _, p in files[0]:
            style = self.r.randrange(3)
            s = p['seconds'] + self.r.choice([0, 0, 0, 1, -1, 2])
            p['length'] = [str(s), f'{s // 60}:{s % 60:02d}', str(s * 1000)][style]
            p['_length'] = str(s)
            if style == 1: p['title'] = f"{self.r.randint(1, 14):03d}-{p['title']}"
            if style == 2: p['title'] = f"{p['artist']} - {p['title']}" if self.chance(.3) else p['title'] + self.r.choice(['', ' (Remastered)', ' [Live]'])
            if self.chance(.1): p['artist'] = p['artist'].replace('The ', '') if 'The ' in p['artist'] else ', '.join(reversed(p['artist'].split(' ', 1)))
            if style == 0: p['year'] = p['year'][2:]
            p['language'] = p['language'] if style else p['language'][:3].lower() + '.'
            self.err(p, .08, 'title', 'artist', 'album')
            self.lose(p, .15, 'album', 'year', 'language')
        self.out(files, ('title length artist album year language',), 'title length artist album year language')

    def inns(self):
        """Two guides to hotels with places in degrees: name, street, town, stars, latitude, longitude."""
        things = []
        for _ in range(2500):
            p = {}
            self.home(p)
            at = self.towns.index(p['town'])
            p.update(name=self.r.choice(['The ', '']) + self.r.choice([self.family() + ' ', self.r.choice(['Royal ', 'Grand ', 'Park ', 'Station '])]) + self.r.choice(['Hotel', 'Inn', 'Lodge', 'Arms', 'Guest House']),
                     lat=52 + at * .07 + self.r.random() * .04, lon=-1.5 + at * .05 + self.r.random() * .04, stars=str(self.r.randint(1, 5)), phone=self.digits(7, '0117'))
            things.append(p)
        files = self.two(things, .5)
        for f in (0, 1):
            for _, p in files[f]:
                p['lat'], p['lon'] = f"{p['lat'] + self.r.gauss(0, .0004):.{4 + f}f}", f"{p['lon'] + self.r.gauss(0, .0004):.{4 + f}f}"
                if self.chance(.2): p['name'] = p['name'].replace('The ', '').replace(' Hotel', '').replace('Guest House', 'B&B')
                if self.chance(.15): p['stars'] = str(self.r.randint(1, 5))
                self.err(p, .08, 'name', 'address', 'town')
                self.lose(p, .3, 'phone', 'stars')
        self.out(files, ('name address town stars latitude=lat longitude=lon phone', 'hotel=name street=address city=town rating=stars lat lng=lon tel=phone'), 'name address town stars phone')

    def two_censuses(self):
        """Households ten years apart: ages instead of dates, names after marriage, occupations in words, some dead, some born."""
        people = self.people(7000, 5)
        files = ([], [])
        for at, p in enumerate(people):
            age = 1995 - int(p['year']) + 3
            for f in (0, 1):
                then = age + 10 * f
                if then < 0 or self.chance(.2): continue
                q = dict(p)
                if f: self.live(q, .3, .12 if 18 < then < 35 else 0)
                q['age'] = str(max(0, then + (self.r.choice([-2, -1, 1, 2, 5]) if self.chance(.25) else 0)))
                if self.chance(.4): q['job'] = self.r.choice(JOBS)
                if then < 12: q['job'] = 'scholar' if then > 4 else ''
                q['role'] = 'head' if p['sex'] == 'M' and then > 25 else 'wife' if then > 25 else 'son' if p['sex'] == 'M' else 'daughter'
                if self.chance(.15) and q['forename'] in SHORT: q['forename'] = self.r.choice(SHORT[q['forename']])
                self.err(q, .1, 'forename', 'surname', 'place', 'job')
                files[f].append((at, q))
        self.out(files, ('forename surname relation=role sex age occupation=job birthplace=place parish=town address',), 'forename surname sex age job place town address')

    def hospital(self):
        """Admissions, five to fifty of one patient: dates of admission, wards, diagnoses, hospital numbers that two may have."""
        files = self.again(self.people(450), lambda: self.r.randint(5, 12) if self.chance(.8) else self.r.randint(13, 50))
        mrn = {}
        for at, p in files[0]:
            if at not in mrn or self.chance(.04): mrn[at] = self.digits(6, 'H')
            self.live(p, .06, .01)
            p.update(mrn=mrn[at], admitted=self.date(self.r.randint(2015, 2023)), ward=self.r.choice(['A1', 'A2', 'B1', 'ED', 'ED', 'MAU', 'Paeds']), code=self.r.choice('JRSTN') + self.digits(2) + '.' + self.digits(1))
            p['discharged'] = p['admitted'][:8] + f'{min(28, int(p["admitted"][8:]) + self.r.randint(0, 6)):02d}'
            self.err(p, .06, 'forename', 'surname', 'dob', 'postcode')
            self.lose(p, .4, 'nhs')
            self.lose(p, .15, 'mrn', 'postcode')
        self.out(files, ('hospital_no=mrn nhs_number=nhs surname forename date_of_birth=dob sex postcode admission_date=admitted discharge_date=discharged ward icd10=code',), 'mrn nhs surname forename dob sex postcode')

    def rare_doubles(self):
        """Twelve thousand people, one in two hundred of them twice."""
        files = self.again(self.people(12000), lambda: 2 if self.chance(.005) else 1)
        for _, p in files[0]:
            self.live(p, .05, .01)
            self.err(p, .04, 'forename', 'surname', 'dob', 'address', 'postcode')
        self.out(files, ('first_name=forename last_name=surname dob address city=town postcode',), 'forename surname dob address town postcode')

    def thrice(self):
        """Everybody three times."""
        files = self.again(self.people(2500), lambda: 3)
        for _, p in files[0]:
            self.live(p, .1)
            self.err(p, .12, 'forename', 'surname', 'dob', 'address', 'postcode')
            self.lose(p, .05, 'dob', 'postcode')
        self.out(files, ('forename surname dob address postcode',), 'forename surname dob address postcode')

    def holes(self):
        """Three of five values are missing."""
        files = self.again(self.people(5000), lambda: self.r.choice([1, 1, 2, 3]))
        for _, p in files[0]:
            self.live(p, .08)
            self.err(p, .05, 'forename', 'surname', 'dob', 'postcode', 'nhs', 'mobile', 'email')
            self.lose(p, .6, 'forename', 'middle', 'dob', 'sex', 'nhs', 'address', 'postcode', 'mobile', 'email')
            self.lose(p, .25, 'surname')
        self.out(files, ('forename middle surname dob sex nhs_number=nhs address postcode mobile email',), 'forename middle surname dob sex nhs address postcode mobile email')

    def turned_dates(self):
        """Two files; in one a programme has read days as months wherever it could."""
        files = self.two(self.people(6000), .5)
        for f in (0, 1):
            for _, p in files[f]:
                self.live(p)
                self.err(p, .05, 'forename', 'surname', 'dob', 'postcode')
                y, m, d = p['dob'].split('-')
                if f and int(d) <= 12: p['dob'] = f'{y}-{d}-{m}'
        self.out(files, ('forename surname dob postcode sex',), 'forename surname dob postcode sex')

    def mixed_dates(self):
        """One file whose clerks write dates each in their own way."""
        files = self.again(self.people(5000), lambda: self.r.choice([1, 1, 2, 3]))
        for _, p in files[0]:
            self.live(p)
            self.err(p, .06, 'forename', 'surname', 'dob', 'town')
            y, m, d = p['_dob'] if '_dob' in p else p['dob'].split('-')
            p['_dob'] = p['dob']
            p['dob'] = self.r.choice([f'{y}{m}{d}', f'{int(d)}/{int(m)}/{y[2:]}', f'{d}/{m}/{y}', f'{int(d)} {MONTHS[(int(m) - 1) % 12]} {y}', f'{int(d)}{self.th(int(d))} {MONTHS[(int(m) - 1) % 12][:3]} {y}', p['dob']])
        self.out(files, ('Forename=forename Surname=surname Born=dob Town=town',), 'forename surname dob town')

    @staticmethod
    def th(day): return 'th' if 10 < day < 14 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')

    def ages(self):
        """Two files with ages instead of dates, taken in the course of a year."""
        files = self.two(self.people(5000), .55)
        for f in (0, 1):
            for _, p in files[f]:
                self.live(p)
                p['age'] = str(max(0, 2024 - int(p['year']) + (self.r.random() < .4) + (self.r.choice([-1, 1, 2]) if self.chance(.06) else 0)))
                self.err(p, .05, 'forename', 'surname', 'street', 'postcode')
                self.lose(p, .08, 'age', 'postcode')
        self.out(files, ('forename surname age sex street postcode',), 'forename surname age sex street postcode')

    def origins(self):
        """One file of names from four languages, as officers heard them: Arabic, Chinese, Polish, Welsh."""
        def spell(part): return self.r.choice(part)
        arabic = [['Mohammed', 'Muhammad', 'Mohamed', 'Mohamad'], ['Ahmed', 'Ahmad'], ['Yusuf', 'Youssef', 'Yousef', 'Josef'], ['Hussein', 'Husain', 'Hussain'], ['Fatima', 'Fatemah', 'Fatma'],
                  ['Aisha', 'Ayesha', 'Aysha'], ['Khadija', 'Khadijah', 'Kadija'], ['Abdulrahman', 'Abdul Rahman', 'Abd al-Rahman'], ['Mustafa', 'Moustafa', 'Mostafa'], ['Zaynab', 'Zainab', 'Zeinab']]
        arabs = [['Al-Sayed', 'El Sayed', 'Alsayed'], ['Hassan', 'Hasan'], ['Al-Masri', 'El-Masry', 'Almasri'], ['Khalil', 'Khaleel'], ['Qureshi', 'Koreshi', 'Quraishi'], ['Haddad', 'Hadad'],
                 ['Nasser', 'Nasir', 'Naser'], ['Saleh', 'Salih'], ['Othman', 'Osman', 'Uthman'], ['Shaikh', 'Sheikh', 'Shaykh']]
        chinese = [['Wei', 'Wai'], ['Xiaoming', 'Xiao Ming', 'Hsiao-ming'], ['Li', 'Lee'], ['Jun', 'Chun'], ['Ying', 'Yin'], ['Mei', 'Mui'], ['Zhihao', 'Chih-hao', 'Zhi Hao'], ['Xin', 'Hsin'], ['Jing', 'Ching'], ['Yan', 'Yen']]
        chinas = [['Zhang', 'Chang', 'Cheung'], ['Wang', 'Wong'], ['Chen', 'Chan'], ['Liu', 'Lau'], ['Huang', 'Wong'], ['Zhou', 'Chow'], ['Xu', 'Hsu'], ['Wu', 'Ng'], ['Lin', 'Lam'], ['Guo', 'Kwok']]
        polish = [['Małgorzata', 'Malgorzata', 'Gosia'], ['Łukasz', 'Lukasz'], ['Agnieszka', 'Agnes'], ['Wojciech', 'Wojtek'], ['Katarzyna', 'Kasia'], ['Paweł', 'Pawel', 'Paul'], ['Zofia', 'Zosia', 'Sofia'], ['Michał', 'Michal'], ['Jakub', 'Kuba'], ['Ewa', 'Eva']]
        welsh = [['Siân', 'Sian'], ['Rhys', 'Rees', 'Reece'], ['Gruffudd', 'Gruffydd', 'Griffith'], ['Llywelyn', 'Llewelyn', 'Llewellyn'], ['Dafydd', 'David', 'Dai'], ['Catrin', 'Katrin'], ['Siôn', 'Sion', 'John'], ['Gwenllian', 'Gwen'], ['Huw', 'Hugh'], ['Nia', 'Nía']]
        pole = ['Kowalski', 'Wiśniewski', 'Wójcik', 'Zieliński', 'Szymański', 'Dąbrowski', 'Kozłowski', 'Jankowski', 'Król', 'Wieczorek']
        fold = str.maketrans('ąćęłńóśźżŁ', 'acelnoszzL')
        celt = ['Jones', 'Evans', 'Davies', 'Llwyd', 'ap Rhys', 'Morgan', 'Prydderch', 'Bevan', 'Pugh', 'Gwynne']
        things = []
        for _ in range(4500):
            p = dict(language=self.r.randrange(4), dob=self.date(self.r.randint(1950, 2018)), phone=self.digits(7, '0777'))
            self.home(p)
            pool = [(arabic, arabs), (chinese, chinas), (polish, None), (welsh, None)][p['language']]
            p['g'], p['m'] = self.r.choice(pool[0]), self.r.choice(pool[0])
            p['s'] = self.r.choice(pool[1]) if pool[1] else [self.r.choice(pole if p['language'] == 2 else celt)]
            p['female'] = self.chance(.5)
            things.append(p)
        files = self.again(things, lambda: self.r.choice([1, 1, 2, 3]))
        for _, p in files[0]:
            self.live(p, .1)
            p['forename'], p['surname'] = spell(p['g']), spell(p['s'])
            if p['language'] == 0 and self.chance(.3): p['forename'] += ' ' + spell(p['m'])
            if p['language'] == 1 and self.chance(.2): p['forename'], p['surname'] = p['surname'], p['forename']
            if p['language'] == 2:
                if p['female'] and p['surname'].endswith('ski') and self.chance(.8): p['surname'] = p['surname'][:-1] + 'a'
                if self.chance(.5): p['surname'] = p['surname'].translate(fold)
            self.err(p, .04, 'surname', 'dob', 'town', 'phone')
            self.lose(p, .2, 'phone')
            self.lose(p, .05, 'dob')
        self.out(files, ('forename surname dob town phone',), 'forename surname dob town phone')

    def family_contacts(self):
        """Names with telephone and e-mail that a family shares, and no address."""
        people = self.people(5000, 4)
        shared = {}
        for p in people:
            home = shared.setdefault(p['phone'], (p['mobile'], p['email']))
            if self.chance(.5): p['mobile'] = home[0]
            if self.chance(.4): p['email'] = home[1]
        files = self.again(people, lambda: self.r.choice([1, 1, 2, 3]))
        for _, p in files[0]:
            if self.chance(.15): p['mobile'] = self.digits(7, '0777')
            self.err(p, .06, 'forename', 'surname', 'mobile', 'email')
            self.lose(p, .2, 'mobile', 'email', 'phone')
            if self.chance(.3) and p['mobile']: p['mobile'] = '+44 ' + p['mobile'][1:5] + ' ' + p['mobile'][5:]
        self.out(files, ('name=forename surname phone=mobile landline=phone email',), 'forename surname mobile phone email')

    def dwellings(self):
        """Two lists of addresses, nothing else: flats, names of houses, towns left out."""
        things = []
        for _ in range(5000):
            p = {}
            self.home(p)
            p['flat'] = str(self.r.randint(1, 9)) if self.chance(.25) else ''
            things.append(p)
        things = list({(p['flat'], p['address'], p['town']): p for p in things}.values())
        files = self.two(things, .6)
        short = {'Road': 'Rd', 'Street': 'St', 'Lane': 'Ln', 'Avenue': 'Ave', 'Close': 'Cl', 'Drive': 'Dr', 'Gardens': 'Gdns', 'Terrace': 'Terr'}
        for f in (0, 1):
            for _, p in files[f]:
                a = p['address']
                if self.chance(.4 if f else .1):
                    for k, v in short.items(): a = a.replace(k, v)
                if p['flat']: a = self.r.choice([f"Flat {p['flat']}, {a}", f"{p['flat']}/{a}", f"Apartment {p['flat']} {a}"]) if f else f"Flat {p['flat']}, {a}"
                p['address'] = a
                self.err(p, .06, 'address', 'postcode', 'town')
                self.lose(p, .1, 'postcode', 'town')
                p['whole'] = ', '.join(x for x in (p['address'], p['town'], p['postcode']) if x)
        self.out(files, ('address town postcode', 'property=whole'), 'address town postcode')

    def traps(self):
        """One file with a batch number, a row number, constants, codes of few values and notes."""
        files = self.again(self.people(4500), lambda: self.r.choice([1, 1, 2, 3]))
        self.r.shuffle(files[0])
        for i, (_, p) in enumerate(files[0]):
            self.live(p)
            self.err(p, .06, 'forename', 'surname', 'dob', 'postcode')
            p.update(batch=f'B{i // 12:04d}', line=str(i + 1), year_of_file='2024', country='UK', status=self.r.choice(['open', 'closed', 'nfa']), worker=self.family() if self.chance(.9) else '',
                     entered=self.date(2024), checksum=self.digits(8, 'x'), notes=self.r.choice(NOTES).replace('#', p['town']))
        self.r.shuffle(files[0])
        self.out(files, ('batch_no=batch line_no=line forename surname dob postcode country period=year_of_file status worker date_entered=entered hash=checksum notes',), 'forename surname dob postcode')

    def notes(self):
        """Referrals: a name, an age in words, and notes in free text that say most."""
        files = self.again(self.people(3500), lambda: self.r.choice([1, 2, 2, 3]))
        for _, p in files[0]:
            self.live(p, .06, .01)
            p['school'] = self.surgeries[sum(map(ord, p['phone'])) % 14]
            self.err(p, .06, 'forename', 'surname', 'dob')
            p['notes'] = f"{self.r.choice(NOTES).replace('#', p['town'])} {self.r.choice(['Lives at', 'Address given as', 'Resides'])} {p['address']}. GP {p['school']}. {self.r.choice(NOTES).replace('#', p['town'])}"
            self.lose(p, .2, 'dob')
            p['child'] = f"{p['forename']} {p['surname']}"
        self.out(files, ('child_name=child dob notes',), 'forename surname dob notes')

    def initials(self):
        """Members of a club: an initial, a surname, a town, a year of joining."""
        files = self.again(self.people(4000, 1), lambda: self.r.choice([1, 1, 2]))
        joined = {}
        for at, p in files[0]:
            self.live(p, .08, .01)
            p['initials'] = p['forename'][:1] + (p['middle'][:1] if self.chance(.6) else '')
            p['joined'] = joined.setdefault(at, str(self.r.randint(1960, 2022)))
            self.err(p, .05, 'surname', 'town', 'street')
            self.lose(p, .1, 'joined', 'street')
        self.out(files, ('initials surname street town joined',), 'initials surname street town joined')

    def four_agencies(self):
        """Four files, each with columns of its own; a person is in half of them."""
        files = ([], [], [], [])
        for at, p in enumerate(self.people(4000)):
            for f in range(4):
                if self.chance(.45):
                    q = dict(p)
                    self.live(q)
                    self.err(q, .05, 'forename', 'surname', 'dob', 'postcode', 'nhs')
                    self.lose(q, .3, 'nhs')
                    y, m, d = q['dob'].split('-')
                    q['british'] = f'{d}/{m}/{y}'
                    q['whole'] = f"{q['forename']} {q['surname']}"
                    files[f].append((at, q))
        self.out(files, ('NHS_Number=nhs Forename=forename Surname=surname DOB=dob Postcode=postcode', 'name=whole date_of_birth=british post_code=postcode tel=phone',
                         'first_name=forename last_name=surname birth_date=british street=address nhs_no=nhs', 'pupil_forename=forename pupil_surname=surname dob postcode home_phone=phone'),
                 'forename surname dob')

    def small_and_large(self):
        """A list of a few hundred looked up in a large file."""
        people = self.people(12000)
        files = ([], [])
        for at, p in enumerate(people):
            if self.chance(.95): files[1].append((at, dict(p)))
            if self.chance(.04): files[0].append((at, dict(p)))
        for f in (0, 1):
            for _, p in files[f]:
                self.live(p, .15)
                self.err(p, .07, 'forename', 'surname', 'dob', 'postcode')
                self.lose(p, .05, 'dob', 'postcode')
        self.out(files, ('forename surname dob postcode',), 'forename surname dob postcode')

    def one_dirty(self):
        """A clean register, and a file with the same person up to six times."""
        people = self.people(4000)
        files = ([], [])
        for at, p in enumerate(people):
            if self.chance(.8): files[0].append((at, dict(p)))
            for _ in range(self.r.choice([0, 1, 1, 2, 3, 6])): files[1].append((at, dict(p)))
        for f in (0, 1):
            for _, p in files[f]:
                if f: self.live(p, .2)
                self.err(p, .1 if f else .01, 'forename', 'surname', 'dob', 'address', 'postcode', 'phone')
                if f: self.lose(p, .15, 'dob', 'postcode', 'phone')
        self.out(files, ('forename surname dob address postcode phone',), 'forename surname dob address postcode phone')

    def inventors(self):
        """Names on patents, SMITH; JOHN A, with town, firm and class: no date, many of one name."""
        firms = [self.family() + ' ' + self.r.choice(['Corp', 'Inc', 'Ltd', 'GmbH']) for _ in range(120)]
        things = [dict(p, firm=self.r.choice(firms), field=self.r.choice('ABCDEFGH') + self.digits(2) + self.r.choice('KLMN')) for p in self.people(1200, 0)]
        files = self.again(things, lambda: min(30, 1 + int(self.r.expovariate(.35))))
        for _, p in files[0]:
            if self.chance(.1): p['firm'] = self.r.choice(firms)
            if self.chance(.3): p['field'] = self.r.choice('ABCDEFGH') + self.digits(2) + self.r.choice('KLMN')
            if self.chance(.1): self.home(p)
            self.err(p, .05, 'forename', 'surname', 'firm', 'town')
            middle = p['middle'] and self.r.choice(['', p['middle'][0], p['middle'][0] + '.', p['middle']])
            p['inventor'] = f"{p['surname']}; {p['forename']} {middle}".strip().upper()
        self.out(files, ('inventor town assignee=firm class=field',), 'forename surname town firm field')

    def restaurants(self):
        """One file of two guides to restaurants: address in one line without postcode, telephone, cuisine in their own words."""
        kinds = [('French', 'French (new)'), ('Italian', 'Pizza'), ('American', 'Steakhouses'), ('Chinese', 'Asian'), ('Seafood', 'Fish'), ('Cafe', 'Coffee shops'), ('Indian', 'Indian')]
        things = []
        for _ in range(2600):
            p = dict(phone=self.digits(7, '0117'), cuisine=self.r.randrange(len(kinds)))
            self.home(p)
            p['name'] = self.r.choice([f'{self.family()}\'s', f'The {self.family()}', f'Chez {self.given("F", 1960)}', f'{self.given("M", 1960)}\'s', f'{self.family()} {self.r.choice(["Grill", "Kitchen", "Bistro", "Diner", "House"])}',
                                       f'{self.r.choice(["Golden", "Red", "Blue", "Old", "Royal"])} {self.r.choice(["Dragon", "Lion", "Lotus", "Anchor", "Oak", "Swan"])}'])
            things.append(p)
            if self.chance(.05): things.append(dict(p, phone=self.digits(7, '0117')) | dict(zip(('address', 'town'), self.elsewhere())))
        files = self.again(things, lambda: 2 if self.chance(.15) else 1)
        for _, p in files[0]:
            style = self.chance(.5)
            if self.chance(.3): p['name'] = p['name'].replace('The ', '').replace('Grill', 'Bar & Grill').replace('House', 'Hse')
            if style: p['address'] = p['address'].replace('Road', 'Rd.').replace('Street', 'St.').replace('Avenue', 'Ave.')
            if self.chance(.2): p['address'] += self.r.choice([' near the Station', ' at the Park', f' off {self.family()} Street'])
            p['phone'] = f"{p['phone'][:4]}/{p['phone'][4:7]}-{p['phone'][7:]}" if style else f"{p['phone'][:4]}-{p['phone'][4:7]}-{p['phone'][7:]}"
            p['cuisine'] = kinds[p['cuisine']][style]
            self.err(p, .06, 'name', 'address', 'phone')
        self.out(files, ('name addr=address city=town phone type=cuisine',), 'name address town phone cuisine')

    def elsewhere(self):
        p = {}
        self.home(p)
        return p['address'], p['town']

    def citations(self):
        """Two libraries' lists of papers: one clean, one gathered by a machine, with papers several times, initials, cut titles, no venue."""
        words = 'efficient query processing spatial data mining streams indexing views schema integration xml web services transactions concurrency recovery temporal deductive object oriented relational parallel join optimization olap warehouse cube approximate top similarity search clustering patterns'.split()
        venues = [('SIGMOD Conference', 'Proceedings of the ACM SIGMOD International Conference on Management of Data'), ('VLDB', 'Very Large Data Bases'), ('SIGMOD Record', 'ACM SIGMOD Record'), ('ACM Trans. Database Syst.', 'TODS'), ('VLDB J.', 'The VLDB Journal')]
        things = [dict(title=' '.join(self.r.sample(words, self.r.randint(3, 9))).capitalize() + self.r.choice(['', '', '.', ': a survey']), who=[(self.given('M', 1960), self.family()) for _ in range(self.r.randint(1, 4))],
                       venue=self.r.randrange(5), year=str(self.r.randint(1994, 2003))) for _ in range(2400)]
        files = ([], [])
        for at, p in enumerate(things):
            if self.chance(.85): files[0].append((at, dict(p)))
            for _ in range(self.r.choice([0, 0, 1, 1, 1, 2, 3])): files[1].append((at, dict(p)))
        for f in (0, 1):
            for _, p in files[f]:
                p['authors'] = ', '.join(f'{a[0][0]} {b}' if f else f'{a[0]} {b}' for a, b in [((x,), y) if not f else (x, y) for x, y in p['who']])
                if f and self.chance(.2): p['authors'] = p['authors'].split(', ')[0] + ', ...'
                if f and self.chance(.15): p['title'] = p['title'][:30]
                p['venue'] = venues[p['venue']][f if self.chance(.8) else 0]
                self.err(p, .1 if f else .01, 'title', 'authors')
                if f: self.lose(p, .35, 'venue', 'year')
        self.out(files, ('title authors venue year',), 'title authors venue year')

    def products(self):
        """Two shops: long titles in other words, makers left out, prices that differ."""
        makers = [self.family() + self.r.choice(['soft', 'tech', ' Systems', ' Software', 'media', '']) for _ in range(120)]
        kinds, extras = 'antivirus office accounting photo video language typing chess encyclopedia backup firewall tax design fonts atlas'.split(), 'deluxe professional standard home premium student upgrade full retail'.split()
        things = []
        for _ in range(1100):
            maker, kind, price = self.r.choice(makers), self.r.choice(kinds), self.r.choice([9, 19, 29, 49, 79, 99, 149, 299]) + self.r.choice([.99, .95, 0])
            for _ in range(self.r.choice([1, 1, 2, 3])):
                things.append(dict(maker=maker, what=f'{kind} {self.r.choice(["studio", "suite", "master", "pro"]) if self.chance(.3) else self.given("F", 1990)}', extra=self.r.choice(extras),
                                   version=self.r.choice(['', str(self.r.randint(2, 12)) + '.0', str(self.r.randint(2000, 2008))]), price=price * self.r.choice([1, 1.5, 2])))
        files = self.two(things, .5)
        for f in (0, 1):
            for _, p in files[f]:
                parts = [p['maker'], p['what'], p['version'], p['extra']]
                if f and self.chance(.4): parts = [p['what'], p['version'], p['extra'], self.r.choice(['(pc)', 'for windows', '[cd-rom]', 'win/mac', ''])]
                if self.chance(.25): parts[3] = ''
                if f and self.chance(.2): self.r.shuffle(parts)
                p['title'] = ' '.join(x for x in parts if x)
                p['price'] = f"{p['price'] * (self.r.uniform(.8, 1.1) if f and self.chance(.5) else 1):.2f}"
                self.err(p, .08, 'title', 'maker')
                self.lose(p, .7 if f else .05, 'maker')
                self.lose(p, .1, 'price')
        self.out(files, ('title manufacturer=maker price', 'name=title manufacturer=maker price'), 'title maker price')

    def voters_ages(self):
        """One roll of voters kept by many offices: name parts, age, county, street; some on it twice or three times."""
        files = self.again(self.people(6500, 2), lambda: self.r.choice([1, 1, 1, 2, 3]))
        for _, p in files[0]:
            self.live(p, .2, .05)
            p['age'] = str(2022 - int(p['year']) + self.r.choice([0, 0, 0, 1]))
            p['middle'] = p['middle'][:1] if self.chance(.5) else p['middle']
            self.err(p, .06, 'forename', 'middle', 'surname', 'street', 'age')
            self.lose(p, .05, 'age', 'house')
        self.out(files, ('last_name=surname first_name=forename middle_name=middle age county house_num=house street_name=street',), 'forename middle surname age county house street')

    def births(self):
        """Births and baptisms of one parish after another: children by their parents, brothers and sisters as traps."""
        things = []
        while len(things) < 5000:
            home, father, mother, maiden, name = {}, self.given('M', 1960), self.given('F', 1960), self.family(), self.family()
            self.home(home)
            parish, job, year = home['town'], self.r.choice(JOBS), self.r.randint(1855, 1890)
            for _ in range(self.r.randint(1, 7)):
                year += self.r.randint(1, 3)
                sex = self.r.choice('MF')
                child = dict(forename=self.given(sex, 1960), surname=name, sex=sex, father=father, mother=mother, maiden=maiden, parish=parish, job=job, dob=self.date(year))
                things.append(child)
                if self.chance(.02): things.append(dict(child, forename=self.given(sex, 1960)))
        files = self.two(things, .65)
        for f in (0, 1):
            for _, p in files[f]:
                y, m, d = p['dob'].split('-')
                p['baptised'] = p['dob'] if not f else f'{y}-{m}-{min(28, int(d) + self.r.randint(0, 12)):02d}'
                p['year'] = y
                if self.chance(.25): p['job'] = self.r.choice(JOBS)
                if self.chance(.05): p['parish'] = self.r.choice(self.towns)
                for k in ('forename', 'father', 'mother'):
                    if self.chance(.12) and p[k] in SHORT: p[k] = self.r.choice(SHORT[p[k]])
                self.err(p, .07, 'forename', 'surname', 'father', 'mother', 'maiden', 'parish')
                self.lose(p, .1, 'father', 'maiden', 'job')
        self.out(files, ('forename surname sex birth_date=dob father_forename=father mother_forename=mother mother_maiden_name=maiden parish father_occupation=job',
                         'child=forename family_name=surname sex baptism_date=baptised father mother maiden_name=maiden place=parish occupation=job'),
                 'forename surname sex father mother maiden parish job year')

    def patients(self):
        """A surgery's list and a hospital's: NHS number missing for one in five, postcode, GP code, sex."""
        people, codes = self.people(5500), [self.r.choice('ABCDEFGHJKLMNPY') + self.digits(5) for _ in range(60)]
        for p in people: p['gp'] = codes[sum(map(ord, p['phone'])) % 60]
        files = self.two(people, .6)
        for f in (0, 1):
            for _, p in files[f]:
                self.live(p, .12)
                if self.chance(.06): p['gp'] = self.r.choice(codes)
                self.err(p, .06, 'forename', 'surname', 'dob', 'postcode')
                if self.chance(.01): p['nhs'] = self.nhs()
                self.lose(p, .2, 'nhs')
                self.lose(p, .06, 'postcode', 'gp')
        self.out(files, ('nhs_number=nhs forename surname dob sex postcode gp_code=gp', 'NHSNumber=nhs Given=forename Family=surname BirthDate=dob Gender=sex PostCode=postcode PracticeCode=gp'), 'nhs forename surname dob sex postcode gp')

    def companies(self):
        """A register and a list of suppliers: forms of law, whole addresses in one line, numbers mostly missing."""
        things = []
        for _ in range(3500):
            p = {}
            self.home(p)
            kind = self.r.choice(['Trading', 'Services', 'Holdings', 'Joinery', 'Care', 'Foods', 'Motors', 'Consulting', 'Logistics', 'Properties', 'Electrical', 'Plumbing & Heating'])
            p.update(name=f"{self.r.choice([self.family(), self.family() + ' & ' + self.family(), self.family() + ' Brothers', p['town']])} {kind}", law=self.r.choice(['Limited', 'Limited', 'Limited', 'plc', 'LLP']), number=self.digits(7, '0'))
            things.append(p)
        files = self.two(things, .55)
        for f in (0, 1):
            for _, p in files[f]:
                if self.chance(.12): self.home(p)
                if f and self.chance(.15): p['name'] = p['name'].replace(' & ', ' and ').replace('Services', 'Svs').replace('Properties', 'Props').replace('Electrical', 'Elec')
                self.err(p, .05, 'name', 'address', 'postcode')
                p['name'] += ' ' + (self.r.choice([p['law'], {'Limited': 'Ltd', 'plc': 'PLC', 'LLP': 'L.L.P.'}[p['law']], '']) if f else p['law'])
                p['name'] = p['name'].strip().upper() if not f else p['name'].strip()
                p['whole'] = ', '.join(x for x in (p['address'], p['town'], p['postcode']) if x)
                if f: self.lose(p, .85, 'number')
        self.out(files, ('CompanyName=name CompanyNumber=number RegAddress=whole', 'supplier=name company_no=number address=whole'), 'name number address town postcode')

    def only_names(self):
        """One file with a full name in one column and a date, nothing else."""
        files = self.again(self.people(6000), lambda: self.r.choice([1, 1, 2, 3]))
        for _, p in files[0]:
            self.live(p, 0, .04)
            if self.chance(.3) and p['forename'] in SHORT: p['forename'] = self.r.choice(SHORT[p['forename']])
            self.err(p, .06, 'forename', 'surname', 'dob')
            middle = p['middle'] if self.chance(.4) else p['middle'][:1] if self.chance(.5) else ''
            p['who'] = ' '.join(x for x in (self.r.choice(['', '', '', 'Mr' if p['sex'] == 'M' else 'Mrs']), p['forename'], middle, p['surname']) if x)
            if self.chance(.15): p['who'] = f"{p['surname']}, {p['forename']}"
        self.out(files, ('name=who date=dob',), 'forename surname dob')

    def renamed_columns(self):
        """Two agencies, the same things under other names, one of them in capitals."""
        files = self.two(self.people(5500), .6)
        for f in (0, 1):
            for _, p in files[f]:
                self.live(p, .12)
                self.err(p, .07, 'forename', 'surname', 'dob', 'street', 'town', 'postcode', 'mobile')
                self.lose(p, .15, 'mobile', 'middle')
                self.lose(p, .05, 'dob', 'postcode')
                if f:
                    for k in ('forename', 'surname', 'street', 'town'): p[k] = p[k].upper()
        self.out(files, ('forename middle_names=middle surname dob house_no=house street town postcode mobile', 'first_name=forename other_names=middle family_name=surname birth_date=dob number=house road=street locality=town post_code=postcode cell=mobile'),
                 'forename middle surname dob house street town postcode mobile')

    def foreign_dates(self):
        """Two files: dates as month/day/year in one, in words or with points in the other."""
        files = self.two(self.people(5500), .6)
        for f in (0, 1):
            for _, p in files[f]:
                self.live(p, .1)
                self.err(p, .07, 'forename', 'surname', 'dob', 'town')
                self.lose(p, .04, 'dob')
                if not p['dob']: continue
                y, m, d = p['_dob'] if '_dob' in p else p['dob'].split('-')
                p['_dob'] = p['dob']
                m = f'{(int(m) - 1) % 12 + 1:02d}'
                p['dob'] = self.r.choice([f'{int(d)} {MONTHS[int(m) - 1]} {y}', f'{d}.{m}.{y}', f'{d}-{MONTHS[int(m) - 1][:3].upper()}-{y[2:]}']) if f else f'{int(m)}/{int(d)}/{y}'
        self.out(files, ('FirstName=forename LastName=surname DOB=dob City=town', 'forename surname date_of_birth=dob town'), 'forename surname dob town')

    def capitals(self):
        """Two files of names with accents; one in capitals and without them, as old systems print."""
        given = 'Zoë Chloé Renée André François José María Jesús Søren Jürgen Günther Björn Åsa Siân Llŷr Łukasz Małgorzata Paweł Çağla Gül Şule Inês João Conceição Noël Máire Seán Órla Dvořák Žofia'.split()
        family = 'Müller Schröder Núñez García Muñoz Lefèvre Bérubé Gonçalves Wiśniewski Wójcik Dąbrowski Ångström Jørgensen Öztürk Yıldız Şahin Ó_Briain Ó_Súilleabháin Nic_Giolla Vaněk Černý Horváth Kovács Đorđević Čović'.replace('_', '\u00a0').split(' ')
        fold = lambda s: ''.join(c for c in unicodedata.normalize('NFD', s.translate(str.maketrans('łŁøØđĐı', 'lLoOdDi'))) if not unicodedata.combining(c)).upper()
        things = []
        for _ in range(5000):
            p = self.person(dict(phone=self.digits(7, '0117')), self.r.choice('MF'), '', self.r.randint(1940, 2015))
            self.home(p)
            p['forename'] = self.r.choice(given) + (self.r.choice(['', '', '-' + self.r.choice(given)]))
            p['surname'] = (self.r.choice(family) + self.r.choice(['', '', '', '-' + self.r.choice(family)])).replace('\u00a0', ' ')
            things.append(p)
        files = self.two(things, .6)
        for f in (0, 1):
            for _, p in files[f]:
                if self.chance(.1): self.home(p)
                self.err(p, .07, 'forename', 'surname', 'dob', 'town')
                self.lose(p, .05, 'dob', 'town')
                if f:
                    for k in ('forename', 'surname', 'town'): p[k] = fold(p[k])
        self.out(files, ('forename surname dob town',), 'forename surname dob town')

    def heads(self):
        """Two files of different grain: persons on one side, tenancies with tenant and joint tenant on the other."""
        things = []
        for _ in range(1700):
            name, home, base = self.family(), dict(phone=self.digits(7, '0117')), self.r.randint(1935, 1990)
            self.home(home)
            man = self.person(dict(home), 'M', name, base)
            wife = self.person(dict(home), 'F', name if self.chance(.75) else self.family(), base + self.r.randint(-5, 5)) if self.chance(.6) else None
            head = man if self.chance(.7) or not wife else wife
            house = [man] + ([wife] if wife else [])
            for _ in range(self.r.randint(0, 4)):
                sex = self.r.choice('MF')
                child = self.person(dict(home), sex, name, base + self.r.randint(18, 36))
                if sex == 'M' and self.chance(.07): child['forename'] = man['forename']
                house.append(child)
            things.append((house, head))
        files, at = ([], []), 0
        for house, head in things:
            other = next((p for p in house[:2] if p is not head), None)
            for p in house:
                if self.chance(.8):
                    q = dict(p); self.live(q, .08, .02); files[0].append((at, q))
                if p is head and self.chance(.75):
                    q = dict(p)
                    q['tenant'] = self.r.choice(['', '', {'M': 'Mr ', 'F': 'Mrs '}[p['sex']]]) + (p['forename'] if self.chance(.7) else p['forename'][:1]) + ' ' + p['surname']
                    q['joint'] = f"{other['forename']} {other['surname']}" if other and self.chance(.7) else ''
                    q['people'] = str(len(house)); q['rent'] = str(self.r.randint(60, 180)); q['start'] = self.date(self.r.randint(1995, 2024))
                    files[1].append((at, q))
                at += 1
        for f in (0, 1):
            for _, p in files[f]:
                self.err(p, .06, 'forename', 'surname', 'dob', 'address', 'postcode', 'tenant')
                if f:
                    self.lose(p, .5, 'dob'); self.lose(p, .3, 'phone')
                    words = p['tenant'].replace('Mrs ', '').replace('Mr ', '').split(' ', 1)
                    p['_forename'], p['_surname'] = words[0], words[-1]
                else: self.lose(p, .1, 'phone', 'postcode', 'dob')
        self.out(files, ('forename surname dob sex address town postcode phone', 'tenancy_start=start tenant joint_tenant=joint tenant_dob=dob occupants=people rent address postcode telephone=phone'),
                 'forename surname dob address postcode phone')

    def parishes(self):
        """One file of baptisms, marriages and burials of eight parishes: few names, old spellings, years, parents by forename only."""
        men = 'John William Thomas James George Robert Richard Henry Edward Samuel Joseph Charles Matthew'.split(); women = 'Mary Elizabeth Ann Sarah Jane Hannah Margaret Martha Alice Ellen Susanna Grace'.split()
        short = dict(Elizabeth=['Betty', 'Eliz.', 'Elisabeth'], Mary=['Molly', 'Marie'], William=['Wm', 'Will.'], Thomas=['Thos', 'Tho.'], Margaret=['Peggy', 'Margt'], Sarah=['Sally'], Ann=['Anne', 'Nancy'], Robert=['Robt'], Richard=['Richd'],
                     James=['Jas'], Joseph=['Jos'], Samuel=['Saml'], Edward=['Edwd', 'Ned'], Ellen=['Helen', 'Ellin'], Martha=['Patty'], Susanna=['Susan', 'Sukey'], John=['Jno', 'Jon'], Charles=['Chas'], George=['Geo'])
        names = [self.family() for _ in range(160)]
        trade = 'yeoman husbandman weaver labourer miller smith cordwainer pauper'.split()
        weights = [1 / (i + 2) for i in range(13)]
        things = []
        while len(things) < 2400:
            sur, parish, start, father, mother = self.r.choice(names), self.r.randrange(8), self.r.randint(1700, 1790), self.r.choices(men, weights)[0], self.r.choices(women, weights[:12])[0]
            for i in range(self.r.randint(1, 6)):
                sex = self.r.choice('MF'); born = start + 2 * i + self.r.randint(0, 1)
                things.append(dict(forename=self.r.choices(men if sex == 'M' else women, weights if sex == 'M' else weights[:12])[0], surname=sur, sex=sex, born=born, father=father, mother=mother, parish=parish, trade=self.r.choice(trade), abode=self.r.choice(self.towns[:12])))
        spell = lambda n: self.r.choice(short[n]) if n in short and self.chance(.25) else n
        places = self.towns[12:20]; files = ([],)
        for at, t in enumerate(things):
            events = [('baptism', t['born'])]
            if self.chance(.5): events.append(('marriage', t['born'] + self.r.randint(19, 32)))
            if self.chance(.6): events.append(('burial', t['born'] + (self.r.randint(0, 4) if len(events) == 1 else self.r.randint(33, 80))))
            parish, abode = t['parish'], t['abode']
            for kind, year in events:
                if self.chance(.12): continue
                if kind != 'baptism' and self.chance(.2): parish = self.r.randrange(8)
                if self.chance(.3): abode = self.r.choice(self.towns[:12])
                p = dict(event=kind, year=str(year), forename=spell(t['forename']), surname=t['surname'], parish=places[parish], abode=abode, sex=t['sex'])
                p['father'] = spell(t['father']) if kind != 'burial' or year - t['born'] < 15 or self.chance(.2) else ''
                p['mother'] = spell(t['mother']) if kind == 'baptism' or (kind == 'burial' and year - t['born'] < 15) else ''
                p['age'] = str(year - t['born'] + (0 if self.chance(.7) else self.r.choice([-2, -1, 1, 2]))) if kind != 'baptism' and self.chance(.8) else '0' if kind == 'baptism' else ''
                p['birth'] = str(int(p['year']) - int(p['age'])) if p['age'] else ''
                p['trade'] = t['trade'] if self.chance(.5) else ''
                self.err(p, .1, 'surname', 'father', 'mother')
                files[0].append((at, p))
        self.out(files, ('event year forename surname sex age father mother trade abode parish',), 'forename surname sex birth father mother trade abode parish')

    def deaths(self):
        """A register of births and one of deaths up to ninety years later: married names, places moved, dates wandered."""
        things = []
        for _ in range(5200):
            sex = self.r.choice('MF'); p = self.person(dict(), sex, self.family(), self.r.randint(1900, 1935)); self.home(p)
            p['maiden'] = p['surname']; p['mother'] = self.given('F', 1900) + ' ' + self.family(); p['father'] = self.given('M', 1900) + ' ' + p['surname']
            things.append(p)
        files = self.two(things, .5)
        for _, p in files[0]:
            p['born_in'] = p['place']; self.err(p, .04, 'forename', 'surname', 'mother', 'dob')
        for _, p in files[1]:
            if p['sex'] == 'F' and self.chance(.8): p['surname'] = self.family()
            if not (p['sex'] == 'F' and self.chance(.6)): p['maiden'] = ''
            if self.chance(.25): p['middle'] = ''
            elif self.chance(.1): p['forename'], p['middle'] = p['middle'] or p['forename'], p['forename']
            died = int(p['year']) + self.r.randint(40, 90)
            p['age'] = str(died - int(p['year'])); p['died'] = self.date(died)
            p['born_in'] = p['place'] if self.chance(.75) else ''
            p['father'] = p['father'] if self.chance(.3) else ''; p['mother'] = p['mother'] if self.chance(.15) else ''
            self.err(p, .08, 'forename', 'surname', 'maiden', 'born_in', 'dob'); self.lose(p, .3, 'dob')
        for _, p in files[0]: p['_surname'] = p['surname']
        for _, p in files[1]: p['_surname'] = p['maiden'] or p['surname']
        self.out(files, ('forename middle_name=middle surname sex date_of_birth=dob birthplace=born_in father mother', 'forename middle_name=middle surname maiden_name=maiden sex date_of_birth=dob age_at_death=age date_of_death=died birthplace=born_in father mother'),
                 'forename middle surname sex dob born_in father mother')

    def aliases(self):
        """Custody records: 1 to 9 a person, false names and dates given, body and eyes, a number for half."""
        eyes, hair = ['brown', 'blue', 'green', 'hazel'], ['black', 'brown', 'fair', 'grey', 'red']
        things = []
        for _ in range(1500):
            p = self.person(dict(), 'M' if self.chance(.8) else 'F', self.family(), self.r.randint(1955, 2004)); self.home(p)
            p.update(height=self.r.gauss(175, 8), eyes=self.r.choice(eyes), hair=self.r.choice(hair), cro=self.digits(6) + '/' + p['year'][2:] + self.r.choice('ABCDEFGHJKLM'), ethnic=self.r.choice(['W1', 'W1', 'W1', 'W9', 'B1', 'A2', 'M1']))
            p['false'] = [(self.r.choice([p['forename'], self.given(p['sex'], 1980)]), self.r.choice([p['surname'], self.family()]), self.date(int(p['year']) + self.r.choice([-2, -1, 0, 0, 1]))) for _ in range(2)]
            things.append(p)
        files = self.again(things, lambda: min(9, 1 + int(self.r.expovariate(.5))))
        for _, p in files[0]:
            if self.chance(.15):
                f = self.r.choice(p['false']); p['forename'], p['surname'] = f[0], f[1]
                if self.chance(.6): p['dob'] = f[2]
            if self.chance(.25): self.home(p)
            p['height'] = str(int(p['height'] + self.r.gauss(0, 1.5)))
            if self.chance(.2): p['hair'] = self.r.choice(eyes and hair)
            if self.chance(.08): p['eyes'] = self.r.choice(eyes)
            p['nick'] = p['forename'][:3].lower() + self.r.choice(['y', 'o', 'z']) if self.chance(.2) else ''
            self.err(p, .06, 'forename', 'surname', 'dob', 'address', 'cro')
            self.lose(p, .5, 'cro'); self.lose(p, .25, 'address', 'town'); self.lose(p, .2, 'middle', 'height', 'eyes')
        self.out(files, ('custody_surname=surname custody_forename=forename middle nickname=nick dob sex ethnicity=ethnic height eyes hair cro_number=cro address town',),
                 'forename surname middle dob sex ethnic height eyes hair cro address town')

    def newborns(self):
        """Maternity's file of babies not yet named, and child health's of the same with names, one in four with the father's surname; twins."""
        things = []
        for _ in range(3000):
            year = 2023; mother = self.person(dict(), 'F', self.family(), self.r.randint(1980, 2004)); self.home(mother)
            father = mother['surname'] if self.chance(.5) else self.family()
            dob = self.date(year)
            for _ in range(2 if self.chance(.05) else 1):
                sex = self.r.choice('MF'); p = self.person(dict(mother), sex, father if self.chance(.6) else mother['surname'], year)
                p.update(dob=dob, mother=mother['forename'] + ' ' + mother['surname'], mum=mother['surname'], born=mother['dob'], weight=str(int(self.r.gauss(3400, 450))))
                things.append(p)
        files = self.two(things, .8)
        for f in (0, 1):
            for _, p in files[f]:
                if f: self.live(p, .1, 0)
                else:
                    p['forename'], p['surname'] = self.r.choice(['Baby', {'M': 'Baby Boy', 'F': 'Baby Girl'}[p['sex']], {'M': 'Boy', 'F': 'Girl'}[p['sex']], 'Infant']) if self.chance(.85) else p['forename'], p['mum']
                self.err(p, .06, 'surname', 'mother', 'dob', 'born', 'address', 'postcode')
                self.lose(p, .2, 'weight'); self.lose(p, .1, 'born', 'postcode')
        self.out(files, ('forename surname sex dob birth_weight=weight mother_name=mother mother_dob=born address postcode', 'forename surname sex dob birth_weight=weight mother_name=mother mother_dob=born address postcode nhs_number=nhs'),
                 'forename surname sex dob weight mother born address postcode')

    def schools(self):
        """Two registers of schools: names that many have, forms of name, heads who change, numbers of pupils."""
        saints = "St Mary's;St John's;St Peter's;Holy Trinity;All Saints;St Joseph's;St Michael's;Christ Church;St Anne's;St Paul's".split(';')
        kinds = [('Church of England Primary School', 'CofE Primary', 'C.E. (VA) Primary School'), ('Catholic Primary School', 'RC Primary School', 'Catholic Primary'), ('Primary School', 'Primary', 'Community Primary School'), ('High School', 'High', 'Academy'), ('Infant School', 'Infants', "Infants' School"), ('Junior School', 'Juniors', 'Junior School')]
        things = []
        for _ in range(3500):
            p = {}; self.home(p); k = self.r.randrange(6)
            first = self.r.choice(saints) if k < 2 else self.r.choice([p['street'].split()[0], p['town'], self.family(), self.family() + ' Park', 'The ' + self.family()])
            p.update(first=first, kind=k, head=self.given('F', 1970) + ' ' + self.family(), roll=self.r.randint(60, 900), phone=self.digits(7, '0117'), ages=['4-11', '4-11', '4-11', '11-18', '4-7', '7-11'][k])
            things.append(p)
        files = self.two(things, .65)
        for f in (0, 1):
            for _, p in files[f]:
                p['name'] = p['first'] + ' ' + self.r.choice(kinds[p['kind']]) + (', ' + p['town'] if self.chance(.15) else '')
                if self.chance(.15): p['head'] = self.given('M', 1970) + ' ' + self.family()
                p['head'] = self.r.choice([p['head'], 'Mrs ' + p['head'].split(' ', 1)[1], p['head']])
                p['roll'] = str(int(p['roll'] * self.r.gauss(1, .05)))
                if self.chance(.1): p['phone'] = self.digits(7, '0117')
                if self.chance(.1): p['address'] = p['street']
                self.err(p, .06, 'name', 'address', 'postcode', 'phone')
                self.lose(p, .25, 'phone', 'head')
                if f: self.lose(p, .2, 'address')
        self.out(files, ('name address town postcode phone head_teacher=head pupils=roll ages', 'establishment=name street=address town postcode telephone=phone head roll age_range=ages'), 'name address town postcode phone head roll ages')

    def plates(self):
        """Sightings and keepers of vehicles: plates read wrongly by cameras, cloned now and then, make, colour, part of a name."""
        makes = dict(Ford=['Fiesta', 'Focus', 'Transit', 'Kuga'], Vauxhall=['Corsa', 'Astra', 'Vivaro'], VW=['Golf', 'Polo', 'Transporter'], BMW=['320', 'X5', '118'], Audi=['A3', 'A4', 'Q5'], Toyota=['Yaris', 'Aygo'], Nissan=['Qashqai', 'Micra', 'Juke'])
        eyes = dict(zip('0O8B1I5S2ZDQ', 'O0B8I1S5Z2OO')); L = 'ABCDEFGHJKLMNOPRSTUVWXY'
        things = []
        for _ in range(1800):
            make = self.r.choice(list(makes)); p = self.person({}, self.r.choice('MF'), self.family(), 1970); self.home(p)
            p.update(plate=self.r.choice('VWYBLK') + self.r.choice('ABCDEF') + f"{self.r.choice([12, 13, 15, 17, 18, 19, 20, 21, 62, 65, 67, 68, 70])}" + ''.join(self.r.choice(L) for _ in range(3)), make=make, model=self.r.choice(makes[make]), colour=self.r.choice('black white silver grey blue red'.split()), keeper=p['surname'] + ' ' + p['forename'][:1])
            things.append(p)
        files = self.again(things, lambda: min(8, 1 + int(self.r.expovariate(.6))))
        for _, p in files[0]:
            v = p['plate']
            if self.chance(.15):
                i = self.r.randrange(7); v = v[:i] + eyes.get(v[i], self.r.choice(L)) + v[i + 1:]
            if self.chance(.05): v = v[:-1]
            if self.chance(.03): v = self.r.choice(things)['plate']
            p['_plate'] = v
            p['plate'] = v[:4] + ' ' + v[4:] if self.chance(.4) else v
            if self.chance(.1): p['colour'] = self.r.choice('black white silver grey blue red'.split())
            p['keeper'] = p['keeper'] if self.chance(.5) else ''
            self.lose(p, .15, 'make', 'colour'); self.lose(p, .35, 'model'); self.lose(p, .3, 'postcode')
            self.err(p, .05, 'keeper', 'postcode')
        self.out(files, ('registration=plate make model colour keeper postcode',), 'plate make model colour keeper postcode')


JOBS = 'farmer;labourer;agricultural labourer;domestic servant;coal miner;dressmaker;carpenter;shoemaker;blacksmith;weaver;cotton spinner;clerk;grocer;tailor;housekeeper;railway porter;laundress;teacher;mason;publican'.split(';')
MAILS = ['mail.example', 'post.example', 'web.example', 'example.org']
NOTES = ['Seen at home with mother present, no concerns raised at this time.', 'Police attended # following report of disturbance.', 'School reports poor attendance and tiredness.',
         'Health visitor unable to gain access on two occasions.', 'Referred by GP, bruising seen, strategy discussion requested.', 'No further action, family moved from #.',
         'Child spoke alone with the worker and was happy.', 'Anonymous call about shouting in #.']
SHAPES = (Shapes.other_columns, Shapes.ncvr, Shapes.firms, Shapes.cora, Shapes.songs, Shapes.inns, Shapes.two_censuses, Shapes.hospital, Shapes.rare_doubles, Shapes.thrice, Shapes.holes,
          Shapes.turned_dates, Shapes.mixed_dates, Shapes.ages, Shapes.origins, Shapes.family_contacts, Shapes.dwellings, Shapes.traps, Shapes.notes, Shapes.initials, Shapes.four_agencies,
          Shapes.small_and_large, Shapes.one_dirty, Shapes.inventors, Shapes.restaurants, Shapes.citations, Shapes.products, Shapes.voters_ages, Shapes.births, Shapes.patients,
          Shapes.companies, Shapes.only_names, Shapes.renamed_columns, Shapes.foreign_dates, Shapes.capitals, Shapes.heads, Shapes.parishes, Shapes.deaths, Shapes.aliases,
          Shapes.newborns, Shapes.schools, Shapes.plates)
NAMES = [name_of(shape) for shape in SHAPES]


def write(folder, seed):
    Shapes(folder, seed).write(SHAPES)


def main(write):
    write(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1)


if __name__ == '__main__':
    main(write)
