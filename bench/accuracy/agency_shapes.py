"""Eight more made-up sets, as agencies keep them: parties of a court, refugees, pupils beside patients, equipment, trustees, an emergency department, a Polish clinic, deaths beside benefits; written before anything was run on them.

agency_shapes.py FOLDER [SEED]

Errors are of forms and screens: a value carried over from the record before, the neighbour in a list to choose from, letters heard on the telephone, columns cut at their width, a field left at what the screen says first.
"""
import bisect
from shapes import MONTHS, SHORT, main, name_of
from stranger_shapes import Strangers

HEARD = ['MN', 'BP', 'DT', 'FS', 'VB', 'IE', 'AE', 'GJ', 'CS', 'UO']
GAELIC = [('Mc', 'Mac', 'M '), ("O'", 'Ó ', 'O '), ('Mac', 'Mc', 'Mac '), ('Fitz', 'Fitz ', 'Fits')]
STEMS = 'Carthy Donald Neill Brien Leod Kenzie Connell Reilly Gregor Sweeney Farlane Kelly Gilchrist Patrick Grath Auley Rae Guire Mahon Callaghan Loughlin Phee Innes Kay'.split()
CELTIC = dict(M=['Seán', 'Pádraig', 'Eoin', 'Hamish', 'Ruaridh', 'Iain', 'Cathal', 'Diarmuid', 'Euan', 'Alasdair', 'Conor', 'Niall', 'Tomás', 'Ciarán'], F=['Siobhán', 'Aoife', 'Catriona', 'Eilidh', 'Mairi', 'Niamh', 'Gráinne', 'Orlaith', 'Ailsa', 'Bríd', 'Caoimhe', 'Morag'])
FROM_ABROAD = dict(M=[('Mohammad', 'Mohamed', 'Mohd'), ('Ahmad', 'Ahmed', 'Ahmet'), ('Abdul Rahman', 'Abdulrahman', 'Abd al-Rahman'), ('Haile', 'Hayle', 'Hailu'), ('Tesfay', 'Tesfaye', 'Tsfay'), ('Yonas', 'Jonas', 'Yohannes'), ('Karim', 'Kareem', 'Kerim'), ('Gul Agha', 'Gulagha', 'Gul'), ('Noor', 'Nur', 'Nour'), ('Omid', 'Umid', 'Omeed'), ('Reza', 'Rezā', 'Riza'), ('Filmon', 'Philmon', 'Filimon'), ('Zabiullah', 'Zabihullah', 'Zabi'), ('Khaled', 'Khalid', 'Halid'), ('Mustafa', 'Mostafa', 'Moustapha'), ('Samir', 'Sameer', 'Semir')],
                  F=[('Fatima', 'Fatemeh', 'Fatma'), ('Zahra', 'Zehra', 'Zahraa'), ('Mariam', 'Maryam', 'Meryem'), ('Selam', 'Salam', 'Selamawit'), ('Hiwet', 'Hiwot', 'Hiyet'), ('Shirin', 'Shereen', 'Sirin'), ('Layla', 'Leila', 'Laila'), ('Rahwa', 'Rahua', 'Rahwah'), ('Amina', 'Aminah', 'Emine'), ('Nasrin', 'Nasreen', 'Nesrin')])
LANDS = [('Afghanistan', 'AFG', 'Afghan'), ('Eritrea', 'ERI', 'Eritrean'), ('Syria', 'SYR', 'Syrian'), ('Sudan', 'SDN', 'Sudanese'), ('Iran', 'IRN', 'Iranian'), ('Iraq', 'IRQ', 'Kurdish Iraqi')]
FAR_EAST = [('Nguyen', 'Thi', ['Lan', 'Huong', 'Mai', 'Linh', 'Trang']), ('Tran', 'Van', ['Minh', 'Duc', 'Long', 'Nam', 'Tuan']), ('Wong', '', ['Ka Yan', 'Chun Hei', 'Tsz Ching', 'Ho Yin']), ('Chan', '', ['Wing Sze', 'Cheuk Lam', 'Hoi Ting', 'Lok Yiu']), ('Kim', '', ['Min-jun', 'Seo-yeon', 'Ji-woo', 'Ha-eun']), ('Li', '', ['Xinyi', 'Haoran', 'Zixuan', 'Yutong'])]
KIT = [('laptop', 'Dell', ['Latitude 5420', 'Latitude 7430', 'Precision 3560']), ('laptop', 'Lenovo', ['ThinkPad T14', 'ThinkPad X13', 'ThinkPad L15']), ('laptop', 'HP', ['EliteBook 840 G8', 'ProBook 450 G9']), ('monitor', 'Dell', ['P2419H', 'U2722D']), ('monitor', 'Iiyama', ['XUB2492', 'XUB2792']), ('phone', 'Samsung', ['Galaxy A14', 'Galaxy S22']), ('phone', 'Apple', ['iPhone SE', 'iPhone 12']), ('tablet', 'Apple', ['iPad 9th gen', 'iPad Air']), ('printer', 'Brother', ['HL-L2350DW', 'MFC-L8690']), ('scanner', 'Fujitsu', ['fi-7160', 'ScanSnap iX1600'])]
IMIONA = dict(M='Jan Andrzej Piotr Krzysztof Stanisław Tomasz Paweł Józef Marcin Marek Michał Grzegorz Jerzy Tadeusz Adam Łukasz Zbigniew Ryszard Dariusz Henryk Mariusz Kazimierz Wojciech Robert Mateusz Jakub Rafał Jacek Szymon Kacper'.split(), F='Anna Maria Katarzyna Małgorzata Agnieszka Krystyna Barbara Ewa Elżbieta Zofia Janina Teresa Joanna Magdalena Monika Jadwiga Danuta Irena Halina Helena Beata Aleksandra Marta Dorota Marianna Grażyna Jolanta Stanisława Iwona Karolina Bożena'.split())
ZDROBNIENIA = dict(Katarzyna='Kasia', Małgorzata='Gosia', Krzysztof='Krzysiek', Stanisław='Staszek', Aleksandra='Ola', Magdalena='Magda', Agnieszka='Aga', Joanna='Asia', Tomasz='Tomek', Jakub='Kuba', Grzegorz='Grzesiek', Elżbieta='Ela')
NAZWISKA = 'Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski Kozłowski Jankowski Mazur Wojciechowski Kwiatkowski Krawczyk Kaczmarek Piotrowski Grabowski Zając Pawłowski Michalski Król Nowakowski Wieczorek Jabłoński Wróbel Dudek Adamczyk Majewski Olszewski Jaworski Stępień Malinowski Pawlak Górski Witkowski Walczak Sikora Rutkowski Baran Michalak Szewczyk Ostrowski Tomaszewski Pietrzak Zalewski Wróblewski Marciniak Jasiński Zawadzki Bąk Sadowski Duda Jakubowski Wilk Chmielewski Borkowski Włodarczyk Sokołowski Szczepański Sawicki Lis Kucharski Kubiak Kalinowski Mazurek Wysocki Maciejewski Czarnecki Kołodziej Urban Kaźmierczak'.split()
BARE = str.maketrans('ąćęłńóśźżĄĆĘŁŃÓŚŹŻ', 'acelnoszzACELNOSZZ')


class Agencies(Strangers):
    # ---- errors of forms and screens
    def heard(self, v):
        at = [i for i, c in enumerate(v) if i and any(c.upper() in pair for pair in HEARD)]
        if not at: return v
        i = self.r.choice(at)
        pair = self.r.choice([p for p in HEARD if v[i].upper() in p])
        other = pair[1 - pair.index(v[i].upper())]
        return v[:i] + (other if v[i].isupper() else other.lower()) + v[i + 1:]

    def picked(self, v, options):
        """The neighbour of a value in the list from which it is chosen."""
        at = bisect.bisect_left(options, v) + self.r.choice([-1, 1])
        return options[max(0, min(len(options) - 1, at))]

    def carried(self, records, rate, *fields):
        """A field that still holds what the record before had."""
        for before, after in zip(records, records[1:]):
            for f in fields:
                if self.chance(rate): after[1][f] = before[1].get(f, '')

    def misheard(self, p, rate, *fields):
        rate *= self.r.choice([.3, .3, 1, 2.5])
        for f in fields:
            if p.get(f) and self.chance(rate): p[f] = self.heard(p[f])

    def slipped(self, dob):
        """A date whose wheel stopped one too early or too late, or at the first of January."""
        y, m, d = map(int, dob.split('-'))
        kind = self.r.random()
        if kind < .4: d = max(1, min(28, d + self.r.choice([-1, 1])))
        elif kind < .7: m = max(1, min(12, m + self.r.choice([-1, 1])))
        elif kind < .9: y += self.r.choice([-1, 1, -2])
        else: m = d = 1
        return f'{y}-{m:02d}-{d:02d}'

    # ---- the shapes
    def parties(self):
        """Parties of a county court, one row a hearing: other names after aka in the same cell, solicitors, roles, a date of birth for half, an address in one line without postcode; families on both sides of a case."""
        firms = [f'{self.family()} {self.r.choice(["LLP", "& Co", "Solicitors", "Law"])}' for _ in range(40)]
        files = self.again(self.people(2600, 3), lambda: self.r.choice([1, 1, 1, 2, 2, 3, 5, 8]))
        aliases = {}
        for at, p in files[0]:
            if at not in aliases: aliases[at] = [self.r.choice(SHORT.get(p['forename'], [p['middle'] or p['forename']])) + ' ' + p['surname'], p['forename'] + ' ' + self.family()][:self.r.choice([0, 0, 0, 1, 2])]
            self.live(p, .15, .04)
            self.misheard(p, .06, 'forename', 'surname', 'address')
            others = [a for a in aliases[at] if self.chance(.6)]
            own = f'{p["forename"]} {p["middle"] + " " if p["middle"] and self.chance(.4) else ""}{p["surname"]}'
            if others and self.chance(.25): own, others[0] = others[0], own
            p['party'] = (own.upper() if self.chance(.3) else own) + ''.join(self.r.choice([' aka ', ' a.k.a. ', ' also known as ', ' (AKA ']) + a for a in others)
            p['party'] += ')' if '(AKA' in p['party'] else ''
            if self.chance(.05): p['dob'] = self.slipped(p['dob'])
            p['claim'] = self.r.choice('ABCDEFGHJK') + self.digits(2) + 'YJ' + self.digits(3)
            p['day'] = self.date(self.r.randint(2015, 2023))
            p['role'] = self.r.choice(['Claimant', 'Defendant', 'Defendant', 'Respondent', 'Applicant', 'Litigation friend'])
            p['acting'] = self.r.choice(firms) if self.chance(.5) else 'In person'
            p['abode'] = f'{p["address"]}, {p["town"]}' + (f', {p["county"]}' if self.chance(.3) else '')
            self.lose(p, .5, 'dob')
            self.lose(p, .15, 'abode')
            p['_forename'], p['_surname'] = own.split()[0], own.split()[-1]
            p['_said'] = p['abode']
        self.carried(files[0], .01, 'abode', 'acting')
        self.out(files, ('claim_no=claim hearing_date=day party_name=party capacity=role born=dob address_for_service=abode representative=acting',), 'forename surname dob said role')

    def arrivals(self):
        """A reception centre's list and a council's: names of father and grandfather instead of a surname, each spelt by whoever wrote, the first of January for half, nationality or country or its letters, families that came on one day."""
        things = []
        for _ in range(1500):
            father, grand, land, day = self.r.choice(FROM_ABROAD['M']), self.r.choice(FROM_ABROAD['M']), self.r.choice(LANDS), self.date(self.r.randint(2019, 2023))
            for _ in range(self.r.choice([1, 1, 1, 2, 4])):
                sex = self.r.choice('MMF')
                year = self.r.randint(1970, 2015)
                things.append(dict(sex=sex, g=self.r.choice(FROM_ABROAD[sex]), f=father, gf=grand, land=land, day=day, dob=f'{year}-01-01' if self.chance(.45) else self.date(year), port=self.r.choice(self.towns[:6]), tel=self.digits(7, '0745')))
        files = self.two(things, .6)
        for f in (0, 1):
            for _, p in files[f]:
                write = lambda name: name[self.r.choice([0, 1, 1, 2]) if f else self.r.choice([0, 0, 1, 2])]
                p['forename'] = write(p['g'])
                p['surname'] = write(p['f']) + (' ' + write(p['gf']) if self.chance(.4) else '')
                self.misheard(p, .05, 'forename', 'surname')
                if self.chance(.1): p['dob'] = self.slipped(p['dob'])
                if f and self.chance(.15): p['dob'] = p['dob'][:4] + '-01-01'
                p['arrived'] = p['day'] if self.chance(.8) else self.slipped(p['day'])
                p['who'] = f'{p["surname"]} {p["forename"]}' if self.chance(.3) else f'{p["forename"]} {p["surname"]}'
                p['when'] = '/'.join(reversed(p['dob'].split('-'))) if f else p['dob']
                p['from'] = p['land'][0] if not f else p['land'][self.r.choice([1, 1, 2])]
                p['_land'] = p['land'][0]
                self.lose(p, .6, 'tel')
                self.lose(p, .1, 'arrived', 'port')
                p['gender'] = p['sex'] if f else dict(M='male', F='female')[p['sex']]
        self.out(files, ('given=forename family=surname gender date_of_birth=dob nationality=from arrival_date=arrived arrival_port=port phone=tel', 'name=who sex=gender dob=when country=from entered_uk=arrived mobile=tel'), 'forename surname sex dob land arrived tel')

    def rolls(self):
        """A school's roll and a surgery's list of children: no number in common, names in another order, Vietnamese, Chinese and Korean ones turned, twins and brothers at one address, lines of an address in columns or in one without a postcode, contacts that are a mother's name."""
        things = [p for p in self.people(9000, 5, .06) if 1999 < int(p['year'])]
        while len(things) < 2600: things += [p for p in self.people(2000, 5, .06) if int(p['year']) > 1999]
        for p in things:
            p['mother'] = f'{self.given("F", 1980)} {p["surname"]}'
            p['said'] = p['forename']
            if self.chance(.22):
                family, middle, firsts = self.r.choice(FAR_EAST)
                p.update(surname=family, middle=middle, forename=self.r.choice(firsts))
        files = self.two(things, .7)
        for f in (0, 1):
            for _, p in files[f]:
                if self.chance(.12): self.home(p)
                self.misheard(p, .05, 'forename', 'surname', 'address', 'mother')
                if self.chance(.04): p['dob'] = self.slipped(p['dob'])
                if not f and self.chance(.3) and p['forename'] in SHORT: p['forename'] = self.r.choice(SHORT[p['forename']])
                if f and self.chance(.05): p['surname'] = self.family()
                order = [p['surname'], p['middle'], p['forename']] if p['surname'] in ('Nguyen', 'Tran', 'Wong', 'Chan', 'Kim', 'Li') and not f else [p['forename'], p['middle'] if self.chance(.5) else '', p['surname']]
                p['pupil'] = ' '.join(x for x in order if x)
                y, m, d = p['dob'].split('-')
                p['birthday'] = f'{d}.{m}.{y[2:]}'
                p['home'] = f'{p["address"]}\n{p["town"]}' + (f'\n{p["county"]}' if self.chance(.4) else '')
                p['year_group'] = str(2023 - int(y) - 5)
                p['carer'] = (self.r.choice(['Mrs ', 'Ms ', '']) + p['mother']) if self.chance(.8) else ''
                p['upn'], p['list'] = self.digits(12, 'H'), self.digits(5)
                self.lose(p, .12, 'home', 'phone')
        self.carried(files[0], .015, 'birthday', 'phone', 'carer')
        self.out(files, ('UPN=upn Pupil=pupil DoB=birthday Form=year_group Home_Address=home Parent_Carer=carer Contact=phone', 'NHSNo=nhs FORENAMES=forename SURNAME=surname DOB=dob SEX=sex ADD1=address ADD2=town PCODE=postcode TELNO=phone REGDOC=list'), 'forename surname dob address town phone')

    def equipment(self):
        """Two inventories of equipment, of those who bought it and of those who count it: serial numbers read wrongly or cut, tags for half, model with or without maker, users, rooms; hundreds of one model bought on one day."""
        users = [f'{self.given("MF"[i % 2], 1980)} {self.family()}' for i in range(700)]
        things = []
        while len(things) < 3000:
            kind, maker, models = self.r.choice(KIT)
            model, day, cost = self.r.choice(models), self.date(self.r.randint(2017, 2023)), self.r.randint(80, 1400)
            head = ''.join(self.r.choice('ABCDEFGHJKLMNPRSTVWXYZ') for _ in range(3)) + self.digits(1)
            for _ in range(self.r.choice([1, 2, 5, 20, 60])):
                things.append(dict(kind=kind, maker=maker, model=model, day=day, cost=cost, serial=head + ''.join(self.r.choice('0123456789BCDFGHJK') for _ in range(4)), tag=self.digits(5, 'A0'), user=self.r.choice(users), room=f'{self.r.choice("ABCD")}{self.r.randint(1, 3)}.{self.r.randint(1, 30):02d}'))
        files = self.two(things, .7)
        for f in (0, 1):
            for _, p in files[f]:
                if self.chance(.2): p['user'] = self.r.choice(users)
                if self.chance(.3): p['room'] = f'{self.r.choice("ABCD")}{self.r.randint(1, 3)}.{self.r.randint(1, 30):02d}'
                if f and self.chance(.12): p['serial'] = p['serial'].translate(str.maketrans('0B8D5G', 'O8BOSC')) if self.chance(.5) else p['serial'][1:]
                p['label'] = f'{p["maker"]} {p["model"]}' if f else p['model']
                if self.chance(.15): p['label'] = p['label'].split()[0 if not f else -1] + ' ' + p['kind']
                p['bought'] = p['day'] if not f else p['day'][:7]
                p['holder'] = p['user'] if not f else (p['user'].split()[0][0] + '. ' + p['user'].split(' ', 1)[1] if self.chance(.4) else p['user'])
                p['price'] = f'{p["cost"] * self.r.choice([1, 1, 1.2]):.2f}'
                self.lose(p, .3 if f else .08, 'serial')
                self.lose(p, .5, 'tag')
                self.lose(p, .3, 'holder', 'room')
                p['_keeper'] = p['user'].split(' ', 1)[1] if p['holder'] else ''
                p['_model'], p['_month'] = p['model'], p['day'][:7]
        self.out(files, ('asset_tag=tag serial_number=serial manufacturer=maker model=label category=kind purchase_date=bought cost=price assigned_to=holder', 'tag serial=serial item=label type=kind location=room acquired=bought user=holder'), 'tag serial model kind month keeper')

    def trustees(self):
        """A register of trustees, one row an office: titles and letters after names, Irish and Scottish names written in three ways, month and year of birth, correspondence by the charity's address, one person in several charities."""
        charities = []
        for _ in range(700):
            c = dict(name=f'{self.r.choice([self.family(), self.r.choice(self.towns)])} {self.r.choice(["Community Trust", "Foundation", "Relief Fund", "Hospice", "Almshouses", "Village Hall", "Playgroup"])}', number=self.digits(6, '1'))
            self.home(c)
            charities.append(c)
        things = []
        for _ in range(2600):
            sex = self.r.choice('MF')
            p = self.person({}, sex, self.family(), self.r.randint(1938, 1995))
            p['gaelic'] = None
            if self.chance(.3): p.update(forename=self.r.choice(CELTIC[sex]), gaelic=(self.r.choice(GAELIC), self.r.choice(STEMS)))
            self.home(p)
            p['near'] = self.r.sample(charities, 4)
            things.append(p)
        files = self.again(things, lambda: self.r.choice([1, 1, 1, 2, 2, 3, 4]))
        seat = {}
        for at, p in files[0]:
            seat[at] = seat.get(at, -1) + 1
            c = p['near'][seat[at] % 4]
            if p['gaelic']: p['surname'] = self.r.choices(p['gaelic'][0], [6, 2, 1])[0] + p['gaelic'][1]
            if self.chance(.1) and p['forename'] in SHORT: p['forename'] = self.r.choice(SHORT[p['forename']])
            self.live(p, .1, .03)
            self.misheard(p, .04, 'forename', 'surname', 'address')
            middle = '' if not p['middle'] or self.chance(.4) else p['middle'][0] + ' ' if self.chance(.4) else p['middle'] + ' '
            p['trustee'] = self.r.choice(['Mr ' if p['sex'] == 'M' else 'Mrs ', 'Dr ', 'The Revd ', '', '', '']) + f'{p["forename"]} {middle}{p["surname"]}' + self.r.choice(['', '', '', ' OBE', ' MBE', ' JP', ', BA (Hons)', ' FRCS'])
            if self.chance(.2): p['trustee'] = p['trustee'].upper()
            y, m = p['dob'].split('-')[:2]
            if self.chance(.05): y = str(int(y) + 1)
            p['month'] = f'{m}/{y}'
            p['since'] = self.date(self.r.randint(2000, 2023))
            home = p if self.chance(.45) else c
            p['by'] = f'{home["address"]}, {home["town"]}' + (f', {home["postcode"]}' if self.chance(.8) else '')
            p['charity'], p['charity_no'] = c['name'], c['number']
            self.lose(p, .3, 'month')
            self.lose(p, .1, 'by')
            p['_said'], p['_title'] = p['by'], p['charity']
            p['_month'] = f'{y}-{m}' if p['month'] else ''
        self.out(files, ('charity_number=charity_no charity_name=charity trustee_name=trustee date_of_appointment=since birth_month=month correspondence_address=by',), 'forename surname month said')

    def emergencies(self):
        """An emergency department's list: who came, one row a visit; unknown men, dates left at the first of January 1900, next of kin as somebody said it, complaints in words, nearly half of the numbers missing; few who come thirty times."""
        kinship = ['wife', 'husband', 'mum', 'mother', 'dad', 'partner', 'son', 'daughter', 'friend', 'carer']
        complaints = ['chest pain', 'fall', 'head injury', 'abdo pain', 'SOB', 'wrist injury', 'overdose', 'back pain', 'unwell child', 'laceration', 'intoxicated', 'fever']
        files = self.again(self.people(3600, 3), lambda: self.r.choices([1, 2, 3, 6, 30], [60, 22, 12, 5, .4])[0])
        for _, p in files[0]:
            p['kin'] = f'{self.given(self.r.choice("MF"), 1965)} {p["surname"]}'
        known = {}
        for at, p in files[0]:
            p['kin'] = known.setdefault(at, p['kin'])
            self.live(p, .12, .02)
            self.misheard(p, .08, 'forename', 'surname', 'address', 'kin')
            if self.chance(.06): p['dob'] = self.slipped(p['dob'])
            if self.chance(.04): p['dob'] = '1900-01-01'
            if self.chance(.03): p.update(forename='Unknown', surname='Male' if p['sex'] == 'M' else 'Female', dob='1900-01-01', nhs='', address='', postcode='', phone='', kin='')
            if self.chance(.3) and p['forename'] in SHORT: p['forename'] = self.r.choice(SHORT[p['forename']])
            p['next'] = p['kin'] and self.r.choice([f'{self.r.choice(kinship)} {p["kin"]}', f'{p["kin"].split()[0]} ({self.r.choice(kinship)}) {p["mobile"]}', p['kin'].lower(), f'{self.r.choice(kinship)} - {p["kin"]} {p["mobile"]}', 'none', 'declined', 'as above'])
            p['came'] = f'{self.date(2022)} {self.r.randint(0, 23):02d}:{self.r.randint(0, 59):02d}'
            p['what'] = self.r.choice(complaints)
            p['triage'] = str(self.r.randint(1, 5))
            self.lose(p, .45, 'nhs')
            self.lose(p, .25, 'phone', 'postcode', 'next')
            self.lose(p, .1, 'address')
        self.carried(files[0], .008, 'postcode', 'phone', 'next')
        self.out(files, ('arrival=came triage surname forename dob sex nhs_number=nhs address postcode tel=phone next_of_kin=next presenting_complaint=what',), 'nhs surname forename dob sex address postcode phone')

    def przychodnia(self):
        """A Polish clinic's one file with Polish headers: surnames with two endings, few that very many have, short forms, letters without their marks, PESEL for half, streets with ul., some patients forty times."""
        streets = [(self.r.choice(NAZWISKA) + 'ego', self.r.randint(0, 7)) for _ in range(160)]
        towns = [('Brzezina', '05'), ('Dębowo', '06'), ('Łąkowa', '07'), ('Nowa Wieś', '08'), ('Świerki', '09'), ('Zalesie', '10'), ('Wólka Górna', '11'), ('Borki', '12')]
        weights = [1 / (i + 1) for i in range(len(NAZWISKA))]
        things = []
        for _ in range(1300):
            family, (street, town), house, tel = self.r.choices(NAZWISKA, weights)[0], self.r.choice(streets), self.r.randint(1, 90), self.digits(8, '6')
            for _ in range(self.r.choice([1, 1, 2, 3])):
                sex = self.r.choice('MF')
                name = family[:-1] + 'a' if sex == 'F' and family.endswith(('ski', 'cki', 'dzki')) else family
                dob = self.date(self.r.randint(1935, 2018))
                y, m, d = dob.split('-')
                things.append(dict(sex=sex, forename=self.r.choice(IMIONA[sex]), surname=name, dob=dob, street=street, house=str(house), town=towns[town], tel=tel, pesel=f'{y[2:]}{int(m) + (20 if y >= "2000" else 0):02d}{d}{self.digits(3)}{self.r.choice("13579" if sex == "M" else "02468")}'))
                p = things[-1]
                p['pesel'] += str(-sum(int(c) * w for c, w in zip(p['pesel'], (1, 3, 7, 9) * 3)) % 10)
        files = self.again(things, lambda: self.r.choices([1, 2, 3, 5, 40], [45, 30, 15, 9, .5])[0])
        for _, p in files[0]:
            if self.chance(.1): (p['street'], town), p['house'] = self.r.choice(streets), str(self.r.randint(1, 90)); p['town'] = towns[town]
            if p['sex'] == 'F' and self.chance(.04): p['surname'] = self.r.choice(NAZWISKA)
            if self.chance(.12): p['forename'] = ZDROBNIENIA.get(p['forename'], p['forename'])
            self.misheard(p, .06, 'forename', 'surname', 'street')
            if self.chance(.04): p['dob'] = self.slipped(p['dob'])
            if self.chance(.05): p['pesel'] = self.typo(p['pesel'])
            if self.chance(.2): p['forename'], p['surname'], p['street'] = (p[k].translate(BARE) for k in ('forename', 'surname', 'street'))
            y, m, d = p['dob'].split('-')
            p['ur'] = f'{d}.{m}.{y}'
            p['ulica'] = self.r.choice(['ul. ', 'ul.', '']) + p['street'] + ' ' + p['house'] + self.r.choice(['', '', 'a', f'/{self.r.randint(1, 12)}'])
            p['kod'] = f'{p["town"][1]}-{100 + len(p["street"]) * 7}'
            p['plec'] = dict(M='M', F='K')[p['sex']]
            p['wizyta'] = self.date(2023)
            p['lekarz'] = f'lek. {self.r.choice("ABJKM")}. {self.r.choice(NAZWISKA[:9])}'
            p['where'] = p['town'][0]
            self.lose(p, .5, 'pesel')
            self.lose(p, .3, 'tel')
            self.lose(p, .08, 'ulica', 'kod')
            p['_forename'], p['_surname'], p['_address'] = (x.translate(BARE) for x in (p['forename'], p['surname'], p['ulica'].replace('ul.', '')))
        self.out(files, ('Nazwisko=surname Imię=forename Data_urodzenia=ur Płeć=plec PESEL=pesel Ulica=ulica Kod_pocztowy=kod Miejscowość=where Telefon=tel Data_wizyty=wizyta Lekarz=lekarz',), 'surname forename dob sex pesel address tel')

    def benefits(self):
        """A register of deaths and a file of those who draw a pension, one in fourteen in both: national insurance numbers for some of the dead, all names in one cell, dates in words, widows by their husband's name, homes before and after a move to a care home."""
        things = [p for p in self.people(9000, 0) if self.chance(.9)]
        dead, paid = [], []
        homes = [(f'{self.family()} {self.r.choice(["House", "Court", "Lodge", "Care Home"])}', self.r.choice(self.towns)) for _ in range(30)]
        for at, p in enumerate(things):
            p['nino'] = ''.join(self.r.choice('ABCEHJLMNPRSTWXYZ') for _ in range(2)) + self.digits(6) + self.r.choice('ABCD')
            both = self.chance(.14)
            if both or self.chance(.12): dead.append((at, dict(p)))
            if both or self.chance(.55): paid.append((at, dict(p)))
        for f, records in enumerate((dead, paid)):
            for _, p in records:
                if not f and self.chance(.35): p['address'], p['town'] = self.r.choice(homes)
                elif self.chance(.1): self.home(p)
                self.misheard(p, .04, 'forename', 'surname', 'address')
                if self.chance(.05): p['dob'] = self.slipped(p['dob'])
                if self.chance(.03): p['nino'] = self.typo(p['nino'])
                if f and self.chance(.2) and p['forename'] in SHORT: p['forename'] = self.r.choice(SHORT[p['forename']])
                if f and self.chance(.06): p['forename'] = p['middle'] or p['forename']
                y, m, d = map(int, p['dob'].split('-'))
                p['born'] = f'{d} {MONTHS[m - 1]} {y}'
                p['full'] = ' '.join(x for x in (p['forename'], p['middle'], p['surname'].upper()) if x)
                p['died'] = self.date(2022)
                p['claim'] = self.r.choice(['SP', 'PC', 'SP', 'AA'])
                p['rate'] = f'{self.r.randint(90, 220)}.{self.r.randint(10, 99)}'
                p['last'] = f'{p["address"]}, {p["town"]}'
                self.lose(p, .4 if not f else 0, 'nino')
                self.lose(p, .05, 'last')
                p['sx'] = p['sex'] if f else dict(M='Male', F='Female')[p['sex']]
        self.out([dead, paid], ('entry_date=died name_of_deceased=full date_and_place_of_birth=born sex=sx usual_address=last ni_number=nino', 'NINO=nino Surname=surname Forename1=forename Forename2=middle DateOfBirth=dob Gender=sx Line1=address Line2=town Postcode=postcode Benefit=claim WeeklyRate=rate'), 'nino forename middle surname dob sex address town')


SHAPES = (Agencies.parties, Agencies.arrivals, Agencies.rolls, Agencies.equipment, Agencies.trustees, Agencies.emergencies, Agencies.przychodnia, Agencies.benefits)
NAMES = [name_of(shape) for shape in SHAPES]


def write(folder, seed):
    Agencies(folder, seed).write(SHAPES)


if __name__ == '__main__':
    main(write)
