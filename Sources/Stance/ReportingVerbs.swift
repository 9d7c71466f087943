/// The verbs by which English ascribes words and thoughts to somebody, with what each takes.
///
/// Collected for this project from general knowledge; the frames are those that dictionaries of verb patterns give
/// (verb + that, verb + object + that, verb + quotation, verb + object + as). Which verbs take part, and how much of what
/// follows is content, was judged on the train split of PolNeAR (Newell et al., LREC 2018).
enum ReportingVerbs {
    struct Frame: OptionSet, Sendable {
        let rawValue: UInt16
        /// `said they would`: content without "that".
        static let bare = Frame(rawValue: 1)
        /// `showed that they would`: content with "that", "whether" or a question word only.
        static let that = Frame(rawValue: 2)
        /// `told him that`: somebody spoken to comes between.
        static let listener = Frame(rawValue: 4)
        /// `called it a joke`, `praised it as`: content is all that follows.
        static let naming = Frame(rawValue: 8)
        /// `vowed to stay`, `urged them to stay`: content with "to" or an -ing form.
        static let infinitive = Frame(rawValue: 16)
        /// `"…," he joked`: ascribes quotations only.
        static let quotation = Frame(rawValue: 32)
        /// Ascribes words that were said, rather than thoughts.
        static let speech = Frame(rawValue: 64)
        /// `the poll showed that`, but also `his silence shows that`: the subject must be somebody, or a document.
        static let evidence = Frame(rawValue: 128)
        /// `criticized the deal`, `cited a report`: content is the object and what follows.
        static let object = Frame(rawValue: 256)
        /// `spoke about the deal`: content after a preposition; see ``ReportingVerbs/takes(_:_:)``.
        static let prepositional = Frame(rawValue: 512)
    }

    static func frame(_ word: String) -> Frame? { table[word] }

    static func isSpeech(_ word: String) -> Bool { table[word]?.contains(.speech) ?? false }

    /// Whether the verb takes what it ascribes after this preposition: `called for sanctions`, `spoke about the deal`.
    static func takes(_ verb: String, _ preposition: String) -> Bool {
        prepositions[verb]?.contains(preposition) ?? false
    }

    /// Whether the verb ascribes only what follows a preposition.
    static func isPrepositional(_ verb: String) -> Bool { prepositions[verb] != nil }

    private static let table: [String: Frame] = {
        var table: [String: Frame] = [:]
        for verb in prepositions.keys { table[verb] = .prepositional }
        for (verbs, frame) in lines {
            for entry in verbs.split(separator: " ") {
                for form in forms(entry) { table[form, default: []].formUnion(frame) }
            }
        }
        return table
    }()

    private static let prepositions: [String: Set<String>] = {
        var table: [String: Set<String>] = [:]
        for line in prepositionLines.split(separator: "\n") {
            let parts = line.split(separator: ":")
            for entry in parts[0].split(separator: " ") {
                for form in forms(entry) {
                    table[form, default: []].formUnion(parts[1].split(separator: " ").map(String.init))
                }
            }
        }
        return table
    }()

    private static func forms(_ entry: Substring) -> [String] {
        entry.contains("/") ? entry.split(separator: "/").map(String.init) : Inflection.regular(entry).all
    }

    private static let prepositionLines = """
        call: for on
        talk/talks/talked/talking speak/speaks/spoke/spoken/speaking: about of
        complain worry joke warn boast brag* ask speculate wonder tweet: about of
        point refer* allude respond react object: to
        argue plead advocate: for
        hint: at
        agree disagree: with on
        focus: on
        vote: for against
        push press: for against
        say/says/said/saying: of about
        argue rail caution warn speak/speaks/spoke/spoken/speaking: against
        accuse: of
        insist comment: on
        express: about
        side: with
        """

    private static let lines: [(verbs: String, frame: Frame)] = [
        ("say/says/said/saying", [.bare, .that, .quotation, .speech]),
        (
            "add claim insist announce argue explain note report contend allege acknowledge concede "
                + "confirm assert reply remark observe predict admit/admits/admitted/admitting boast",
            [.bare, .that, .quotation, .speech]
        ),
        ("declare maintain states/stated/stating", [.that, .quotation, .speech]),
        ("suggest indicate reveal", [.bare, .that, .quotation, .evidence]),
        (
            "write/writes/wrote/written/writing tweet post comment recall respond testify conclude warn complain caution "
                + "emphasize emphasise stress reiterate repeat counter retort affirm proclaim lament quip* joke muse recount "
                + "elaborate clarify opine attest hint guess/guesses/guessed/guessing plead swear/swears/swore/sworn/swearing "
                + "advise mention disclose relate point agree disagree",
            [.that, .quotation, .speech]
        ),
        (
            "signal imply show/shows/showed/shown/showing demonstrate find/finds/found/finding",
            [.that, .quotation, .evidence]
        ),
        (
            "think/thinks/thought/thinking believe hope suspect assume expect figure reckon",
            [.bare, .that]
        ),
        (
            "feel/feels/felt/feeling fear worry doubt wonder suppose conclude dream determine imagine estimate calculate deny "
                + "speculate decide project forecast hear/hears/heard hold/holds/held wish learn recognize recognise know/knows/knew/known "
                + "understand/understands/understood question rule consider see/sees/saw/seen realize realise",
            [.that]
        ),
        ("tell/tells/told/telling", [.listener, .that, .quotation, .speech]),
        (
            "assure inform remind warn convince persuade notify advise reassure ask",
            [.listener, .that, .speech]
        ),
        (
            "call describe dub* label brand characterize characterise portray depict term deride dismiss denounce decry hail "
                + "praise laud slam* blast mock ridicule condemn criticize criticise",
            [.naming, .speech]
        ),
        (
            "ask vow promise threaten pledge urge demand propose request call recommend order swear/swears/swore/sworn beg* "
                + "hope plead advise encourage instruct refuse decline seek/seeks/sought/seeking want offer agree prefer* "
                + "expect intend plan* claim hope aim",
            [.infinitive]
        ),
        (
            "ask answer continue shout cry yell whisper murmur mutter exclaim snap* laugh begin/begins/began/begun shoot "
                + "conclude go/goes/went demand read/reads vow pledge promise urge scoff sneer fume rant thunder chant echo "
                + "gush offer deadpan* interject intone tease chuckle sigh implore question request sing/sings/sang finish",
            [.quotation, .speech]
        ),
        // What is said of something, without a clause.
        (
            "criticize criticise praise denounce condemn decry deride slam* blast mock ridicule laud hail applaud assail "
                + "blame accuse thank cite mention describe reference invoke defend dismiss reject oppose endorse "
                + "support/supports/supported favor favour question "
                + "tout champion bemoan lament lambast lambaste rebuke chide chastise berate castigate admonish bash attack "
                + "highlight emphasize emphasise stress reiterate repeat recall predict propose promise urge note announce "
                + "acknowledge admit/admits/admitted/admitting confirm claim suggest deny explain "
                + "voice express convey issue detail outline discuss list "
                + "liken compare want fear oppose disavow back/backs/backed retweet quote echo welcome celebrate "
                + "recommend request demand order contemplate consider advocate protest contest dispute refute deem "
                + "declare portray depict label credit warn remind tweet report show/shows/showed/shown/showing "
                + "think/thinks/thought see/sees/saw/seen prefer* envision underscore",
            [.object]
        ),
    ]
}
