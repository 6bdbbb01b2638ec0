"""Seventeen more made-up sets, of shapes unlike those of shapes.py; written before anything was run on them.

more_shapes.py FOLDER [SEED]
"""
from shapes import MONTHS, NOTES, SHORT, Shapes, main, name_of

# As two ways of writing have them: that of British and American registers, and that of passports.
RUSSIAN = dict(M=[('Sergey', 'Sergei'), ('Aleksey', 'Aleksei'), ('Dmitriy', 'Dmitrii'), ('Yevgeniy', 'Evgenii'), ('Andrey', 'Andrei'), ('Yuriy', 'Iurii'), ('Nikolay', 'Nikolai'), ('Aleksandr', 'Alexander'), ('Ilya', 'Ilia'), ('Fyodor', 'Fedor'), ('Vasiliy', 'Vasilii'), ('Maksim', 'Maxim')],
               F=[('Yelena', 'Elena'), ('Yuliya', 'Iuliia'), ('Nataliya', 'Natalia'), ('Kseniya', 'Xenia'), ('Tatyana', 'Tatiana'), ('Yekaterina', 'Ekaterina'), ('Mariya', 'Maria'), ('Darya', 'Daria'), ('Anastasiya', 'Anastasia'), ('Lyudmila', 'Liudmila'), ('Sofya', 'Sofia')],
               S=[('Shcherbakov', 'Scherbakov'), ('Yershov', 'Ershov'), ('Tsvetkov', 'Cvetkov'), ('Zhukov', 'Jukov'), ('Khokhlov', 'Hohlov'), ('Solovyov', 'Solovev'), ('Kovalyov', 'Kovalev'), ('Ilyin', 'Ilin'), ('Chernyshov', 'Chernyshev'), ('Vasilyev', 'Vasiliev'), ('Grigoryev', 'Grigoriev'), ('Yefimov', 'Efimov'), ('Zaytsev', 'Zaitsev'), ('Malyshev', 'Malishev'), ('Ivanov', 'Ivanov'), ('Kuznetsov', 'Kuznetcov'), ('Semyonov', 'Semenov'), ('Alekseyev', 'Alekseev')])
ARABIC = dict(M=[('Muhammad', 'Mohamed'), ('Ahmad', 'Ahmed'), ('Mahmud', 'Mahmoud'), ('Husayn', 'Hussein'), ('Yusuf', 'Youssef'), ('Khalid', 'Khaled'), ('Abd al-Rahman', 'Abdelrahman'), ('Mustafa', 'Mostafa'), ('Ibrahim', 'Ebrahim'), ('Tariq', 'Tarek'), ('Umar', 'Omar'), ('Sulayman', 'Soliman')],
              F=[('Fatimah', 'Fatma'), ('Aishah', 'Aicha'), ('Khadijah', 'Khadiga'), ('Maryam', 'Mariam'), ('Nur', 'Nour'), ('Huda', 'Hoda'), ('Zaynab', 'Zeinab'), ('Amirah', 'Amira'), ('Ruqayyah', 'Rokaya'), ('Layla', 'Leila')],
              S=[('al-Sayyid', 'Elsayed'), ('Hasan', 'Hassan'), ('al-Masri', 'Elmasry'), ('Abd al-Aziz', 'Abdelaziz'), ('Uthman', 'Osman'), ('Nasir', 'Nasser'), ('Fuad', 'Fouad'), ('al-Najjar', 'Elnaggar'), ('Jamal', 'Gamal'), ('Salih', 'Saleh'), ('al-Shafii', 'Elshafei'), ('Mansur', 'Mansour'), ('Qasim', 'Kassem')])
CHINESE = dict(M=[('Zhiqiang', 'Chih-chiang'), ('Jianguo', 'Chien-kuo'), ('Xiaodong', 'Hsiao-tung'), ('Weiming', 'Wei-ming'), ('Junjie', 'Chun-chieh'), ('Zhonghua', 'Chung-hua'), ('Guoqing', 'Kuo-ching'), ('Haoran', 'Hao-jan')],
               F=[('Xiuying', 'Hsiu-ying'), ('Guizhen', 'Kuei-chen'), ('Yulan', 'Yu-lan'), ('Jing', 'Ching'), ('Xue', 'Hsueh'), ('Qian', 'Chien'), ('Zihan', 'Tzu-han'), ('Shuzhen', 'Shu-chen')],
               S=[('Zhang', 'Chang'), ('Chen', "Ch'en"), ('Xu', 'Hsu'), ('Zhao', 'Chao'), ('Guo', 'Kuo'), ('Deng', 'Teng'), ('Cai', 'Tsai'), ('Jiang', 'Chiang'), ('Zhu', 'Chu'), ('Xie', 'Hsieh'), ('Wang', 'Wang'), ('Liu', 'Liu'), ('Gao', 'Kao')])
READ = [('rn', 'm'), ('m', 'rn'), ('l', '1'), ('I', 'l'), ('O', '0'), ('e', 'c'), ('h', 'b'), ('cl', 'd'), ('S', '5'), ('B', '8'), ('a', 'o'), ('u', 'ii'), ('t', 'f'), ('1', 'l'), ('0', 'O'), ('5', 'S'), ('8', 'B'), ('i', 'j'), ('n', 'u'), ('w', 'vv'), ('G', 'C'), ('7', '1'), ('3', '8')]
COURSES = ['Safeguarding level 1', 'Safeguarding level 2', 'Safeguarding level 3', 'Safeguarding level 2 refresher', 'Prevent awareness', 'Information sharing', 'Domestic abuse', 'Neglect toolkit', 'First aid at work',
           'Fire safety', 'Child exploitation', 'Female genital mutilation', 'Lone working', 'Managing allegations', 'Early help assessment', 'Data protection']
STYLES = ['Pale Ale', 'India Pale Ale', 'American IPA', 'Stout', 'Imperial Stout', 'Porter', 'Best Bitter', 'Mild', 'Pilsner', 'Wheat Beer', 'Saison', 'Barley Wine', 'Amber Ale', 'Brown Ale']


class More(Shapes):
    def uk(self, date, short=False):
        """A date as people write it, each in a way of their own."""
        y, m, d = date.split('-')
        m = f'{(int(m) - 1) % 12 + 1:02d}'
        y = y[2:] if short else y
        return self.r.choice([f'{d}/{m}/{y}', f'{d}/{m}/{y}', f'{int(d)}/{int(m)}/{y}', f'{d}.{m}.{y}', f'{int(d)} {MONTHS[int(m) - 1][:3]} {y}', f'{d}-{m}-{y}'])

    def free(self, p):
        """An address as somebody says it: short forms, the order they like, things left out."""
        street = p['street']
        for a, b in (('Road', 'Rd'), ('Street', 'St'), ('Avenue', 'Ave'), ('Close', 'Cl'), ('Gardens', 'Gdns'), ('Lane', 'Ln')):
            if street.endswith(a) and self.chance(.4): street = street[:-len(a)] + b
        line = f"{p['house']} {street}"
        if p.get('flat'): line = self.r.choice([f"Flat {p['flat']}, {line}", f"{p['flat']}/{line}", f"{line} (flat {p['flat']})", line])
        parts = [line] + ([p['town']] if self.chance(.7) else []) + ([p['postcode'] if self.chance(.6) else p['postcode'].split()[0]] if self.chance(.55) else [])
        return self.r.choice(['', '', '', '', 'c/o ', 'last known at ', 'staying at ']) + self.r.choice([', ', ', ', ' ']).join(parts)

    def read(self, v, rate):
        """What a machine makes of a typed line."""
        out = v
        for a, b in READ:
            while a in out and self.chance(rate * min(1, out.count(a) / 2)):
                at = self.r.choice([i for i in range(len(out)) if out.startswith(a, i)])
                out = out[:at] + b + out[at + len(a):]
                break
        if self.chance(rate) and len(out) > 4:
            at = self.r.randrange(2, len(out) - 1)
            out = out[:at] + ' ' + out[at:]
        if self.chance(rate): out = out.replace(' ', '', 1)
        return out

    def title(self, p): return self.r.choice(['Mr', 'Mr.', 'MR']) if p['sex'] == 'M' else self.r.choice(['Mrs', 'Ms', 'Miss', 'Mrs.'])

    # ---- the shapes
    def tiny(self):
        """A small charity's one sheet of some 300 rows: names, dates in all ways, telephone, an address as said."""
        files = self.again(self.people(190), lambda: self.r.choice([1, 1, 1, 2, 2, 3, 4]))
        for _, p in files[0]:
            self.live(p, .1)
            self.err(p, .09, 'forename', 'surname', 'dob', 'phone')
            p['said'] = self.free(p)
            self.lose(p, .2, 'dob', 'phone')
            self.lose(p, .15, 'said')
            p['when'] = p['dob'] and self.uk(p['dob'])
        self.out(files, ('First_Name=forename Last_Name=surname DOB=when Phone=phone Address=said',), 'forename surname dob phone said')

    def congregations(self):
        """Two files, a quarter in both, of people of whom most share few surnames: Singh and Kaur, Begum and Khan, Nguyen; 1 January for one in twelve."""
        pools = [(['Gurpreet', 'Harpreet', 'Jaspreet', 'Manpreet', 'Amandeep', 'Sandeep', 'Kuldeep', 'Baljit', 'Ranjit', 'Harjit', 'Simran', 'Navdeep', 'Sukhdeep', 'Parminder', 'Jasvinder', 'Kulwinder', 'Rajinder', 'Mandeep', 'Gagandeep', 'Inderjit'], dict(M=['Singh'] * 9 + ['Gill', 'Sandhu'], F=['Kaur'] * 9 + ['Gill', 'Dhillon'])),
                 (['Mohammed', 'Mohammed', 'Mohammed', 'Ali', 'Imran', 'Adeel', 'Bilal', 'Usman', 'Hamza', 'Zain', 'Fatima', 'Ayesha', 'Nasreen', 'Shazia', 'Rukhsana', 'Zara', 'Sadia', 'Maryam', 'Parveen', 'Nazia'], dict(M=['Khan'] * 4 + ['Hussain'] * 3 + ['Ahmed'] * 3 + ['Ali', 'Iqbal', 'Mahmood'], F=['Begum'] * 5 + ['Bibi'] * 3 + ['Khan', 'Akhtar', 'Hussain'])),
                 (['Anh', 'Minh', 'Linh', 'Hoa', 'Thao', 'Huong', 'Tuan', 'Dung', 'Hung', 'Lan', 'Mai', 'Phuong', 'Quang', 'Thanh', 'Trang', 'Van', 'Thi Hoa', 'Thi Lan', 'Van Minh', 'Duc'], dict(M=['Nguyen'] * 5 + ['Tran', 'Le', 'Pham'], F=['Nguyen'] * 5 + ['Tran', 'Le', 'Pham']))]
        people = []
        while len(people) < 5600:
            home, pool = dict(mobile=''), self.r.choices(range(4), [40, 30, 15, 15])[0]
            self.home(home)
            for _ in range(self.r.randint(2, 6)):
                sex, year = self.r.choice('MF'), self.r.randint(1945, 2020)
                p = self.person(dict(home), sex, self.family(), year)
                if pool < 3:
                    names, last = pools[pool]
                    p['forename'], p['surname'] = self.r.choice(names if pool == 0 or pool == 2 else names[:10] if sex == 'M' else names[10:]), self.r.choice(last[sex])
                if self.chance(.08): p['dob'] = p['year'] + '-01-01'
                people.append(p)
        files = self.two(people, .25)
        for f in (0, 1):
            for _, p in files[f]:
                self.live(p, .15, 0)
                if p['surname'] in ('Singh', 'Kaur', 'Begum', 'Bibi', 'Khan') and self.chance(.08): p['surname'] = self.r.choice(['Singh', 'Khan']) if p['sex'] == 'M' else self.r.choice(['Kaur', 'Begum'])
                if p['forename'] == 'Mohammed': p['forename'] = self.r.choice(['Mohammed', 'Muhammad', 'Mohammad', 'Md'])
                if p['surname'] == 'Nguyen' and self.chance(.15): p['forename'], p['surname'] = p['surname'], p['forename']
                self.err(p, .05, 'forename', 'surname', 'dob', 'postcode')
                self.lose(p, .06, 'dob', 'postcode')
                self.lose(p, .3, 'mobile')
                p['when'] = p['dob'] and '/'.join(reversed(p['dob'].split('-')))
        self.out(files, ('forename surname dob=when sex postcode mobile', 'GivenName=forename FamilyName=surname BirthDate=dob Gender=sex PostCode=postcode Tel=mobile'), 'forename surname dob sex postcode mobile')

    def passports(self):
        """Two files of Russian, Arabic and Chinese names, each written in another way; nationality, a passport's number for a third, which changes."""
        people = []
        for _ in range(4600):
            at = self.r.randrange(3)
            sex, names = self.r.choice('MF'), (RUSSIAN, ARABIC, CHINESE)[at]
            p = self.person(dict(), sex, '', self.r.randint(1950, 2018))
            p['names'], p['tongue'] = (self.r.choice(names[sex]), self.r.choice(names['S']), self.r.choice(names['M'])), at
            p['nation'] = self.r.choice((['Russia', 'Russia', 'Kazakhstan', 'Latvia'], ['Egypt', 'Iraq', 'Syria', 'Sudan'], ['China', 'China', 'Hong Kong', 'Taiwan'])[at])
            p['passport'] = self.digits(8, self.r.choice('ABCEGP'))
            self.home(p)
            people.append(p)
        files = self.two(people, .5)
        for f in (0, 1):
            for _, p in files[f]:
                way = f if self.chance(.8) else 1 - f
                given, last, father = (n[way] for n in p['names'])
                if p['tongue'] == 0 and p['sex'] == 'F': last += 'a'
                if p['tongue'] == 1 and self.chance(.3): given += ' ' + father
                if p['tongue'] == 2 and self.chance(.25): given, last = last, given
                p['forename'], p['surname'] = given, last
                if f and self.chance(.15): p['passport'] = self.digits(8, 'P')
                if self.chance(.2): self.home(p)
                self.err(p, .04, 'forename', 'surname', 'dob')
                self.lose(p, .65, 'passport')
                self.lose(p, .08, 'dob', 'nation')
                p['when'] = p['dob'] and self.uk(p['dob'])
                p['called'] = f"{p['surname'].upper()} {p['forename']}"
        self.out(files, ('forename surname date_of_birth=when sex nationality=nation passport_no=passport town', 'name=called dob gender=sex country=nation document=passport city=town'), 'forename surname dob sex nation passport town')

    def cards(self):
        """Typed cards that a machine read, MR JOHN A SMITH, beside a database: each line of a card may be misread."""
        files = self.two(self.people(5200), .5)
        for f in (0, 1):
            for _, p in files[f]:
                self.live(p, .12)
                if f:
                    self.err(p, .03, 'forename', 'surname', 'dob', 'postcode')
                    self.lose(p, .1, 'postcode', 'dob')
                    continue
                self.lose(p, .15, 'dob')
                rate = self.r.choice([.01, .03, .07])
                y, m, d = p['dob'].split('-') if p['dob'] else ('', '', '')
                middle = p['middle'][:1]
                line = ' '.join(x for x in (self.title(p), p['forename'], middle, p['surname']) if x)
                p['line'] = self.read(line, rate).upper()
                words = p['line'].split()
                p['_forename'], p['_surname'] = (words[1] if len(words) > 2 else words[0]), words[-1]
                p['born'] = p['dob'] and self.read(f'{d}/{m}/{y}', rate)
                p['lives'] = self.read(f"{p['address']}, {p['town']} {p['postcode']}", rate)
                p['address'] = p['lives'].split(',')[0]
                p['postcode'] = ' '.join(p['lives'].split()[-2:])
                back = p['born'].replace('l', '1').replace('O', '0').replace('S', '5').replace('B', '8').replace(' ', '').split('/')
                p['_dob'] = '-'.join(reversed(back)) if len(back) == 3 else ''
        self.out(files, ('NAME=line BORN=born ADDRESS=lives', 'forename middle=middle surname dob sex address town postcode'), 'forename surname dob address postcode')

    def one_phone(self):
        """One file, three to twelve rows a person; all of a household have one telephone, e-mail and address; a third has no date; twins."""
        people = self.people(620, 5, .12)
        first = {}
        for p in people:
            home = first.setdefault(p['phone'], p)
            p.update(mobile=home['mobile'], email=home['email'])
        files = self.again(people, lambda: self.r.randint(3, 12))
        for _, p in files[0]:
            if self.chance(.12): p['phone'] = p['mobile']
            if self.chance(.25) and p['forename'] in SHORT: p['forename'] = self.r.choice(SHORT[p['forename']])
            self.err(p, .08, 'forename', 'surname', 'dob', 'address', 'phone', 'email')
            self.lose(p, .35, 'dob')
            self.lose(p, .2, 'email', 'phone')
            p['when'] = p['dob'] and self.uk(p['dob'])
        self.out(files, ('first=forename last=surname born=when phone email address town',), 'forename surname dob phone email address town')

    def bookkeeping(self):
        """One file with columns that mislead: times of loading, users, batches, a row's checksum, a source, comments that many rows have."""
        files = self.again(self.people(4800), lambda: self.r.choice([1, 1, 1, 2, 2, 3]))
        users, loads = [self.family()[:5].lower() + self.digits(2) for _ in range(14)], [(self.date(2021), self.digits(5, 'B')) for _ in range(60)]
        for at, (_, p) in enumerate(files[0]):
            self.live(p, .12)
            self.err(p, .07, 'forename', 'surname', 'dob', 'postcode')
            self.lose(p, .07, 'dob', 'postcode')
            day, batch = self.r.choice(loads)
            p.update(loaded=f'{day}T0{self.r.randint(1, 4)}:{self.r.randint(0, 59):02d}:{self.r.randint(0, 59):02d}', batch=batch, user=self.r.choice(users), check=f'{self.r.getrandbits(128):032x}', system=self.r.choice(['LCS', 'EHM', 'EYES', 'CAPITA']),
                     note=self.r.choice(['', '', '', 'migrated', 'checked', 'see paper file', 'duplicate?', self.r.choice(NOTES).replace('#', p['town'])]), version=str(self.r.randint(1, 6)), state=self.r.choice(['A', 'A', 'A', 'C']), row=str(100000 + at))
        self.out(files, ('row_no=row forename surname dob postcode source_system=system load_batch=batch loaded_at=loaded created_by=user record_status=state version row_hash=check comments=note',), 'forename surname dob postcode')

    def bare(self):
        """One file of twenty columns, nearly all empty: names, half of the dates, and of anything else one value in eight."""
        files = self.again(self.people(4200), lambda: self.r.choice([1, 1, 2, 2, 3]))
        for _, p in files[0]:
            self.live(p, .08)
            p['nation'], p['alias'], p['school'], p['surgery'] = self.r.choice(['British', 'British', 'British', 'Polish', 'Irish']), p['middle'] and p['middle'][:4], p['town'] + ' Primary School', self.surgeries[sum(map(ord, p['phone'])) % 14]
            p['upn'], p['mother'] = self.r.choice('ABCDEFGH') + p['nhs'] + '12', self.family()
            self.err(p, .05, 'forename', 'surname', 'dob', 'postcode', 'address', 'nhs', 'mobile', 'email')
            self.lose(p, .45, 'dob')
            self.lose(p, .87, 'middle', 'alias', 'nation', 'school', 'surgery', 'upn', 'mother', 'nhs', 'mobile', 'phone', 'email', 'address', 'town', 'postcode', 'place', 'job')
            self.lose(p, .3, 'sex')
        self.out(files, ('forename surname middle_name=middle known_as=alias dob sex nationality=nation place_of_birth=place nhs_no=nhs upn mobile home_phone=phone email address town postcode school gp_surgery=surgery mother_surname=mother occupation=job',),
                 'forename surname middle dob sex nation place nhs upn mobile phone email address town postcode school surgery job')

    def courses(self):
        """Training of staff, one row a course: person, employer, course, its date, trainer; one to ten rows a person, names and e-mails in many ways."""
        employers = [self.r.choice(self.towns) + ' ' + k for k in ('Primary School', 'Council', 'NHS Trust', 'Nursery', 'Police', 'Academy', 'Children\'s Centre') for _ in range(9)]
        sessions = [(self.r.choice(COURSES), self.date(self.r.randint(2017, 2023)), self.family() + ', ' + self.given('F', 1970)) for _ in range(260)]
        people = [dict(p, employer=self.r.choice(employers), role=self.r.choice(['Teacher', 'Teaching assistant', 'Social worker', 'Health visitor', 'Nurse', 'Manager', 'Administrator', 'Police officer'])) for p in self.people(1900, 0)]
        files = self.again(people, lambda: min(10, 1 + int(self.r.expovariate(.45))))
        for _, p in files[0]:
            p['course'], p['day'], p['trainer'] = self.r.choice(sessions)
            if self.chance(.1): p['employer'] = self.r.choice(employers)
            if self.chance(.2): p['role'] = self.r.choice(['', 'Staff', 'Manager'])
            if self.chance(.2) and p['forename'] in SHORT: p['forename'] = self.r.choice(SHORT[p['forename']])
            if p['sex'] == 'F' and self.chance(.03): p['surname'] = self.family()
            self.err(p, .05, 'forename', 'surname', 'employer', 'email')
            self.lose(p, .4, 'email')
            p['who'] = self.r.choice([f"{p['forename']} {p['surname']}"] * 4 + [f"{p['surname']}, {p['forename']}", f"{self.title(p)} {p['forename']} {p['surname']}", f"{p['forename'][0]} {p['surname']}"])
        self.out(files, ('Delegate=who Email=email Organisation=employer Job_Role=role Course=course Date=day Trainer=trainer',), 'forename surname email employer role')

    def referrals(self):
        """Referrals, with a full name, age on a day and school, and a register with dates of birth: other columns, one in twelve in both."""
        schools = [t + k for t in self.towns for k in (' Primary School', ' Academy')]
        people = []
        for p in self.people(9000, 4):
            if int(p['year']) > 1960 and self.chance(.8): people.append(p)
        for p in people:
            p['dob'] = f"{self.r.randint(2006, 2020)}{p['dob'][4:]}"
            p['forename'] = self.given(p['sex'], 2010)
            p['school'] = schools[2 * self.towns.index(p['town']) + (int(p['dob'][:4]) < 2012)]
        files = self.two(people, .083)
        for f in (0, 1):
            for _, p in files[f]:
                self.live(p, .1, 0)
                if self.chance(.1): p['school'] = self.r.choice(schools)
                day = self.date(2023)
                p['asked'] = day
                p['age'] = str(2023 - int(p['dob'][:4]) - (p['dob'][5:] > day[5:]))
                if not f and self.chance(.06): p['age'] = str(max(0, int(p['age']) + self.r.choice([-1, 1])))
                if not f and self.chance(.2) and p['forename'] in SHORT: p['forename'] = self.r.choice(SHORT[p['forename']])
                self.err(p, .06, 'forename', 'surname', 'school', 'postcode')
                self.lose(p, .2, 'school')
                if not f: self.lose(p, .3, 'postcode')
                p['year'] = str(2023 - int(p['age'])) if not f else p['dob'][:4]
                p['who'] = f"{p['forename']} {p['surname']}"
                p['when'] = '/'.join(reversed(p['dob'].split('-')))
        self.out(files, ('ChildName=who AgeAtReferral=age ReferralDate=asked Postcode=postcode School=school', 'forename surname date_of_birth=when gender=sex address postcode school'), 'forename surname year postcode school')

    def beers(self):
        """Two lists of beers: brewery written out or short, style in other words, strength, names that hold the brewery or the style."""
        kinds = ['Brewery', 'Brewing Company', 'Brewing Co.', 'Brewhouse', 'Beer Company', 'Ales']
        makers = [self.r.choice([self.family(), self.family(), self.r.choice(['Red', 'Old', 'Black', 'Iron', 'Stone']) + ' ' + self.r.choice(['Dog', 'Mill', 'River', 'Fox', 'Bridge', 'Barn'])]) for _ in range(330)]
        things = []
        for _ in range(3400):
            maker, style = self.r.choice(makers), self.r.randrange(len(STYLES))
            name = self.r.choice([f'{self.r.choice(["Old", "Golden", "Dark", "Wild", "Lazy", "Hop", "Black", "Midnight", "Summer", "Winter"])} {self.r.choice(["Tom", "Moon", "Hare", "Ale", "Harvest", "Monk", "Duke", "Storm", "Badger", "Raven", "Knight"])}', self.family(), self.given('F', 1980) + "'s", f'{maker} {STYLES[style]}', f'{self.r.choice(["Single Hop", "Barrel Aged", "Dry Hopped", "Double"])} {STYLES[style]}'])
            things.append(dict(maker=maker, kind=self.r.choice(kinds), name=name, style=style, abv=self.r.choice([3.8, 4, 4.2, 4.5, 4.8, 5, 5.2, 5.5, 6, 6.5, 7, 8, 9.5])))
        files = self.two(things, .4)
        for f in (0, 1):
            for _, p in files[f]:
                p['brewery'] = p['maker'] + ' ' + (p['kind'] if f or self.chance(.5) else self.r.choice(kinds)) if self.chance(.85) else p['maker']
                if f and self.chance(.3) and not p['name'].startswith(p['maker']): p['name'] = p['maker'] + ' ' + p['name']
                if not f and self.chance(.15): p['name'] += ' ' + STYLES[p['style']].split()[-1]
                if self.chance(.1): p['name'] += ' ' + self.r.choice(['(Cask)', '(Bottle)', '2013', '- Limited'])
                p['style'] = STYLES[p['style']] if not f else {'India Pale Ale': 'IPA', 'American IPA': 'American IPA', 'Pilsner': 'Czech Pilsener', 'Wheat Beer': 'Hefeweizen', 'Best Bitter': 'Extra Special / Strong Bitter (ESB)'}.get(STYLES[p['style']], STYLES[p['style']])
                strength = p['abv'] + (self.r.choice([-.2, .1, .2]) if self.chance(.1) else 0)
                p['abv'] = f'{strength:.1f}%' if f else f'{strength:.2f} %'
                p['_abv'] = f'{strength:.1f}'
                self.err(p, .06, 'name', 'brewery')
                self.lose(p, .12, 'abv')
                if not p['abv']: p['_abv'] = ''
        self.out(files, ('Beer_Name=name Brew_Factory_Name=brewery Style=style ABV=abv',), 'name brewery style abv')

    def whereabouts(self):
        """One file of missing people's sightings: capital names with titles, ages, an address as somebody said it; one to seven rows a person."""
        people = self.people(2600)
        for p in people: p['flat'] = str(self.r.randint(1, 9)) if self.chance(.2) else ''
        files = self.again(people, lambda: min(7, 1 + int(self.r.expovariate(.8))))
        for _, p in files[0]:
            self.live(p, .15, .02)
            said = 2023 - int(p['year']) + self.r.choice([0, 0, 0, 1])
            p['age'] = str(said + (self.r.choice([-2, -1, 1, 2]) if self.chance(.12) else 0))
            if self.chance(.15) and p['forename'] in SHORT: p['forename'] = self.r.choice(SHORT[p['forename']])
            self.err(p, .07, 'forename', 'surname', 'street')
            p['who'] = ' '.join(x for x in (self.title(p) if self.chance(.6) else '', p['forename'], p['middle'][:1] if self.chance(.3) else '', p['surname']) if x).upper()
            p['said'] = self.free(p)
            self.lose(p, .15, 'age', 'said')
        self.out(files, ('SUBJECT=who AGE=age ADDRESS=said SEX=sex',), 'forename surname age said sex')

    def visits(self):
        """Doors knocked at, one row a visit: who opened, where, when, what for; one to nine rows a person, and nothing else of them."""
        files = self.again(self.people(2300), lambda: min(9, 1 + int(self.r.expovariate(.7))))
        for _, p in files[0]:
            self.live(p, .1, .02)
            p['day'], p['worker'], p['why'] = self.date(self.r.randint(2019, 2023)), self.r.choice(self.surgeries).split()[0], self.r.choice(['Planned', 'Planned', 'Unannounced', 'Follow up', 'Missed'])
            if self.chance(.2) and p['forename'] in SHORT: p['forename'] = self.r.choice(SHORT[p['forename']])
            self.err(p, .07, 'forename', 'surname', 'address', 'postcode')
            self.lose(p, .1, 'postcode')
            p['who'] = self.r.choice([f"{p['forename']} {p['surname']}"] * 3 + [f"{self.title(p)} {p['surname']}", f"{p['forename'][0]}. {p['surname']}"])
            if p['who'].startswith('M') and p['forename'] not in p['who']: p['_forename'] = ''
        self.out(files, ('person_seen=who address town postcode visit_date=day worker purpose=why',), 'forename surname address town postcode')

    def books(self):
        """Two sellers' books: titles with subtitles and editions, authors turned or several, numbers for half, prices, pages, publishers."""
        words = 'winter garden stone river history child night light shadow house sea road war memory daughter king silver broken secret last island letter glass bone wolf'.split()
        makers = [self.family() + self.r.choice([' Press', ' Books', ' & Sons', ' Publishing']) for _ in range(60)]
        authors = [(self.given(self.r.choice('MF'), 1960), self.family()) for _ in range(900)]
        things = []
        for _ in range(3000):
            title = self.r.choice(['The ', '', 'A ', 'Of ']) + ' of the '.join(self.r.sample(words, 2)).title() if self.chance(.5) else 'The ' + ' '.join(self.r.sample(words, self.r.randint(1, 3))).title()
            things.append(dict(title=title, sub=self.r.choice(['', '', 'A Novel', 'A Memoir', 'Volume 1', 'Volume 2']), who=self.r.sample(authors, self.r.choice([1, 1, 1, 2])), maker=self.r.choice(makers), year=str(self.r.randint(1985, 2020)), pages=self.r.randint(120, 700), price=self.r.choice([6.99, 7.99, 8.99, 9.99, 12.5, 16.99, 20]), isbn=self.digits(10, '978')))
            if self.chance(.1): things.append(dict(things[-1], sub='Second Edition', year=str(int(things[-1]['year']) + 4), isbn=self.digits(10, '978'), pages=things[-1]['pages'] + 20))
        files = self.two(things, .45)
        for f in (0, 1):
            for _, p in files[f]:
                p['title'] += (': ' if f else ' - ') + p['sub'] if p['sub'] and self.chance(.75) else ''
                p['author'] = (', ' if f else ' & ').join(f'{b}, {a}' if f and len(p['who']) == 1 else f'{a} {b}' for a, b in p['who'])
                p['pages'] = str(p['pages'] + (self.r.choice([-8, 4, 12]) if self.chance(.2) else 0))
                p['price'] = f"{p['price'] * self.r.choice([1, 1, .8, 1.1]):.2f}"
                if self.chance(.1): p['year'] = str(int(p['year']) + 1)
                if f and self.chance(.3): p['maker'] = p['maker'].split()[0]
                self.err(p, .07, 'title', 'author', 'maker')
                self.lose(p, .5, 'isbn')
                self.lose(p, .15, 'pages', 'maker')
        self.out(files, ('Title=title Author=author ISBN13=isbn Publisher=maker Year=year Pages=pages Price=price', 'book_title=title written_by=author isbn publisher=maker publication_year=year page_count=pages cost=price'), 'title author isbn maker year pages price')

    def double_surnames(self):
        """Two files of Spanish and Portuguese names: two surnames in one file, one or the other in the other; the commonest are very common."""
        last = ['Garcia'] * 6 + ['Rodriguez'] * 5 + ['Gonzalez'] * 4 + ['Fernandez'] * 4 + ['Lopez'] * 4 + ['Martinez'] * 4 + ['Sanchez'] * 3 + ['Perez'] * 3 + 'Silva Santos Gomez Martin Jimenez Ruiz Hernandez Diaz Moreno Alvarez Romero Navarro Torres Ramos Gil Serrano Blanco Molina Castro Ortega Rubio Marin Sanz Iglesias Medina Cortes Castillo Santos Lozano Guerrero'.split()
        men, women = 'Jose Antonio Manuel Francisco David Juan Javier Daniel Carlos Miguel Rafael Pedro Angel Alejandro Fernando Pablo Luis Sergio Jorge Alberto'.split(), 'Maria Carmen Ana Isabel Laura Cristina Marta Lucia Elena Pilar Rosa Paula Raquel Sara Beatriz Teresa Julia Irene Patricia Silvia'.split()
        people = []
        for _ in range(5200):
            p = dict(sex=self.r.choice('MF'), dob=self.date(self.r.randint(1945, 2018)), one=self.r.choice(last), two=self.r.choice(last), mobile=self.digits(7, '0777'))
            self.home(p)
            names = men if p['sex'] == 'M' else women
            p['forename'] = ' '.join(self.r.sample(names, self.r.choice([1, 1, 2])))
            people.append(p)
        files = self.two(people, .5)
        for f in (0, 1):
            for _, p in files[f]:
                self.live(p, .15, 0)
                p['surname'] = self.r.choice([p['one'] + ' ' + p['two'], p['one'] + '-' + p['two'], p['one'] + ' ' + p['two'], p['one']]) if not f else self.r.choice([p['one'], p['one'], p['two'], p['one'] + ' ' + p['two']])
                if f and ' ' in p['forename'] and self.chance(.5): p['forename'] = p['forename'].split()[self.chance(.2)]
                if f: p['forename'] = p['forename'].replace('Maria', self.r.choice(['Maria', 'María', 'Mª', 'Ma']))
                self.err(p, .05, 'forename', 'surname', 'dob', 'postcode')
                self.lose(p, .07, 'dob', 'postcode')
                self.lose(p, .4, 'mobile')
        self.out(files, ('nombre=forename apellidos=surname fecha_nacimiento=dob sexo=sex telefono=mobile postcode', 'forename surname dob sex phone=mobile postcode'), 'forename surname dob sex mobile postcode')

    def moved_away(self):
        """Two files twelve years apart: most have moved and changed numbers, many women their names; middle names, places of birth, no number."""
        files = self.two(self.people(5600), .45)
        for _, p in files[1]:
            if self.chance(.75): self.home(p)
            p['phone'] = self.digits(7, '0117') if self.chance(.8) else p['phone']
            if p['sex'] == 'F' and self.chance(.25): p['surname'] = self.family()
        for f in (0, 1):
            for _, p in files[f]:
                if self.chance(.4): p['middle'] = p['middle'][:1]
                self.err(p, .05, 'forename', 'middle', 'surname', 'dob', 'place')
                self.lose(p, .25, 'middle', 'place')
                self.lose(p, .1, 'dob')
        self.out(files, ('forename middle surname dob sex birthplace=place address town postcode phone', 'first_names=forename second_name=middle last_name=surname birth_date=dob gender=sex place_of_birth=place addr=address city=town pcode=postcode telephone=phone'), 'forename middle surname dob sex place address town postcode phone')

    def part_dates(self):
        """One file whose dates are whole, or month and year, or a year, or about a year; names, town and a telephone for half."""
        files = self.again(self.people(4600), lambda: self.r.choice([1, 1, 2, 2, 3]))
        for _, p in files[0]:
            self.live(p, .1, .02)
            self.err(p, .05, 'forename', 'surname', 'dob', 'town', 'phone')
            y, m, d = p['dob'].split('-')
            m = f'{(int(m) - 1) % 12 + 1:02d}'
            p['when'] = self.r.choice([f'{d}/{m}/{y}'] * 4 + [f'{m}/{y}', f'{MONTHS[int(m) - 1][:3]} {y}', y, f'c. {y}', f'{y}-{m}-{d}'])
            self.lose(p, .5, 'phone')
            p['year'] = y
        self.out(files, ('forename surname born=when town phone',), 'forename surname dob town phone')

    def questionnaires(self):
        """Two surveys of the same people without address: full name, age group, year of birth, ethnicity, religion, marital status, in another order and under other names."""
        ethnic, faith, state = ['White British', 'White Other', 'Black African', 'Black Caribbean', 'Indian', 'Pakistani', 'Bangladeshi', 'Chinese', 'Mixed'], ['None', 'Christian', 'Muslim', 'Hindu', 'Sikh', 'Jewish', 'Buddhist'], ['Single', 'Married', 'Divorced', 'Widowed', 'Separated', 'Civil partnership']
        people = [dict(p, ethnic=self.r.choice(ethnic[:1] * 6 + ethnic), faith=self.r.choice(faith[:2] * 4 + faith), state=self.r.choice(state[:2] * 3 + state), area=self.r.choice(['North', 'South', 'East', 'West', 'Central'])) for p in self.people(4200) if int(p['year']) < 2005]
        files = self.two(people, .55)
        for f in (0, 1):
            for _, p in files[f]:
                if f and self.chance(.12): p['state'] = self.r.choice(state)
                if self.chance(.04): p['ethnic'] = self.r.choice(ethnic)
                if self.chance(.06): p['faith'] = self.r.choice(faith)
                if self.chance(.1): p['area'] = self.r.choice(['North', 'South', 'East', 'West', 'Central'])
                if self.chance(.2) and p['forename'] in SHORT: p['forename'] = self.r.choice(SHORT[p['forename']])
                self.err(p, .07, 'forename', 'surname', 'year')
                self.lose(p, .08, 'year', 'ethnic', 'faith', 'state')
                p['who'] = f"{p['surname']}, {p['forename']}" if f else f"{p['forename']} {p['surname']}"
        self.out(files, ('respondent=who year_of_birth=year ethnic_group=ethnic faith relationship=state locality=area', 'participant=who married=state religion=faith area born_in=year background=ethnic'), 'forename surname year ethnic faith state area')


SHAPES = (More.tiny, More.congregations, More.passports, More.cards, More.one_phone, More.bookkeeping, More.bare, More.courses, More.referrals, More.beers, More.whereabouts,
          More.visits, More.books, More.double_surnames, More.moved_away, More.part_dates, More.questionnaires)
NAMES = [name_of(shape) for shape in SHAPES]


def write(folder, seed):
    More(folder, seed).write(SHAPES)


if __name__ == '__main__':
    main(write)
