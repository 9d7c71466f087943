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
        if piece.anywhere.contains(.player), words <= 40, !piece.end.isSentence { return true }
        if piece.anywhere.contains(.rights), words <= 40 { return true }
        if piece.opening.contains(.copyright), words <= 40, !isCredit(piece) { return true }
        if piece.opening.contains(.related), words <= 25, piece.end != .fullStop { return true }
        return false
    }

    /// The longest call to order or to follow something, in words.
    private static let longestCall = 45
    /// The longest of them that is known for one in the midst of a text.
    private static let longestCallInside = 25

    /// Whether the piece asks the reader for money, a subscription or an address, or to follow: it begins as asks do, and
    /// has the heart of one outside of quotation marks.
    ///
    /// - Parameter isAtEdge: Whether no body text is before it, or none after it.
    static func isAsk(_ piece: Features, isAtEdge: Bool) -> Bool {
        guard piece.words <= longestAsk else { return false }
        if piece.anywhere.contains(.ask), !piece.opening.isDisjoint(with: [.askOpening, .wideOpening, .ask]) {
            return true
        }
        if isAtEdge, piece.anywhere.contains(.weakAsk), !piece.opening.isDisjoint(with: [.askOpening, .ask]) {
            return true
        }
        return isCall(piece, isAtEdge: isAtEdge)
    }

    /// Whether the piece calls on the reader, in a line or two, to order or to follow something.
    private static func isCall(_ piece: Features, isAtEdge: Bool) -> Bool {
        guard piece.words <= (isAtEdge ? longestCall : longestCallInside) else { return false }
        // Not where somebody is quoted.
        if piece.opening.contains(.order), piece.anywhere.contains(.order) {
            return isAtEdge || piece.anywhere.contains(.newsletter)
        }
        if piece.opening.contains(.followOpening), piece.anywhere.contains(.followPlace) { return isAtEdge }
        // "Get The Ledger, our letter on money": a line that is no sentence.
        return !piece.end.isSentence && piece.words <= 14 && piece.anywhere.contains(.newsletter)
            && !piece.opening.isDisjoint(with: [.askOpening, .order])
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
