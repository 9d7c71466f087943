/// The verdicts that a piece's own wording gives, wherever it stands. Where wording is not enough there is no verdict:
/// to take body text for a caption or an ask is the worse error.
enum WordingRules {
    /// The longest caption, in words. Captions are a sentence or two; 60 words are three.
    private static let longestCaption = 60
    /// How near to the end a credit must be, in words: a year, an agency, two long names.
    private static let creditDistance = 10
    /// The longest ask and consent note, in words; beyond, a piece with such phrases is an article about them.
    private static let longestAsk = 90

    static func isBoilerplate(_ piece: Features) -> Bool {
        let words = piece.words
        if !piece.whole.isDisjoint(with: [.menu, .skip, .counter]) { return true }
        if piece.opening.contains(.skip), words <= 8 { return true }
        if piece.menuShare >= 0.85, !piece.end.isSentence { return true }
        if piece.anywhere.contains(.rights), words <= 40 { return true }
        if piece.opening.contains(.copyright), words <= 40, !isCredit(piece) { return true }
        if piece.opening.contains(.related), words <= 25, piece.end != .fullStop { return true }
        return false
    }

    /// Whether the piece asks the reader for money, a subscription or an address: it begins as asks do, and has the
    /// heart of one outside of quotation marks.
    ///
    /// - Parameter isAtEdge: Whether no body text is before it, or none after it.
    static func isAsk(_ piece: Features, isAtEdge: Bool) -> Bool {
        let hearts: Wording = isAtEdge ? [.ask, .weakAsk] : .ask
        return piece.words <= longestAsk && !piece.opening.isDisjoint(with: [.askOpening, .ask])
            && !piece.anywhere.isDisjoint(with: hearts)
    }

    /// Whether the piece is the page's own notice of cookies.
    static func isConsent(_ piece: Features) -> Bool {
        piece.words <= longestAsk && piece.opening.contains(.consentOpening) && piece.anywhere.contains(.consent)
    }

    static func isCaption(_ piece: Features) -> Bool {
        guard piece.words <= longestCaption else { return false }
        if piece.opening.contains(.captionOpening) { return piece.words <= 40 }
        if piece.opening.contains(.copyright), isCredit(piece) { return true }
        if let distance = piece.wordsFromCredit, distance <= creditDistance, !piece.opening.contains(.copyright) {
            // In running text a credit is the end of the piece, not of its last sentence, save inside brackets.
            return piece.endsBracketed || !piece.end.isSentence
        }
        if let distance = piece.wordsFromWeakCredit, distance <= 6 {
            return !piece.end.isSentence && piece.words <= 45
        }
        return false
    }

    /// Whether an agency is credited, apart from the copyright sign itself.
    private static func isCredit(_ piece: Features) -> Bool {
        guard let distance = piece.wordsFromCredit else { return false }
        return distance < piece.words && distance <= creditDistance
    }

    /// Whether the piece says where the article was published.
    static func isPublication(_ piece: Features) -> Bool {
        piece.opening.contains(.publication) && piece.words <= 16
    }
}
