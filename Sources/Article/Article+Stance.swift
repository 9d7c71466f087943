package import JSON

extension Article {
    /// Words that the article ascribes to somebody other than its author.
    package struct Attribution: Hashable, Sendable {
        package enum Kind: String, Hashable, Sendable, CaseIterable {
            /// In quotation marks.
            case direct
            /// Reported: "said that …", "according to …".
            case indirect
            /// Reported, with some of the words in quotation marks.
            case mixed
        }

        package var kind: Kind
        /// The words ascribed.
        package var span: ScalarSpan
        /// The words that ascribe them, such as "said".
        package var cue: ScalarSpan?
        package var speaker: Speaker?
        package var extra: JSONObject = [:]
        /// Unknown members of `cue`.
        package var cueExtra: JSONObject = [:]

        package init(_ kind: Kind, _ span: ScalarSpan, cue: ScalarSpan? = nil, speaker: Speaker? = nil) {
            self.kind = kind
            self.span = span
            self.cue = cue
            self.speaker = speaker
        }
    }

    /// Who is quoted: the full name as far as the article gives it, and the mention beside the quotation.
    package struct Speaker: Hashable, Sendable {
        package var name: String
        package var span: ScalarSpan?
        package var extra: JSONObject = [:]

        package init(name: String, span: ScalarSpan? = nil) {
            self.name = name
            self.span = span
        }
    }

    /// Somebody or something that stances are taken toward.
    package struct Target: Hashable, Sendable {
        /// Unique in the article: the name in lower case with hyphens, such as `kim-jong-un`.
        package var id: String
        package var name: String
        /// `person`, `organization`, `place`, `issue`, `event`, or another word from the configuration.
        package var kind: String
        package var overall: Overall?
        package var extra: JSONObject = [:]

        package init(id: String, name: String, kind: String, overall: Overall? = nil) {
            self.id = id
            self.name = name
            self.kind = kind
            self.overall = overall
        }
    }

    /// What a whole article comes to toward a target, whoever takes the stances.
    package struct Overall: Hashable, Sendable {
        package var label: Label
        /// The mean of the scores of all stances, from −1 (against) to 1 (favor).
        package var score: Double
        /// How many stances it is of.
        package var count: Int
        package var extra: JSONObject = [:]

        package init(label: Label, score: Double, count: Int) {
            self.label = label
            self.score = score
            self.count = count
        }
    }

    /// Whose stance it is.
    package enum Holder: Hashable, Sendable {
        case author
        /// Somebody quoted; `nil` where the text names nobody.
        case quoted(name: String?)
    }

    /// What the holder's words express toward the target.
    package enum Label: String, Hashable, Sendable, CaseIterable {
        case against, neutral, favor
    }

    /// The probability of each label; they add up to 1.
    package struct Probabilities: Hashable, Sendable {
        package var against: Double
        package var neutral: Double
        package var favor: Double

        package init(against: Double, neutral: Double, favor: Double) {
            self.against = against
            self.neutral = neutral
            self.favor = favor
        }

        /// P(favor) − P(against), from −1 to 1.
        package var score: Double { favor - against }

        /// The most probable label; `neutral` where it is tied for that.
        package var label: Label {
            if neutral >= against && neutral >= favor { return .neutral }
            return against >= favor ? .against : .favor
        }

        package var confidence: Double { max(against, neutral, favor) }
    }

    /// One holder's stance toward one mention of a target in one sentence.
    package struct Stance: Hashable, Sendable {
        /// The index in ``Article/sentences``.
        package var sentence: Int
        /// The ``Target/id``.
        package var target: String
        /// The mention.
        package var span: ScalarSpan
        package var holder: Holder
        package var probabilities: Probabilities
        package var extra: JSONObject = [:]
        /// Unknown members of `holder`.
        package var holderExtra: JSONObject = [:]
        /// Unknown members of `probabilities`.
        package var probabilitiesExtra: JSONObject = [:]

        package init(sentence: Int, target: String, span: ScalarSpan, holder: Holder, probabilities: Probabilities) {
            self.sentence = sentence
            self.target = target
            self.span = span
            self.holder = holder
            self.probabilities = probabilities
        }

        package var label: Label { probabilities.label }
        package var score: Double { probabilities.score }
    }

    /// The stance of one holder toward one target over the whole article.
    package struct Summary: Hashable, Sendable {
        package var target: String
        package var holder: Holder
        package var label: Label
        /// From −1 (against) to 1 (favor).
        package var score: Double
        /// How many stances it summarises.
        package var count: Int
        /// The 95% interval of the score.
        package var interval: ClosedRange<Double>
        /// The most telling sentences, best first, as indices in ``Article/sentences``.
        package var sentences: [Int]
        package var extra: JSONObject = [:]
        /// Unknown members of `holder`.
        package var holderExtra: JSONObject = [:]

        package init(
            target: String,
            holder: Holder,
            label: Label,
            score: Double,
            count: Int,
            interval: ClosedRange<Double>,
            sentences: [Int]
        ) {
            self.target = target
            self.holder = holder
            self.label = label
            self.score = score
            self.count = count
            self.interval = interval
            self.sentences = sentences
        }
    }
}
