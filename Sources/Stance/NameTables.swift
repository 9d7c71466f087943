/// Small tables by which names are told from other capitalised words and their kinds are guessed.
///
/// Written from general knowledge for this project; the configuration overrides what they get wrong.
enum NameTables {
    /// Abbreviations that keep their full stop, so that it does not end a name.
    static let abbreviations = WordList("mr mrs ms dr sen rep gov gen col lt sgt capt prof rev hon st jr sr amb adm")

    /// Words before a name that say it is a person's. They are no part of the name.
    static let titles = WordList(
        """
        president vice-president premier chancellor minister secretary senator representative congressman congresswoman
        governor mayor judge justice general colonel captain sergeant admiral lieutenant major ambassador king queen prince
        princess pope bishop archbishop cardinal rabbi imam sheikh ayatollah sultan emir lord lady sir dame professor
        doctor chairman chairwoman chair speaker chief director commissioner councilman councilwoman councillor
        attorney spokesman spokeswoman spokesperson envoy leader detective officer sheriff coach prime vice deputy
        candidate nominee reverend pastor minister mister miss dictator chairperson
        mr mr. mrs mrs. ms ms. dr dr. sen sen. rep rep. gov gov. gen gen. col col. lt lt. sgt sgt. capt capt. prof prof.
        rev rev. hon hon. amb amb. adm adm.
        """
    )

    static let maleTitles = WordList("mr mr. king prince lord sir pope congressman chairman spokesman mister")
    static let femaleTitles = WordList(
        "mrs mrs. ms ms. miss queen princess lady dame congresswoman chairwoman spokeswoman"
    )

    /// Small words that may stand inside a person's name.
    static let particles = WordList("de del della di da dos du la le van von der den ten ter bin ibn al el ben abu y")

    /// Heads after which "of", "for" and "the" carry the name on: `University of …`.
    static let ofHeads = WordList(
        """
        university bank department ministry house state council court republic kingdom board bureau institute college
        church school league union association federation office chamber academy society commission committee center
        centre city people's democratic united secretary army house_of gulf bay cape isle strait duke prince knights
        """
    )

    static let organizationWords = WordList(
        """
        department ministry university college school institute institution council committee commission court agency bureau
        administration authority board party congress senate parliament house assembly cabinet union association federation
        league alliance coalition front movement army navy guard guards force forces police corps service services bank fund
        foundation trust group company corporation corp corp. inc inc. ltd llc plc co co. partners industries holdings
        airlines airways motors systems technologies media news post times journal tribune herald gazette review guardian
        press network broadcasting radio television magazine center centre church hospital society club team secretariat
        organization organisation nations office laboratory brotherhood taliban pentagon kremlin interpol democrats
        republicans conservatives liberals greens labour democrat republican associates brothers watch international
        """
    )

    static let placeWords = WordList(
        """
        river lake sea ocean bay gulf strait island islands isle mountain mountains mount valley desert peninsula coast cape
        city town village county province state states district street avenue road square park beach port airport fort hills
        hill heights falls bridge dam tower plaza kingdom republic emirates territory region bank_of
        """
    )

    /// Words that begin the names of places: `North Korea`, `New Delhi`, `Port Caradine`.
    static let placePrefixes = WordList(
        "north south east west new port san santa los las el saint mount lake fort lower upper low high"
    )

    static let eventWords = WordList(
        "summit war games olympics cup election elections treaty accord agreement conference festival act convention uprising"
    )

    static let places = WordList(
        """
        us u.s. u.s usa uk u.k. uae eu america britain england scotland wales ireland france germany spain portugal italy
        greece turkey poland hungary austria switzerland belgium netherlands denmark norway sweden finland iceland russia
        ukraine belarus georgia armenia azerbaijan moldova romania bulgaria serbia croatia bosnia kosovo albania slovenia
        slovakia estonia latvia lithuania czechia china japan korea taiwan mongolia vietnam laos cambodia thailand myanmar
        burma malaysia singapore indonesia philippines india pakistan bangladesh nepal bhutan afghanistan iran iraq syria
        lebanon jordan israel palestine gaza yemen oman qatar kuwait bahrain egypt libya tunisia algeria morocco sudan
        ethiopia eritrea somalia kenya uganda rwanda burundi tanzania congo angola zambia zimbabwe mozambique botswana
        namibia nigeria ghana senegal mali niger chad cameroon liberia canada mexico guatemala honduras nicaragua panama
        cuba haiti jamaica venezuela colombia ecuador peru bolivia brazil chile argentina uruguay paraguay australia
        europe asia africa antarctica
        washington london paris berlin moscow beijing tokyo seoul pyongyang delhi rome madrid brussels geneva vienna kyiv
        kiev warsaw prague budapest athens ankara istanbul tehran baghdad damascus beirut jerusalem cairo tripoli nairobi
        lagos johannesburg toronto ottawa havana caracas bogota lima santiago sydney melbourne canberra shanghai mumbai
        karachi kabul islamabad dhaka bangkok manila jakarta hanoi dubai doha riyadh boston chicago houston dallas miami
        philadelphia atlanta detroit seattle denver phoenix baltimore cleveland pittsburgh minneapolis milwaukee
        alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa
        kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska
        nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia wisconsin wyoming manhattan brooklyn
        hollywood crimea catalonia siberia kashmir tibet xinjiang darfur chechnya aleppo mosul benghazi
        """
    )

    static let calendar = WordList(
        """
        monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
        october november december
        """
    )

    /// Words that are counted rather than named: `Article 7`.
    static let numbered = WordList(
        """
        article game chapter section act phase page table figure title level part day week room route highway amendment item
        proposition resolution rule flight
        """
    )

    /// Capitalised words that name nobody one takes a stance toward: days, months, holidays, languages, nationalities.
    static let excluded = WordList(
        """
        monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
        october november december christmas easter thanksgiving ramadan halloween i ok tv am pm a.m. p.m. god mr mr. mrs mrs. ms
        ms. dr dr. ceo cfo coo dna gdp rsvp faq ad bc ph.d. phd gop-led jr jr. sr sr. ii iii iv
        french german spanish italian greek turkish polish dutch danish swedish norwegian finnish irish scottish welsh british
        english swiss chinese japanese portuguese burmese vietnamese lebanese sudanese congolese taiwanese sinhalese nepalese
        maltese afghan afghans thai thais arab arabs arabic kurd kurds kurdish jew jews jewish muslim muslims islamic islam
        christian christians christianity catholic catholics protestant protestants hindu hindus sikh sikhs buddhist buddhists
        israeli israelis iraqi iraqis pakistani pakistanis yemeni yemenis qatari saudi saudis emirati kuwaiti bangladeshi
        somali somalis filipino filipinos latino latinos latina hispanic hispanics black blacks white whites turks turk pole
        poles dane danes swede swedes finn finns czech czechs slovak slovaks serb serbs croat croats greeks brit brits
        frenchman frenchmen englishman englishmen irishman scots internet web nazi nazis communist communists marxist socialist
        socialists western eastern northern southern midwestern westerners democratic gop-backed earth
        """
    )

    /// Endings of nationalities: `Korean`, `Brazilians`. Words of places and persons with the same ending are few.
    static func isDemonym(_ word: String) -> Bool {
        if excluded.contains(word) { return true }
        let stem = word.hasSuffix("s") ? word.dropLast() : word[...]
        guard stem.utf8.count >= 6, !places.contains(word), !givenNames.contains(word) else { return false }
        return stem.hasSuffix("ian") || stem.hasSuffix("ean") || stem.hasSuffix("ican") || stem.hasSuffix("nese")
    }

    /// Family names that come first, as in Korea, China and Vietnam.
    static let familyFirst = WordList(
        """
        kim park moon choi jung kang cho yoon jang lim han oh seo shin kwon hwang ahn song hong xi mao deng hu wen zhou zhao
        wang li liu chen yang huang wu xu sun ma zhu guo lin luo zheng liang tang feng yu dong xiao nguyen tran pham hoang
        phan vu vo dang bui do
        """
    )

    static let givenNames = WordList(
        """
        james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald
        steven steve paul andrew joshua kenneth kevin brian george timothy ronald jason edward jeffrey jeff ryan jacob gary
        nicholas eric jonathan stephen larry justin scott brandon benjamin ben samuel sam gregory alexander alex patrick frank
        raymond jack dennis jerry tyler aaron jose adam nathan henry zachary douglas peter kyle noah ethan jeremy walter
        christian keith roger terry austin sean gerald carl harold dylan arthur lawrence jordan jesse bryan billy bruce gabriel
        joe logan alan juan albert willie elijah wayne randy vincent mason roy ralph bobby russell bradley philip phil eugene
        barack joe bernie ted marco jeb mitt newt rick rand chris ben bill al hugh eliot elliot anton tomas piet boris
        vladimir sergei dmitry ivan emmanuel nicolas francois angela theresa tony gordon nigel jeremy keir rishi justin
        mohammed muhammad mohamed ahmed ali hassan hussein omar abdul ibrahim yusuf bashar benjamin narendra imran
        mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley
        kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia kathleen
        amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine debra rachel carolyn janet
        catherine maria heather diane ruth julie olivia joyce virginia victoria kelly lauren christina joan evelyn judith
        megan andrea cheryl hannah jacqueline martha gloria teresa ann anne sara madison frances kathryn janice jean alice
        hillary chelsea melania ivanka kamala condoleezza elena sonia ilse miriam lucia rosa carmen fatima aisha leila petra
        """
    )

    static let femaleNames = WordList(
        """
        mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley
        kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia kathleen
        amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine debra rachel carolyn janet
        catherine maria heather diane ruth julie olivia joyce virginia victoria lauren christina joan evelyn judith
        megan andrea cheryl hannah jacqueline martha gloria teresa ann anne sara madison frances kathryn janice jean alice
        hillary chelsea melania ivanka kamala condoleezza elena sonia ilse miriam lucia rosa carmen fatima aisha leila petra
        theresa
        """
    )

    /// Words that begin sentences and are no names, beyond those that the article itself uses in lower case.
    static let openers = WordList(
        """
        the a an this that these those there here it its he his she her they their we our you your i my who whose whom what
        which when where why how if unless until while although though because since as at by for from in into of off on onto
        out over to toward towards under up upon with within without about above across after against along among around
        before behind below beneath beside besides between beyond despite down during except inside like near outside past
        through throughout and but or nor so yet not no none nobody nothing never neither either both each every all any some
        such many much more most few fewer less several one two three four five six seven eight nine ten first second third
        another other others same even still just only also too then now today tomorrow yesterday tonight again ever perhaps
        maybe meanwhile moreover however therefore thus hence indeed instead otherwise nevertheless nonetheless furthermore
        finally lastly next later earlier once twice soon often sometimes always rather quite very well yes please let is are
        was were be been being am do does did done has have had having can could will would shall should may might must
        according addressing asked given despite amid whether whatever whoever whenever wherever real in- last critics experts
        people officials men women voters lawmakers police patience friends some addressing read consider take look ask
        """
    )
}
