import Article

/// Finds the capitalised sequences of a text that may be names.
///
/// Only words count whose capital means something: in headlines every word has one, and at the beginning of a sentence
/// the first word has one.
struct NameFinder {
    /// A sequence that may be a name.
    struct Candidate {
        var tokens: Range<Int>
        /// Whether the words before it say that it is a person.
        var title: String?
        /// Whether its capital may be that of the sentence.
        var opensSentence: Bool
    }

    /// Longer sequences are not names but lists or headlines.
    private static let longestName = 8

    private let tokens: [Token]
    /// The words that the article also writes small, so that a capital at a sentence's start says nothing.
    private let small: Set<String>

    init(_ tokens: [Token]) {
        self.tokens = tokens
        small = Set(tokens.lazy.filter { $0.shape == .lower }.map(\.word))
    }

    /// The candidates in `range`, a sentence.
    func candidates(in range: Range<Int>) -> [Candidate] {
        guard !tokens[range].isHeadline else { return [] }
        var found: [Candidate] = []
        var index = range.lowerBound
        while index < range.upperBound {
            guard tokens[index].isCapital else {
                index += 1
                continue
            }
            let end = sequenceEnd(from: index, limit: range.upperBound)
            let opens = index == range.lowerBound || opensClause(index)
            if let candidate = trimmed(index..<end, opensSentence: opens) { found.append(candidate) }
            index = max(end, index + 1)
        }
        return found
    }

    /// Whether the word after `:`, an opening quotation mark or a dash may have its capital from there.
    private func opensClause(_ index: Int) -> Bool {
        guard index > 0, !tokens[index - 1].isWord else { return false }
        return !([",", ")", "-", "/", "&"].contains(tokens[index - 1].word))
    }

    private func sequenceEnd(from start: Int, limit: Int) -> Int {
        var end = start + 1
        let limit = min(limit, start + Self.longestName)
        while end < limit {
            let token = tokens[end]
            // "de la Cruz" has two particles.
            let isDouble =
                end + 2 < limit && token.shape == .lower && NameTables.particles.contains(tokens[end + 1].word)
            let last = isDouble ? end + 2 : end + 1
            let next = last < limit ? tokens[last] : nil
            let isTight = token.span.start - tokens[end - 1].span.end <= 1
            guard isTight else { return end }
            if token.isCapital && !opensClause(end) {
                end += 1
            } else if let next, next.isCapital, joins(token, after: tokens[end - 1]) {
                end = last + 1
            } else if token.word == "of", end + 2 < limit, tokens[end + 1].word == "the", tokens[end + 2].isCapital,
                NameTables.ofHeads.contains(tokens[end - 1].word)
            {
                end += 3
            } else {
                return end
            }
        }
        return end
    }

    private func joins(_ token: Token, after previous: Token) -> Bool {
        if token.word == "&" { return true }
        if token.word == "of" || token.word == "for" { return NameTables.ofHeads.contains(previous.word) }
        return token.shape == .lower && NameTables.particles.contains(token.word)
    }

    /// The sequence without titles, words that only open the sentence, and nationalities; `nil` where nothing is left.
    private func trimmed(_ sequence: Range<Int>, opensSentence: Bool) -> Candidate? {
        var (start, end) = (sequence.lowerBound, sequence.upperBound)
        var title: String?
        var opens = opensSentence
        while start < end {
            let word = tokens[start].word
            let isOpener = opens && isOpener(start, isAlone: end - start == 1)
            if isOpener || NameTables.openers.contains(word) {
                opens = false
            } else if NameTables.titles.contains(word) {
                title = word
            } else if NameTables.isDemonym(word) && !(end - start > 1 && isPartOfName(start + 1, end)) {
                // "South Korean President": nothing before the nationality belongs to the name.
            } else if end - start > 1, NameTables.isDemonym(tokens[start + 1].word),
                NameTables.placePrefixes.contains(word)
            {
                start += 1
            } else {
                break
            }
            start += 1
        }
        // A title after a name ("Trump White House", "Congress Speaker") does not end it; a nationality does.
        while end > start,
            NameTables.isDemonym(tokens[end - 1].word) || !tokens[end - 1].isCapital || isNumbered(end - 1)
        {
            end -= 1
        }
        guard start < end else { return nil }
        if let cut = (start..<end).dropFirst().first(where: { NameTables.titles.contains(tokens[$0].word) }),
            cut + 1 < end, tokens[cut - 1].isCapital
        {
            start = cut + 1
            title = tokens[cut].word
        }
        guard start < end, end - start > 1 || isName(start) else { return nil }
        return Candidate(
            tokens: start..<end,
            title: title ?? titleBefore(start),
            opensSentence: opens && start == sequence.lowerBound
        )
    }

    /// `American Civil …`, `Islamic State`: a nationality begins the name of an organisation.
    private func isPartOfName(_ start: Int, _ end: Int) -> Bool {
        let last = tokens[end - 1].word
        let isGeneric = NameTables.organizationWords.contains(last) || NameTables.placeWords.contains(last)
        return isGeneric && !NameTables.calendar.contains(tokens[start - 1].word)
            && !NameTables.titles.contains(tokens[start].word)
    }

    private func isOpener(_ index: Int, isAlone: Bool) -> Bool {
        let token = tokens[index]
        guard token.shape == .capitalized else { return false }
        if small.contains(token.word) { return true }
        if NameTables.givenNames.contains(token.word) || NameTables.places.contains(token.word) { return false }
        return token.word.hasSuffix("ly") || token.word.hasSuffix("ing")
    }

    private func isName(_ index: Int) -> Bool {
        let token = tokens[index]
        guard token.shape != .initial, token.span.count > 1 else { return false }
        // "Article 7", "Game 3".
        if isNumbered(index) { return false }
        return !NameTables.isDemonym(token.word) && !NameTables.openers.contains(token.word)
            && !NameTables.titles.contains(token.word) && !NameTables.placeWords.contains(token.word)
    }

    private func isNumbered(_ index: Int) -> Bool {
        index + 1 < tokens.count && tokens[index + 1].shape == .number
            && NameTables.numbered.contains(tokens[index].word)
    }

    /// A title in small letters: `former president George Bush`.
    private func titleBefore(_ start: Int) -> String? {
        guard start > 0 else { return nil }
        let token = tokens[start - 1]
        return token.shape == .lower && NameTables.titles.contains(token.word) ? token.word : nil
    }
}
