"""Six more made-up sets, as a stranger might bring them: patients, customers, papers, groceries, schools, and names of other alphabets; written before anything was run on them.

stranger_shapes.py FOLDER [SEED]
"""
from further_shapes import Further
from shapes import MONTHS, SHORT, main, name_of

NAMES_OF = dict(
    M=[('Volodymyr', 'Vladimir', 'Wolodymyr'), ('Oleksandr', 'Aleksandr', 'Alexander'), ('Serhii', 'Sergey', 'Sergei'), ('Andrii', 'Andrey', 'Andrej'), ('Yevhen', 'Evgeny', 'Jewgenij'), ('Dmytro', 'Dmitry', 'Dmitrij'), ('Mykola', 'Nikolay', 'Nikolai'),
       ('Giorgos', 'Georgios', 'Yorgos'), ('Ioannis', 'Yannis', 'Giannis'), ('Dimitrios', 'Dimitris', 'Demetrios'), ('Yusuf', 'Youssef', 'Jusuf'), ('Muhammad', 'Mohamed', 'Mehmet'), ('Khalil', 'Halil', 'Khaleel'), ('Xiaoming', 'Hsiao-ming', 'Siuming'), ('Jun', 'Chun', 'Joon')],
    F=[('Olena', 'Elena', 'Helena'), ('Nataliia', 'Natalia', 'Natalya'), ('Yuliia', 'Julia', 'Iulia'), ('Kateryna', 'Ekaterina', 'Katerina'), ('Hanna', 'Anna', 'Ganna'), ('Sofiia', 'Sofya', 'Sophia'), ('Aikaterini', 'Katerina', 'Ekaterini'), ('Eleni', 'Helen', 'Eleny'),
       ('Khadija', 'Hatice', 'Chadidscha'), ('Aisha', 'Ayşe', 'Aicha'), ('Xiuying', 'Hsiu-ying', 'Sauying'), ('Qian', 'Chien', 'Chin')],
    S=[('Kovalenko', 'Kowalenko', 'Kovalenka'), ('Shevchenko', 'Chevtchenko', 'Schewtschenko'), ('Tkachuk', 'Tkaczuk', 'Tkatschuk'), ('Zhuk', 'Joukov', 'Schuk'), ('Tsymbal', 'Cymbal', 'Zymbal'), ('Yushchenko', 'Iouchtchenko', 'Juschtschenko'), ('Hryhorenko', 'Grigorenko', 'Grygorenko'),
       ('Papadopoulos', 'Papadopulos', 'Papadopoulou'), ('Hatzis', 'Chatzis', 'Xatzis'), ('Vasileiou', 'Vassiliou', 'Basiliou'), ('al-Sharif', 'Elsherif', 'Asch-Scharif'), ('Yilmaz', 'Yılmaz', 'Jilmaz'), ('Hosseini', 'Huseyni', 'Husaini'), ('Zhang', 'Chang', 'Cheung'), ('Xu', 'Hsu', 'Hui'), ('Zhou', 'Chou', 'Chow'), ('Qiu', "Ch'iu", 'Yau')])
JOURNALS = [('Journal of Applied Ecology', 'J. Appl. Ecol.'), ('Annals of Surgery', 'Ann Surg'), ('Social Science and Medicine', 'Soc. Sci. Med.'), ('International Journal of Epidemiology', 'Int J Epidemiol'), ('Computers in Biology', 'Comput. Biol.'), ('Child Development', 'Child Dev.'),
            ('The British Journal of Social Work', 'Br J Soc Work'), ('Proceedings of the Royal Society B', 'Proc. R. Soc. B')]
TOPICS = 'asthma sleep obesity housing poverty reading memory attachment injury vaccination diabetes migration stress nutrition kinship foster care adolescence parenting speech vision'.split()
DESIGNS = ['a cohort study', 'a systematic review', 'results of a trial', 'a longitudinal analysis', 'a qualitative study', 'evidence from registers', 'a pilot study', 'part I', 'part II']
WHERE = ['in rural areas', 'in early childhood', 'among siblings', 'in twelve countries', 'after birth', 'in schools', 'in Scotland', 'in Wales', 'in the north of England']
FOODS = ['Baked Beans', 'Chopped Tomatoes', 'Tomato Ketchup', 'Strawberry Jam', 'Smooth Peanut Butter', 'Crunchy Peanut Butter', 'Basmati Rice', 'Long Grain Rice', 'Fusilli Pasta', 'Olive Oil', 'Orange Juice', 'Apple Juice', 'Corn Flakes', 'Porridge Oats', 'Green Tea', 'Ground Coffee', 'Dark Chocolate', 'Milk Chocolate', 'Washing Liquid', 'Toothpaste']


class Strangers(Further):
    def wards(self):
        """Two hospitals: other columns and other numbers of patients; one has names in one cell with titles, dates with words; national numbers for some."""
        files = self.two(self.people(5200), .5)
        for f in (0, 1):
            for _, p in files[f]:
                self.live(p, .15, .05)
                self.err(p, .05, 'forename', 'surname', 'dob', 'nhs', 'postcode')
                if self.chance(.15) and p['forename'] in SHORT: p['forename'] = self.r.choice(SHORT[p['forename']])
                p['number'] = self.digits(6, 'RX' if f else '10')
                y, m, d = p['dob'].split('-')
                p['when'] = f'{d}-{MONTHS[int(m) % 12 - 1][:3].upper()}-{y[2:] if self.chance(.1) else y}' if f else f'{d}/{m}/{y}'
                p['label'] = f'{p["surname"].upper()}, {p["forename"]} ({self.title(p)})'
                p['practice'] = self.surgeries[sum(map(ord, p['postcode'])) % len(self.surgeries)]
                p['gender'] = {'M': 'Male', 'F': 'Female'}[p['sex']] if f else p['sex']
                self.lose(p, .45 if f else .2, 'nhs')
                self.lose(p, .1, 'postcode', 'practice')
                self.lose(p, .3, 'mobile')
        self.out(files, ('hospital_number=number nhs_no=nhs surname forename date_of_birth=when gender postcode gp_practice=practice mobile', 'PatientID=number NHS_Number=nhs Patient=label Birth=when Sex=gender Zip_Code=postcode Contact_Tel=mobile'),
                 'nhs surname forename dob sex postcode mobile')

    def customers(self):
        """One file of a shop's customers, typed by themselves: families and offices with one telephone, an address of e-mail for half, a first name alone or an initial, the same customer up to six times."""
        offices = [(self.digits(7, '0117'), self.r.choice(self.streets)) for _ in range(60)]
        files = self.again(self.people(3400, 2), lambda: self.often(6, .9))
        for _, p in files[0]:
            if self.chance(.08):
                p['phone'], (street, town) = self.r.choice(offices)
                p.update(address=f'{self.r.randint(1, 9)} {street}', town=self.towns[town])
            self.live(p, .1, .03)
            if self.chance(.3) and p['forename'] in SHORT: p['forename'] = self.r.choice(SHORT[p['forename']])
            if self.chance(.07): p['forename'] = p['forename'][0]
            self.err(p, .09, 'forename', 'surname', 'email', 'phone', 'address', 'postcode')
            p['phone'] = self.r.choice([p['phone'], '+44' + p['phone'][1:], p['phone'][:4] + ' ' + p['phone'][4:]])
            if self.chance(.2): p['forename'], p['surname'] = p['forename'].lower(), p['surname'].lower()
            p['spent'] = f'{self.r.randint(5, 400)}.{self.r.randint(10, 99)}'
            p['joined'] = self.date(self.r.randint(2015, 2023))
            self.lose(p, .5, 'email')
            self.lose(p, .25, 'phone', 'address')
            if not p['address']: p['postcode'] = ''
            p['_phone'] = '0' + p['phone'].replace(' ', '')[-10:] if p['phone'] else ''
        self.out(files, ('first_name=forename last_name=surname email phone address town postcode created=joined total_spent=spent',), 'forename surname email phone address town postcode')

    def publications(self):
        """Two lists of papers: titles without what follows the colon, parts I and II, journals cut short, authors with initials, DOIs as links for some, years of print and of the web."""
        writers = [(self.given('MF'[i % 2], 1980), self.family()) for i in range(900)]
        things = []
        for _ in range(3000):
            a, b = self.r.sample(TOPICS, 2)
            p = dict(first=f'{a} and {b} {self.r.choice(WHERE)}'.capitalize(), rest=self.r.choice(DESIGNS), who=self.r.sample(writers, self.r.choice([1, 2, 3, 4, 6])), journal=self.r.choice(JOURNALS), year=self.r.randint(1990, 2023), volume=self.r.randint(1, 60), page=self.r.randint(1, 900), doi='10.' + self.digits(4) + '/' + self.digits(6, 'x.'))
            p['pages'] = p['page'] + self.r.randint(4, 20)
            things.append(p)
            if p['rest'] == 'part I' and self.chance(.8): things.append(dict(p, rest='part II', page=p['pages'] + 1, pages=p['pages'] + 14, doi=p['doi'][:-1] + self.digits(1)))
        files = self.two(things, .45)
        for f in (0, 1):
            for _, p in files[f]:
                p['title'] = p['first'] + (': ' + p['rest'] if p['rest'].startswith('part') or self.chance(.8) else '')
                self.err(p, .06, 'title')
                if f and self.chance(.3): p['title'] = p['title'].title()
                many = p['who'] if len(p['who']) < 4 or f else p['who'][:3]
                p['authors'] = '; '.join(f'{s}, {g[0]}.' for g, s in many) if f else ', '.join(f'{g} {s}' for g, s in many) + (' et al' if len(many) < len(p['who']) else '')
                p['venue'] = p['journal'][f]
                p['made'] = str(p['year'] + (self.r.choice([-1, 1]) if self.chance(.12) else 0))
                p['at'] = f'{p["page"]}-{p["pages"]}' if not f else f'pp. {p["page"]}–{str(p["pages"])[-2:]}'
                p['link'] = self.r.choice(['https://doi.org/', 'doi:', '']) + p['doi'] if f else p['doi']
                self.lose(p, .5, 'link')
                self.lose(p, .2, 'at', 'volume')
                p['_doi'] = p['doi'] if p['link'] else ''
                p['_lead'] = p['who'][0][1]
                p['_page'] = str(p['page']) if p['at'] else ''
                p['_venue'] = p['journal'][0]
        self.out(files, ('Title=title Authors=authors Journal=venue Year=made Volume=volume Pages=at DOI=link', 'article=title creators=authors source=venue pub_year=made pages=at url=link'), 'title lead venue made page doi')

    def groceries(self):
        """Two shops: size and number of packs in the text, written in other units; another size is another thing; own brands, prices a little apart."""
        brands = [self.family() + self.r.choice(['', "'s", ' Farm', ' & Sons']) for _ in range(45)]
        things = []
        for _ in range(1500):
            food, brand = self.r.choice(FOODS), self.r.choice(brands)
            for size in self.r.sample([100, 200, 250, 300, 400, 415, 500, 750, 1000, 1500, 2000], self.r.choice([1, 1, 2, 3])):
                things.append(dict(food=food, brand=brand, size=size, packs=self.r.choice([1, 1, 1, 1, 4, 6]), liquid=food.endswith(('Juice', 'Oil', 'Liquid')), price=size * self.r.uniform(.004, .012) + .3))
        files = self.two(things, .5)
        for f in (0, 1):
            for _, p in files[f]:
                unit, big = ('ml', 'l') if p['liquid'] else ('g', 'kg')
                size = f'{p["size"] / 1000:g}{self.r.choice(["", " "])}{big}' if p['size'] >= 1000 and self.chance(.6) else f'{p["size"]}{self.r.choice(["", " "])}{unit}'
                packs = '' if p['packs'] == 1 else self.r.choice([f'{p["packs"]}x', f'{p["packs"]} x ', f'{p["packs"]} pack '])
                words = p['food'] if self.chance(.85) else p['food'].split()[-1]
                p['words'] = words
                self.err(p, .06, 'words')
                if f: p['label'] = f'{p["brand"].upper()} {p["words"]} {packs}{size}'
                else: p['label'], p['maker'] = f'{p["words"]} {packs}{size}', p['brand']
                p['cost'] = f'{p["price"] * p["packs"] * self.r.uniform(.9, 1.15):.2f}'
                p['aisle'] = 'Drinks' if p['food'].endswith(('Juice', 'Tea', 'Coffee')) else self.r.choice(['Food cupboard', 'Grocery'])
                p['_name'], p['_brand'], p['_size'], p['_price'] = p['words'], p['brand'], f'{p["packs"]}x{p["size"]}{unit}', p['cost']
        self.out(files, ('product=label brand=maker price=cost', 'item_description=label dept=aisle unit_price=cost'), 'name brand size price')

    def academies(self):
        """A ministry's register of schools and a county's: names with saints, church and kind written in other words, sites that moved, heads that changed, telephones with and without the area's code."""
        saints = ["St Mary's", "St John's", "St Peter's", "All Saints", "Holy Trinity", "St Joseph's"]
        kinds = [('Church of England Primary School', 'CofE Primary', 'C.E. (VA) Primary School'), ('Catholic Primary School', 'RC Primary', 'R.C. Primary School'), ('Infant School', 'Infants', 'Infant and Nursery School'), ('Junior School', 'Juniors', 'Jnr School'), ('Academy', 'Academy', 'Academy Trust'), ('High School', 'High', 'High School and Sixth Form')]
        things = []
        for _ in range(2600):
            p = dict(kind=self.r.choice(kinds), stem=self.r.choice(saints) if self.chance(.25) else self.family(), head=f'{self.given("F", 1975)} {self.family()}', tel=self.digits(6), urn=self.digits(5, '1'), pupils=self.r.randint(40, 1500))
            self.home(p)
            if self.chance(.3): p['stem'] = p['town']
            things.append(p)
        files = self.two(things, .6)
        for f in (0, 1):
            for _, p in files[f]:
                if self.chance(.06): self.home(p)
                if self.chance(.2): p['head'] = f'{self.given("M", 1975)} {self.family()}'
                p['name'] = f'{p["stem"]} {self.r.choice(p["kind"])}' + (f', {p["town"]}' if self.chance(.15) else '')
                if f and self.chance(.3): p['name'] = p['name'].replace('St ', 'Saint ').replace("'s", 's')
                self.err(p, .06, 'name', 'address', 'head', 'postcode')
                p['phone'] = (f'01{p["tel"][:3]} {p["tel"]}' if self.chance(.6) else p['tel']) if f else f'01{p["tel"][:3]}{p["tel"]}'
                p['lead'] = self.r.choice(['Mrs ', 'Ms ', 'Mr ', '']) + (p['head'] if not f else p['head'][0] + ' ' + p['head'].split(' ', 1)[-1])
                p['roll'] = str(int(p['pupils'] * self.r.uniform(.93, 1.07)))
                self.lose(p, .25, 'phone', 'lead', 'roll')
                p['_phone'] = p['tel'] if p['phone'] else ''
                p['_head'] = p['head'].split(' ', 1)[-1] if p['lead'] else ''
        self.out(files, ('URN=urn EstablishmentName=name Street=address Town=town Postcode=postcode HeadTeacher=lead TelephoneNum=phone NumberOfPupils=roll', 'school=name address town post_code=postcode principal=lead phone roll'), 'name address town postcode head phone roll')

    def migrants(self):
        """Three offices' people in one file: each name as one of three countries spells it, dates and towns of birth, the month and the day 01-01 where not known, a file number of the office."""
        things = []
        for _ in range(2800):
            sex = self.r.choice('MMF')
            p = dict(sex=sex, g=self.r.choice(NAMES_OF[sex]), s=self.r.choice(NAMES_OF['S']), dob=self.date(self.r.randint(1950, 2012)), born=self.r.choice(self.towns), mobile=self.digits(7, '0777'))
            self.home(p)
            things.append(p)
        files = self.again(things, lambda: self.r.choice([1, 1, 2, 2, 3, 4]))
        for _, p in files[0]:
            how = self.r.randrange(3)
            p['forename'], p['surname'] = p['g'][how if self.chance(.9) else self.r.randrange(3)], p['s'][how if self.chance(.9) else self.r.randrange(3)]
            if self.chance(.2): self.home(p)
            if self.chance(.06): p['dob'] = p['dob'][:4] + '-01-01'
            self.err(p, .05, 'forename', 'surname', 'dob', 'born')
            p['office'] = ['Leeds', 'Lille', 'Lübeck'][how]
            p['case'] = f'{how + 1}{self.digits(5)}'
            self.lose(p, .4, 'mobile')
            self.lose(p, .25, 'born', 'address')
            if not p['address']: p['town'] = ''
        self.out(files, ('office case_no=case given_names=forename family_name=surname sex birth_date=dob birth_town=born address town mobile',), 'forename surname sex dob born address town mobile')


SHAPES = (Strangers.wards, Strangers.customers, Strangers.publications, Strangers.groceries, Strangers.academies, Strangers.migrants)
NAMES = [name_of(shape) for shape in SHAPES]


def write(folder, seed):
    Strangers(folder, seed).write(SHAPES)


if __name__ == '__main__':
    main(write)
