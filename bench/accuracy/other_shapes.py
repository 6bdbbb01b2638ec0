"""Eleven more made-up sets, of things and people as other trades keep them; written before anything was run on them.

other_shapes.py FOLDER [SEED]
"""
from more_shapes import More
from shapes import SHORT, main, modulo_11, name_of

GREEK = dict(M='Γεώργιος Ιωάννης Κωνσταντίνος Δημήτριος Νικόλαος Παναγιώτης Βασίλειος Χρήστος Αθανάσιος Μιχαήλ Ευάγγελος Σπυρίδων Αντώνιος Ανδρέας Θεόδωρος Στυλιανός Ηλίας Πέτρος Χαράλαμπος Γρηγόριος'.split(),
             F='Μαρία Ελένη Αικατερίνη Βασιλική Σοφία Αγγελική Γεωργία Ευαγγελία Δήμητρα Ιωάννα Παρασκευή Άννα Αναστασία Κωνσταντίνα Φωτεινή Χρυσούλα Ευγενία Θεοδώρα Ειρήνη Στυλιανή'.split(),
             S='Παπαδόπουλος Παππάς Καραγιάννης Βλάχος Ιωαννίδης Οικονόμου Παπαγεωργίου Μακρής Κωνσταντινίδης Δημόπουλος Γεωργίου Γκίκας Νικολάου Χατζηδάκης Αγγελόπουλος Σταυρόπουλος Τσιρίγος Μπακογιάννης Ντόκος Ξενάκης Ψαράς Θεοδωρίδης Ζαχαρίου Λαμπρόπουλος Ρήγας Φιλίππου Καλογερόπουλος Αντωνίου Πετρίδης Χριστοδούλου Μαυρίδης Βασιλείου Τζαννετάκης Μπουρνάζος Γιαννακόπουλος Αθανασίου Στεφανίδης Δουκάκης Κυριακίδης Αναγνωστόπουλος Σαμαράς Καραμανλής'.split(),
             T='Αθήνα Θεσσαλονίκη Πάτρα Ηράκλειο Λάρισα Βόλος Ιωάννινα Χανιά Χαλκίδα Καβάλα Κατερίνη Ρόδος'.split())
PLAIN = str.maketrans('άέήίόύώϊϋΐΰΆΈΉΊΌΎΏς', 'αεηιουωιυιυΑΕΗΙΟΥΩσ')
LETTERS = dict(zip('αβγδεζηθικλμνξοπρστυφχψω', 'a v g d e z i th i k l m n x o p r s t y f ch ps o'.split()))
BY_EAR = dict(LETTERS, η='e', χ='h', υ='i', β='b', φ='ph')
LAWS = dict(GB=('Limited', 'Ltd', 'Ltd.', ''), DE=('GmbH', 'G.m.b.H.', 'Gesellschaft mbH', ''), FR=('SARL', 'S.A.R.L.', 'Sarl', ''), IT=('S.r.l.', 'SRL', 'Srl', ''), NL=('B.V.', 'BV', 'B V', ''))
COUNTRIES = dict(GB=('United Kingdom', 'UK', 'Great Britain'), DE=('Germany', 'Deutschland'), FR=('France',), IT=('Italy', 'Italia'), NL=('Netherlands', 'The Netherlands', 'Nederland'))
CITIES = dict(GB=[('London',), ('Leeds',), ('Bristol',), ('Hull', 'Kingston upon Hull')], DE=[('München', 'Munich', 'Muenchen'), ('Köln', 'Cologne', 'Koeln'), ('Nürnberg', 'Nuremberg'), ('Hamburg',)],
              FR=[('Lyon', 'Lyons'), ('Marseille',), ('Saint-Étienne', 'St Etienne'), ('Lille',)], IT=[('Torino', 'Turin'), ('Milano', 'Milan'), ('Firenze', 'Florence'), ('Bari',)], NL=[('Den Haag', 'The Hague', "'s-Gravenhage"), ('Utrecht',), ('Rotterdam',)])
ROADS = dict(GB='{s} Road|{n} {s} Street', DE='{s}straße {n}|{s}weg {n}', FR='{n} rue {s}|{n}, avenue {s}', IT='Via {s} {n}|Corso {s}, {n}', NL='{s}laan {n}|{s}straat {n}')
TRADES = ['Logistics', 'Software', 'Pharma', 'Foods', 'Textiles', 'Energy', 'Optics', 'Tools', 'Media', 'Capital']
UNIVERSITIES = [('University of ' + t, 'Univ. ' + t, t + ' University', 'Univ of ' + t + ', Dept of ') for t in 'Oxdale Marwick Tollen Brayford Sundby Castra Ruhlingen Vennes Palmera Kodai Nankow Ostrava Bergdal Lindau'.split()]
HAN = 'Wang Li Zhang Liu Chen Yang Zhao Huang Zhou Wu Xu Sun Kim Lee Park Singh Kumar Gupta Müller Schmidt García Silva Nguyen Tanaka Suzuki'.split()
PLOTS = 'winter garden stone history child light shadow sea war memory king silver island letter bone algebra botany Roman Norman medieval railway cathedral letters essays travels introduction handbook atlas survey studies'.split()


class Others(More):
    def often(self, most, rate):
        """A count with a long tail."""
        return min(most, int(self.r.paretovariate(rate)))

    def abroad(self, digits):
        """A British number as people write it, at home and from abroad."""
        return self.r.choice([f'0{digits}', f'+44{digits}', f'+44 (0){digits}', f'0044 {digits}', f'0{digits[:3]} {digits[3:6]} {digits[6:]}', f'+44 {digits[:4]} {digits[4:]}', f'(0{digits[:3]}) {digits[3:]}'])

    def latin(self, name, letters=LETTERS):
        out = name.translate(PLAIN)
        for a, b in (('ου', 'ou'), ('Ου', 'Ou'), ('ευ', 'ev'), ('Ευ', 'Ev'), ('αυ', 'av'), ('Μπ', 'B'), ('Ντ', 'D'), ('Γκ', 'G'), ('γγ', 'ng'), ('γκ', 'gk')): out = out.replace(a, b)
        return ''.join(letters.get(c) or (letters[c.lower()].capitalize() if c.lower() in letters else c) for c in out)

    def taxpayer(self):
        digits = self.digits(7, self.r.choice('01'))
        return digits + str(sum(int(c) * 2 ** (8 - i) for i, c in enumerate(digits)) % 11 % 10)

    def isbns(self):
        nine = self.digits(8, '0')
        last = modulo_11(nine)
        twelve = '978' + nine
        return nine + ('X' if last == 10 else str(last)), twelve + str(-sum(int(c) * (1, 3)[i % 2] for i, c in enumerate(twelve)) % 10)

    # ---- the shapes
    def holdings(self):
        """One catalogue of many libraries: title and statement of responsibility in one, imprint, extent, ISBN of ten or thirteen digits or both; other editions are other things."""
        makers = [(self.r.choice(self.towns), self.family() + self.r.choice([' Press', ' & Co.', ' Books', ' University Press'])) for _ in range(70)]
        things = []
        for _ in range(1900):
            a, b = self.r.sample(PLOTS, 2)
            title = self.r.choice([f'The {a} and the {b}', f'A {a} of {b}', f'{a} and {b}', f'On {a}', f'{self.family()} : {a}, {b}', f'The {a}']).capitalize()
            p = dict(title=title, who=[(self.given(self.r.choice('MF'), 1950), self.family()) for _ in range(self.r.choice([1, 1, 2]))], at=self.r.choice(makers), year=self.r.randint(1955, 2015), pages=self.r.randint(90, 700), tall=self.r.choice([18, 20, 22, 23, 24, 28]), isbn=self.isbns())
            things.append(p)
            if self.chance(.2): things.append(dict(p, year=p['year'] + self.r.randint(2, 9), pages=p['pages'] + self.r.randint(3, 40), isbn=self.isbns(), edition='2nd ed.'))
        files = self.again(things, lambda: self.often(15, 1.3))
        for _, p in files[0]:
            given, last = p['who'][0]
            said = ' and '.join(f'{g} {s}' for g, s in p['who'])
            p['author'] = self.r.choice([f'{last}, {given}', f'{last}, {given[0]}.', f'{last}, {given}, {p["year"] - 40}-', f'{given} {last}'])
            if self.chance(.08): p['title'] = p['title'].split(' : ')[0]
            self.err(p, .06, 'title', 'author')
            p['whole'] = p['title'] + self.r.choice([f' / {said}', f' / by {said}.', '', ' [electronic resource]' if self.chance(.1) else ''])
            town, maker = p['at']
            p['imprint'] = self.r.choice([f'{town} : {maker}, {p["year"]}.', f'{town}: {maker}, c{p["year"]}', f'{maker}, {p["year"]}', f'[{town}] : {maker}, [{p["year"]}]'])
            p['extent'] = self.r.choice([f'{p["pages"]} p. ; {p["tall"]} cm', f'xii, {p["pages"]} pages', f'{p["pages"]}p', f'viii,{p["pages"]}p. : ill. ; {p["tall"]}cm.'])
            p['numbers'] = self.r.choice([p['isbn'][0], p['isbn'][1], '|'.join(p['isbn']), f'{p["isbn"][0]} (hbk.)', '', ''])
            p['_title'], p['_maker'], p['_year'], p['_pages'] = p['whole'].split(' / ')[0], maker, str(p['year']), str(p['pages'])
            p['_isbn'] = p['numbers'] and p['isbn'][1]
            self.lose(p, .15, 'edition' if 'edition' in p else 'extent')
        self.out(files, ('title_statement=whole main_entry=author edition imprint physical_description=extent isbn=numbers',), 'title author maker year pages isbn')

    def offers(self):
        """Offers of many shops in one file, few products with very many: packs and units in the title, prices in two ways of writing, numbers of the trade for a third."""
        brands = [self.family() + self.r.choice(['', ' Foods', 'ex', 'o', ' Naturals']) for _ in range(90)]
        goods = [('olive oil', 'ml', [250, 500, 750, 1000]), ('shampoo', 'ml', [200, 250, 400]), ('coffee beans', 'g', [250, 500, 1000]), ('muesli', 'g', [375, 500, 750]), ('green tea', 'bags', [20, 40, 80]), ('dog food', 'g', [400, 800, 1500]), ('toothpaste', 'ml', [75, 100]), ('honey', 'g', [227, 340, 454])]
        kinds = 'organic classic extra gold mild strong lemon vanilla sensitive original dark light premium'.split()
        things = []
        for _ in range(900):
            brand, (what, unit, sizes), kind = self.r.choice(brands), self.r.choice(goods), self.r.choice(kinds)
            for size in self.r.sample(sizes, self.r.choice([1, 1, 2])):
                things.append(dict(brand=brand, what=what, unit=unit, size=size, kind=kind, price=self.r.uniform(1.5, 18), gtin=self.isbns()[1].replace('978', '501')))
        files = self.again(things, lambda: self.often(30, 1.1))
        for _, p in files[0]:
            n, u = p['size'], p['unit']
            much = self.r.choice([f'{n}{u}', f'{n} {u}', f'{n / 1000:g} {dict(ml="l", g="kg").get(u)}' if n >= 250 and u != 'bags' else f'{n}{u}', f'{n}{u.upper()}'])
            parts = self.r.choice([[p['brand'], p['kind'], p['what'], much], [p['brand'], p['what'], p['kind'], much], [p['what'].title(), p['brand'], p['kind'], '-', much], [p['brand'], p['kind'], p['what'], f'({much})', self.r.choice(['NEW', 'offer', 'BBE 2026', ''])]])
            p['title'] = ' '.join(x for x in parts if x)
            if self.chance(.15): p['title'] = p['title'].upper()
            cost = p['price'] * self.r.uniform(.85, 1.15)
            p['cost'] = self.r.choice([f'£{cost:.2f}', f'{cost:.2f}', f'{cost:.2f} GBP', f'{cost:.2f}'.replace('.', ',') + ' €'])
            p['_price'] = f'{cost:.2f}'
            p['shelf'] = self.r.choice(['Food', 'Grocery > ' + p['what'].title(), p['what'].title(), 'Household'])
            self.err(p, .06, 'title', 'brand')
            self.lose(p, .65, 'gtin')
            self.lose(p, .3, 'brand')
        self.out(files, ('offer_title=title brand price=cost category=shelf gtin',), 'title brand price gtin')

    def enterprises(self):
        """Two lists of firms in five countries: forms of law, cities in two languages, streets in each country's order, numbers of registers, tax numbers of another list made of them."""
        things = []
        for _ in range(3600):
            land = self.r.choice(list(LAWS))
            base = self.r.choice([self.family(), self.family() + '-' + self.family(), self.family()[:4] + self.r.choice(['tec', 'ia', 'on', 'sys'])])
            number = self.digits(8 if land in ('GB', 'NL') else 9 if land == 'FR' else 11 if land == 'IT' else 5)
            for trade in self.r.sample(TRADES, self.r.choice([1, 1, 1, 2])):
                street = self.r.choice(ROADS[land].split('|')).format(s=self.family(), n=self.r.randint(1, 190))
                things.append(dict(base=f'{base} {trade}', land=land, city=self.r.choice(CITIES[land]), street=street, number=number, zip=self.digits(5), site=base.lower().replace(' ', '').replace("'", '') + self.r.choice(['', '-group', trade.lower()]) + '.' + (land.lower() if land != 'GB' else 'co.uk')))
                number = str(int(number) + 7).zfill(len(number))
        files = self.two(things, .5)
        for f in (0, 1):
            for _, p in files[f]:
                self.err(p, .07, 'base', 'street')
                p['name'] = f'{p["base"]} {self.r.choice(LAWS[p["land"]]) if f else LAWS[p["land"]][0]}'.strip()
                if f and self.chance(.1): p['name'] = p['name'].replace('Logistics', 'Log.').replace('Software', 'SW').replace('Textiles', 'Tex')
                p['town'] = self.r.choice(p['city']) if f else p['city'][0]
                p['country'] = self.r.choice(COUNTRIES[p['land']]) if f else p['land']
                p['_country'] = p['land']
                if self.chance(.1): p['street'], p['zip'] = self.family() + ' ' + self.digits(2), self.digits(5)
                p['number'] = ('HRB ' + p['number'] if p['land'] == 'DE' else p['number']) if not f else p['land'] + ('12' if p['land'] == 'FR' else '') + p['number']
                p['_number'] = ''.join(c for c in p['number'] if c.isdigit())[-5:]
                p['site'] = (self.r.choice(['https://www.', 'http://', 'www.']) + p['site'] + self.r.choice(['/', '', '/en'])) if f else p['site']
                p['_site'] = p['site'].split('//')[-1].replace('www.', '').split('/')[0]
                self.lose(p, .4, 'number', 'site')
                if not p['number']: p['_number'] = ''
                if not p['site']: p['_site'] = ''
                self.lose(p, .1, 'zip', 'street')
        self.out(files, ('legal_name=name country_code=country registration_number=number registered_office=street postal_code=zip city=town website=site', 'Firma=name Country=country VAT_ID=number Address=street ZIP=zip City=town URL=site'), 'name country number street zip town site')

    def landmarks(self):
        """Two maps: chains of one name in many places, a place as two columns or as one, telephones at home and from abroad, web pages, hours."""
        chains = [self.family() + self.r.choice([' Coffee', "'s", ' Pizza', ' Pharmacy', ' Express', ' Bank']) for _ in range(30)]
        kinds = [('cafe', 'Coffee shop'), ('restaurant', 'Restaurant'), ('pharmacy', 'Chemist'), ('bank', 'Bank'), ('museum', 'Museum'), ('school', 'School'), ('fuel', 'Petrol station')]
        things = []
        for _ in range(3800):
            p = dict(kind=self.r.choice(kinds), tel=self.digits(9, self.r.choice('127')))
            self.home(p)
            at = self.towns.index(p['town'])
            p['name'] = self.r.choice(chains) if self.chance(.4) else self.r.choice([f'{self.family()} {p["kind"][1]}', f'The {self.family()}', f'{p["town"]} {p["kind"][1]}', f'{self.family()} & {self.family()}'])
            p.update(lat=51 + at * .03 + self.r.random() * .03, lon=-2 + at * .02 + self.r.random() * .03, site=p['name'].lower().replace(' ', '').replace("'", '').replace('&', 'and') + '.example')
            things.append(p)
        files = self.two(things, .45)
        for f in (0, 1):
            for _, p in files[f]:
                lat, lon = p['lat'] + self.r.gauss(0, .0003), p['lon'] + self.r.gauss(0, .0003)
                p['lat'], p['lon'] = f'{lat:.6f}', f'{lon:.6f}'
                p['at'] = f'{lat:.4f}, {lon:.4f}'
                p['_lat'], p['_lon'] = f'{lat:.3f}', f'{lon:.3f}'
                p['sort'] = p['kind'][f]
                if self.chance(.15): p['name'] = p['name'].replace('The ', '').replace("'s", 's').replace(' & ', ' and ')
                if f and self.chance(.1): p['name'] += ' ' + p['town']
                self.err(p, .07, 'name', 'address')
                p['phone'] = self.abroad(p['tel']) if f else '0' + p['tel']
                p['_phone'] = p['tel']
                p['web'] = self.r.choice(['https://www.', 'http://', '']) + p['site'] + self.r.choice(['', '/', '/' + p['town'].lower().replace(' ', '-')]) if self.chance(.5) else ''
                p['hours'] = self.r.choice(['Mo-Fr 09:00-17:00', 'Mo-Sa 08:00-18:00', '24/7', '', ''])
                self.lose(p, .45, 'phone')
                if not p['phone']: p['_phone'] = ''
                self.lose(p, .25, 'address')
        self.out(files, ('name amenity=sort lat lon phone website=web opening_hours=hours addr_street=address', 'title=name category=sort coordinates=at telephone=phone url=web address town'), 'name lat lon phone address')

    def leads(self):
        """A sales list of one file: half of nearly every column empty, names in one or two columns, firms' e-mail, telephones at home and from abroad, a few entered thirty times."""
        firms = [self.family() + self.r.choice([' Ltd', ' Group', ' & Co', ' Consulting', ' Partners']) for _ in range(700)]
        things = [dict(p, firm=self.r.choice(firms), tel=self.digits(9, '7')) for p in self.people(3000, 0)]
        for p in things:
            host = p['firm'].lower().replace(' ltd', '').replace(' & co', '').replace(' ', '').replace("'", '') + '.example'
            p['work'] = self.r.choice([f'{p["forename"]}.{p["surname"]}', f'{p["forename"][0]}{p["surname"]}', p['forename']]).lower().replace(' ', '').replace("'", '') + '@' + host
        files = self.again(things, lambda: self.often(30, 1.4))
        for _, p in files[0]:
            if self.chance(.25) and p['forename'] in SHORT: p['forename'] = self.r.choice(SHORT[p['forename']])
            self.err(p, .06, 'forename', 'surname', 'firm')
            p['mail'] = p['work'] if self.chance(.7) else p['email']
            if self.chance(.04): p['mail'] = self.typo(p['mail'])
            p['phone'] = self.abroad(p['tel'])
            p['_phone'] = p['tel']
            p['firm'] = p['firm'].replace(' Ltd', self.r.choice([' Ltd', ' Limited', '']))
            p['job'] = self.r.choice([p['job'], p['job'].lower(), 'Manager', 'Director'])
            p['made'] = self.date(2022)
            p['origin'] = self.r.choice(['web', 'fair', 'call', 'import 2019'])
            p['_forename'], p['_surname'] = p['forename'], p['surname']
            if self.chance(.3): p['who'], p['forename'], p['surname'] = f'{p["forename"]} {p["surname"]}', '', ''
            elif self.chance(.2): p['surname'] = p['_surname'] = ''
            self.lose(p, .45, 'mail', 'phone')
            if not p['phone']: p['_phone'] = ''
            self.lose(p, .4, 'firm', 'job', 'town')
        self.out(files, ('Lead_Name=who First_Name=forename Last_Name=surname Company=firm Title=job Email=mail Phone=phone City=town Lead_Source=origin Created=made',), 'forename surname firm mail phone town')

    def hellenes(self):
        """Two files of Greeks, one in Greek letters, one in Latin by rule or by ear: father's name, tax number for half, dates in three styles, town in both scripts."""
        things = []
        for _ in range(4200):
            sex = self.r.choice('MF')
            last = self.r.choice(GREEK['S'])
            if sex == 'F': last = last[:-3] + 'ου' if last.endswith('ος') and last.endswith('πουλος') else last[:-1] if last.endswith(('ης', 'ας')) else last[:-2] + 'ου' if last.endswith('ος') else last
            things.append(dict(sex=sex, forename=self.r.choice(GREEK[sex]), surname=last, father=self.r.choice(GREEK['M']), dob=self.date(self.r.randint(1935, 2015)), town=self.r.choice(GREEK['T']), tax=self.taxpayer(), tel=self.digits(8, '69')))
        files = self.two(things, .45)
        for f in (0, 1):
            for _, p in files[f]:
                if f:
                    way = LETTERS if self.chance(.7) else BY_EAR
                    for c in ('forename', 'surname', 'father', 'town'): p[c] = self.latin(p[c], way)
                self.err(p, .05, 'forename', 'surname', 'father', 'dob')
                if self.chance(.15): p['tel'] = self.digits(8, '69')
                p['phone'] = ('+30 ' if f and self.chance(.7) else '') + p['tel']
                p['_phone'] = p['tel']
                for c in ('forename', 'surname', 'father', 'town'): p['_' + c] = p[c] if f else self.latin(p[c])
                self.lose(p, .5, 'tax', 'tel')
                if not p['tel']: p['phone'] = p['_phone'] = ''
                self.lose(p, .12, 'father', 'dob')
                if not p['father']: p['_father'] = ''
                p['when'] = p['dob'] and (self.uk(p['dob']) if f else '/'.join(reversed(p['dob'].split('-'))))
        self.out(files, ('Επώνυμο=surname Όνομα=forename Πατρώνυμο=father Ημερομηνία_γέννησης=when ΑΦΜ=tax Τηλέφωνο=phone Πόλη=town', 'Surname=surname FirstName=forename FathersName=father DateOfBirth=when TaxNumber=tax Mobile=phone City=town'), 'forename surname father dob tax phone town')

    def scholars(self):
        """Authors of papers, one row a mention: few surnames that very many have, initials, those who wrote too, affiliations in their own words, e-mail for one in six."""
        things = []
        groups = [[(self.r.choice(HAN) if self.chance(.6) else self.family(), self.given(self.r.choice('MF'), 1970)) for _ in range(self.r.randint(3, 8))] for _ in range(330)]
        for group in groups:
            place, field = self.r.choice(UNIVERSITIES), self.r.choice(['Physics', 'Oncology', 'Economics', 'Geology', 'Statistics', 'Chemistry'])
            for last, given in group:
                things.append(dict(last=last, given=given, others=[g for g in group if g != (last, given)], place=place, field=field, mail=f'{given[0]}.{last}@{place[2].split()[0]}.example'.lower().replace(' ', ''), from_=self.r.randint(1985, 2010)))
        files = self.again(things, lambda: self.often(40, .9))
        for _, p in files[0]:
            if self.chance(.06): p['place'] = self.r.choice(UNIVERSITIES)
            way = self.r.randrange(4)
            p['author'] = [f'{p["last"]}, {p["given"]}', f'{p["given"]} {p["last"]}', f'{p["last"]}, {p["given"][0]}.', f'{p["given"][0]}. {p["last"]}'][way]
            if self.chance(.04): p['author'] = self.typo(p['author'])
            known = self.r.sample(p['others'], min(len(p['others']), self.r.randint(0, 4)))
            p['with'] = '; '.join(f'{b}, {a[0]}.' for b, a in known)
            p['where'] = p['place'][self.r.randrange(4)]
            if p['where'].endswith('of '): p['where'] += p['field']
            p['year'] = str(p['from_'] + self.r.randint(0, 14))
            p['venue'] = self.r.choice([f'Journal of {p["field"]}', f'J. {p["field"][:4]}.', f'{p["field"]} Letters', f'Annals of {p["field"]}'])
            p['title'] = ' '.join(self.r.sample(PLOTS, self.r.randint(3, 6))).capitalize()
            self.lose(p, .84, 'mail')
            self.lose(p, .2, 'where')
            p['_initial'], p['_surname'], p['inst'], p['coauthors'] = p['given'][0], p['last'], p['where'], p['with']
        self.out(files, ('author_name=author coauthors=with affiliation=where paper_title=title journal=venue pub_year=year email=mail',), 'initial surname coauthors inst venue mail')

    def admissions(self):
        """A hospital's stays, one row a stay, a few patients with sixty: days, wards and diagnoses that differ each time, a number with or without zeros in front, date of birth in three styles."""
        files = self.again([dict(p, mrn=self.digits(6, '00')) for p in self.people(1700, 3, .06)], lambda: self.often(60, .95))
        for _, p in files[0]:
            self.live(p, .08, .02)
            self.err(p, .05, 'forename', 'surname', 'dob', 'postcode')
            p['number'] = self.r.choice([p['mrn'], p['mrn'].lstrip('0') or '0', 'H' + p['mrn']])
            p['_mrn'] = p['mrn']
            day = self.date(self.r.randint(2015, 2023))
            p.update(came='/'.join(reversed(day.split('-'))), stay=str(int(self.r.expovariate(.3))), ward=self.r.choice(['A1', 'B2', 'C7', 'ITU', 'Maternity', 'AMU']), code=self.r.choice('AEIJKMR') + self.digits(2) + '.' + self.digits(1), pulse=str(self.r.randint(55, 120)))
            p['when'] = p['dob'] and self.uk(p['dob'], self.chance(.15))
            self.lose(p, .6, 'number')
            if not p['number']: p['_mrn'] = ''
            self.lose(p, .06, 'dob', 'postcode')
            if not p['dob']: p['when'] = ''
        self.out(files, ('HospNo=number PtSurname=surname PtForename=forename Birth=when Sex=sex PtPostcode=postcode AdmDate=came LOS=stay Ward=ward ICD10=code HR=pulse',), 'forename surname dob sex postcode mrn')

    def runners(self):
        """Results of races, one row a start: name in one column, club written in three ways, class of age that goes on, times, start numbers; no date."""
        clubs = [(f'{t} Harriers', f'{t} H', f'{t} Harr.') for t in self.towns] + [(f'{t} Running Club', f'{t} RC', f'{t} Runners') for t in self.towns]
        people = [dict(p, club=self.r.choice(clubs), speed=self.r.gauss(50, 8)) for p in self.people(1500, 2) if int(p['year']) < 2004]
        files = self.again(people, lambda: self.often(45, .9))
        for _, p in files[0]:
            when = self.r.randint(2014, 2023)
            old = when - int(p['year'])
            p['class'] = ('M' if p['sex'] == 'M' else 'W') + ('' if old < 35 else str(old // 5 * 5))
            if self.chance(.05): p['club'] = self.r.choice(clubs)
            p['team'] = self.r.choice(p['club'])
            if self.chance(.2) and p['forename'] in SHORT: p['forename'] = self.r.choice(SHORT[p['forename']])
            self.err(p, .05, 'forename', 'surname')
            p['who'] = self.r.choice([f'{p["forename"]} {p["surname"]}', f'{p["forename"]} {p["surname"]}', f'{p["surname"].upper()} {p["forename"]}', f'{p["forename"][0]} {p["surname"]}' if self.chance(.2) else f'{p["surname"]}, {p["forename"]}'])
            seconds = int(60 * (p['speed'] + self.r.gauss(0, 2)))
            p.update(time=f'0:{seconds // 60:02d}:{seconds % 60:02d}', bib=str(self.r.randint(1, 1500)), race=f'{self.r.choice(self.towns)} 10k {when}', held=str(when), place=str(self.r.randint(1, 900)))
            self.lose(p, .2, 'team')
            p['year'] = str(when - old)
            p['_class'] = p['class'][:1]
        self.out(files, ('pos=place bib athlete=who category=class club=team finish_time=time event=race season=held',), 'forename surname class team')

    def lines(self):
        """One column: a person as somebody typed it in one line, name, date, address and telephone in whatever order, any of them left out."""
        files = self.again(self.people(2600), lambda: self.r.choice([1, 1, 2, 2, 3, 5]))
        for _, p in files[0]:
            self.live(p, .08, .02)
            self.err(p, .05, 'forename', 'surname', 'dob', 'street', 'phone')
            self.lose(p, .15, 'dob')
            self.lose(p, .3, 'phone')
            name = self.r.choice([f'{p["forename"]} {p["surname"]}', f'{p["surname"].upper()} {p["forename"]}', f'{self.title(p)} {p["forename"]} {p["surname"]}'])
            rest = [x for x in (p['dob'] and self.r.choice(['', 'b. ', 'DOB ']) + self.uk(p['dob']), self.free(p), p['phone'] and self.r.choice(['', 'tel ', 'T: ']) + p['phone']) if x]
            if self.chance(.3): self.r.shuffle(rest)
            p['line'] = self.r.choice([', ', '; ', ' - ', ' ']).join([name, *rest])
        self.out(files, ('details=line',), 'forename surname dob address phone')

    def deeds(self):
        """Sales of houses and a register of them: a house is sold several times, owners in one cell apart by semicolons, prices with commas, numbers of titles; owners change, the house stays."""
        things = []
        for _ in range(2600):
            p = dict(title=self.r.choice(['ZX', 'QK', 'YWM']) + self.digits(6), kind=self.r.choice(['Detached', 'Terraced', 'Flat', 'Semi']), hold=self.r.choice(['Freehold', 'Leasehold']))
            self.home(p)
            p['flat'] = str(self.r.randint(1, 12)) if p['kind'] == 'Flat' else ''
            p['owners'] = [(self.given(self.r.choice('MF'), 1970), self.family()) for _ in range(3)]
            p['price'] = self.r.randint(80, 900) * 1000
            things.append(p)
            if p['flat']: things += [dict(p, flat=str(n), title=p['title'][:3] + self.digits(5), owners=[(self.given('F', 1970), self.family())] * 3) for n in self.r.sample(range(13, 20), self.r.randint(0, 3))]
        register, sales = self.two(things, .6)
        sales = [(at, dict(p)) for at, p in sales for _ in range(self.r.choice([1, 1, 2, 3]))]
        for f, records in ((0, register), (1, sales)):
            for _, p in records:
                k = self.r.randint(0, 1) if f else 0
                some = p['owners'][k:k + self.r.choice([1, 2])]
                p['who'] = '; '.join(f'{b.upper()}, {a}' if f else f'{a} {b}' for a, b in some)
                self.err(p, .05, 'street', 'postcode')
                line = f'{p["house"]} {p["street"]}'
                p['whole'] = (f'Flat {p["flat"]}, ' if p['flat'] else '') + f'{line}, {p["town"]}, {p["postcode"]}'
                p['paon'], p['saon'] = p['house'], p['flat'] and self.r.choice(['FLAT ', 'APARTMENT ', '']) + p['flat']
                p['paid'] = f'{int(p["price"] * self.r.uniform(.8, 1.3)):,}'
                p['sold'] = self.date(self.r.randint(1996, 2023))
                p['_address'], p['_flat'] = line, p['flat']
                self.lose(p, .7 if f else 0, 'title')
                p['_deed'] = p['title']
        self.out((register, sales), ('TitleNumber=title PropertyAddress=whole Proprietors=who Tenure=hold', 'title_no=title price_paid=paid transfer_date=sold saon paon street=street town postcode purchaser=who type=kind tenure=hold'), 'deed flat address town postcode hold')


SHAPES = (Others.holdings, Others.offers, Others.enterprises, Others.landmarks, Others.leads, Others.hellenes, Others.scholars, Others.admissions, Others.runners, Others.lines, Others.deeds)
NAMES = [name_of(shape) for shape in SHAPES]


def write(folder, seed):
    Others(folder, seed).write(SHAPES)


if __name__ == '__main__':
    main(write)
