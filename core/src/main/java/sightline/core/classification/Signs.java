package sightline.core.classification;

import sightline.core.classification.Sign.Group;

import java.util.List;

/**
 * The words that are looked for in the log of a call, each with the reason for it. By the law
 * (Domestic Abuse Act 2021 sections 1 to 3: who is connected, what can be abuse) and by what
 * reviews found calls hidden under; no word is here for the sake of one log.
 */
final class Signs {
    private static final String ANYBODY =
            "(?:mother|mum|mam|mom|father|dad|son|daughter|brother|sister|aunt|auntie|uncle|nephew"
                    + "|niece|cousin|grandson|granddaughter|grandmother|grandfather|gran|granny|nan"
                    + "|nana|grandad|parents?)";
    private static final String OUTSIDERS =
            "(?:neighbours?|next[- ]door|landlord|landlady|tenants?|letting agents?|customers?"
                    + "|shopkeeper|shop staff|staff|colleagues?|co-?workers?|workmates?|employer"
                    + "|boss|manager|flat-?mates?|house-?mates?|lodger|strangers?|driver|cyclist"
                    + "|builder|bailiffs?|doormen|doorman|door staff|security(?: guards?)?|resident"
                    + "|dog walker|delivery \\w+|passer-?by|youths|teenagers)";

    private static final List<Sign> ALL =
            List.of(
                    // Who they are to each other.
                    Sign.of(
                            Group.COUPLE,
                            "A partner or former partner",
                            "Partners, former ones too, are personally connected: section 2(1)(a) to"
                                    + " (e)",
                            "(?<!business )(?<!trading )(?<!dance )(?<!training )(?<!sparring"
                                    + " )(?<!work )(?<!tennis )(?<!crime )(?:ex[- ]?)?(?:partner|boyfriend"
                                    + "|girlfriend|boyf|girlf|bf|gf|husb|hubby|husband|wife|fianc[eé]e?|spouse|missus|other"
                                    + " half)(?:s|'s|’s)?\\b(?! agenc| organi[sz]ation)"),
                    Sign.of(
                            Group.COUPLE,
                            "A former partner",
                            "Former partners are personally connected: section 2(1)(e)",
                            "ex\\b(?![- ]?(?:colleague|employ|tenant|neighbour|army|service|police"
                                    + "|pupil|friend|flatmate))|separated\\b|divorc\\w+|estranged"
                                    + "|split up|splitting up|(?:we|they|since the|since we|since they) split|bro(?:ke|ken) up|break[- ]?up"
                                    + "|(?:ended|ending|end of) (?:the|their|a|it with)"
                                    + " ?(?:relationship)?\\b(?=.{0,4}\\b(?:relationship|him|her))"
                                    + "|used to (?:live together|go out|be together|see each other)"),
                    Sign.of(
                            Group.COUPLE,
                            "A relationship",
                            "People in an intimate relationship are personally connected: section"
                                    + " 2(1)(e)",
                            "in a relationship|on[- ](?:and[- ])?off relationship|relationship"
                                    + " (?:with|between|issues|problems|breakdown|had|has|ended)"
                                    + "|(?:been|started|stopped) seeing (?:him|her|each"
                                    + " other)|seeing each other|dating|living"
                                    + " together|liv(?:e|ed|es|ing) with (?:him|her)\\b|married"
                                    + "|marital|(?:her|his) (?:fella|feller|bloke|man|woman|lad)\\b"
                                    + "|(?:a|the|this|married|young|elderly) couple\\b(?! of)"),
                    Sign.of(
                            Group.COUPLE,
                            "Parents of one child",
                            "Each has a parental relationship to the same child: section 2(1)(f)",
                            "(?:bab(?:y|ies)|child(?:ren)?|kids?|son|daughter)(?:['’]?s['’]?)?"
                                    + " (?:father|dad|mother|mum)\\b|(?:father|dad|mother|mum) (?:of|to)"
                                    + " (?:her|his|the|their) (?:\\w+ )?(?:child|children|baby|kids"
                                    + "|son|daughter)|contact (?:handover|arrangements?|time|visit)"
                                    + "|hand-?over of (?:the )?(?:child|kids)|child"
                                    + " contact|custody of|access to (?:the|his|her|their)"
                                    + " (?:child|kids|son|daughter|baby)|co-?parent\\w*"),
                    Sign.of(
                            Group.RELATIVE,
                            "A relative",
                            "Relatives, also by marriage, are personally connected: section 2(1)(g)",
                            "(?:his|her|their|my|own|adult|grown-up|elderly|older|younger|eldest"
                                    + "|youngest|the) (?:\\w+ ){0,2}?(?:step-?|half-?)?"
                                    + ANYBODY
                                    + "(?:-in-law)?(?:s|'s|’s)?\\b(?! tongue| board)"
                                    + "|(?:step-?|half-?)"
                                    + ANYBODY
                                    + "\\b|"
                                    + ANYBODY
                                    + "[- ]in[- ]law|"
                                    + ANYBODY
                                    + " and (?:his |her )?(?:adult |grown-up )?"
                                    + ANYBODY
                                    + "\\b|(?:two|both|between) (?:\\w+ )?(?:brothers|sisters|siblings"
                                    + "|cousins)|family (?:member|dispute|argument|row|matter)"),
                    Sign.of(
                            Group.COUPLE,
                            "A way in, or things kept there",
                            "Keys, or belongings at the other's home: a sign of a present or former"
                                    + " tie",
                            "let (?:him|her)self in|(?:has|had|kept|with|using|own) (?:a|his|her|the"
                                    + "|own) (?:spare )?keys?\\b|(?:collect|fetch|get|pick up|came"
                                    + " for|for|return for)(?:ing|ed)? (?:his|her) (?:\\w+"
                                    + " )?(?:things|belongings|stuff|clothes|property|possessions)"
                                    + "|(?:moved|kicked|thrown|threw) (?:\\w+ )?out\\b|staying there"
                                    + " on and off|stays over"),
                    // What was done.
                    Sign.of(
                            Group.CONDUCT,
                            "Force against a person",
                            "Physical abuse: section 1(3)(a)",
                            "knock(?:s|ed|ing) (?:him|her|them|me) (?:about|around|over|down)|hit(?:s|ting)?\\b(?! (?:the )?(?:kerb|car|wall|tree|lamp|bollard|his head"
                                    + "|her head|and run))|slap\\w*|punch\\w*|kick(?:ed|s|ing)\\b(?! (?:a|the)"
                                    + " (?:foot)?ball| off)|push(?:ed|es|ing)\\b|shov(?:ed|es|ing)"
                                    + "|grab(?:bed|s|bing)?\\b|strangl\\w*|chok(?:ed|ing)|head-?butt\\w*"
                                    + "|bit(?:ten)? (?:him|her|his|the)|spat (?:at|on|in)|spit(?:ting)? at"
                                    + "|drag(?:ged|ging)|pinned|struck|scratched|assault\\w*"
                                    + "|manhandl\\w*|physical (?:altercation|fight)|fight(?:ing)?\\b"
                                    + "|fought|by (?:the|her|his) (?:throat|neck|hair|arms?|wrists?)"
                                    + "|hands? (?:round|around|on) (?:her|his|the)"
                                    + " (?:throat|neck)|thr(?:ew|own) (?:a|an|the|his|her|it|things|hot)"
                                    + "|went for (?:him|her)|laid hands|violen\\w+"),
                    Sign.of(
                            Group.CONDUCT,
                            "A threat",
                            "Violent or threatening behaviour: section 1(3)(b)",
                            "threat\\w*|(?:kill|hurt|stab|harm|burn) (?:her|him|you|me|them)(?:self)?\\b"
                                    + "|(?:going|coming) to get (?:her|him|you)|knife|weapon"
                                    + "|aggressive(?:ly)?|intimidat\\w*"),
                    Sign.of(
                            Group.ROW,
                            "A row or disturbance",
                            "A dispute can be part of a course of conduct",
                            "shout\\w*|screech\\w*|scream\\w*|yell\\w*|row(?:s|ing|ed)?\\b(?!"
                                    + " (?:of|boat|machine))|argu(?:ment|ments|ing|ed|es|e)\\b|raised"
                                    + " voices|voices raised|bang(?:s|ing|ed)?\\b|thumping|slanging"
                                    + "|f(?:a|e)ll(?:en|ing)?[- ]out\\b|altercation|disturbance|heated|swear(?:ing)?"
                                    + "|swore|verbal(?:ly)?\\b|abus(?:e|ed|ive|ing)\\b|disagreement"
                                    + "|kicking off|kicked off|domestic\\b(?!"
                                    + " (?:waste|appliance|refuse|animal|cat|dog|flight|boiler|rubbish"
                                    + "|property|premises|dwelling|electric|heating|bin))"),
                    Sign.of(
                            Group.CONDUCT,
                            "Damage to things",
                            "Damage frightens, and can take away a means of calling for help",
                            "smash\\w*|damag\\w*|br(?:oke|oken|eaking)\\b(?! (?:down|leg|arm|ankle|up))"
                                    + "|(?:fist|foot|boot|hole) (?:through|in) (?:a|the|her|his)"
                                    + "|slash(?:ed|ing)|rip(?:ped|ping)|set fire|keyed"
                                    + "|forced (?:the|his|her) (?:door|way)|(?:overturned|upturned|upended)"
                                    + "|put (?:the|a|her|his) (?:\\w+ )?window"),
                    Sign.of(
                            Group.CONDUCT,
                            "Control",
                            "Controlling or coercive, or economic abuse: section 1(3)(c) and (d)",
                            "(?:w(?:ould|ill)|wo|would) ?(?:not|n['’]t) (?:let|allow|leave)\\b|wont let|not (?:been )?allowed|unless (?:she|he|i|they)\\b|withh(?:eld|old\\w*)|(?:took|taken|nicked|stole|stolen|pinched) (?:her|his|my|their)\\b"
                                    + "|refus(?:ed|es|ing) to (?:leave|let|go|give|hand)"
                                    + "|lock(?:ed|s|ing) (?:\\w+ )?(?:in|out|the)\\b"
                                    + "|block(?:ed|ing) (?:the|her|his) (?:door|way|exit|path)"
                                    + "|(?:took|taken|takes|taking|snatch\\w*|grabbed|hid|hidden|kept|keeps)"
                                    + " (?:her|his|my|the) (?:\\w+ )?(?:phone|keys?|cards?|bank \\w+"
                                    + "|money|wages|pension|passport|purse)|control(?:s|led|ling)\\b"
                                    + "|check(?:s|ing|ed) (?:her|his) (?:phone|messages)|track(?:er|ing|ed)"
                                    + "|demand(?:s|ed|ing) money|money (?:from|off) (?:her|him|his|them)"
                                    + "|jealous\\w*|accus(?:ed|es|ing)"),
                    Sign.of(
                            Group.CONDUCT,
                            "Unwanted contact",
                            "Harassment can be a course of abuse, after a relationship too",
                            "harass\\w*|pester\\w*|stalk\\w*|follow(?:ed|ing|s) (?:her|him|them|me)"
                                    + "|turn(?:ed|s|ing) up|bombard\\w*|unwanted"
                                    + "|(?:\\d+|dozens? of|repeated|constant|numerous|many|several"
                                    + "|abusive|nasty|malicious) (?:missed )?(?:calls?|texts?|messages?"
                                    + "|emails?|voicemails?)|(?:kept|keeps|keep) (?:on )?(?:ringing|calling"
                                    + "|texting|messaging|phoning|coming|turning)"
                                    + "|(?:sat|waiting|waits|parked|stood|standing|hanging around) outside"
                                    + "|watching (?:her|his|the)|will not (?:go away|leave)|breach\\w*"
                                    + "|non-?molestation|restraining order|bail conditions"),
                    // What could not be said.
                    Sign.of(
                            Group.GUARDED,
                            "Not free to speak",
                            "Whoever is not spoken to alone may not be able to say",
                            "(?:would|did|could|will) ?(?:not|n['’]t) (?:talk|speak|say|engage|answer"
                                    + "|come to the door|open|give|disclose|elaborate|look|make eye"
                                    + "|let (?:us|officers|police))|(?:did|does) ?(?:not|n['’]t) (?:want"
                                    + "|wish) (?:to|any|police|him|her|us)|reluctant|in front of"
                                    + " (?:him|her)|(?:while|whilst|when) he was in"
                                    + "|look(?:ed|ing|s) (?:at|to) (?:him|her)"
                                    + "|(?:spoke|speaking|answer(?:ed|ing)|talk(?:ed|ing)) (?:for|over)"
                                    + " (?:her|him)|(?:stood|stayed|hovered|hovering|remained) (?:behind"
                                    + "|beside|next to|close|nearby|in (?:the )?(?:doorway|hall|background))"
                                    + "|whisper\\w*|hung up|line (?:went dead|cleared|cut|dropped)|call"
                                    + " (?:dropped|cut|ended|terminated)|open line|silent call"
                                    + "|retract\\w*|chang(?:ed|ing) (?:her|his) (?:account|story|mind)"
                                    + "|play(?:ed|ing) it down|minimis\\w*"),
                    Sign.of(
                            Group.GUARDED,
                            "Afraid or distressed",
                            "Fear of one of the two is a sign of abuse",
                            "shaken|shaking|begg(?:ed|ing)|begs\\b|upset|distress\\w*|crying|in tears|tearful|frighten\\w*"
                                    + "|scared|afraid|fear(?:s|ful|ed)?\\b|nervous|timid|withdrawn"
                                    + "|hiding|hid (?:in|behind)|fled|flee\\w*|ran (?:out|to)"
                                    + "|run (?:out|from)|sob(?:bing|bed)?\\b|help me"),
                    Sign.of(
                            Group.GUARDED,
                            "Marks or an account of them",
                            "An injury, or an account of one, that nobody asked further about",
                            "red(?:dened)? (?:mark|cheek|face|arm|neck)\\w*|redness|bruis\\w*|black eye"
                                    + "|swollen|swelling|(?:split|cut|bleeding|bloody|bloodied|fat) (?:lip"
                                    + "|nose|eye|hand|eyebrow)|marks? (?:on|to|around|round) (?:her|his|the)"
                                    + "|walked into|(?:fell|fallen) (?:down|on|against|into)|caught"
                                    + " (?:it|her|his)|clumsy|grip marks?"),
                    // Children.
                    Sign.of(
                            Group.CHILD,
                            "A child there",
                            "A child who sees, hears or experiences it, and is related to either, is a"
                                    + " victim: section 3",
                            "child(?:ren)?\\b(?! (?:playing|support))|bab(?:y|ies)\\b|toddler"
                                    + "|kids?\\b|infant|(?:son|daughter|boy|girl),? (?:aged )?\\d"),
                    // Against.
                    Sign.of(
                            Group.OUTSIDER,
                            "Somebody from outside",
                            "The log says that it was with somebody who is no partner and no relative",
                            "(?:dispute|argu\\w+|row|altercation|disagreement|feud|complain\\w*|issues?"
                                    + "|problems?|words|fight|trouble|incident|confrontation) (?:with|between"
                                    + "|involving|from|against|about) (?:\\w+ ){0,4}?"
                                    + OUTSIDERS
                                    + "\\b|neighbours?['’]? (?:dispute|feud|disagreement)|(?:two|both)"
                                    + " (?:\\w+ )?"
                                    + OUTSIDERS
                                    + "\\b|(?:unknown|unk|unidentified|unrelated) (?:\\w+ )?(?:males?|females?"
                                    + "|m[ae]n|wom[ae]n|persons?|offenders?|suspects?|youths?|group"
                                    + "|people)|strangers?\\b|"
                                    + OUTSIDERS
                                    + " (?:\\w+ ){0,3}?(?:threaten|assault|punch|push|abus|shouted at|swore"
                                    + "|hit|spat|grab|became aggressive)\\w*"
                                    + "|group of (?:youths|males|lads|teenagers|kids)|road rage"
                                    + "|(?:boundary|parking|fence|hedge) (?:\\w+ )?(?:dispute|row|space|issue"
                                    + "|line)|partners? (?:in|of) (?:the |a )?(?:firm|business|company|garage|practice)|shoplift\\w*|bouncers?\\b|door staff"),
                    Sign.of(
                            Group.UNRELATED,
                            "Said to be unconnected",
                            "The log says that the two have no tie",
                            "not (?:in a relationship|related|a couple|known to (?:each"
                                    + " other|one another))|no (?:known )?(?:relationship|relation"
                                    + "|connection|link|tie)s? (?:between|to|with)|never"
                                    + " met|(?:do|did) not know (?:each other|him|her|them)|unknown to"
                                    + " (?:each other|one another|him|her|the victim)"
                                    + "|(?:just|only|are|were|as|long-?time) (?:\\w+ )?(?:flat-?mates?|house-?mates?"
                                    + "|colleagues?|work ?mates?|co-?workers?|classmates?|team-?mates?|business"
                                    + " partners?|lodgers?)\\b"),
                    Sign.of(
                            Group.OTHERWISE,
                            "From something else",
                            "The log gives another origin of what was heard",
                            "television|tv (?:was )?(?:on|loud|turned)|loud tv|film|movie|video"
                                    + " ?games?|gaming|games? console|headset|x-?box|playstation|online"
                                    + " game|watching (?:the )?(?:football|match|boxing|rugby|game)"
                                    + "|karaoke|rehears\\w*|drama (?:group|practice)|singing"
                                    + "|birthday party|laugh\\w*|hugg(?:ed|ing)|kiss(?:ed|ing)|held hands|good humou?r|celebrat\\w*|hen (?:do|party)|(?:house|garden|hen|stag)"
                                    + " party|(?:loud )?music\\b|fireworks?|dogs? barking|building"
                                    + " work|diy\\b|drill(?:ing)?\\b|smoke alarm|burglar alarm"),
                    Sign.of(
                            Group.OTHERWISE,
                            "A mishap or mistake",
                            "The log gives an accident, an illness or a call by mistake",
                            "mis-?dial\\w*|pocket dial\\w*|dialled (?:by (?:mistake|accident)"
                                    + "|accidentally|in error)|call(?:ed)? (?:by (?:mistake|accident)|in"
                                    + " error)|accidental(?:ly)?\\b|by accident|(?:playing|played) with"
                                    + " (?:the|a|his|her) phone|wrong (?:number|address)"
                                    + "|surgery|collapsed|fainted|heart attack|seizure|epilep\\w*|diabetic|dementia|alzheimer\\w*|stroke\\b"
                                    + "|phone (?:was )?(?:flat|switched off|out of charge|battery)"
                                    + "|battery (?:died|dead|flat|went)|forgot\\w*|storm|wind blew|stone from"),
                    Sign.of(
                            Group.CALM,
                            "Nothing seen",
                            "Officers saw no injury or damage, or everybody calm",
                            "no (?:visible )?(?:injur(?:y|ies)|offences?|complaints?|threats?|signs? of"
                                    + "|damage|concerns?)\\b|all (?:in order|fine|well|calm|quiet)"
                                    + "|thank(?:s|ed|ing|ful)?\\b|happy|agree(?:d|s)?\\b|consent|no (?:adverse|allegations?|vulnerabilit\\w+|fear)|found (?:safe|well)|mediation|spoken to alone|seen alone|(?:both|all parties|everyone) (?:\\w+ )?calm|safe and well|words of"
                                    + " advice"));

    private Signs() {}

    static List<Sign> all() {
        return ALL;
    }
}
