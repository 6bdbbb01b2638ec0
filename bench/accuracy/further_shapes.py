"""Ten more made-up sets, of villages, soldiers, films, registers of residents, affiliations, coded people, and people by day, month and year apart; written before anything was run on them.

further_shapes.py FOLDER [SEED]
"""
import hashlib
from other_shapes import UNIVERSITIES
from shapes import MONTHS, SHORT, main, name_of
from trade_shapes import HEART, Trades

RANKS = [('Private', 'Pte', 'Pte.'), ('Private', 'Pte', 'PTE'), ('Lance Corporal', 'L/Cpl', 'LCpl'), ('Corporal', 'Cpl', 'Corpl.'), ('Sergeant', 'Sgt', 'Serjt.'), ('Gunner', 'Gnr', 'Gnr.'), ('Rifleman', 'Rfn', 'Rflmn')]
REGIMENTS = [('Royal Fusiliers', 'R. Fus.'), ('East Surrey Regiment', 'E. Surrey R.'), ('Durham Light Infantry', 'D.L.I.'), ('Royal Field Artillery', 'R.F.A.'), ('Kings Own Scottish Borderers', 'K.O.S.B.'), ('Machine Gun Corps', 'M.G.C.'), ('Black Watch', 'B. Watch'), ('Royal Engineers', 'R.E.'), ('Rifle Brigade', 'Rif. Brig.')]
VOR = dict(M='Hans Peter Wolfgang Klaus Jürgen Michael Thomas Andreas Stefan Jörg Günther Heinz Matthias Christian Tobias Lukas Jonas Finn Björn Jan-Philipp Karl-Heinz Mehmet Mustafa Sören Uwe Ralf'.split(),
           F='Ursula Renate Monika Karin Brigitte Helga Sabine Petra Claudia Katrin Anke Jana Lena Anna Leonie Käthe Bärbel Gül Ayşe Hannelore Ann-Kathrin Anna-Maria Heike Silke Mia Sophie'.split())
NACH = 'Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner Krause Meier Lehmann Köhler Herrmann König Walter Mayer Huber Kaiser Fuchs Peters Lang Scholz Möller Weiß Jung Hahn Schubert Vogel Friedrich Keller Günther Frank Berger Winkler Roth Beck Lorenz Baumann Franke Albrecht Schuster Simon Ludwig Böhm Winter Kraus Martin Schumacher Krämer Vogt Stein Jäger Otto Sommer Groß Seidel Heinrich Brandt Haas Schreiber Graf Schulte Dietrich Ziegler Kuhn Kühn Pohl Engel Horn Busch Bergmann Thomas Voigt Sauer Arnold Wolff Pfeiffer Yılmaz Kaya Öztürk Demir Çelik'.split()
ORTE = [('Bad Ahlen', '31'), ('Neustadt', '32'), ('Lüttringen', '33'), ('Großweiler', '34'), ('Hohenfelde', '35'), ('Mühlbach', '36'), ('St. Goden', '37'), ('Rothenau', '38')]
WIRE = str.maketrans(dict(ä='ae', ö='oe', ü='ue', Ä='Ae', Ö='Oe', Ü='Ue', ß='ss', ş='s', ı='i', Ç='C', ç='c'))
TONGUES = [('en', ('Upper {}', '{} Castle', 'New {}', 'Mount {}', 'Saint {}', '{}')), ('de', ('Ober{}', 'Burg {}', 'Neu{}', '{}berg', 'Sankt {}', '{}')), ('cs', ('Horní {}', 'Hrad {}', 'Nové {}', '{} Hora', 'Svatý {}', '{}')), ('fr', ('{}-le-Haut', 'Château {}', '{}-Neuf', 'Mont {}', 'Saint-{}', '{}'))]
GENRES = ['Drama', 'Comedy', 'Thriller', 'Horror', 'Romance', 'Action', 'Crime', 'Documentary', 'Science Fiction', 'Western']


class Further(Trades):
    def settlements(self):
        """Four gazetteers: names in four languages, other spellings in brackets, degrees, numbers of people of other years, kinds of place in other words; many of one name."""
        things = []
        for _ in range(2600):
            stem = self.family().replace("'", '')[:self.r.choice([5, 6, 7, 9])].capitalize()
            lat, lon = self.r.uniform(46, 52), self.r.uniform(5, 19)
            for _ in range(self.r.choice([1, 1, 1, 2])):
                form = self.r.choice([0, 1, 2, 3, 4, 5, 5, 5])
                things.append(dict(stem=stem, form=form, lat=lat, lon=lon, people=int(10 ** self.r.uniform(1.8, 5.5)), country=self.r.choice(['AT', 'CH', 'CZ', 'DE', 'FR']), county=self.r.choice(self.towns), high=self.r.randint(40, 1400)))
                lat, lon = lat + self.r.gauss(0, .04), lon + self.r.gauss(0, .04)
        files = ([], [], [], [])
        for at, thing in enumerate(things):
            for f in range(4):
                if self.chance(.5): files[f].append((at, dict(thing)))
        for f in range(4):
            for _, p in files[f]:
                own = TONGUES[f][1][p['form']].format(p['stem'])
                other = TONGUES[(f + self.r.randint(1, 3)) % 4][1][p['form']].format(p['stem'])
                p['label'] = f'{own} ({other})' if self.chance(.12) else other if self.chance(.15) else own
                self.err(p, .05, 'label')
                if f == 2: p['label'] = p['label'].upper()
                lat, lon = p['lat'] + self.r.gauss(0, .004), p['lon'] + self.r.gauss(0, .004)
                p['_lat'], p['_lon'] = f'{lat:.4f}', f'{lon:.4f}'
                p['lat'], p['lon'] = f'{lat:.{2 + f}f}', f'{lon:.{2 + f}f}'
                p['point'] = f'{p["lat"]}, {p["lon"]}'
                n = int(p['people'] * self.r.uniform(.9, 1.15)) if self.chance(.6) else p['people']
                p['many'], p['_many'] = f'{n:,}' if f in (0, 3) else str(n), str(n)
                p['sort'] = ((['village', 'town'], ['Dorf', 'Stadt'], ['obec', 'město'], ['PPL', 'PPLA'])[f])[p['people'] > 8000]
                p['_sort'] = 'town' if p['people'] > 8000 else 'village'
                self.lose(p, .25, 'many', 'high')
                if not p['many']: p['_many'] = ''
        self.out(files, ('label type=sort latitude=lat longitude=lon population=many country county elevation=high', 'Ort Art=sort Breite=lat Länge=lon Einwohner=many Land=country'.replace('Ort ', 'Ort=label '),
                         'nazev=label typ=sort souradnice=point obyvatel=many stat=country', 'name=label feature_code=sort lat lng=lon pop=many cc=country admin2=county elev=high'), 'label sort lat lon many country')

    def soldiers(self):
        """One file of rolls, pensions and graves: numbers of four digits that each regiment gives anew, initials or names, ranks that rise, a regiment left for another."""
        things = []
        for at in range(3200):
            year = self.r.randint(1876, 1900)
            p = dict(surname=self.family(), forename=self.given('M', 1930), second=self.given('M', 1930) if self.chance(.6) else '', number=self.digits(self.r.choice([4, 4, 5]), self.r.choice('123456789')), unit=self.r.choice(REGIMENTS), battalion=self.r.randint(1, 12), rank=self.r.randrange(len(RANKS)), born=year, town=self.r.choice(self.towns))
            if self.chance(.35): p.update(died=f'{self.r.randint(1, 28)} {self.r.choice(MONTHS)} {self.r.randint(1914, 1918)}')
            things.append(p)
            if self.chance(.04): things.append(dict(p, forename=self.given('M', 1930), number=str(int(p['number']) + self.r.randint(1, 3)), born=year + self.r.randint(1, 5)))
        files = self.again(things, lambda: self.often(9, 1.2))
        for _, p in files[0]:
            if self.chance(.12): p.update(unit=self.r.choice(REGIMENTS), number=self.digits(5, '2'), battalion=self.r.randint(1, 12))
            if self.chance(.2): p['rank'] = min(len(RANKS) - 1, p['rank'] + 1)
            if self.chance(.25) and p['forename'] in SHORT: p['forename'] = self.r.choice(SHORT[p['forename']])
            self.err(p, .07, 'surname', 'forename', 'number')
            style = self.r.randrange(3)
            p['christian'] = f'{p["forename"]} {p["second"]}'.strip() if style == 0 else f'{p["forename"][0]} {p["second"][:1]}'.strip() if style == 1 else p['forename']
            long, short = p['unit']
            n = p['battalion']
            th = f'{n}{self.th(n)}'
            p['served'] = self.r.choice([f'{th} Battalion, {long}', f'{th} Bn {long}', long, f'{th} {short}', short])
            p['_unit'] = long
            p['grade'] = RANKS[p['rank']][style]
            p['_grade'] = RANKS[p['rank']][0]
            p['age'] = str(1916 - p['born'] + self.r.choice([-1, 0, 0, 0, 1])) if self.chance(.5) else ''
            p['gone'] = p.get('died', '') if self.chance(.7) else ''
            p['home'] = p['town'] if self.chance(.55) else ''
            p['_forename'], p['_second'] = p['christian'].split()[0], ' '.join(p['christian'].split()[1:])
            self.lose(p, .12, 'number', 'served', 'grade')
            if not p['served']: p['_unit'] = ''
        self.out(files, ('Rank=grade Service_No=number Surname=surname Christian_Names=christian Unit=served Age=age Birthplace=home Died=gone Source_Ref=ref',), 'forename second surname number unit grade age home gone')

    def films(self):
        """Two lists of films: articles at the end, titles in another language, remakes of one name, directors and actors in lists, years of release one apart, minutes."""
        cast = [f'{self.given(self.r.choice("MF"), 1960)} {self.family()}' for _ in range(900)]
        things = []
        for _ in range(2500):
            a, b = self.r.sample(HEART, 2)
            title = self.r.choice([f'The {a}', f'The {a} of {b}', f'{a} and {b}', f'A {a} in the {b}', f'{a}', f'No {a}, no {b}', f'{self.family()}']).title()
            p = dict(title=title, year=self.r.randint(1950, 2018), by=self.r.sample(cast[:200], self.r.choice([1, 1, 1, 2])), stars=self.r.sample(cast, 5), mins=self.r.randint(78, 190), genre=self.r.sample(GENRES, 2))
            things.append(p)
            if self.chance(.12): things.append(dict(p, year=min(2019, p['year'] + self.r.randint(4, 35)), by=self.r.sample(cast[:200], 1), stars=self.r.sample(cast, 5), mins=self.r.randint(78, 190)))
            if self.chance(.1): things.append(dict(p, title=p['title'] + self.r.choice([' II', ' 2', ': The Return']), year=p['year'] + self.r.randint(1, 4), mins=self.r.randint(78, 190)))
        files = self.two(things, .45)
        for f in (0, 1):
            for _, p in files[f]:
                if f and self.chance(.3) and p['title'].startswith(('The ', 'A ')):
                    first, rest = p['title'].split(' ', 1)
                    p['title'] = f'{rest}, {first}'
                elif f and self.chance(.06): p['title'] = f'{self.r.choice(["La", "Le", "Die"])} {self.family()}'
                self.err(p, .05, 'title')
                p['made'] = str(p['year'] + (self.r.choice([-1, 1]) if self.chance(.12) else 0))
                p['director'] = (' & ' if f else ', ').join(p['by'])
                p['actors'] = '|'.join(self.r.sample(p['stars'], 3)) if f else ', '.join(p['stars'][:4])
                mins = p['mins'] + self.r.choice([0, 0, 0, 1, -1, 4])
                p['length'] = f'{mins // 60}h {mins % 60:02d}m' if f else f'{mins} min'
                p['kinds'] = p['genre'][0] if f else ', '.join(p['genre'])
                self.lose(p, .18, 'director', 'actors', 'length', 'kinds')
                p['_director'], p['_actors'], p['_mins'] = ' '.join(p['by'][:1]) if p['director'] else '', p['actors'].split('|')[0].split(',')[0], p['length'] and str(mins)
        self.out(files, ('Title=title Year=made Director=director Cast=actors Runtime=length Genre=kinds', 'movie_name=title release_year=made directors=director starring=actors duration=length category=kinds'), 'title made director actors mins')

    def residents(self):
        """Three German offices: headers cut short, umlauts or two letters, titles, names before marriage, streets cut short, families; people twice in one of them."""
        people = []
        for _ in range(1700):
            home = dict(street=self.r.choice(NACH) + self.r.choice(['straße', 'weg', 'gasse', '-Allee', 'platz']), house=self.r.randint(1, 140), place=self.r.choice(ORTE))
            home['plz'] = home['place'][1] + self.digits(3)
            name, base = self.r.choice(NACH), self.r.randint(1935, 1985)
            grown = ['M', 'F'] if self.chance(.7) else ['M']
            for at, role in enumerate(grown + [self.r.choice('MF') for _ in range(self.r.randint(0, 3))]):
                wife = at == 1 and len(grown) == 2
                p = dict(home, sex=role, nach=name, vor=self.r.choice(VOR[role]), born=self.r.choice(NACH) if wife else '', dob=self.date(base if at < len(grown) else base + self.r.randint(22, 33)))
                if wife and self.chance(.12): p['nach'] = f'{self.r.choice(NACH)}-{name}'
                p['title'] = self.r.choice(['Dr. ', 'Prof. Dr. ']) if self.chance(.03) else ''
                people.append(p)
        files = ([], [], [])
        for at, p in enumerate(people):
            for f in range(3):
                if self.chance(.55):
                    for _ in range(self.r.choice([1, 1, 2]) if f == 2 else 1): files[f].append((at, dict(p)))
        for f in range(3):
            for _, p in files[f]:
                if self.chance(.12): p.update(street=self.r.choice(NACH) + 'straße', house=self.r.randint(1, 140), place=(place := self.r.choice(ORTE)), plz=place[1] + self.digits(3))
                if p['born'] and self.chance(.08): p['nach'], p['born'] = p['born'], ''
                if self.chance(.08) and '-' in p['vor']: p['vor'] = p['vor'].split('-')[0]
                self.err(p, .05, 'vor', 'nach', 'dob', 'plz')
                y, m, d = p['dob'].split('-')
                p['geb'] = [f'{d}.{m}.{y}', f'{y}{m}{d}', f'{int(d)}.{int(m)}.{y[2:]}'][f]
                street = p['street'].replace('straße', self.r.choice(['str.', 'straße', 'strasse'])) if f else p['street']
                p['str'], p['line'] = street, f'{street} {p["house"]}'
                p['ort'] = p['place'][0]
                if f == 1:
                    for c in ('nach', 'vor', 'str', 'ort', 'born', 'line'): p[c] = p[c].translate(WIRE).upper()
                p['name'] = f'{p["title"]}{p["nach"]}, {p["vor"]}'
                self.lose(p, .12, 'geb', 'plz')
                self.lose(p, .5, 'born')
                p['g'] = {'M': ['männlich', '1', 'm'][f], 'F': ['weiblich', '2', 'w'][f]}[p['sex']]
                for c in ('nach', 'vor', 'line', 'ort', 'born'): p['_' + c] = p[c].translate(WIRE).replace('str.', 'strasse')
                p['_forename'], p['_surname'], p['_address'], p['_town'], p['_maiden'] = p['_vor'], p['_nach'], p['_line'].lower().replace('strasse', 'str'), p['_ort'], p['_born']
                p['_dob'], p['_postcode'] = p['geb'] and p['dob'], p['plz']
        self.out(files, ('NName=nach VName=vor GebName=born GebDat=geb Geschl=g Str=str HNr=house PLZ=plz Ort=ort', 'FAMNAME=nach RUFNAME=vor GEBDT=geb G=g ANSCHR=line POSTLZ=plz WOHNORT=ort', 'Name=name geb=geb m_w=g Straße=line Plz=plz Ort=ort'),
                 'forename surname maiden dob sex address postcode town')

    def affiliations(self):
        """One file of one column: where authors say they work, the same place up to sixty times; departments, cities and countries left out or turned about."""
        places = [dict(forms=forms, city=forms[0].replace('University of ', ''), land=self.r.choice(['USA', 'UK', 'Germany', 'China', 'Japan', 'Italy'])) for forms in UNIVERSITIES]
        for _ in range(330):
            base = self.r.choice([self.family(), f'{self.family()} {self.family()}'])
            town, land = self.r.choice(self.towns), self.r.choice(['USA', 'United States', 'UK', 'Germany', 'China', 'Japan', 'Italy', 'Canada'])
            what = self.r.choice([('Institute of Technology', 'Inst. of Technology', 'Inst. Technol.', 'Tech'), ('University', 'Univ.', 'Univ', 'U'), ('Research Laboratories', 'Research Labs', 'Research', 'Labs'), ('College', 'Coll.', 'College', 'College'), ('Polytechnic', 'Polytechnic', 'Polytech.', 'Polytechnic')])
            places.append(dict(forms=[f'{base} {w}' for w in what], city=town, land=land))
        files = self.again(places, lambda: self.often(60, .8))
        departments = ['Dept. of Computer Science', 'Department of Computer Science', 'Computer Science Dept.', 'CS Department', 'School of Informatics', 'Dept. of Electrical Engineering', 'Faculty of Mathematics']
        for _, p in files[0]:
            said = self.r.choice(p['forms'])
            parts = [said]
            if self.chance(.3): parts.insert(0, self.r.choice(departments))
            if self.chance(.12): parts.append(self.r.choice(departments))
            if self.chance(.5): parts.append(p['city'])
            if self.chance(.4): parts.append(p['land'])
            p['said'] = ', '.join(parts)
            self.err(p, .1, 'said')
            p['_title'] = p['said']
            p['_words'] = ' '.join(sorted(p['said'].lower().replace(',', ' ').split()))
        self.out(files, ('affil=said',), 'title words')

    def coded(self):
        """Two files without a name: keys made of letters of names, hashes of surname, forename and postcode, a birth date cut to the month, sex; families at one hash."""
        def hash_of(text): return text and hashlib.sha256(text.upper().encode()).hexdigest()[:16]
        files = self.two(self.people(6000), .5)
        for f in (0, 1):
            for _, p in files[f]:
                self.live(p, .1, .03)
                self.err(p, .05, 'forename', 'surname', 'dob', 'postcode')
                name = (p['surname'].upper().replace(' ', '').replace("'", '') + '22222'), (p['forename'].upper() + '222')
                y, m, d = p['dob'].split('-')
                p['key'] = ''.join(name[0][i] for i in (1, 2, 4)) + ''.join(name[1][i] for i in (1, 2)) + {'M': '1', 'F': '2'}[p['sex']]
                p['h1'], p['h2'], p['h3'] = hash_of(p['surname']), hash_of(p['forename']), hash_of(p['postcode'].replace(' ', ''))
                p['month'] = f'{m}/{y}' if f else f'{y}-{m}'
                p['_month'] = f'{y}-{m}'
                p['area'] = p['postcode'].split()[0]
                self.lose(p, .06, 'h1', 'h2', 'month')
                self.lose(p, .15, 'h3', 'area')
                if not p['month']: p['_month'] = ''
        self.out(files, ('slk=key sn_hash=h1 fn_hash=h2 pc_hash=h3 birth_month=month sex district=area', 'linkkey=key surname_sha=h1 forename_sha=h2 postcode_sha=h3 dob_month=month gender=sex area'), 'key h1 h2 h3 month sex area')

    def split_dates(self):
        """One file as statisticians share them: two given names and two surnames, day, month and year of birth apart, one in ten again with a slip."""
        things = [self.person(dict(dob=''), self.r.choice('MF'), self.family(), self.r.randint(1915, 2005)) for _ in range(9000)]
        files = self.again(things, lambda: 2 if self.chance(.11) else 1)
        for _, p in files[0]:
            p['given2'] = p['middle'] if sum(map(ord, p['surname'])) % 9 == 0 else ''
            p['family2'] = self.towns[len(p['surname']) % 25].split()[0] if sum(map(ord, p['forename'])) % 17 == 0 else ''
            if self.chance(.55): self.err(p, .45, self.r.choice(['forename', 'surname', 'dob', 'forename', 'surname']))
            y, m, d = p['dob'].split('-')
            p['by'], p['bm'], p['bd'] = y, str(int(m)), str(int(d))
        self.out(files, ('fname_c1=forename fname_c2=given2 lname_c1=surname lname_c2=family2 by bm bd',), 'forename surname dob')

    def enumerations(self):
        """A census, what patients told and what customers told of the same year: cut headers, parts of dates apart, dates and names lost by a reader, addresses in one line without town."""
        people = self.people(7500)
        files = ([], [], [])
        for at, p in enumerate(people):
            for f, part in enumerate((.93, .8, .5)):
                if self.chance(part): files[f].append((at, dict(p)))
        for f in range(3):
            for _, p in files[f]:
                if f: self.live(p, .06, .01)
                self.err(p, .06, 'forename', 'surname', 'dob', 'address', 'postcode')
                y, m, d = p['dob'].split('-')
                p['day'], p['month'], p['born'] = (f'{int(d)}', f'{int(m)}', y) if f != 1 else (d, MONTHS[int(m) % 12 - 1][:3].upper(), y)
                if self.chance(.05): p['day'] = p['month'] = ''
                p['cap'] = p['address'].upper() if f == 0 else p['address']
                self.lose(p, .03, 'forename', 'surname', 'born', 'sex', 'postcode')
                p['_dob'] = p['dob'] if p['day'] and p['born'] else ''
        self.out(files, ('PERNAME1=forename PERNAME2=surname SEX=sex DOB_DAY=day DOB_MON=month DOB_YEAR=born ENUMCAP=cap ENUMPC=postcode',), 'forename surname sex dob address postcode')

    def panel(self):
        """Waves of a survey without names: sex, day, month and year of birth, state, office, schooling; few err, many are alike."""
        things = [dict(sex=self.r.choice('12'), y=self.r.randint(1890, 1917), m=self.r.randint(1, 12), d=self.r.randint(1, 28), state=self.r.randint(1, 50), office=self.r.randint(1, 12), school=self.r.randint(0, 16)) for _ in range(7000)]
        files = ([], [])
        for at, thing in enumerate(things):
            for f in (0, 1):
                if self.chance(.7): files[f].append((at, dict(thing)))
        for f in (0, 1):
            for _, p in files[f]:
                if self.chance(.03): p['d'] = self.r.randint(1, 28)
                if self.chance(.02): p['m'] = self.r.randint(1, 12)
                if self.chance(.03): p['y'] += self.r.choice([-1, 1])
                if self.chance(.03): p['state'] = self.r.randint(1, 50)
                if self.chance(.1): p['school'] = max(0, p['school'] + self.r.choice([-1, 1, 2]))
                p['dob'] = f'{p["y"]}-{p["m"]:02d}-{p["d"]:02d}'
                self.lose(p, .02, 'state', 'school')
        self.out(files, ('SEX=sex DOB_DAY=d DOB_MONTH=m DOB_YEAR=y STATE=state REGOFF=office EDUC=school',), 'sex dob state office school')

    def casualties(self):
        """One file of four lists of people killed: Arabic names in Latin letters as each list spells them or in Arabic ones, the father's name between, a day of death within a week, a governorate; three of five in several lists."""
        arabic = dict(M=[('Muhammad', 'Mohammed', 'Mohamad', 'محمد'), ('Ahmad', 'Ahmed', 'Ahmad', 'أحمد'), ('Ali', 'Ali', 'Aly', 'علي'), ('Hassan', 'Hasan', 'Hassan', 'حسن'), ('Hussein', 'Husain', 'Hussain', 'حسين'), ('Khalid', 'Khaled', 'Khalid', 'خالد'), ('Omar', 'Umar', 'Omar', 'عمر'), ('Mahmoud', 'Mahmud', 'Mahmood', 'محمود'), ('Yousef', 'Yusuf', 'Youssef', 'يوسف'), ('Ibrahim', 'Ebrahim', 'Ibrahim', 'ابراهيم'), ('Abdullah', 'Abdallah', 'Abd Allah', 'عبدالله'), ('Mustafa', 'Moustafa', 'Mostafa', 'مصطفى'), ('Bilal', 'Belal', 'Bilal', 'بلال'), ('Anas', 'Anas', 'Anass', 'أنس'), ('Fadi', 'Fady', 'Fadi', 'فادي'), ('Ziad', 'Ziyad', 'Zyad', 'زياد'), ('Samir', 'Sameer', 'Samir', 'سمير'), ('Jamal', 'Gamal', 'Jamal', 'جمال')],
                      F=[('Fatima', 'Fatimah', 'Fatma', 'فاطمة'), ('Aisha', 'Aysha', 'Aicha', 'عائشة'), ('Maryam', 'Mariam', 'Meryem', 'مريم'), ('Zainab', 'Zeinab', 'Zaynab', 'زينب'), ('Khadija', 'Khadijah', 'Khadeeja', 'خديجة'), ('Huda', 'Hoda', 'Houda', 'هدى'), ('Rima', 'Reema', 'Rima', 'ريما'), ('Amina', 'Amena', 'Aminah', 'أمينة')],
                      S=[('al-Hamwi', 'Alhamwi', 'Hamwi', 'الحموي'), ('al-Homsi', 'Alhomsi', 'Homsi', 'الحمصي'), ('al-Khatib', 'Alkhateeb', 'Khatib', 'الخطيب'), ('Darwish', 'Darweesh', 'Darwich', 'درويش'), ('Najjar', 'Al Najjar', 'Najjar', 'النجار'), ('Haddad', 'Hadad', 'Haddad', 'حداد'), ('Saleh', 'Salih', 'Saleh', 'صالح'), ('al-Ahmad', 'Alahmad', 'Ahmad', 'الأحمد'), ('Qasim', 'Kassem', 'Qassem', 'قاسم'), ('Issa', 'Eissa', 'Isa', 'عيسى'), ('Shaheen', 'Chahine', 'Shahin', 'شاهين'), ('Barakat', 'Barakat', 'Baraket', 'بركات'), ('Othman', 'Osman', 'Uthman', 'عثمان'), ('al-Masri', 'Almasri', 'Masri', 'المصري'), ('Zein', 'Zain', 'Zayn', 'زين'), ('Mansour', 'Mansur', 'Mansoor', 'منصور'), ('al-Abdullah', 'Alabdallah', 'Abdullah', 'العبدالله'), ('Sabbagh', 'Al Sabagh', 'Sabbagh', 'صباغ')])
        places = [('Aleppo', 'Halab'), ('Homs', 'Hims'), ('Hama', 'Hamah'), ('Idlib', 'Edleb'), ('Daraa', "Dar'a"), ('Damascus', 'Dimashq'), ('Rural Damascus', 'Rif Dimashq'), ('Deir ez-Zor', 'Deir Ezzor'), ('Raqqa', 'Ar Raqqah'), ('Latakia', 'Lattakia')]
        things = []
        for _ in range(3000):
            sex = self.r.choice('MMMMF')
            things.append(dict(sex=sex, g=self.r.choice(arabic[sex]), f=self.r.choice(arabic['M']), s=self.r.choice(arabic['S']), day=self.r.randint(0, 900), place=self.r.choice(places), town=self.r.choice(self.towns), age=self.r.randint(1, 75)))
        files = self.again(things, lambda: self.r.choice([1, 1, 2, 2, 3, 4]))
        for _, p in files[0]:
            how = self.r.randrange(4)
            father = p['f'][how] if self.chance(.7) else ''
            p['name'] = ' '.join(x for x in (p['g'][how], father, p['s'][how]) if x)
            if how < 3: self.err(p, .06, 'name')
            day = p['day'] + (self.r.choice([-2, -1, 0, 0, 0, 0, 0, 1, 3]))
            y, m, d = 2011 + day // 336, day // 28 % 12 + 1, day % 28 + 1
            p['died'] = f'{y}-{m:02d}-{d:02d}'
            p['where'], p['_land'] = self.r.choice(p['place']), p['place'][0]
            p['old'] = str(p['age'] + self.r.choice([-1, 0, 0, 0, 1])) if self.chance(.5) else ''
            p['gender'] = {'M': 'Male', 'F': 'Female'}[p['sex']]
            p['_forename'], p['_middle'], p['_surname'] = p['g'][0] if how == 3 else p['g'][how], father and (p['f'][0] if how == 3 else father), p['s'][0] if how == 3 else p['s'][how]
            p['site'] = p['town'] if self.chance(.5) else ''
            p['list'] = 'ABCD'[how]
        self.out(files, ('list full_name=name sex=gender age=old date_of_death=died governorate=where location=site',), 'forename middle surname gender old died land site')


SHAPES = (Further.settlements, Further.soldiers, Further.films, Further.residents, Further.affiliations, Further.coded, Further.split_dates, Further.enumerations, Further.panel, Further.casualties)
NAMES = [name_of(shape) for shape in SHAPES]


def write(folder, seed):
    Further(folder, seed).write(SHAPES)


if __name__ == '__main__':
    main(write)
