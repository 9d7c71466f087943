internal import Article
internal import Evaluation
internal import JSON
internal import Stance

/// A text with labelled mentions, in our form or in that of NewsMTSC (Hamborg & Donnay, EACL 2021).
struct LabelledText {
    let text: ScalarText
    let targets: [Target]

    struct Target {
        var span: ScalarSpan
        var label: Article.Label
        var kind: String?
    }

    /// - Throws: ``JSONError`` with the path of the first member at fault.
    init(_ json: JSON) throws(JSONError) {
        var members = try JSONMembers(json, "a line")
        let isNewsMTSC = members.rest["sentence_normalized"] != nil
        let text = ScalarText(try members.string(isNewsMTSC ? "sentence_normalized" : "text"))
        let targets = try members.list("targets") { json throws(JSONError) in
            isNewsMTSC ? try Self.newsMTSC(json, text.count) : try Self.own(json, text.count)
        }
        guard let targets else { throw JSONError("missing; expected an array of labelled targets", path: ["targets"]) }
        self.text = text
        self.targets = targets
    }

    func pairs(_ scorer: any StanceScorer) -> [StanceScore.Pair] {
        guard !targets.isEmpty else { return [] }
        return zip(targets, scorer.score(text, targets: targets.map(\.span))).map { target, probabilities in
            var pair = StanceScore.Pair(gold: target.label, predicted: probabilities)
            pair.kind = target.kind
            pair.hasQuotes = hasQuotes
            pair.targets = targets.count
            return pair
        }
    }

    private var hasQuotes: Bool {
        text.scalars.contains { ["\"", "\u{201C}", "\u{201D}", "\u{201E}", "\u{00AB}"].contains($0) }
    }

    private static func own(_ json: JSON, _ count: Int) throws(JSONError) -> Target {
        let span = try TargetedText.span(json, count: count)
        guard let label = json["label"]?.string.flatMap(Article.Label.init) else {
            throw JSONError("expected against, neutral or favor", path: ["label"])
        }
        return Target(span: span, label: label, kind: json["kind"]?.string)
    }

    private static func newsMTSC(_ json: JSON, _ count: Int) throws(JSONError) -> Target {
        var members = try JSONMembers(json, "a target")
        let span: JSON = ["start": JSON(try members.count("from")), "end": JSON(try members.count("to"))]
        let label: Article.Label? =
            switch try members.number("polarity") {
            case 2: .against
            case 4: .neutral
            case 6: .favor
            default: nil
            }
        guard let label else { throw JSONError("expected 2, 4 or 6", path: ["polarity"]) }
        return Target(span: try TargetedText.span(span, count: count), label: label)
    }
}
