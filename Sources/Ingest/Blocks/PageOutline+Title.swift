internal import Article

extension PageOutline {
    /// The longest title, in bytes.
    private static let longestTitle = 400

    /// Claims the title: the heading that the head names too, else the piece that it names, else the heading that has
    /// most words in common with it.
    mutating func findTitle() {
        let names = titles()
        let keys = names.map { FoldedText($0).key }
        // A text has no fewer bytes than letters; and not many times more.
        let lengths = (keys.map(\.count).min() ?? 0)...(4 * (keys.map(\.count).max() ?? 0))
        let limit = body.isEmpty ? kinds.count : body.lowerBound + 1
        let candidates = kinds.indices.filter { index in
            (pieces[index].level == 1 || index < limit && lengths.contains(draft.pieces[index].range.count))
                && draft.pieces[index].range.count <= Self.longestTitle
                && kinds[index] != .caption
        }
        let headings = candidates.filter { pieces[$0].level == 1 }
        let index =
            headings.first { keys.contains(key($0)) } ?? candidates.first {
                keys.contains(key($0)) && !pieces[$0].isLink
            }
            ?? bestHeading(headings, names)
        if let index { kinds[index] = .title }
        found.title = resolvedTitle(shown: index.map { string($0).trimmed }) ?? names.first
    }

    /// The title by trust: what JSON-LD says, then OpenGraph, then what is shown. What the head says counts where it
    /// says much the same as what is shown: heads also name the site, or call to click.
    private func resolvedTitle(shown: String?) -> String? {
        let given = (linked: head.linked.title.map(withoutSite), graph: head.meta("og:title").map(withoutSite))
        guard let shown else { return given.linked ?? given.graph }
        let (words, key) = (Self.words(shown), FoldedText(shown).key)
        // What is shown, and the site's name behind it.
        func isLonger(_ title: String) -> Bool {
            let other = FoldedText(title).key
            return other.count > key.count && other.starts(with: key)
        }
        let linked = given.linked.flatMap { isLonger($0) ? nil : $0 }
        let graph = given.graph.flatMap { isLonger($0) ? nil : $0 }
        if let linked, FoldedText(linked).key == key || Self.share(words, Self.words(linked)) >= 0.4 {
            if FoldedText(linked).key != key { return linked }
            guard let graph, isShorter(graph, than: shown, words, key) else { return linked }
            return graph
        }
        if let graph, isShorter(graph, than: shown, words, key) { return graph }
        return shown
    }

    /// Whether a title is a shorter form of the one that is shown.
    private func isShorter(_ title: String, than shown: String, _ words: Set<String>, _ key: [UInt8]) -> Bool {
        FoldedText(title).key != key && title.utf8.count < shown.utf8.count
            && Self.share(words, Self.words(title)) >= 0.6
    }

    /// The titles that the head gives, those that are trusted most first.
    private func titles() -> [String] {
        let given: [String?] = [
            known.title, head.linked.title, head.meta("og:title"), head.meta("twitter:title", "title", "dc.title"),
            head.titleElement, head.linked.alternativeTitle,
        ]
        var titles: [String] = []
        for title in given.compactMap({ $0 }) {
            titles.append(withoutSite(title))
            titles.append(title)
        }
        return titles
    }

    private func bestHeading(_ headings: [Int], _ names: [String]) -> Int? {
        var best: (index: Int, share: Double)?
        for index in headings where !pieces[index].isLink || headings.count == 1 {
            let words = Self.words(string(index))
            guard words.count >= 2 else { continue }
            let share = names.map { Self.share(words, Self.words($0)) }.max() ?? 0.5
            if share > best?.share ?? 0.3 { best = (index, share) }
        }
        if let best { return best.index }
        // The only heading of the page is its title, whatever it is called elsewhere.
        guard headings.count == 1, let only = headings.first else { return nil }
        return names.isEmpty || Self.words(string(only)).count >= 3 ? only : nil
    }

    private static func words(_ text: String) -> Set<String> {
        Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
    }

    /// The part of the smaller set that is in both.
    private static func share(_ one: Set<String>, _ other: Set<String>) -> Double {
        let smaller = min(one.count, other.count)
        return smaller == 0 ? 0 : Double(one.intersection(other).count) / Double(smaller)
    }

    /// A title without the name of the site at an end: what is behind the last " | ", and behind the last dash or before
    /// the first where it is the site's name.
    func withoutSite(_ title: String) -> String {
        let title = title.trimmed
        for separator in [" | ", " - ", " – ", " — ", " · ", " :: ", " » ", ": "] {
            guard let (first, last) = Self.occurrences(of: separator.utf8, in: title.utf8) else { continue }
            let (sites, isNamed) = siteKeys()
            func isSite(_ part: Substring) -> Bool { sites.contains(FoldedText(String(part)).key) }
            let isLast = isSite(title[last.upperBound...])
            if !isLast, isSite(title[..<first.lowerBound]) { return String(title[first.upperBound...]) }
            if isLast || separator == " | " && !isNamed { return String(title[..<last.lowerBound]) }
        }
        return title
    }

    /// What the head calls the site, and its address.
    ///
    /// - Returns: The letters of each; and whether the head names it.
    private func siteKeys() -> (keys: [[UInt8]], isNamed: Bool) {
        let names = [head.meta("og:site_name"), head.linked.publication, head.meta("application-name")].compactMap {
            $0
        }
        return ((names + hostNames()).map { FoldedText($0).key }, !names.isEmpty)
    }

    /// The host of the page's own address, whole and its longest part: `www.paper.example.org`, `example`.
    private func hostNames() -> [String] {
        let address = head.canonical ?? head.meta("og:url") ?? head.linked.url ?? ""
        guard let colon = address.firstIndex(of: ":"), address[colon...].hasPrefix("://") else { return [] }
        let host = address[colon...].dropFirst(3).prefix { !"/:?#".contains($0) }
        let parts = host.split(separator: ".").dropLast().filter { $0 != "www" }
        guard let longest = parts.max(by: { $0.utf8.count < $1.utf8.count }), longest.utf8.count >= 3 else { return [] }
        return [String(host.hasPrefix("www.") ? host.dropFirst(4) : host), String(longest)]
    }

    /// The first and the last place of `part`, byte by byte: what the standard library has for strings is many times slower.
    private static func occurrences(
        of part: String.UTF8View,
        in text: String.UTF8View
    ) -> (first: Range<String.Index>, last: Range<String.Index>)? {
        var found: (first: Range<String.Index>, last: Range<String.Index>)?
        for index in text.indices where text[index] == part.first && text[index...].starts(with: part) {
            let range = index..<text.index(index, offsetBy: part.count)
            found = (found?.first ?? range, range)
        }
        return found
    }

    /// Claims the subtitle: the piece between title and body that its class calls so or that the head gives as the
    /// description, else a smaller heading right under the title.
    mutating func findSubtitle() {
        let descriptions = [
            known.subtitle, head.linked.alternativeTitle, head.linked.description, head.meta("og:description"),
            head.meta("description"), head.meta("twitter:description"),
        ].compactMap { $0 }
        let title = kinds.firstIndex(of: .title)
        let start = title.map { $0 + 1 } ?? 0
        let end = body.isEmpty ? start : min(kinds.count, body.lowerBound + 1)
        guard start < end || !descriptions.isEmpty else { return }
        let zone = start < end ? (start..<end).filter { isSubtitleLike($0) } : []
        let keys = descriptions.map { FoldedText($0).key }.filter { !$0.isEmpty }
        let second = head.linked.alternativeTitle.map { FoldedText($0).key } ?? []
        let index =
            zone.first { !second.isEmpty && key($0) == second }
            ?? zone.first { pieces[$0].traits.contains(.subtitle) && kinds[$0] != .caption }
            ?? zone.first { keys.contains(key($0)) }
            ?? zone.first { $0 == start && pieces[$0].level != nil }
        if let index {
            kinds[index] = .subtitle
            found.subtitle = string(index).trimmed
        }
    }

    private func isSubtitleLike(_ index: Int) -> Bool {
        guard !pieces[index].isLink, kinds[index] != .title, kinds[index] != .caption, kinds[index] != .listItem else {
            return false
        }
        // The first paragraph of the body is the subtitle only where more follows.
        if index >= body.lowerBound, !body.isEmpty, body.count < 3 { return false }
        let range = draft.pieces[index].range
        guard (12...600).contains(range.count), draft.text[range].count(where: { $0 == 0x20 }) >= 2 else {
            return false
        }
        let piece = draft.text.withUnsafeBufferPointer { Features(UnsafeBufferPointer(rebasing: $0[range])) }
        // No standfirst has a phrase that only asks have.
        return !piece.anywhere.contains(.ask) && !WordingRules.isBoilerplate(piece)
    }
}
