/// The parts of labelled pairs that differ in how hard they are: by kind of target, by quotation marks and by how many
/// targets a sentence has.
package enum StanceSubsets {
    /// A part and its name, such as `with_quotes`.
    package struct Subset: Hashable, Sendable {
        package var name: String
        package var score: StanceScore
    }

    /// The parts that hold any pairs. All kinds that the data tells have a part.
    package static func scores(of pairs: [StanceScore.Pair]) -> [Subset] {
        let kinds = Set(pairs.compactMap(\.kind)).sorted()
        var parts: [(name: String, pairs: [StanceScore.Pair])] = kinds.map { kind in
            ("kind_\(kind)", pairs.filter { $0.kind == kind })
        }
        parts.append(("without_quotes", pairs.filter { !$0.hasQuotes }))
        parts.append(("with_quotes", pairs.filter(\.hasQuotes)))
        parts.append(("one_target", pairs.filter { $0.targets == 1 }))
        parts.append(("two_targets", pairs.filter { $0.targets == 2 }))
        parts.append(("three_or_more_targets", pairs.filter { $0.targets > 2 }))
        return parts.filter { !$0.pairs.isEmpty }.map { Subset(name: $0.name, score: StanceScore($0.pairs)) }
    }
}
