"""Three more made-up sets, of animals, ships and recordings; written before anything was run on them.

trade_shapes.py FOLDER [SEED]
"""
from other_shapes import Others
from shapes import SHORT, main, name_of

PETS = 'Bella Max Charlie Luna Poppy Alfie Milo Daisy Rosie Molly Oscar Teddy Coco Lola Buddy Willow Tilly Simba Smokey Tigger Felix Misty Oreo Socks Ginger Pepper Rex Ruby Bonnie Jess Archie Barney Monty Roxy Honey Shadow Snowy Thumper Bruno Nala'.split()
BREEDS = dict(Dog=['Labrador Retriever', 'Cockapoo', 'French Bulldog', 'Border Collie', 'Jack Russell Terrier', 'German Shepherd Dog', 'Cavalier King Charles Spaniel', 'Crossbreed'],
              Cat=['Domestic Short Hair', 'Domestic Short Hair', 'Domestic Long Hair', 'British Shorthair', 'Bengal', 'Maine Coon'], Rabbit=['Netherland Dwarf', 'Lop', 'Lionhead'])
SAID = {'Labrador Retriever': 'Lab', 'German Shepherd Dog': 'GSD', 'Domestic Short Hair': 'DSH', 'Domestic Long Hair': 'DLH', 'Jack Russell Terrier': 'JRT', 'Cavalier King Charles Spaniel': 'CKCS', 'Crossbreed': 'X-breed', 'French Bulldog': 'Frenchie'}
COATS = ['Black', 'White', 'Black & White', 'Tabby', 'Ginger', 'Brown', 'Chocolate', 'Grey', 'Tricolour', 'Tortoiseshell']
FLAGS = [('Panama', 'PA'), ('Liberia', 'LR'), ('Marshall Islands', 'MH'), ('Malta', 'MT'), ('Cyprus', 'CY'), ('Norway', 'NO'), ('Greece', 'GR'), ('United Kingdom', 'GB')]
SHIPS = [('Bulk carrier', 'BULK'), ('Container ship', 'CONT'), ('Oil tanker', 'TANK'), ('General cargo', 'GEN'), ('Fishing vessel', 'FISH'), ('Tug', 'TUG')]
SEA = 'Ocean Star Northern Pacific Atlantic Golden Silver Blue Sea Baltic Royal Eastern Southern Arctic Nordic Coral Glory Pride Spirit Trader Pioneer Venture Horizon Breeze Carrier Eagle Falcon Dolphin Fortune Harmony Liberty Courage Victory Dawn Queen'.split()
HEART = 'love night heart rain summer fire road blue dance moon river home time light dream train angel city river gold stranger morning shadow water'.split()


class Trades(Others):
    def pets(self):
        """Patients of a vet and of another: several animals of one home with one telephone, chips for some, breeds and owners written otherwise, an animal that changes hands."""
        things = []
        for owner in self.people(2600, children=0):
            for _ in range(self.r.choice([1, 1, 1, 2, 2, 3, 4])):
                kind = self.r.choice(['Dog', 'Dog', 'Cat', 'Cat', 'Rabbit'])
                born = self.date(self.r.randint(2006, 2022))
                things.append(dict(owner, pet=self.r.choice(PETS), kind=kind, breed=self.r.choice(BREEDS[kind]), coat=self.r.choice(COATS), chip=self.digits(10, '98102'), gender=self.r.choice('MF'), neutered=self.chance(.7), born=born))
        files = self.two(things, .45)
        for f in (0, 1):
            for _, p in files[f]:
                self.live(p, .12, .03)
                if self.chance(.03): p.update(surname=self.family(), forename=self.given('F', 1980), phone=self.digits(7, '0117'))
                if self.chance(.25) and p['forename'] in SHORT: p['forename'] = self.r.choice(SHORT[p['forename']])
                self.err(p, .05, 'pet', 'surname', 'forename', 'chip', 'phone')
                self.lose(p, .45, 'chip')
                self.lose(p, .15, 'phone', 'coat')
                p['owner'] = self.r.choice([f'{self.title(p)} {p["forename"][0]} {p["surname"]}', f'{p["forename"]} {p["surname"]}', f'{self.title(p)} {p["surname"]}']) if f else f'{p["surname"]}, {p["forename"]}'
                p['race'] = SAID.get(p['breed'], p['breed']) if self.chance(.5) else p['breed']
                p['sort'] = ({'Dog': 'Canine', 'Cat': 'Feline', 'Rabbit': 'Lagomorph'} if f else {}).get(p['kind'], p['kind'])
                p['gender'] += 'N' if p['neutered'] and f else ''
                p['when'] = self.uk(p['born']) if not f or self.chance(.6) else p['born'][:4]
                self.lose(p, .12, 'when')
                p['_kind'], p['_gender'], p['_year'] = p['kind'], p['gender'][:1], p['born'][:4] if p['when'] else ''
                p['_race'] = p['breed']
        self.out(files, ('patient=pet species=sort breed=race colour=coat sex=gender dob=when client=owner client_phone=phone postcode microchip=chip',
                         'AnimalName=pet Type=sort Breed=race Sex=gender Born=when Keeper=owner Tel=phone ChipNo=chip Colour=coat PostCode=postcode'), 'pet kind race coat gender year surname phone postcode chip')

    def imo(self):
        six = self.digits(6, '')
        six = self.r.choice('789') + six[1:]
        return six + str(sum(int(c) * (7 - i) for i, c in enumerate(six)) % 10)

    def vessels(self):
        """Two registers of ships: numbers for most, names that change with owner and flag, sisters of one yard with one tonnage, callsigns of the flag."""
        things = []
        for _ in range(1700):
            yard, year, (kind, short), tons = self.r.choice(self.towns) + ' Shipyard', self.r.randint(1975, 2020), self.r.choice(SHIPS), self.r.randint(300, 90000)
            for _ in range(self.r.choice([1, 1, 1, 2, 3])):
                things.append(dict(name=' '.join(self.r.sample(SEA, 2)), imo=self.imo(), yard=yard, year=year, kind=kind, short=short, tons=tons, flag=self.r.choice(FLAGS), line=self.family() + self.r.choice([' Shipping', ' Maritime', ' Lines', ' Marine']), mmsi=self.digits(6, '235'), call=''.join(self.r.choice('ABCDEFGHVZ') for _ in range(3)) + self.digits(2)))
        files = self.two(things, .5)
        for f in (0, 1):
            for _, p in files[f]:
                p['was'] = ''
                if f and self.chance(.25): p.update(was=p['name'] if self.chance(.7) else '', name=' '.join(self.r.sample(SEA, 2)), flag=self.r.choice(FLAGS), line=self.family() + ' Shipping', mmsi=self.digits(6, '538'), call=''.join(self.r.choice('ABCDEFGHVZ') for _ in range(3)) + self.digits(2))
                self.err(p, .05, 'name', 'imo', 'mmsi', 'call', 'yard')
                p['sign'] = p['call']
                self.lose(p, .35, 'imo')
                self.lose(p, .5, 'mmsi')
                self.lose(p, .3, 'sign', 'line')
                p['title'] = self.r.choice(['', 'MV ', 'M/V ']) + (p['name'].upper() if self.chance(.6) else p['name'])
                p['state'] = p['flag'][f]
                p['sort'] = p['short'] if f else p['kind']
                p['number'] = p['imo'] and self.r.choice(['IMO ', '', 'IMO']) + p['imo'] if f else p['imo']
                p['gross'] = f'{p["tons"]:,}' if f else str(p['tons'] + (self.r.randint(-60, 60) if self.chance(.2) else 0))
                p['built'] = str(p['year'] + (self.r.choice([-1, 1]) if self.chance(.08) else 0))
                p['_title'], p['_number'], p['_gross'], p['_state'], p['_sort'] = p['name'], p['imo'], p['gross'].replace(',', ''), p['flag'][1], p['short']
        self.out(files, ('VesselName=title IMO=number CallSign=sign MMSI=mmsi Flag=state Type=sort GrossTonnage=gross YearBuilt=built Builder=yard Owner=line',
                         'ship=title imo_no=number flag_code=state ship_type=sort gt=gross built former_name=was registered_owner=line call_sign=sign mmsi_number=mmsi yard'), 'title number sign mmsi state sort gross built yard line')

    def recordings(self):
        """Recordings in one file of many sellers: codes for some, live and remixed ones are others, guests in the title or beside the artist, lengths a second or two apart."""
        acts = [self.r.choice([f'The {self.family()}s', f'{self.given("F", 1980)} {self.family()}', f'{self.given("M", 1980)} {self.family()}', f'DJ {self.family()}', f'{self.family()} & {self.family()}']) for _ in range(350)]
        things = []
        for _ in range(2200):
            a, b = self.r.sample(HEART, 2)
            p = dict(song=self.r.choice([f'{a} {b}', f'the {a} of {b}', f'my {a}', f'{a} in the {b}', f'no more {a}']).title(), act=self.r.choice(acts), guest=self.r.choice(acts) if self.chance(.12) else '', secs=self.r.randint(140, 380), year=self.r.randint(1968, 2022), album=f'{self.r.choice(HEART)} {self.r.choice(HEART)}'.title(), version='')
            p['isrc'] = 'GB' + ''.join(self.r.choice('ABCDEFGHKLM') for _ in range(3)) + str(p['year'])[2:] + self.digits(5)
            things.append(p)
            for version in self.r.sample(['Live', 'Acoustic', 'Radio Edit', 'Extended Mix', 'Remastered'], self.r.choice([0, 0, 0, 1, 2])):
                things.append(dict(p, version=version, secs=p['secs'] + self.r.randint(-50, 90), isrc=p['isrc'][:5] + self.digits(7)))
        files = self.again(things, lambda: self.often(12, 1.4))
        for _, p in files[0]:
            self.err(p, .05, 'song', 'act')
            act = f'{p["act"][4:]}, The' if p['act'].startswith('The ') and self.chance(.3) else p['act'].replace('&', 'and') if self.chance(.3) else p['act']
            guest = p['guest'] and self.r.choice([' feat. ', ' ft. ', ' featuring ']) + p['guest']
            inside = self.chance(.5)
            p['title'] = p['song'] + (guest and f' ({guest.strip()})' if inside else '') + (p['version'] and self.r.choice([f' ({p["version"]})', f' - {p["version"]}', f' [{p["version"]}]']))
            p['artist'] = act + ('' if inside else guest)
            if self.chance(.1): p['title'], p['artist'] = p['title'].lower(), p['artist'].upper()
            secs = p['secs'] + self.r.choice([-1, 0, 0, 0, 1, 2])
            p['length'] = f'{secs // 60}:{secs % 60:02d}'
            p['code'] = self.r.choice([p['isrc'], f'{p["isrc"][:2]}-{p["isrc"][2:5]}-{p["isrc"][5:7]}-{p["isrc"][7:]}'])
            p['released'] = str(p['year'] + (self.r.randint(1, 30) if self.chance(.25) else 0))
            if self.chance(.3): p['album'] = self.r.choice(['Greatest Hits', 'The Best Of', 'Now 20', 'Essentials'])
            self.lose(p, .55, 'code')
            self.lose(p, .15, 'album', 'released', 'length')
            p['_code'] = p['code'].replace('-', '')
            p['_secs'] = p['length'] and str(secs)
        self.out(files, ('track=title artist album duration=length isrc=code release_year=released label',), 'song act version album secs code released')


SHAPES = (Trades.pets, Trades.vessels, Trades.recordings)
NAMES = [name_of(shape) for shape in SHAPES]


def write(folder, seed):
    Trades(folder, seed).write(SHAPES)


if __name__ == '__main__':
    main(write)
