internal import VisibleText
internal import Yams

extension TargetCatalog {
    /// Reads a catalogue:
    ///
    ///     targets:
    ///       - name: sanctions
    ///         kind: issue
    ///         aliases: [the sanctions, economic sanctions]
    ///
    /// - Parameter file: the name of the file, for the error.
    /// - Throws: ``TargetCatalogError`` for bytes that are not YAML, unknown or missing keys, wrong types, and too much
    ///   of anything.
    package init(yaml: String, file: String) throws(TargetCatalogError) {
        try self.init(CatalogReader(file: file).read(yaml))
    }
}

private struct CatalogReader {
    let file: String

    func error(_ node: Node?, _ reason: String) -> TargetCatalogError {
        TargetCatalogError(file: file, line: node?.mark?.line, reason: reason)
    }

    func read(_ yaml: String) throws(TargetCatalogError) -> [TargetCatalog.Target] {
        guard yaml.utf8.count <= TargetCatalog.Bounds.bytes else {
            throw error(nil, "more than \(TargetCatalog.Bounds.bytes) bytes; split the catalogue into files")
        }
        guard !AliasSyntax.isIn(yaml) else {
            throw error(nil, "anchors and aliases (&name, *name) are not read here; write each text out")
        }
        let root: Node?
        do { root = try Parser(yaml: yaml).singleRoot() } catch { throw unreadable(error) }
        guard let root else { throw self.error(nil, "the file is empty; write \"targets:\" and a list") }
        let members = try mapping(root, "the catalogue", keys: ["targets"])
        guard let list = members["targets"] else { throw error(root, "\"targets\" is missing") }
        guard let nodes = list.sequence else {
            throw error(list, "\"targets\" must be a list of targets, each \"- name: …\"")
        }
        guard nodes.count <= TargetCatalog.Bounds.targets else {
            throw error(list, "\(nodes.count) targets; at most \(TargetCatalog.Bounds.targets) fit in a file")
        }
        var targets: [TargetCatalog.Target] = []
        var seen: Set<String> = []
        for node in nodes {
            let target = try target(node)
            guard seen.insert(target.name.lowercased()).inserted else {
                throw error(node, "\(VisibleText.quoted(target.name)) is there twice; put all aliases under one")
            }
            targets.append(target)
        }
        return targets
    }

    private func unreadable(_ error: any Error) -> TargetCatalogError {
        guard let error = error as? YamlError else { return self.error(nil, "not YAML: mend the file") }
        let line: Int? =
            switch error {
            case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
            default: nil
            }
        let reason =
            switch error {
            case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _): problem
            case .duplicatedKeysInMapping: "a key is there twice"
            default: "mend the file or convert it to UTF-8"
            }
        return TargetCatalogError(file: file, line: line, reason: "not YAML: \(reason)")
    }

    private func target(_ node: Node) throws(TargetCatalogError) -> TargetCatalog.Target {
        let members = try mapping(node, "a target", keys: ["name", "kind", "aliases"])
        guard let name = members["name"] else { throw error(node, "a target needs a \"name\"") }
        guard let kind = members["kind"] else {
            throw error(node, "a target needs a \"kind\", such as person, organization, place, issue or event")
        }
        var aliases: [String] = []
        if let list = members["aliases"] {
            guard let nodes = list.sequence else {
                throw error(list, "\"aliases\" must be a list of texts, such as [a, b]")
            }
            guard nodes.count <= TargetCatalog.Bounds.aliases else {
                throw error(list, "\(nodes.count) aliases; at most \(TargetCatalog.Bounds.aliases) fit under a target")
            }
            for alias in nodes { aliases.append(try phrase(alias, "an alias")) }
        }
        return TargetCatalog.Target(
            name: try phrase(name, "\"name\""),
            kind: try text(kind, "\"kind\"").lowercased(),
            aliases: aliases
        )
    }

    private func mapping(_ node: Node, _ what: String, keys: [String]) throws(TargetCatalogError) -> [String: Node] {
        guard let mapping = node.mapping else {
            throw error(node, "\(what) must be keys with values: \(keys.joined(separator: ", "))")
        }
        var members: [String: Node] = [:]
        for (key, value) in mapping {
            guard let name = key.string, keys.contains(name) else {
                let name = key.string.map(VisibleText.quoted) ?? "this key"
                throw error(key, "\(what) has no \(name); it has \(keys.joined(separator: ", "))")
            }
            members[name] = value
        }
        return members
    }

    private func text(_ node: Node, _ what: String) throws(TargetCatalogError) -> String {
        guard let scalar = node.scalar, Self.isText(scalar) else {
            throw error(node, "\(what) must be a text; put numbers and yes or no in quotation marks")
        }
        let text = scalar.string
        guard !text.isEmpty, text.unicodeScalars.count <= TargetCatalog.Bounds.length else {
            throw error(node, "\(what) must have 1 to \(TargetCatalog.Bounds.length) characters")
        }
        return text
    }

    private func phrase(_ node: Node, _ what: String) throws(TargetCatalogError) -> String {
        let text = try text(node, what)
        guard TargetCatalog.words(text).contains(where: { $0.first?.isLetter ?? false }) else {
            throw error(node, "\(what) has no word to look for; write at least one letter")
        }
        return text
    }

    private static func isText(_ scalar: Node.Scalar) -> Bool {
        scalar.style == .singleQuoted || scalar.style == .doubleQuoted
            || Node.scalar(scalar).tag.description == Tag.Name.str.rawValue
    }
}
