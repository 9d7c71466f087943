import Article

/// Targets that a researcher names, beyond the names that are found in the text anyway.
package struct TargetCatalog: Hashable, Sendable {
    /// One target: somebody, something or some question to take a stance on.
    package struct Target: Hashable, Sendable {
        package var name: String
        /// `person`, `organization`, `place`, `issue`, `event`, or another word.
        package var kind: String
        /// Other ways to call it. An alias with a capital matches names only; one without matches either way.
        package var aliases: [String]

        package init(name: String, kind: String, aliases: [String] = []) {
            self.name = name
            self.kind = kind
            self.aliases = aliases
        }
    }

    package var targets: [Target]

    package init(_ targets: [Target] = []) { self.targets = targets }

    /// This catalogue and another; where both have a target of one name, the other adds its aliases and sets the kind.
    package func merging(_ other: Self) -> Self {
        var merged = self
        var places: [String: Int] = [:]
        for (index, target) in targets.enumerated() { places[target.name.lowercased()] = index }
        for target in other.targets {
            if let index = places[target.name.lowercased()] {
                merged.targets[index].kind = target.kind
                let known = Set(merged.targets[index].aliases)
                merged.targets[index].aliases += target.aliases.filter { !known.contains($0) }
            } else {
                places[target.name.lowercased()] = merged.targets.count
                merged.targets.append(target)
            }
        }
        return merged
    }

    /// The words of a name or alias, as the text is cut into words.
    static func words(_ phrase: String) -> [String] {
        let text = ScalarText(phrase)
        return Tokenizer.tokens(of: text, in: ScalarSpan(0, text.count)).map(\.word)
    }

    /// What a catalogue may hold. A thousand times what anybody is likely to write, and far from what would hurt.
    enum Bounds {
        static let bytes = 4_000_000
        static let targets = 10_000
        static let aliases = 200
        static let length = 200
    }
}

/// Why a catalogue of targets was refused.
package struct TargetCatalogError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file, as it was named.
    package var file: String
    /// From 1; `nil` where no line is at fault.
    package var line: Int?
    /// What is wrong and what to do.
    package var reason: String

    package var description: String { line.map { "\(file):\($0): \(reason)" } ?? "\(file): \(reason)" }
}
