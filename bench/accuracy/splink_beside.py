"""Splink 5 on one set, as a careful user runs it: its authors' settings for the field's sets, one builder for all others.

splink_beside.py SET ID-COLUMN PAIRS.csv FILE [FILE]

Writes the scored pairs, the surest first, and beside them in PAIRS.csv.json the figures of the run, which end when the
clusters at .95 are written, as a user would have them.
"""
import time; START = time.time()
import json, logging, resource, sys
import pandas as pd
from splink import DuckDBAPI, Linker, SettingsCreator, block_on
import splink.comparison_library as cl
import splink.comparison_level_library as level
logging.disable(logging.CRITICAL)

name, key, out, *files = sys.argv[1:]
WORDS = ('address', 'street', 'title', 'authors', 'description', 'name', 'addr', 'full_name')


def febrl4():
    date = cl.DateOfBirthComparison('date_of_birth', input_is_string=True, datetime_format='%Y%m%d', invalid_dates_as_null=True)
    frequent = dict(term_frequency_adjustments=True)
    return dict(
        rules=[block_on('given_name', 'surname'), 'l.given_name = r.surname and l.surname = r.given_name', block_on('date_of_birth'), block_on('soc_sec_id'),
               block_on('state', 'address_1'), block_on('street_number', 'address_1'), block_on('postcode')],
        comparisons=[cl.NameComparison('given_name').configure(**frequent), cl.NameComparison('surname').configure(**frequent), date,
                     cl.DamerauLevenshteinAtThresholds('soc_sec_id', [1, 2]), cl.ExactMatch('street_number').configure(**frequent),
                     cl.DamerauLevenshteinAtThresholds('postcode', [1, 2]).configure(**frequent)],
        sure=[block_on('soc_sec_id'), block_on('given_name', 'surname', 'date_of_birth')], recall=.8, u=1e6,
        em=[block_on('date_of_birth'), block_on('postcode')])


def febrl3():
    return dict(
        rules=[block_on(c) for c in ('soc_sec_id', 'given_name', 'surname', 'date_of_birth', 'postcode')],
        comparisons=[cl.NameComparison('given_name'), cl.NameComparison('surname'),
                     cl.DateOfBirthComparison('date_of_birth', input_is_string=True, datetime_format='%Y%m%d'), cl.DamerauLevenshteinAtThresholds('soc_sec_id', [2]),
                     cl.ExactMatch('street_number').configure(term_frequency_adjustments=True), cl.ExactMatch('postcode').configure(term_frequency_adjustments=True)],
        sure=[block_on('soc_sec_id'), block_on('given_name', 'surname', 'date_of_birth'),
              'l.given_name = r.surname and l.surname = r.given_name and l.date_of_birth = r.date_of_birth'], recall=.9, u=1e6,
        em=[block_on('date_of_birth'), block_on('postcode')])


def historical_50k():
    three = 'substr(postcode_fake,1,3)'
    return dict(
        rules=[block_on('substr(first_name,1,3)', 'substr(surname,1,4)'), block_on('surname', 'dob'), block_on('first_name', 'dob'), block_on('postcode_fake', 'first_name'),
               block_on('postcode_fake', 'surname'), block_on('dob', 'birth_place'), block_on(three, 'dob'), block_on(three, 'first_name'),
               block_on(three, 'surname'), block_on('substr(first_name,1,2)', 'substr(surname,1,2)', 'substr(dob,1,4)')],
        comparisons=[cl.ForenameSurnameComparison('first_name', 'surname', forename_surname_concat_col_name='first_name_surname_concat'),
                     cl.DateOfBirthComparison('dob', input_is_string=True), cl.PostcodeComparison('postcode_fake'),
                     cl.ExactMatch('birth_place').configure(term_frequency_adjustments=True), cl.ExactMatch('occupation').configure(term_frequency_adjustments=True)],
        sure=[block_on('first_name', 'surname', 'dob'), block_on('substr(first_name,1,2)', 'surname', 'substr(postcode_fake,1,2)'), block_on('dob', 'postcode_fake')],
        recall=.6, u=1e7, em=[block_on('first_name', 'surname'), block_on('dob')])


def people(columns):
    """The million, with the usual training rules."""
    settings = built(columns)
    settings['rules'] = [block_on(*r) for r in (('first_name', 'surname'), ('surname', 'dob'), ('first_name', 'dob'), ('postcode', 'first_name'), ('postcode', 'surname'), ('phone',))]
    settings['em'] = [block_on('first_name', 'surname'), block_on('dob')]
    return settings


def comparison(c):
    if c in ('forename', 'first_name', 'surname', 'middle', 'middle_name'): return cl.NameComparison(c).configure(term_frequency_adjustments=True)
    if c == 'dob': return cl.DateOfBirthComparison(c, input_is_string=True, invalid_dates_as_null=True)
    if c == 'postcode': return cl.PostcodeComparison(c)
    if c == 'email': return cl.EmailComparison(c)
    if c in ('town', 'city', 'birthplace', 'occupation', 'brand', 'zip', 'house', 'house_number'): return cl.JaroWinklerAtThresholds(c, [.9]).configure(term_frequency_adjustments=True)
    if c in ('age', 'year'): return cl.LevenshteinAtThresholds(c, [1])
    if c in ('phone', 'mobile', 'nhs', 'nhs_number'): return cl.DamerauLevenshteinAtThresholds(c, [1, 2])
    if c in WORDS: return cl.JaroWinklerAtThresholds(c, [.95, .88, .75]).configure(term_frequency_adjustments=True)
    if c == 'price': return cl.LevenshteinAtThresholds(c, [1, 2])
    return cl.ExactMatch(c)


def within(c, most, of='int'): return level.CustomLevel(f'abs(try_cast({c}_l as {of}) - try_cast({c}_r as {of})) <= {most}', f'within {most}')


def numbers(c, *most):
    return cl.CustomComparison(output_column_name=c, comparison_levels=[level.NullLevel(c), level.ExactMatchLevel(c), *(within(c, m) for m in most), level.ElseLevel()])


def degrees(c, *most):
    return cl.CustomComparison(output_column_name=c, comparison_levels=[level.NullLevel(c), *(within(c, m, 'double') for m in most), level.ElseLevel()])


# Sets with columns that the builder does not know: keys, columns for training, sure pairs.
HEADS = ('substr(forename,1,3)', 'substr(surname,1,3)')
OWN = {
    'heads': ([('surname', 'postcode'), ('address',), ('phone',), ('dob',), ('surname', 'dob'), ('forename', 'surname')],
              [('surname', 'forename'), ('phone',), ('address',)], [('phone', 'forename', 'surname')]),
    'parishes': ([('forename', 'surname'), ('surname', 'birth'), ('forename', 'father', 'parish'), ('forename', 'parish', 'birth'),
                  ('substr(surname,1,3)', 'forename', 'parish'), ('surname', 'father'), ('surname', 'abode')],
                 [('forename', 'surname'), ('parish', 'birth')], [('forename', 'surname', 'birth', 'parish')]),
    'deaths': ([('forename', 'surname'), ('forename', 'dob'), ('surname', 'dob'), ('dob',), HEADS, ('father',), ('mother',),
                ('forename', 'middle', 'born_in'), ('surname', 'born_in')], [('forename', 'surname'), ('dob',)], [('forename', 'surname', 'dob')]),
    'aliases': ([('forename', 'surname'), ('dob',), ('cro',), ('address',), ('surname', 'town'), ('forename', 'height', 'eyes'), ('surname', 'height'), HEADS],
                [('forename', 'surname'), ('dob',)], [('forename', 'surname', 'dob'), ('cro',)]),
    'newborns': ([('mother',), ('dob', 'sex'), ('born',), ('address',), ('postcode',), ('surname', 'dob')],
                 [('mother',), ('dob',), ('address',)], [('mother', 'dob')]),
    'schools': ([('name', 'town'), ('address',), ('postcode',), ('phone',), ('head',), ('substr(name,1,5)', 'town'), ('town', 'ages')],
                [('postcode',), ('phone',), ('name',)], [('phone',), ('name', 'postcode')]),
    'plates': ([('plate',), ('substr(plate,1,4)',), ('substr(plate,4,4)',), ('keeper',), ('postcode',), ('make', 'model', 'colour')],
               [('plate',), ('keeper',), ('postcode',)], [('plate',)]),
    'tiny': ([HEADS, ('phone',), ('dob',), ('said',), ('surname',), ('forename',)], [('forename', 'surname'), ('phone',)], [('forename', 'surname', 'dob'), ('forename', 'phone')]),
    'congregations': ([HEADS, ('dob',), ('mobile',), ('postcode',)], [('forename', 'surname', 'sex'), ('dob',)], [('forename', 'surname', 'dob'), ('forename', 'dob', 'postcode'), ('mobile',)]),
    'passports': ([HEADS, ('dob',), ('passport',), ('substr(surname,1,4)', 'nation'), ('forename', 'town'), ('surname', 'town')], [('dob',), ('surname',)], [('dob', 'sex', 'town'), ('passport',)]),
    'cards': ([HEADS, ('dob',), ('postcode',), ('address',), ('surname', 'substr(address,1,3)')], [('forename', 'surname'), ('postcode',)], [('forename', 'surname', 'dob')]),
    'one-phone': ([('forename', 'phone'), ('forename', 'email'), ('forename', 'address'), ('dob',), HEADS], [('forename', 'surname'), ('address',), ('dob',)], [('forename', 'surname', 'dob'), ('forename', 'surname', 'phone')]),
    'bookkeeping': ([HEADS, ('dob',), ('postcode',)], [('forename', 'surname'), ('dob',)], [('forename', 'surname', 'dob')]),
    'bare': ([('forename', 'surname'), ('dob',), HEADS, *((c,) for c in ('nhs', 'upn', 'mobile', 'phone', 'email', 'address', 'postcode'))], [('forename', 'surname'), ('dob',)], [('forename', 'surname', 'dob')]),
    'courses': ([('forename', 'surname'), ('email',), ('surname', 'employer'), ('forename', 'employer'), HEADS], [('forename', 'surname'), ('surname', 'employer'), ('email',)], [('email',), ('forename', 'surname', 'employer')]),
    'referrals': ([('forename', 'surname'), ('surname', 'year'), ('forename', 'year', 'school'), ('postcode', 'year'), ('forename', 'postcode'), HEADS], [('forename', 'surname'), ('postcode',)], [('forename', 'surname', 'postcode'), ('forename', 'surname', 'year')]),
    'beers': ([('name',), ('substr(name,1,6)',), ('brewery', 'abv'), ('brewery', 'style'), ('substr(brewery,1,5)', 'style'), ('substr(brewery,1,5)', 'abv')], [('name',), ('brewery',), ('style', 'abv')], [('name', 'abv'), ('name', 'brewery')]),
    'visits': ([('forename', 'surname'), HEADS, ('surname', 'address'), ('surname', 'postcode'), ('forename', 'address'), ('surname', 'town')], [('forename', 'surname'), ('surname', 'address')], [('forename', 'surname', 'address')]),
    'books': ([('title',), ('isbn',), ('substr(title,1,10)',), ('author', 'year'), ('author', 'pages'), ('substr(title,1,5)', 'author')], [('title',), ('author', 'year')], [('isbn',), ('title', 'author', 'year')]),
    'double-surnames': ([HEADS, ('dob',), ('mobile',), ('forename', 'postcode'), ('surname', 'postcode')], [('forename', 'surname'), ('dob',)], [('forename', 'surname', 'dob'), ('forename', 'dob', 'postcode'), ('mobile',)]),
    'moved-away': ([HEADS, ('dob',), ('forename', 'middle', 'place'), ('surname', 'postcode'), ('phone',)], [('forename', 'surname'), ('dob',)], [('forename', 'surname', 'dob')]),
    'part-dates': ([HEADS, ('forename', 'surname'), ('dob', 'town'), ('phone',)], [('forename', 'surname'), ('dob',)], [('forename', 'surname', 'dob')]),
    'questionnaires': ([HEADS, ('forename', 'surname'), ('surname', 'year'), ('forename', 'year'), ('surname', 'ethnic', 'area')], [('forename', 'surname'), ('year', 'ethnic', 'area')], [('forename', 'surname', 'year')]),
    'whereabouts': ([('forename', 'surname'), HEADS, ('said',), ('surname', 'age'), ('forename', 'age', 'sex'), ('substr(said,1,10)',)], [('forename', 'surname'), ('said',)], [('forename', 'surname', 'age'), ('forename', 'said')]),
    'holdings': ([('isbn',), ('title',), ('substr(title,1,12)',), ('author', 'year'), ('maker', 'year', 'pages'), ('substr(title,1,5)', 'substr(author,1,4)'), ('year', 'pages')], [('title',), ('year', 'pages')], [('title', 'year', 'pages'), ('isbn', 'year')]),
    'offers': ([('title',), ('gtin',), ('brand', 'substr(title,1,8)'), ('substr(title,1,14)',), ('brand', 'price')], [('title',), ('gtin',)], [('gtin',), ('title',)]),
    'enterprises': ([('name',), ('number', 'country'), ('site',), ('substr(name,1,8)',), ('street',), ('zip',), ('substr(name,1,4)', 'town')], [('zip',), ('name',)], [('number', 'country'), ('name', 'zip')]),
    'landmarks': ([('phone',), ('name',), ('address',), ('lat', 'lon'), ('lat', 'substr(name,1,4)'), ('lon', 'substr(name,1,4)')], [('phone',), ('lat', 'lon'), ('name',)], [('phone',), ('name', 'address')]),
    'leads': ([('mail',), ('phone',), ('forename', 'surname'), ('surname', 'firm'), ('forename', 'firm'), ('surname', 'town'), HEADS], [('forename', 'surname'), ('mail',), ('phone',)], [('mail',), ('phone',), ('forename', 'surname', 'firm')]),
    'hellenes': ([('tax',), ('phone',), ('dob',), ('surname', 'forename', 'father'), ('forename', 'father', 'town'), ('surname', 'town'), HEADS], [('dob',), ('forename', 'surname')], [('tax',), ('phone',), ('forename', 'surname', 'dob')]),
    'scholars': ([('surname', 'initial'), ('mail',), ('surname', 'inst'), ('surname', 'coauthors'), ('substr(surname,1,4)', 'venue')], [('surname', 'initial'), ('inst', 'venue')], [('mail',), ('surname', 'initial', 'inst', 'venue')]),
    'admissions': ([('mrn',), ('dob',), ('forename', 'surname'), ('surname', 'postcode'), ('forename', 'postcode'), HEADS], [('forename', 'surname'), ('dob',)], [('mrn',), ('forename', 'surname', 'dob')]),
    'runners': ([('forename', 'surname'), ('surname', 'team'), ('forename', 'team'), HEADS], [('forename', 'surname'), ('team', 'class')], [('forename', 'surname', 'team', 'class')]),
    'lines': ([('forename', 'surname'), ('dob',), ('phone',), ('address',), HEADS], [('forename', 'surname'), ('dob',)], [('forename', 'surname', 'dob'), ('forename', 'phone')]),
    'deeds': ([('deed',), ('address', 'town'), ('postcode', 'flat'), ('substr(address,1,6)', 'postcode'), ('address', 'flat')], [('postcode',), ('address', 'flat')], [('deed',), ('address', 'flat', 'town')]),
    'pets': ([('chip',), ('pet', 'surname'), ('pet', 'phone'), ('pet', 'postcode'), ('surname', 'race'), ('phone', 'kind'), ('pet', 'race', 'coat')], [('pet', 'surname'), ('phone', 'kind'), ('chip',)], [('chip',), ('pet', 'phone')]),
    'vessels': ([('number',), ('mmsi',), ('sign',), ('title',), ('yard', 'built'), ('gross', 'sort'), ('gross', 'yard'), ('line', 'built')], [('title',), ('number',), ('yard', 'built')], [('number',), ('mmsi',)]),
    'recordings': ([('code',), ('song', 'act'), ('song', 'secs'), ('act', 'secs'), ('act', 'album'), ('substr(song,1,6)', 'substr(act,1,4)')], [('song', 'act'), ('code',), ('act', 'secs')], [('code',), ('song', 'act', 'secs', 'version')]),
    'settlements': ([('label',), ('substr(label,1,6)', 'country'), ('many', 'country'), ('substr(lat,1,4)', 'substr(lon,1,4)'), ('substr(lat,1,5)', 'country')], [('label',), ('substr(lat,1,4)', 'substr(lon,1,4)')], [('label', 'country', 'sort'), ('many', 'substr(lat,1,4)')]),
    'soldiers': ([('number',), ('surname', 'forename'), ('surname', 'unit'), ('surname', 'home'), ('surname', 'gone'), ('substr(surname,1,3)', 'number'), ('forename', 'unit', 'age')], [('number',), ('surname', 'forename'), ('surname', 'unit')], [('surname', 'number'), ('surname', 'forename', 'gone')]),
    'films': ([('title',), ('substr(title,1,7)',), ('director', 'made'), ('director', 'mins'), ('actors', 'made'), ('made', 'mins')], [('title',), ('director', 'mins')], [('title', 'director', 'made'), ('director', 'made', 'mins')]),
    'residents': ([('forename', 'surname'), HEADS, ('dob',), ('address',), ('surname', 'postcode'), ('forename', 'postcode'), ('forename', 'maiden')], [('forename', 'surname'), ('dob',)], [('forename', 'surname', 'dob'), ('forename', 'dob', 'postcode')]),
    'affiliations': ([('title',), ('substr(title,1,8)',), ('substr(title,1,5)',), ('substr(title,6,6)',), ("split_part(title,' ',1)",), ("split_part(title,' ',2)",), ("split_part(title,' ',-1)", "split_part(title,' ',-2)")], [("split_part(title,' ',1)",), ("split_part(words,' ',2)",)], [('words',)]),
    'coded': ([('key',), ('h1', 'h2'), ('h1', 'month'), ('h2', 'month'), ('h3', 'month'), ('h2', 'h3'), ('h1', 'h3'), ('key', 'month'), ('substr(key,1,3)', 'month'), ('substr(key,4,3)', 'month', 'area')], [('h1', 'h2'), ('month', 'sex', 'area'), ('key',)], [('h1', 'h2', 'month'), ('key', 'month', 'area')]),
    'split-dates': ([HEADS, ('dob',), ('forename', 'surname'), ('forename', 'dob'), ('surname', 'dob')], [('forename', 'surname'), ('dob',)], [('forename', 'surname', 'dob')]),
    'enumerations': ([HEADS, ('dob',), ('postcode',), ('address',), ('forename', 'surname')], [('forename', 'surname'), ('dob',)], [('forename', 'surname', 'dob'), ('forename', 'dob', 'postcode')]),
    'panel': ([('dob',), ('dob', 'state'), ('state', 'office', 'school', 'sex'), ('substr(dob,1,7)', 'state'), ('substr(dob,6,5)', 'state'), ('substr(dob,1,4)', 'state', 'office')], [('dob',), ('state', 'office', 'school')], [('dob', 'sex', 'state', 'office')]),
    'casualties': ([('forename', 'surname'), ('surname', 'died'), ('forename', 'died'), ('land', 'died'), ('site', 'died'), ('forename', 'middle', 'land'), ('surname', 'middle', 'land'), HEADS], [('forename', 'surname'), ('died',)], [('forename', 'surname', 'died'), ('forename', 'died', 'land')]),
    'wards': ([('nhs',), ('forename', 'surname'), ('dob',), HEADS, ('mobile',), ('surname', 'postcode'), ('forename', 'postcode')], [('forename', 'surname'), ('dob',)], [('nhs',), ('forename', 'surname', 'dob')]),
    'customers': ([('email',), ('forename', 'surname'), ('forename', 'phone'), ('surname', 'phone'), ('surname', 'address'), ('forename', 'address'), HEADS], [('forename', 'surname'), ('phone',), ('address',)], [('email',), ('forename', 'surname', 'phone'), ('forename', 'surname', 'address')]),
    'publications': ([('title',), ('doi',), ('substr(title,1,8)',), ('lead', 'made'), ('lead', 'page'), ('venue', 'page')], [('title',), ('lead', 'made')], [('doi',), ('title', 'lead', 'made')]),
    'groceries': ([('name', 'size'), ('brand', 'size'), ('brand', 'name')], [('name', 'size'), ('brand',)], [('name', 'brand', 'size')]),
    'academies': ([('name',), ('address',), ('postcode',), ('phone',), ('head',), ('substr(name,1,5)', 'town')], [('postcode',), ('phone',), ('name',)], [('phone',), ('name', 'postcode')]),
    'parties': ([('forename', 'surname'), ('dob',), ('said',), HEADS, ('forename', 'substr(said,1,6)'), ('surname', 'substr(said,1,6)')], [('forename', 'surname'), ('said',)], [('forename', 'surname', 'dob'), ('forename', 'surname', 'said')]),
    'arrivals': ([('dob', 'land'), ('tel',), ('arrived', 'land'), HEADS, ('forename', 'dob'), ('surname', 'dob')], [('dob', 'land'), ('forename', 'surname')], [('forename', 'surname', 'dob', 'land'), ('tel',)]),
    'rolls': ([('dob',), ('forename', 'surname'), HEADS, ('phone', 'forename'), ('address', 'forename')], [('dob',), ('forename', 'surname')], [('forename', 'surname', 'dob'), ('forename', 'dob', 'address')]),
    'equipment': ([('serial',), ('tag',), ('substr(serial,2,7)',), ('substr(serial,1,6)', 'model'), ('keeper', 'model', 'month')], [('serial',), ('model', 'month', 'keeper')], [('serial',), ('tag',)]),
    'trustees': ([('forename', 'surname'), ('said',), HEADS, ('surname', 'month'), ('forename', 'month')], [('forename', 'surname'), ('said',)], [('forename', 'surname', 'month'), ('forename', 'surname', 'said')]),
    'emergencies': ([('nhs',), ('forename', 'surname'), ('dob',), HEADS, ('forename', 'address'), ('surname', 'address'), ('forename', 'phone')], [('forename', 'surname'), ('dob',)], [('nhs',), ('forename', 'surname', 'dob')]),
    'przychodnia': ([('pesel',), ('forename', 'surname'), ('dob',), ('tel', 'forename'), ('address', 'forename')], [('forename', 'surname'), ('dob',)], [('pesel',), ('forename', 'surname', 'dob')]),
    'benefits': ([('nino',), ('forename', 'surname'), ('dob',), HEADS, ('surname', 'address'), ('forename', 'address')], [('forename', 'surname'), ('dob',)], [('nino',), ('forename', 'surname', 'dob')]),
    'migrants': ([('dob',), ('mobile',), ('forename', 'surname'), ('address',), ('forename', 'born'), ('surname', 'born'), HEADS], [('forename', 'surname'), ('dob',)], [('forename', 'surname', 'dob'), ('mobile',)])}


def own(c):
    """Of their columns, those that the builder would take for codes."""
    if c in ('father', 'mother', 'head', 'keeper', 'born_in'): return cl.JaroWinklerAtThresholds(c, [.95, .88, .75]).configure(term_frequency_adjustments=True)
    if c in ('abode', 'parish', 'trade', 'make', 'model', 'colour', 'ethnic'): return cl.JaroWinklerAtThresholds(c, [.9]).configure(term_frequency_adjustments=True)
    if c in ('pesel', 'nino', 'serial', 'tag', 'tel'): return cl.DamerauLevenshteinAtThresholds(c, [1, 2])
    if c == 'arrived': return cl.DateOfBirthComparison(c, input_is_string=True, invalid_dates_as_null=True)
    if c == 'month' and name == 'trustees': return cl.LevenshteinAtThresholds(c, [1])
    if c == 'month' and name == 'equipment': return cl.ExactMatch(c).configure(term_frequency_adjustments=True)
    if c == 'born' and name == 'migrants': return cl.JaroWinklerAtThresholds(c, [.9]).configure(term_frequency_adjustments=True)
    if c == 'born': return cl.DateOfBirthComparison(c, input_is_string=True, invalid_dates_as_null=True)
    if c in ('plate', 'cro'): return cl.DamerauLevenshteinAtThresholds(c, [1, 2])
    if c == 'birth': return numbers(c, 2)
    if c == 'year': return numbers(c, 1)
    if c == 'age': return numbers(c, 1, 3)
    if c == 'pages': return numbers(c, 12)
    if c in ('lat', 'lon'): return degrees(c, .004, .015) if name == 'settlements' else degrees(c, .001, .003)
    if c == 'mail': return cl.EmailComparison(c)
    if c in ('mrn', 'tax', 'gtin', 'deed', 'number'): return cl.DamerauLevenshteinAtThresholds(c, [1])
    if c in ('firm', 'coauthors', 'inst', 'venue', 'team', 'site'): return cl.JaroWinklerAtThresholds(c, [.95, .88, .75]).configure(term_frequency_adjustments=True)
    if c in ('passport', 'upn', 'isbn'): return cl.DamerauLevenshteinAtThresholds(c, [1, 2])
    if c in ('said', 'school', 'employer', 'brewery', 'surgery', 'author', 'maker'): return cl.JaroWinklerAtThresholds(c, [.95, .88, .75]).configure(term_frequency_adjustments=True)
    if c in ('style', 'role', 'nation', 'place', 'job', 'faith', 'state', 'area'): return cl.JaroWinklerAtThresholds(c, [.9]).configure(term_frequency_adjustments=True)
    if c == 'height': return numbers(c, 2, 5)
    if c == 'secs': return numbers(c, 2, 5)
    if c == 'gross': return numbers(c, 0, 60)
    if c in ('built', 'released'): return numbers(c, 1)
    if c in ('chip', 'sign', 'mmsi', 'code'): return cl.DamerauLevenshteinAtThresholds(c, [1, 2])
    if c in ('pet', 'yard', 'line', 'song', 'act', 'album'): return cl.JaroWinklerAtThresholds(c, [.95, .88, .75]).configure(term_frequency_adjustments=True)
    if c in ('race', 'coat', 'sort'): return cl.JaroWinklerAtThresholds(c, [.9]).configure(term_frequency_adjustments=True)
    if c == 'key': return cl.LevenshteinAtThresholds(c, [1, 2])
    if c in ('h1', 'h2', 'h3'): return cl.ExactMatch(c).configure(term_frequency_adjustments=True)
    if c == 'month': return cl.LevenshteinAtThresholds(c, [1])
    if c in ('maiden', 'director', 'actors', 'label', 'second'): return cl.JaroWinklerAtThresholds(c, [.95, .88, .75]).configure(term_frequency_adjustments=True)
    if c in ('unit', 'grade', 'country', 'home', 'gone'): return cl.ExactMatch(c).configure(term_frequency_adjustments=True)
    if c == 'words': return cl.JaroWinklerAtThresholds(c, [.95, .88, .75]).configure(term_frequency_adjustments=True)
    if c == 'died': return cl.DateOfBirthComparison(c, input_is_string=True, invalid_dates_as_null=True)
    if c in ('land', 'site'): return cl.JaroWinklerAtThresholds(c, [.9]).configure(term_frequency_adjustments=True)
    if c == 'old': return numbers(c, 1, 3)
    if c == 'school': return numbers(c, 1, 2)
    if c == 'made': return numbers(c, 1)
    if c == 'mins': return numbers(c, 1, 4)
    if c == 'many': return cl.CustomComparison(output_column_name=c, comparison_levels=[level.NullLevel(c), level.ExactMatchLevel(c), level.CustomLevel(f'abs(try_cast({c}_l as int) - try_cast({c}_r as int)) <= .15 * try_cast({c}_l as int)', 'near'), level.ElseLevel()])
    if c == 'roll': return numbers(c, 25, 60)
    if c == 'lead': return cl.JaroWinklerAtThresholds(c, [.92, .8]).configure(term_frequency_adjustments=True)
    if c in ('page', 'size'): return cl.ExactMatch(c).configure(term_frequency_adjustments=True)
    if c == 'doi': return cl.DamerauLevenshteinAtThresholds(c, [1, 2])
    return comparison(c)


def meet(key):
    """Whether any two records have the key in common, across the files where there are two."""
    parts = [f[list(key)].dropna() for f in frames]
    return pd.concat([p.drop_duplicates() for p in parts] if len(parts) > 1 else parts).duplicated().any()


def built(columns):
    given = next((c for c in ('forename', 'first_name') if c in columns), None)
    there = lambda *parts: all(part and part.split('(')[-1].split(',')[0] in columns for part in parts)
    keys = [(given, 'surname'), (f'substr({given},1,3)', 'substr(surname,1,3)')]
    for c in ('dob', 'postcode', 'phone', 'address', 'town', 'city', 'zip', 'street', 'year', 'age', 'birthplace'): keys += [(given, c), ('surname', c)]
    keys += [(c,) for c in ('dob', 'nhs', 'nhs_number', 'phone', 'mobile', 'email', 'full_name', 'postcode')]
    for c in ('title', 'authors', 'name', 'addr', 'description'): keys += [(c,), (f'substr({c},1,8)',)]
    keys += [('brand', 'price'), ('name', 'city'), ('city', 'addr'), ('substr(name,1,5)', 'brand'), ('authors', 'year')]
    sure = [(c,) for c in ('nhs', 'nhs_number', 'email', 'mobile')]
    sure += [(given, 'surname', 'dob'), (given, 'surname', 'postcode'), (given, 'surname', 'phone'), (given, 'surname', 'town', 'year'),
             (given, 'surname', 'zip', 'age'), ('title', 'authors'), ('name', 'addr'), ('name', 'phone'), ('name', 'brand'), ('full_name', 'dob')]
    em = [(given, 'surname'), ('dob',), ('title',), ('full_name',), ('name',), ('phone',), ('email',), ('mobile',), ('postcode',), ('authors',), ('addr',),
          ('zip', 'age'), ('town', 'year'), ('surname', 'year'), ('address',)]
    return dict(rules=[block_on(*k) for k in keys if there(*k)], comparisons=[(own if name in OWN else comparison)(c) for c in columns],
                sure=[block_on(*k) for k in sure if there(*k) and meet(k)][:3], recall=.7, u=2e6, em=[block_on(*k) for k in em if there(*k)][:3])


frames = [pd.read_csv(f, dtype=str, skipinitialspace=True, keep_default_na=False, na_values=['']) for f in files]
if name == 'historical_50k':
    frames[0]['first_name_surname_concat'] = frames[0]['first_name'] + ' ' + frames[0]['surname']
columns = [c for c in frames[0].columns if c != key]
settings = {'febrl3': febrl3, 'febrl4': febrl4, 'historical_50k': historical_50k}.get(name, lambda: people(columns) if name.startswith('people-') else built(columns))()
if name in OWN:
    keys, train, sure = OWN[name]
    settings.update(rules=settings['rules'] + [block_on(*k) for k in keys], em=[block_on(*k) for k in train], sure=[block_on(*k) for k in sure])
api = DuckDBAPI()
tables = [api.register(f) for f in frames]
two = len(frames) > 1
linker = Linker(tables if two else tables[0], SettingsCreator(unique_id_column_name=key, link_type='link_only' if two else 'dedupe_only',
                blocking_rules_to_generate_predictions=settings['rules'], comparisons=settings['comparisons'],
                probability_two_random_records_match=1 / max(map(len, frames))))  # about one each, where no sure pairs tell
if settings['sure']: linker.training.estimate_probability_two_random_records_match(settings['sure'], recall=settings['recall'])
linker.training.estimate_u_using_random_sampling(max_pairs=settings['u'], seed=2)
for rule in settings['em']:
    try: linker.training.estimate_parameters_using_expectation_maximisation(rule, estimate_without_term_frequencies=True)
    except Exception as error: print('EM on', rule, type(error).__name__, error)
scored = linker.inference.predict(threshold_match_probability=.01)
clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(scored, threshold_match_probability=.95)
clusters.as_duckdbpyrelation().project(f'cluster_id, "{key}"').write_csv(out + '.clusters')
used = resource.getrusage(resource.RUSAGE_SELF)
with open(out + '.json', 'w') as f:
    json.dump(dict(s=time.time() - START, cpu=used.ru_utime + used.ru_stime, mib=used.ru_maxrss / 1024), f)
pairs = scored.as_duckdbpyrelation().project(f'"{key}_l" l, "{key}_r" r, match_weight w').df().sort_values('w', ascending=False)
source = {record: at for at, f in enumerate(frames) for record in f[key]}
pairs.insert(0, 'from', [source[r] for r in pairs.l])
pairs.insert(2, 'to', [source[r] for r in pairs.r])
pairs.to_csv(out, header=False, index=False)
