// Made by Training/segmentation/train from UD English EWT (train) and MASC: do not edit.
// CC BY-SA 4.0, as EWT is; see docs/segmentation.md.

extension LanguageRules {
    /// Words that stand inside sentences with a small letter nearly always.
    static let englishCommonWords = """
        abandoned abandoning abilities ability able aboard about above abroad absence absolute absolutely absorb
        absurd abundantly abuse academic academics accent accept acceptable acceptance accepted accepting
        accessibility accessible accessories accident accidentally accommodation accomplish accomplished according
        accordingly account accounting accounts accumulated accuracy accurate accurately accused achieve achieved
        achievement achieving acquire acquired acquiring acronym across acted acting action actions activated
        activation active actively activities activity acts actual actually acupuncturist ad adapted add added adding
        addition additional address addressed addresses adds adequate adhering adjust adjusted adjustment adjustments
        administered administration admit admitted adopted adorable adult adults advanced advantage adventure
        advertised advertising advice advise advised advisors advocacy advocate advocates affair affect affected
        affecting affects affluent afford affordable afraid after aftermath afternoon aftershocks again against age
        aged agenda agents aggravated aggressive aggressively ago agree agreed agreeing agrees ahead aid aim aimed
        airline airport alarm alcohol alert alerted algorithm alike alive alkanes alkene all allegations alleged
        allegedly allies allocated allocation allow allowed allowing allows ally almost alone along already alright
        also alt alter altered alternative alternatives although altogether aluminum always amazing ambitious
        ambulances amend amended amendments ammunition among amounts an analyses analytical analyzing ancient and
        angle angry animals anniversary announced announcement annoying another answer answered answering answers ant
        anthrax antibiotics anticipated ants any anybody anymore anyone anything anytime anyway anyways anywhere aol
        apart apartment aperture apologize apparent apparently appeal appear appearance appearances appeared appears
        appellation appetite appliances applied applies apply appointees appointment appreciate appreciated
        appreciation approach approached approaches appropriate approval approve approved approximately apt
        architecture are area areas arena argue argued arguing argument arguments arise armed arms around arrange
        arranged arrest arrested arrival arrive arrived arriving art article articles articulating artist artistic
        artists as ascending aside ask asked asking asks asp aspect aspects assassinated assassination assault assert
        assess assessment assets assigned assist assistance assisting associated assumed assumes assuming assumptions
        assured astronauts asymmetrical at ate athletes athletics atmosphere atrocities atrophy attach attached
        attachments attack attacked attacks attain attempt attempted attempting attempts attend attended attending
        attention attentive attitude attorneys attract attracted attraction attractive attribute attributed audience
        audio authentic authenticity author authorities authorization authorized authors automatic automatically
        availability available avoid avoided avoiding awake award awarded awarding aware away awful awhile babies
        baby back backed background backyard bad badly bag bags bait balcony balls band bang bankrupt bankruptcy
        banks banned banners bar bare bareback barely barn barrels bars baseball based basic basically basis basket
        basking bass basses bathroom battery battle be beak bear beard bearded bears beat beating beautiful beauty
        became because become becomes becoming becuse bed bedding bedroom beef been beer beers bees before began
        begin beginners beginning begins begun behalf behavior behaviors behaviour behind being beings belief beliefs
        believe believed believes believing belly belong belonged beloved below beneficial benefit benefits best bet
        better between beverage bid big bigger biggest bikes billing billion billions biochemical biological bird
        birth birthday bit bite bites biting biz bizarre black blacklined bladder blame blames blaming bland blank
        blanket bleeding blended blends bless blew blind block blocks blogger blogspot blood bloody blow blowing
        blown blows bluff boarding boards boasts boat bodies body boiled bold bomb bombing bombings bombs bonus book
        booked booking books boolean boot boots border borders boring born boss both bother bottle bottles bottom
        bought bound bourgeoisie bowl boxes boyfriend boys brain branches brand brands brass bravery bread break
        breaking breaks breast breath breathe breed breeding brief bring bringing brings broad broadcast broke broken
        broker bronze brother brothers brought bucks buddy budget budgie bugs build building buildings built bulb
        bulbs bump bunch bundle bunker burden burgers burned burning burst bus buses business businesses busted busy
        but butt butterfly button buy buyers buying by cabin cabinet cafes caffeine cage cages cake calculate
        calculating calendar call called calling calls calm came camera campaigning campus can cancel cancelled
        cancer candidate candidates cannot cant capabilities capability capable capacity capital caps captain capture
        captured car carbon card cards care cared career carefully cares cargo caring carol carried carries carry
        carrying cars cartoon case cases cashout cast casual casualties cat catalog catastrophic catch categories
        category cats caught cause caused causes causing cave cease ceiling celli cells censor cent centers centuries
        certain certainly certainty certificate chain chains chair chairs challenge challenges challenging chance
        chances change changed changes changing channels chaos chapter character characteristics characterization
        characters charcoal charge charged charges chase chatting cheap cheaper cheapest check checked checkerspot
        checking checkout cheek cheese chef chefs chemical chemotaxis chest chew chickens child childhood children
        chiro choice choices choose choosing chord chords chose chosen chromatic cinema circadian circle circles
        circling circularisation circulate circumstances cis cities citizen citizens civilian civilians claim claimed
        claiming claims clan clarify class classes classic classical classified clause clean cleaned cleaner cleaning
        clear clearer clearly clerics click clients climb clip clips clock clockwise close closed closely closer
        closing closings clothes clothing clue clueless coal coat code coffee cold collapse colleagues collect
        collected collection collective collectively collectivization collisions colonialism colony color colored
        colorful colors com combat combination combined come comedy comes comfortable comfortably comic coming
        command commander commanders comment commented comments commerce commercial commit commitment commitments
        committed common communicate communication communities community comp companies company comparable compare
        compared comparing comparison compass compassionate compatible compel compensate compete competing
        competition competitive complained complaining complaint complete completed completely completing complex
        complicated complications component composed compost compressor comprised computer concentrating
        concentration concept concepts concern concerned concerning concerns concert conclude concluded concluding
        conclusion conclusions concrete concur condemn condition conditions conduct conducted conferences confidence
        confident confidential confined confirm confirmation confirmed confirming confirms conflict conflicting
        conflicts confuse confused confusion congregation connected connection connotations conscious consequences
        consider considerable consideration considered considering consistent consistently consisting consists
        conspiracy constant constantly constitute constitutes consulting consume consumer consumers consuming
        consumption contact contacted contacts contain contained container containers containing contains content
        contents context continually continue continued continues continuing contour contract contracted contractor
        contractors contracts contradict contrast contribute contributed contribution contributions control
        controlled controllers controlling controls controversial convention conventional conversation conversations
        conviction convince convinced convincing cook cooked cool cooperation cop copies copy copying core corn
        corner corners corporal correct correction correctly correlation correspond correspondence corresponding
        corrupt cosmovision cost costly costs couch could couldnt counseling count counted counter counties countries
        country countryside coup couple couples coupons courage course courses courteous courts cousin cover coverage
        covered covering covers cozy crack crap crappy crate crazy create created creates creating creation creative
        creatures credibility credit credits crew crickets crime crimes crippling crisis criteria critics critters
        crop cropdusters crossed crowd crowded crucial crude cruise cruises crushing cry cuisine cult cultural
        culture cultures curb cure cured curious current currently cursor curtains curves custom customer customers
        customize customs cut cute cuts cutting cycles cycling dad damage damn damp dancers danger dangerous dark
        darkness data database dated dates dating daughter daughters day daycare days daytime de dead deadline deadly
        deal dealership dealing deals dealt dear death deaths debate debt debtors decade decadence decades deceive
        decent decide decided decision declarations declared decline declined dedicated deed deep deeper deeply deer
        default defeat defeated defeats defended defense defensive definately define defined defining definitely
        definition degree degrees dehydrated delay delete deleted deliberate deliberately delicate delicious
        delighted deliver delivered deliveries delivering delivery demand demanded demanding demands democracy demon
        demonstrate demonstrated dentist deny departments departure dependent depending depends deployed deposit
        deposition depressed dept depth deregulation derived descending descent describe described describes
        describing desert deserted deserve deserves designated designation designed designer desire desired desk
        desperate desperately despite destination destinations destroyed destruction destructive detail detailed
        details detained detect detected detection detectors deteriorated deterioration determination determine
        determined determines devastating develop developed developing developments develops devoted dhin diagnosed
        dial diarrhea did didnt die died dies difference differences different differential difficult difficulties
        difficulty dig diminish dine dining dinner dioxide diplomatic diplomats dir dire direct directed direction
        directions directly dirt dirty disability disagree disappeared disappointed disappointment disaster disclose
        disclosed discomfort discount discounted discouraged discourse discover discovered discrepancy discriminate
        discrimination discuss discussed discussing discussion discussions diseases dish dishes dishonest dismissed
        dismissing displaced display disputes disregard disrupt dissonance distance distinct distinction distinguish
        distinguished distinguishing distortion distracting distribute distributed distribution disturbing diverse
        diversity divided dividends divisions do doctors document documentary documentation documented documents does
        doesnt dog dogs doing dollar dollars domestic dominance dominant dominate dominated dominos donate donations
        done dongle dont door dose doses double doubt doubts dove down downstream dozen draft drafted drafts drag
        dragged drama dramatic dramatically draw drawing drawn dress dressed dresser dresses dried drill drilling
        drinking drinks drive driven driver drivers drives driving drool drop dropped dropping drove drug drugs dual
        duck due duration during dust dusting duty dwarf dying dysfunctional each eager earlier earliest early earned
        ease easier easiest easily easy eat eaten eating eats ebay ecommerce economic economy ecosystems edge edit
        editing editor edu educated education educational eerie effect effected effective effectively effectiveness
        effects effeminate efficacy efficiency efficient efficiently effort efforts eggs ego eight either ekrapels
        elder elected election elections electric electrical electricity element elements elevator eligible eliminate
        eliminated eliminating elk else elses elsewhere em email emailed emails embarrassed embarrassment embedded
        embracing emergency emerging emissions emit emotions empathy emphasis employ employed employee employees
        employment empty enable enacted enchiladas encourage encouraged encouraging end endanger ended ending ends
        enemies enemy enforcement eng engage engaged engagement enjoy enjoyable enjoyed enjoying enjoyment enjoys
        enormous enough enovate enrongss ensure enter entered entering entertainment entire entirely entirety entity
        entourage entrance envelopes environment environmental envoy equal equally equine equipment equipped
        equivalent era error esaibos escape espeak especially essence essential essentially establish established
        establishing establishment establishments estate estimate estimates et etc ethical ethics ethnic ethnicity
        evaluate even evening evenings event events eventually ever every everybody everyday everyone everything
        everywhere evidence evident evil evolution ex exactly exam examination examine examining exceed excellence
        excellent except exception exceptional excited exciting excuse execute executed executing execution exerted
        exhibit exist existed existence existing exists exit expand expanded expanding expect expectancy expectation
        expectations expected expecting expense expenses expensive experience experiences expert expertise experts
        expired explain explained explaining explains explanation explode explore exploring explosives exposed
        exposes exposure expressed expression extend extended extension extensive extent external extra
        extracurricular extradited extradition extraordinary extreme extremely extremist extremists eye eyes fabric
        fabrications fabulous face faced faces facilities facility facing fact factions factor factories factors
        faculty fail failed failing failure fair fairly faith fake faked fallen falling fallout false fame familiar
        families family famous fans fantastic far farce fare farmers farrier fascinating fashion fashioned fast fat
        fatal fatale father fault faulty favor favorable favorite favorites faxed fear feared fears feasible feathers
        feature featured features fed feed feedback feeding feeds feel feeling feelings feels fees feet fell fellow
        felt female females fence ferret fertile few fewer fi fiction field fields fifth fifty fight fighter fighting
        fights figure figured figures filed files filing fill filled filling fills film filmed filmmaking films
        filter filters final finally financed finances financial financing find finding findings finds fine finger
        fingers finish finished fired fires firm firmly firms first fiscal fish fisheries fit fits five fix fixed
        fixing flag flare flat flavor flawless fleeing flesh flew flexible flight flights flood flooding flooring
        flowed flowers flowing flown flows fluid fluids fluorescent fly flying focus focused focuses focusing fold
        folded folks follow followed following follows food foods fool foot football footprint for forage forager
        foragers foraging forbid forbidding forced forces forcruz forecast foreground foreigners forever forget
        forgetting forgot forgotten form formal format formed former forming forms forth forums forward forwarded
        forwarding fossil foster fought found founded founder four fourth fourths fraction fraudulent free freedom
        freely freeze frequency frequent frequently fresh friend friendly friends from front frozen fruit fruits
        frustrated frustrating fry fugato fulfilled fulfilling full fully fun function functional functionality
        functioning functions fundamental fundamentalists funded funding funds funeral fungus funny furnace further
        fuss future futures gaffe gain gained gaining gains gallon game games gang gaps garbage gardens gasp
        gastroenteritis gate gather gathered gathering gave gay gda gender gene generally generate generated
        generates generating generation generations generators generic genetic genetics genius genocide genre gently
        get gets getting ghost giant gift gifts gimp giraffe girl girlfriend girls give given gives giving glad
        glasses glowing gmail go goal goals goes going golden gone gonna good goodness goods got gotta gotten
        governing government governmental gown grab grade grades gradient grading graduated grain grandma grandmother
        grandson granted granting grape grapes graph graphic grasp grateful great greater greatest greatly greatness
        greenhouse greeted greetings grew grey grid grinder grip gripped grippers grocery gross grounds groups grow
        growing grown growth gtee guarantee guaranteed guardian guardsmen guerrilla guerrillas guess guessed guest
        guests guidance guidelines guilty guitar gullible gun guncite guns guy guys gym ha habitat had haha hair
        haircut half halfway hall hand handed handful handle handled handling hands hang happen happened happening
        happens happier happily happiness happy hard harder hardest hardly hardness harm harmless harmonic harmony
        harness harvester has hassle hate hatred have having haying he head headed heading headlines heads healing
        health healthier healthy hear heard hearing hearings heart heat heater heavily heavy heel heels height held
        helicopters hell help helped helpful helping helps hence her here heritage heroine herself hes hesitate
        heterosexual heterosexuals hexsearch hide hiding hierarchy high higher highest highlighted highly highway
        hijackers him himself hints hire hired hiring his hiss hissed historians historical history hit hitting hobby
        hold holding holds hole holes holiday holidays home homeland homeless homemade homeostatic homes homicide
        homosexual homosexuality homosexuals honest honestly honesty honor honorable hop hope hopeful hopefully hopes
        hoping hormone horns horrible horror horse horses hospitality hospitals host hosted hosting hosts hot hotels
        hour hours household houses housing how however huge hugs human humane humanity humble hundred hundreds hung
        hungry hunt hurling hurry hurt hurting husband hutch hybrid hydrocarb hydrocarbons hypocrisy hypothesis
        hysterical ice idea ideal ideas identical identified identify identifying identity ideology idiots ie if
        ignorance ignorant ignore ignored illegal illness image images imagination imagine imgur immediate
        immediately immensely immigrants immigrate immunity impact impeccable impenetrable implement implementation
        implemented implementing implications implicit implies imply importance important importantly imported
        imposing impossible impress impressed impression impressionist impressive imprisoned improve improved
        improving in inability inaccurate inactive inappropriate incarnations inch incident incite incited incitement
        include included includes including incompetence incompetent incomplete incorporates incorrect incorrectly
        increase increased increases increasing increasingly incredible incredibly incubation indeed indefinitely
        indicate indicated indicates indicating indication individual individually individuals industries industry
        ineffective inevitable inevitably inexpensive infections inferior inflation influence influences influencing
        info inform information informative informed infrastructure ingredients inhabited inherent initial initialize
        initially initiate initiated initiative initiatives injured injuries injury injustice inner innocent
        innovation innovative inoperable input inputs inquired inquiries insane insects insert inside insight insist
        insomnia inspection inspector inspired install installed installing instance instances instant instead
        instinct institutions insurance insurgency insurgents integer integrity intellect intellectual intend
        intended intends intense intent intention interact interactions intercepted intercompany interest interested
        interesting interests interfere interference internal interpret interpretation intervallic intervening
        interview interviewed interviewers into introduce introduced introductions intuitive intuitively invaded
        invasion invented invention inventory inversion invested investigating investigation investment invitation
        invite invited invoice invoices invoicing involve involved involvement involves involving iron is islamists
        isolated issue issued issues it item items itm its itself ive jacks jar jaw jeans jerk jets jihadis job jobs
        join joined joining joking journalist journey juice juicy jump jumped jumping just justification justified
        karma keen keep keeping keeps kept key kick kid kidding kidney kids kill killed killers killing kilometres
        kind kinda kinds kitten kittens knew knife knock know knowing knowledge knowledgeable known knows label
        labeled labeling labels labor lack lacked lacks ladies lag laid lamp land language languages lap laptop large
        largely larger largest laser last lasted lasting lasts late lately later latest latter laugh laughed laughing
        laughter launch launched launcher launching laurie laws lawyer layer layers lazy lead leader leaders
        leadership leading leads leaf learn learned learning lease leash least leave leaves leaving lecture led left
        leg legally legend legislature legislatures legitimacy legs leisure length lesion less lesson let lets letter
        letters letting lettuce level levels leverage liberal licensed lie lies life lifeboats lifestyle lifetime
        lift lifted light lighter lights like liked likely likes likewise limit limited line lineatus lines link
        linked links lions liq liquidation list listed listen listened listening lists literally literature litter
        little live lived lives living lo loads loan lobby lobster local locally locate located location locations
        lock logic logo lol long longer longest look looked looking looks lope lose loses losing lost lot lots loud
        love loved lovely lover loves loving low lower lowered loyal loyalty luck lucky lunar lunch lying lyrics
        machine machines mad made magic magnitude mail mailed mailings mailto main mainly mainstream maintain
        maintained maintaining maintenance major majority make makes making male males malleable man manage managed
        mandate mandatory mankind manned manner manners mantra manual manufacturer manufacturing many map marked
        market marketers markets marks marriages married marry marsh marvelous mass masses massive match matching
        mate material materials matter matters mature maybe me meal meals mean meaning meaningful means meant
        meantime measure measures meat mechanic mechanism media medium meet meeting meetings megawatt melt melted
        melting member members membership memo memorable memories memory men mental mention mentioned mentions menu
        mere merely merit mess message messages messed messy met metal meter metering method methods meticulous mezza
        mice mid midden midst midterms might migrant migrated mikegigi mild mile miles militant militants military
        militias milk mill million millions mills mind minded minds mine minerals mines minimal minimum minor mins
        minus minute minutes misc misleading miss missed missile missiles missing mission mistake mistakes mix mixed
        mmbtu mobility mode model modeling models modem moderate moderates modern modified mold moment moments money
        monitor monk month monthly months monumental moors mop moral more morning mosque mosques most mostly motel
        mothers motion motivation motive motives motivic mound mounting mouse mouth move moved movement moves movie
        movies moving much multi multiple murder murdered murderer murderers murders muscle muscles musical musicians
        must muster mutual my myself mysterious nail naive naked name named names narrative narrow narrowed nation
        native natural navigate navigation near nearby nearest nearly neat neatly necessarily necessary necessity
        neck need needed needing needs negative negotiated neighbor neighborhood neighborhoods neighboring neighbors
        neighbourhood neighbours neither neo nerve nervous nest nestenter nestexit nestmate nestmates nestorient
        nestpatrol nests neurological never newborn newer newly news newspaper newspapers next nice nicely nicest
        night nights nine nmemdrft no nobody noise non none noon nor normal normally nose not notable notch note
        notebook noted notepad notes nothing notice noticed notification notified notify notion notions now nowhere
        nuclear number numbers numerous nutritional object objections objects objid obligated obligation obscure
        observation observe observers obtain obtained obvious obviously occasion occasional occasionally occasions
        occupation occur occurred occurrence occurrences occurring occurs odd of off offended offer offered offering
        offers office officers offices official officially officials offset offsets offspring often oil old older
        oldest olds on onboard once one ones ongoing only onto open opened opening openly operate operated operating
        operation operations operative opinion opponent opportunities opportunity oppose opposed opposite opposition
        optimal optimistic option optionality options or orbit order ordered ordering ordinary org organization
        organizations organize organized orient origin original originally origins other others otherwise our ours
        ourselves out outcome outer outlets output outside outstanding outward over overall overcharges overcome
        overdue overflow overnight overpriced overseas overthrow overview overwhelming owe owes own owned owner
        owners ownership pack package packages packed pact page pages paid pain painful paint painted painting pair
        pairs panel pants paper papers paperwork par paraded parakeet parakeets parallel paranoia parents parking
        parliament part partial participants participate participating participation particular particularly parties
        partly partner partners partnerships parts pass passage passages passed passes passing passionate passport
        past paste pasted pasture path paths patience patient patients patrol patroller patrollers patrolling pattern
        pay payable payers paying payments pays peace peaceful pecorp pedicure peeing penalties penalty pencil
        penines peninsula pentatonic people per perceived percent perception perfect perfection perfectly perform
        performed performing perhaps period periods permanent permission permit persistent person personal
        personality personally persons perspective pet petition petroleum pets phase phenomenon pheromone pheromones
        philosophy phoned phones photo photodiodes photograph photographer photographs photoreceptors photos phrase
        physical pick picked picket picking pictures pie piece pieces pillow pilots pinkies pinky pipe pipeline
        pissed pitch pitched pitches pizza place placed places plain plan plane planes planned planning plans plant
        plants plaster plastic platform play played players playing plays pleasant pleasantly please pleased pleasure
        pledge pledged plenty plight plot plume plunge pocket pockets point pointed pointing points poison polar
        polarization police policies political politicians poll pollution polygamous pools poor poorly popular
        popularity populated population populations pork portion ports pose posed poses position positions positive
        possessed possibilities possibility possible possibly post posted poster posters posting posts pot potato
        potential potentially pour poverty power powerful powers practical practice practices practicing pray prayer
        pre preceded precisely predators predict predisposition predominantly prefer preference preferred pregnant
        premise premium preorder preparation preparations prepare prepared preparing presence present presented
        presents preserve pressure prestige pretend pretends pretty prevailing prevented preventing previous
        previously prey price priced prices pricey priest primarily primary principle principles print printed
        printing prior priority prisoners private privileged pro probability probably problem problems procedure
        procedures proceed proceeded proceeding process processes processing processor proclaiming produce produced
        producers produces producing production products profession professional professionalism professionally
        professionals profile profit profitable profits program programme programming progress progressive prohibited
        project projected projects prominent promise promised promote promoted promoting promotion promotional prompt
        proof propaganda propane proper properly properties property proponents proportion propose proposed
        prosecution prosecutors prospect protect protected protecting protectionist protein protest protests proud
        prove proved proven provide provided provider providers provides providing provision pseudocode pub public
        publication publicly publish published pull pulled pulling punished punishment pup puppets puppy purchase
        purchased purchasing pure purity purpose purposes pursue push pushed pushing put putting qualifications
        qualified quality quarter query question questioned questions quick quickly quiet quietly quite quiz quote
        quoted quotes quoting rabbit rabbits race racial racism racist radar radianz radical radicals radio rain
        raise raised raising rally ran ranch rang range ranging rank rape rare rarely rat rate rated rates rather
        rating ratio rats rays reach reached reaches reaching react reaction read reader readers reading ready real
        reality realize realized really realm rear reason reasonable reasoned reasons reassure rebel rebels
        rebuilding recall reccomend receipt receive received receives receiving recent recently receptionist
        receptors recessive recieved recipient reclaimed recognition recognize recognized recommend recommendation
        recommendations recommended reconciliation reconciling reconsider record recorded recording records recover
        recruited rediculous redlined reduce reduced reducing reduction refer reference referenced references
        referred referring refers reflect reflecting reflects refund refunds refuse refused refusing regain regard
        regarding regardless regards regime region regional regionalism regions registered registration regret
        regular regularly regulate regulated regulation regulations regulators reimbursed reins reintroduction
        rejected rejection relate related relating relation relations relationship relationships relative relatively
        relatives relax relaxed relaxing release released releasing relevant reliable relief religion religions rely
        relying remain remainder remained remaining remains remarks remember remembered remembers remind reminded
        reminder remote removal remove removed removing rendered renewal renewed rent rental reopen rep repair
        repaired repairs repeat repeated repeatedly repeating replace replaced replacement replacing replied reply
        report reported reportedly reporter reporting reports represent represented representing represents repressed
        reproduced reptile reputation request requested requests require required requirement requirements requires
        requiring research researchers researching reserved reserves reset resident residents resolutions resolve
        resolved resort resources respect respective respectively respond responded response responsibilities
        responsibility responsible rest restaurant restaurants restored restrictions rests result resulted resulting
        results resume retailers retain retrieve return returned returning returns revealed reversal reverse review
        reviewed reviewer reviewers reviewing reviews revised revision revisions reward rewards rgen rhetoric rhythm
        rhythms rich richest rid ride rides ridiculous riding right righteousness ring rinsed ripped rise risk
        risking risks roadside robot robust rocket rode role roles romantic roof room rooms root roots rosario rotate
        rotation rough roughly round rounds route routine routinely rubbish rude rudeness ruin ruined ruled rulers
        rules ruling run running runs rural rush sacs sad saddle safe safer safety said sail sake salad salads sale
        sales salesman salesperson salon salsa same sample sampling sandwich satanism satisfaction satisfied satisfy
        sauce saved saving saw say saying says scale scam scare scared scary scenario scene scent scheduled
        scheduling schema scheme schizophrenic scholarship schooling schools score scored screen screened screw
        screws scrutiny seal sealed search searching season seat seated seats second secondary seconds secret sect
        sections sector secure see seed seedbombs seeds seeing seek seeking seem seemed seems seen sees seized seldom
        selection selections self sell selling semester semi send sender sending sends sense sensing sensitive
        sensors sensory sent sentence sentiment separate separated separately seperate sequence serious seriously
        serve served serves service serving session sessions set setback sets setting settle settled setup several
        severe sex sexuality sexually shadow shall shape share shared shares sharing sharp she shed sheds sheep sheet
        shelf shelter shift ship shipment shipped shippers shipping ships shirt shit shocked shoe shoes shoot
        shooting shop shopping shops short shortly shot shots should shoulder shout show showed shower showing shown
        shows shut shutdown sick side sides sight sights sign signal signals signature signed significant
        significantly signifies signing signoff signs silk silver similar simple simpler simplicity simply
        simultaneously since single sink sinking sister sit site sites sitting situated situation situations six size
        skill skills skimmer skin sky slam sleep sleepiness sleeping sleepy slept slice slide slight slightly slow
        slower slowly small smaller smallest smart smell smells smile smokers smoking smooth smoothly smuggling snack
        snakes so soaking social socialism socially society soda soft soil solar sold soldiers sole solely solid
        solution solve solved some somebody somehow someone someplace something sometime sometimes somewhat somewhere
        son sonar sonata song songs sonic sons soon sooner sorry sort sorts sought soul souls sound sounded sounds
        sour source sources sovereignty space spacecraft spaces spacious spawn spawning spayed speak speaker speakers
        speaking speaks special specialists specials species specific specifically spectacular speech speed spelling
        spend spending spent spice spicy spikes spin spine spirit spiritual spirituality spite split spoke spoken
        spokesman sponsored spoon spore sports spot spots spotted spray spread spreading spreadsheet squadrons
        squeeze sspagename stabbed stability stabilization stable stacked staff stage stages stain stairs stalk
        stalls stamp stand standard standards standing standpoint stands start started starting starts stated
        statement statements static stating station status stay stayed staying steady step stepped stepping steps
        sterile stick sticks still stimulated stimulation stock stolen stomach stood stop stopped stops storage store
        stores stories storing story straight strain strange stranger strategy streak stream streamside streets
        strength strengthen stress stressed stretch strict strictly strife stripes strong stronger strongest strongly
        struck structural structure struggle struggling stuck students studied studies studio studying stuff stupid
        stupidity sub subject subjects submarine submarines submit submitted subpoenas subroutine subroutines
        subsection subsections subsequent substantial substantially substantiation substantive substitute subtle
        succeed succeeded success successful successfully sucfor such sucpat sudden suddenly suffer suffered
        suffering suffers suggest suggested suggesting suggestion suggestions suggests suicide suit suitable sum
        summary sump sunny sunrise superficial superiority supplement supplied supplier supply support supported
        supporter supporters supporting supports suppose supposed supposedly suppressed sure surely surface surge
        surgeon surgeons surgery surplus surprise surprised surprising surprisingly surrender surrounded surrounding
        surveillance survey survive survived suspect suspected suspicion suspicious swbell sweet swing switch
        switched switching sworn symbol sympathetic sympathizers sympathy symptoms system table tables tactic tag
        tail take taken takes taking talent talented talk talked talking talks tall tame tandem tank tanks target
        targeted targets tariff task tasks taste tasted tasteless tastes tasting tasty taught taxes taxi teach
        teacher team teams tearing technical technically technician technique techniques technological technology
        teeth teething television tell telling tells temp temperature temperatures temples temporary tend tended tens
        tension tensions tent term terminology terms terrible territorial territories territory terror terrorism
        terrorist terrorists test tested testimony testing tests text texts than that thats thawed the theatre their
        them thematic thematically theme themselves then theories therapist therapy there thereby therefore
        thermometer these they thin thing things think thinking thinks third thirty this thorough those though
        thought thoughts thousand thousands thread threat threatened threats three threshold thresholds threw through
        throughout throw throwing thru thug thus thy ticket tickets tide tie tied ties tight tighten tile till time
        timely timer times timing tiny tip tips tire tired tires title titled titles to today toe toes together told
        tolerable tolerate toll tomorrow ton tonal tone tonic tonight tons too took tool tools top topic topics total
        totally touch tough tour tourism tourists toward towards towed town towns toxic toy toys traced track tracked
        tracking trade trader traders trades trading traditionally traditions traffic tragedy trail trailpatrol train
        trained trainers training traits transactions transfer transferred transformation transition translate
        translated translation transmit transmitted transport transportation transported transposed trap trapped
        trash trauma travel traveled traveler traveling travelling treat treated treating treatment treatments treats
        trees tremendous trends trial tribe tricks tried tries trigger triggered trillion trip trips tritone trksid
        trombone troops trot trouble truck true truly trust trusted truth try trying tumor tuna tuned turn turned
        turning turns tutorial twenty twice twin twins twisted two type types typical typically ulterior ultimate
        ultimately unable unanimously unaware unbelievable under undergraduate underground understand understanding
        understands understood undertake undetected unemployed unemployment unethical uneven unexpected unfair
        unfortunate unfortunately unhappy unheard uniform uniforms unique uniquely unit units universal unknown
        unless unlikely unlimited unloading unnamed unnecessary unpopular unprecedented unsuccessful unsure
        untalented until unusual up upbringing upcoming update updated updates upgrade uphold upon upper ups upscale
        upstairs ur urban urge urged urine url use used useful useless users uses using usual usually utilities
        utterly vacation vague valid valuable valuation value valued values valuing var varieties variety various
        varsity vary vast ve vegetable vegetarian veggies vendors venture venue verify version versions very vests
        vet veto vets via viability viable victim victims victory video videos view viewed viewer viewing viewpoints
        views villages violence violent violins virtually virus vis visible vision visit visited visiting visitors
        visits visual vital vivid voice voicemail voices void volatilities volume volunteers vomit vomiting vote
        voted voters votes voting vulnerable wait waited waiter waiting waitress wake walk walked walking walks
        wallet walls wander wangs wanna want wanted wanting wants warehouse warfare warlords warm warmer warming
        warmth warn warned warning warrant warranty wary was wash wasted watch watched watching water waters wave way
        ways we weak weakest wealth weapon weaponize weapons wear wearing weather webpage website websites wedding
        week weekend weekends weekly weeks weight weird welcome welcomed welcoming welfare well went were wet what
        whatever whatsoever wheel wheels when whenever where whereabouts whereas whether which while who whole
        wholesaler wholesalers whom whose why wide widely wider widespread width wife wiki will willing willingly
        willingness win wind window windows wine wineries winery wines wing winner winning wins wires wiring wisdom
        wise wish with withdraw within without witness wives wobblers wolves woman women won wonder wonderful
        wonderfully wondering wont word wording words work worked workers workforce working workout worldwide worms
        worried worries worry worse worst worthwhile would wounded wounds wrap write writers writes writing written
        wrong wrote yada year yearly years yelled yelling yellow yes yesterday yet yheggy you young youngest your
        youre yours yourself yourselves youth yrs zinc zoo zoom
        """
}
