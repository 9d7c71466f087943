/// Verbs by which a sentence tells that its subject is for or against its object: `Holt accused the mayor of neglect`.
///
/// Collected for this project from general knowledge. They ascribe no words; those that do so too are in ``ReportingVerbs``.
enum StanceVerbs {
    /// Whether the verb's object follows it at once.
    static func takesObject(_ verb: String) -> Bool { direct.contains(verb) }

    /// The particles and prepositions between the verb and its object: `lashed out at`.
    static func phrases(_ verb: String) -> [[String]] { prepositional[verb] ?? [] }

    /// Whether "of" after the object tells what it is accused of.
    static func takesCharge(_ verb: String) -> Bool { charging.contains(verb) }

    private static let direct: Set<String> = forms(
        """
        accuse admire admonish adore applaud appreciate assail attack back bash befriend berate blame blast boycott castigate
        celebrate censure champion chastise cherish chide commend compliment condemn congratulate criticise criticize decry
        defend denigrate denounce deplore deride despise detest disavow disown disparage dismiss disrespect distrust embrace
        endorse extol* fault favour favor flay hail hammer hate honour honor idolise idolize impugn insult lambast lambaste
        lampoon laud loathe love malign mistrust mock needle oppose pan* pillory praise rebuff rebuke reject repudiate reprimand
        resent respect revere revile ridicule salute savage scapegoat scold scorn shame slam* slate smear spurn sue support
        suspect taunt thank trash vilify welcome
        """
    )
    .union("backs backed backing upbraid upbraids upbraided upbraiding".split(separator: " ").map(String.init))

    private static let charging: Set<String> = forms("accuse suspect")

    private static let prepositional: [String: [[String]]] = {
        var table: [String: [[String]]] = [:]
        for line in lines.split(separator: "\n") {
            let parts = line.split(separator: ":")
            let phrases = parts[1].split(separator: "|").map { $0.split(separator: " ").map(String.init) }
            for verb in forms(String(parts[0])) { table[verb, default: []] += phrases }
        }
        return table
    }()

    private static let lines = """
        lash hit/hits/hitting strike/strikes/struck/striking: out at | back at
        fire: back at
        take/takes/took/taken/taking: aim at | issue with | exception to | a swipe at | a dig at
        speak/speaks/spoke/spoken/speaking: out against | up for | out for
        come/comes/came/coming: to the defence of | to the defense of | out against | out for
        stand/stands/stood/standing: up for | by | with | against
        rise/rises/rose/risen/rising: to the defence of | to the defense of
        rail inveigh fulminate protest campaign lobby crusade: against
        campaign lobby root advocate: for
        side sympathise sympathize: with | against
        heap pour lavish: praise on | scorn on | blame on | praise upon
        pay/pays/paid/paying: tribute to
        disapprove approve despair: of
        turn: on | against
        sneer scoff jeer swipe: at
        object: to
        vote: for | against
        express voice: support for | admiration for | sympathy for | opposition to | confidence in | contempt for
        """

    private static func forms(_ verbs: String) -> Set<String> {
        Set(
            verbs.split(whereSeparator: \.isWhitespace).flatMap { entry in
                entry.contains("/") ? entry.split(separator: "/").map(String.init) : Inflection.regular(entry).all
            }
        )
    }
}
