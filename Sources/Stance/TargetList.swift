import Article

/// The entities that are mentioned, as targets with identifiers.
struct TargetList: Sendable {
    /// In the order of the first mention.
    private(set) var targets: [Article.Target] = []
    private var ids: [Int: String] = [:]

    /// - Parameters:
    ///   - entities: all that the article speaks of.
    ///   - mentions: those of targets.
    init(_ entities: [Entity], _ mentions: some Sequence<Mention>) {
        var taken: Set<String> = []
        for mention in mentions where ids[mention.entity] == nil {
            let entity = entities[mention.entity]
            let slug = Self.slug(entity.name)
            var (id, next) = (slug, 2)
            while !taken.insert(id).inserted {
                id = "\(slug)-\(next)"
                next += 1
            }
            ids[mention.entity] = id
            targets.append(Article.Target(id: id, name: entity.name, kind: entity.kind))
        }
    }

    func id(of entity: Int) -> String { ids[entity] ?? "" }

    /// Letters and digits in lower case, with one hyphen for whatever stands between.
    static func slug(_ name: String) -> String {
        var slug = ""
        var isPending = false
        for character in name.lowercased() {
            guard character.isLetter || character.isNumber else {
                // "U.S." and "O'Neill" are one word each.
                if ![".", "'", "\u{2019}"].contains(character) { isPending = true }
                continue
            }
            if isPending, !slug.isEmpty { slug.append("-") }
            isPending = false
            slug.append(character)
        }
        return slug.isEmpty ? "target" : slug
    }
}
