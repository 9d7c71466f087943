/// The verbs and nouns by which English ascribes words and thoughts to somebody, with what each takes.
///
/// Collected for this project from general knowledge; what is a class of its own follows the frames that
/// dictionaries of verb patterns give (verb + that, verb + object + that, verb + quotation, verb + object + as).
enum ReportingVerbs {
    struct Frame: OptionSet, Sendable {
        let rawValue: UInt8
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
    }

    static func frame(_ word: String) -> Frame? { table[word] }

    static func isSpeech(_ word: String) -> Bool { table[word]?.contains(.speech) ?? false }

    /// `a claim that`, `fears that`.
    static let nouns = WordList(
        """
        claim claims assertion assertions statement argument arguments belief beliefs fear fears hope hopes concern concerns
        suggestion suggestions allegation allegations accusation accusations warning warnings view promise promises idea
        notion conclusion opinion theory speculation rumor rumors complaint complaints prediction predictions impression
        insistence assurance assurances contention admission reports doubt doubts suspicion suspicions
        """
    )

    /// Words between a subject and its verb.
    static let between = WordList(
        """
        also later then now has have had have already recently once often repeatedly once again always just even still
        further first never not who n't 's 've 'd did does do will would could may might must can is was are were be been
        to being tried tries trying sought seeks continued continues going wants wanted went on began seemed seems appeared
        appears managed refused refuses declined declines
        """
    )

    /// Documents that speak: `the poll found that`.
    static let documents = WordList(
        """
        poll polls survey surveys report reports study studies data analysis investigation document documents review research
        researchers officials official sources source records figures census statement letter memo email emails article
        evidence audit experts scientists analysts economists critics
        """
    )

    private static let table: [String: Frame] = {
        var table: [String: Frame] = [:]
        for (verbs, frame) in lines {
            for entry in verbs.split(separator: " ") {
                let forms =
                    entry.contains("/") ? entry.split(separator: "/").map(String.init) : Inflection.regular(entry).all
                for form in forms { table[form, default: []].formUnion(frame) }
            }
        }
        return table
    }()

    private static let lines: [(verbs: String, frame: Frame)] = [
        ("say/says/said/saying", [.bare, .that, .quotation, .speech]),
        (
            "add state claim insist declare announce argue explain note report contend maintain allege acknowledge concede "
                + "confirm assert reply remark observe predict admit* admit/admits/admitted/admitting boast",
            [.bare, .that, .quotation, .speech]
        ),
        (
            "write/writes/wrote/written/writing tweet post comment recall respond testify conclude warn complain caution "
                + "emphasize emphasise stress reiterate repeat counter retort affirm proclaim lament quip* joke muse recount "
                + "elaborate clarify opine attest hint guess/guesses/guessed/guessing plead swear/swears/swore/sworn/swearing "
                + "advise mention disclose relate point agree disagree",
            [.that, .quotation, .speech]
        ),
        (
            "reveal signal indicate suggest imply show/shows/showed/shown demonstrate find/finds/found",
            [.that, .quotation, .evidence]
        ),
        (
            "think/thinks/thought/thinking believe hope suspect assume expect figure reckon",
            [.bare, .that]
        ),
        (
            "feel/feels/felt fear worry doubt wonder suppose conclude dream determine imagine estimate calculate deny "
                + "speculate decide project forecast hear/hears/heard hold/holds/held wish",
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
            "ask vow promise threaten pledge urge demand propose request call recommend order swear instruct beg* hope plead "
                + "advise encourage",
            [.infinitive]
        ),
        (
            "ask answer continue shout cry yell whisper murmur mutter exclaim ask snap* laugh begin/begins/began/begun shoot "
                + "conclude go/goes/went demand read/reads vow pledge promise urge scoff sneer fume rant thunder chant echo "
                + "gush offer deadpan* interject intone tease chuckle sigh implore question request sing/sings/sang finish",
            [.quotation, .speech]
        ),
    ]
}
